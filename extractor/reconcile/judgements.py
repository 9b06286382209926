"""What people decided, laid over what the reconciler says. Pure: the table of judgements in, rulings out.

Judgements are append-only; an undo is a judgement that names the one it undoes. A judgement
carries the digest of its claim or fact as it was judged: when that has changed since, or is
gone, the ruling is flagged `stale` and not applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from extractor.domain import Claim, Fact, Frozen, Judgement
from extractor.domain.vocabulary import VERDICTS

WRONG = "wrong"
"""The verdict on a claim that takes it out of its fact: it was misread."""


class Ruling(Frozen):
    """The judgement in force on a target. `stale`: the target has changed since, so it is shown but not applied."""

    judgement: Judgement
    stale: bool = False


def in_force(judgements: Iterable[Judgement], digests: Mapping[str, str]) -> dict[str, Ruling]:
    """The latest judgement that nobody undid, by target.

    `digests` are those of the current claims and facts, by id, made as the judgements' own were.
    """
    ordered = _oldest_first(judgements)
    undone = {j.undoes for j in ordered if j.undoes}
    standing = (j for j in ordered if j.undoes is None and j.id not in undone)
    return {j.target: Ruling(judgement=j, stale=_stale(j, digests)) for j in standing}


def _stale(judgement: Judgement, digests: Mapping[str, str]) -> bool:
    return judgement.claim_digest is not None and digests.get(judgement.target) != judgement.claim_digest


def history(judgements: Iterable[Judgement], target: str) -> list[Judgement]:
    """Every judgement on a target, undone ones and undos included, oldest first."""
    return _oldest_first(j for j in judgements if j.target == target)


def _oldest_first(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of one second, in the order given: that in which they were appended."""
    return sorted(judgements, key=lambda j: _instant(j.at))


def _instant(at: str) -> datetime:
    """ISO 8601 as an instant, so that offsets do not disturb the order; no offset is UTC."""
    parsed = datetime.fromisoformat(at)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def kept(claims: Iterable[Claim], rulings: Mapping[str, Ruling]) -> list[Claim]:
    """The claims that nobody judged misread: what to reconcile."""
    wrong = {name for name, ruling in rulings.items() if not ruling.stale and ruling.judgement.verdict == WRONG}
    return [claim for claim in claims if claim.id not in wrong]


def ruled(fact: Fact, ruling: Ruling | None) -> Fact:
    """A fact with the verdict that a person gave it, and who gave it; findings stay as they are."""
    if ruling is None or ruling.stale or ruling.judgement.verdict not in VERDICTS:
        return fact
    judged = ruling.judgement
    told = f"{judged.by} ({judged.at[:10]}): {judged.why} [reconciler: {fact.verdict}] {fact.explanation}"
    return fact.model_copy(update={"verdict": judged.verdict, "explanation": told})
