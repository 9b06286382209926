"""Which period a figure is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from extractor.domain import Figure, Period, dated
from extractor.domain.vocabulary import ChangeBasis, PeriodKind
from extractor.extract.change import CHANGES, MARKS, clause_start, is_base, period_behind
from extractor.extract.dealt import parts_of
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.roles import APART, BASE, REFERENCE, TIGHT, than
from extractor.languages import Pack

SPANS = frozenset({"calendar_year", "fiscal_year", "half", "quarter", "month", "ytd", "multi_year"})
MORE_THAN = 28
"""How far behind a figure the period stands that it is more or less than: 3.4% | more orders than in | May."""
OPENS = 8
"""How far into a paragraph the period begins that it opens with: In the (first half)."""
BLANK = re.compile("[ \u3000]")
"""What parts a headline where words are written together."""


class When(NamedTuple):
    """A period with its evidence: the event that states it, or why it is inferred."""

    period: str | None
    kind: PeriodKind | None
    start: int | None
    end: int | None
    reason: str = ""


def basis_between(base: str | None, reference: str | None) -> ChangeBasis | None:
    """The comparison that two periods make: a year apart, the month or the quarter before; None when unknown."""
    if not base or not reference or not dated(base) or not dated(reference):
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


def _as_month(period: str) -> str:
    """A month's last day as its month: reserves are counted at the end of it."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    month = Period.month(last.year, last.month)
    return str(month) if first == last == month.end else period


def _as_year(period: str) -> str:
    """A year's last day as its year."""
    return f"{period[:4]}-01-01/{period[-10:]}" if period[:10] == period[-10:] and period.endswith("-12-31") else period


def base_after(line: Line, figure: Event, roles: Mapping[int, str], pack: Pack) -> str | None:
    """The base period named right after a change ("up 1.8 points from April") or before it (较4月上升0.5个百分点)."""
    held = any(mark.match(line.text, figure.end) for mark in pack.cues.beyond.values())
    near = MORE_THAN if held else 12 if pack.joins_words else 8
    for event in line.of("PERIOD"):
        if event.figure is None or roles.get(event.start) != BASE:
            continue
        if figure.end <= event.start <= figure.end + near and not MARKS.search(line.text, figure.end, event.start):
            return event.figure.period
        own = pack.cues.own.fullmatch(line.text, event.end, figure.start) is not None
        if figure.start - event.end >= 0 and than(line, event) and not own and _same_clause(line, event, figure):
            return event.figure.period
        if event.end <= figure.start and _opens_compared(line, event):
            return event.figure.period
    return None


def _opens_compared(line: Line, event: Event) -> bool:
    """Whether a sentence opens with the period that all of it is compared with: Compared with June 2024, ..."""
    return any(
        e.value == "ahead" and e.start == line.sentence.start and 0 <= event.start - e.end <= 2
        for e in line.of("SINCE")
    )


def base_level(line: Line, figure: Event, pack: Pack) -> str | None:
    """The period of the level that a change starts out from: 4月の3.6％から0.1ポイント."""
    level = line.last(figure.start, "FIGURE")
    if level is None or not pack.cues.base_mark.match(line.text, level.end):
        return None
    own = next(iter(line.ending(level.start - 1, level.start, "PERIOD")), None)
    return own.figure.period if own is not None and own.figure is not None else None


def _same_clause(line: Line, event: Event, figure: Event) -> bool:
    """Nothing but words between a period and a later figure: no comma, no other figure."""
    others = any(event.end <= e.start and e.end <= figure.start for e in line.of("FIGURE"))
    return not others and not MARKS.search(line.text, event.end, figure.start)


def _months(period: str) -> int:
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return (last.year - first.year) * 12 + last.month - first.month + 1


def periods_for(line: Line, pack: Pack, roles: dict[int, str]) -> dict[int, When]:
    """For each figure of the sentence (by its start), the reference period that its own sentence gives it."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE and not _gloss(line, e, pack)]
    if not marks:
        return {}
    bases = {m.start: _bases_of(line, m, pack) for m in marks}
    known = {m.start: _known_of(line, m, pack) for m in marks}
    chosen: dict[int, Event | None] = {}
    for event in line.of("FIGURE"):
        mine = [m for m in marks if not known[m.start] or event in known[m.start]]
        chosen[event.start] = _chosen(line, event, mine, bases, pack)
    chosen.update(_dealt(line, marks, pack))
    return {start: of_event(mark) for start, mark in chosen.items() if mark is not None}


def _dealt(line: Line, marks: list[Event], pack: Pack) -> dict[int, Event]:
    """Periods that a list deals out to as many figures of one kind: 2025年和2026年将分别增长3.0%和3.1%."""
    for word in line.of("RESPECTIVELY"):
        before = [m for m in marks if m.end <= word.start]
        run = before[-1:]
        for mark in reversed(before[:-1]):
            if not pack.cues.list_join.fullmatch(line.text, mark.end, run[0].start):
                break
            run.insert(0, mark)
        parts = parts_of(line, run[0], word, pack) if len(run) == 1 else {}
        if parts:
            return parts
        figures = [e for e in line.of("FIGURE") if e.start >= word.end][: len(run)]
        if 1 < len(run) == len(figures) and len({kind_of(e) for e in figures}) == 1:
            return {e.start: mark for e, mark in zip(figures, run, strict=True)}
    return {}


def _gloss(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period in brackets only says which one the period before it is: 2024财年（截至2025年3月）."""
    before = line.last(event.start, "PERIOD")
    return before is not None and pack.cues.year_to.fullmatch(line.text, before.end, event.start) is not None


