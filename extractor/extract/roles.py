"""What the period expressions of a sentence are for: measurement, publication, comparison, an event."""

from __future__ import annotations

import re
from itertools import islice

from extractor.domain import Figure
from extractor.extract.change import EARLIER, STEPS, base_period, period_behind
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.qualified import in_aside
from extractor.languages import Pack

REFERENCE, PUBLICATION, BASE, EVENT = "reference_period", "publication_date", "base_period", "event_date"
SERIES = "series_start"
"""A base that is where comparable figures begin: 比較できる1979年以降."""
DAILY = frozenset({"crude_price", "gold_price", "stock_index", "share_price", "exchange_rate", "bond_yield"})
"""What is quoted day by day: the day on which it moved is the day measured."""
TIGHT = 4
"""A period this close behind a figure is its own: "49.5 in May"."""
APART = 16
"""The same where words are written apart, with a preposition before it: "5.4 percent in the first quarter"."""
OF_SAME = frozenset({" in", " of"})
"""The end of a comparison that its period follows: than in the same month of (2024)."""
BEGAN = 30
"""How far behind "since" the words stand by which a series began: since the item was first asked in."""
SAID = 12
"""How far behind the day of a publication its verb stands: 1日公布, on Friday said."""
ISSUED = 60
"""How far behind the agency its verb stands."""
REVISED = 20
"""How far behind a month the words that revise a forecast stand."""
ASIDE = re.compile(r"[（(][^）)\n]{1,20}[）)]")
"""An aside between a period and its "since": 2008年12月（0.3%）以来."""
OF_LEVEL = re.compile("(?:同[期月季]|全年|の水準)?[的の](?:约|約|近|大约)?")
"""Between a period and the multiple that is of its level."""
INDEX_BASE = re.compile(r"(?:平均)?\s*[=＝]\s*(?:100|１００)")
"""What follows the year that an index is based on: （2020年＝100）."""


