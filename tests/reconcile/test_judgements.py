"""People's decisions: in force until undone, flagged when their claim changed."""

from __future__ import annotations

import pytest
from reconcile_support import make_claim

from extractor.domain import Judgement
from extractor.reconcile import history, in_force, kept, reconcile, ruled

CLAIM = make_claim("18.8917", "1e12", id="x", compiler="JP_MOF")


def judged(number: int, verdict: str, target: str = "x", kind: str = "claim", undoes: str | None = None) -> Judgement:
    return Judgement(
        id=f"j{number}", target=target, target_kind=kind, verdict=verdict, why="seen in the tables", by="reader",
        at=f"2026-01-0{number}T09:00:00+00:00", undoes=undoes, claim_digest="as it was",
    )  # fmt: skip


def test_the_latest_judgement_is_in_force_and_an_undo_brings_back_the_one_before() -> None:
    first, second = judged(1, "right"), judged(2, "wrong")
    assert in_force([second, first], {"x": "as it was"})["x"].judgement == second
    undo = judged(3, "wrong", undoes="j2")
    assert in_force([first, second, undo], {"x": "as it was"})["x"].judgement == first
    assert [j.id for j in history([undo, second, first], "x")] == ["j1", "j2", "j3"]


def test_instants_are_compared_and_not_their_spelling() -> None:
    late = judged(1, "wrong").model_copy(update={"at": "2026-01-02T01:00:00+09:00", "id": "late"})
    later = judged(1, "right").model_copy(update={"at": "2026-01-01T23:00:00+00:00", "id": "later"})
    assert in_force([later, late], {"x": "as it was"})["x"].judgement.id == "later"


def test_a_claim_judged_wrong_leaves_its_fact() -> None:
    other = make_claim("18.9", "1e12", article="b", id="y", compiler="JP_MOF")
    assert kept([CLAIM, other], in_force([judged(1, "wrong")], {"x": "as it was", "y": "any"})) == [other]
    assert kept([CLAIM, other], in_force([judged(1, "right")], {"x": "as it was", "y": "any"})) == [CLAIM, other]


@pytest.mark.parametrize("now", [{}, {"x": "changed"}], ids=["gone", "changed"])
def test_a_ruling_on_a_changed_claim_is_flagged_and_not_applied(now: dict[str, str]) -> None:
    ruling = in_force([judged(1, "wrong")], now)["x"]
    assert ruling.stale
    assert kept([CLAIM], {"x": ruling}) == [CLAIM]


def test_a_fact_judged_by_a_person_says_who_and_why() -> None:
    fact = reconcile([CLAIM], {}).facts[0]
    rulings = in_force([judged(1, "conflict", fact.id, "fact")], {fact.id: "as it was"})
    shown = ruled(fact, rulings[fact.id])
    assert shown.verdict == "conflict"
    assert shown.explanation.startswith("reader (2026-01-01): seen in the tables")
    assert "single_origin" in shown.explanation
    assert ruled(fact, None) == fact
    stale = in_force([judged(1, "conflict", fact.id, "fact")], {fact.id: "changed"})
    assert ruled(fact, stale[fact.id]) == fact
