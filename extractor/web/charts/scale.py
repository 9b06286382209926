"""From numbers to places on a drawing, and the round numbers that stand along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from extractor.reconcile.wording import amount, plain, scale_of, unit_name


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` to `high` on a line from `start` to `end` (in units of the drawing)."""

    low: Decimal
    high: Decimal
    start: int
    end: int

    def at(self, value: Decimal) -> float:
        """Where a number stands, to a tenth of a unit; a drawing needs no more."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + float(share) * (self.end - self.start), 1)


def scale(values: Sequence[Decimal], start: int, end: int) -> Scale:
    """A scale that holds the values with some room at both ends."""
    low, high = min(values), max(values)
    room = (high - low) * Decimal("0.08") or abs(high) * Decimal("0.05") or Decimal(1)
    return Scale(low - room, high + room, start, end)


def axis_name(on: Scale, unit: str | None) -> str:
    """What the short numbers along a scale are: billion dollars; nothing for percent, which each one says."""
    return "" if unit == "percent" else " ".join(part for part in (_size(on)[1], unit_name(unit)) if part)


def short_ticks(on: Scale, unit: str | None) -> list[dict[str, object]]:
    """Round numbers along the scale, without the unit, which `axis_name` says once."""
    size = _size(on)[0]
    return [
        {"at": tick["at"], "text": tick["text"] if unit == "percent" else plain(tick["value"] / size)}
        for tick in _ticks(on, unit)
    ]


def _size(on: Scale) -> tuple[Decimal, str]:
    return scale_of([on.low, on.high])


def ticks(on: Scale, unit: str | None) -> list[dict[str, object]]:
    """Round numbers along the scale: where each stands, and what is written there."""
    return [{"at": tick["at"], "text": tick["text"]} for tick in _ticks(on, unit)]


def _ticks(on: Scale, unit: str | None, about: int = 4) -> list[dict[str, Any]]:
    step = _round_step((on.high - on.low) / about)
    first = (on.low / step).to_integral_value(ROUND_CEILING)
    last = (on.high / step).to_integral_value(ROUND_FLOOR)
    return [
        {"at": on.at(step * n), "text": amount(step * n, unit), "value": step * n}
        for n in range(int(first), min(int(last), int(first) + 12) + 1)
    ]


def _round_step(rough: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, not less than the rough step."""
    power = Decimal(1).scaleb(rough.adjusted())
    return next(
        factor * power for factor in (Decimal(1), Decimal(2), Decimal(5), Decimal(10)) if factor * power >= rough
    )
