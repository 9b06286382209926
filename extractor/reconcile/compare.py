"""Two readings of one thing: the first verdict that fits, with its sentence and its numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, localcontext

from extractor.domain import Interval
from extractor.domain.vocabulary import Verdict
from extractor.reconcile.comparison import Comparison, shown
from extractor.reconcile.effect import Context, Effect, point, size
from extractor.reconcile.explanations import effects
from extractor.reconcile.explanations.rounding import agreement
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import BASIS_SLOTS, Reading
from extractor.reconcile.slips import WORDS, Slip, slip_between
from extractor.reconcile.wording import period_name

WEEKS_APART = 20
"""Days between two articles from which on the later one may print a revised figure."""
LEVEL_REVISION, BALANCE_REVISION = Decimal("0.02"), Decimal("0.1")
PLACES = Decimal("0.0001")


def compare(a: Reading, b: Reading, context: Context) -> Comparison:
    """Same digits, same within the digits, revised, explained, a slip, or a contradiction."""
    a, b = _unsigned_alike(a, b)
    if _may_agree(a, b) and (agreed := agreement(a, b)):
        return agreed
    found = effects(a, b, context)
    if not found:
        return disagreement(a, b)
    judged = explained(a, b, found)
    if not judged.passed and _unlike(judged.residual) and (unwritten(a) or unwritten(b)):
        return _doubt(a, b)
    slip = slip_between(a, b) if _same_footing(a, b) else None
    vague = any(effect.factor.low is None for effect in found)
    if slip and (judged.verdict == "conflict" or (vague and slip == "scale_slip")):
        return _slip(a, b, slip)
    return judged


def _unsigned_alike(a: Reading, b: Reading) -> tuple[Reading, Reading]:
    """Balances as sizes where one of the two does not say whether it is a surplus or a deficit."""
    if a.claim.flow != "balance" or None not in (a.claim.balance_sign, b.claim.balance_sign):
        return a, b
    x, y = (replace(r, claim=r.claim.model_copy(update={"balance_sign": None})) for r in (a, b))
    return x, y


def _may_agree(a: Reading, b: Reading) -> bool:
    """Equal digits agree in one period and currency, a growth rate's unknown currency being no other."""
    unknown = a.measure.startswith("change") and None in (a.currency, b.currency)
    return a.claim.period == b.claim.period and (a.currency == b.currency or unknown)


def _same_footing(a: Reading, b: Reading) -> bool:
    return a.currency == b.currency and a.claim.period == b.claim.period


def explained(a: Reading, b: Reading, found: list[Effect]) -> Comparison:
    """All applicable differences of basis together, against the gap between the two figures."""
    allowed = Interval.exact(1)
    for effect in found:
        allowed = allowed * effect.factor
    ratio = size(b) / size(a)
    fits = meets(ratio, allowed) or ratio.low is None or ratio.high is None
    share, residual = _shares(a, b, found)
    basis = tuple(dict.fromkeys(effect.basis for effect in found))
    unknown = unknown_basis(a, b)
    verdict = _verdict(found) if fits else "conflict_if_same_basis" if unknown else "conflict"
    text = "; ".join(effect.sentence for effect in found)
    lines = tuple(line for effect in found for line in effect.lines)
    numbers = f" {'; '.join(lines)}." if lines else ""
    opening = f"{shown(a)} ({period_name(a.period)}) and {shown(b)} ({period_name(b.period)})"
    lost = {"suspect_source_error": "its scope was probably lost", "suspect_extraction": "or its words were misread"}
    ending = lost.get(verdict, "both can be right")
    still = f"; unknown: {', '.join(unknown)}" if unknown else ""
    rest = "they lie on two sides of zero" if residual is None else f"that leaves a gap of {residual}% unexplained"
    end = ending if fits else rest + still
    return Comparison(
        verdict, "+".join(effect.name for effect in found), f"{opening}: {text}; {end}.{numbers}",
        fits and verdict not in lost,
        next((effect.detail for effect in found if effect.detail), None), lines, basis, share, residual,
    )  # fmt: skip


def _verdict(found: list[Effect]) -> Verdict:
    """What a gap is called that the differences account for."""
    names = [effect.name for effect in found]
    if "scope" in names:
        return (
            "suspect_extraction"
            if any(effect.detail == "scope_unknown" for effect in found)
            else "suspect_source_error"
        )
    return "revised" if names == ["vintage"] else "explained"


