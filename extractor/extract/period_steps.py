"""What one period says of another: the one before, the months to it, the same part of another year."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from extractor.domain import Figure, Period, dated
from extractor.domain.vocabulary import ChangeBasis, PeriodKind


def basis_between(base: str | None, reference: str | None) -> ChangeBasis | None:
    """The comparison that two periods make: a year apart, the month or the quarter before; None when unknown."""
    if not base or not reference or not dated(base) or not dated(reference):
        return None
    base, reference = _as_month(base), _as_month(reference)
    b, r = (date.fromisoformat(p.split("/")[0]) for p in (base, reference))
    months = (r.year - b.year) * 12 + r.month - b.month
    length = _months(reference)
    if _months(base) != length or months <= 0:
        return None
    if months == 12:
        return "yoy"
    return {1: "mom", 3: "qoq"}.get(months) if months == length else "since"  # type: ignore[return-value]


def _as_month(period: str) -> str:
    """A month's last day as its month: reserves are counted at the end of it."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    month = Period.month(last.year, last.month)
    return str(month) if first == last == month.end else period


def _as_year(period: str) -> str:
    """A year's last day as its year."""
    return f"{period[:4]}-01-01/{period[-10:]}" if period[:10] == period[-10:] and period.endswith("-12-31") else period


def _months(period: str) -> int:
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return (last.year - first.year) * 12 + last.month - first.month + 1


def earlier(period: str | None, basis: str | None) -> str | None:
    """The period that a comparison compares with: a year, a month or a quarter before; None when it is not known."""
    step = {"yoy": 12, "mom": 1, "qoq": 3}.get(basis or "")
    if step is None or not dated(period):
        return None
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    if first == last and basis == "yoy" and (first.month, first.day) != (2, 29):
        return str(Period.day(first.replace(year=first.year - 1)))
    if first == last and basis == "mom":
        month = first.year * 12 + first.month - 2
        return str(Period.month(month // 12, month % 12 + 1))
    if first.day != 1:
        return None
    length = _months(period)
    begin = first.year * 12 + first.month - 1 - step
    end = begin + length - 1
    return str(Period.months(begin // 12, begin % 12 + 1, end % 12 + 1, "unresolved", end_year=end // 12))


def in_year(period: str, year: int) -> str | None:
    """The same months of another year; None for what is no whole months."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    if first.day != 1:
        return None
    return str(Period.months(year, first.month, last.month, "unresolved", end_year=year + last.year - first.year))


def is_year_to(period: str, kind: PeriodKind | None) -> bool:
    """Whether a period is the twelve months to some month, and no calendar or fiscal year by name."""
    return dated(period) and kind not in {"calendar_year"} and _months(period) == 12 and period[5:7] not in {"01", "04"}


def year_to(day: str) -> dict[str, Any]:
    """The days of the year up to one of them, and of what kind they are."""
    whole = day.endswith("-12-31")
    return {"period": f"{day[:4]}-01-01/{day}", "kind": "calendar_year" if whole else "ytd"}


def last_month(period: str) -> str:
    """The last month of a period."""
    last = date.fromisoformat(period[-10:])
    return str(Period.month(last.year, last.month))


def window(end: str | None, duration: str | None) -> str | None:
    """The stretch of a rank's own window (`P3Y`: the last three years) that ends with a period; None when unknown."""
    found = re.fullmatch(r"P(\d+)([YQM])", duration or "")
    if found is None or not dated(end):
        return None
    months = int(found[1]) * {"Y": 12, "Q": 3, "M": 1}[found[2]]
    last = date.fromisoformat(end.split("/")[1])
    month = last.year * 12 + last.month - months
    if found[2] == "Y":
        return f"{last.year - int(found[1]) + 1}-01-01/{end.split('/')[1]}"
    return f"{date(month // 12, month % 12 + 1, 1).isoformat()}/{end.split('/')[1]}"


def streak_unit(figure: Figure, kind: PeriodKind | None) -> str | None:
    """What a streak counts; "the second straight" counts periods of the kind that its sentence is about."""
    of_kind = {"calendar_year": "year", "fiscal_year": "year", "month": "month", "quarter": "quarter", "half": "half"}
    if figure.note == TERMS and kind == "month":
        return "quarter"
    return figure.unit or of_kind.get(kind or "")


TERMS = "business terms: years, halves or quarters"
"""The note of a streak of business terms (2期ぶり): no months."""


def streak_period(end: str | None, unit: str | None, length: int) -> str | None:
    """The whole span of a streak of `length` units that ends with the period `end`; None when it cannot be told."""
    if not dated(end) or length < 1:
        return None
    end = _as_year(end) if unit == "year" else _as_month(end) if unit == "month" else end
    first, last = (date.fromisoformat(part) for part in end.split("/"))
    months = {"year": 12, "quarter": 3, "month": 1, "half": 6}.get(unit or "")
    if months is None:
        return None
    back = (length - 1) * months
    month = first.year * 12 + first.month - 1 - back
    try:
        begin = first.replace(year=month // 12, month=month % 12 + 1)
    except ValueError:
        return None
    return f"{begin.isoformat()}/{last.isoformat()}"
