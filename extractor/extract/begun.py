"""Periods without a year that had begun by publication but were not over: a text reports on what is complete.

"The first quarter" of a text of January is last year's, unless the sentence looks ahead; "September" of a text of
August that says what is expected is the coming one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from extractor.domain import Figure
from extractor.extract.periods import resolve
from extractor.extract.sentences import Sentence
from extractor.languages import Item

BEGUN = re.compile(r"XXXX-[QH]\d")
MONTH = re.compile(r"XXXX-(\d{2})")
SPAN = re.compile(r"XXXX-(\d{2})/XXXX-(\d{2})")
UNFINISHED = timedelta(days=31)
"""A quarter or half with at least this much to come is not reported on yet."""
AHEAD = 5
"""How many months ahead a month of a forecast may lie."""
NEAR = 24
"""How close to the month, in characters, the word of forecasting stands."""


def completed(
    figures: Sequence[Figure], items: Sequence[Item], sentences: Sequence[Sentence], published: date
) -> list[Figure]:
    """The figures, with such periods moved by a year to the one that is meant."""
    forecasts = [item for item in items if item.cls == "FORECAST"]
    starts = [s.start for s in sentences]
    return [_meant(f, forecasts, sentences, starts, published) if f.timex else f for f in figures]


def _meant(
    figure: Figure, forecasts: Sequence[Item], sentences: Sequence[Sentence], starts: Sequence[int], published: date
) -> Figure:
    timex = figure.timex or ""
    begun, month, span = BEGUN.fullmatch(timex), MONTH.fullmatch(timex), SPAN.fullmatch(timex)
    if not (begun or month or span) or figure.period is None:
        return figure
    here = sentences[max(0, bisect_right(starts, figure.start) - 1)]
    ahead = [f for f in forecasts if here.start <= f.start < here.end]
    if begun:
        unfinished = date.fromisoformat(figure.period[-10:]) - published >= UNFINISHED
        return _in(figure, published.year - 1, "the last one complete") if unfinished and not ahead else figure
    near = any(0 <= f.start - figure.end <= NEAR or 0 <= figure.start - f.end <= NEAR for f in ahead)
    if span is not None:
        year = published.year + (int(span[2]) < published.month)
        return (
            _in(figure, year, "a forecast is of what is to come") if near and int(span[1]) <= int(span[2]) else figure
        )
    number = int(month[1]) if month else 0
    year = published.year + (number <= published.month)
    away = (year - published.year) * 12 + number - published.month
    return _in(figure, year, "a forecast is of what is to come") if near and away <= AHEAD else figure


def _in(figure: Figure, year: int, reason: str) -> Figure:
    period = resolve((figure.timex or "").replace("XXXX", f"{year}")).period
    if period is None:
        return figure
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": reason})
