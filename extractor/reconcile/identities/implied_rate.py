"""Two amounts of one thing in two currencies imply an exchange rate, and that must have existed."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.domain import Interval
from extractor.reconcile import rates
from extractor.reconcile.equations import Within
from extractor.reconcile.explanations.conversion import SLACK, WINDOW, matching_day
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import SIZE, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, period_name, plain

NAME = "implied_rate"
GROUPS = ("article",)


def trials(view: View) -> Iterator[Trial]:
    """7.33 trillion yen and $48.87 billion: 149.99, the rate of the publication day or the period's average."""
    for dollars in view.heads(measure="level"):
        for other in view.same_slot(dollars):
            if _two_currencies(other, dollars) and dollars.value and other.value:
                yield from _trial(other, dollars, str(other.currency), str(dollars.currency))


def _two_currencies(other: Reading, dollars: Reading) -> bool:
    """Each pair once: the rate is quoted in units of the currency that is not the dollar, or in alphabetical order."""
    if None in (other.currency, dollars.currency) or other.currency == dollars.currency:
        return False
    return dollars.currency == "USD" or (other.currency != "USD" and str(other.currency) < str(dollars.currency))


def _trial(other: Reading, base: Reading, quote_code: str, base_code: str) -> Iterator[Trial]:
    bands = _bands(other, base_code, quote_code)
    if not bands or other.value is None or not base.value:
        return
    rate = abs(other.value / base.value)
    lines = [f"{amount(other.value, quote_code)} / {amount(base.value, base_code)} = {plain(rate, 2)}"]
    period = other.period
    if period and (mean := rates.average(period.start, period.end, base_code, quote_code)):
        lines.append(f"ECB average of {period_name(period)}: {plain(mean, 2)}")
    if found := matching_day(Interval.exact(rate), other, base_code, quote_code):
        lines.append(f"ECB rate of {found[0].isoformat()}: {plain(found[1], 2)}")
    terms = (Term(other, SIZE), Term(base, SIZE))
    yield Trial(NAME, "the two amounts imply a rate of the time", Within(bands), terms, tuple(lines))


def _bands(reading: Reading, base: str, quote: str) -> tuple[Interval, ...]:
    """The period's average, and the rates of the days in which the article may have been written."""
    found = []
    if reading.period and (band := rates.band(reading.period, base, quote)):
        found.append(band)
    day = reading.published or (reading.period.end if reading.period else None)
    if day is not None:
        around = rates.extremes(
            day, WINDOW if reading.published is None else 8, base, quote, ahead=not reading.published
        )
        if around is not None and around.low is not None and around.high is not None:
            found.append(Interval(low=around.low * (1 - SLACK), high=around.high * (1 + SLACK)))
    return tuple(found)
