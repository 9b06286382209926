"""What an explanation returns, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile.intervals import growth_factor
from extractor.reconcile.reading import Reading


@dataclass(frozen=True)
class Effect:
    """One difference of basis, quantified.

    `factor` is what the second figure may be, as a multiple of the first (of its growth
    factor, for growth rates), because of this difference alone; `point` the best single
    estimate, None where the size of the effect cannot be known from here.
    """

    name: str
    basis: str
    sentence: str
    factor: Interval
    point: Decimal | None = None
    lines: tuple[str, ...] = ()
    detail: str | None = None


class Context:
    """What stands beside the compared readings: exchange rates that their articles state."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        found = [r for r in readings if r.claim.indicator == "exchange_rate" and r.claim.period and r.value is not None]
        levels = [r for r in found if r.claim.kind == "rate"]
        changes = [r for r in found if r.measure == "change:yoy"]
        self._levels: dict[tuple[str, ...], Reading] = {
            (r.claim.article_id, str(r.claim.period), str(r.claim.unit)): r for r in levels
        }
        self._changes: dict[tuple[str, ...], Reading] = {(r.claim.article_id, str(r.claim.period)): r for r in changes}

    @staticmethod
    def _own_or_first(found: Mapping[tuple[str, ...], Reading], article: str, *rest: str | None) -> Reading | None:
        """What the reading's own article states, else what the first other one states of the same."""
        own = found.get((article, *map(str, rest)))
        return own or next((r for key, r in found.items() if key[1:] == tuple(map(str, rest))), None)

    def rate(self, reading: Reading, base: str, quote: str) -> Reading | None:
        """The average rate, quote per base, that an article states for the reading's period, its own first."""
        return self._own_or_first(self._levels, reading.claim.article_id, reading.claim.period, f"{quote}/{base}")

    def change(self, reading: Reading) -> Reading | None:
        """The yearly change of the exchange rate that an article states for the reading's period, its own first."""
        return self._own_or_first(self._changes, reading.claim.article_id, reading.claim.period)


Explanation = Callable[[Reading, Reading, Context], Effect | None]


def is_level(a: Reading, b: Reading) -> bool:
    """Whether both are levels."""
    return a.measure == b.measure == "level"


def is_growth(a: Reading, b: Reading) -> bool:
    """Whether both are growth rates on the same comparison."""
    return a.measure == b.measure and a.measure in ("change:yoy", "change:mom", "change:qoq")


def size(reading: Reading) -> Interval:
    """A level as it is (a balance from the pair's one side), a growth rate as a factor."""
    if reading.measure.startswith("change"):
        return growth_factor(reading.rounded)
    return -reading.rounded if reading.turned else reading.rounded


def point(reading: Reading) -> Decimal | None:
    """The stated value on the scale of `size`."""
    if reading.value is None:
        return None
    if reading.measure.startswith("change"):
        return 1 + reading.value / 100
    return -reading.value if reading.turned else reading.value
