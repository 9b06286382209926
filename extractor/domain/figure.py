"""A figure: a span of text that states a number or a period, with its normalised value."""

from __future__ import annotations

from decimal import Decimal

from extractor.domain.base import Frozen
from extractor.domain.vocabulary import Bound, Direction, Kind, PeriodKind


class Part(Frozen):
    """One piece of a figure, as `explain` shows it: numeral, scale, currency, bound ...

    `start` and `end` are code points in the same text as the figure's.
    """

    name: str
    start: int
    end: int
    value: str


class Figure(Frozen):
    """A span that states a number or a period. `text[start:end] == quote` always.

    `value` is in base units of `unit` (7.33 trillion yen: 7330000000000, JPY). A range has
    value None and low/high set; None at one end is open. `low`/`high` are otherwise the
    interval that the stated digits allow. Periods carry `timex`, a TIMEX3-like value with X
    for what is not known ("XXXX-05", "2024-Q1", "FY2024", "2025-01/2025-05"), and `period`
    once it is resolved against the publication date.
    """

    kind: Kind
    start: int
    end: int
    quote: str
    rule: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None
    direction: Direction | None = None
    """Direction only where the figure's own words say it: halved, 腰斩, ▲, 円安."""
    timex: str | None = None
    period: str | None = None
    period_kind: PeriodKind | None = None
    conversion_of: int | None = None
    """Start offset of the amount that this one, in brackets after it, converts."""
    note: str | None = None
    """What the reading leaves open, in words: 'by or to 2.9 times'; 'last year, no date known'."""
    evidence: str | None = None
    """What a period was resolved by: 'published 2025-04-17'."""
    parts: tuple[Part, ...] = ()
