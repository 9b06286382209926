"""Growth in yen = (1 + growth in dollars)(1 + change of the rate) - 1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile import rates
from extractor.reconcile.equations import Within
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import FACTOR, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, plain, unit_name

NAME = "growth_currency"
GROUPS = ("article",)


def trials(view: View) -> Iterator[Trial]:
    """The same growth in two currencies: yuan +5.0%, dollars +3.8%, the dollar 1.2% dearer."""
    for dollars in view.heads(measure="change:yoy"):
        for other in view.same_slot(dollars):
            if dollars.currency == "USD" and other.currency not in (None, "USD") and dollars.period:
                change = rates.change(dollars.period, "USD", str(other.currency))
                if change is not None:
                    yield _trial(other, dollars, change)


def _trial(other: Reading, dollars: Reading, change: Decimal) -> Trial:
    slack = 2 * rates.slack(str(other.currency), "USD")
    band = Interval(low=change * (1 - slack), high=change * (1 + slack))
    implied = (1 + (other.value or Decimal(0)) / 100) / (1 + (dollars.value or Decimal(0)) / 100)
    line = (
        f"{growth(other.value)} in {unit_name(other.currency)} over {growth(dollars.value)} in "
        f"{unit_name(dollars.currency)} = {plain(implied, 4)}; ECB averages: {plain(change, 4)}"
    )
    terms = (Term(other, FACTOR), Term(dollars, FACTOR))
    return Trial(NAME, "growth in two currencies differs by the change of the rate", Within((band,)), terms, (line,))
