"""Each identity: figures that satisfy it, and one wrong figure that it betrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from reconcile_support import about, make_claim

from extractor.domain import Claim, Finding, Period
from extractor.reconcile import check_article, reconcile
from extractor.reconcile.identities import table

Y23, Y24 = "2023-01-01/2023-12-31", "2024-01-01/2024-12-31"
JAN_MAY, MAY = "2024-01-01/2024-05-31", "2024-05-01/2024-05-31"
MONTHS = [str(Period.month(2024, number)) for number in range(1, 13)]
YEN, DOLLARS = {"basis": {"currency_method": "JPY"}}, {"basis": {"currency_method": "USD"}}
SHARE = {"change_basis": "share", "indicator": "share_of_exports"}


def money(value: str, start: int = 0, **fields: Any) -> Claim:
    return make_claim(value, "1e12", start=start, **fields)


def growth(value: str, start: int = 0, **fields: Any) -> Claim:
    return make_claim(value, start=start, **{"kind": "percent", "change_basis": "yoy"} | fields)


def checked(check: str, claims: Sequence[Claim]) -> Finding:
    return about(check_article(claims), check)


BALANCE = {"flow": "balance", "indicator": "goods_trade_balance", "balance_sign": -1}
CASES: dict[str, tuple[list[Claim], list[Claim]]] = {
    "balance": (
        [money("10.25"), money("12.50", 1, flow="import"), money("2.25", 2, **BALANCE)],
        [money("10.25"), money("12.50", 1, flow="import"), money("3.31", 2, **BALANCE)],
    ),
    "total": (
        [money("10.25"), money("12.50", 1, flow="import"), money("22.75", 2, flow="total")],
        [money("10.25"), money("12.50", 1, flow="import"), money("24.86", 2, flow="total")],
    ),
    "share": (
        [money("18.9"), money("107.1", 1, partner="WLD"), growth("17.6", 2, **SHARE)],
        [money("18.9"), money("107.1", 1, partner="WLD"), growth("21.3", 2, **SHARE)],
    ),
    "parts": (
        [money("18.9"), money("107.1", 1, partner="WLD")],
        [money("118.9"), money("107.1", 1, partner="WLD")],
    ),
    "subset": (
        [money("3.69", commodity="electrical_machinery"), money("16.71", 1)],
        [money("36.9", commodity="electrical_machinery"), money("16.71", 1)],
    ),
    "previous": (
        [money("11.00"), money("10.00", 1, period=Y23), growth("10.0", 2, direction="up")],
        [money("11.00"), money("10.00", 1, period=Y23), growth("17.3", 2, direction="up")],
    ),
    "balance_change": (
        [money("10.0"), growth("0.0", 1), money("12.0", 2, flow="import"),
         growth("9.1", 3, flow="import", direction="up"), growth("100", 4, direction="up", **BALANCE)],
        [money("10.0"), growth("0.0", 1), money("12.0", 2, flow="import"),
         growth("9.1", 3, flow="import", direction="up"), growth("30", 4, direction="down", **BALANCE)],
    ),
    "cumulative": (
        [money("1.5", period=MAY), money("7.1", 1, period=JAN_MAY), money("18.9", 2)],
        [money("8.5", period=MAY), money("7.1", 1, period=JAN_MAY), money("18.9", 2)],
    ),
    "twelve_months": (
        [*(money("1.50", n, period=month) for n, month in enumerate(MONTHS)), money("18.00", 20)],
        [*(money("1.50", n, period=month) for n, month in enumerate(MONTHS)), money("19.37", 20)],
    ),
    "price_quantity": (
        [growth("1.5", 0, indicator="import_unit_price", direction="up", commodity="crude_oil"),
         growth("7.1", 1, indicator="trade_volume", direction="down", commodity="crude_oil"),
         growth("5.7", 2, direction="down", commodity="crude_oil")],
        [growth("1.5", 0, indicator="import_unit_price", direction="up", commodity="crude_oil"),
         growth("7.1", 1, indicator="trade_volume", direction="down", commodity="crude_oil"),
         growth("9.9", 2, direction="up", commodity="crude_oil")],
    ),
    "implied_rate": (
        [money("18.9"), make_claim("124.8", "1e9", unit="USD", start=1)],
        [money("18.9"), make_claim("189.4", "1e9", unit="USD", start=1)],
    ),
    "growth_currency": (
        [growth("3.5", 0, direction="up", **YEN), growth("3.9", 1, direction="down", **DOLLARS)],
        [growth("13.5", 0, direction="up", **YEN), growth("3.9", 1, direction="down", **DOLLARS)],
    ),
    "streak": (
        [make_claim("2", kind="streak", unit="year", direction="down", period="2023-01-01/2024-12-31"),
         growth("3.9", 1, direction="down")],
        [make_claim("2", kind="streak", unit="year", direction="down", period="2023-01-01/2024-12-31"),
         growth("3.9", 1, direction="up")],
    ),
    "highest_since": (
        [make_claim("1", kind="rank", direction="up", period="2022-09-01/2024-05-31"), money("1.6", 1, period=MAY),
         money("1.5", 2, period="2023-05-01/2023-05-31")],
        [make_claim("1", kind="rank", direction="up", period="2022-09-01/2024-05-31"), money("1.6", 1, period=MAY),
         money("1.8", 2, period="2023-05-01/2023-05-31")],
    ),
    "rank_window": (
        [make_claim("1", kind="rank", direction="up", period="2022-09-01/2024-12-31"),
         make_claim("1", start=9, kind="rank", direction="up", period="2023-01-01/2024-12-31")],
        [],
    ),
    "month_mean": (
        [money("1.6", period=MAY), growth("5.0", 1, direction="up"), money("17.0", 2, period=Y23)],
        [money("16.1", period=MAY), growth("5.0", 1, direction="up"), money("17.0", 2, period=Y23)],
    ),
    "exchange_rate": (
        [make_claim("151.4", kind="rate", unit="JPY/USD", indicator="exchange_rate", flow=None, partner=None)],
        [make_claim("139.2", kind="rate", unit="JPY/USD", indicator="exchange_rate", flow=None, partner=None)],
    ),
    "period": (
        [make_claim("151.4", kind="rate", unit="JPY/USD", indicator="exchange_rate", flow=None, partner=None)],
        [],
    ),
    "multiple": (
        [make_claim("2.9", kind="multiple", unit="times", change_basis="yoy", direction="up"),
         growth("187.3", 1, direction="up")],
        [make_claim("2.9", kind="multiple", unit="times", change_basis="yoy", direction="up"),
         growth("36.1", 1, direction="up")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("check", CASES)
def test_figures_that_fit_are_derivable(check: str) -> None:
    assert checked(check, CASES[check][0]).passed is True


@pytest.mark.parametrize("check", [name for name, (_, wrong) in CASES.items() if wrong])
def test_a_figure_that_does_not_fit_is_betrayed(check: str) -> None:
    found = [f for f in check_article(CASES[check][1]) if f.check == check and f.passed is False]
    assert found
    assert all(f.arithmetic and f.verdict in ("suspect_source_error", "suspect_extraction", "conflict") for f in found)


def test_every_identity_has_a_case() -> None:
    assert {identity.name for identity in table()} - {"wrong_year"} <= set(CASES)


def test_the_figure_of_the_year_before_is_recognised() -> None:
    right = [money("18.8917", article="b"), money("18.2634", 1, article="b", period=Y23)]
    wrong = money("18.2634", article="a")
    claims = [
        c.model_copy(update={"basis": c.basis.model_copy(update={"compiler": "JP_MOF"})}) for c in (*right, wrong)
    ]
    found = about(reconcile(claims, {}).findings, "wrong_year", wrong.id)
    assert (found.verdict, found.detail) == ("suspect_source_error", "wrong_year")
    assert found.claim_ids[0] == wrong.id


def test_a_repeated_row_is_recognised() -> None:
    claims = [money("14.6718"), money("14.6718", 1, flow="import"), money("3.9051", 2, **BALANCE)]
    found = checked("balance", claims)
    assert (found.verdict, found.detail) == ("suspect_source_error", "repeated")


def test_a_rate_of_one_day_is_no_wrong_average() -> None:
    """The yen at 158 to the dollar was a rate of July 2024; the year's average was 151."""
    spot = make_claim("158.2", kind="rate", unit="JPY/USD", indicator="exchange_rate", flow=None, partner=None)
    assert [f for f in check_article([spot]) if f.passed is False] == []