def spoken_of(line: Line, roles: Mapping[int, str], pack: Pack) -> When | None:
    """The reference period of a sentence that has no other figure; None when it names none."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE and not _gloss(line, e, pack)]
    return of_event(marks[-1]) if marks and not line.of("FIGURE") else None


def opens(line: Line, roles: Mapping[int, str], pack: Pack) -> When | None:
    """The span that a paragraph opens with (前7个月，..., In the first half, ...); None without a comma after it."""
    start = line.sentence.start
    if start and line.text[start - 1] != "\n":
        return None
    first = next(iter(line.of("PERIOD")), None)
    if first is None or first.start - start > OPENS or roles.get(first.start) != REFERENCE or first.figure is None:
        return None
    if pack.cues.alone_lead.search(line.text, start, first.start) or pack.cues.alone_mark.match(line.text, first.end):
        return None
    comma = line.text[first.end : first.end + 2].lstrip()[:1] in {",", "，", "、"}
    return of_event(first) if comma and first.figure.period_kind in SPANS and line.of("FIGURE") else None


def of_days(figure: Figure) -> bool:
    """Whether a period is a stretch of days, which is measured as a month is: the first 20 days of November."""
    return (
        figure.period_kind == "day"
        and bool(figure.period)
        and (figure.period or "")[:10] != (figure.period or "")[-10:]
    )


def reach(pack: Pack) -> int:
    """How close behind a figure its own period stands."""
    return APART if pack.joins_words else TIGHT


def _chosen(
    line: Line, figure: Event, marks: list[Event], bases: Mapping[int, list[Event]], pack: Pack
) -> Event | None:
    """The period of a figure among those that the sentence names; none when all belong to other figures, `bases` of
    change."""
    marks = [m for m in marks if m.end <= figure.start or m.figure is None or m.figure.timex not in TERMS_BEFORE]
    behind = period_behind(line, figure, pack)
    if behind is not None and behind in marks:
        return behind
    free = [m for m in marks if all(base is figure for base in bases[m.start])]
    beside = [m for m in free if pack.cues.own.fullmatch(line.text, m.end, figure.start)]
    if beside and not pack.joins_words:
        return beside[-1]
    free = [m for m in free if figure.end > m.start or not _of_other(line, m, figure, pack)]
    tight = [m for m in free if figure.end <= m.start <= figure.end + reach(pack)]
    tight = [m for m in tight if not _in_anothers_brackets(line, figure, m)]
    if pack.cues.base_mark.match(line.text, figure.end):
        tight = []
    if tight and not pack.joins_words and BLANK.search(line.text, figure.end, tight[0].start):
        tight = []
    if tight and not pack.cues.clause_break.search(line.text, figure.end, tight[0].start):
        return tight[0]
    begin = clause_start(line, figure, pack)
    before = [m for m in free if m.end <= figure.start]
    before = [m for m in before if not _in_closed_brackets(line, m, figure)] or before
    before = [m for m in before if not _described(line, m, figure, pack)]
    if not pack.joins_words:
        before = [m for m in before if not _anothers(line, m, figure, pack)] or before
    same = [m for m in before if m.start >= begin]
    if same:
        return same[-1]
    stop = pack.cues.clause_break.search(line.text, figure.end, line.sentence.end)
    end = stop.start() if stop else line.sentence.end
    after = [m for m in free if figure.end <= m.start < end]
    if after:
        return after[0]
    free = [m for m in free if m.end > figure.start or not _described(line, m, figure, pack)]
    ahead = [m for m in free if m.end <= figure.start or not _later(line, m, figure, pack)]
    return before[-1] if before else ahead[0] if ahead else None


def _later(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period behind a figure belongs to what comes after it: to a forecast, to a figure right behind it."""
    if pack.joins_words:
        return any(figure.end <= e.start < mark.start for e in line.of("FORECAST"))
    return _anothers(line, mark, figure, pack)


