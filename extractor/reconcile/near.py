"""Near keys: figures that are one step from being about the same thing.

Calendar and fiscal year of one series, a month and the year to date, value and volume, a
streak and a growth rate. They are never a contradiction: they are explained, or two facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from extractor.domain import Finding
from extractor.domain.vocabulary import Verdict
from extractor.reconcile.compare import compare, unwritten
from extractor.reconcile.comparison import shown
from extractor.reconcile.effect import Context, is_growth, is_level
from extractor.reconcile.explanations import cumulative, currency, fiscal_year, value_volume
from extractor.reconcile.facts import fact_id
from extractor.reconcile.findings import finding
from extractor.reconcile.identities.streak import LENGTHS, LOOKBACK
from extractor.reconcile.keys import core_key
from extractor.reconcile.reading import Reading
from extractor.reconcile.view import agree, precision
from extractor.reconcile.wording import period_name

Facts = tuple[Sequence[Reading], Sequence[Reading]]
"""All readings of the two facts."""
VOICES_EACH = 3
"""How many figures that exclude each other speak for one fact, in one currency."""
VOICES = 40
"""How many figures of one kind are held against each other, at most."""


def hints(by_key: Mapping[str, Sequence[Reading]], context: Context, group: str) -> Iterator[Finding]:
    """Findings between the facts of one topic, by different articles."""
    spoken = {key: _voices(readings) for key, readings in by_key.items()}
    for (key, ours), (other, theirs) in combinations(sorted(spoken.items()), 2):
        for a in ours:
            for b in theirs:
                if a.claim.article_id != b.claim.article_id:
                    yield from _hint(a, b, (by_key[key], by_key[other]), context, group)


def _voices(readings: Sequence[Reading]) -> list[Reading]:
    """What is said on each footing, once each. A model's text speaks only where nobody else does."""
    weighing = [r for r in readings if r.weighs]
    said: dict[tuple[str | None, str | None], list[Reading]] = {}
    for reading in sorted(weighing or readings[:1], key=precision):
        known = said.setdefault((reading.claim.reporter, reading.currency), [])
        if len(known) < VOICES_EACH and not any(agree(other, reading) for other in known):
            known.append(reading)
    return [reading for known in said.values() for reading in known]


def _hint(a: Reading, b: Reading, facts: Facts, context: Context, group: str) -> Iterator[Finding]:
    for applies, say in NEAR:
        if applies(a, b, context):
            yield say(a, b, facts, context, group)
            return


def other_year(a: Reading, b: Reading, context: Context) -> bool:
    """The same series, calendar year against fiscal year."""
    alike = a.stem == b.stem and (is_level(a, b) or is_growth(a, b))
    return alike and fiscal_year.explain(a, b, context) is not None


def part_against_whole(a: Reading, b: Reading, context: Context) -> bool:
    """A month that fell beside a year to date, up to that month, that rose."""
    alike = a.stem == b.stem and is_growth(a, b) and opposite(a, b) and not _ends_apart(a, b)
    return alike and cumulative.explain(a, b, context) is not None


def value_against_volume(a: Reading, b: Reading, context: Context) -> bool:
    """Tonnes that fell beside a bill that rose."""
    alike = a.claim.period == b.claim.period and is_growth(a, b) and opposite(a, b)
    return alike and value_volume.explain(a, b, context) is not None


def streak_against_growth(a: Reading, b: Reading, context: Context) -> bool:
    """One says "fell n years running" and the other "rose", about years that overlap."""
    del context
    streak, growth = (a, b) if a.measure.startswith("streak") else (b, a)
    if a.stem != b.stem or not streak.measure.startswith("streak:") or growth.measure != "change:yoy":
        return False
    if not opposite(a, b) or LOOKBACK in streak.claim.rule or not (streak.period and growth.period):
        return False
    shortest, longest = LENGTHS.get(streak.measure.partition(":")[2], (0, 0))
    overlap = streak.period.start <= growth.period.end and growth.period.start <= streak.period.end
    return overlap and shortest <= growth.period.days <= longest


def opposite(a: Reading, b: Reading) -> bool:
    """Whether one goes up and the other down."""
    return {a.claim.direction, b.claim.direction} == {"up", "down"}


def _explained(a: Reading, b: Reading, facts: Facts, context: Context, group: str) -> Finding:
    c = compare(a, b, context)
    if not c.passed:
        return _apart(a, b, facts, group)
    return finding(
        check=c.check, verdict=c.verdict, passed=True, detail=c.detail, group=group, claim_ids=[a.id, b.id],
        fact_ids=_ids(facts), explanation=c.explanation, arithmetic=c.arithmetic, basis=c.basis, explained=c.explained,
        residual=c.residual,
    )  # fmt: skip


def _apart(a: Reading, b: Reading, facts: Facts, group: str) -> Finding:
    told = (
        f"{shown(a)} ({period_name(a.period)}) and {shown(b)} ({period_name(b.period)}) are about different spans: "
        f"two facts, no contradiction."
    )
    return finding(
        check="period", verdict="not_comparable", group=group, claim_ids=[a.id, b.id], fact_ids=_ids(facts),
        explanation=told, basis=("period",),
    )  # fmt: skip


def _streak(a: Reading, b: Reading, facts: Facts, context: Context, group: str) -> Finding:
    """A run of falls beside a rise: which differences of basis separate them, with the growth converted."""
    streak, growth = (a, b) if a.measure.startswith("streak") else (b, a)
    converted = currency.in_currency(growth, streak.currency, context)
    basis = [name for name, differs in (("currency", converted), ("period", _ends_apart(streak, growth))) if differs]
    reason = f"they differ in {' and '.join(basis)}; both can be right" if basis else "no difference of basis is known"
    told = (
        f"'{streak.claim.quote}' ({streak.claim.direction}, {streak.claim.period}) and {shown(growth)} "
        f"({period_name(growth.period)}): {reason}."
    )
    vague = unwritten(streak) or unwritten(growth)
    undecided: Verdict = "suspect_extraction" if vague else "conflict_if_same_basis"
    return finding(
        check="+".join(basis) or "streak", verdict="explained" if basis else undecided, group=group,
        passed=bool(basis) or None, claim_ids=[streak.id, growth.id, *_mentions(streak, facts)], fact_ids=_ids(facts),
        basis=tuple(basis),
        explanation=told + (f" {converted}." if converted else ""), arithmetic=(converted,) if converted else (),
    )  # fmt: skip


def _ids(facts: Facts) -> tuple[str, ...]:
    return tuple(fact_id(str(core_key(readings[0].claim))) for readings in facts)


def _mentions(streak: Reading, facts: Facts) -> list[str]:
    """Everybody else who says the same streak, whatever it weighs."""
    return [r.id for readings in facts if streak in readings for r in readings if r.value == streak.value][:VOICES]


def _ends_apart(a: Reading, b: Reading) -> bool:
    return bool(a.period and b.period and a.period.end != b.period.end)


Near = Callable[[Reading, Reading, Context], bool]
Say = Callable[[Reading, Reading, Facts, Context, str], Finding]
NEAR: tuple[tuple[Near, Say], ...] = (
    (other_year, _explained),
    (part_against_whole, _explained),
    (value_against_volume, _explained),
    (streak_against_growth, _streak),
)
"""Which near pairs are worth a word, and who says it."""
