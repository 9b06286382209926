"""The day or the month in which something was announced, published or forecast: no time measured."""

from __future__ import annotations

from itertools import islice

from extractor.extract.events import Event, Line
from extractor.languages import Pack

ISSUED = 60
"""How far behind the agency its verb stands."""
REVISED = 20
"""How far behind a month the words that revise a forecast stand."""


def issued(line: Line, event: Event, pack: Pack) -> bool:
    """Whether an agency's verb of saying stands right before a day or a month: Destatis announced on February 18."""
    if event.figure is None or event.figure.period_kind not in {"day", "month"} or not pack.joins_words:
        return False
    said = [e for e in line.of("ISSUE") if pack.cues.upon_day.fullmatch(line.text, e.end, event.start)]
    return any(a.end <= e.start and e.start - a.end <= ISSUED for e in said for a in line.of("AGENCY"))


def of_release(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a month is when a release came out whose own period the sentence goes on to name."""
    return pack.cues.issued_later.match(line.text, event.end) is not None and any(
        e.start >= event.end for e in line.of("PERIOD")
    )


def of_forecast(line: Line, event: Event) -> bool:
    """Whether a month is when a forecast was made: its April forecasts, (the bank) in June cut its forecast."""
    after = list(islice((e for e in line.after(event.end) if e.cls != "ANAPHOR"), 2))
    if not after or after[0].start - event.end > REVISED:
        return False
    forecast = next((e for e in after if e.cls == "FORECAST"), None)
    if forecast is None or (after[0] is not forecast and after[0].cls != "MOVE"):
        return False
    return forecast.start - event.end <= (1 if after[0] is forecast else REVISED)
