"""How the claims of one sentence hang together: a level and its change, an amount and its conversion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.domain import Claim, Figure, Link
from extractor.domain.vocabulary import Direction
from extractor.extract.change import CHANGES
from extractor.languages import everywhere

LEVELS = frozenset({"money", "quantity", "count", "price", "rate"})
MEASURED = frozenset({"quantity", "count"})
CLOSE = 6
"""How far behind its level, in characters, a streak begins."""
FAR = 4
"""How many figures and periods may stand between a change and its level."""
SAME = ("indicator", "flow", "reporter", "partner", "commodity", "entity", "sentence_start")


def linked(claims: Sequence[Claim], figures: Iterable[Figure]) -> list[Claim]:
    """The claims with their links: `conversion` for an amount in brackets, `change_of` from a change to its level."""
    by_start = {c.start: c for c in claims}
    conversions = {f.start: f.conversion_of for f in figures if f.conversion_of is not None}
    claims = _of_volumes(claims)
    found: list[Claim] = []
    moved: dict[str, Direction] = {}
    for n, claim in enumerate(claims):
        links: list[Link] = []
        original = by_start.get(conversions.get(claim.start, -1))
        if original is not None:
            links.append(Link.trusted({"kind": "conversion", "claim_id": original.id}))
            slots = {name: getattr(original, name) for name in (*SAME[:-1], "period", "period_kind", "direction")}
            claim = claim.changed({**slots, "balance_sign": original.balance_sign})
        changes = claim.kind in CHANGES or (claim.kind in LEVELS and claim.change_basis != "none")
        if changes and claim.change_basis != "share" and claim.direction != "none":
            level = _level(claims, n)
            level = by_start.get(conversions.get(level.start, -1), level) if level is not None else None
            level = _in_order(claims, n, level) if level is not None else None
            if level is not None:
                links.append(Link.trusted({"kind": "change_of", "claim_id": level.id}))
                moved.setdefault(level.id, claim.direction)
        if claim.kind == "rank" and claim.direction != "none":
            level = _level(claims, n)
            if level is not None:
                links.append(Link.trusted({"kind": "rank_of", "claim_id": level.id}))
                if claim.period != level.period or _right_before(claim, level) or _on_record(claim):
                    moved.setdefault(level.id, claim.direction)
        found.append(claim.changed({"links": tuple(links)}) if links else claim)
    for n, claim in enumerate(found):
        if claim.kind == "streak" and claim.change_basis != "none" and claim.direction != "none":
            level = _beside(found, n)
            if level is not None:
                moved.setdefault(level.id, claim.direction)
    for claim in found:
        for link in claim.links:
            if link.kind == "conversion" and link.claim_id in moved:
                moved.setdefault(claim.id, moved[link.claim_id])
    return [_moved(claim, moved.get(claim.id)) for claim in found]


def _beside(claims: Sequence[Claim], n: int) -> Claim | None:
    """The level right before a streak: 160万5298人で、4年連続で増えた."""
    streak = claims[n]
    if n + 1 < len(claims) and claims[n + 1].kind == "rank" and claims[n + 1].start - streak.end <= CLOSE:
        return None
    level = claims[n - 1] if n else None
    if level is None or level.kind not in LEVELS or level.change_basis != "none":
        return None
    same = all(getattr(level, name) == getattr(streak, name) for name in SAME)
    return level if same and streak.start - level.end <= CLOSE and not _apart(level, streak) else None


def _on_record(rank: Claim) -> bool:
    """Whether a rank is of all time: the highest on record."""
    return everywhere("on_record").match(rank.sentence, rank.end - rank.sentence_start) is not None


def _right_before(rank: Claim, level: Claim) -> bool:
    """Whether a rank stands right before its level: a record $53 billion."""
    between = rank.sentence[rank.end - rank.sentence_start : level.start - rank.sentence_start]
    return rank.end < level.start and everywhere("beside_rank").fullmatch(between) is not None


def _of_volumes(claims: Sequence[Claim]) -> list[Claim]:
    """A change whose level is a volume is a change of the volume: "exports rose 6.7% to 1.284 million units"."""
    found = list(claims)
    shared = [name for name in SAME if name not in {"indicator", "commodity"}]
    for n, claim in enumerate(claims):
        if claim.kind not in CHANGES or claim.indicator != "goods_trade_value" or claim.change_basis == "share":
            continue
        if n and _of_amount(claims[n - 1], claim, shared):
            continue
        for level in (*claims[n + 1 : n + 2], *claims[max(0, n - 1) : n]):
            if level.kind == "money" and level.indicator == claim.indicator and level.start > claim.end:
                break
            if level.indicator != "trade_volume" or level.kind not in MEASURED:
                continue
            first, second = sorted((claim, level), key=lambda c: c.start)
            same = claim.commodity in {None, level.commodity} and not _apart(first, second)
            if same and all(getattr(claim, name) == getattr(level, name) for name in shared):
                found[n] = claim.changed({"indicator": level.indicator, "commodity": level.commodity})
                break
    return found


def _of_amount(level: Claim, change: Claim, shared: Sequence[str]) -> bool:
    """Whether a change follows an amount of its own: 汽车为3075亿日元，减少28.4%，数量为8.8万辆."""
    same = level.kind == "money" and level.indicator == change.indicator and level.commodity == change.commodity
    beside = level.sentence_start == change.sentence_start and 0 <= change.start - level.end <= OF_AMOUNT
    return (
        same and beside and all(getattr(level, n) == getattr(change, n) for n in shared) and not _apart(level, change)
    )


OF_AMOUNT = 8
"""How far behind an amount, in characters, its change stands where words are written together: ，同比减少."""


def _start(claim: Claim) -> int:
    return claim.start


def _apart(claim: Claim, level: Claim) -> bool:
    """Whether a semicolon stands between two claims of a sentence."""
    first = claim.sentence_start
    between = claim.sentence[claim.end - first : level.start - first]
    return (";" in between or "；" in between) and not everywhere("bracketed_change").fullmatch(between)


def _moved(claim: Claim, direction: Direction | None) -> Claim:
    """A level without a direction of its own goes the way of its change."""
    if direction is None or claim.direction != "none" or claim.kind == "rate":
        return claim
    return claim.changed({"direction": direction})


def _in_order(claims: Sequence[Claim], n: int, level: Claim) -> Claim:
    """The level of a list that a change of a list goes with: 分别为6.1亿千瓦和4.4亿千瓦，同比增长55.2%和20.7%."""
    near = range(max(0, n - 2 * FAR), min(len(claims), n + 2 * FAR + 1))
    here = next((k for k in near if claims[k].id == level.id), None)
    if here is None:
        return level
    behind = 1
    while n + behind < len(claims) and _lists(claims[n + behind - 1], claims[n + behind]):
        behind += 1
    before = 0
    while n - before > 0 and _lists(claims[n - before - 1], claims[n - before]):
        before += 1
    levels = 1
    while here - levels >= 0 and _lists(claims[here - levels], claims[here - levels + 1]):
        levels += 1
    if here >= n - before or levels < 2 or levels != before + behind:
        return level
    return claims[here - (levels - 1) + before]


def _lists(one: Claim, two: Claim) -> bool:
    """Whether two figures of a sentence stand in one list: 55.2%和20.7%."""
    if one.sentence_start != two.sentence_start or {one.kind, two.kind} - {one.kind, "points", "count"}:
        return False
    first = one.sentence_start
    return everywhere("figures_joined").fullmatch(one.sentence[one.end - first : two.start - first]) is not None


def _level(claims: Sequence[Claim], n: int) -> Claim | None:
    """The nearest level of the same subject in the same sentence."""
    change = claims[n]
    aside = change.sentence[: change.start - change.sentence_start]
    ways = (-1, 1) if aside.count("（") > aside.count("）") else (1, -1)
    near = [claims[k] for step in range(1, FAR + 1) for k in (n + way * step for way in ways) if 0 <= k < len(claims)]
    near = [c for c in near if not _started(c) and not _held(change, c)]
    near = [
        c for c in near if c.sentence_start == change.sentence_start and not _apart(*sorted((c, change), key=_start))
    ]
    for other in near:
        same = all(getattr(other, name) == getattr(change, name) for name in SAME)
        if change.kind in LEVELS and (other.kind, other.unit) != (change.kind, change.unit):
            continue
        of_points = change.kind == "points" and other.kind == "percent"
        if (
            (other.kind in LEVELS or of_points)
            and other.change_basis in {"none", "share"}
            and same
            and _until(other) == _until(change)
        ):
            return other
    return None


def _held(change: Claim, level: Claim) -> bool:
    """Whether a level is only what a changed one is held against: 微减0.8%，仅略高于铃木的324万辆."""
    between = change.sentence[change.end - change.sentence_start : level.start - level.sentence_start]
    return change.end <= level.start and everywhere("held_against").search(between) is not None


def _started(claim: Claim) -> bool:
    """Whether a level is what a change starts out from: 由3.85%降至."""
    at = claim.start - claim.sentence_start
    before, after = claim.sentence[:at], claim.sentence[claim.end - claim.sentence_start :]
    led, marked = everywhere("started_lead").search(before), everywhere("started_mark").match(after)
    return led is not None or marked is not None


def _until(claim: Claim) -> str | None:
    """The last day of a claim's period: a rank looks back from there, a change and its level share it."""
    return claim.period if claim.period is None or "/" not in claim.period else claim.period.split("/")[1]
