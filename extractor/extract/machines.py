"""What a counter of machines counts: 台 are vehicles beside cars, units beside game consoles and phones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extractor.catalogue import Catalogue, load
from extractor.domain import Figure
from extractor.languages import Item

ON_WHEELS = ("86", "87")
"""The HS chapters of what is counted in vehicles."""
VEHICLE, UNIT = "vehicle", "unit"


def counted(figures: Sequence[Figure], items: Sequence[Item], catalogue: Catalogue) -> list[Figure]:
    """The figures, with vehicles as units where the goods last named before them (or else after) are no vehicles."""
    if not any(f.unit == VEHICLE for f in figures):
        return list(figures)
    named = [(i.start, _on_wheels(i, catalogue)) for i in items if i.cls in {"COMMODITY", "INDICATOR"}]
    named = [(start, wheels) for start, wheels in named if wheels is not None]
    if all(wheels for _, wheels in named):
        return list(figures)
    starts = [start for start, _ in named]
    found: list[Figure] = []
    for figure in figures:
        n = bisect_right(starts, figure.start)
        wheels = named[max(0, n - 1)][1]
        units = figure.unit == VEHICLE and figure.kind == "count" and not wheels
        found.append(figure.changed({"unit": UNIT}) if units else figure)
    return found


def _on_wheels(item: Item, catalogue: Catalogue) -> bool | None:
    """Whether goods, or what an indicator's name says is counted, are vehicles; None where that is not said."""
    if item.cls == "INDICATOR":
        counts = catalogue.indicators[str(item.value)].counts
        if VEHICLE not in counts:
            return False if counts == (UNIT,) else None
        return True if any(name in item.text for name in _names_on_wheels()) else None
    row = catalogue.commodities[str(item.value)]
    if row.hs and any(code.startswith(ON_WHEELS) for code in row.hs):
        return True
    return False if row.hs and all(code.startswith(MACHINES) for code in row.hs) else None


@cache
def _names_on_wheels() -> frozenset[str]:
    catalogue = load()
    rows = [r for r in catalogue.commodities.values() if any(code.startswith(ON_WHEELS) for code in r.hs)]
    return frozenset(name for row in rows for names in row.names.values() for name in names)


MACHINES = ("8415", "8418", "8428", "8429", "845", "846", "8471", "8479", "8517", "8525", "8528", "9504")
"""The HS headings of machines that are counted one by one."""
