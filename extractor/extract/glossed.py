"""Fiscal years whose last month the text gives: 2024财年（截至2024年8月） is September 2023 to August 2024.

A company's year need not be its country's. What the bracket says holds for the years named after it, until another
bracket says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractor.domain import Figure, Period
from extractor.extract.periods import resolve
from extractor.languages import Pack

FISCAL = re.compile(r"FY\d{4}(?:-[QH]\d)?")
WHOLE = re.compile(r"FY\d{4}")
REASON = "the last month of the fiscal year, in brackets"


def glossed(figures: Sequence[Figure], text: str, pack: Pack) -> list[Figure]:
    """The figures, with fiscal years moved to end in the months that the text gives them."""
    found: list[Figure] = []
    moved = 0
    for n, figure in enumerate(figures):
        timex = figure.timex or ""
        if figure.kind == "period" and FISCAL.fullmatch(timex):
            following = figures[n + 1] if n + 1 < len(figures) else None
            said = _months_off(figure, following, text, pack)
            moved = said if said is not None else moved
            figure = _moved(figure, moved) if moved else figure
        found.append(figure)
    return found


def _months_off(year: Figure, month: Figure | None, text: str, pack: Pack) -> int | None:
    """How many months the year in brackets ends after the one that the country's calendar makes; None without them."""
    if month is None or month.period_kind != "month" or not WHOLE.fullmatch(year.timex or ""):
        return None
    if pack.cues.year_to.fullmatch(text, year.end, month.start) is None or not month.period or not year.period:
        return None
    said, known = date.fromisoformat(month.period[-10:]), date.fromisoformat(year.period[-10:])
    off = (said.year - known.year) * 12 + said.month - known.month
    return off if abs(off) < 12 else None


def _moved(figure: Figure, months: int) -> Figure:
    """The period so many months later (or earlier)."""
    period = resolve(figure.timex or "").period
    if period is None:
        return figure
    first = period.start.year * 12 + period.start.month - 1 + months
    last = period.end.year * 12 + period.end.month - 1 + months
    shifted = Period(
        start=date(first // 12, first % 12 + 1, 1), end=Period.month(last // 12, last % 12 + 1).end, kind=period.kind
    )
    return figure.changed({"period": str(shifted), "evidence": REASON})
