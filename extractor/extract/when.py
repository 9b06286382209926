"""Which period a figure is about, and what the period expressions themselves are for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from extractor.domain import Figure, Period
from extractor.domain.vocabulary import ChangeBasis, PeriodKind
from extractor.extract.change import EARLIER, MARKS, STEPS, base_period, clause_start, is_base
from extractor.extract.events import Event, Line, kind_of
from extractor.languages import Pack

REFERENCE, PUBLICATION, BASE, EVENT = "reference_period", "publication_date", "base_period", "event_date"
SERIES = "series_start"
"""A base that is where comparable figures begin: 比較できる1979年以降."""
SPANS = frozenset({"calendar_year", "fiscal_year", "half", "quarter", "month", "ytd", "multi_year"})

DAILY = frozenset({"crude_price", "gold_price", "stock_index", "share_price", "exchange_rate", "bond_yield"})
"""What is quoted day by day: the day on which it moved is the day measured."""
OPENS = 8
"""How far into a paragraph the period begins that it opens with: In the (first half)."""
TIGHT = 4
OF_SAME = frozenset({" in", " of"})
"""The end of a comparison that its period follows: than in the same month of (2024)."""
SAID = 12
"""How far behind the day of a publication its verb stands: 1日公布, on Friday said."""
REVISED = 20
"""How far behind a month the words that revise a forecast stand."""
APART = 16
"""The same where words are written apart, with a preposition before it: "5.4 percent in the first quarter"."""
"""A period this close behind a figure is its own: "49.5 in May"."""

INDEX_BASE = re.compile(r"\s*[=＝]\s*(?:100|１００)")
"""What follows the year that an index is based on: （2020年＝100）."""


class When(NamedTuple):
    """A period with its evidence: the event that states it, or why it is inferred."""

    period: str | None
    kind: PeriodKind | None
    start: int | None
    end: int | None
    reason: str = ""


def role(line: Line, event: Event, pack: Pack) -> str:
    """What a period expression is for: the time measured, a publication, a base of comparison, an event."""
    figure = event.figure
    dateline = pack.cues.dateline.match(line.text, line.sentence.start)
    if dateline is not None and event.start < dateline.end():
        return PUBLICATION
    began = next((e.end for e in line.of("SERIES") if 0 <= e.start - event.end <= 1), None)
    if any(
        0 <= event.start - s.end <= 5 and any(0 <= s.start - o.end <= 30 for o in line.of("SINCE"))
        for s in line.of("SERIES")
    ):
        return SERIES
    if pack.cues.event_lead.search(line.text, line.sentence.start, event.start) and not _measured(line, event):
        return EVENT
    for other in line.of("SINCE"):
        follows = other.value != "ahead" and 0 <= other.start - (began or event.end) <= 2
        if 0 <= event.start - other.end <= 10 or follows:
            ranked = any(kind_of(e) in {"rank", "streak"} for e in line.of("FIGURE"))
            if figure is not None and figure.period_kind == "day" and not ranked:
                return EVENT
            near = began is not None or any(abs(e.end - event.start) <= 20 for e in line.of("SERIES"))
            return SERIES if near else BASE
    if figure is not None and figure.timex in EARLIER and _own_level(line, event):
        return BASE
    if any(
        kind_of(e) == "multiple" and pack.cues.times_of.fullmatch(line.text[e.end : event.start])
        for e in line.of("FIGURE")
    ):
        return BASE
    if pack.cues.base_mark.match(line.text, event.end) and _moves_next(line, event):
        return BASE
    if _compared_with(line, event) or _than(line, event) or (figure is not None and figure.timex in STEPS):
        return BASE
    if any(line.text[e.end - 3 : e.end] in OF_SAME for e in line.ending(event.start - 1, event.start, "COMPARE")):
        return BASE
    if any(base_period(line, e) is event for e in line.beginning(event.end, event.end + 1, "FIGURE")):
        return BASE
    if figure is not None and figure.period_kind == "month" and _of_forecast(line, event):
        return EVENT
    if line.beginning(event.end, event.end + 2, "UNMEASURED"):
        return EVENT
    if figure is not None and (figure.timex or "").endswith("-END"):
        return REFERENCE
    if line.of("FORECAST") and pack.cues.as_of.match(line.text, event.end):
        return EVENT
    if figure is not None and figure.period_kind == "day" and line.of("FIGURE"):
        lead = pack.cues.stock_lead.search(line.text, line.sentence.start, event.start)
        if lead is not None or pack.cues.stock_mark.match(line.text, event.end):
            return REFERENCE
    if INDEX_BASE.match(line.text, event.end):
        return BASE
    if figure is not None and figure.period_kind == "day":
        said = any(0 <= e.start - event.end <= SAID for e in line.of("ISSUE"))
        if any(e.value in DAILY for e in line.of("INDICATOR")) and line.of("MOVE", "FIGURE", "FXMOVE") and not said:
            return REFERENCE
        near = any(abs(e.start - event.end) <= 60 or abs(event.start - e.end) <= 60 for e in line.of("ISSUE"))
        return PUBLICATION if near or not line.of("FIGURE") else EVENT
    if figure is not None and not line.of("FIGURE", "FLOW", "INDICATOR"):
        return EVENT
    return REFERENCE


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
    """Whether a level is stated for the period, though only to be compared with: 前年の9兆円から, from 2.3% in March."""
    for figure in line.of("FIGURE"):
        if figure.figure is None or figure.figure.kind in {"rank", "streak", "points", "multiple"}:
            continue
        if 0 <= figure.start - event.end <= 1:
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


def basis_between(base: str | None, reference: str | None) -> ChangeBasis | None:
    """The comparison that two periods make: a year apart, the month or the quarter before; None when unknown."""
    if not base or not reference or "/" not in base or "/" not in reference:
        return None
    base, reference = _as_month(base), _as_month(reference)
    b, r = (date.fromisoformat(p.split("/")[0]) for p in (base, reference))
    months = (r.year - b.year) * 12 + r.month - b.month
    length = _months(reference)
    if _months(base) != length or months <= 0:
        return None
    if months == 12:
        return "yoy"
    return {1: "mom", 3: "qoq"}.get(months) if months == length else "since"  # type: ignore[return-value]


def only_compares(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period is no more than the word of a comparison: 比上年增长, like "from the previous year"."""
    if INDEX_BASE.match(line.text, event.end):
        return True
    if event.figure is None or event.figure.timex not in {*STEPS, *EARLIER}:
        return False
    multiple = next((e for e in line.of("FIGURE") if e.start >= event.end), None)
    if multiple is not None and kind_of(multiple) == "multiple" and multiple.start - event.end <= 1:
        return True
    if not _than(line, event):
        level = next((e for e in line.of("MOVE") if 0 <= e.start - event.end <= 2), None)
        led = any(0 <= event.start - e.end <= 1 for e in line.of("PREP"))
        return led and level is not None and level.value == "flat"
    if event.figure.timex not in STEPS:
        return False
    joined = pack.cues.of_gap.match(line.text, event.end)
    return joined is None or not joined.group().strip()


