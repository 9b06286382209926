"""Intervals as text, one below the other on one scale, so that overlap can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

WIDTH = 24
Interval = tuple[Decimal, Decimal] | None


def bars(intervals: Sequence[Interval], width: int = WIDTH) -> list[str]:
    """One drawing an interval; None, and a scale without extent, draw nothing.

    >>> for bar in bars([(Decimal(0), Decimal(4)), (Decimal(3), Decimal(10)), (Decimal(7), Decimal(7))], 11):
    ...     print(bar)
    ├───┤······
    ···├──────┤
    ·······│···
    """
    known = [interval for interval in intervals if interval is not None]
    if not known:
        return ["" for _ in intervals]
    low, high = min(one[0] for one in known), max(one[1] for one in known)
    if low == high or len(known) < 2:
        return ["" for _ in intervals]
    return [_bar(interval, low, high, width) if interval else "" for interval in intervals]


def _bar(interval: tuple[Decimal, Decimal], low: Decimal, high: Decimal, width: int) -> str:
    first, last = (round((value - low) / (high - low) * (width - 1)) for value in interval)
    inner = "│" if first == last else f"├{'─' * (last - first - 1)}┤"
    return "·" * first + inner + "·" * (width - 1 - last)
