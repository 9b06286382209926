"""What people decided, laid over what the reconciler says. Pure: the table of judgements in, rulings out.

Judgements are append-only; an undo is a judgement that names the one it undoes. A judgement
on a claim carries the digest of the claim as it was judged: when re-extraction changed the
claim, or no longer finds it, the ruling is flagged `stale` and not applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from extractor.domain import Claim, Fact, Frozen, Judgement, content_id
from extractor.domain.errors import UnknownTerm
from extractor.domain.vocabulary import VERDICTS
from extractor.reconcile.model import Reconciliation

EXCLUDING = ("wrong", "not_a_figure", "suspect_extraction")
"""Verdicts on a claim that take it out of its fact."""


class Ruling(Frozen):
    """The judgement in force on a target. `stale`: its claim has changed since, so it is shown but not applied."""

    judgement: Judgement
    stale: bool = False


def claim_digest(claim: Claim) -> str:
    """Content of everything that a person judges when judging a claim; the run it came from does not matter."""
    return content_id(claim.model_dump_json(exclude={"run_id", "evidence", "links"}))


def in_force(judgements: Iterable[Judgement], claims: Mapping[str, Claim]) -> dict[str, Ruling]:
    """The latest judgement that nobody undid, by target; flagged where its claim is gone or changed."""
    ordered = sorted(judgements, key=lambda j: (_instant(j.at), j.id))
    undone = {j.undoes for j in ordered if j.undoes}
    rulings = {}
    for judgement in ordered:
        if judgement.undoes is None and judgement.id not in undone:
            rulings[judgement.target] = Ruling(judgement=judgement, stale=_stale(judgement, claims))
    return rulings


def _instant(at: str) -> datetime:
    """ISO 8601 as an instant, so that offsets do not disturb the order; no offset is UTC."""
    parsed = datetime.fromisoformat(at)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _stale(judgement: Judgement, claims: Mapping[str, Claim]) -> bool:
    if judgement.target_kind == "fact" or judgement.claim_digest is None:
        return False
    claim = claims.get(judgement.target)
    return claim is None or claim_digest(claim) != judgement.claim_digest


def history(judgements: Iterable[Judgement], target: str) -> list[Judgement]:
    """Every judgement on a target, undone ones and undos included, oldest first."""
    return sorted((j for j in judgements if j.target == target), key=lambda j: (_instant(j.at), j.id))


def kept(claims: Iterable[Claim], rulings: Mapping[str, Ruling]) -> list[Claim]:
    """The claims that nobody ruled out: what to reconcile."""
    return [c for c in claims if not (c.id in rulings and _excludes(rulings[c.id]))]


def _excludes(ruling: Ruling) -> bool:
    return not ruling.stale and ruling.judgement.verdict in EXCLUDING


def overlay(result: Reconciliation, rulings: Mapping[str, Ruling]) -> Reconciliation:
    """Facts with the verdicts that people gave them, and who gave them; findings stay as they are."""
    return Reconciliation.of([_ruled(fact, rulings) for fact in result.facts], result.findings)


def _ruled(fact: Fact, rulings: Mapping[str, Ruling]) -> Fact:
    ruling = rulings.get(fact.id)
    if ruling is None or ruling.stale or ruling.judgement.verdict not in VERDICTS:
        return fact
    judged = ruling.judgement
    told = f"{judged.by} ({judged.at[:10]}): {judged.why} [reconciler: {fact.verdict}] {fact.explanation}"
    return fact.model_copy(update={"verdict": judged.verdict, "explanation": told})


def check_verdict(verdict: str, target_kind: str) -> str:
    """The verdict, when it is one that a target of this kind can be given.

    Raises:
        UnknownTerm: naming the verdicts that exist.
    """
    allowed: Sequence[str] = VERDICTS if target_kind == "fact" else (*EXCLUDING, "right")
    if verdict not in allowed:
        raise UnknownTerm(f"unknown verdict for a {target_kind}: {verdict}", f"Use one of: {', '.join(allowed)}")
    return verdict
