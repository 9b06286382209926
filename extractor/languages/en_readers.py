"""What English readers share: signs, numerals, units, and a figure that lies whole between its first and last item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extractor.domain.vocabulary import Direction, Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_numerals import BEFORE_SIGN, SIGN

NUMBERS = {"NUM", "YNUM", "WORD", "PORTION"}
MINUSES = frozenset("-−–▲△")
HUNDRED = Decimal(100)


def sign(item: Item, context: Context) -> int:
    """-1 for a printed minus tight before the item, else 1; a dash after a digit is no sign."""
    if context.text[item.start - 1 : item.start] not in MINUSES or not item.start:
        return 1
    before = context.text[max(0, item.start - 6) : item.start]
    found = SIGN.search(before)
    if found is None or found.group(1) == "+" or BEFORE_SIGN.search(before):
        return 1
    return -1


class Amount(NamedTuple):
    """A signed number with where it begins, its sign included."""

    number: Number
    start: int
    direction: Direction | None


def amount(item: Item, context: Context, first: Item | None = None) -> Amount:
    """The item's number with its printed sign; `first` is where the amount begins when a symbol precedes."""
    at = first or item
    minus = sign(at, context) < 0 or (at is not item and context.text[item.start - 1 : item.start] in {"-", "−"})
    number = value_of(item)
    if not minus:
        return Amount(number, at.start, "down" if number.value < 0 else None)
    start = at.start - 1 if sign(at, context) < 0 else at.start
    return Amount(Number(-number.value, number.ulp), start, "down")


def value_of(item: Item) -> Number:
    """The number of a numeral item; words below a hundred are exact."""
    return item.value if isinstance(item.value, Number) else Number(Decimal(item.value), None)


def numerals(items: Sequence[Item]) -> list[Item]:
    """The numeral items."""
    return [item for item in items if item.cls in NUMBERS]


def code(items: Sequence[Item], *classes: str) -> str | None:
    """What the last item of the classes stands for."""
    return next((str(item.value) for item in reversed(items) if item.cls in classes), None)


def plain_reading(kind: Kind, unit: str | None, items: Sequence[Item], context: Context) -> Reading:
    """One number with a unit, from the first item (or its sign) to the last."""
    numeral = numerals(items)[0]
    number, start, direction = amount(numeral, context, items[0])
    odd = any(part.cls == "RBOUND" for part in numeral.parts)  # 20-odd billion
    return Reading(
        kind,
        number,
        unit,
        bound="about" if odd else None,
        approximate=odd,
        direction=direction,
        start=start,
        end=items[-1].end,
    )


def cell_negative(reading: Reading, items: Sequence[Item], context: Context) -> Reading:
    start, end = items[0].start, items[-1].end
    if context.text[max(0, start - 1) : start] != "(" or context.text[end : end + 1] != ")" or reading.number is None:
        return reading
    outside = context.text[max(0, start - 2) : max(0, start - 1)], context.text[end + 1 : end + 2]
    if any(char not in {"", "\n", "\t", "|"} for char in outside):
        return reading
    value, ulp = reading.number
    return replace(reading, number=Number(-value, ulp), direction="down", start=start - 1, end=end + 1)


def as_percent(number: Number, start: int, end: int) -> Reading:
    return Reading("percent", Number(number.value * HUNDRED, None), "percent", start=start, end=end)
