"""Whether a figure's kind fits the indicator in force: tonnes of exports are a volume, a hundred reporters no GDP."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.catalogue import Catalogue, Unit
from extractor.extract.events import Event
from extractor.extract.frame import Frame, inferred, value, without

VOLUMES = frozenset({"trade_volume", "import_unit_price", "export_unit_price"})
FREE = frozenset({"rank", "streak", "percent", "points", "multiple", "period", "rate"})
"""Kinds that any indicator takes: changes, shares, ranks; rates bring their own."""
COUNTED = frozenset({"count", "quantity"})
PIECES = "unit"
"""The unit that counts goods of any kind."""
DEAREST = 100_000
"""No currency costs more of another."""
PRICES: Mapping[str | None, str] = {"import": "import_unit_price", "export": "export_unit_price"}


def fitted(frame: Frame, event: Event, catalogue: Catalogue) -> Frame:
    """The frame with the indicator that this kind of figure can be of, or none with the reason."""
    figure = event.figure
    row = catalogue.indicators.get(value(frame, "indicator") or "")
    if figure is None or row is None or figure.kind in FREE:
        return frame
    if row.code == "exchange_rate" and figure.kind == "money" and (figure.value or 0) > DEAREST:
        reason = "an amount of money, no step of a rate"
        cleared = without(frame, "flow", "partner", "balance_sign", "entity")
        return {**cleared, "indicator": inferred(None, reason)}
    counted = (
        not row.counts
        or (figure.unit == "unit" and row.counter is not None)
        or figure.unit is None
        or figure.unit in row.counts
        or figure.kind not in COUNTED
    )
    if figure.kind in row.kinds and counted:
        return frame
    counted_unit = catalogue.units.get(figure.unit or "")
    goods = counted_unit.goods if counted_unit is not None else None
    if goods in row.of_goods:
        return {**frame, "indicator": inferred(row.of_goods[goods or ""], f"units.toml: {figure.unit}: goods")}
    if row.code == "goods_trade_value":
        unit = catalogue.units.get(figure.unit or "")
        if figure.kind == "quantity" or (figure.kind == "count" and unit is not None and _counts_goods(unit, frame)):
            here = {**frame, "indicator": inferred("trade_volume", f"a {figure.kind} of a flow")}
            if unit is not None and unit.goods is not None and value(frame, "commodity") is None:
                here["commodity"] = inferred(unit.goods, f"units.toml: {unit.code}: goods")
            return here
    if row.code in {"goods_trade_value", "trade_volume"} and figure.kind == "price" and value(frame, "flow") in PRICES:
        return {**frame, "indicator": inferred(PRICES[value(frame, "flow")], "a price of a flow")}
    if row.code in PRICES.values() and figure.kind == "quantity":
        return {**frame, "indicator": inferred("trade_volume", "a quantity beside a unit price")}
    if row.code == "trade_volume" and figure.kind == "money":
        return {**frame, "indicator": inferred("goods_trade_value", "an amount of money beside a volume")}
    counting = [r.code for r in catalogue.indicators.values() if r.counter == figure.unit] if figure.unit else []
    if len(counting) == 1 and row.subject == "economy" and not row.trade and not row.partnered:
        return {**frame, "indicator": inferred(counting[0], f"what counts in {figure.unit}s")}
    if figure.kind == "price":
        return {**frame, "indicator": inferred(None, f"{row.code} takes no price")}
    empty = {
        name: inferred(None, f"{row.code} takes no {figure.unit or figure.kind}") for name in ("indicator", "reporter")
    }
    firms = row.subject == "company" and figure.kind != "quantity"
    cleared = without(frame, "flow", "partner", "balance_sign", *(() if firms else ("entity",)))
    return {**cleared, **empty}


def _counts_goods(unit: Unit, frame: Frame) -> bool:
    """Whether a counted unit is of goods: vehicles are; units and pieces of the goods in force."""
    if value(frame, "flow") in PRICES and unit.code == PIECES:
        return True
    return unit.goods is not None or (value(frame, "commodity") is not None and value(frame, "flow") in PRICES)
