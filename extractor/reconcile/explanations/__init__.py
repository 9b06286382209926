"""The explanations: why two right figures may differ. One file each, one row each in this table.

A file has `NAME`, `explain(a, b, context) -> Effect | None` and an example in its
docstring. See ../README.md for adding one.
"""

from __future__ import annotations

from typing import NamedTuple

from extractor.reconcile.explanations import (
    adjustment,
    conversion,
    cumulative,
    currency,
    double_import,
    fiscal_year,
    mirror,
    scope,
    value_volume,
    vintage,
)
from extractor.reconcile.explanations.effect import Context, Effect, Explanation
from extractor.reconcile.reading import Reading

__all__ = ["EXPLANATIONS", "Context", "Effect", "Row", "effects"]


class Row(NamedTuple):
    """An explanation's name in findings, its function, and the one that makes it superfluous."""

    name: str
    explain: Explanation
    unless: str | None = None


EXPLANATIONS: tuple[Row, ...] = (
    Row(conversion.NAME, conversion.explain),
    Row(currency.NAME, currency.explain, unless=conversion.NAME),
    Row(fiscal_year.NAME, fiscal_year.explain),
    Row(mirror.NAME, mirror.explain),
    Row(double_import.NAME, double_import.explain),
    Row(vintage.NAME, vintage.explain),
    Row(cumulative.NAME, cumulative.explain),
    Row(value_volume.NAME, value_volume.explain),
    Row(adjustment.NAME, adjustment.explain),
    Row(scope.NAME, scope.explain),
)


def effects(a: Reading, b: Reading, context: Context) -> list[Effect]:
    """Every explanation that applies to the difference between `a` and `b`, in the table's order."""
    found: list[Effect] = []
    for row in EXPLANATIONS:
        if row.unless and any(effect.name == row.unless for effect in found):
            continue
        effect = row.explain(a, b, context)
        if effect is not None:
            found.append(effect)
    return found
