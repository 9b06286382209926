"""People's decisions: in force until undone, flagged when their claim changed."""

from __future__ import annotations

import pytest
from reconcile_support import make_claim

from extractor.domain import Judgement
from extractor.domain.errors import UnknownTerm
from extractor.reconcile import check_verdict, claim_digest, history, in_force, kept, overlay, reconcile

CLAIM = make_claim("18.8917", "1e12", id="x", compiler="JP_MOF")


def judged(number: int, verdict: str, target: str = "x", kind: str = "claim", **fields: str | None) -> Judgement:
    return Judgement(
        id=f"j{number}", target=target, target_kind=kind, verdict=verdict, why="seen in the tables", by="reader",
        at=f"2026-01-0{number}T09:00:00+00:00",
        **{"claim_digest": claim_digest(CLAIM) if kind == "claim" else None} | fields,
    )  # fmt: skip


def test_the_latest_judgement_is_in_force_and_an_undo_brings_back_the_one_before() -> None:
    first, second = judged(1, "right"), judged(2, "wrong")
    claims = {"x": CLAIM}
    assert in_force([second, first], claims)["x"].judgement == second
    undo = judged(3, "wrong", undoes="j2")
    assert in_force([first, second, undo], claims)["x"].judgement == first
    assert [j.id for j in history([undo, second, first], "x")] == ["j1", "j2", "j3"]


def test_a_claim_judged_wrong_leaves_its_fact() -> None:
    other = make_claim("18.9", "1e12", article="b", id="y", compiler="JP_MOF")
    rulings = in_force([judged(1, "wrong")], {"x": CLAIM, "y": other})
    assert kept([CLAIM, other], rulings) == [other]


@pytest.mark.parametrize("now", [{}, {"x": CLAIM.model_copy(update={"partner": "USA"})}], ids=["gone", "changed"])
def test_a_ruling_on_a_changed_claim_is_flagged_and_not_applied(now: dict) -> None:  # type: ignore[type-arg]
    ruling = in_force([judged(1, "wrong")], now)["x"]
    assert ruling.stale
    assert kept([CLAIM], {"x": ruling}) == [CLAIM]


def test_another_run_of_the_same_claim_keeps_its_ruling() -> None:
    again = CLAIM.model_copy(update={"run_id": "another"})
    assert not in_force([judged(1, "wrong")], {"x": again})["x"].stale


def test_a_fact_judged_by_a_person_says_who_and_why() -> None:
    result = reconcile([CLAIM], {})
    fact = result.facts[0]
    rulings = in_force([judged(1, "conflict", fact.id, "fact")], {"x": CLAIM})
    shown = overlay(result, rulings).facts[0]
    assert shown.verdict == "conflict"
    assert shown.explanation.startswith("reader (2026-01-01): seen in the tables")
    assert "single_origin" in shown.explanation
    assert overlay(result, {}) == result


def test_an_unknown_verdict_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownTerm, match="conflict_if_same_basis"):
        check_verdict("nonsense", "fact")
    assert check_verdict("conflict", "fact") == "conflict"
