"""English readers: what the items of a rule say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extractor.domain.vocabulary import Direction, Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_numbers import BEFORE_SIGN, SIGN
from extractor.languages.en_terms import HEADS, NOUNS
from extractor.languages.numerals import scaled

NUMBERS = {"NUM", "YNUM", "WORD", "PORTION"}
HUNDRED = Decimal(100)
CHANGED = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|grew|grow[sn]?|growing|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|plung(?:e|es|ed|ing)"
    r"|slump(?:s|ed|ing)?|widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|shrank|shrunk|shrink(?:s|ing)?|up|down|add(?:s|ed|ing)?|lost|slid|sank"
    r"|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|contract(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)"
    r"|dip(?:s|ped|ping)?|eas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?)"
    r"(?:\s+(?:by|back|further|another|an?|slightly|sharply))*\s*$",
    re.IGNORECASE,
)
SPREAD = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|between|band|forecasts?|estimates?)\b[^.;]{0,40}$", re.I
)


def sign(item: Item, context: Context) -> int:
    """-1 for a printed minus tight before the item, else 1; a dash after a digit is no sign."""
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
    number, start, direction = amount(numerals(items)[0], context, items[0])
    return Reading(kind, number, unit, direction=direction, start=start, end=items[-1].end)


def money(items: Sequence[Item], context: Context) -> Reading | None:
    """$48.87 billion; 7.33 trillion yen; 470 pence."""
    numeral = numerals(items)[0]
    if items[0] is numeral and _belongs_ahead(items, context) and context.text[items[-1].end] != " ":
        return None
    if numeral.cls == "YNUM" and items[0].cls == "YNUM" and _reads_as_year(items, context):
        return None
    minor = code(items, "MINOR")
    reading = plain_reading("money", code(items, "CUR") or code(items, "SYM"), items, context)
    if minor is not None and reading.number is not None:
        hundredth = Decimal("0.01")
        value, ulp = reading.number
        return replace(reading, unit=minor, number=Number(value * hundredth, ulp and ulp * hundredth))
    return reading


def _belongs_ahead(items: Sequence[Item], context: Context) -> bool:
    """3 USD50 cards: a symbol tight before the next number is that number's."""
    after = context.after
    return items[-1].cls == "SYM" and after is not None and after.cls in NUMBERS


def _reads_as_year(items: Sequence[Item], context: Context) -> bool:
    """In 2024 yen ..., 2024 $5: a year beside a currency that belongs to the next amount."""
    symbol = _belongs_ahead(items, context)
    return symbol or bool(re.search(r"\b(?:in|since|of)\s$", context.left(items[0], 7), re.I))


def major_minor(items: Sequence[Item], context: Context) -> Reading | None:
    """152 yen 60 sen; $20 and 43 cents."""
    whole, cents = numerals(items)[:2]
    small = value_of(cents).value
    if small >= 100 or small != int(small):
        return None
    main, start, _ = amount(whole, context, items[0])
    if main.value != int(main.value):
        return None
    number = Number(main.value + small / HUNDRED, Decimal("0.01"))
    return Reading("money", number, code(items, "CUR", "SYM"), start=start)


