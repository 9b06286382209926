"""A stated average rate and its stated change imply the rate before; independent rates must agree."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.domain import Period
from extractor.reconcile import rates
from extractor.reconcile.equations import Within
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import FACTOR, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, period_name, plain

NAME = "exchange_rate"
GROUPS = ("article",)
RATE = "exchange_rate"


def trials(view: View) -> Iterator[Trial]:
    """152.60 yen per dollar against the ECB's average of the period; 152.60 / 1.061 against that of the year before."""
    for rate in view.readings:
        pair = pair_of(rate)
        if rate.claim.indicator != RATE or pair is None or rate.period is None:
            continue
        quote, base = pair
        yield from _level(rate, rate.period, base, quote)
        for change in view.readings:
            if _is_change_of(change, rate):
                yield from _before(rate, change, rate.period, base, quote)


def pair_of(reading: Reading) -> tuple[str, str] | None:
    """(quote, base) of a rate: JPY/USD -> ("JPY", "USD")."""
    quote, slash, base = (reading.claim.unit or "").partition("/")
    return (quote, base) if slash and len(quote) == len(base) == 3 and reading.claim.kind == "rate" else None


def _is_change_of(change: Reading, rate: Reading) -> bool:
    same = change.claim.article_id == rate.claim.article_id and change.claim.period == rate.claim.period
    return same and change.claim.indicator == RATE and change.measure == "change:yoy"


def _level(rate: Reading, period: Period, base: str, quote: str) -> Iterator[Trial]:
    band = rates.band(period, base, quote)
    mean = rates.average(period.start, period.end, base, quote, 14)
    if band is None or mean is None or rate.value is None or period.days < 28:
        return
    if not band.holds(rate.value) and _traded(rate, period, base, quote):
        return
    line = (
        f"ECB average for {period_name(period)}, two weeks' lag: {plain(mean, 2)}; stated: {plain(rate.value)} "
        f"({growth((rate.value / mean - 1) * 100)})"
    )
    yield Trial(
        NAME, f"the stated average rate is that of {period_name(period)}", Within((band,)), (Term(rate),), (line,)
    )


def _traded(rate: Reading, period: Period, base: str, quote: str) -> bool:
    """Whether it may be a rate of some day, not the average: of the period, or up to the publication."""
    last = max(period.end, rate.published or period.end)
    daily = rates.extremes(last, (last - period.start).days, base, quote, ahead=False)
    return daily is None or daily.overlaps(rate.rounded) or (rate.published is not None and rate.published < period.end)


def _before(rate: Reading, change: Reading, period: Period, base: str, quote: str) -> Iterator[Trial]:
    before = rates.year_before(period)
    band = rates.band(before, base, quote)
    if band is None or rate.value is None or change.value is None:
        return
    terms = (Term(rate), Term(change, FACTOR))
    implied = terms[0].interval("rounded") / terms[1].interval("rounded")
    if implied.low is None or implied.high is None:
        return
    lags = ", ".join(
        f"{plain(mean, 2)} ({lag} days' lag)"
        for lag in rates.LAGS
        if (mean := rates.average(before.start, before.end, base, quote, lag)) is not None
    )
    lines = (
        f"{plain(rate.value)} / {plain(1 + change.value / 100)} = {plain(implied.low, 2)} to {plain(implied.high, 2)}",
        f"ECB average for {period_name(before)}: {lags}",
    )
    yield Trial(NAME, "rate and change imply the rate of the year before", Within((band,)), terms, lines)
