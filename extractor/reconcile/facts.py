"""Facts: all readings of one thing, with the verdict on them, a value where they support one, and their origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.domain import Article, Fact, Finding, Interval, content_id
from extractor.domain.vocabulary import Verdict
from extractor.reconcile.comparison import Comparison, shown
from extractor.reconcile.effect import Context
from extractor.reconcile.findings import finding
from extractor.reconcile.independence import Origins, origins
from extractor.reconcile.reading import Reading
from extractor.reconcile.statements import SEVERAL, Compared, compared_statements, conversions
from extractor.reconcile.view import precision

SEVERITY: tuple[Verdict, ...] = (
    "conflict", "suspect_source_error", "suspect_extraction", "conflict_if_same_basis", "explained", "revised",
    "not_comparable", "agree_truncation", "agree_rounding", "agree_exact", "duplicate",
)  # fmt: skip
"""A fact's verdict is the gravest of its comparisons."""
BAD: tuple[Verdict, ...] = (*SEVERITY[:4], "not_comparable")
"""Verdicts with which a fact has no value."""


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
    converted = conversions(weighing, context)
    compared = list(compared_statements(weighing, converted, context))
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
