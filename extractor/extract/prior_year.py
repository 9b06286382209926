"""The year before the one that a text speaks of: 上年 in a report on 2024 is 2023, whenever it came out.

去年 and "last year" count from the day of publication; 上年 counts from the year spoken of last, but for years that are
only compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractor.domain import Figure, dated
from extractor.extract.periods import resolve
from extractor.languages import Pack

REASON = "the year before the one spoken of"
LEAD = 2
"""How much before a period says that it is only compared with: 较, 比."""


def prior_years(figures: Sequence[Figure], text: str, pack: Pack) -> list[Figure]:
    """The figures, with such years counted from the one that the text speaks of."""
    found: list[Figure] = []
    spoken: int | None = None
    for figure in figures:
        if figure.kind == "period" and figure.timex is not None:
            prior = pack.cues.prior_year.match(figure.quote) is not None
            if prior and spoken is not None and figure.timex.startswith("Y-1"):
                figure = _counted(figure, spoken - 1)
            elif not prior and not (figure.timex or "").startswith("Y0") and not _compared(figure, text, pack):
                spoken = _year(figure) or spoken
        found.append(figure)
    return found


def _year(figure: Figure) -> int | None:
    """The calendar year that a period lies in; None for days, and for what crosses years."""
    if not dated(figure.period) or figure.period_kind == "day":
        return None
    first, last = (date.fromisoformat(part) for part in figure.period.split("/"))
    return first.year if first.year == last.year else None


def _compared(figure: Figure, text: str, pack: Pack) -> bool:
    return pack.cues.compared_lead.search(text, max(0, figure.start - LEAD), figure.start) is not None


def _counted(figure: Figure, year: int) -> Figure:
    period = resolve((figure.timex or "").replace("Y-1", f"{year}", 1)).period
    if period is None:
        return figure
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": REASON})
