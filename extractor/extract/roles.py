"""What the period expressions of a sentence are for: measurement, publication, comparison, an event."""

from __future__ import annotations

import re

from extractor.domain import Figure
from extractor.extract.events import Event, Line, at_end, kind_of
from extractor.extract.near import TIGHT
from extractor.extract.only_compared import INDEX_BASE, is_compared
from extractor.extract.qualified import in_aside
from extractor.extract.saying import issued, of_forecast, of_release
from extractor.languages import Pack

REFERENCE, PUBLICATION, BASE, EVENT = "reference_period", "publication_date", "base_period", "event_date"
SERIES = "series_start"
"""A base that is where comparable figures begin: 比較できる1979年以降."""
DAILY = frozenset({"crude_price", "gold_price", "stock_index", "share_price", "exchange_rate", "bond_yield"})
"""What is quoted day by day: the day on which it moved is the day measured."""
BEGAN = 30
"""How far behind "since" the words stand by which a series began: since the item was first asked in."""
SAID = 12
"""How far behind the day of a publication its verb stands: 1日公布, on Friday said."""
ASIDE = re.compile(r"[（(][^）)\n]{1,20}[）)]")
"""An aside between a period and its "since": 2008年12月（0.3%）以来."""
WEEK = re.compile(r"W[0+-]")


def role(line: Line, event: Event, pack: Pack) -> str:
    """What a period expression is for: the time measured, a publication, a base of comparison, an event."""
    dateline = pack.cues.dateline.match(line.text, line.sentence.start)
    if dateline is not None and event.start < dateline.end():
        return PUBLICATION
    if issued(line, event, pack):
        return PUBLICATION
    if in_aside(line, event.start, event.end, pack):
        return EVENT
    if pack.cues.event_lead.search(line.text, line.sentence.start, event.start) and not _measured(line, event):
        return EVENT
    since = _since(line, event)
    if since is not None:
        return since
    if is_compared(line, event, pack) or pack.cues.before_lead.search(line.text, line.sentence.start, event.start):
        return BASE
    brought_out = pack.cues.brought_out.match(line.text, event.end)
    if brought_out and event.figure is not None and event.figure.period_kind == "month":
        return PUBLICATION
    ends = event.figure is not None and pack.cues.month_end.search(event.figure.quote) is not None
    if ends and line.of("FIGURE") and pack.cues.counted_at.match(line.text, event.end):
        return REFERENCE
    if event.figure is not None and event.figure.period_kind == "month" and of_release(line, event, pack):
        return PUBLICATION
    if _happened(line, event, pack):
        return EVENT
    if INDEX_BASE.match(line.text, event.end):
        return BASE
    figure = event.figure
    if figure is not None and figure.period_kind == "day" and not _stretch(figure):
        return _of_day(line, event, pack)
    if figure is not None and WEEK.match(figure.timex or "") and pack.joins_words and line.of("ISSUE"):
        return PUBLICATION
    if glosses(line, event, pack):
        return REFERENCE
    if figure is not None and not line.of("FIGURE", "FLOW", "INDICATOR"):
        if line.of("ISSUE") and pack.cues.reported_on.match(line.text, event.end):
            return REFERENCE
        return REFERENCE if figure.period_kind == "fiscal_year" and line.of("FORECAST") else EVENT
    return REFERENCE


def glosses(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period in brackets says which one the period before it is: 2024财年（截至2025年3月）."""
    before = line.last(event.start, "PERIOD")
    return before is not None and pack.cues.year_to.fullmatch(line.text, before.end, event.start) is not None


def _stretch(figure: Figure) -> bool:
    """Whether a figure is a stretch of days: the first 20 days of November."""
    return figure.period is not None and figure.period[:10] != figure.period[-10:]


def _since(line: Line, event: Event) -> str | None:
    """The role of a period beside its "since"; None without one."""
    figure, series = event.figure, line.of("SERIES")
    if any(s.value == "began" and 0 <= event.start - s.end <= TIGHT for s in series):
        return SERIES
    asked = (s for s in series if 0 <= event.start - s.end <= TIGHT + 1)
    if any(0 <= s.start - o.end <= BEGAN for s in asked for o in line.of("SINCE")):
        return SERIES
    began = next((e.end for e in series if 0 <= e.start - event.end <= 1), None)
    aside = ASIDE.match(line.text, event.end)
    end = aside.end() if aside is not None else event.end
    for other in line.of("SINCE"):
        if began_by(line, event, other):
            return EVENT
        follows = other.value != "ahead" and 0 <= other.start - (began or end) <= 2
        if 0 <= event.start - other.end <= 10 or follows:
            ranked = any(kind_of(e) in {"rank", "streak"} for e in line.of("FIGURE"))
            if figure is not None and figure.period_kind == "day" and not ranked:
                return EVENT
            near = began is not None or any(abs(e.end - event.start) <= 20 for e in series)
            return SERIES if near else BASE
    return None


def began_by(line: Line, event: Event, since: Event) -> bool:
    """Whether something happened in the period that "since" goes back to: 2017年3月上市以来."""
    happened = line.beginning(event.end, event.end + 1, "UNMEASURED")
    return any(0 <= since.start - e.end <= 1 for e in happened)


def _happened(line: Line, event: Event, pack: Pack) -> bool:
    """Whether something happened in a period that is no measurement: a forecast was made, a contract falls due."""
    figure = event.figure
    if figure is not None and figure.period_kind == "month" and of_forecast(line, event):
        return True
    if line.beginning(event.end, event.end + 2, "UNMEASURED"):
        day = figure is not None and figure.period_kind == "day"
        return not (day and line.beginning(event.end, event.end + SAID, "ISSUE"))
    if figure is not None and figure.period_kind == "month" and pack.cues.announced.match(line.text, event.end):
        return True
    counted = at_end(event)
    planned = any(e.end <= event.start for e in line.of("FORECAST"))
    if planned and pack.cues.survey_of.match(line.text, event.end):
        return True
    years = [e for e in line.of("PERIOD") if e.end <= event.start and e.figure is not None]
    later = not pack.joins_words and any(e.figure is not None and e.figure.period_kind == "fiscal_year" for e in years)
    if later and figure is not None and figure.period_kind == "month" and pack.cues.as_of.match(line.text, event.end):
        return True
    return not counted and bool(line.of("FORECAST")) and pack.cues.as_of.match(line.text, event.end) is not None


def _of_day(line: Line, event: Event, pack: Pack) -> str:
    """A day: one on which something is counted or quoted, a publication, or an event."""
    if at_end(event):
        return REFERENCE
    if line.of("FIGURE"):
        lead = pack.cues.stock_lead.search(line.text, line.sentence.start, event.start)
        if lead is not None or pack.cues.stock_mark.match(line.text, event.end):
            return REFERENCE
    said = any(0 <= e.start - event.end <= SAID for e in line.of("ISSUE"))
    quoted = any(kind_of(e) == "rate" for e in line.of("FIGURE")) or any(e.value in DAILY for e in line.of("INDICATOR"))
    if quoted and line.of("MOVE", "FIGURE", "FXMOVE") and not said:
        return REFERENCE
    near = any(abs(e.start - event.end) <= 60 or abs(event.start - e.end) <= 60 for e in line.of("ISSUE"))
    return PUBLICATION if near or not line.of("FIGURE") else EVENT


def _measured(line: Line, event: Event) -> bool:
    """Whether a figure stands right before the period: 0.25% in July."""
    return any(0 <= event.start - e.end <= TIGHT for e in line.of("FIGURE"))
