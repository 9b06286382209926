"""The stages as one value, so that a run can be given others: the demo's sites, a test's stand-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Protocol

from extractor.domain import Article, Capture, Claim, Fact, Finding, Issue
from extractor.sites import Site


class Parsed(Protocol):
    """What a parser returns."""

    @property
    def article(self) -> Article: ...
    @property
    def issues(self) -> tuple[Issue, ...]: ...


@dataclass(frozen=True)
class Stages:
    """The pure functions of the middle, domain types in and out, and the digests of their rules."""

    parse: Callable[[Capture], Parsed]
    extract: Callable[[Article], list[Claim]]
    groups: Callable[[Iterable[Claim]], Mapping[str, tuple[str, ...]]]
    """Group name -> claim ids, for the claims of one article."""
    reconcile: Callable[[str, Iterable[Claim], Mapping[str, Article]], tuple[list[Fact], list[Finding]]]
    """One group's facts and findings; the articles, by id, may be asked for."""
    parse_digest: str
    rules_digest: str
    reconcile_digest: str
    rules: Mapping[str, str] = field(default_factory=dict)
    """The digest of each language's rules; none: all of them stand and fall together."""
    languages: Callable[[Article], Set[str]] = lambda article: {article.lang}
    """The languages whose rules read an article."""
    records: bool = False
    """Whether workers return claims as JSON with their groups (runs/shards.py) in place of rows."""

    def digests(self) -> dict[str, str]:
        """Each stage's."""
        return {"parse": self.parse_digest, "rules": self.rules_digest, "reconcile": self.reconcile_digest}


def stages(sites: Mapping[str, Site] | None = None) -> Stages:
    """The project's own stages; `sites` in place of the registry."""
    from extractor.extract import extract_claims, languages_of
    from extractor.parse import parse_capture
    from extractor.reconcile import keys_of, reconcile_group
    from extractor.runs import digests
    from extractor.sites import registry

    known = registry() if sites is None else sites
    return Stages(
        parse=lambda capture: parse_capture(capture, known),
        extract=extract_claims,
        groups=keys_of,
        reconcile=reconcile_group,
        parse_digest=digests.parse_digest(),
        rules_digest=digests.rules_digest(),
        reconcile_digest=digests.reconcile_digest(),
        rules=digests.rules_by_language(),
        languages=languages_of,
    )


def recording_stages() -> Stages:
    """The project's own stages for runs without a database."""
    return replace(stages(), records=True)
