"""A figure that another source gives for the year before or after: the right number under the wrong year."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.reconcile import rates
from extractor.reconcile.equations import Sum
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, period_name

NAME = "wrong_year"
GROUPS = ("series",)
DIGITS = 4
"""So many significant digits must agree before a meeting of two years is no accident."""


def trials(view: View) -> Iterator[Trial]:
    """Two sources exclude each other for one year, and one of them says what the other says of its neighbour."""
    for reading in (r for r in view.readings if r.measure == "level"):
        others = [other for other in view.same_slot(reading) if not meets(reading.rounded, other.rounded)]
        for twin in _neighbours(view, reading) if others else ():
            yield from (_trial(reading, other, twin) for other in others if _misplaced(reading, other, twin))


def _neighbours(view: View, reading: Reading) -> Iterator[Reading]:
    if reading.period is None:
        return
    for period in (rates.year_before(reading.period), rates.year_after(reading.period)):
        other = view.near(reading, period=str(period))
        if other is not None:
            yield other


def _misplaced(reading: Reading, other: Reading, twin: Reading) -> bool:
    return (
        reading.claim.article_id != other.claim.article_id
        and reading.currency == other.currency
        and reading.claim.article_id != twin.claim.article_id
        and len(reading.digits) >= DIGITS
        and meets(reading.rounded, twin.rounded)
    )


def _trial(reading: Reading, other: Reading, twin: Reading) -> Trial:
    line = (
        f"{amount(reading.value, reading.claim.unit)} is given for {period_name(reading.period)}, where another source "
        f"has {amount(other.value, other.claim.unit)}; it is the figure of {period_name(twin.period)}"
    )
    return Trial(NAME, "one year, one figure", Sum((1, -1)), (Term(reading), Term(other)), (line,), (twin,))
