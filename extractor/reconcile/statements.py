"""What is said of one fact: equal figures are one statement, and the statements are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from extractor.domain.vocabulary import Verdict
from extractor.reconcile.compare import compare
from extractor.reconcile.comparison import Comparison, shown
from extractor.reconcile.effect import Context
from extractor.reconcile.explanations import conversion
from extractor.reconcile.keys import basis_key
from extractor.reconcile.reading import Reading
from extractor.reconcile.view import precision

UNSCALED = ("rank", "streak")
"""Ranks and streaks that differ are about different things: first of all years, second of all partners."""

EACH_AGAINST_EACH = 40
"""Statements on one fact up to which every pair is compared."""

DOUBTED: tuple[Verdict, ...] = ("conflict", "conflict_if_same_basis", "suspect_extraction", "not_comparable")
"""Comparisons that say nothing against a source when an article has several figures for the fact."""

SEVERAL = "several_figures"

Compared = tuple[list[Reading], list[Reading], Comparison]


def compared_statements(readings: Sequence[Reading], converted: set[str], context: Context) -> Iterator[Compared]:
    """Every pair of different statements (same number on the same footing is one statement), and repetitions."""
    statements: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        statements.setdefault(_statement(reading), []).append(reading)
    groups = [sorted(group, key=precision) for group in statements.values()]
    for group in groups:
        if len(group) > 1:
            yield group, [], _repeated(group)
    if groups and groups[0][0].measure.startswith(UNSCALED):
        return
    exclusive = _self_contradicting(groups, context)
    for one, other in _pairs(groups):
        if _elsewhere(one, other, converted) or _elsewhere(other, one, converted):
            continue
        comparison = compare(*_spokesmen(one, other), context)
        if comparison.verdict in DOUBTED and exclusive & {r.claim.article_id for r in (*one, *other)}:
            continue
        yield one, other, comparison
    for article in sorted(exclusive):
        own = [r for group in groups for r in group if r.claim.article_id == article]
        yield own, [], _several(own)


def _spokesmen(one: list[Reading], other: list[Reading]) -> tuple[Reading, Reading]:
    """The two that stand beside each other as amount and conversion, else the first of each."""
    beside = ((a, b) for a in one for b in other if conversion.is_conversion(a, b))
    return next(beside, (one[0], other[0]))


def _pairs(groups: Sequence[list[Reading]]) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """All pairs; where very many statements stand against each other, each against the most precise."""
    if len(groups) <= EACH_AGAINST_EACH:
        return combinations(groups, 2)
    best = min(groups, key=lambda group: precision(group[0]))
    return ((best, other) for other in groups if other is not best)


def _statement(reading: Reading) -> tuple[object, ...]:
    c = reading.claim
    return basis_key(reading), c.flow, c.unit, c.balance_sign, reading.rounded.low, reading.rounded.high, reading.value


def _elsewhere(one: list[Reading], other: list[Reading], converted: set[str]) -> bool:
    """Whether one is only an outlet's conversion and the other another article's figure: nothing to compare."""
    articles = {r.claim.article_id for r in other}
    return all(r.id in converted and r.claim.article_id not in articles for r in one)


def _self_contradicting(groups: Sequence[list[Reading]], context: Context) -> set[str]:
    """Articles that state several figures for this fact which exclude each other: one is about something else."""
    found: set[str] = set()
    for one, other in _pairs(groups):
        shared = {r.claim.article_id for r in one} & {r.claim.article_id for r in other}
        if shared - found and compare(one[0], other[0], context).verdict in DOUBTED:
            found |= shared
    return found


def _several(own: list[Reading]) -> Comparison:
    """An article seldom contradicts itself: its other figures are of a part, another variety or another term."""
    said = ", ".join(dict.fromkeys(shown(reading) for reading in own))
    text = f"One article says {said}: some of these are about a narrower thing than their words show."
    return Comparison("not_comparable", "scope", text, None, SEVERAL)


def _repeated(group: list[Reading]) -> Comparison:
    articles = {r.claim.article_id for r in group}
    if len(articles) == 1:
        return Comparison("duplicate", "duplicate", f"{shown(group[0])} is said {len(group)} times in one article.")
    return Comparison("agree_exact", "agreement", f"{len(articles)} articles say {shown(group[0])}.", True)


def conversions(readings: Sequence[Reading], context: Context) -> set[str]:
    """Amounts that an outlet converted itself: the later of two in one sentence."""
    found = set()
    levels = (r for r in readings if r.measure == "level")
    for _, own in groupby(levels, key=lambda r: r.claim.article_id):
        for a, b in combinations(own, 2):
            if conversion.explain(a, b, context):
                found.add(max(a, b, key=lambda r: r.claim.start).id)
    return found