def _as_month(period: str) -> str:
    """A month's last day as its month: reserves are counted at the end of it."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    month = Period.month(last.year, last.month)
    return str(month) if first == last == month.end else period


def base_after(line: Line, figure: Event, roles: Mapping[int, str]) -> str | None:
    """The base period named right after a change ("up 1.8 points from April") or before it (较4月上升0.5个百分点)."""
    for event in line.of("PERIOD"):
        if event.figure is None or roles.get(event.start) != BASE:
            continue
        if figure.end <= event.start <= figure.end + 8 and not MARKS.search(line.text, figure.end, event.start):
            return event.figure.period
        if figure.start - event.end >= 0 and _than(line, event) and _same_clause(line, event, figure):
            return event.figure.period
    return None


def base_level(line: Line, figure: Event, pack: Pack) -> str | None:
    """The period of the level that a change starts out from: 4月の3.6％から0.1ポイント."""
    level = line.last(figure.start, "FIGURE")
    if level is None or not pack.cues.base_mark.match(line.text, level.end):
        return None
    own = next(iter(line.ending(level.start - 1, level.start, "PERIOD")), None)
    return own.figure.period if own is not None and own.figure is not None else None


def _than(line: Line, event: Event) -> bool:
    """Whether a word of comparison stands right before or after a period: 较4月末, 与2019年相比."""
    before = line.ending(event.start - 1, event.start, "THAN")
    return bool(before or line.beginning(event.end, event.end + 1, "THAN"))


def _same_clause(line: Line, event: Event, figure: Event) -> bool:
    """Nothing but words between a period and a later figure: no comma, no other figure."""
    others = any(event.end <= e.start and e.end <= figure.start for e in line.of("FIGURE"))
    return not others and not MARKS.search(line.text, event.end, figure.start)


def _months(period: str) -> int:
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return (last.year - first.year) * 12 + last.month - first.month + 1


def periods_for(line: Line, pack: Pack, roles: dict[int, str]) -> dict[int, When]:
    """For each figure of the sentence (by its start), the reference period that its own sentence gives it."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE]
    if not marks:
        return {}
    bases = {m.start: _bases_of(line, m, pack) for m in marks}
    chosen = {e.start: _chosen(line, e, marks, bases, pack) for e in line.of("FIGURE")}
    return {start: of_event(mark) for start, mark in chosen.items() if mark is not None}


