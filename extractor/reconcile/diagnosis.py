"""What went wrong with a figure: the smallest slip that would make the identities hold again.

Candidates are tried on every identity that the figure takes part in. A candidate earns what
it mends and pays for what it breaks, so that the wrong figure is named, not a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from extractor.reconcile.equations import AtMost, BalanceChange, Product, Sum
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading
from extractor.reconcile.slips import ORDER, Slip, restated, spoilt
from extractor.reconcile.trial import Trial

VAGUE: dict[str, Decimal] = {"scale_slip": Decimal("1.2"), "transposition": Decimal("1.02"), "digit": Decimal("1.02")}
"""How wide, high over low, the implied interval may be before a slip of this kind is no evidence."""
DIGITS = 3
"""A digit of a figure with fewer significant ones is too easily guessed."""
SIBLING = Decimal(5)
"""How many times larger exports may be than imports of one place for the one to vouch for the other's size."""
REPEATED_DIGITS = 3
"""So many significant digits must agree before two rows are taken for one figure printed twice."""


@dataclass(frozen=True)
class Diagnosis:
    """A slip that explains failed trials: which figure, how, and the value that follows instead."""

    slip: Slip
    suspect: Reading
    value: Decimal
    mended: tuple[Trial, ...]
    score: int
    rivals: tuple[Reading, ...] = ()
    """Other figures that an equally simple slip would excuse."""


@dataclass(frozen=True)
class _Candidate:
    slip: Slip
    suspect: Reading
    swapped: dict[str, Reading]


def diagnose(failed: Sequence[Trial], passed: Sequence[Trial]) -> Iterator[Diagnosis]:
    """The best slip for the failed trials, then the best for what it leaves, and so on."""
    left = list(failed)
    scene = _Scene(failed, passed)
    while left:
        best = _best(left, scene)
        if best is None:
            return
        yield best
        left = [trial for trial in left if trial not in best.mended]


class _Scene:
    """All trials, found by the figures that take part in them."""

    def __init__(self, failed: Sequence[Trial], passed: Sequence[Trial]) -> None:
        self.pool = {r.id: r for trial in (*failed, *passed) for r in trial.readings}
        self.passed: dict[str, list[Trial]] = {}
        for trial in passed:
            for term in trial.terms:
                self.passed.setdefault(term.reading.id, []).append(trial)

    def broken(self, candidate: _Candidate) -> int:
        """How many trials that hold would fail with the candidate."""
        trials = {id(t): t for claim_id in candidate.swapped for t in self.passed.get(claim_id, ())}
        return sum(1 for trial in trials.values() if not trial.holds_with(candidate.swapped))


class _Rated(NamedTuple):
    """A candidate with what it mends, and that less what it breaks."""

    candidate: _Candidate
    mended: tuple[Trial, ...]
    score: int


def _best(failed: Sequence[Trial], scene: _Scene) -> Diagnosis | None:
    """The slip with the best score; of equal ones the simplest. A simple one that mends all ends the search."""
    suspects = sorted({t.reading.id: t.reading for trial in failed for t in trial.terms}.values(), key=_place)
    rated: list[_Rated] = []
    for slip in ORDER:
        rated += [
            r
            for suspect in suspects
            for c in _candidates(slip, suspect, failed, scene)
            if (r := _rate(c, failed, scene))
        ]
        if any(r.score == len(failed) for r in rated):
            break
    if not rated:
        return None
    best = min(rated, key=lambda r: (-r.score, ORDER.index(r.candidate.slip)))
    if best.score < 1:
        return None
    return _diagnosis(best, rated)


def _diagnosis(best: _Rated, rated: Sequence[_Rated]) -> Diagnosis:
    candidate, mended, score = best
    rivals = {
        r.candidate.suspect.id: r.candidate.suspect
        for r in rated
        if (r.score, r.candidate.slip) == (score, candidate.slip) and r.candidate.suspect.id not in candidate.swapped
    }
    value = _follows(candidate, mended)
    return Diagnosis(candidate.slip, candidate.suspect, value, mended, score, tuple(rivals.values()))


def _place(reading: Reading) -> tuple[str, int, str]:
    return reading.claim.article_id, reading.claim.start, reading.id


def _rate(candidate: _Candidate, failed: Sequence[Trial], scene: _Scene) -> _Rated | None:
    mended = tuple(t for t in failed if _touches(t, candidate) and t.holds_with(candidate.swapped))
    if not mended or not _full(mended, candidate, failed, scene.pool.values()):
        return None
    limit = VAGUE.get(candidate.slip)
    if limit and any(_vague(t, candidate.suspect, limit) for t in mended):
        return None
    return _Rated(candidate, mended, len(mended) - scene.broken(candidate))


