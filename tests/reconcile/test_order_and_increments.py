"""The same facts in any order, and the same facts when articles come one by one."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_support import make_claim

from extractor.domain import Basis, Claim
from extractor.reconcile import Reconciliation, keys_of, reconcile, reconcile_keys

FY24, CY24, CY23 = "2024-04-01/2025-03-31", "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"
ARTICLES = st.sampled_from(["a", "b", "c", "d"])
LEVELS = st.builds(
    lambda article, start, digits, flow, partner, period, unit, compiler: make_claim(
        f"{digits}", "1e10", article=article, start=start, id=f"{article}{start}", flow=flow, partner=partner,
        period=period, unit=unit, balance_sign=-1 if flow == "balance" else None, compiler=compiler,
        indicator="goods_trade_balance" if flow == "balance" else "goods_trade_value",
    ),
    ARTICLES, st.integers(0, 30), st.integers(100, 130), st.sampled_from(["export", "import", "balance", "total"]),
    st.sampled_from(["CHN", "WLD"]), st.sampled_from([FY24, CY24, CY23]), st.sampled_from(["JPY", "USD"]),
    st.sampled_from(["JP_MOF", None]),
)  # fmt: skip
CHANGES = st.builds(
    lambda article, start, digits, flow, period, direction: make_claim(
        f"{digits}", "0.1", article=article, start=start, id=f"{article}{start}", kind="percent", flow=flow,
        period=period, change_basis="yoy", direction=direction, basis=Basis(compiler="JETRO"),
    ),
    ARTICLES, st.integers(0, 30), st.integers(1, 99), st.sampled_from(["export", "import"]),
    st.sampled_from([FY24, CY24]), st.sampled_from(["up", "down"]),
)  # fmt: skip
CLAIMS = st.lists(LEVELS | CHANGES, max_size=14, unique_by=lambda claim: claim.id)


@settings(max_examples=40, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bytes(claims: list[Claim], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert reconcile(claims, {}).model_dump_json() == reconcile(shuffled, {}).model_dump_json()


def one_by_one(claims: list[Claim]) -> Reconciliation:
    """Articles added in turn: each replaces what the groups of its claims said, and nothing else."""
    stored = Reconciliation()
    known: dict[str, Claim] = {}
    for article in sorted({claim.article_id for claim in claims}, reverse=True):
        new = [claim for claim in claims if claim.article_id == article]
        known |= {claim.id: claim for claim in new}
        touched = set(keys_of(new))
        groups = {key: ids for key, ids in keys_of(known.values()).items() if key in touched}
        fresh = reconcile_keys(groups, known, {})
        stored = Reconciliation.of(
            [fact for fact in stored.facts if fact.group not in touched] + list(fresh.facts),
            [finding for finding in stored.findings if finding.group not in touched] + list(fresh.findings),
        )
    return stored


@settings(max_examples=40, deadline=None)
@given(CLAIMS)
def test_articles_one_by_one_equal_all_at_once(claims: list[Claim]) -> None:
    assert one_by_one(claims).model_dump_json() == reconcile(claims, {}).model_dump_json()


def test_the_seeds_one_by_one_equal_the_seeds_at_once(gold: tuple[Claim, ...]) -> None:
    assert one_by_one(list(gold)).model_dump_json() == reconcile(gold, {}).model_dump_json()


def test_a_new_article_leaves_other_groups_alone() -> None:
    old = make_claim("18.8917", "1e12", article="a", partner="CHN")
    new = make_claim("21.6482", "1e12", article="b", partner="USA", period=FY24)
    assert not set(keys_of([old])) & set(keys_of([new]))


def test_no_claims_no_facts() -> None:
    assert reconcile([], {}) == Reconciliation()
