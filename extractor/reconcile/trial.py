"""A Trial: one identity put to concrete figures. Identities make them, `audit` decides them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from extractor.domain import Interval
from extractor.reconcile.equations import Equation
from extractor.reconcile.intervals import growth_factor, scaled
from extractor.reconcile.reading import Reading

Digits = Literal["rounded", "cut"]
READINGS: tuple[Digits, ...] = ("rounded", "cut")


def _allowed(reading: Reading, digits: Digits) -> Interval:
    return reading.rounded if digits == "rounded" else reading.cut


@dataclass(frozen=True)
class Shape:
    """How a figure enters an equation, and how a result is read back as a figure."""

    into: Callable[[Interval], Interval]
    back: Callable[[Interval], Interval]


def _from_factor(factor: Interval) -> Interval:
    return scaled(factor, 100) - Interval.exact(100)


def _magnitude(interval: Interval) -> Interval:
    return -interval if interval.high is not None and interval.high < 0 else interval


AS_IS = Shape(lambda i: i, lambda i: i)
SIZE = Shape(_magnitude, lambda i: i)
"""A deficit as its size."""
NEGATED = Shape(lambda i: -i, lambda i: -i)
FACTOR = Shape(growth_factor, _from_factor)
"""Growth of 5.9 percent as 1.059."""
FRACTION = Shape(lambda i: scaled(i, Decimal("0.01")), lambda i: scaled(i, 100))
"""A share of 19.9 percent as 0.199."""


@dataclass(frozen=True)
class Term:
    """One figure in its place in an equation."""

    reading: Reading
    shape: Shape = AS_IS

    def interval(self, digits: Digits) -> Interval:
        """What the digits allow for the term."""
        return self.shape.into(_allowed(self.reading, digits))

    def point(self) -> Interval:
        """The stated value itself; the allowed interval where only that is stated."""
        value = self.reading.value
        return self.interval("rounded") if value is None else self.shape.into(Interval.exact(value))


@dataclass(frozen=True)
class Trial:
    """An equation with its terms, and the words for it.

    `rule` states the identity ("balance = exports - imports"); `lines` is the arithmetic
    with these figures. `context` are claims that are shown but not tested. `open` says that
    nothing could fail yet: the trial only lays out what the figure may mean.
    """

    check: str
    rule: str
    equation: Equation
    terms: tuple[Term, ...]
    lines: tuple[str, ...] = ()
    context: tuple[Reading, ...] = ()
    open: str | None = None

    @cached_property
    def passed(self) -> Digits | None:
        """Under which reading of the last digits the identity holds: rounding first; None: neither."""
        for digits in READINGS:
            if self.equation.holds([term.interval(digits) for term in self.terms]):
                return digits
        return None

    @cached_property
    def exact(self) -> bool:
        """Whether the printed numbers fit to the last digit stated."""
        *others, last = self.terms
        implied = self.equation.solve(len(others), [term.point() for term in self.terms])
        return implied.low is not None and implied.low == implied.high == last.point().low

    def holds_with(self, swapped: Mapping[str, Reading]) -> bool:
        """Whether it would hold with other readings in the place of some claim ids."""
        readings = [swapped.get(term.reading.id, term.reading) for term in self.terms]
        shapes = [term.shape for term in self.terms]
        return any(
            self.equation.holds(
                [shape.into(_allowed(reading, digits)) for shape, reading in zip(shapes, readings, strict=True)]
            )
            for digits in READINGS
        )

    def implied(self, reading: Reading) -> Interval:
        """What the printed values of the other terms imply for this reading, as a figure."""
        index = next(number for number, term in enumerate(self.terms) if term.reading.id == reading.id)
        solved = self.equation.solve(index, [term.point() for term in self.terms])
        return self.terms[index].shape.back(solved)

    def allowed(self, reading: Reading) -> Interval:
        """What the digits of the other terms allow for this reading, as a figure."""
        index = next(number for number, term in enumerate(self.terms) if term.reading.id == reading.id)
        solved = self.equation.solve(index, [term.interval("rounded") for term in self.terms])
        return self.terms[index].shape.back(solved)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The tested readings, then those shown beside them."""
        return tuple(term.reading for term in self.terms) + self.context

    @property
    def articles(self) -> set[str]:
        """Ids of the articles that the figures come from."""
        return {reading.claim.article_id for reading in self.readings}
