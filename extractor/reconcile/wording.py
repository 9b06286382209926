"""Numbers in words: how findings print amounts, percents and periods."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

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
    return {"percent": "%"}.get(unit, unit)


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
    """The value in the myriad units of the quote: 10,6642万 -> 106億6,418万. None when it has none."""
    units = [unit for unit in MYRIADS if unit in quote]
    if not units:
        return None
    family = [
        unit for unit in MYRIADS if unit in {"億": "兆億万", "亿": "兆亿万", "萬": "兆億萬"}.get(units[0], "兆億万")
    ]
    if "亿" in quote:
        family = ["亿", "万"]
    smallest = min(MYRIADS[unit] for unit in units)
    rest, out = abs(value), ""
    for unit in family:
        if MYRIADS[unit] < smallest:
            break
        count = rest // MYRIADS[unit]
        if count or out:
            out += f"{plain(count)}{unit}"
        rest -= count * MYRIADS[unit]
    tail = re.sub(r".*[兆億亿万萬]", "", quote)
    return f"{out or plain(rest)}{tail}" if out else None
