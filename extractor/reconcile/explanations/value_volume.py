"""Value or volume: tonnes may fall while the bill rises, by the change of the price.

Example: crude oil imports -7.1% in volume beside +1.5% in price: -5.7% in value.
"""

from __future__ import annotations

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect, point
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import growth, plain

NAME = "value_volume"
VOLUME = "trade_volume"
UNIT_PRICES = {"import_unit_price", "export_unit_price", "unit_price"}
OPEN = Interval(low=None, high=None)


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies to growth rates of which one counts goods and the other money."""
    del context
    if volume(a) == volume(b) or {a.stem, b.stem} & UNIT_PRICES or not a.measure == b.measure == "change:yoy":
        return None
    value, amount = (b, a) if volume(a) else (a, b)
    top, bottom = point(value), point(amount)
    lines: tuple[str, ...] = ()
    if top and bottom:
        price = top / bottom
        lines = (f"{plain(top)} / {plain(bottom)} = {plain(price, 3)}: prices {growth((price - 1) * 100, 1)}",)
    return Effect(NAME, "price_basis", "one is growth in value, the other in volume", OPEN, lines=lines)


def volume(reading: Reading) -> bool:
    """Whether it counts tonnes or pieces, not money."""
    return reading.stem == VOLUME or reading.basis["price_basis"] == "volume"
