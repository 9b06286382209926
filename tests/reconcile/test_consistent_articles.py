"""Articles whose true numbers add up, printed rounded or cut off: nothing may be alarmed about, whatever the digits."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_support import make_claim

from extractor.domain import Claim
from extractor.reconcile import check_article, reconcile

AMOUNTS = st.decimals(min_value=Decimal("0.5"), max_value=Decimal(120), places=6)
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_DOWN])
BEFORE = "2023-01-01/2023-12-31"


class Press:
    """Prints true numbers as a paper does: all rounded, or all cut off, at its own number of places."""

    def __init__(self, rounding: str, places: int) -> None:
        self._rounding, self._places = rounding, places
        self.claims: list[Claim] = []

    def level(self, true: Decimal, **fields: Any) -> None:
        self._print(abs(true), self._places, "1e12", **fields)

    def percent(self, true: Decimal, **fields: Any) -> None:
        direction = "down" if true < 0 else "up"
        self._print(abs(true), 1, "1", kind="percent", direction=direction, **fields)

    def _print(self, true: Decimal, places: int, scale: str, **fields: Any) -> None:
        printed = true.quantize(Decimal(1).scaleb(-places), self._rounding)
        if printed:
            self.claims.append(make_claim(str(printed), scale, start=len(self.claims) * 20, **fields))

    def balance(self, true: Decimal, **fields: Any) -> None:
        sign = 1 if true > 0 else -1
        self.level(true, flow="balance", indicator="goods_trade_balance", balance_sign=sign, **fields)


@settings(max_examples=150, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, ROUNDINGS, st.integers(1, 4))
def test_an_article_that_adds_up_raises_no_alarm(
    exports: Decimal, imports: Decimal, part: Decimal, exports_before: Decimal, imports_before: Decimal,
    rounding: str, places: int,
) -> None:  # fmt: skip
    press = Press(rounding, places)
    world, china = exports + part, part
    press.level(world, partner="WLD")
    press.level(imports, partner="WLD", flow="import")
    press.balance(world - imports, partner="WLD")
    press.level(world + imports, partner="WLD", flow="total")
    press.level(china)
    press.percent(china / world * 100, change_basis="share", indicator="share_of_exports")
    press.level(exports_before, partner="WLD", period=BEFORE)
    press.level(imports_before, partner="WLD", flow="import", period=BEFORE)
    press.percent((world / exports_before - 1) * 100, partner="WLD", change_basis="yoy")
    press.percent((imports / imports_before - 1) * 100, partner="WLD", flow="import", change_basis="yoy")
    alarms = [f for f in check_article(press.claims) if f.passed is False]
    assert [f.explanation for f in alarms] == []


@settings(max_examples=150, deadline=None)
@given(AMOUNTS, ROUNDINGS, ROUNDINGS, st.integers(1, 4), st.integers(1, 4))
def test_two_papers_that_print_one_number_agree(
    true: Decimal, first: str, second: str, places: int, others: int
) -> None:
    a, b = Press(first, places), Press(second, others)
    a.level(true, compiler="JP_MOF", article="a")
    b.level(true, compiler="JP_MOF", article="b")
    claims = [*a.claims, *b.claims]
    if len(claims) == 2:
        assert {fact.verdict for fact in reconcile(claims, {}).facts} <= {
            "agree_exact", "agree_rounding", "agree_truncation",
        }  # fmt: skip
