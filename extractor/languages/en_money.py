"""English amounts of money, rates and prices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_ranges import unit_range
from extractor.languages.en_readers import HUNDRED, NUMBERS, amount, code, numerals, plain_reading, value_of
from extractor.languages.numerals import scaled


def money(items: Sequence[Item], context: Context) -> Reading | None:
    """$48.87 billion; 7.33 trillion yen; 470 pence."""
    numeral = numerals(items)[0]
    if items[0].text == "COP" and not numeral.parts and value_of(numeral).value < HUNDRED:
        return None  # COP29, a conference
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


def one_and_minor(items: Sequence[Item], context: Context) -> Reading | None:
    """a dollar and 42 cents."""
    article = re.search(r"(?:^|\W)an?\s$", context.left(items[0], 4), re.I)
    small = value_of(numerals(items)[0]).value
    if article is None or small >= 100:
        return None
    return Reading("money", Number(1 + small / HUNDRED, Decimal("0.01")), str(items[0].value), start=items[0].start - 2)


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


SENTENCE_END = re.compile(r"[.!?]\s|\n")
WEIGHED = re.compile(
    r"\bweigh(?:s|ed|ing)?\s(?:[a-z]+\s){0,3}$"
    r"|\b(?:baby|babies|newborn|infant|calf|hog|steer|tuna|salmon)\s(?:is|was|are|were)\s(?:[a-z]+\s){0,3}$"
    r"|\b(?:weigh|weight|overweight|eat|eats|eating|diet|dieting|obese|obesity|calories)\b.*"
    r"\b(?:lose|lost|loses|losing|drop|dropped|dropping|shed|shedding|gain|gained|gaining|put on)\s(?:[a-z]+\s){0,3}$",
    re.I,
)
"""Words before a number of pounds that make them a weight."""


def pounds(items: Sequence[Item], context: Context) -> Reading | None:
    """six pounds of meat, weighs 12 pounds: a weight."""
    if items[-1].value != "GBP" or not items[-1].text.lower().startswith("pound"):
        return None
    if not WEIGHED.search(SENTENCE_END.split(context.left(items[0], 140))[-1]) and not re.match(
        r"\s+of\s+(?!debt|aid|funding|goods|investment|exports|imports|trade|assets|spending|sales|revenue)[a-z]",
        context.right(items[-1], 24),
    ):
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
    if (
        numerals(items)[0].parts
        or numerals(items)[1].cls == "YNUM"
        or not (after.strip() in {"", ".", ","} or after[:1] in ".,;")
    ):
        return None
    if (
        not 0 < small.value < 100
        or small.value != int(small.value)
        or whole.value != int(whole.value)
        or (after.startswith((",", ".")) and after[1:2].isdigit())
    ):
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
    if items[0].text.lower() not in {"malaysian ringgit", "ringgit", "rupees", "renminbi", "rupiah", "baht"} or (
        context.before is not None and context.before.cls in NUMBERS
    ):
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
    """The currency spoken of: the last one named without an amount (the yuan rose to 19.8 yen and 7.18 to the dollar),
    else the last one."""
    counted: str | None = None
    for n in range(context.at - 1, max(-1, context.at - 24), -1):
        item = context.line[n]
        if item.cls in {"CUR", "SYM"} and item.value != base:
            if n == 0 or context.line[n - 1].cls not in NUMBERS:
                return str(item.value)
            counted = counted or str(item.value)
        if item.cls == "GAP" and re.search(r"[.!?]\s|\n", item.text):
            break
    return counted


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
    inner = money([item for item in items if item.cls not in {"A", "PER", "SLASH", "DASH", "UNIT", "PERUNIT"}], context)
    unit = code(items, "UNIT", "PERUNIT")
    if unit is None and items[-1].text == "t":
        unit, inner = "tonne", money(items[:-2], context)
    if inner is None or unit is None:
        return None
    return replace(inner, kind="price", unit=f"{inner.unit}/{unit}", end=items[-1].end)


def price_of_many(items: Sequence[Item], context: Context) -> Reading | None:
    """4,223 yen per 5 kilograms: the price of one."""
    many, unit = value_of(items[-3] if items[-2].cls == "DASH" else items[-2]).value, items[-1]
    cut = next(n for n, item in enumerate(items) if item.cls in {"PER", "SLASH"})
    inner = money(items[:cut], context)
    if not isinstance(inner, Reading) or inner.number is None or not many:
        return None
    value, ulp = inner.number
    return replace(
        inner,
        kind="price",
        number=Number(value / many, ulp and ulp / many),
        unit=f"{inner.unit}/{unit.value}",
        end=unit.end,
    )


def price_range(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """341 yen to 379 yen per kilogram: a range of prices, or two after "from"."""
    end = max(n for n, item in enumerate(items) if item.cls in {"CUR", "SYM", *NUMBERS}) + 1
    made = unit_range(items[:end], context)
    unit = code(items, "UNIT") or ("tonne" if items[-1].text == "t" else None)
    if unit is None:
        return None
    if made is None or made == []:
        return None
    readings = made if isinstance(made, list) else [made]
    if any(reading.kind != "money" for reading in readings):
        return None
    priced = [replace(reading, kind="price", unit=f"{reading.unit}/{unit}") for reading in readings]
    priced[-1] = replace(priced[-1], end=items[-1].end)
    return priced
