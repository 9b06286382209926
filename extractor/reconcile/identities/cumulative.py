"""A month is at most the year to date, and that at most the year; twelve months are the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from extractor.domain import Period
from extractor.reconcile.equations import AtMost, Sum
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, period_name

NAME = "cumulative"
GROUPS = ("article", "series")
WHOLE = "twelve_months"
ADDS_UP = ("export", "import", "total")
"""Flows of goods add up over time; balances and stocks do not, or not with one sign."""


def trials(view: View) -> Iterator[Trial]:
    """For each span: every shorter span inside it; and all that cover it without a gap, added up."""
    for whole in view.heads(measure="level", flow=ADDS_UP):
        inside = [r for r in view.all_near(whole, "period") if _inside(r, whole)]
        for part in inside:
            yield _at_most(part, whole)
        tiles = _tiles(whole, inside)
        if len(tiles) > 1:
            yield _sum(tiles, whole)


def _inside(part: Reading, whole: Reading) -> bool:
    if part.period is None or whole.period is None:
        return False
    return whole.period.contains(part.period) and part.period.days < whole.period.days


def _tiles(whole: Reading, inside: Sequence[Reading]) -> list[Reading]:
    """Spans that follow each other from the whole's first day to its last; empty when there is a gap."""
    if whole.period is None:
        return []
    return _from(whole.period, {r.period.start: r for r in _longest_last(inside) if r.period})


def _from(span: Period, starting: dict[object, Reading]) -> list[Reading]:
    chosen: list[Reading] = []
    day = span.start
    while day <= span.end:
        found = starting.get(day)
        if found is None or found.period is None:
            return []
        chosen.append(found)
        day = found.period.end + timedelta(days=1)
    return chosen


def _longest_last(readings: Sequence[Reading]) -> list[Reading]:
    """Sorted so that, of two spans with one beginning, the longer is kept."""
    return sorted(readings, key=lambda r: (r.period.days if r.period else 0, r.id))


def _at_most(part: Reading, whole: Reading) -> Trial:
    names = f"{period_name(part.period)} is at most {period_name(whole.period)}"
    line = f"{amount(part.value, part.claim.unit)} <= {amount(whole.value, whole.claim.unit)}"
    return Trial(NAME, names, AtMost(), (Term(part), Term(whole)), (line,))


def _sum(tiles: Sequence[Reading], whole: Reading) -> Trial:
    total = sum((tile.value or Decimal(0) for tile in tiles), Decimal(0))
    line = (
        f"{' + '.join(amount(tile.value, tile.claim.unit) for tile in tiles)} = {amount(total, whole.claim.unit)} "
        f"(stated for {period_name(whole.period)}: {amount(whole.value, whole.claim.unit)})"
    )
    terms = tuple(Term(reading) for reading in (*tiles, whole))
    return Trial(WHOLE, "the spans add up to the whole", Sum((*(1 for _ in tiles), -1)), terms, (line,))
