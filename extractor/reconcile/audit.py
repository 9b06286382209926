"""Decides trials: passed ones become `derivable`, failed ones a named slip, or a doubt that says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.domain import Finding, Interval
from extractor.domain.vocabulary import Verdict
from extractor.reconcile.diagnosis import Diagnosis, diagnose
from extractor.reconcile.equations import AtMost
from extractor.reconcile.findings import finding
from extractor.reconcile.slips import WORDS
from extractor.reconcile.trial import Trial
from extractor.reconcile.wording import amount, like

READ_SLOTS = ("flow", "reporter", "partner", "period", "commodity")


def audit(trials: Sequence[Trial], group: str) -> Iterator[Finding]:
    """One finding for each passed trial, one for each diagnosed slip, one for each failure left."""
    passed = [trial for trial in trials if trial.passed]
    failed = [trial for trial in trials if not trial.passed and not revised(trial)]
    for trial in trials:
        if trial.passed and not _idle(trial, group):
            yield _derivable(trial, group)
        elif not trial.passed and revised(trial):
            yield _revised(trial, group)
    mended: set[int] = set()
    for diagnosis in diagnose(failed, passed):
        mended |= {id(trial) for trial in diagnosis.mended}
        yield _slip(diagnosis, group)
    left: dict[object, list[Trial]] = {}
    for trial in failed:
        if id(trial) not in mended:
            left.setdefault(_doubted(trial), []).append(trial)
    for together in left.values():
        yield _unexplained(together, group)


def _doubted(trial: Trial) -> object:
    """Bounds that one whole breaks are one doubt; every equation is its own."""
    return trial.terms[-1].reading.id if isinstance(trial.equation, AtMost) else id(trial)


def _idle(trial: Trial, group: str) -> bool:
    """A bound that figures of different articles keep says nothing that anybody wants to read."""
    return isinstance(trial.equation, AtMost) and not group.startswith("article|")


def _derivable(trial: Trial, group: str) -> Finding:
    if trial.open:
        return _open(trial, group)
    detail = None if trial.exact else trial_detail(trial)
    how = {
        "last_digit": "; the last digit differs, as it does when digits are cut off or rounded one by one",
        "truncation": "; the last digit differs because digits were cut off",
        "rounding": "; no more apart than rounded figures may be",
    }.get(detail or "", "")
    return finding(
        check=trial.check, verdict="derivable", passed=True, detail=detail, group=group,
        claim_ids=[r.id for r in trial.readings],
        explanation=f"{_capital(trial.rule)}: {'; '.join(trial.lines)}{how}.", arithmetic=trial.lines,
    )  # fmt: skip


REVISED = (Interval(low=Decimal("0.95"), high=Decimal("1.05")), Interval(low=Decimal("0.8"), high=Decimal("1.25")))
"""How far a revision moves a level, and a balance, which is a small difference of large levels."""


def revised(trial: Trial) -> bool:
    """Whether an earlier figure of another article misses what growth is stated against by a revision's size."""
    if trial.check != "previous" or len(trial.articles) == 1:
        return False
    before = trial.terms[1]
    ratio = trial.implied(before.reading) / before.point()
    return ratio.overlaps(REVISED[before.reading.claim.flow == "balance"])


def _revised(trial: Trial, group: str) -> Finding:
    before = trial.terms[1].reading
    told = (
        f"Growth is stated against a revised earlier figure: {'; '.join(trial.lines)}; "
        f"'{before.claim.quote}' was published before the revision."
    )
    return finding(
        check=trial.check, verdict="revised", passed=True, detail="base_revised", group=group, basis=("vintage",),
        claim_ids=[r.id for r in trial.readings], explanation=told, arithmetic=trial.lines,
    )  # fmt: skip


def _open(trial: Trial, group: str) -> Finding:
    """A figure that can be read in two ways, and nothing beside it that decides."""
    return finding(
        check=trial.check, verdict="unverifiable", detail=trial.open, group=group,
        claim_ids=[r.id for r in trial.readings], explanation=f"{_capital(trial.rule)}: {'; '.join(trial.lines)}.",
        arithmetic=trial.lines,
    )  # fmt: skip


def trial_detail(trial: Trial) -> str | None:
    """How the printed digits fit: `truncation` where only cutting off fits, `last_digit` where both may.

    `rounding`: the parts were rounded more coarsely than the result.
    """
    if trial.check not in ("balance", "total") or not _misses(trial):
        return None
    *parts, result = (term.interval("rounded") for term in trial.terms)
    if trial.passed == "cut":
        return "truncation"
    return "last_digit" if max(map(_width, parts)) <= _width(result) else "rounding"


def _width(interval: Interval) -> Decimal:
    return Decimal("Infinity") if interval.low is None or interval.high is None else interval.high - interval.low


def _misses(trial: Trial) -> bool:
    """Whether the printed numbers differ in a digit that is printed: 0.5441 beside 0.544 does not."""
    last = trial.terms[-1]
    implied = trial.equation.solve(len(trial.terms) - 1, [term.point() for term in trial.terms])
    return implied.low is not None and not last.interval("rounded").holds(implied.low)


def _slip(diagnosis: Diagnosis, group: str) -> Finding:
    suspect, trial = diagnosis.suspect, diagnosis.mended[0]
    follows = amount(diagnosis.value, suspect.claim.unit)
    native = like(suspect.claim.quote, diagnosis.value)
    shown = f"{native} ({follows})" if native else follows
    rivals = "".join(f"; the same slip in '{r.claim.quote}' would explain it too" for r in diagnosis.rivals[:2])
    others = [r.id for t in diagnosis.mended for r in t.readings if r.id != suspect.id]
    return finding(
        check=trial.check, verdict="suspect_source_error", detail=diagnosis.slip, passed=False, group=group,
        claim_ids=[suspect.id, *others], suggestion=diagnosis.value,
        explanation=(
            f"'{suspect.claim.quote}' does not fit ({trial.rule}): {WORDS[diagnosis.slip]}; "
            f"{shown} follows from the other figures{rivals}."
        ),
        arithmetic=tuple(line for t in diagnosis.mended for line in t.lines),
    )  # fmt: skip


def _unexplained(trials: Sequence[Trial], group: str) -> Finding:
    trial = trials[0]
    verdict = failure(trial)
    reason = {
        "suspect_extraction": "whose flow, partner or period was not written beside every figure",
        "conflict_if_same_basis": "if they stand on the same basis",
    }.get(verdict, "and no single slip explains it")
    lines = tuple(dict.fromkeys(line for one in trials for line in one.lines))
    return finding(
        check=trial.check, verdict=verdict, passed=False, group=group, arithmetic=lines,
        claim_ids=[r.id for one in trials for r in one.readings],
        explanation=f"The figures do not fit ({trial.rule}), {reason}: {'; '.join(lines)}.",
    )  # fmt: skip


def failure(trial: Trial) -> Verdict:
    """What an undiagnosed failure is called: a doubt about the reading where slots were not written down."""
    for term in trial.terms:
        how = term.reading.claim.basis.how
        if any(how.get(slot) in ("inherited", "inferred") for slot in READ_SLOTS):
            return "suspect_extraction"
    return "conflict" if len(trial.articles) == 1 else "conflict_if_same_basis"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
