"""Facts: all readings of one thing, with the verdict on them, a value where they support one, and their origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from extractor.domain import Article, Fact, Finding, Interval, content_id
from extractor.domain.vocabulary import Verdict
from extractor.reconcile.compare import compare
from extractor.reconcile.comparison import Comparison, shown
from extractor.reconcile.effect import Context
from extractor.reconcile.explanations import conversion
from extractor.reconcile.findings import finding
from extractor.reconcile.independence import Origins, origins
from extractor.reconcile.keys import basis_key
from extractor.reconcile.reading import Reading
from extractor.reconcile.view import precision

SEVERITY: tuple[Verdict, ...] = (
    "conflict", "suspect_source_error", "suspect_extraction", "conflict_if_same_basis", "explained", "revised",
    "not_comparable", "agree_truncation", "agree_rounding", "agree_exact", "duplicate",
)  # fmt: skip
"""A fact's verdict is the gravest of its comparisons."""
UNSCALED = ("rank", "streak")
"""Ranks and streaks that differ are about different things: first of all years, second of all partners."""
EACH_AGAINST_EACH = 40
"""Statements on one fact up to which every pair is compared."""
DOUBTED: tuple[Verdict, ...] = ("conflict", "conflict_if_same_basis", "suspect_extraction", "not_comparable")
"""Comparisons that say nothing against a source when an article has several figures for the fact."""
BAD: tuple[Verdict, ...] = (*SEVERITY[:4], "not_comparable")
"""Verdicts with which a fact has no value."""
SEVERAL = "several_figures"
Compared = tuple[list[Reading], list[Reading], Comparison]


def fact_id(key: str) -> str:
    """A fact's id is its key's content: it stays while claims come and go."""
    return content_id("fact", key)


def settle(
    key: str, readings: Sequence[Reading], articles: Mapping[str, Article], context: Context, group: str
) -> tuple[Fact, list[Finding]]:
    """The fact of all readings with one core key, and the findings on their agreement.

    `readings` come in their fixed order; `articles` may lack any of them (then texts are not compared).
    """
    weighing = [r for r in readings if r.weighs]
    converted = _conversions(weighing, context)
    compared = list(_compared(weighing, converted, context))
    counts = origins(readings, articles, converted)
    deciding, speaking = _deciding(compared, weighing)
    verdict = _verdict(readings, weighing, [c for _, _, c in deciding], key)
    best = _best(speaking, verdict, converted)
    told = _told(readings, weighing, deciding, counts, verdict, key)
    fact = _fact(key, readings, best, verdict, told, counts, group)
    told_of = _doubted_once(item for item in compared if _worth_a_word(*item, best))
    findings = [_finding(a, b, c, fact.id, counts, group) for a, b, c in told_of]
    findings += _weightless(readings, fact.id, group)
    return fact, findings


def _deciding(compared: list[Compared], weighing: list[Reading]) -> tuple[list[Compared], list[Reading]]:
    """The comparisons and readings that make the verdict and the value.

    Where several articles agree, an article that also has other figures does not unsettle them.
    """
    several = any(c.detail == SEVERAL for _, _, c in compared)
    agreed = [r for one, other, c in compared if c.verdict.startswith("agree") for r in (*one, *other)]
    if not several or len({r.claim.article_id for r in agreed}) < 2:
        return compared, weighing
    return [item for item in compared if item[2].detail != SEVERAL], agreed


def _compared(readings: Sequence[Reading], converted: set[str], context: Context) -> Iterator[Compared]:
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
        comparison = compare(one[0], other[0], context)
        if comparison.verdict in DOUBTED and exclusive & {r.claim.article_id for r in (*one, *other)}:
            continue
        yield one, other, comparison
    for article in sorted(exclusive):
        own = [r for group in groups for r in group if r.claim.article_id == article]
        yield own, [], _several(own)


def _pairs(groups: Sequence[list[Reading]]) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """All pairs; where very many statements stand against each other, each against the most precise."""
    if len(groups) <= EACH_AGAINST_EACH:
        return combinations(groups, 2)
    best = min(groups, key=lambda group: precision(group[0]))
    return ((best, other) for other in groups if other is not best)


def _worth_a_word(one: list[Reading], other: list[Reading], c: Comparison, best: Reading | None) -> bool:
    """Agreement is told once for each figure, against the most precise one; "over 100" beside 108 is none."""
    if not c.verdict.startswith("agree") or not other:
        return True
    return c.detail != "bound" and best is not None and any(r.id == best.id for r in (one[0], other[0]))


def _doubted_once(compared: Iterable[Compared]) -> Iterator[Compared]:
    """A figure that is far from all others is doubted once, not beside each of them."""
    doubted: set[str] = set()
    for one, other, c in compared:
        ids = {r.id for r in (*one, *other)}
        if c.verdict == "suspect_extraction":
            if ids & doubted:
                continue
            doubted |= ids
        yield one, other, c


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


