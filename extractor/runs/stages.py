"""The stages as one value, so that a run can be given others: the demo's sites, a test's stand-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from extractor.domain import Article, Capture, Claim, Fact, Finding, Issue
from extractor.sites import Site


class Parsed(Protocol):
    """What a parser returns."""

    @property
    def article(self) -> Article: ...
    @property
    def issues(self) -> tuple[Issue, ...]: ...


class Reconciliation(Protocol):
    """What a reconciler returns."""

    @property
    def facts(self) -> Iterable[Fact]: ...
    @property
    def findings(self) -> Iterable[Finding]: ...


@dataclass(frozen=True)
class Stages:
    """The pure functions of the middle, domain types in and out, and the digests of their rules."""

    parse: Callable[[Capture], Parsed]
    extract: Callable[[Article], list[Claim]]
    reconcile: Callable[[Iterable[Claim], Mapping[str, Article]], Reconciliation]
    parse_digest: str
    rules_digest: str
    reconcile_digest: str


def stages(sites: Mapping[str, Site] | None = None) -> Stages:
    """The project's own stages; `sites` in place of the registry."""
    from extractor.extract import extract_claims
    from extractor.parse import parse_capture
    from extractor.reconcile import reconcile
    from extractor.runs import digests
    from extractor.sites import registry

    known = registry() if sites is None else sites
    return Stages(
        parse=lambda capture: parse_capture(capture, known),
        extract=extract_claims,
        reconcile=reconcile,
        parse_digest=digests.parse_digest(),
        rules_digest=digests.rules_digest(),
        reconcile_digest=digests.reconcile_digest(),
    )
