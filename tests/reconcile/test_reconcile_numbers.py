"""Intervals from digits, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reconcile_support import make_claim

from extractor.domain import Interval, Period
from extractor.reconcile.intervals import cut, meets, rounded
from extractor.reconcile.wording import amount, growth, like, period_name, plain

DIGITS = st.decimals(min_value=1, max_value=10**6, places=3)


@given(DIGITS, st.integers(0, 3))
def test_a_rounded_figure_meets_what_it_was_rounded_from(exact: Decimal, places: int) -> None:
    shown = exact.quantize(Decimal(1).scaleb(-places))
    assert meets(rounded(make_claim(str(shown))), Interval.exact(exact))


@given(DIGITS, st.integers(0, 3))
def test_a_cut_figure_meets_what_it_was_cut_from(exact: Decimal, places: int) -> None:
    shown = exact.quantize(Decimal(1).scaleb(-places), "ROUND_DOWN")
    assert meets(cut(make_claim(str(shown))), Interval.exact(exact))


@given(DIGITS, DIGITS)
def test_meeting_is_mutual(a: Decimal, b: Decimal) -> None:
    first, second = rounded(make_claim(str(a))), rounded(make_claim(str(b)))
    assert meets(first, second) == meets(second, first)


def test_intervals_that_touch_in_one_point_do_not_meet() -> None:
    assert not meets(rounded(make_claim("5.2216")), rounded(make_claim("5.2217")))
    assert meets(cut(make_claim("5.2216")), rounded(make_claim("5.2217")))


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"bound": "over"}, "100", None),
        ({"bound": "at_least"}, "100", None),
        ({"bound": "under"}, None, "100"),
        ({"bound": "at_most"}, None, "100"),
        ({"bound": "about"}, "99", "101"),
        ({"approximate": True}, "99", "101"),
        ({}, "99.5", "100.5"),
    ],
)
def test_words_widen_the_interval(fields: dict[str, object], low: str | None, high: str | None) -> None:
    allowed = rounded(make_claim("100", **fields))
    assert (allowed.low, allowed.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("5221600000000", "JPY", "5.2216 trillion yen"),
        ("48870000000", "USD", "48.87 billion dollars"),
        ("1066420000", "USD", "1.06642 billion dollars"),
        ("19.9", "percent", "19.9%"),
        ("79083", "JPY/kL", "79,083 JPY/kL"),
        ("123.4567890123", "JPY", "123.4567890123 yen"),
    ],
)
def test_amounts_are_printed_as_a_reader_expects(value: str, unit: str, words: str) -> None:
    assert amount(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("quote", "value", "written"),
    [
        ("10億6,642万ドル", "10664180000", "106億6,418万ドル"),
        ("5兆2217億円", "5221700000000", "5兆2,217億円"),
        ("108.93万亿日元", "108940000000000", "108.94万亿日元"),
        ("1604.7亿美元", "160480000000", "1,604.8亿美元"),
        ("5.2216 trillion yen", "5221600000000", None),
    ],
)
def test_a_suggestion_is_written_like_the_quote(quote: str, value: str, written: str | None) -> None:
    assert like(quote, Decimal(value)) == written


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2024-01-01/2024-12-31", "2024"),
        ("2024-04-01/2025-03-31", "fiscal 2024"),
        ("2025-03-01/2025-03-31", "March 2025"),
        ("2025-01-01/2025-05-31", "January-May 2025"),
        ("2025-04-17/2025-04-17", "2025-04-17/2025-04-17"),
    ],
)
def test_periods_have_names(period: str, name: str) -> None:
    assert period_name(Period.parse(period)) == name


def test_growth_carries_its_sign() -> None:
    assert (growth(Decimal("3.4")), growth(Decimal("-0.70"))) == ("+3.4%", "-0.7%")
    assert plain(Decimal("12345.60")) == "12,345.6"


def test_a_ratio_in_words_holds_within_a_tenth() -> None:
    halved = make_claim("50", kind="percent", low=Decimal(50), high=Decimal(50), quote="halved")
    assert (rounded(halved).low, rounded(halved).high) == (45, 55)
