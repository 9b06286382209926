"""Intervals drawn one below the other."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extractor.cli.drawing import WIDTH, bars

NUMBERS = st.decimals(-1000, 1000, places=2)
INTERVALS = st.none() | st.tuples(NUMBERS, NUMBERS).map(lambda pair: (min(pair), max(pair)))


def test_overlap_is_seen() -> None:
    first, second, point = bars([(Decimal(0), Decimal(4)), (Decimal(3), Decimal(10)), (Decimal(7), Decimal(7))], 11)
    assert (first, second, point) == ("├───┤······", "···├──────┤", "·······│···")


@given(st.lists(INTERVALS, max_size=6))
def test_every_bar_is_as_wide_as_the_scale_and_none_draws_nothing(intervals: list[object]) -> None:
    drawn = bars(intervals)
    assert len(drawn) == len(intervals)
    assert all(len(bar) in (0, WIDTH) for bar in drawn)
    assert all(bar == "" for bar, interval in zip(drawn, intervals, strict=True) if interval is None)
