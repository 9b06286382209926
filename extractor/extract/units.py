"""Unit codes of a reading settled by the catalogue: measured or counted, in base units, prices by symbol.

Readers name units by code (`JPY/kilolitre`, `kilotonne`) and know nothing of the catalogue.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractor.catalogue import load
from extractor.languages.base import Reading
from extractor.languages.numerals import scaled

SETTLED = frozenset({"count", "quantity", "price"})


def settled(reading: Reading) -> Reading:
    """The reading with the unit's own kind and base unit; prices and rates with the unit's symbol."""
    if reading.unit is None or reading.kind not in SETTLED:
        return reading
    units = load().units
    if reading.kind in {"count", "quantity"}:
        row = units.get(reading.unit)
        if row is None or row.kind not in {"count", "quantity"}:
            return reading
        return _times(replace(reading, kind=row.kind, unit=row.base or row.code), row.factor)
    if reading.kind == "price":
        amount, _, per = reading.unit.partition("/")
        row = units.get(per)
        return replace(reading, unit=f"{amount}/{row.symbol or row.code}") if row else reading
    return reading


def _times(reading: Reading, factor: Decimal) -> Reading:
    """Value and interval times an exact factor."""
    if factor == 1:
        return reading
    return replace(
        reading,
        number=None if reading.number is None else scaled(reading.number, factor),
        low=None if reading.low is None else reading.low * factor,
        high=None if reading.high is None else reading.high * factor,
    )
