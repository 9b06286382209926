"""Level = level of the year before x (1 + growth)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile import rates
from extractor.reconcile.equations import Product
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import FACTOR, SIZE, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, growth, period_name

NAME = "previous"
GROUPS = ("article", "series")
RULE = "level = level of the year before x (1 + growth)"


def trials(view: View) -> Iterator[Trial]:
    """For each yearly growth rate or multiple whose level and earlier level are known: 6.143 x (1 - 15%) = 5.2216."""
    for change in view.heads(measure="change:yoy"):
        level = view.near(change, measure="level")
        if level is None or change.period is None:
            continue
        before = view.near(level, period=str(rates.year_before(change.period)))
        if before is not None and before.currency == level.currency:
            yield _trial(level, before, change)


def _trial(level: Reading, before: Reading, change: Reading) -> Trial:
    now, then = abs(level.value or Decimal(0)), abs(before.value or Decimal(0))
    stated = change.value or Decimal(0)
    implied = growth((now / then - 1) * 100) if then else "undefined"
    unit = level.claim.unit
    lines = (
        f"{amount(now, unit)} / {amount(then, unit)} ({period_name(before.period)}) = {implied} "
        f"(stated: {growth(stated)})",
        f"{amount(now, unit)} / {1 + stated / 100} = {amount(now / (1 + stated / 100), unit)} before"
        if stated != -100
        else f"{amount(now, unit)} after a fall to nothing",
    )
    terms = (Term(level, SIZE), Term(before, SIZE), Term(change, FACTOR))
    return Trial(NAME, RULE, Product((1, -1, -1)), terms, lines)
