"""The change of a balance follows from both levels and both growth rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.equations import BalanceChange
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import FACTOR, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, span

NAME = "balance_change"
GROUPS = ("article", "frame")
RULE = "change of the balance follows from both levels and both growth rates"


def trials(view: View) -> Iterator[Trial]:
    """For each yearly change of a balance: exports, imports and their own yearly changes must be known."""
    for change in view.heads(measure="change:yoy", flow="balance"):
        found = [
            view.near(change, measure="level", flow="export"), view.near(change, flow="export", stem="goods_trade"),
            view.near(change, measure="level", flow="import"), view.near(change, flow="import", stem="goods_trade"),
        ]  # fmt: skip
        levels = [reading for reading in found if reading is not None]
        if len(levels) == 4 and levels[0].currency == levels[2].currency:
            balance = view.near(change, measure="level")
            yield _trial(levels, change, (balance,) if balance else ())


def _trial(levels: list[Reading], change: Reading, beside: tuple[Reading, ...]) -> Trial:
    x, gx, m, gm = levels
    terms = (Term(x), Term(gx, FACTOR), Term(m), Term(gm, FACTOR), Term(change, FACTOR))
    equation = BalanceChange()
    intervals = [term.interval("rounded") for term in terms]
    before, factor = equation.before(intervals), equation.solve(4, intervals)
    lines = (
        f"exports before: {span(intervals[0] / intervals[1], x.currency)}; "
        f"imports before: {span(intervals[2] / intervals[3], m.currency)}",
        f"balance before: {span(before, x.currency)}",
        f"change of its size: {_percent(factor)} (stated: {growth(change.value)})",
    )
    return Trial(NAME, RULE, equation, terms, lines, beside)


def _percent(factor: Interval) -> str:
    if factor.low is None or factor.high is None:
        return "not determined (the balance before may have been zero)"
    ends = sorted((factor.low * 100 - 100, factor.high * 100 - 100))
    return f"{growth(ends[0].quantize(Decimal('0.01')))} to {growth(ends[1].quantize(Decimal('0.01')))}"
