"""Near keys: figures that are one step from being about the same thing.

Calendar and fiscal year of one series, a streak and a growth rate, a figure and its copy
without the qualifier. They are never a contradiction; they are explained, or hinted at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from extractor.domain import Article, Finding
from extractor.reconcile.compare import compare, shown
from extractor.reconcile.explanations import Context, currency, fiscal_year
from extractor.reconcile.explanations.effect import is_growth, is_level
from extractor.reconcile.facts import fact_id
from extractor.reconcile.findings import finding
from extractor.reconcile.independence import containment
from extractor.reconcile.reading import Reading
from extractor.reconcile.view import precision
from extractor.reconcile.wording import period_name

COPY = 0.2
"""Containment of shingles from which a text counts as drawn from the other."""


def hints(by_key: Mapping[str, Sequence[Reading]], context: Context, group: str) -> Iterator[Finding]:
    """Findings between the facts of one topic: calendar against fiscal year, streak against growth."""
    spoken = {key: _voices(readings) for key, readings in by_key.items()}
    for (key, ours), (other, theirs) in combinations(sorted(spoken.items()), 2):
        for a in ours:
            for b in theirs:
                if a.claim.article_id != b.claim.article_id:
                    yield from _hint(a, b, (fact_id(key), fact_id(other)), context, group)


def _voices(readings: Sequence[Reading]) -> list[Reading]:
    """One reading, the most precise, for each footing: reporter, currency and compiler."""
    best: dict[tuple[str | None, ...], Reading] = {}
    for reading in sorted((r for r in readings if r.weighs or r.measure.startswith("streak")), key=precision):
        best.setdefault(
            (reading.claim.reporter, reading.currency, reading.basis["compiler"], reading.claim.status), reading
        )
    return list(best.values())


def _hint(a: Reading, b: Reading, facts: tuple[str, str], context: Context, group: str) -> Iterator[Finding]:
    if a.stem != b.stem:
        return
    if (is_level(a, b) or is_growth(a, b)) and fiscal_year.explain(a, b, context):
        yield _explained(a, b, facts, context, group)
    elif streak_against_growth(a, b):
        yield _streak(a, b, facts, context, group)


def _explained(a: Reading, b: Reading, facts: tuple[str, str], context: Context, group: str) -> Finding:
    c = compare(a, b, context)
    verdict = c.verdict if c.passed else "not_comparable"
    return finding(
        check=c.check, verdict=verdict, passed=c.passed, detail=c.detail, group=group, claim_ids=[a.id, b.id],
        fact_ids=facts, explanation=c.explanation, arithmetic=c.arithmetic, basis=c.basis, explained=c.explained,
        residual=c.residual,
    )  # fmt: skip


def streak_against_growth(a: Reading, b: Reading) -> bool:
    """Whether one says "fell n years running" and the other "rose", about spans that overlap."""
    kinds = sorted((a.measure.partition(":")[0], b.measure.partition(":")[0]))
    opposite = {a.claim.direction, b.claim.direction} == {"up", "down"}
    overlap = a.period and b.period and a.period.start <= b.period.end and b.period.start <= a.period.end
    return kinds == ["change", "streak"] and opposite and bool(overlap)


def _streak(a: Reading, b: Reading, facts: tuple[str, str], context: Context, group: str) -> Finding:
    """A run of falls beside a rise: which differences of basis separate them, with the growth converted."""
    streak, growth = (a, b) if a.measure.startswith("streak") else (b, a)
    converted = currency.in_currency(growth, streak.currency, context)
    basis = [name for name, differs in (("currency", converted), ("period", _ends_apart(streak, growth))) if differs]
    reason = f"they differ in {' and '.join(basis)}; both can be right" if basis else "no difference of basis is known"
    told = (
        f"'{streak.claim.quote}' ({streak.claim.direction}, {streak.claim.period}) and {shown(growth)} "
        f"({period_name(growth.period)}): {reason}."
    )
    return finding(
        check="+".join(basis) or "streak", verdict="explained" if basis else "conflict_if_same_basis", group=group,
        passed=bool(basis) or None, claim_ids=[streak.id, growth.id], fact_ids=facts, basis=tuple(basis),
        explanation=told + (f" {converted}." if converted else ""), arithmetic=(converted,) if converted else (),
    )  # fmt: skip


def _ends_apart(a: Reading, b: Reading) -> bool:
    return bool(a.period and b.period and a.period.end != b.period.end)


def lost_qualifiers(readings: Sequence[Reading], articles: Mapping[str, Article], group: str) -> Iterator[Finding]:
    """ "at least seven" in one text and "seven" in a text drawn from it: the copy lost the qualifier."""
    for a, b in combinations([r for r in readings if r.weighs], 2):
        bounded, bare = (a, b) if a.claim.bound else (b, a)
        if not bounded.claim.bound or bare.claim.bound or a.claim.article_id == b.claim.article_id:
            continue
        if not _related(a, b, articles):
            continue
        told = (
            f"One text says '{bounded.claim.bound.replace('_', ' ')} {shown(bounded)}', a text drawn from it only "
            f"'{bare.claim.quote}': the qualifier was lost in the copy."
        )
        yield finding(
            check="qualifier", verdict="suspect_source_error", detail="qualifier_lost", passed=False, group=group,
            claim_ids=[bare.id, bounded.id], explanation=told,
            arithmetic=(f"{shown(bounded)} against {shown(bare)}",),
        )  # fmt: skip


def _related(a: Reading, b: Reading, articles: Mapping[str, Article]) -> bool:
    texts = [articles[r.claim.article_id].text for r in (a, b) if r.claim.article_id in articles]
    return len(texts) == 2 and containment(*texts) >= COPY
