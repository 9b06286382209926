"""Customs or balance of payments: goods counted at the border, or when they change owner, imports without freight.

Example: Japan's imports of fiscal 2023, 108.8 trillion yen by the customs (CIF) and 105.4 trillion in the balance of
payments (FOB). (IMF, Balance of Payments and International Investment Position Manual, on goods; Ministry of Finance
of Japan, notes on the balance of payments.)
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.effect import Context, Effect, is_growth, is_level
from extractor.reconcile.reading import Reading

NAME = "concept"
BOP = "balance_of_payments"
EXPORTS = Interval(low=Decimal("0.90"), high=Decimal("1.05"))
IMPORTS = Interval(low=Decimal("0.85"), high=Decimal("1.02"))
OPEN = Interval(low=None, high=None)
GROWTH = Interval(low=Decimal("0.94"), high=Decimal("1.06"))


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when one trade figure is of the balance of payments and the other of the customs."""
    del context
    if not (is_level(a, b) or is_growth(a, b)) or not a.claim.flow == b.claim.flow in ("export", "import", "balance"):
        return None
    first, second = a.basis["concept"] == BOP, b.basis["concept"] == BOP
    if first == second:
        return None
    opening = "the balance of payments counts goods when they change owner, the customs when they cross the border"
    if a.claim.flow == "balance":
        return Effect(NAME, "concept", f"{opening}, so the balance is another one", OPEN)
    if not is_level(a, b):
        return Effect(NAME, "concept", f"{opening}, so growth differs somewhat", GROWTH)
    over = IMPORTS if a.claim.flow == "import" else EXPORTS
    why = ", and imports without freight and insurance (FOB against CIF)" if a.claim.flow == "import" else ""
    return Effect(NAME, "concept", f"{opening}{why}", Interval.exact(1) / over if first else over)
