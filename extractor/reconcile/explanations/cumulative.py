"""A month against the year to date: May may fall while January to May rises.

Example: exports to China -8.9% in May, +1.2% in January-May.
"""

from __future__ import annotations

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import period_name

NAME = "cumulative"
OPEN = Interval(low=None, high=None)


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when one span lies inside the other and is clearly shorter."""
    del context
    if a.period is None or b.period is None:
        return None
    part, whole = sorted((a.period, b.period), key=lambda p: p.days)
    if not whole.contains(part) or part.days > 0.8 * whole.days:
        return None
    sentence = f"one is about {period_name(part)} alone, the other about all of {period_name(whole)}"
    return Effect(NAME, "period", sentence, OPEN, detail="part_of_period")
