"""What two figures allow each other: intervals from the digits, met or missed. Exact, no epsilon."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from extractor.domain import Claim, Interval

Agreement = Literal["agree_exact", "agree_rounding", "agree_truncation"]
HUNDRED = Decimal(100)
WORDS = ("percent", "multiple")
"""Kinds whose value, when no digits bound it, was said in a word."""


def rounded(claim: Claim) -> Interval:
    """What the claim's digits and words allow when the last digit was rounded.

    "over", "at least" leave the upper end open, "under", "at most" the lower one;
    "about" doubles the width. Ratios said in words (halved, a third) hold within a tenth.
    No value and no ends: everything is possible.
    """
    if claim.bound in ("at_least", "over"):
        return Interval(low=claim.low if claim.value is None else claim.value, high=None)
    if claim.bound in ("at_most", "under"):
        return Interval(low=None, high=claim.high if claim.value is None else claim.value)
    if claim.low is None and claim.high is None and claim.value is not None:
        return Interval.exact(claim.value)
    if claim.kind in WORDS and claim.value is not None and claim.low == claim.high == claim.value:
        slack = abs(claim.value) / 10
        return Interval(low=claim.value - slack, high=claim.value + slack)
    allowed = Interval(low=claim.low, high=claim.high)
    return widened(allowed) if claim.approximate or claim.bound == "about" else allowed


def cut(claim: Claim) -> Interval:
    """What the digits allow when the rest was cut off: from the value up to the next last digit."""
    allowed = rounded(claim)
    if claim.value is None or claim.bound or claim.approximate or allowed.low is None or allowed.high is None:
        return allowed
    ulp = allowed.high - allowed.low
    return Interval.cut(claim.value, ulp) if ulp else allowed


def widened(allowed: Interval) -> Interval:
    """Twice as wide about the same middle; open ends stay open."""
    if allowed.low is None or allowed.high is None:
        return allowed
    half = (allowed.high - allowed.low) / 2
    return Interval(low=allowed.low - half, high=allowed.high + half)


def meets(a: Interval, b: Interval) -> bool:
    """Whether they share more than an end point. A single value meets an interval that holds it."""
    if a.low is not None and a.low == a.high:
        return b.holds(a.low)
    if b.low is not None and b.low == b.high:
        return a.holds(b.low)
    return _under(a.low, b.high) and _under(b.low, a.high)


def _under(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low < high


def scaled(interval: Interval, factor: Decimal | int) -> Interval:
    """Every value times a factor."""
    return interval * Interval.exact(factor)


def growth_factor(percent: Interval) -> Interval:
    """5.9 percent -> 1.059: what a level is multiplied by."""
    return Interval(
        low=None if percent.low is None else 1 + percent.low / HUNDRED,
        high=None if percent.high is None else 1 + percent.high / HUNDRED,
    )


def middle(interval: Interval) -> Decimal | None:
    """The middle, or the one end that is known, or None."""
    if interval.low is None or interval.high is None:
        return interval.high if interval.low is None else interval.low
    return (interval.low + interval.high) / 2
