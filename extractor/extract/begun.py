"""Periods without a year that had begun by publication but were not over: a text reports on what is complete.

"The first quarter" of a text of January is last year's, unless the sentence looks ahead; "September" of a text of
August that says what is expected is the coming one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from extractor.domain import Figure, dated
from extractor.extract.periods import resolve
from extractor.extract.sentences import Sentence
from extractor.languages import Item

_START = attrgetter("start")
BEGUN = re.compile(r"XXXX-[QH]\d")
MONTH = re.compile(r"XXXX-(\d{2})")
ENDS = re.compile(r"P12M/XXXX-(\d{2})")
SPAN = re.compile(r"XXXX-(\d{2})/XXXX-(\d{2})")
UNFINISHED = timedelta(days=31)
"""A quarter or half with at least this much to come is not reported on yet."""
AHEAD = 5
"""How many months ahead a month of a forecast may lie."""
NEXT = 2
"""How many months ahead a month lies that a sentence with a word of forecasting anywhere before it may mean."""
SOON = 6
"""The same for a stretch of months, whose last month lies so far ahead."""
PLANNED, FROM_PLAN = "to_come", 60
"""What is planned is to come, and how far behind the words of a plan its month stands."""
NEAR = 24
"""How close to the month, in characters, the word of forecasting stands."""


def completed(
    figures: Sequence[Figure], items: Sequence[Item], sentences: Sequence[Sentence], published: date
) -> list[Figure]:
    """The figures, with such periods moved by a year to the one that is meant."""
    forecasts = [item for item in items if item.cls in {"FORECAST", "PLAN"}]
    starts = [s.start for s in sentences]
    found: list[Figure] = []
    last: Figure | None = None
    for figure in figures:
        if figure.timex:
            figure = _meant(figure, forecasts, sentences, starts, published)
            here = bisect_right(starts, figure.start)
            if last is not None and bisect_right(starts, last.start) == here:
                figure = _after(figure, last, published)
            last = figure if _to_come(figure, published) and figure.period_kind != "day" else last
        found.append(figure)
    return found


def _to_come(figure: Figure, published: date) -> bool:
    return dated(figure.period) and date.fromisoformat(figure.period[-10:]) >= published


def _after(figure: Figure, last: Figure, published: date) -> Figure:
    """The next quarter of a list that looks ahead: 6.6 percent in October-December and 6.3 percent in January-March."""
    if (
        not SPAN.fullmatch(figure.timex or "")
        or not SPAN.fullmatch(last.timex or "")
        or not dated(figure.period)
        or not figure.period
        or not last.period
    ):
        return figure
    begins, ended = date.fromisoformat(figure.period[:10]), date.fromisoformat(last.period[-10:])
    later = begins.replace(year=begins.year + 1)
    return (
        _in(figure, int(figure.period[-10:-6]) + 1, "the next of a list that looks ahead")
        if begins <= ended < later and later - ended <= UNFINISHED
        else figure
    )


def _meant(
    figure: Figure, forecasts: Sequence[Item], sentences: Sequence[Sentence], starts: Sequence[int], published: date
) -> Figure:
    timex = figure.timex or ""
    ends = ENDS.fullmatch(timex)
    if ends and figure.period is not None and figure.period[-10:] < published.isoformat():
        line = sentences[max(0, bisect_right(starts, figure.start) - 1)]
        told = any(line.start <= f.start < line.end for f in forecasts)
        return (
            _in(figure, published.year + (int(ends[1]) < published.month), "a forecast is of what is to come")
            if told
            else figure
        )
    begun, month, span = BEGUN.fullmatch(timex), MONTH.fullmatch(timex), SPAN.fullmatch(timex)
    if not (begun or month or span) or figure.period is None:
        return figure
    here = sentences[max(0, bisect_right(starts, figure.start) - 1)]
    ahead = forecasts[bisect_left(forecasts, here.start, key=_START) : bisect_left(forecasts, here.end, key=_START)]
    if begun:
        coming = resolve(timex.replace("XXXX", f"{published.year}")).period
        if coming is not None and coming.start > published and ahead and ahead[0].start < figure.start:
            return _in(figure, published.year, "a forecast is of what is to come")
        unfinished = date.fromisoformat(figure.period[-10:]) - published >= UNFINISHED
        return _in(figure, published.year - 1, "the last one complete") if unfinished and not ahead else figure
    near = any(0 <= f.start - figure.end <= NEAR or 0 <= figure.start - f.end <= NEAR for f in ahead)
    reason = "a forecast is of what is to come"
    if span is not None and near:
        year = published.year + (int(span[2]) < published.month)
        return _in(figure, year, reason) if int(span[1]) <= int(span[2]) else figure
    number = int(span[2] if span is not None else month[1] if month is not None else 0)
    year = published.year + (number <= published.month)
    away = (year - published.year) * 12 + number - published.month
    if near:
        return _in(figure, year, reason) if away <= AHEAD else figure
    planned = [f for f in ahead if f.value == PLANNED and 0 <= figure.start - f.end <= FROM_PLAN]
    if planned and span is None and number > published.month:
        return _in(figure, published.year, reason)
    led = bool(ahead) and ahead[0].start < figure.start and (span is not None or number > published.month)
    return _in(figure, year, reason) if led and away <= (SOON if span is not None else NEXT) else figure


def _in(figure: Figure, year: int, reason: str) -> Figure:
    period = resolve((figure.timex or "").replace("XXXX", f"{year}")).period
    if period is None:
        return figure
    return figure.changed({"period": str(period), "period_kind": period.kind, "evidence": reason})
