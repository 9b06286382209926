"""The shapes that an identity can take. Each can be tested, and solved for a term where that means something.

Terms are intervals, in the identity's own order. `holds` asks whether values inside the
intervals exist that satisfy the equation; `solve` gives the interval that the others imply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from extractor.domain import Interval
from extractor.reconcile.intervals import meets

Terms = Sequence[Interval]
OPEN = Interval(low=None, high=None)


class Equation(Protocol):
    """What an identity claims about its terms."""

    def holds(self, terms: Terms) -> bool:
        """Whether the stated digits leave room for the identity to be true."""

    def solve(self, index: int, terms: Terms) -> Interval:
        """What the other terms imply for one of them; open where they imply nothing."""


@dataclass(frozen=True)
class Sum:
    """c0*t0 + c1*t1 + ... = 0, each c being +1 or -1. Balance: exports - imports - balance."""

    signs: tuple[int, ...]

    def holds(self, terms: Terms) -> bool:
        return meets(self.solve(len(terms) - 1, terms), terms[-1])

    def solve(self, index: int, terms: Terms) -> Interval:
        total = Interval.exact(0)
        for number, (sign, term) in enumerate(zip(self.signs, terms, strict=True)):
            if number != index:
                total = total + term if sign > 0 else total - term
        return -total if self.signs[index] > 0 else total


@dataclass(frozen=True)
class Product:
    """t0^e0 * t1^e1 * ... = constant, each e being +1 or -1. Share: part / whole / share = 1/100."""

    exponents: tuple[int, ...]
    constant: Decimal = Decimal(1)

    def holds(self, terms: Terms) -> bool:
        return meets(self.solve(len(terms) - 1, terms), terms[-1])

    def solve(self, index: int, terms: Terms) -> Interval:
        result = Interval.exact(self.constant)
        for number, (exponent, term) in enumerate(zip(self.exponents, terms, strict=True)):
            if number != index:
                result = result / term if exponent > 0 else result * term
        return result if self.exponents[index] > 0 else Interval.exact(1) / result


@dataclass(frozen=True)
class AtMost:
    """t0 + t1 + ... <= last term, none of them negative. Regions and their total."""

    def holds(self, terms: Terms) -> bool:
        low, high = self._parts(terms).low, terms[-1].high
        return low is None or high is None or low <= high

    def solve(self, index: int, terms: Terms) -> Interval:
        if index == len(terms) - 1:
            return Interval(low=self._parts(terms).low, high=None)
        others = [term for number, term in enumerate(terms[:-1]) if number != index]
        room = terms[-1] - self._parts([*others, terms[-1]])
        return Interval(low=Decimal(0), high=room.high)

    @staticmethod
    def _parts(terms: Terms) -> Interval:
        total = Interval.exact(0)
        for term in terms[:-1]:
            total = total + term
        return total


@dataclass(frozen=True)
class BalanceChange:
    """Exports x, imports m with growth factors gx, gm: (x - m) / (x/gx - m/gm) = factor of the balance.

    Terms: x, gx, m, gm, factor.
    """

    def holds(self, terms: Terms) -> bool:
        return meets(self.solve(4, terms), terms[4])

    def solve(self, index: int, terms: Terms) -> Interval:
        if index != 4:
            return OPEN
        return (terms[0] - terms[2]) / self.before(terms)

    @staticmethod
    def before(terms: Terms) -> Interval:
        """The balance of the period before, from both levels and both growth factors."""
        x, gx, m, gm, _ = terms
        return x / gx - m / gm


@dataclass(frozen=True)
class Within:
    """A figure, or the quotient of two, lies in one of the bands that are known from outside."""

    bands: tuple[Interval, ...]

    def holds(self, terms: Terms) -> bool:
        value = terms[0] if len(terms) == 1 else terms[0] / terms[1]
        return any(value.overlaps(band) for band in self.bands)

    def solve(self, index: int, terms: Terms) -> Interval:
        if len(terms) == 1:
            return self.bands[0]
        return self.bands[0] * terms[1] if index == 0 else terms[0] / self.bands[0]


@dataclass(frozen=True)
class SameSign:
    """Every term after the first has the sign."""

    sign: int

    def holds(self, terms: Terms) -> bool:
        return all(_may_have(term, self.sign) for term in terms[1:])

    def solve(self, index: int, terms: Terms) -> Interval:
        return OPEN


def _may_have(term: Interval, sign: int) -> bool:
    return (term.high is None or term.high > 0) if sign > 0 else (term.low is None or term.low < 0)


@dataclass(frozen=True)
class EitherReading:
    """A multiple as growth, read as "to" or as "by", meets the growth rate beside it; alone it cannot fail."""

    def holds(self, terms: Terms) -> bool:
        to = terms[0]
        by = to + Interval.exact(100)
        return len(terms) == 1 or meets(to, terms[1]) or meets(by, terms[1])

    def solve(self, index: int, terms: Terms) -> Interval:
        return OPEN


@dataclass(frozen=True)
class Decided:
    """A comparison of dates that was made before: it has no numbers to solve for."""

    true: bool

    def holds(self, terms: Terms) -> bool:
        return self.true

    def solve(self, index: int, terms: Terms) -> Interval:
        return OPEN
