"""The explanations: why two right figures may differ. One file each; every file of this folder is in the table.

A file has `NAME`, `explain(a, b, context) -> Effect | None`, an example in its docstring, and
`UNLESS` where another explanation makes it superfluous. See ../README.md for adding one.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from extractor.reconcile.effect import Context, Effect, Explanation
from extractor.reconcile.reading import Reading


class Row(NamedTuple):
    """One file: its name in findings, its function, and the explanation that makes it superfluous."""

    name: str
    explain: Explanation
    unless: str | None


@cache
def table() -> tuple[Row, ...]:
    """Every explanation, in alphabetical order."""
    modules = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    rows = (Row(module.NAME, module.explain, getattr(module, "UNLESS", None)) for module in modules)
    return tuple(sorted(rows, key=lambda row: row.name))


def effects(a: Reading, b: Reading, context: Context) -> list[Effect]:
    """Every explanation that applies to the difference between `a` and `b`, in the table's order."""
    found = {row.name: effect for row in table() if (effect := row.explain(a, b, context)) is not None}
    return [found[row.name] for row in table() if row.name in found and row.unless not in found]
