"""Runs of extraction, what went wrong in them, and what people decided."""

from __future__ import annotations

from typing import Literal

from extractor.domain.base import Frozen


class Issue(Frozen):
    """One failure as a value: which run and stage, on what, and what it means."""

    stage: Literal["crawl", "archive", "parse", "extract", "reconcile", "store"]
    code: str
    message: str
    run_id: str | None = None
    source: str | None = None
    article_id: str | None = None
    url: str | None = None
    start: int | None = None
    end: int | None = None


class Run(Frozen):
    """One pass of extraction over a selection, with the digest of the rule set."""

    id: str
    rules_digest: str
    selection: str
    started_at: str
    finished_at: str | None = None
    status: Literal["running", "done", "interrupted", "failed"] = "running"
    articles: int = 0
    claims: int = 0
    issues: int = 0


class Judgement(Frozen):
    """A person's decision on a claim or fact. Append-only; an undo is another judgement."""

    id: str
    target: str
    target_kind: Literal["claim", "fact"]
    verdict: str
    why: str
    by: str
    at: str
    undoes: str | None = None
    claim_digest: str | None = None
    """Content of the claim when it was judged, so that a changed claim is flagged."""
