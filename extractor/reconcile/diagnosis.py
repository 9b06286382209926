"""What went wrong with a figure: the smallest slip that would make the identities hold again.

Candidates are tried on every identity that the figure takes part in. A candidate earns what
it mends and pays for what it breaks, so that the wrong figure is named, not a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from extractor.reconcile.equations import AtMost
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Trial

Slip = Literal["scale_slip", "flow_swap", "wrong_year", "repeated", "transposition", "digit"]
ORDER: tuple[Slip, ...] = ("scale_slip", "flow_swap", "wrong_year", "repeated", "transposition", "digit")
POWERS = (1, 2, 3, 4, 6, 8)
VAGUE = Decimal("1.2")
REPEATED_DIGITS = 3
"""So many significant digits must agree before two rows are taken for one figure printed twice."""
WORDS: dict[str, str] = {
    "scale_slip": "its scale is off by a power of ten",
    "flow_swap": "exports and imports stand in each other's place",
    "wrong_year": "it is the figure of another year",
    "repeated": "it repeats the figure of another row",
    "transposition": "two neighbouring digits are exchanged",
    "digit": "one digit is wrong",
}


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
    while left:
        best = _best(left, passed)
        if best is None:
            return
        yield best
        left = [trial for trial in left if trial not in best.mended]


def _best(failed: Sequence[Trial], passed: Sequence[Trial]) -> Diagnosis | None:
    pool = [reading for trial in (*failed, *passed) for reading in trial.readings]
    suspects = {term.reading.id: term.reading for trial in failed for term in trial.terms}
    rated = []
    for suspect in sorted(suspects.values(), key=lambda r: (r.claim.article_id, r.claim.start, r.id)):
        for candidate in _candidates(suspect, failed, pool):
            mended = tuple(t for t in failed if _touches(t, candidate) and t.holds_with(candidate.swapped))
            if mended and not (candidate.slip == "scale_slip" and any(_vague(t, suspect) for t in mended)):
                broken = sum(1 for t in passed if _touches(t, candidate) and not t.holds_with(candidate.swapped))
                rated.append((candidate, mended, len(mended) - broken))
    if not rated:
        return None
    candidate, mended, score = min(rated, key=lambda item: (-item[2], ORDER.index(item[0].slip)))
    if score < 1:
        return None
    rivals = {
        c.suspect.id: c.suspect
        for c, _, s in rated
        if s == score and c.slip == candidate.slip and c.suspect.id not in candidate.swapped
    }
    value = _follows(candidate, mended)
    return Diagnosis(candidate.slip, candidate.suspect, value, mended, score, tuple(rivals.values()))


def _vague(trial: Trial, suspect: Reading) -> bool:
    """Whether the others imply hardly more than "about nothing": any figure fits that, scaled down enough."""
    if isinstance(trial.equation, AtMost):
        return False
    implied = trial.allowed(suspect)
    if implied.low is None or implied.high is None:
        return False
    return implied.low <= 0 <= implied.high or max(implied.low / implied.high, implied.high / implied.low) > VAGUE


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


def _candidates(suspect: Reading, failed: Sequence[Trial], pool: Sequence[Reading]) -> Iterator[_Candidate]:
    for slip, value, width in _values(suspect):
        yield _Candidate(slip, suspect, {suspect.id: restated(suspect, value, width)})
    other = _other_flow(suspect, failed)
    if other is not None:
        swapped = {suspect.id: _as(suspect, other), other.id: _as(other, suspect)}
        yield _Candidate("flow_swap", suspect, swapped)
    yield from _repeats(suspect, failed, pool)


def _values(suspect: Reading) -> Iterator[tuple[Slip, Decimal, Decimal]]:
    """Every single slip's value, with the factor that its interval's width takes."""
    value = suspect.claim.value
    if value is None or not value:
        return
    for power in POWERS:
        yield "scale_slip", value.scaleb(power), Decimal(1).scaleb(power)
        yield "scale_slip", value.scaleb(-power), Decimal(1).scaleb(-power)
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return
    shown = len("".join(map(str, digits)).rstrip("0")) or 1
    for i in range(shown - 1):
        if digits[i] != digits[i + 1]:
            changed = (*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :])
            yield "transposition", Decimal((sign, changed, exponent)), Decimal(1)
    for i in range(shown):
        for digit in range(10):
            if digit != digits[i]:
                yield "digit", Decimal((sign, (*digits[:i], digit, *digits[i + 1 :]), exponent)), Decimal(1)


def restated(reading: Reading, value: Decimal, width: Decimal = Decimal(1)) -> Reading:
    """The same claim with another value; its interval moves with it and widens by the factor."""
    claim = reading.claim
    low, high = claim.low, claim.high
    if low is not None and high is not None and claim.value is not None:
        low, high = value + (low - claim.value) * width, value + (high - claim.value) * width
    return replace(reading, claim=claim.model_copy(update={"value": value, "low": low, "high": high}))


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


def _repeats(suspect: Reading, failed: Sequence[Trial], pool: Sequence[Reading]) -> Iterator[_Candidate]:
    """The figure equals another row's, or another year's, to the digit: its own value is what the identities imply."""
    if len(suspect.digits) < REPEATED_DIGITS:
        return
    twin = next((r for r in pool if r.id != suspect.id and r.value and abs(r.value) == abs(suspect.value or 0)), None)
    if twin is None or (twin.currency, twin.measure) != (suspect.currency, suspect.measure):
        return
    slip: Slip = "repeated" if twin.claim.period == suspect.claim.period else "wrong_year"
    for trial in failed:
        if isinstance(trial.equation, AtMost) or all(term.reading.id != suspect.id for term in trial.terms):
            continue
        implied = trial.implied(suspect)
        if implied.low is not None and implied.low == implied.high:
            yield _Candidate(slip, suspect, {suspect.id: restated(suspect, abs(implied.low))})


def slip_between(a: Reading, b: Reading) -> Slip | None:
    """Which single slip turns one printed value into the other, when each could be the other's misprint."""
    for one, other in ((a, b), (b, a)):
        for slip, value, width in _values(one):
            fixed = restated(one, value, width)
            if meets(fixed.rounded, other.rounded) and _precise(other, slip):
                return slip
    return None


def _precise(reading: Reading, slip: Slip) -> bool:
    """A slip is only credible where enough digits agree."""
    return len(reading.digits) >= (3 if slip == "scale_slip" else 4)