def spoken_of(line: Line, roles: Mapping[int, str]) -> When | None:
    """The reference period of a sentence that has no other figure; None when it names none."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE]
    return of_event(marks[-1]) if marks and not line.of("FIGURE") else None


def opens(line: Line, roles: Mapping[int, str], pack: Pack) -> When | None:
    """The span that a paragraph opens with (前7个月，..., In the first half, ...); None for a month or without a comma."""
    start = line.sentence.start
    if start and line.text[start - 1] != "\n":
        return None
    first = next(iter(line.of("PERIOD")), None)
    if first is None or first.start - start > OPENS or roles.get(first.start) != REFERENCE or first.figure is None:
        return None
    comma = line.text[first.end : first.end + 2].lstrip()[:1] in {",", "，", "、"}
    return of_event(first) if comma and first.figure.period_kind in SPANS and line.of("FIGURE") else None


def reach(pack: Pack) -> int:
    """How close behind a figure its own period stands."""
    return APART if pack.joins_words else TIGHT


def _chosen(
    line: Line, figure: Event, marks: list[Event], bases: Mapping[int, list[Event]], pack: Pack
) -> Event | None:
    """The period of a figure among those that the sentence names; none when all belong to other figures, `bases` of
    change."""
    free = [m for m in marks if all(base is figure for base in bases[m.start])]
    tight = [m for m in free if figure.end <= m.start <= figure.end + reach(pack)]
    if pack.cues.base_mark.match(line.text, figure.end):
        tight = []
    if tight and not pack.cues.clause_break.search(line.text, figure.end, tight[0].start):
        return tight[0]
    begin = clause_start(line, figure, pack)
    before = [m for m in free if m.end <= figure.start]
    same = [m for m in before if m.start >= begin]
    if same:
        return same[-1]
    stop = pack.cues.clause_break.search(line.text, figure.end, line.sentence.end)
    end = stop.start() if stop else line.sentence.end
    after = [m for m in free if figure.end <= m.start < end]
    if after:
        return after[0]
    return before[-1] if before else free[0] if free else None


def _bases_of(line: Line, mark: Event, pack: Pack) -> list[Event]:
    """The levels that a change starts out from, right behind their period (前年の9兆円から44.0％縮小) or before it."""
    after = next(iter(line.beginning(mark.end, mark.end + 1, "FIGURE")), None)
    found = [after] if after is not None and pack.cues.base_mark.match(line.text, after.end) else []
    held = line.last(mark.start, "FIGURE")
    if held is None or not pack.cues.in_period.fullmatch(line.text[held.end : mark.start]):
        return found
    return [*found, held] if is_base(line, held, pack) else found


def of_event(event: Event) -> When:
    """The period that an event states."""
    figure = event.figure
    if figure is None:
        return When(None, None, None, None)
    return When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")


def whole_span(line: Line, figure: Event) -> When | None:
    """From the first to the last period that a sentence names before a mean over years; None for fewer than two."""
    named = [e.figure.period for e in line.of("PERIOD") if e.end <= figure.start and e.figure is not None]
    spans = sorted(p for p in named if p and "/" in p)
    if len(spans) < 2:
        return None
    days = f"{spans[0][:10]}/{max(p[11:] for p in spans)}"
    return When(days, "multi_year", None, None, "a mean over the years that the sentence names")


def earlier(period: str | None, basis: str | None) -> str | None:
    """The period that a comparison compares with: a year, a month or a quarter before; None when it is not known."""
    step = {"yoy": 12, "mom": 1, "qoq": 3}.get(basis or "")
    if step is None or period is None or "/" not in period:
        return None
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    if first == last and basis == "mom":
        month = first.year * 12 + first.month - 2
        return str(Period.month(month // 12, month % 12 + 1))
    if first.day != 1:
        return None
    length = _months(period)
    begin = first.year * 12 + first.month - 1 - step
    end = begin + length - 1
    return str(Period.months(begin // 12, begin % 12 + 1, end % 12 + 1, "unresolved", end_year=end // 12))


def window(end: str | None, duration: str | None) -> str | None:
    """The stretch of a rank's own window (`P3Y`: the last three years) that ends with a period; None when unknown."""
    found = re.fullmatch(r"P(\d+)([YQM])", duration or "")
    if found is None or end is None or "/" not in end:
        return None
    months = int(found[1]) * {"Y": 12, "Q": 3, "M": 1}[found[2]]
    last = date.fromisoformat(end.split("/")[1])
    month = last.year * 12 + last.month - months
    if found[2] == "Y":
        return f"{last.year - int(found[1]) + 1}-01-01/{end.split('/')[1]}"
    return f"{date(month // 12, month % 12 + 1, 1).isoformat()}/{end.split('/')[1]}"


def streak_unit(figure: Figure, kind: PeriodKind | None) -> str | None:
    """What a streak counts; "the second straight" counts periods of the kind that its sentence is about."""
    of_kind = {"calendar_year": "year", "fiscal_year": "year", "month": "month", "quarter": "quarter", "half": "half"}
    return figure.unit or of_kind.get(kind or "")


def streak_period(end: str | None, unit: str | None, length: int) -> str | None:
    """The whole span of a streak of `length` units that ends with the period `end`; None when it cannot be told."""
    if end is None or "/" not in end or length < 1:
        return None
    first, last = (date.fromisoformat(part) for part in end.split("/"))
    months = {"year": 12, "quarter": 3, "month": 1, "half": 6}.get(unit or "")
    if months is None:
        return None
    back = (length - 1) * months
    month = first.year * 12 + first.month - 1 - back
    try:
        begin = first.replace(year=month // 12, month=month % 12 + 1)
    except ValueError:
        return None
    return f"{begin.isoformat()}/{last.isoformat()}"
