"""Readers of Japanese ranges: 10億～20億ドル, 100億円以上500億円未満, 5％から10％の間."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_amounts import LENGTHS, NOTHING, UNITS, Amount, amount, fits, in_identifier, of_unit
from extractor.languages.numerals import plain, scaled

_ENDS = {"KARA": r"(?:まで|の間|の範囲)(?!に引)", "GAP": "の間"}
_OF_SO_MANY = "の|程度|ほど|くらい|ぐらい|前後"
"""After 3から5個, whose first number leans on the second's unit: one range, not a change from one to the other."""
_CHANGES = frozenset("にへ")


def from_to(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """20から100まで, 5％から10％の間, 1万と2万の間, 20から100未満; 10％から20％に引き上げ is two values."""
    cut = next((n for n, i in enumerate(items) if n and i.cls in {"KARA", "GAP"}), 0)
    if items[-1].cls == "RBOUND" and items[-1].value.bound == "about":
        items = items[:-1]  # 5から10％程度: what a bound says of a figure is read beside it
    last = items[-1]
    closed = last.cls == "RBOUND" and last.value.bound in {"under", "at_most"}
    if not cut or (items[cut].cls == "GAP" and items[cut].text != "と") or (last.cls == "RBOUND" and not closed):
        return None
    ends = _ENDS[items[cut].cls]
    if items[cut].cls == "KARA" and last.cls in UNITS and items[cut - 1].cls not in UNITS:
        if context.right(last, 1) in _CHANGES:
            return _changed(items, cut, context)
        ends = f"{ends}|{_OF_SO_MANY}"
    if not closed and not re.match(ends, context.right(last, 6)):
        return None
    made = between(items[:cut], items[cut + 1 : -1] if closed else items[cut + 1 :], items, context)
    return made and made.at(items[0].start, last.end)


def _changed(items: Sequence[Item], cut: int, context: Context) -> list[Reading] | None:
    """4.25から4.5％に: two values, of which the first leans on the second's unit."""
    first, last = _end(items[:cut]), _end(items[cut + 1 :])
    if first is None or last is None or last[1] is None or in_identifier(items[0], context):
        return None
    low = _same_scale(first[0], last[0], items[:cut], items[cut + 1 :])
    return [
        of_unit(Amount(low), last[1], context).at(items[0].start, items[cut - 1].end),
        of_unit(Amount(last[0]), last[1], context).at(items[cut + 1].start, items[-1].end),
    ]


def both_bounds(items: Sequence[Item], context: Context) -> Reading | None:
    """少なくとも20、多くて100; 最大50万円、最低10万円: a range with its ends named before them."""
    cut = next(n for n, i in enumerate(items) if i.cls == "GAP")
    bounds = (items[0].value.bound, items[cut + 1].value.bound)
    if items[cut].text.strip() not in {"、", ",", "，"}:
        return None
    if bounds == ("at_least", "at_most"):
        return between(items[1:cut], items[cut + 2 :], items, context)
    return between(items[cut + 2 :], items[1:cut], items, context) if bounds == ("at_most", "at_least") else None


def ranged(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """A range; one of years, months or days is a length of time and no figure: 今後1～2年."""
    return NOTHING if any(i.cls in LENGTHS for i in items) else spread(items, context)


def spread(items: Sequence[Item], context: Context) -> Reading | None:
    """10億～20億ドル, 10～20％, 3～5社, 100以上310以下: from one to the other."""
    cut = next(
        n for n, i in enumerate(items) if i.cls in {"TILDE", "DASH", "KARA"} and n and items[n - 1].cls not in _OPENS
    )
    left, right = items[:cut], items[cut + 1 :]
    return between(left, right, items, context)


_OPENS = frozenset({"TILDE", "DASH"})


def between(left: Sequence[Item], right: Sequence[Item], items: Sequence[Item], context: Context) -> Reading | None:
    """The range whose two ends these items state; None when they do not fit together."""
    first, last = _end(left), _end(right)
    if first is None or last is None or in_identifier(items[0], context):
        return None
    (low, low_unit), (high, high_unit) = first, last
    if context.text[items[0].start - 1 : items[0].start] == "〒":
        return None
    if low_unit is not None and high_unit is not None and low_unit.value != high_unit.value:
        return None
    unit = high_unit or low_unit
    high = _tail(left, right) or high
    if low_unit is None and high_unit is not None:
        low = _same_scale(low, high, left, right)
    if high_unit is None and low_unit is not None:
        return None
    if low.value > high.value or (unit is not None and not fits(items, unit, context)):
        return None
    reading = of_unit(Amount(None, plain(low.value), plain(high.value)), unit, context)
    return replace(reading, low=reading.low, high=reading.high)


def _tail(left: Sequence[Item], right: Sequence[Item]) -> Number | None:
    """1.0852～53ドル: the second number gives only the last places of the first, as rates are quoted."""
    one, two = left[-1], right[0]
    places = one.text.partition(".")[2]
    if one.cls != "NUM" or two.cls != "NUM" or not (places.isdecimal() and two.text.isdecimal()):
        return None
    said = two.text
    if not 2 <= len(said) <= len(places) or said <= places[-len(said) :] or not any(i.cls == "CUR" for i in right):
        return None
    return Number(Decimal(one.text[: -len(said)] + said), one.value.ulp)


def _end(items: Sequence[Item]) -> tuple[Number, Item | None] | None:
    unit = next((i for i in items if i.cls in UNITS), None)
    found = amount([i for i in items if i.cls in {"NUM", "SCALE", "MINUS", "DASH", "KILO"}])
    if found is None or found.number is None:
        return None
    return found.number, unit


def _same_scale(low: Number, high: Number, left: Sequence[Item], right: Sequence[Item]) -> Number:
    """10～20億ドル: the first number takes the second's scale when it has none and is the smaller."""
    text = next((i.text for i in right if i.cls == "NUM"), "")
    tail = re.search(r"[千百万億兆]+$", text)
    own = next((i.text for i in left if i.cls == "NUM"), "")
    if tail is None or re.search(r"[千百万億兆]", own):
        return low
    scale = Decimal(1)
    for letter in tail.group():
        scale *= _SCALES[letter]
    return scaled(low, scale) if low.value < high.value / scale else low


_SCALES = {"百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def bounded(items: Sequence[Item], context: Context) -> Reading | None:
    """100億円以上500億円未満, 50％以上100％未満: a range with its ends named."""
    cut = next(n for n, i in enumerate(items) if i.cls == "RBOUND")
    first, second = items[cut].value.bound, items[-1].value.bound
    if items[cut].value.direction or items[-1].value.direction:
        return None  # 5万台突破、20万台割れ: two figures, each crossed
    left, right = items[:cut], [i for i in items[cut + 1 : -1] if i.cls != "GAP"]
    gaps = [i.text for i in items if i.cls == "GAP"]
    if any(gap not in {"、", ",", "く", "くて", "くて、", "く、"} for gap in gaps):
        return None
    if {first, second} & {"about", None}:
        return None
    if first in {"at_least", "over"} and second in {"at_most", "under"}:
        return between(left, right, items, context)
    if first in {"at_most", "under"} and second in {"at_least", "over"}:
        return between(right, left, items, context)
    return None
