"""Rounding or truncation: one number, printed with other digits.

Example: 5.2217 trillion yen where digits are rounded, 5.2216 where they are cut off.
Comparing tries this before any difference of basis: what the digits explain needs no other reason.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.comparison import Comparison, shown
from extractor.reconcile.effect import Context, Effect, point, size
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import amount

NAME = "rounding"


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies to two figures of one period and currency whose digits allow one number: nothing is left to explain."""
    del context
    agreed = agreement(a, b) if (a.claim.period, a.currency) == (b.claim.period, b.currency) else None
    if agreed is None:
        return None
    return Effect(NAME, "digits", agreed.explanation.rstrip("."), size(b) / size(a), Decimal(1), agreed.arithmetic)


def agreement(a: Reading, b: Reading) -> Comparison | None:
    """Whether the digits allow both to be the same number: printed alike, rounded, or cut off."""
    if point(a) is not None and point(a) == point(b) and a.claim.bound == b.claim.bound:
        if a.claim.article_id == b.claim.article_id:
            return Comparison("duplicate", "duplicate", f"{shown(a)} is said again in the same article.")
        return Comparison("agree_exact", "agreement", f"Both say {shown(a)}.", True)
    both = f"{shown(a)} and {shown(b)}"
    if meets(size(a), size(b)):
        bounded = a.claim.bound or b.claim.bound
        how = "do not exclude each other" if bounded else "are the same number, rounded"
        return Comparison("agree_rounding", "agreement", f"{both} {how}.", True, "bound" if bounded else None)
    for one, other in ((replace_cut(a), b), (a, replace_cut(b)), (replace_cut(a), replace_cut(b))):
        if meets(size(one), size(other)):
            return Comparison("agree_truncation", "agreement", _truncation(a, b), True, arithmetic=_digits(a, b))
    return None


def replace_cut(reading: Reading) -> Reading:
    """The reading whose interval is that of digits cut off."""
    claim = reading.claim
    if claim.value is None or claim.low is None or claim.high is None:
        return reading
    width = claim.high - claim.low
    low, high = (claim.value, claim.value + width) if claim.value >= 0 else (claim.value - width, claim.value)
    return replace(reading, claim=claim.model_copy(update={"low": low, "high": high}))


def _truncation(a: Reading, b: Reading) -> str:
    return f"{shown(a)} and {shown(b)} are the same number when one source cuts digits off and the other rounds."


def _digits(a: Reading, b: Reading) -> tuple[str, ...]:
    unit = a.currency or a.claim.unit
    return (
        f"rounded: {_ends(a.rounded, unit)} and {_ends(b.rounded, unit)}",
        f"cut off: {_ends(a.cut, unit)} and {_ends(b.cut, unit)}",
    )


def _ends(interval: Interval, unit: str | None) -> str:
    return f"[{amount(interval.low, unit, 5)}, {amount(interval.high, unit, 5)})"
