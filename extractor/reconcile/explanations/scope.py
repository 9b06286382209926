"""Scope lost on the way: a figure for one partner, retold without the partner.

Example: "In terms of Japan's imports, computers rose 2.9 times" was said of imports from the
United States; from all the world they rose 36.1%.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import growth

NAME = "scope"
FAR = Decimal(50)
"""Points of growth: where neither side names its partner, a smaller gap may as well be a misreading."""
OPEN = Interval(low=None, high=None)


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies to growth of one good of which at least one side did not write its partner down."""
    del context
    if not a.measure == b.measure == "change:yoy" or not (unstated(a) or unstated(b)):
        return None
    if a.claim.commodity is None or a.stem != b.stem or a.claim.period != b.claim.period:
        return None
    if a.claim.article_id == b.claim.article_id:
        return None
    vague, clear = (a, b) if unstated(a) and (not unstated(b) or _wilder(a, b)) else (b, a)
    vague_value, clear_value = vague.value, clear.value
    if meets(vague.rounded, clear.rounded) or vague_value is None or clear_value is None:
        return None
    sentence = (
        f"'{vague.claim.quote}' names no partner beside it and may hold for one partner only; "
        f"'{clear.claim.quote}' is {'taken to be ' if unstated(clear) else ''}said of {clear.claim.partner}"
    )
    line = f"{growth(vague.value)} against {growth(clear.value)} ({clear.claim.partner})"
    detail = "scope_unknown" if unstated(clear) and abs(vague_value - clear_value) < FAR else "scope_loss"
    return Effect(NAME, "partner", sentence, OPEN, lines=(line,), detail=detail)


def _wilder(a: Reading, b: Reading) -> bool:
    """Of two growth rates of one good, that of a single partner swings more."""
    return abs(a.value or Decimal(0)) >= abs(b.value or Decimal(0))


def unstated(reading: Reading) -> bool:
    """Whether the partner was not written in the sentence itself."""
    return reading.claim.basis.how.get("partner") in ("inherited", "inferred")
