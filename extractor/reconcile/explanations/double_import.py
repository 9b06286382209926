"""JETRO's double-import basis (双方輸入ベース): exports to China are China's imports from Japan.

Example: JETRO's "exports to China $156.455 billion" beside Japan's own $124.6 billion.
"""

from __future__ import annotations

from extractor.reconcile.effect import Context, Effect, is_growth, is_level
from extractor.reconcile.explanations import mirror
from extractor.reconcile.reading import Reading

NAME = "double_import"
RULE = "double_import"


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when one figure is on the double-import basis and the other the exporter's own."""
    del context
    if not (is_level(a, b) or is_growth(a, b)):
        return None
    first, second = _double(a), _double(b)
    if first == second or mirror.mirrored(a, b) or not a.claim.flow == b.claim.flow in ("export", "balance", "total"):
        return None
    return mirror.effect(
        a, b, first, NAME, "on the double-import basis exports are what the partner's customs count as imports"
    )


def _double(reading: Reading) -> bool:
    return reading.basis["partner_rule"] == RULE
