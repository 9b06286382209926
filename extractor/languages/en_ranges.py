"""English ranges and lists: 17% to 35.3%, between 2 and 3 billion yen, 18, 20 and 25 percent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.domain.vocabulary import Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_readers import amount, code, numerals, value_of

CHANGED = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|grew|grow[sn]?|growing|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|plung(?:e|es|ed|ing)"
    r"|slump(?:s|ed|ing)?|widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|shrank|shrunk|shrink(?:s|ing)?|up|down|add(?:s|ed|ing)?|lost|slid|sank"
    r"|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|contract(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)"
    r"|dip(?:s|ped|ping)?|eas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?)"
    r"(?:\s+(?:by|back|further|another|an?|slightly|sharply))*\s*$",
    re.IGNORECASE,
)
BY = re.compile(
    r"\bby\s+(?:(?:an?|the)\s+(?:average|record|estimated|further)\s+(?:of\s+)?|about\s+|around\s+|nearly\s+|some\s+|almost\s+|over\s+)?$",
    re.I,
)
"""A step before where it led: fell by 1.39 million to 1.408 billion."""
SPREAD = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|between|band|forecasts?|estimates?)\b[^.;]{0,40}$", re.I
)


def unit_range(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """17% to 35.3%, $10-$20, between 2 and 3 billion yen: a range, or two values after "from" or a verb of change."""
    low_item, high_item = numerals(items)[:2]
    kind, unit = _measured(items)
    if len({str(item.value) for item in items if item.cls in {"CUR", "SYM"}}) > 1:
        return None
    low, high = amount(low_item, context, items[0]), _tail(low_item, high_item) or value_of(high_item)
    first = (
        _same_scale(low.number, low_item, high_item)
        if not _own_unit(items, low_item) or kind == "money"
        else low.number
    )
    joint = next(i for i in items if low_item.end <= i.start and i.cls in {"DASH", "TO", "AND", "EMDASH", "OR"})
    left = context.text[max(0, low.start - 48) : low.start].split("\n")[-1]
    between = bool(re.search(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", left, re.I))
    if joint.cls in {"AND", "OR"} and not between:
        return None
    if unit is None and joint.cls == "DASH" and "WORD" in {low_item.cls, high_item.cls}:
        return []
    if low_item.cls == "YNUM" and not _own_unit(items, low_item) and _a_year(low_item, high_item, context):
        return None
    tight = joint.cls == "DASH" and len(joint.text) == 1
    if unit is None and tight and low.number.value >= high.value and "YNUM" not in {low_item.cls, high_item.cls}:
        return []
    if unit is None and kind == "count" and not _bare_range(low_item, high_item, context, items):
        return None
    two = joint.cls == "TO" and not SPREAD.search(left) and (
        re.search(r"\bfrom\s+(?:about\s+|around\s+|roughly\s+|nearly\s+|just\s+)?$", left, re.I)
        or (_own_unit(items, low_item) and CHANGED.search(left))
        or (kind in {"money", "count"} and high.value > 3 * low.number.value and BY.search(left))
    )  # fmt: skip
    if two:
        second = _from_numeral(items, high_item)
        end = _unit_end(items, low_item, joint)
        return [
            Reading(kind, first, unit, start=low.start, end=end, direction=low.direction),
            Reading(kind, high, unit, start=second.start, end=items[-1].end),
        ]
    if first.value > high.value:
        return None
    return Reading(kind, unit=unit, low=first.value, high=high.value, start=low.start, end=items[-1].end)


def _tail(low: Item, high: Item) -> Number | None:
    """148.30-40, 1.0852-57: the second number gives only the last places of the first, as rates are quoted."""
    places = low.text.partition(".")[2]
    said = high.text
    if low.parts or not 2 <= len(said) <= len(places) or not (said.isdecimal() and places.isdecimal()):
        return None
    if high.start - low.end != 1 or said <= places[-len(said) :]:
        return None
    return Number(Decimal(low.text.replace(",", "")[: -len(said)] + said), value_of(low).ulp)


def _measured(items: Sequence[Item]) -> tuple[Kind, str | None]:
    for classes, kind in (
        (("CUR", "SYM"), "money"), (("PCT",), "percent"), (("POINTS",), "points"), (("TIMES",), "multiple"), (("UNIT",), "count"),
    ):  # fmt: skip
        unit = code(items, *classes)
        if unit is not None:
            return kind, unit  # type: ignore[return-value]
    return "count", None


def _own_unit(items: Sequence[Item], numeral: Item) -> bool:
    """Whether the first number has its unit itself: 17% to 35.3%, but not 17 to 35 percent."""
    n = list(items).index(numeral)
    return items[n + 1].cls in {"CUR", "SYM", "PCT", "POINTS", "TIMES", "UNIT"} or (n > 0 and items[n - 1].cls == "SYM")


def _unit_end(items: Sequence[Item], numeral: Item, joint: Item) -> int:
    last = numeral.end
    for item in items:
        if numeral.end <= item.start < joint.start:
            last = item.end
    return last


def _from_numeral(items: Sequence[Item], numeral: Item) -> Item:
    n = list(items).index(numeral)
    return items[n - 1] if n and items[n - 1].cls == "SYM" else numeral


def _same_scale(number: Number, low: Item, high: Item) -> Number:
    """10 to 15 billion: the first number shares the second's scale unless it is larger than the second's digits."""
    scales = [part for part in high.parts if part.cls in {"SCALE", "LETTER"}]
    if not scales or any(part.cls in {"SCALE", "LETTER"} for part in low.parts):
        return number
    factor = Decimal(1)
    for part in scales:
        factor *= Decimal(part.value)
    if number.value >= value_of(high).value / factor or number.value >= 1000:
        return number
    return Number(number.value * factor, number.ulp and number.ulp * factor)


def _a_year(low: Item, high: Item, context: Context) -> bool:
    """In 2004 to 1 trillion yen the first number is a year; in 2000 to 3000 yen it is none."""
    before = re.search(r"\b(?:in|since|of|by|during|until|from|fiscal|year)\s$", context.left(low, 8), re.I)
    return before is not None or bool(high.parts)


def _bare_range(low: Item, high: Item, context: Context, items: Sequence[Item]) -> bool:
    """Whether two bare numbers are a range and neither score, date, age nor label."""
    if re.search(r"\b(?:aged?|ages)\s(?:between\s|from\s)?$", context.left(low, 16), re.I):
        return False
    a, b = value_of(low).value, value_of(high).value
    if a >= b or (low.cls == "YNUM" and high.cls == "YNUM"):
        return False
    after = context.after
    return after is None or after.cls not in {"DASH", "SLASH", "MONTH"}


def listed(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """18, 20 and 25 percent: the unit holds for each."""
    kind, unit = _measured(items)
    numbers = numerals(items)
    if len(numbers) == 2 and any(item.text.strip().startswith(",") for item in items):
        return None  # 40, or 80%: the same twice
    if any(item.cls == "YNUM" for item in numbers[:-1]) or re.search(
        r"\bbetween\s+$", context.left(items[0], 10), re.I
    ):
        return None
    if kind == "count" or (kind in {"percent", "points"} and _restated(numbers)):
        return None
    readings = []
    for n, item in enumerate(numbers):
        number, start, direction = amount(item, context, _from_numeral(items, item))
        last = n == len(numbers) - 1
        shared = number if last else _same_scale(number, item, numbers[-1])
        end = items[-1].end if last else item.end
        own = _from_numeral(items, item)
        each = unit if own is item else str(own.value)
        if each != unit and not last:
            shared = number
        readings.append(Reading(kind, shared, each, start=start, end=end, direction=direction))
    return readings


_LEADS_ON = re.compile(
    r"\s*(?:$|[.,;:)\n]|(?:a|one)\s(?:year|month|quarter|week|day)|the\s(?:year|month|quarter|previous|prior|same)"
    r"|(?:in|last|previously|earlier|before|at|during|as|and|while|but)\b)"
)


def from_elided(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """to 9.9 billion euros from 37.3 billion; to 15.1 percent from 12.3: the unit holds for both."""
    kind, unit = _measured(items)
    one, two = numerals(items)
    scaled_alike = kind == "percent" or any(part.cls == "SCALE" for part in two.parts)
    reached = re.search(
        r"\b(?:to|at|was|were|totaled|totalled|reached|hit)\s(?:about\s|around\s)?$", context.left(items[0], 16), re.I
    )
    if not (scaled_alike and reached and _LEADS_ON.match(context.text, two.end)):
        return None
    first = amount(one, context, items[0])
    cut = next(item for item in items if item.cls == "FROM")
    end = _unit_end(items, one, cut)
    return [
        Reading(kind, first.number, unit, start=first.start, end=end, direction=first.direction),
        Reading(kind, value_of(two), unit, start=two.start, end=two.end),
    ]


def _restated(numbers: Sequence[Item]) -> bool:
    """Whether two numbers are too far apart for one list: "by 908,574, or 0.75%" says the same thing twice."""
    small, large = sorted(abs(value_of(item).value) for item in numbers[-2:])
    return large > 200 > 2 * small


def bounded(items: Sequence[Item], context: Context) -> Reading | None:
    """greater than 100 and smaller than 300; more than 3% but less than 5%: one range."""
    kind, unit = _measured(items)
    modifiers = [item.value for item in items if item.cls == "LBOUND"]
    a, b = (value_of(item).value for item in numerals(items)[:2])
    below, above = {"under", "at_most"}, {"over", "at_least"}
    if modifiers[0].bound in above and modifiers[1].bound in below:
        low, high = a, b
    elif modifiers[0].bound in below and modifiers[1].bound in above:
        low, high = b, a
    else:
        return None
    return Reading(kind, unit=unit, low=low, high=high) if low < high else None


def restated(items: Sequence[Item], context: Context) -> Reading | None:
    """forty-five (45): the same number twice."""
    a, b = (value_of(item) for item in numerals(items)[:2])
    return Reading("count", a) if a.value == b.value else None


def power(items: Sequence[Item], context: Context) -> Reading | None:
    """2.5^-1."""
    base, exponent = numerals(items)[:2]
    raised = value_of(exponent).value
    if raised != int(raised) or raised > 30:
        return None
    number, start, direction = amount(base, context)
    if not number.value:
        return None
    value = number.value ** int(raised if items[1].cls == "CARET" else -raised)
    return Reading("count", Number(value, None), start=start, end=items[-1].end, direction=direction)


def numbers_listed(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """22,24,26: small whole numbers without spaces, three or more."""
    found = numerals(items)
    if any(not (item.text.isdecimal() and len(item.text) < 3) for item in found):
        return None
    return [Reading("count", value_of(item), start=item.start, end=item.end) for item in found]
