"""Numbers in words: how findings print amounts, percents and periods."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from operator import mul

from extractor.catalogue import load
from extractor.domain import Interval, Period

SCALES = ((Decimal("1e12"), "trillion"), (Decimal("1e9"), "billion"), (Decimal("1e6"), "million"))
WRITTEN_DIGITS = 8
"""Nobody prints more digits; what has more was computed, and is rounded."""
MYRIADS = {
    "兆": Decimal("1e12"),
    "億": Decimal("1e8"),
    "亿": Decimal("1e8"),
    "万": Decimal("1e4"),
    "萬": Decimal("1e4"),
}


def plain(value: Decimal, places: int | None = None) -> str:
    """Thousands separated, no exponent, no zeros at the end: 12345.60 -> 12,345.6."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scale_of(values: list[Decimal]) -> tuple[Decimal, str]:
    """The scale word that suits the largest of them: trillion, billion, million or none."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    return next(((size, word) for size, word in SCALES if largest >= size), (Decimal(1), ""))


def unit_name(unit: str | None) -> str:
    """JPY -> yen, USD -> dollars, percent -> %; other units as they are."""
    if unit is None:
        return ""
    currency = load().currencies.get(unit)
    if currency is not None:
        return {"USD": "dollars"}.get(unit, currency.label("en"))
    row = load().units.get(unit)
    named = row.names.get("en", ()) if row else ()
    return {"percent": "%", "percentage_point": "percentage points"}.get(unit, (*named, unit)[0].replace("_", " "))


def amount(value: Decimal | None, unit: str | None, places: int = 4) -> str:
    """5221600000000 JPY -> 5.2216 trillion yen; 19.9 percent -> 19.9%. Computed amounts are rounded to `places`."""
    if value is None:
        return "an unstated value"
    if unit == "percent":
        return f"{plain(value, 2)}%"
    size, word = scale_of([value])
    exact = value / size
    shown = plain(exact, None if not word or len(exact.normalize().as_tuple().digits) <= WRITTEN_DIGITS else places)
    return " ".join(part for part in (shown, word, unit_name(unit)) if part)


def growth(value: Decimal | None, places: int = 2) -> str:
    """3.4 -> +3.4%."""
    return "an unstated change" if value is None else f"{'+' if value >= 0 else ''}{plain(value, places)}%"


def span(interval: Interval, unit: str | None = None, places: int = 4) -> str:
    """[6.066, 6.267] trillion yen; `..` at an open end."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    size, word = scale_of(ends) if unit and len(unit) == 3 else (Decimal(1), "")
    low, high = ("..." if end is None else plain(end / size, places) for end in (interval.low, interval.high))
    return " ".join(part for part in (f"[{low}, {high}]", word, unit_name(unit)) if part)


def period_name(period: Period | None) -> str:
    """fiscal 2024 (from April), 2024, March 2025, January-May 2025, or the two days."""
    if period is None:
        return "an unknown period"
    start, end = period.start, period.end
    if period.days in (365, 366) and start.day == 1:
        return {1: f"{start.year}", 4: f"fiscal {start.year}"}.get(start.month, f"{start:%B %Y} to {end:%B %Y}")
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and period.days >= 28:
        return f"{start:%B %Y}"
    if start.day == 1 and start.year == end.year and period.days >= 59:
        return f"{start:%B}-{end:%B %Y}"
    return str(period)


def like(quote: str, value: Decimal) -> str | None:
    """The value in the myriad units of the quote: for 10億6,642万ドル, 106億6,418万ドル. None when it has none."""
    match = re.fullmatch(r"[\D]*?[\d,.，．]+((?:[兆億亿万萬][\d,.，．]*)+)(.*)", quote)
    if match is None:
        return None
    units, tail = re.findall(r"[兆億亿万萬]", match.group(1)), match.group(2)
    if "." in quote or "万亿" in quote:
        scale = reduce(mul, (MYRIADS[unit] for unit in units))
        return f"{plain(abs(value) / scale)}{''.join(units)}{tail}"
    return f"{_grouped(abs(value), units)}{tail}"


def _grouped(value: Decimal, units: list[str]) -> str:
    """兆, 億 and 万 each with its own number, down to the smallest unit of the quote."""
    simplified = "亿" in units
    family = ("兆", "亿" if simplified else "億", "万")
    rest, out = value, ""
    for unit in family:
        if MYRIADS[unit] >= MYRIADS[units[-1]]:
            count, rest = divmod(rest, MYRIADS[unit])
            out += f"{plain(count)}{unit}" if count else ""
    return out or f"{plain(rest)}"
