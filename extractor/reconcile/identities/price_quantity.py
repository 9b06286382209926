"""Price x quantity = value, for levels and for growth rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.catalogue import load
from extractor.reconcile.equations import Product
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import FACTOR, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, growth

NAME = "price_quantity"
GROUPS = ("article", "frame")
PRICES = ("import_unit_price", "export_unit_price", "unit_price")
QUANTITY, VALUE = "trade_volume", "goods_trade"


def trials(view: View) -> Iterator[Trial]:
    """Levels: 79,083 yen/kL x 135 million kL = 10.7 trillion yen. Growth: (1 + 1.5%)(1 - 7.1%) = 1 - 5.7%."""
    for price in view.heads(stem=PRICES):
        if price.measure == "change:yoy":
            quantity, value = view.near(price, stem=QUANTITY), view.near(price, stem=VALUE)
            if quantity and value:
                yield _growth(price, quantity, value)
        elif price.claim.kind == "price":
            yield from _level(view, price)


def _level(view: View, price: Reading) -> Iterator[Trial]:
    currency, _, unit = (price.claim.unit or "").partition("/")
    for name in _units(unit):
        quantity = view.near(price, stem=QUANTITY, measure=f"level:{name}")
        value = view.near(price, stem=VALUE, measure="level")
        if quantity and value and value.currency == currency and price.value and quantity.value:
            line = (
                f"{amount(price.value, price.claim.unit)} x {amount(quantity.value, name)} = "
                f"{amount(price.value * quantity.value, currency)} (stated: {amount(value.value, currency)})"
            )
            terms = (Term(price), Term(quantity), Term(value))
            yield Trial(NAME, "price x quantity = value", Product((1, 1, -1)), terms, (line,))


def _units(symbol: str) -> tuple[str, ...]:
    """Codes of the units that are written so in prices: kL -> kilolitre."""
    return tuple(code for code, unit in load().units.items() if symbol in (code, unit.symbol))


def _growth(price: Reading, quantity: Reading, value: Reading) -> Trial:
    p, q = (1 + (r.value or Decimal(0)) / 100 for r in (price, quantity))
    line = f"{p} x {q} = {growth((p * q - 1) * 100)} (stated: {growth(value.value)})"
    terms = (Term(price, FACTOR), Term(quantity, FACTOR), Term(value, FACTOR))
    return Trial(NAME, "growth of price x growth of quantity = growth of value", Product((1, 1, -1)), terms, (line,))
