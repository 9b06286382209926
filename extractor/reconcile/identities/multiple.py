""" "By 2.9 times" may mean to 2.9 times or by 2.9 times: +190% or +290%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile.equations import EitherReading
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, plain

NAME = "multiple"
GROUPS = ("article",)


def trials(view: View) -> Iterator[Trial]:
    """For each multiple that states a growth: both readings, and the growth rate that decides, where one is stated."""
    for multiple in view.readings:
        if multiple.claim.kind == "multiple" and multiple.measure == "change:yoy" and multiple.value is not None:
            rate = next((r for r in view.same_slot(multiple) if r.claim.kind == "percent"), None)
            if rate is not None or _open(multiple):
                yield _trial(multiple, rate)


def _open(multiple: Reading) -> bool:
    """Whether the words leave the reading open: the extractor noted it, or the sentence says "by 2.9 times"."""
    claim = multiple.claim
    noted = any(evidence.slot == "value" for evidence in claim.evidence)
    return noted or not claim.sentence or f"by {claim.quote}" in claim.sentence


def _trial(multiple: Reading, rate: Reading | None) -> Trial:
    to = multiple.value or Decimal(0)
    line = f"to {plain(to / 100 + 1)} times: {growth(to)}; by as many times: {growth(to + 100)}"
    terms = (Term(multiple),) if rate is None else (Term(multiple), Term(rate))
    rule = f"'{multiple.claim.quote}' has two readings" if rate is None else "multiple and growth rate agree"
    return Trial(NAME, rule, EitherReading(), terms, (line,), open="ambiguous" if rate is None else None)