def _shares(a: Reading, b: Reading, found: list[Effect]) -> tuple[Decimal | None, Decimal | None]:
    """(share of the gap that the estimates explain, 0 to 1; what they leave, in percent of the figure)."""
    x, y = point(a), point(b)
    if not x or not y or x / y <= 0:
        return None, None
    with localcontext() as exact:
        exact.prec = 28
        estimate = Decimal(1)
        for effect in found:
            estimate *= effect.point or 1
        gap = (y / x).ln()
        residual = ((y / x / estimate) - 1) * 100
        left = (y / x / estimate).ln()
        share = Decimal(1) if not gap else max(Decimal(0), min(Decimal(1), 1 - abs(left) / abs(gap)))
    return share.quantize(PLACES), residual.quantize(Decimal("0.01"))


def unknown_basis(a: Reading, b: Reading) -> tuple[str, ...]:
    """Basis slots that one side states and the other does not, and the compiler where neither does."""
    slots = [slot for slot in BASIS_SLOTS if (a.basis[slot] is None) != (b.basis[slot] is None)]
    if a.basis["compiler"] is None and b.basis["compiler"] is None:
        slots.insert(0, "compiler")
    if a.measure.startswith("change") and (a.currency is None or b.currency is None):
        slots.append("currency")
    if a.basis["vintage"] is None and b.basis["vintage"] is None and _may_be_revised(a, b):
        slots.append("vintage")
    return tuple(slots)


def _may_be_revised(a: Reading, b: Reading) -> bool:
    """Whether two levels, printed weeks apart or undated, differ by no more than revisions do."""
    x, y = point(a), point(b)
    if not x or not y or a.measure.startswith("change") or _weeks_apart(a, b) is False:
        return False
    return abs(x / y - 1) <= (BALANCE_REVISION if a.claim.flow == "balance" else LEVEL_REVISION)


def _weeks_apart(a: Reading, b: Reading) -> bool | None:
    """Whether weeks lie between the two articles; None where one is undated."""
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).days) >= WEEKS_APART


def _slip(a: Reading, b: Reading, slip: Slip) -> Comparison:
    text = f"{shown(a)} and {shown(b)} differ as by a slip: {WORDS[slip]} in one of them."
    return Comparison("suspect_source_error", "slip", text, False, slip)


LEVELS_APART, POINTS_APART = Decimal(3), Decimal(15)
"""From here on two figures are more likely about different things than one of them wrong."""
SCOPE = ("period", "partner", "commodity", "flow", "indicator")


def _far_apart(a: Reading, b: Reading) -> bool:
    x, y = point(a), point(b)
    if x is None or y is None:
        return False
    if a.measure.startswith("change"):
        return abs(x - y) * 100 > POINTS_APART
    return x * y <= 0 or max(x / y, y / x) > LEVELS_APART


def _unlike(residual: Decimal | None) -> bool:
    """Whether what the explanations leave, in percent, is a factor of three or more."""
    return residual is not None and not 100 / LEVELS_APART - 100 <= residual <= 100 * LEVELS_APART - 100


def _doubt(a: Reading, b: Reading) -> Comparison:
    missing = unwritten(a) or unwritten(b)
    text = f"{shown(a)} and {shown(b)} are too far apart to be about one thing; {missing} was not written beside."
    return Comparison("suspect_extraction", "contradiction", text, False)


def unwritten(reading: Reading) -> str:
    """The slots that say what the figure is about and were not written in its own sentence."""
    return ", ".join(slot for slot in SCOPE if reading.claim.basis.how.get(slot) in ("inherited", "inferred"))


def disagreement(a: Reading, b: Reading) -> Comparison:
    """A slip where one digit's change, a power of ten or an exchange makes them equal; else a contradiction."""
    both = f"{shown(a)} and {shown(b)}"
    slip = slip_between(a, b) if a.currency == b.currency and a.measure == b.measure else None
    if slip and not (slip != "scale_slip" and _weeks_apart(a, b) and _may_be_revised(a, b)):
        return _slip(a, b, slip)
    if _far_apart(a, b) and (unwritten(a) or unwritten(b)):
        return _doubt(a, b)
    unknown = unknown_basis(a, b)
    if unknown:
        text = f"{both} contradict each other if they stand on the same basis; unknown: {', '.join(unknown)}."
        return Comparison("conflict_if_same_basis", "contradiction", text, False, basis=unknown)
    differing = tuple(slot for slot in BASIS_SLOTS if a.basis[slot] != b.basis[slot])
    if differing:
        text = (
            f"{both} differ, and so does what they count ({', '.join(differing)}); by how much that matters is unknown."
        )
        return Comparison("not_comparable", "basis", text, None, basis=differing)
    return Comparison("conflict", "contradiction", f"{both} contradict each other on the same basis.", False)
