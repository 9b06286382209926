"""Which year a bare "2024" means: the stated average exchange rate fits one kind of year only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.domain import Period
from extractor.reconcile import rates
from extractor.reconcile.equations import Within
from extractor.reconcile.identities.exchange_rate import RATE, pair_of
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, period_name, plain

NAME = "period"
GROUPS = ("article",)


def trials(view: View) -> Iterator[Trial]:
    """A stated average rate against the fiscal and the calendar year: 152.60 is fiscal 2024, not 2024."""
    for rate in view.readings:
        pair, period = pair_of(rate), rate.period
        if rate.claim.indicator == RATE and pair and period and period.days in (365, 366) and rate.value:
            quote, base = pair
            other = _other_year(period)
            here, there = (rates.average(p.start, p.end, base, quote, 14) for p in (period, other))
            band = rates.band(period, base, quote)
            if here and there and band and band.overlaps(rate.rounded):
                yield Trial(
                    NAME, f"the year meant is {period_name(period)}", Within((band,)), (Term(rate),),
                    _lines(rate.value, period, here, other, there), _dates(view, period),
                )  # fmt: skip


def _other_year(period: Period) -> Period:
    """The calendar year for a fiscal year, and Japan's fiscal year for a calendar year."""
    year = period.start.year
    return Period.year(year) if period.start.month != 1 else Period.fiscal_year(year)


def _lines(stated: Decimal, period: Period, here: Decimal, other: Period, there: Decimal) -> tuple[str, ...]:
    return tuple(
        f"ECB average for {period_name(p)}, two weeks' lag: {plain(mean, 2)}; the stated {plain(stated)} is "
        f"{growth((stated / mean - 1) * 100)} from it"
        for p, mean in ((period, here), (other, there))
    )


def _dates(view: View, period: Period) -> tuple[Reading, ...]:
    """The article's own period expressions that belong to the year: the year itself and its last month."""
    return tuple(
        r for r in view.dates
        if r.period == period or (r.period and period.contains(r.period) and r.period.end == period.end)
        or r.claim.indicator == "publication_date"
    )  # fmt: skip
