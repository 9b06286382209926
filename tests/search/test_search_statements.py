"""Findings come in the order in which a fact-checker should read them."""

from __future__ import annotations

from extractor.domain.vocabulary import VERDICTS
from extractor.reconcile.findings import URGENCY
from extractor.search.statements import WEIGHT


def test_search_and_reconciler_agree_on_what_is_urgent() -> None:
    assert WEIGHT == URGENCY
    assert set(WEIGHT) == set(VERDICTS)
