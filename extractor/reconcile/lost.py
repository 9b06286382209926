"""What was lost on the way: the partner that a figure was said of, the "at least" before a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from extractor.domain import Article, Finding
from extractor.reconcile.compare import compare
from extractor.reconcile.comparison import shown
from extractor.reconcile.copies import related
from extractor.reconcile.effect import Context
from extractor.reconcile.explanations import scope
from extractor.reconcile.facts import fact_id
from extractor.reconcile.findings import finding
from extractor.reconcile.keys import core_key
from extractor.reconcile.reading import WORLD, Reading

LIMITS = ("at_least", "at_most", "over", "under")
VOICES = 40
"""How many figures of one kind are held against each other, at most."""


def scopes(readings: Sequence[Reading], group: str) -> Iterator[Finding]:
    """Growth of one good with an unwritten partner, beside another article's growth of it with all partners."""
    nothing = Context(())
    goods = [r for r in readings if r.weighs and r.claim.commodity and r.measure == "change:yoy"]
    worlds: dict[tuple[str | None, ...], list[Reading]] = {}
    for reading in goods:
        if reading.claim.partner == WORLD and not scope.unstated(reading):
            worlds.setdefault(_good(reading), []).append(reading)
    for vague in (r for r in goods if scope.unstated(r) and r.claim.partner != WORLD):
        for clear in worlds.get(_good(vague), ())[:VOICES]:
            if vague.claim.article_id != clear.claim.article_id and scope.explain(vague, clear, nothing):
                c = compare(vague, clear, nothing)
                yield finding(
                    check=c.check, verdict=c.verdict, passed=c.passed, detail=c.detail, group=group,
                    claim_ids=[vague.id, clear.id], explanation=c.explanation, arithmetic=c.arithmetic, basis=c.basis,
                    fact_ids=tuple(fact_id(key) for r in (vague, clear) if (key := core_key(r.claim))),
                )  # fmt: skip


def _good(reading: Reading) -> tuple[str | None, ...]:
    return reading.stem, reading.claim.flow, reading.claim.commodity


def qualifiers(readings: Sequence[Reading], articles: Mapping[str, Article], group: str) -> Iterator[Finding]:
    """ "at least seven" in one text and "seven" in a text drawn from it: the copy lost the qualifier."""
    weighing = [r for r in readings if r.weighs]
    bounds = [r for r in weighing if r.claim.bound in LIMITS][:VOICES]
    for bounded, bare in product(bounds, [r for r in weighing if not (r.claim.bound or r.claim.approximate)][:VOICES]):
        if not related(bounded.claim.article_id, bare.claim.article_id, articles):
            continue
        told = (
            f"One text says '{shown(bounded)}', a text drawn from the same report only '{bare.claim.quote}': "
            f"the qualifier was lost in the copy."
        )
        yield finding(
            check="qualifier", verdict="suspect_source_error", detail="qualifier_lost", passed=False, group=group,
            claim_ids=[bare.id, bounded.id], explanation=told,
            arithmetic=(f"[{bounded.claim.value}, ...) against {bare.claim.value}",),
        )  # fmt: skip