def unit_range(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """17% to 35.3%, $10-$20, between 2 and 3 billion yen: a range, or two values after "from" or a verb of change."""
    low_item, high_item = numerals(items)[:2]
    kind, unit = _measured(items)
    low, high = amount(low_item, context, items[0]), value_of(high_item)
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
    if unit is None and kind == "count" and not _bare_range(low_item, high_item, context, items):
        return None
    two = joint.cls == "TO" and not SPREAD.search(left) and (
        re.search(r"\bfrom\s+(?:about\s+|around\s+|roughly\s+|nearly\s+|just\s+)?$", left, re.I)
        or (_own_unit(items, low_item) and CHANGED.search(left))
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
    return items[n - 1] if items[n - 1].cls == "SYM" else numeral


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


def _bare_range(low: Item, high: Item, context: Context, items: Sequence[Item]) -> bool:
    """Whether two bare numbers are a range and neither score, date nor label."""
    a, b = value_of(low).value, value_of(high).value
    if a >= b or (low.cls == "YNUM" and high.cls == "YNUM"):
        return False
    after = context.after
    return after is None or after.cls not in {"DASH", "SLASH", "MONTH"}


def listed(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """18, 20 and 25 percent: the unit holds for each."""
    kind, unit = _measured(items)
    numbers = numerals(items)
    if any(item.cls == "YNUM" for item in numbers[:-1]) or re.search(
        r"\bbetween\s+$", context.left(items[0], 10), re.I
    ):
        return None
    if kind == "count":
        return None
    readings = []
    for n, item in enumerate(numbers):
        number, start, direction = amount(item, context)
        last = n == len(numbers) - 1
        shared = number if last else _same_scale(number, item, numbers[-1])
        end = items[-1].end if last else item.end
        readings.append(Reading(kind, shared, unit, start=start, end=end, direction=direction))
    return readings


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


def by_pound(items: Sequence[Item], context: Context) -> Reading | None:
    """$4.25 a pound, 18 cents per pound: a weight, unless sterling is what the text speaks of."""
    if not items[-1].text.lower().startswith("pound") or items[-1].value != "GBP":
        return None
    joint = items[-2].cls
    if joint != "A" and code(items, "MINOR") is None and re.search(
        r"\b(?:pound|sterling)\b", context.text[max(0, items[0].start - 80) : items[0].start], re.I
    ):  # fmt: skip
        return None
    inner = money(items[:-2], context)
    return None if inner is None else replace(inner, kind="price", unit=f"{inner.unit}/pound_mass", end=items[-1].end)


def pounds(items: Sequence[Item], context: Context) -> Reading | None:
    """six pounds of meat: a weight."""
    if items[-1].value != "GBP" or not items[-1].text.lower().startswith("pound"):
        return None
    if not re.match(r"\s+of\s+(?!debt|aid|funding|goods|investment|exports|imports|trade|assets|spending|sales|revenue)[a-z]", context.right(items[-1], 24)):
        return None
    return plain_reading("count", "pound_mass", items, context)


def millions(items: Sequence[Item], context: Context) -> Reading | None:
    """120 MEUR, MUSD 25: millions of the currency."""
    reading = plain_reading("money", code(items, "MCUR"), items, context)
    return None if reading.number is None else replace(reading, number=scaled(reading.number, Decimal(10**6)))


def scale_last(items: Sequence[Item], context: Context) -> Reading | None:
    """75 USD million."""
    if numerals(items)[0].parts or items[-1].value < 10**6:
        return None
    reading = plain_reading("money", code(items, "CUR", "SYM"), items, context)
    return None if reading.number is None else replace(reading, number=scaled(reading.number, Decimal(items[-1].value)))


def tight_cents(items: Sequence[Item], context: Context) -> Reading | None:
    """43c: cents, tight after the number."""
    if items[-2].end != items[-1].start:
        return None
    hundredth = Decimal("0.01")
    number, start, direction = amount(numerals(items)[-1], context)
    if len(items) > 2:
        whole = value_of(numerals(items)[0]).value
        return Reading("money", Number(whole + number.value * hundredth, hundredth), code(items, "CUR", "SYM"))
    return Reading("money", Number(number.value * hundredth, hundredth), "USD", start=start, direction=direction)


def spoken_minor(items: Sequence[Item], context: Context) -> Reading | None:
    """20 rupees 43, three pounds and one: hundredths said without their name, at the end of a clause."""
    whole, small = (value_of(item) for item in numerals(items)[:2])
    after = context.right(items[-1], 2)
    if numerals(items)[0].parts or numerals(items)[1].cls == "YNUM" or not (after.strip() in {"", ".", ","} or after[:1] in ".,;"):
        return None
    if not 0 < small.value < 100 or small.value != int(small.value) or whole.value != int(whole.value) or (after.startswith((",", ".")) and after[1:2].isdigit()):
        return None
    return Reading("money", Number(whole.value + small.value / HUNDRED, Decimal("0.01")), code(items, "CUR", "SYM"))


def foreign_named(items: Sequence[Item], context: Context) -> Reading | None:
    """42 Malaysia ringgit: the country's name beside a currency of one country only."""
    unit = code(items, "CUR")
    if unit in {"USD", "GBP", "INR", "EUR"} or unit is None or "|" in unit:
        return None
    return plain_reading("money", unit, items, context)


def named_first(items: Sequence[Item], context: Context) -> Reading | None:
    """ringgit 42: some currencies' names are printed before the number."""
    if items[0].text.lower() not in {"malaysian ringgit", "ringgit", "rupees", "renminbi", "rupiah", "baht"} or (context.before is not None and context.before.cls in NUMBERS):
        return None
    return plain_reading("money", str(items[0].value), items, context)


def rate(items: Sequence[Item], context: Context) -> Reading | None:
    """152.60 yen per dollar, 7.19 to the dollar (whose currency is the last one named before)."""
    base = str(items[-1].value)
    quote = code(items[:-1], "CUR", "SYM")
    reading = plain_reading("rate", None, items, context)
    if quote is None:
        quote = _named_before(context, base)
    if quote is None:
        return replace(reading, note="whose currency is not said")
    if quote == base:
        return None
    return replace(reading, unit=f"{quote}/{base}")


def _named_before(context: Context, base: str) -> str | None:
    for item in reversed(context.line[max(0, context.at - 24) : context.at]):
        if item.cls in {"CUR", "SYM"} and item.value != base:
            return str(item.value)
        if item.cls == "GAP" and re.search(r"[.!?]\s|\n", item.text):
            return None
    return None


def rate_equation(items: Sequence[Item], context: Context) -> Reading | None:
    """$1 = 152.60 yen; 1 dollar bought 152.6 yen."""
    one, many = numerals(items)[:2]
    base, quote = (str(i.value) for i in items if i.cls in {"CUR", "SYM"})
    if value_of(one).value != 1 or base == quote:
        return None
    return Reading("rate", value_of(many), f"{quote}/{base}")


def rate_pair(items: Sequence[Item], _: Context) -> Reading | None:
    """USD/JPY 152.60; the span is the number."""
    base, quote = (str(i.value) for i in items if i.cls in {"CUR", "SYM"})
    numeral = numerals(items)[0]
    return None if base == quote else Reading("rate", value_of(numeral), f"{quote}/{base}", start=numeral.start)


def price(items: Sequence[Item], context: Context) -> Reading | None:
    """$9,850 a tonne, 79,083 yen per thousand liters, 12 cents a share; the engine writes the unit's symbol."""
    inner = money([item for item in items if item.cls not in {"A", "PER", "SLASH", "DASH", "UNIT"}], context)
    unit = code(items, "UNIT")
    if inner is None or unit is None:
        return None
    return replace(inner, kind="price", unit=f"{inner.unit}/{unit}", end=items[-1].end)


def percent(items: Sequence[Item], context: Context) -> Reading | None:
    """29.2 percent; a whole table cell in brackets is negative."""
    reading = plain_reading("percent", "percent", items, context)
    return _cell_negative(reading, items, context)


def _cell_negative(reading: Reading, items: Sequence[Item], context: Context) -> Reading:
    start, end = items[0].start, items[-1].end
    if context.text[max(0, start - 1) : start] != "(" or context.text[end : end + 1] != ")" or reading.number is None:
        return reading
    outside = context.text[max(0, start - 2) : max(0, start - 1)], context.text[end + 1 : end + 2]
    if any(char not in {"", "\n", "\t", "|"} for char in outside):
        return reading
    value, ulp = reading.number
    return replace(reading, number=Number(-value, ulp), direction="down", start=start - 1, end=end + 1)


def percent_after(items: Sequence[Item], context: Context) -> Reading | None:
    """per cent of 210: the unit first, and no number before it."""
    before = context.before
    return None if before is not None and before.cls in NUMBERS else Reading("percent", value_of(items[-1]), "percent")


def points(items: Sequence[Item], context: Context) -> Reading | None:
    """13.2 percentage points, 25 basis points."""
    return plain_reading("points", code(items, "POINTS"), items, context)


def part_of_point(items: Sequence[Item], context: Context) -> Reading | None:
    """half a percentage point, a quarter point (of a percentage point, as rates are told)."""
    share = Decimal("0.5") if items[0].cls == "HALF" else Decimal("0.25")
    unit = code(items, "POINTS")
    if unit is None and code(items, "POINT", "UNIT") != "point":
        return None
    return Reading("points", Number(share, None), unit or "percentage_point")


def one_point(items: Sequence[Item], context: Context) -> Reading | None:
    """a percentage point."""
    return Reading("points", Number(Decimal(1), None), str(items[0].value)) if _article(items[0], context) else None


def _article(item: Item, context: Context) -> bool:
    return bool(re.search(r"(?:^|\W)(?:a|an|one|a full|one full)\s$", context.left(item, 10), re.I))


def times(items: Sequence[Item], context: Context) -> Reading | None:
    """2.9 times; three times a year counts and is no multiple."""
    after = context.right(items[-1], 16)
    if re.match(r"\s+(?:a|per|each|every)\s+(?:year|month|week|day|quarter)", after) or re.search(
        r"\b(?:several|many|all)\s$", context.left(items[0], 9)
    ):
        return None
    if items[-1].text in {"x", "X"} and items[-2].end != items[-1].start:
        return None
    note = None
    if re.search(
        r"\b(?:increased?|rose|grew|jumped|surged|up|climbed|soared|expanded)(?:\s+by)?\s+(?:\w+\s+)?$",
        context.left(items[0], 28),
        re.I,
    ):
        note = "increased by or to this multiple: the text leaves it open"
    return replace(plain_reading("multiple", "times", items, context), note=note)


def fold(items: Sequence[Item], context: Context) -> Reading | None:
    """10-fold."""
    return plain_reading("multiple", "times", items, context)


def folds(items: Sequence[Item], _: Context) -> Reading | None:
    """sixfold."""
    return Reading("multiple", Number(Decimal(items[0].value), None), "times") if items[0].value else []  # type: ignore[return-value]


def multiple(items: Sequence[Item], _: Context) -> Reading | None:
    """doubled, halved: the direction is in the word."""
    value, direction = items[0].value
    return Reading("multiple", Number(Decimal(value), None), "times", direction=direction)


def multiple_word(items: Sequence[Item], context: Context) -> Reading | None:
    """double the level of 2016, twice as many: not double standards, nor twice a year."""
    after = context.right(items[0], 24)
    if items[0].text.lower() in {"twice", "thrice"}:
        if not re.match(r"\s+(?:as|the|that|its|their|what|those|last|more)\b", after):
            return None
    elif not re.match(
        r"\s+(?:the|that|its|their|those|what|last|this|from|to|by|in|over|on|exports|imports|sales|output)\b|\s*[.,;]|\s*$",
        after,
    ):
        return None
    value, direction = items[0].value
    return Reading("multiple", Number(Decimal(value), None), "times", direction=direction)


def by_half(items: Sequence[Item], context: Context) -> Reading | None:
    """by half, in half: a multiple of 0.5, down."""
    start = re.search(
        r"\b(?:by|in)\s(?:about\s|nearly\s|almost\s|roughly\s|more than\s)?$", context.left(items[0], 18), re.I
    )
    if start is None or re.match(r"\s+(?:of|a|an|the)\b|\s*-", context.right(items[0], 8)):
        return None
    if start.group().lower().startswith("in") and not re.search(
        r"\b(?:cut|slash|split|reduce|halv|chop|divid|shr)\w*\b[^.,;]*$", context.left(items[0], 48), re.I
    ):
        return None
    return Reading(
        "multiple", Number(Decimal("0.5"), None), "times", direction="down", start=items[0].start - len(start.group())
    )


def share(items: Sequence[Item], context: Context) -> Reading | None:
    """two thirds of exports: percent of a whole, 66.66..."""
    number = value_of(items[0])
    return _as_percent(number, items[0].start, items[-1].end)


def _as_percent(number: Number, start: int, end: int) -> Reading:
    return Reading("percent", Number(number.value * HUNDRED, None), "percent", start=start, end=end)


AFTER_SHARE = re.compile(
    r"\s*(?:$|[.,;)\n]|(?:of|to|from|in|on|compared|less|more|higher|lower|as|than|since|over|year-on-year|this|last|by|versus|and|or|were|was|is|are|said"
    r"|had|have|has|during|between|after|before|smaller|larger|cheaper|fewer)\b)",
    re.I,
)
TIME_HALF = re.compile(r"\b(?:first|second|latter|last|this|next|previous|other|the|final|better|fiscal)\s$", re.I)


def half(items: Sequence[Item], context: Context) -> Reading | None:
    """half of the firms: 50 percent; not the first half, half-year or a half turn."""
    left = context.left(items[0], 12)
    after = context.right(items[0], 14)
    if (
        TIME_HALF.search(left)
        or after.startswith(("-", "‑"))
        or not re.match(
            r"\s*(?:$|[.,;)\n]|(?:of|the|its|their|that|as|were|was|said|are|a|all|those|our|his|her|in|expect|plan|from|to|people|what)\b)",
            after,
            re.I,
        )
    ):
        return None
    return _as_percent(Number(Decimal("0.5"), None), items[0].start, items[0].end)


def ordinal_share(items: Sequence[Item], context: Context) -> Reading | None:
    """a third of buyers, by a fifth: the article makes it a share unless a noun follows; a third country is no share."""
    item = items[0]
    under = 4 if item.cls == "QUARTER" else item.value
    article = re.search(r"(?:^|\W)(a|an|one)\s$", context.left(item, 6), re.I)
    if article is None or not isinstance(under, (int, Number)):
        return None
    n = Decimal(under) if isinstance(under, int) else under.value
    after = context.right(item, 12)
    if n < 3 or not AFTER_SHARE.match(after) or not item.text[0].isalpha():
        return None
    if (
        item.cls == "QUARTER"
        and not re.match(r"\s*of\b", after)
        and not re.search(
            r"\b(?:by|than|nearly|about|almost|over|roughly|around|to)\s(?:a|one)\s$", context.left(item, 14), re.I
        )
    ):
        return None
    start = item.start - len(article.group(1)) - 1
    return _as_percent(Number(Decimal(1) / n, None), start, item.end)


def one_in(items: Sequence[Item], context: Context) -> Reading | None:
    """one in five, two out of three: a share."""
    top, under = Decimal(1), value_of(items[-1]).value
    if items[0].cls != "ONEIN":
        top = value_of(items[0]).value
    if under <= top or under != int(under) or top != int(top) or under > 100 or items[-1].cls == "YNUM":
        return None
    after = context.right(items[-1], 12)
    if re.match(r"\s*(?:years?|months?|days?|weeks?|quarters?|decades?|percent|per cent|%)\b", after) or re.match(
        r"\s*%", after
    ):
        return None
    return _as_percent(Number(top / under, None), items[0].start, items[-1].end)


def slash(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """3/4: a fraction when it is below one and common, else nothing."""
    over, under = (value_of(item).value for item in numerals(items))
    after = context.after
    if after is not None and after.cls in {"SLASH", "DASH"}:
        return []
    if over >= under or under not in {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000} or over != int(over):
        return []
    first = amount(numerals(items)[0], context, items[0])
    negative = first.number.value < 0
    value = over / under
    if after is not None and after.cls == "UNIT":
        return Reading("count", Number(value, None), str(after.value), start=first.start, end=after.end)
    return _as_percent(Number(-value if negative else value, None), first.start, items[-1].end)


def one_over(items: Sequence[Item], context: Context) -> Reading | None:
    """1 over 3: written-out fraction."""
    first, last = items[0], items[-1]
    if items[1].text.lower() != "over":
        return None
    top, under = value_of(first).value, value_of(last).value
    alone = context.text.strip() == context.text[first.start : last.end]
    if (top != 1 and not alone) or under < 3 or (context.after is not None and context.after.cls in {"TIMEU", "CUR", "UNIT"}):
        return None
    return _as_percent(Number(top / under, None), first.start, last.end)


BREAKS = re.compile(
    r"\b(?:of|in|on|to|for|from|by|at|with|and|or|than|as|was|were|is|are|the|that|which|per|a|an|into|since|during|over|through|said)\b|[.,;:()]",
    re.I,
)
INDEXES = re.compile(
    r"\b(?:PMI|[Ii]ndex|Nikkei|Topix|TOPIX|DI|diffusion|sentiment|Hang Seng|Shanghai Composite|Dow|Nasdaq|reading|gauge|benchmark)\b[^.;\n]{0,48}$"
)
DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|all|our|his|her|between|other|any)\s(?:\w+\s)?$", re.I)


def counted(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """8,312 firms, seven categories, 770,000 tonnes; "the two countries" only points at them."""
    numeral, unit = items[0], items[-1]
    value = value_of(numeral).value
    if numeral.cls == "WORD" and ((value == 1 and unit.value in THINGS) or (value < 11 and DEFINITE.search(context.left(numeral, 16)))):
        return []
    if (
        numeral.cls == "YNUM"
        and context.text[numeral.end : unit.start] == " "
        and re.search(
            r"\b(?:in|since|of|the|from|by|until|during|through|fiscal|early|late|mid|for)\s$",
            context.left(numeral, 8),
            re.I,
        )
    ):
        return None
    return plain_reading("count", str(unit.value), items, context)


def bare(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """A number without a unit of its own: the noun after it may give one (1,100 dual-use items)."""
    item = items[0]
    if item.cls == "WORD":
        return _bare_word(item, context)
    number, start, direction = amount(item, context)
    if _glued(item, context):
        return []
    unit, end = _unit_ahead(item, context)
    if unit is None and INDEXES.search(context.left(item, 64)):
        unit = "point"
    return _cell_negative(Reading("count", number, unit, direction=direction, start=start, end=end), items, context)


def _glued(item: Item, context: Context) -> bool:
    """China+1, 1.2.3, 5-3, +81: numbers tied to what is no figure."""
    before = context.text[max(0, item.start - 2) : item.start]
    after = context.text[item.end : item.end + 2]
    if re.search(r"[\w)]\+$|^\+$|[#@_&=*\\]$|\d[.,:/]$|[A-Za-z][-‐–.]$|^\+|\s\+$", before) and not before.endswith("$"):
        return True
    return bool(re.match(r"[.,:/]\d|[-‐]\w|[_@*]|°", after)) and not re.match(
        r"-(?:strong|odd|plus|or|and)", context.text[item.end : item.end + 8]
    )


def _bare_word(item: Item, context: Context) -> Reading | list[Reading]:
    """Words up to twelve count something only with a unit; alone on their line they are just the number."""
    unit, end = _unit_ahead(item, context)
    value = Decimal(item.value)
    alone = not context.left(item).split("\n")[-1].strip() and not context.right(item).split("\n")[0].strip()
    if (value == 1 and not alone) or re.match(r"[-‐]", context.right(item, 1)):
        return []
    if unit is not None and not DEFINITE.search(context.left(item, 16)):
        return Reading("count", Number(value, None), unit, end=end)
    stated = value > 12 or alone or value == 0 or re.search(r"\b(?:are|were|is|was)\s$", context.left(item, 6), re.I)
    return Reading("count", Number(value, None)) if stated else []


def _unit_ahead(item: Item, context: Context) -> tuple[str | None, int]:
    """The counted noun up to three words further on (dual-use items, Japanese firms), and where the figure ends:
    with the noun when it follows at once."""
    after = context.right(item, 64)
    for found in re.finditer(r"[a-z]+", after):
        before = after[: found.start()]
        if not before.strip():
            if found.group() in NOUNS:
                return NOUNS[found.group()], item.end + found.end()
            continue
        if BREAKS.search(before) or len(before.split()) > 3 or not before.startswith(" "):
            return None, item.end
        if found.group() in NOUNS and before[-1] == " ":
            return NOUNS[found.group()], item.end
    return None, item.end


def nothing(_: Sequence[Item], __: Context) -> list[Reading]:
    """Not a figure."""
    return []


def labelled(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """Part 2, Article 301: a label's number, unless a unit follows."""
    numeral = items[-1]
    after = context.after
    if after is not None and after.cls in {"PCT", "CUR", "POINTS", "TIMES", "UNIT", "TIMEU"}:
        return None
    label = items[0].text
    if label in {"No.", "number"} and re.match(
        r"\s+(?:\w+[ -]){0,3}(?:" + "|".join(sorted(HEADS)) + r")\b", context.right(numeral, 48)
    ):
        return None
    if "," in numeral.text or ("." in numeral.text and label[0].islower()):
        return None
    return []


def counted_in_brackets(items: Sequence[Item], context: Context) -> Reading:
    """20 (kg)."""
    return plain_reading("count", code(items, "UNIT"), items, context)


THINGS = frozenset(
    "country person company item category case point unit vehicle project order measure round site page copy store city ship "
    "household job seat flight train head".split()
)
"""Of these, one is no statistic: one company said."""
MEMBERS = frozenset(
    {"country", "person", "company", "city", "household", "store", "seat", "page", "round", "share_of_stock"}
)


def feet_and_inches(items: Sequence[Item], context: Context) -> Reading | None:
    """5 feet 2 inches: in feet."""
    units = [str(item.value) for item in items if item.cls == "UNIT"]
    feet, inches = (value_of(item).value for item in numerals(items)[:2])
    if units[0] != "foot" or units[1:] not in ([], ["inch"]) or inches >= 12 or (len(units) == 1 and items[-1].text.strip() != "in"):
        return None
    return Reading("count", Number(feet + inches / 12, None), "foot")


def metres(items: Sequence[Item], context: Context) -> Reading | None:
    """1.8m tall."""
    if items[1].text != "m" or not re.match(r"\s(?:tall|long|wide|high|deep|apart|above|below)\b", context.right(items[1], 8)):
        return None
    return plain_reading("count", "metre", items, context)


def compound(items: Sequence[Item], context: Context) -> Reading | list[Reading]:
    """500-tonne; a 27-nation bloc counts its members and states no figure."""
    unit = code(items, "UNIT", "POINT")
    return [] if unit in MEMBERS else plain_reading("count", unit, items, context)
