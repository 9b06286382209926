"""Findings made: content ids, and the order in which a fact-checker should read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.domain import Finding, content_id
from extractor.domain.vocabulary import Verdict

URGENCY: tuple[Verdict, ...] = (
    "suspect_source_error", "conflict", "suspect_extraction", "conflict_if_same_basis", "explained", "revised",
    "agree_truncation", "agree_rounding", "agree_exact", "derivable", "not_comparable", "unverifiable",
    "single_origin", "anticipated", "duplicate",
)  # fmt: skip


def finding(
    *, check: str, verdict: Verdict, claim_ids: Sequence[str], explanation: str, group: str, **more: Any
) -> Finding:
    """A Finding whose id is its content: what was checked, on which claims, with what result."""
    ids = tuple(dict.fromkeys(claim_ids))
    detail = more.get("detail")
    key = content_id(check, verdict, detail, *sorted(ids))
    return Finding(
        id=key, check=check, verdict=verdict, claim_ids=ids, explanation=explanation, group=group,
        passed=more.pop("passed", None), **more,
    )  # fmt: skip


def by_urgency(findings: Iterable[Finding]) -> list[Finding]:
    """What a fact-checker should look at first: errors, then contradictions, then what is explained.

    Within a verdict, failed checks first, then what has the larger unexplained rest, then by id.
    """
    return sorted(findings, key=lambda f: (URGENCY.index(f.verdict), f.passed is not False, -(f.residual or 0), f.id))
