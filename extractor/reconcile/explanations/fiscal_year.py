"""Calendar or fiscal year: "2024" is January to December for one source, April to March for the other.

Example: JETRO's -3.9% counts calendar 2024, the ministry's +7.1% fiscal 2024.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval, Period
from extractor.reconcile.effect import Context, Effect
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import period_name

NAME = "fiscal_year"
BAND = Interval(low=Decimal("0.8"), high=Decimal("1.25"))
"""Three of twelve months are exchanged; a year's trade does not move further by that."""


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies to two spans of a year that overlap without being the same."""
    del context
    if a.period is None or b.period is None or not _two_years(a.period, b.period):
        return None
    shared = (min(a.period.end, b.period.end) - max(a.period.start, b.period.start)).days + 1
    months = round(shared / 30.4)
    spans = f"one counts {period_name(a.period)}, the other {period_name(b.period)}"
    return Effect(NAME, "period", f"{spans}, which have {months} of 12 months in common", BAND)


def _two_years(a: Period, b: Period) -> bool:
    whole = all(365 <= p.days <= 366 for p in (a, b))
    return whole and a != b and (a.start, a.end) != (b.start, b.end) and a.start < b.end and b.start < a.end
