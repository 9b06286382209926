"""Closed intervals of Decimals: what the stated digits allow. Exact, no epsilon."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

from extractor.domain.base import Frozen

DIGITS = 60
"""Working precision of products and quotients; sums and differences are exact within it."""
EXACT = Context(prec=DIGITS)


class Interval(Frozen):
    """All values from `low` to `high`; None is an open end.

    >>> a = Interval.of(Decimal("2.5"))
    >>> (a.low, a.high)
    (Decimal('2.45'), Decimal('2.55'))
    """

    low: Decimal | None
    high: Decimal | None

    @classmethod
    def exact(cls, value: Decimal | int) -> Interval:
        """The single value."""
        return cls(low=Decimal(value), high=Decimal(value))

    @classmethod
    def of(cls, value: Decimal, ulp: Decimal | None = None) -> Interval:
        """Half a unit of the last stated digit to either side (rounding)."""
        unit = last_digit(value) if ulp is None else ulp
        return cls(low=value - unit / 2, high=value + unit / 2)

    @classmethod
    def cut(cls, value: Decimal, ulp: Decimal | None = None) -> Interval:
        """From the value up to the next last digit, away from zero (truncation)."""
        unit = last_digit(value) if ulp is None else ulp
        return cls(low=value, high=value + unit) if value >= 0 else cls(low=value - unit, high=value)

    @classmethod
    def hull(cls, items: Iterable[Interval]) -> Interval:
        """The smallest interval that holds all of them; ValueError when there is none."""
        found = list(items)
        if not found:
            raise ValueError("hull of no intervals")
        lows = [i.low for i in found]
        highs = [i.high for i in found]
        return cls(
            low=None if None in lows else min(x for x in lows if x is not None),
            high=None if None in highs else max(x for x in highs if x is not None),
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return not (_below(self.high, other.low) or _below(other.high, self.low))

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies inside, ends included."""
        return not (self.low is not None and value < self.low) and not (self.high is not None and value > self.high)

    def __neg__(self) -> Interval:
        return Interval(low=None if self.high is None else -self.high, high=None if self.low is None else -self.low)

    def __add__(self, other: Interval) -> Interval:
        return Interval(low=_plus(self.low, other.low), high=_plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Product; an open end on either side gives an open interval."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return Interval(low=None, high=None)
        corners = [EXACT.multiply(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(low=min(corners), high=max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient; a divisor that is open or holds zero gives an open interval."""
        if other.low is None or other.high is None or other.low <= 0 <= other.high:
            return Interval(low=None, high=None)
        if self.low is None or self.high is None:
            return Interval(low=None, high=None)
        corners = [EXACT.divide(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(low=min(corners), high=max(corners))


def last_digit(value: Decimal) -> Decimal:
    """The unit of the last written digit: 2.50 -> 0.01, 1.2E+3 -> 1E+2."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"not a finite number: {value}")
    return Decimal(1).scaleb(exponent)


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    if a is None or b is None:
        return None
    return EXACT.add(a, b)