def _conversions(readings: Sequence[Reading], context: Context) -> set[str]:
    """Amounts that an outlet converted itself: the later of two in one sentence."""
    found = set()
    levels = (r for r in readings if r.measure == "level")
    for _, own in groupby(levels, key=lambda r: r.claim.article_id):
        for a, b in combinations(own, 2):
            if conversion.explain(a, b, context):
                found.add(max(a, b, key=lambda r: r.claim.start).id)
    return found


def _verdict(
    readings: Sequence[Reading], weighing: Sequence[Reading], compared: Sequence[Comparison], key: str
) -> Verdict:
    if not weighing:
        forecast = any(r.claim.status == "anticipated" for r in readings)
        return "anticipated" if forecast else "unverifiable"
    if compared:
        return min((c.verdict for c in compared), key=SEVERITY.index)
    return "unverifiable" if "|@" in key else "single_origin"


def _best(weighing: Sequence[Reading], verdict: Verdict, converted: set[str]) -> Reading | None:
    """The most precise reading that is no conversion, where the sources do not exclude each other."""
    if verdict in BAD or not weighing:
        return None
    return min((r for r in weighing if r.id not in converted), key=precision, default=None)


def _told(
    readings: Sequence[Reading], weighing: Sequence[Reading],
    compared: Sequence[Compared], counts: Origins, verdict: Verdict, key: str,
) -> str:  # fmt: skip
    """The fact's one sentence: that of its gravest comparison, and who stands behind it."""
    numbers = ((counts.mentions, "mention"), (counts.outlets, "outlet"), (counts.origins, "origin"))
    behind = ", ".join(_number(count, noun) for count, noun in numbers)
    who = f" ({', '.join(counts.names)})" if counts.names else ""
    if not weighing:
        kind = (
            "a forecast" if verdict == "anticipated" else "text written by a language model, which counts as no origin"
        )
        return f"Only {kind} says so: {behind}."
    if verdict == "unverifiable":
        return f"{shown(weighing[0])}: what it belongs to is not fully known ({_unknown(readings[0])}); {behind}."
    if not compared:
        return f"{shown(weighing[0])}: one source only{who}."
    gravest = min(compared, key=lambda item: SEVERITY.index(item[2].verdict))[2]
    return f"{gravest.explanation} {behind[:1].upper()}{behind[1:]}{who}."


def _unknown(reading: Reading) -> str:
    slots = [slot for slot in ("reporter", "partner", "period") if getattr(reading.claim, slot) is None]
    return ", ".join(slots) or "its scope"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _fact(
    key: str,
    readings: Sequence[Reading],
    best: Reading | None,
    verdict: Verdict,
    told: str,
    counts: Origins,
    group: str,
) -> Fact:
    first = readings[0]
    flows = {r.claim.flow for r in readings}
    exporter, importer = first.oriented
    interval = _allowed(best)
    value = None if best is None else best.value
    return Fact(
        id=fact_id(key), key=key, indicator=first.claim.indicator, flow=min((f for f in flows if f), default=None),
        exporter=exporter, importer=importer, commodity=first.claim.commodity, entity=first.claim.entity,
        period=first.claim.period, measure=first.measure, unit=(best or first).claim.unit,
        value=-value if value is not None and best is not None and best.turned else value,
        low=interval.low, high=interval.high, verdict=verdict, explanation=told,
        claim_ids=tuple(sorted(r.id for r in readings)), mentions=counts.mentions, outlets=counts.outlets,
        origins=counts.origins, confirmed=counts.named > 1 and verdict not in BAD,
        group=group,
    )  # fmt: skip


def _allowed(best: Reading | None) -> Interval:
    if best is None:
        return Interval(low=None, high=None)
    return -best.rounded if best.turned else best.rounded


def _finding(
    one: list[Reading], other: list[Reading], c: Comparison, fact: str, counts: Origins, group: str
) -> Finding:
    articles = {r.claim.article_id for r in (*one, *other)}
    origin = " One origin." if counts.origins == 1 and len(articles) > 1 else ""
    return finding(
        check=c.check, verdict=c.verdict, passed=c.passed, detail=c.detail, group=group,
        claim_ids=[r.id for r in (*one, *other)], fact_ids=(fact,), explanation=c.explanation + origin,
        arithmetic=c.arithmetic, basis=c.basis, explained=c.explained, residual=c.residual,
    )  # fmt: skip


def _weightless(readings: Sequence[Reading], fact: str, group: str) -> Iterator[Finding]:
    """Mentions by a language model: however many, they confirm nothing."""
    made = [r for r in readings if r.made]
    if made:
        told = (
            f"{_number(len(made), 'mention')} of one fact in text written by a language model: "
            f"no weight, distinct origins added: 0."
        )
        yield finding(
            check="independence", verdict="unverifiable", detail="ai_generated", group=group, fact_ids=(fact,),
            claim_ids=[r.id for r in made], explanation=told, arithmetic=("distinct origins added: 0",),
        )  # fmt: skip
