"""Money of one currency in another, at the average rate of its period (ECB's daily rates, offline)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extractor.domain import Period
from extractor.reconcile import rates


def convert(value: Decimal, unit: str, period: str, wanted: str) -> Decimal | None:
    """The value in `wanted`, or None where the period has no rate."""
    rate = _average(unit, period, wanted)
    return None if rate is None else value * rate


@lru_cache(maxsize=4096)
def _average(unit: str, period: str, wanted: str) -> Decimal | None:
    try:
        span = Period.parse(period)
    except ValueError:
        return None
    return rates.average(span.start, span.end, unit, wanted)
