"""What a comparison of two readings says, and how a reading is printed in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.domain.vocabulary import Verdict
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import amount, growth


@dataclass(frozen=True)
class Comparison:
    """A verdict on two readings. `explained` is the share of the gap that is accounted for."""

    verdict: Verdict
    check: str
    explanation: str
    passed: bool | None = None
    detail: str | None = None
    arithmetic: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    explained: Decimal | None = None
    residual: Decimal | None = None


def shown(reading: Reading) -> str:
    """The figure as it is compared: 5.2216 trillion yen, +7.1%."""
    if reading.measure in ("change:yoy", "change:mom", "change:qoq", "change:since"):
        return growth(reading.value)
    if reading.claim.kind in ("rank", "streak"):
        return f"'{reading.claim.quote}'"
    bound = (reading.claim.bound or "").replace("_", " ")
    side = {1: "a surplus of", -1: "a deficit of"}.get(reading.claim.balance_sign or 0, "")
    size = abs(reading.claim.value) if side and reading.claim.value is not None else reading.claim.value
    named = side if reading.claim.flow == "balance" else ""
    return " ".join(part for part in (named, bound, amount(size, reading.claim.unit)) if part)
