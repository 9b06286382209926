""" "Highest in three years" follows from "highest since September 2022"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractor.domain import Period
from extractor.reconcile.equations import Decided
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View

NAME = "rank_window"
GROUPS = ("article",)


def trials(view: View) -> Iterator[Trial]:
    """Two "highest" claims about one series that end together: the longer window implies the shorter."""
    ranks = [r for r in view.readings if r.measure == "rank" and r.value == 1 and r.period and r.claim.indicator]
    for a, b in combinations(ranks, 2):
        if a.period and b.period and _series(a) == _series(b) and _ends_together(a.period, b.period):
            first = a.period.start < b.period.start
            if a.period != b.period:
                yield _trial(a, b, a.period, b.period) if first else _trial(b, a, b.period, a.period)


def _series(r: Reading) -> tuple[object, ...]:
    c = r.claim
    return r.stem, c.flow, c.reporter, c.partner, c.commodity, c.entity, c.direction


def _ends_together(a: Period, b: Period) -> bool:
    return (a.end.year, a.end.month) == (b.end.year, b.end.month)


def months(period: Period) -> int:
    """Whole months from the first to the last, both ends excluded once: 2022-09 to 2025-12 is 39."""
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def _trial(longer: Reading, shorter: Reading, wide: Period, narrow: Period) -> Trial:
    window, needed = months(wide), months(narrow) + 1
    line = (
        f"{wide.start:%Y-%m}..{wide.end:%Y-%m} = {window} months >= {needed} ({narrow.start:%Y-%m}..{narrow.end:%Y-%m})"
    )
    rule = f"'{shorter.claim.quote}' follows from '{longer.claim.quote}'"
    return Trial(NAME, rule, Decided(window >= needed), (Term(longer), Term(shorter)), (line,))