def _glosses(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period in brackets says which one the period before it is: 2024财年（截至2025年3月）."""
    before = line.last(event.start, "PERIOD")
    return before is not None and pack.cues.year_to.fullmatch(line.text, before.end, event.start) is not None


def role(line: Line, event: Event, pack: Pack) -> str:
    """What a period expression is for: the time measured, a publication, a base of comparison, an event."""
    dateline = pack.cues.dateline.match(line.text, line.sentence.start)
    if dateline is not None and event.start < dateline.end():
        return PUBLICATION
    if _issued(line, event, pack):
        return PUBLICATION
    if in_aside(line, event.start, event.end, pack):
        return EVENT
    if pack.cues.event_lead.search(line.text, line.sentence.start, event.start) and not _measured(line, event):
        return EVENT
    since = _since(line, event)
    if since is not None:
        return since
    if _is_base(line, event, pack) or pack.cues.before_lead.search(line.text, line.sentence.start, event.start):
        return BASE
    brought_out = pack.cues.brought_out.match(line.text, event.end)
    if brought_out and event.figure is not None and event.figure.period_kind == "month":
        return PUBLICATION
    ends = event.figure is not None and pack.cues.month_end.search(event.figure.quote) is not None
    if ends and line.of("FIGURE") and pack.cues.counted_at.match(line.text, event.end):
        return REFERENCE
    if event.figure is not None and event.figure.period_kind == "month" and _of_release(line, event, pack):
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
    if _glosses(line, event, pack):
        return REFERENCE
    if figure is not None and not line.of("FIGURE", "FLOW", "INDICATOR"):
        if line.of("ISSUE") and pack.cues.reported_on.match(line.text, event.end):
            return REFERENCE
        return REFERENCE if figure.period_kind == "fiscal_year" and line.of("FORECAST") else EVENT
    return REFERENCE


WEEK = re.compile(r"W[0+-]")


def _stretch(figure: Figure) -> bool:
    """Whether a figure is a stretch of days: the first 20 days of November."""
    return figure.period is not None and figure.period[:10] != figure.period[-10:]


def _of_release(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a month is when a release came out whose own period the sentence goes on to name."""
    return pack.cues.issued_later.match(line.text, event.end) is not None and any(
        e.start >= event.end for e in line.of("PERIOD")
    )


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


def _is_base(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period is only compared with, or that of a level that a change starts out from."""
    figure = event.figure
    if figure is not None and (figure.timex or "").endswith("-XX") and not _own_level(line, event):
        return True
    if figure is not None and (figure.timex in STEPS or (figure.timex in EARLIER and _own_level(line, event))):
        return True
    told = (pack.cues.as_of.match(line.text, event.end), pack.cues.brought_out.match(line.text, event.end))
    foretold = any(told) or _of_forecast(line, event)
    if pack.cues.held_lead.search(line.text, line.sentence.start, event.start) and not foretold:
        return True
    if _than_term(event, line, pack):
        return True
    if pack.cues.base_behind.match(line.text, event.end) or _multiplied(line, event, pack):
        return True
    times_of = pack.cues.times_of.fullmatch
    if any(kind_of(e) == "multiple" and times_of(line.text[e.end : event.start]) for e in line.of("FIGURE")):
        return True
    if pack.cues.base_mark.match(line.text, event.end) and _moves_next(line, event):
        return True
    if pack.cues.than_in.search(line.text, line.sentence.start, event.start) and not _own_level(line, event):
        return True
    if _compared_with(line, event) or than(line, event) or _level_with(line, event):
        return True
    if any(line.text[e.end - 3 : e.end] in OF_SAME for e in line.ending(event.start - 1, event.start, "COMPARE")):
        return True
    return any(base_period(line, e) is event for e in line.beginning(event.end, event.end + 1, "FIGURE"))


TERMS_BEFORE = frozenset({"PREV", "BEFORE:T"})


def _than_term(event: Event, line: Line, pack: Pack) -> bool:
    """Whether the business term before is only compared with: 前の期を上回る."""
    earlier = event.figure is not None and event.figure.timex in TERMS_BEFORE
    return earlier and pack.cues.than_term.match(line.text, event.end) is not None


def _multiplied(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a multiple right behind a period is of that period's level: 2022年的6.5倍, 2019年同月の3.2倍."""
    after = line.next(event.end, "FIGURE")
    restored = pack.cues.restored.search(line.text, line.sentence.start, event.start) is not None
    return (
        after is not None and (kind_of(after) == "multiple" or (restored and kind_of(after) == "percent"))
        and OF_LEVEL.fullmatch(line.text, event.end, after.start) is not None
    )  # fmt: skip


def _happened(line: Line, event: Event, pack: Pack) -> bool:
    """Whether something happened in a period that is no measurement: a forecast was made, a contract falls due."""
    figure = event.figure
    if figure is not None and figure.period_kind == "month" and _of_forecast(line, event):
        return True
    if line.beginning(event.end, event.end + 2, "UNMEASURED"):
        day = figure is not None and figure.period_kind == "day"
        return not (day and line.beginning(event.end, event.end + SAID, "ISSUE"))
    if figure is not None and figure.period_kind == "month" and pack.cues.announced.match(line.text, event.end):
        return True
    counted = figure is not None and (figure.timex or "").endswith("-END")
    planned = any(e.end <= event.start for e in line.of("FORECAST"))
    if planned and pack.cues.survey_of.match(line.text, event.end):
        return True
    return not counted and bool(line.of("FORECAST")) and pack.cues.as_of.match(line.text, event.end) is not None


def _of_day(line: Line, event: Event, pack: Pack) -> str:
    """A day: one on which something is counted or quoted, a publication, or an event."""
    if event.figure is not None and (event.figure.timex or "").endswith("-END"):
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


def _issued(line: Line, event: Event, pack: Pack) -> bool:
    """Whether an agency's verb of saying stands right before a day or a month: Destatis announced on February 18."""
    if event.figure is None or event.figure.period_kind not in {"day", "month"} or not pack.joins_words:
        return False
    said = [e for e in line.of("ISSUE") if pack.cues.upon_day.fullmatch(line.text, e.end, event.start)]
    return any(a.end <= e.start and e.start - a.end <= ISSUED for e in said for a in line.of("AGENCY"))


def _of_forecast(line: Line, event: Event) -> bool:
    """Whether a month is when a forecast was made: its April forecasts, (the bank) in June cut its forecast."""
    after = list(islice((e for e in line.after(event.end) if e.cls != "ANAPHOR"), 2))
    if not after or after[0].start - event.end > REVISED:
        return False
    forecast = next((e for e in after if e.cls == "FORECAST"), None)
    if forecast is None or (after[0] is not forecast and after[0].cls != "MOVE"):
        return False
    return forecast.start - event.end <= (1 if after[0] is forecast else REVISED)


def _measured(line: Line, event: Event) -> bool:
    """Whether a figure stands right before the period: 0.25% in July."""
    return any(0 <= event.start - e.end <= TIGHT for e in line.of("FIGURE"))


def of_level(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a level is stated for the period, though only to compare with: 前年の9兆円から, from 2.3% in March."""
    for figure in line.of("FIGURE"):
        if figure.figure is None or figure.figure.kind in {"rank", "streak", "points", "multiple"}:
            continue
        behind = period_behind(line, figure, pack) is event
        if 0 <= figure.start - event.end <= 1 or behind or pack.cues.own.fullmatch(line.text, event.end, figure.start):
            return True
        if 0 <= event.start - figure.end <= APART and pack.cues.in_period.fullmatch(
            line.text[figure.end : event.start]
        ):
            return True
    return False


def _own_level(line: Line, event: Event) -> bool:
    """Whether a level stands right after the period: the period is that level's own (前年度の6兆円)."""
    after = line.next(event.end, "FIGURE")
    return (
        after is not None and after.figure is not None and after.start - event.end <= 1
        and after.figure.kind in {"money", "quantity", "count"}
    )  # fmt: skip


def _moves_next(line: Line, event: Event) -> bool:
    """Whether a word of direction, or points, follow a period and its "from": 6月から横ばい, 4月から0.1ポイント."""
    after = next((e for e in line.events if e.start >= event.end and e.cls not in {"POSTP", "THAN", "KARA"}), None)
    flat = after is not None and after.figure is not None and after.figure.value == 0
    moves = after is not None and (after.cls == "MOVE" or kind_of(after) == "points" or flat)
    return moves and after is not None and after.start - event.end <= TIGHT


def _compared_with(line: Line, event: Event) -> bool:
    """Right after "from": the period that a change starts out from (up 19.3% from 2023)."""
    before = next(line.before(event.start), None)
    if before is None or before.cls != "PREP" or before.value != "from" or event.start - before.end > 5:
        return False
    return line.last(before.start, "FIGURE", "MOVE") is not None


def _level_with(line: Line, event: Event) -> bool:
    """Whether a period is what another is level with: 与一季度持平."""
    level = line.beginning(event.end, event.end + 2, "MOVE")
    return bool(level) and level[0].value == "flat" and bool(line.ending(event.start - 1, event.start, "PREP"))


def only_compares(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period is no more than the word of a comparison: 比上年增长, like "from the previous year"."""
    if INDEX_BASE.match(line.text, event.end) or pack.cues.contract.match(line.text, event.end):
        return True
    if _than_term(event, line, pack):
        return True
    if any(period_behind(line, figure, pack) is event for figure in line.of("FIGURE")):
        return False
    ended = event.figure is not None and (event.figure.timex or "").endswith("-END")
    if ended and event.figure is not None and pack.cues.prior_year.match(event.figure.quote) and than(line, event):
        return not _own_level(line, event)
    if event.figure is None or event.figure.timex not in {*STEPS, *EARLIER}:
        return False
    if event.figure.timex in STEPS and pack.cues.than_lead.search(line.text, line.sentence.start, event.start):
        return True
    multiple = next((e for e in line.of("FIGURE") if e.start >= event.end), None)
    if multiple is not None and kind_of(multiple) == "multiple" and multiple.start - event.end <= 1:
        return True
    if not than(line, event):
        level = next((e for e in line.of("MOVE") if 0 <= e.start - event.end <= 2), None)
        led = any(0 <= event.start - e.end <= 1 for e in line.of("PREP"))
        return led and level is not None and level.value == "flat"
    if event.figure.timex not in STEPS:
        return False
    joined = pack.cues.of_gap.match(line.text, event.end)
    return joined is None or not joined.group().strip()


def than(line: Line, event: Event) -> bool:
    """Whether a word of comparison stands right before or after a period: 较4月末, 与2019年相比."""
    before = line.ending(event.start - 1, event.start, "THAN")
    return bool(before or line.beginning(event.end, event.end + 1, "THAN"))
