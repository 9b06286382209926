"""Currencies that share a sign or a name: ¥, peso, dinar. Settled by what else the text names, or left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.catalogue import load
from extractor.languages import Item
from extractor.languages.base import Reading

SHARED = "|"
"""Between the codes that a sign may stand for: JPY|CNY."""


def settler(items: Callable[[], Sequence[Item]]) -> Callable[[Reading], Reading]:
    """A function that settles a reading's shared currency by the text's other items, in this order: another amount or
    name that is one of the candidates alone, then a country whose currency is one of them alone."""
    settled: dict[str, str | None] = {}

    def settle(reading: Reading) -> Reading:
        if reading.unit is None or SHARED not in reading.unit:
            return reading
        codes, slash, per = reading.unit.partition("/")
        if codes not in settled:
            settled[codes] = _choose(tuple(codes.split(SHARED)), items())
        code = settled[codes]
        if code is None:
            return replace(reading, unit=None, note=f"the currency may be {codes.replace(SHARED, ' or ')}")
        return replace(reading, unit=f"{code}{slash}{per}")

    return settle


def _choose(candidates: tuple[str, ...], items: Sequence[Item]) -> str | None:
    named = {str(item.value) for item in items if item.cls in {"CUR", "SYM"}} & set(candidates)
    if len(named) == 1:
        return named.pop()
    if named:
        return None
    places = load().places
    homes = {str(places[item.value].currency) for item in items if item.cls == "PLACE" and item.value in places}
    homes &= set(candidates)
    return homes.pop() if len(homes) == 1 else None
