"""When a text does not say when it was published: the latest time that it speaks of as past bounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractor.domain import Figure
from extractor.extract.periods import resolve
from extractor.extract.sentences import Sentence

YEARLESS = re.compile(r"XXXX-(?:\d{2}|Q\d)")
FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def anchored(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> date | None:
    """A publication day that the text's own dates support, or None.

    A full date in the first three sentences (a dateline) is taken as it stands. Otherwise the latest
    month that the text names with its year, and a day of the month after it ("released on April 17"
    beside "March 2025"), fix the day.
    """
    head = sentences[min(2, len(sentences) - 1)].end if sentences else 0
    for figure in figures:
        if figure.timex and FULL_DAY.fullmatch(figure.timex) and figure.start <= head:
            return date.fromisoformat(figure.timex)
    months = [date.fromisoformat(f.period[:10]) for f in figures if f.period_kind == "month" and f.period]
    if not months:
        return None
    last = max(months)
    days = [f.timex for f in figures if f.timex and re.fullmatch(r"XXXX-\d{2}-\d{2}", f.timex)]
    for timex in days:
        month, day = int(timex[5:7]), int(timex[8:])
        year = last.year if month > last.month else last.year + 1
        gap = (year - last.year) * 12 + month - last.month
        if 1 <= gap <= 2:
            return date(year, month, day)
    return None


def by_latest_month(figures: Sequence[Figure]) -> list[Figure]:
    """Months and quarters without a year, where no date is known: at or before the latest month named with one."""
    ends = [date.fromisoformat(f.period[11:]) for f in figures if f.period_kind == "month" and f.period]
    if not ends:
        return list(figures)
    return [_by(figure, max(ends)) if _yearless(figure) else figure for figure in figures]


def _yearless(figure: Figure) -> bool:
    return figure.period_kind == "unresolved" and bool(YEARLESS.fullmatch(figure.timex or ""))


def _by(figure: Figure, last: date) -> Figure:
    period = resolve(figure.timex or "", last).period
    if period is None:
        return figure
    reason = f"the latest month named with its year is {last.isoformat()[:7]}"
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": reason})
