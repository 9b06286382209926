""" "Highest since ..." means that nothing in between was higher."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.domain import Period
from extractor.reconcile.equations import AtMost
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, period_name

NAME = "highest_since"
GROUPS = ("article", "series")


def trials(view: View) -> Iterator[Trial]:
    """The level that the rank belongs to, against each level of equal length inside its window."""
    for rank in view.heads(measure="rank"):
        if rank.value != 1 or rank.claim.direction == "down" or rank.period is None:
            continue
        levels = [r for r in view.all_near(rank, "period", measure="level") if r.period]
        own = [r for r in levels if r.period and r.period.end == rank.period.end]
        for top in own:
            for other in levels:
                if other.period and top.period and _between(other.period, top.period, rank.period):
                    yield _trial(other, top, rank)


def _between(other: Period, top: Period, window: Period) -> bool:
    """Inside the window, of the same length, and neither the top itself nor the window's first period."""
    same_length = abs(other.days - top.days) <= 3
    return same_length and window.start < other.start and other.end < top.start


def _trial(other: Reading, top: Reading, rank: Reading) -> Trial:
    line = (
        f"{period_name(other.period)}: {amount(other.value, other.claim.unit)} <= "
        f"{period_name(top.period)}: {amount(top.value, top.claim.unit)}"
    )
    rule = f"'{rank.claim.quote}' ({rank.claim.period}): nothing in between was higher"
    return Trial(NAME, rule, AtMost(), (Term(other), Term(top)), (line,), (rank,))
