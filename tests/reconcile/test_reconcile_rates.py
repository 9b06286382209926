"""Exchange rates from outside: days, averages, and what an official average may be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractor.domain import Period
from extractor.reconcile import rates

FY24, CY24 = Period.fiscal_year(2024), Period.year(2024)


def test_a_days_rate_is_the_cross_of_two_euro_rates() -> None:
    rate = rates.on(date(2024, 2, 21), "USD", "JPY")
    assert rate is not None
    assert rate.quantize(Decimal("0.01")) == Decimal("149.99")
    assert isinstance(rate, Decimal)


@pytest.mark.parametrize(
    ("day", "base", "quote"),
    [(date(2024, 2, 24), "USD", "JPY"), (date(1990, 1, 2), "USD", "JPY"), (date(2024, 2, 21), "USD", "XXX")],
    ids=["weekend", "before the table", "unknown currency"],
)
def test_no_rate_is_none(day: date, base: str, quote: str) -> None:
    assert rates.on(day, base, quote) is None


def test_the_ministrys_average_is_that_of_the_fiscal_year_and_not_of_the_calendar_year() -> None:
    stated = Decimal("152.60")
    fiscal, calendar = rates.band(FY24, "USD", "JPY"), rates.band(CY24, "USD", "JPY")
    assert fiscal is not None
    assert calendar is not None
    assert fiscal.holds(stated)
    assert not calendar.holds(stated)


def test_chinas_customs_value_at_a_rate_that_the_state_sets() -> None:
    official = Decimal("7.11")
    band = rates.band(CY24, "USD", "CNY")
    assert band is not None
    assert band.holds(official)
    assert not band.holds(Decimal("6.5"))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024-02-01/2024-02-29", "2023-02-01/2023-02-28"),
        ("2025-02-01/2025-02-28", "2024-02-01/2024-02-29"),
        ("2024-04-01/2025-03-31", "2023-04-01/2024-03-31"),
        ("2025-06-01/2025-06-10", "2024-06-01/2024-06-10"),
    ],
)
def test_the_year_before_keeps_the_ends_of_months(period: str, before: str) -> None:
    assert str(rates.year_before(Period.parse(period))) == before
    assert str(rates.year_after(Period.parse(before))) == period


def test_the_dollar_rose_by_7_7_percent_in_2024() -> None:
    change = rates.change(CY24, "USD", "JPY")
    assert change is not None
    assert change.quantize(Decimal("0.001")) == Decimal("1.077")
