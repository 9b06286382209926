"""Claims to reconcile: read from the experts' annotations, or made on the spot."""

from __future__ import annotations

import json
from functools import cache

import pytest
from gold_claims import GOLD, gold_claim

from extractor.domain import Claim


@cache
def _gold() -> tuple[Claim, ...]:
    return tuple(gold_claim(json.loads(line)) for line in (GOLD / "claims.jsonl").read_text("utf-8").splitlines())


@pytest.fixture(scope="session")
def gold() -> tuple[Claim, ...]:
    """All annotated claims of the three seeds."""
    if not GOLD.exists():
        pytest.skip("the annotated seeds lie outside the project and are not here")
    return _gold()


@pytest.fixture(scope="session")
def april(gold: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of the article of 17 April."""
    return tuple(claim for claim in gold if claim.article_id == "002")
