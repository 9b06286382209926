"""Words of trade that are none in a text that speaks of no trade: purchases of cars, phones that makers shipped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractor.languages import Item, Pack


def untraded(items: Sequence[Item], text: str, pack: Pack) -> list[Item]:
    """The items; in a text without exports, imports or trade, buying is no flow where no country is named, and shipping
    is a maker's sales."""
    items = _without_partner(items, text, pack)
    weak, ships = pack.cues.weak_flows, pack.cues.ships
    if not weak or any(i.cls == "FLOW" and i.text.lower() not in weak for i in items):
        return list(items)
    headline = text.find("\n")
    phones = any(i.cls == "COMMODITY" and i.value == PHONES and i.end <= headline for i in items)
    placed = [item.start for item in items if item.cls == "PARTNER" or (item.cls == "PLACE" and item.value != "WLD")]
    found: list[Item] = []
    for item in items:
        if item.cls != "FLOW" or str(item.value).startswith(SIGNED) or _beside(item, placed, text):
            found.append(item)
        elif item.text.lower() in ships:
            found.append(item._replace(cls="INDICATOR", value=PHONE_SALES if phones else UNITS))
    return found


def _without_partner(items: Sequence[Item], text: str, pack: Pack) -> list[Item]:
    """Sales to a partner are exports; with a verb behind them they are just sales: sales | to exceed 31 million."""
    return [
        item._replace(cls="INDICATOR", value="company_sales", end=item.end - 3, text=item.text[:-3])
        if item.cls == "FLOW" and item.text.lower() == SALES_TO and pack.cues.to_do.match(text, item.end)
        else item
        for item in items
    ]


SALES_TO = "sales to"
"""Words that are a flow with a country behind them."""


def _beside(item: Item, placed: Sequence[int], text: str) -> bool:
    """Whether a country stands near a word, in its line."""
    start = max(text.rfind("\n", 0, item.start) + 1, item.start - NEAR)
    end = text.find("\n", item.end)
    n = bisect_left(placed, start)
    return n < len(placed) and placed[n] < min(item.end + NEAR, end if end >= 0 else len(text))


NEAR = 60
"""How far from a word of buying or shipping, in characters, the country stands that makes it trade."""
PHONES, PHONE_SALES, UNITS = "smartphones", "smartphone_shipments", "unit_sales"
SIGNED = ("sign", "balance")
"""Deficits and surpluses are of anything."""
