"""Seasonal adjustment: the same month with and without it.

Example: exports +2.1% on the month seasonally adjusted, -6.0% as counted.
"""

from __future__ import annotations

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect
from extractor.reconcile.reading import Reading

NAME = "adjustment"
OPEN = Interval(low=None, high=None)


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when one figure says that it is adjusted and the other is adjusted otherwise, or says nothing."""
    del context
    first, second = a.basis["adjustment"], b.basis["adjustment"]
    if first == second or "seasonally_adjusted" not in (first, second):
        return None
    return Effect(NAME, "adjustment", "one is seasonally adjusted, the other is not said to be", OPEN)
