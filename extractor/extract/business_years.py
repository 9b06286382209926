"""Which months a company's own year has: 今期 in a text on results of 2024年12月期 is the calendar year 2025.

The year runs from the month after the one that a business year named in the text ended with; else from the month that
the catalogue has for the company that the text is about. Without either, "this business year" stays unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractor.catalogue import Catalogue
from extractor.domain import Figure, Period
from extractor.languages import Item, Pack


def business_years(
    figures: Sequence[Figure], items: Sequence[Item], published: date, pack: Pack, catalogue: Catalogue
) -> list[Figure]:
    """The figures, with this, the last and the next business year settled by the company's own calendar."""
    words = pack.cues.companies.years
    if not any(figure.quote in words for figure in figures):
        return list(figures)
    named = next((_first_month(f, pack) for f in figures if _first_month(f, pack)), None)
    first = named or _of_company(items, catalogue)
    reason = f"a business year from month {first}, the one that holds {published}"
    return [_settled(f, words[f.quote], first, published, reason) if f.quote in words else f for f in figures]


def _first_month(figure: Figure, pack: Pack) -> int | None:
    """The month that a business year begins with, when the figure names one by its last month: 2025年3月期."""
    if figure.period is None or "/" not in figure.period or not pack.cues.companies.year_named.search(figure.quote):
        return None
    first, last = (date.fromisoformat(part) for part in figure.period.split("/"))
    return first.month if (last - first).days in {364, 365} else None


def _of_company(items: Sequence[Item], catalogue: Catalogue) -> int | None:
    """The month that the first company of the text begins its year with."""
    first = next((item for item in items if item.cls == "COMPANY"), None)
    if first is None:
        return None
    row = catalogue.companies[str(first.value)]
    return row.fiscal_year_starts or catalogue.places[row.place].fiscal_year_starts


def _settled(figure: Figure, by: int, first: int | None, published: date, reason: str) -> Figure:
    """The business year `by` years from the one that holds the day of publication."""
    if first is None:
        return figure.changed(
            {"period": None, "period_kind": "unresolved", "evidence": "whose business year is not said"}
        )
    year = published.year + by - (published.month < first)
    last = Period.month(year if first == 1 else year + 1, (first - 2) % 12 + 1)
    period = Period(start=date(year, first, 1), end=last.end, kind="calendar_year" if first == 1 else "fiscal_year")
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": reason})
