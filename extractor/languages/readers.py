"""Readers that the packs share: what a money amount, a percentage or a range is, once its items are known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.numerals import scaled


def total(items: Sequence[Item]) -> Number | None:
    """The number that numerals and scales state together: 7.33 trillion; None when there is no numeral."""
    number: Number | None = None
    for item in items:
        if isinstance(item.value, Number) and item.cls in {"NUM", "KNUM"}:
            number = item.value
        elif item.cls == "SCALE" and number is not None:
            number = scaled(number, Decimal(item.value))
    return number


def first_value(items: Sequence[Item], *classes: str) -> str | None:
    """What the first item of any of the classes stands for."""
    return next((str(i.value) for i in items if i.cls in classes), None)


def money(items: Sequence[Item], _: Context) -> Reading | None:
    """An amount of a currency."""
    number = total(items)
    return None if number is None else Reading("money", number, first_value(items, "CUR", "SYM"))


def percent(items: Sequence[Item], _: Context) -> Reading | None:
    """A percentage."""
    number = total(items)
    return None if number is None else Reading("percent", number, "percent")


def points(items: Sequence[Item], _: Context) -> Reading | None:
    """Percentage or basis points; the item's value is the unit."""
    number = total(items)
    return None if number is None else Reading("points", number, first_value(items, "POINTS"))


def times(items: Sequence[Item], _: Context) -> Reading | None:
    """A multiple."""
    number = total(items)
    return None if number is None else Reading("multiple", number, "times")


def count(items: Sequence[Item], _: Context) -> Reading | None:
    """A bare number."""
    number = total(items)
    return None if number is None else Reading("count", number)


def year(items: Sequence[Item], _: Context) -> Reading | None:
    """A calendar year from 1800 to 2199 in four plain digits."""
    text = items[0].text
    if len(text) != 4 or not text.isdecimal() or not "1800" <= text < "2200":
        return None
    return Reading("period", timex=text)
