"""Claims -> facts and findings: group by key, then one function for each kind of group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from extractor.domain import Article, Claim, Fact, Finding
from extractor.reconcile import facts as facts_of
from extractor.reconcile import lost, near
from extractor.reconcile.audit import audit
from extractor.reconcile.effect import Context
from extractor.reconcile.identities import trials
from extractor.reconcile.keys import core_key, group_keys, keys_of
from extractor.reconcile.model import Reconciliation
from extractor.reconcile.reading import Reading, read
from extractor.reconcile.view import View

Result = tuple[list[Fact], list[Finding]]


def reconcile(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Reconciliation:
    """Everything that can be said about these claims.

    Pure and independent of the order of the claims; ids are content addresses. Claims of
    one article must be given together. `articles`, by id, serve to tell copies; any may be
    missing.
    """
    by_id = {claim.id: claim for claim in claims}
    groups = keys_of(by_id.values())
    return reconcile_keys(groups, by_id, articles)


def reconcile_keys(
    groups: Mapping[str, Sequence[str]], claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Reconciliation:
    """The facts and findings of some groups: with the groups that a new article touches, an increment.

    `groups` maps a group key to all ids of its claims, old and new. What comes back
    replaces every stored fact and finding whose `group` is one of these keys.
    """
    found: list[Fact] = []
    said: list[Finding] = []
    for key in sorted(groups):
        facts, findings = reconcile_group(key, [claims[claim_id] for claim_id in groups[key]], articles)
        found += facts
        said += findings
    return Reconciliation.of(found, said)


def reconcile_group(key: str, claims: Iterable[Claim], articles: Mapping[str, Article]) -> Result:
    """One group's facts and findings: the unit of streaming and of increments."""
    kind = key.partition("|")[0]
    return _KINDS[kind](key, read(claims, articles), articles)


def check_article(claims: Iterable[Claim]) -> list[Finding]:
    """Every identity that one article's own numbers allow, passed or failed, with the arithmetic."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    found: list[Finding] = []
    for article, own in sorted(by_article.items()):
        found += reconcile_group(f"article|{article}", own, {})[1]
    return sorted(found, key=lambda f: f.id)


def _article(key: str, readings: list[Reading], articles: Mapping[str, Article]) -> Result:
    del articles
    return [], list(audit(list(trials(View(readings), "article")), key))


def _across(key: str, readings: list[Reading], articles: Mapping[str, Article]) -> Result:
    del articles
    if len({r.claim.article_id for r in readings}) < 2:
        return [], []
    kind = key.partition("|")[0]
    findings = list(audit(list(trials(View(readings, "across"), kind)), key))
    if kind == "frame":
        findings += lost.scopes(readings, key)
    return [], findings


def _topic(key: str, readings: list[Reading], articles: Mapping[str, Article]) -> Result:
    context = Context(readings)
    by_key: dict[str, list[Reading]] = {}
    for reading in readings:
        if key in group_keys(reading.claim):  # rates of the articles are only context here
            by_key.setdefault(str(core_key(reading.claim)), []).append(reading)
    found: list[Fact] = []
    said: list[Finding] = []
    for name, own in sorted(by_key.items()):
        fact, findings = facts_of.settle(name, own, articles, context, key)
        found.append(fact)
        said += findings
    said += near.hints(by_key, context, key)
    return found, said


def _loose(key: str, readings: list[Reading], articles: Mapping[str, Article]) -> Result:
    return [], list(lost.qualifiers(readings, articles, key))


_KINDS: dict[str, Callable[[str, list[Reading], Mapping[str, Article]], Result]] = {
    "article": _article,
    "frame": _across,
    "series": _across,
    "topic": _topic,
    "loose": _loose,
}
