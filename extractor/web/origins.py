"""Whose figure each claim of a fact is: claims that rest on the same raw data share a letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from string import ascii_uppercase
from typing import NamedTuple

from extractor.domain import Article
from extractor.reconcile.independence import Components, origins, source_name
from extractor.reconcile.reading import Reading

COMPARED = 24
"""Of facts with more claims than these only the names are compared, not every pair's texts."""


class Origin(NamedTuple):
    """A letter (None: the claim brings no origin), whose figure it is, and why it may not count."""

    letter: str | None
    name: str
    note: str | None


def origins_of(
    readings: Sequence[Reading], articles: Mapping[str, Article], converted: Iterable[str]
) -> dict[str, Origin]:
    """Claim id -> origin, in the reconciler's own sense: two claims are one origin when it counts them as one."""
    made = set(converted)
    weighing = [reading for reading in readings if reading.weighs and reading.id not in made]
    graph = Components()
    for a, b in combinations(weighing[:COMPARED], 2):
        if origins([a, b], articles).origins == 1:
            graph.join(a.id, b.id)
    for reading in weighing[COMPARED:]:
        same = next((r for r in weighing[:COMPARED] if source_name(r) == source_name(reading)), reading)
        graph.join(same.id, reading.id)
    letters: dict[str, str] = {}
    found = {}
    for reading in readings:
        if reading not in weighing:
            note = "the outlet’s own conversion" if reading.id in made else "a forecast, or written by a model"
            found[reading.id] = Origin(None, source_name(reading), note)
            continue
        root = graph.find(reading.id)
        letter = letters.setdefault(root, ascii_uppercase[len(letters) % 26])
        found[reading.id] = Origin(letter, source_name(reading), None)
    return found