def _of_other(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """A period behind a figure that is not its own: of a goal (the 2025 target), of an amount in brackets (217.7
    billion in 2023), of what the figure is more or less than (smaller than the 98.9 billion of 2023)."""
    if pack.cues.goal_mark.match(line.text, mark.end):
        return True
    between = line.text[figure.end : mark.start]
    figures = any(figure.end <= e.start and e.end <= mark.start for e in line.of("FIGURE"))
    if figures and between.count("(") > between.count(")"):
        return True
    if figures and pack.cues.aside.search(between):
        return True
    return figures and kind_of(figure) in CHANGES and any(b.match(between) for b in pack.cues.beyond.values())


TERMS_BEFORE = frozenset({"PREV", "BEFORE:T"})
"""The business term before: never that of a figure which stands before it."""


def _in_closed_brackets(line: Line, mark: Event, figure: Event) -> bool:
    """Whether a period stands in brackets that close before the figure: 2023年の投資（12月20日時点）は."""
    before = line.text[max(line.sentence.start, mark.start - 24) : mark.start]
    after = line.text[mark.end : min(figure.start, mark.end + 24)]
    opened = max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
    return opened and bool(set("）)") & set(after))


def describes(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure stands in a clause that only describes what the next one is of."""
    return pack.cues.describing.match(line.text, figure.end) is not None and line.next(figure.end, "FIGURE") is not None


def _described(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period belongs to a clause that describes what the figure is of, with a figure of its own:
    22年度に17兆円まで膨らんだ赤字は3兆円."""
    own = line.next(mark.end, "FIGURE")
    if own is None or own.end > figure.start or any(c in "、，" for c in line.text[mark.end : own.start]):
        return False
    found = pack.cues.describing.match(line.text, own.end, figure.start)
    return found is not None and not any(own.end < e.start < found.end() for e in line.of("FIGURE"))


def _in_anothers_brackets(line: Line, figure: Event, mark: Event) -> bool:
    """Whether brackets open between a figure and a period whose own figure they hold: 187億ドル（前の期は16億ドル）."""
    opened = any(c in "（(" for c in line.text[figure.end : mark.start])
    own = line.next(mark.end, "FIGURE")
    return opened and own is not None and not any(c in "）)" for c in line.text[mark.end : own.start])


def _anothers(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period is the own one of another figure: 高于5月的3.4%."""
    return any(e is not figure and pack.cues.own.fullmatch(line.text, mark.end, e.start) for e in line.of("FIGURE"))


def _bases_of(line: Line, mark: Event, pack: Pack) -> list[Event]:
    """The levels that a change starts out from, right behind their period (前年の9兆円から44.0％縮小) or before it."""
    after = next(iter(line.beginning(mark.end, mark.end + 1, "FIGURE")), None)
    found = [after] if after is not None and pack.cues.base_mark.match(line.text, after.end) else []
    dated = line.next(mark.end, "FIGURE")
    if not found and dated is not None and pack.cues.dated_level.fullmatch(line.text, mark.end, dated.start):
        found = [dated] if is_base(line, dated, pack) else []
    held = line.last(mark.start, "FIGURE")
    if held is not None and period_behind(line, held, pack) is mark:
        return [*found, held]
    if held is None or not pack.cues.in_period.fullmatch(line.text[held.end : mark.start]):
        return found
    return [*found, held] if is_base(line, held, pack) else found


def _known_of(line: Line, mark: Event, pack: Pack) -> list[Event]:
    """The figures that a period is of alone: those of its own aside (the deficit, which had been 264.9 billion in 2022,
    shrank to ...), or the known level that a period is of, and no other figure's: smaller than | the 28.4 billion
    recorded in | 2023;
    with it the rank right before it (the record 98.9 billion)."""
    for start, end in asides(line, pack):
        if start <= mark.start < end:
            return [e for e in line.of("FIGURE") if start <= e.start < end]
    level = line.last(mark.start, "FIGURE")
    if level is None or kind_of(level) in {"rank", "streak"}:
        return []
    ranks = [e for e in line.ending(level.start - 1, level.start, "FIGURE") if kind_of(e) == "rank"]
    start = ranks[0].start if ranks else level.start
    led = pack.cues.known_level.search(line.text, max(line.sentence.start, start - LED), start)
    return [*ranks, level] if led and pack.cues.level_in.fullmatch(line.text, level.end, mark.start) else []


def of_known(line: Line, figure: Event, at: When, pack: Pack) -> bool:
    """Whether a period is that of a known level, which another is only held against."""
    mark = next((e for e in line.of("PERIOD") if e.start == at.start), None)
    return mark is not None and figure in _known_of(line, mark, pack) and len(line.of("FIGURE")) > 1


def asides(line: Line, pack: Pack) -> list[tuple[int, int]]:
    """The clauses between commas that only describe: , which had been 264.9 billion in 2022,"""
    found: list[tuple[int, int]] | None = line.answers.get(asides)
    if found is None:
        spans = pack.cues.aside_clause.finditer(line.text, line.sentence.start, line.sentence.end)
        found = line.answers[asides] = [span.span() for span in spans]
    return found


LED = 24
"""How far before a level the words begin that make it a known one."""


def of_event(event: Event) -> When:
    """The period that an event states."""
    figure = event.figure
    if figure is None:
        return When(None, None, None, None)
    return When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")


def whole_span(line: Line, figure: Event) -> When | None:
    """From the first to the last period that a sentence names before a mean over years; None for fewer than two."""
    named = [e.figure.period for e in line.of("PERIOD") if e.end <= figure.start and e.figure is not None]
    spans = sorted(p for p in named if dated(p))
    if len(spans) < 2:
        return None
    days = f"{spans[0][:10]}/{max(p[11:] for p in spans)}"
    return When(days, "multi_year", None, None, "a mean over the years that the sentence names")


def earlier(period: str | None, basis: str | None) -> str | None:
    """The period that a comparison compares with: a year, a month or a quarter before; None when it is not known."""
    step = {"yoy": 12, "mom": 1, "qoq": 3}.get(basis or "")
    if step is None or not dated(period):
        return None
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    if first == last and basis == "yoy" and (first.month, first.day) != (2, 29):
        return str(Period.day(first.replace(year=first.year - 1)))
    if first == last and basis == "mom":
        month = first.year * 12 + first.month - 2
        return str(Period.month(month // 12, month % 12 + 1))
    if first.day != 1:
        return None
    length = _months(period)
    begin = first.year * 12 + first.month - 1 - step
    end = begin + length - 1
    return str(Period.months(begin // 12, begin % 12 + 1, end % 12 + 1, "unresolved", end_year=end // 12))


def _days(at: When | None) -> tuple[str, str] | None:
    """The first and the last day of a period; None when they are not known."""
    if at is None or not dated(at.period):
        return None
    first, last = at.period.split("/")
    return first, last


def before(at: When, main: When) -> bool:
    """Whether a period was over, and had begun a year or more, before another began."""
    earlier_days, days = _days(at), _days(main)
    if earlier_days is None or days is None:
        return False
    year_before = f"{int(days[0][:4]) - 1}{days[0][4:]}"
    return earlier_days[1] < days[0] and earlier_days[0] <= year_before


def within(at: When, main: When | None) -> bool:
    """Whether a period is a part of a longer one."""
    part, whole = _days(at), _days(main)
    return part is not None and whole is not None and part != whole and whole[0] <= part[0] and part[1] <= whole[1]


def in_year(period: str, year: int) -> str | None:
    """The same months of another year; None for what is no whole months."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    if first.day != 1:
        return None
    return str(Period.months(year, first.month, last.month, "unresolved", end_year=year + last.year - first.year))


def is_year_to(period: str, kind: PeriodKind | None) -> bool:
    """Whether a period is the twelve months to some month, and no calendar or fiscal year by name."""
    return dated(period) and kind not in {"calendar_year"} and _months(period) == 12 and period[5:7] not in {"01", "04"}


def year_to(day: str) -> dict[str, Any]:
    """The days of the year up to one of them, and of what kind they are."""
    whole = day.endswith("-12-31")
    return {"period": f"{day[:4]}-01-01/{day}", "kind": "calendar_year" if whole else "ytd"}


def last_month(period: str) -> str:
    """The last month of a period."""
    last = date.fromisoformat(period[-10:])
    return str(Period.month(last.year, last.month))


def window(end: str | None, duration: str | None) -> str | None:
    """The stretch of a rank's own window (`P3Y`: the last three years) that ends with a period; None when unknown."""
    found = re.fullmatch(r"P(\d+)([YQM])", duration or "")
    if found is None or not dated(end):
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
    if figure.note == TERMS and kind == "month":
        return "quarter"
    return figure.unit or of_kind.get(kind or "")


TERMS = "business terms: years, halves or quarters"
"""The note of a streak of business terms (2期ぶり): no months."""


def streak_period(end: str | None, unit: str | None, length: int) -> str | None:
    """The whole span of a streak of `length` units that ends with the period `end`; None when it cannot be told."""
    if not dated(end) or length < 1:
        return None
    end = _as_year(end) if unit == "year" else _as_month(end) if unit == "month" else end
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