def _full(mended: Sequence[Trial], candidate: _Candidate, failed: Sequence[Trial], siblings: Iterable[Reading]) -> bool:
    """Bounds alone accuse a figure only when the slip mends every one and brings it to the size of the other flow."""
    if not all(isinstance(trial.equation, AtMost) for trial in mended):
        return True
    all_mended = all(trial in mended for trial in failed if _touches(trial, candidate))
    return all_mended and (candidate.slip != "scale_slip" or _like_its_sibling(candidate, siblings))


def _like_its_sibling(candidate: _Candidate, siblings: Iterable[Reading]) -> bool:
    """Whether imports from a place, say, are put right to about what exports to it are."""
    suspect = candidate.suspect
    fixed = candidate.swapped[suspect.id].value
    values = [r.value for r in siblings if r.claim.flow != suspect.claim.flow and _same_but_flow(r, suspect)]
    return any(fixed and value and 1 / SIBLING <= abs(fixed / value) <= SIBLING for value in values)


def _vague(trial: Trial, suspect: Reading, limit: Decimal) -> bool:
    """Whether the others imply too little: any figure fits "about nothing", and some digit fits a wide interval."""
    if isinstance(trial.equation, AtMost):
        return False
    implied = trial.allowed(suspect)
    if implied.low is None or implied.high is None:
        return False
    return implied.low <= 0 <= implied.high or max(implied.low / implied.high, implied.high / implied.low) > limit


def _touches(trial: Trial, candidate: _Candidate) -> bool:
    return any(term.reading.id in candidate.swapped for term in trial.terms)


def _follows(candidate: _Candidate, mended: Sequence[Trial]) -> Decimal:
    """The value that an equation implies exactly, when the candidate's digits allow it; else the candidate's."""
    fixed = candidate.swapped[candidate.suspect.id]
    for trial in mended:
        if isinstance(trial.equation, AtMost) or candidate.slip == "flow_swap":
            continue
        implied = trial.implied(candidate.suspect)
        if implied.low is not None and implied.low == implied.high and meets(fixed.rounded, implied):
            return abs(implied.low)
    return abs(fixed.value or Decimal(0))


def _candidates(slip: Slip, suspect: Reading, failed: Sequence[Trial], scene: _Scene) -> Iterator[_Candidate]:
    """What the figure may have been, had it suffered this slip."""
    if slip == "flow_swap":
        other = _other_flow(suspect, failed)
        if other is not None:
            yield _Candidate(slip, suspect, {suspect.id: _as(suspect, other), other.id: _as(other, suspect)})
    elif slip in ("wrong_year", "repeated"):
        yield from (c for c in _repeats(suspect, failed, scene) if c.slip == slip)
    elif slip == "scale_slip" or (len(suspect.digits) >= DIGITS and _in_equation(suspect, failed)):
        for value, width in spoilt(slip, suspect):
            yield _Candidate(slip, suspect, {suspect.id: restated(suspect, value, width)})


def _in_equation(suspect: Reading, failed: Sequence[Trial]) -> bool:
    """Whether figures of the text failed an equation: a bound, or a band from outside, cannot name a digit."""
    return any(
        isinstance(trial.equation, (Sum, Product, BalanceChange))
        and any(term.reading.id == suspect.id for term in trial.terms)
        for trial in failed
    )


def _as(reading: Reading, other: Reading) -> Reading:
    """The reading with the other's printed number."""
    update = {name: getattr(other.claim, name) for name in ("value", "low", "high")}
    return replace(reading, claim=reading.claim.model_copy(update=update))


def _other_flow(suspect: Reading, failed: Sequence[Trial]) -> Reading | None:
    if suspect.claim.flow != "export" or suspect.measure != "level":
        return None
    for trial in failed:
        for reading in trial.readings:
            if reading.claim.flow == "import" and reading.measure == "level" and _same_but_flow(reading, suspect):
                return reading
    return None


def _same_but_flow(a: Reading, b: Reading) -> bool:
    return (a.claim.partner, a.claim.period, a.claim.commodity) == (b.claim.partner, b.claim.period, b.claim.commodity)


def _repeats(suspect: Reading, failed: Sequence[Trial], scene: _Scene) -> Iterator[_Candidate]:
    """The figure equals another row's, or another year's, to the digit: its own value is what the identities imply."""
    if len(suspect.digits) < REPEATED_DIGITS:
        return
    twin = next(
        (r for r in scene.pool.values() if r.id != suspect.id and r.value and abs(r.value) == abs(suspect.value or 0)),
        None,
    )
    if twin is None or (twin.currency, twin.measure) != (suspect.currency, suspect.measure):
        return
    slip: Slip = "repeated" if twin.claim.period == suspect.claim.period else "wrong_year"
    for trial in failed:
        if isinstance(trial.equation, AtMost) or all(term.reading.id != suspect.id for term in trial.terms):
            continue
        implied = trial.implied(suspect)
        if implied.low is not None and implied.low == implied.high:
            yield _Candidate(slip, suspect, {suspect.id: restated(suspect, abs(implied.low))})
