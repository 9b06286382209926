"""Spans of days, as the contract writes them: `2024-04-01/2025-03-31`, both ends included."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TypeGuard

from extractor.domain.base import Frozen
from extractor.domain.vocabulary import PeriodKind

DATED = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def dated(period: str | None) -> TypeGuard[str]:
    """Whether a period's first and last day are known: XXXX-01/XXXX-05 lacks the year, 2019-XX the month.

    >>> dated("2024-04-01/2025-03-31"), dated("P12M/XXXX-03"), dated(None)
    (True, False, False)
    """
    return period is not None and DATED.fullmatch(period) is not None


class Period(Frozen):
    """Days from `start` to `end`, both included, and what kind of span that is.

    >>> str(Period.year(2024))
    '2024-01-01/2024-12-31'
    """

    start: date
    end: date
    kind: PeriodKind

    def __str__(self) -> str:
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def days(self) -> int:
        """Length in days, both ends counted."""
        return (self.end - self.start).days + 1

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def months(cls, year: int, first: int, last: int, kind: PeriodKind, *, end_year: int | None = None) -> Period:
        """From the first day of month `first` to the last day of month `last`."""
        last_year = year if end_year is None else end_year
        return cls(start=date(year, first, 1), end=date(last_year, last, monthrange(last_year, last)[1]), kind=kind)

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls.months(year, 1, 12, "calendar_year")

    @classmethod
    def fiscal_year(cls, year: int, first_month: int = 4) -> Period:
        """The fiscal year that begins in `first_month` of `year` (Japan: April)."""
        if first_month == 1:
            return cls.months(year, 1, 12, "fiscal_year")
        return cls.months(year, first_month, first_month - 1, "fiscal_year", end_year=year + 1)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """The calendar quarter 1 to 4."""
        return cls.months(year, 3 * number - 2, 3 * number, "quarter")

    @classmethod
    def half(cls, year: int, number: int) -> Period:
        """The calendar half 1 or 2."""
        return cls.months(year, 6 * number - 5, 6 * number, "half")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The calendar month."""
        return cls.months(year, month, month, "month")

    @classmethod
    def day(cls, day: date) -> Period:
        """The single day."""
        return cls(start=day, end=day, kind="day")

    @classmethod
    def parse(cls, text: str, kind: PeriodKind = "unresolved") -> Period:
        """Read `start/end`; ValueError when it is not two ISO dates in order."""
        first, _, last = text.partition("/")
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if end < start:
            raise ValueError(f"period ends before it starts: {text}")
        return cls(start=start, end=end, kind=kind)
