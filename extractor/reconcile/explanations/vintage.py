"""Flash, revised or final: the same office, earlier and later (速報, 確報).

Example: a deficit of 5.89 trillion yen in the flash report, 6.143 in the one a year later.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect
from extractor.reconcile.reading import Reading

NAME = "vintage"
STEPS = ("flash", "revised", "final")
LEVEL = Interval(low=Decimal("0.95"), high=Decimal("1.05"))
BALANCE = Interval(low=Decimal("0.8"), high=Decimal("1.25"))
"""A balance is a small difference of large figures: revisions of 1% move it by much more."""


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when both vintages are known and differ."""
    del context
    first, second = a.basis["vintage"], b.basis["vintage"]
    if first is None or second is None or first == second:
        return None
    band = BALANCE if a.claim.flow == "balance" else LEVEL
    return Effect(NAME, "vintage", f"one is the {first} figure, the other the {second} one", band)
