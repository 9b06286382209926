"""When a bare year is a fiscal year: "2024" in a release of 17 April whose last month is March 2025.

Japan's Ministry of Finance publishes the fiscal year's trade figures in the third week of April, the
calendar year's in the third week of January (its release calendar); reports of the former often write
just the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extractor.catalogue import Catalogue
from extractor.domain import Figure, Period
from extractor.languages import Item

BARE_YEAR = re.compile(r"\d{4}")
MONTHS_AFTER = 2
"""A fiscal year's first figures come within this many months of its end."""


def fiscal_years(
    figures: Sequence[Figure], items: Iterable[Item], published: date | None, catalogue: Catalogue
) -> list[Figure]:
    """The figures, with bare years read as fiscal ones where the text's own dates say so, and why.

    Needs an agency of a country whose fiscal year is not the calendar's, a publication day within two
    months of the fiscal year's end, the fiscal year's last month named in the text, and the year itself.
    """
    first = _first_month(items, catalogue)
    if first is None or published is None:
        return list(figures)
    end = _last_end(published, first)
    if (published.year - end.year) * 12 + published.month - end.month > MONTHS_AFTER:
        return list(figures)
    last_month = str(Period.month(end.year, end.month))
    begins = end.year - 1
    if not any(f.period == last_month for f in figures) or not any(f.timex == str(begins) for f in figures):
        return list(figures)
    reason = f"published {published}, last month {end.year}-{end.month:02}: the fiscal year from month {first}"
    return [_fiscal(f, first, begins, reason) for f in figures]


def _fiscal(figure: Figure, first: int, latest: int, reason: str) -> Figure:
    if figure.timex is None or not BARE_YEAR.fullmatch(figure.timex) or int(figure.timex) > latest:
        return figure
    period = Period.fiscal_year(int(figure.timex), first)
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": reason})


def _first_month(items: Iterable[Item], catalogue: Catalogue) -> int | None:
    """The first month of the fiscal year in the country of the first agency that has one of its own."""
    for item in items:
        if item.cls == "AGENCY":
            place = catalogue.places.get(catalogue.agencies[str(item.value)].place or "")
            if place is not None and place.fiscal_year_starts != 1:
                return place.fiscal_year_starts
    return None


def _last_end(published: date, first: int) -> date:
    """The last day of the fiscal year that had ended by the publication day."""
    year = published.year if published.month >= first else published.year - 1
    return Period.fiscal_year(year - 1, first).end
