"""What a list deals out, where words are written together: member by member, figure by figure, month by month."""

from __future__ import annotations

import re
from datetime import date

from extractor.domain import Period, dated
from extractor.domain.vocabulary import PeriodKind
from extractor.extract.change import AMOUNTS, clause_start
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, stated, value
from extractor.languages import Pack

ELEMENTS = frozenset({"COMMODITY", "PLACE"})


def by_elements(line: Line, mark: Event, pack: Pack) -> dict[int, Frame]:
    """A list of which the catalogue does not know every member: 巧克力和咖啡豆价格分别上涨51%和44.4%.

    The members that it knows have their figure; the others' figures are of nothing known.
    """
    breaks = [n for n in line.ends(pack.cues.clause_break) if n <= mark.start]
    begin = max(
        [breaks[-1] if breaks else line.sentence.start, *(e.end for e in line.of("PERIOD") if e.end <= mark.start)]
    )
    joins = list(pack.cues.list_join.finditer(line.text, begin, mark.start))
    edges = [begin, *(n for j in joins for n in j.span()), mark.start]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    run = _listed(line, mark, pack)
    known = [e for e in line.of(*ELEMENTS) if begin <= e.start and e.end <= mark.start]
    if len(spans) < 2 or len(run) != len(spans) or not known or len({e.cls for e in known}) > 1:
        return {}
    names = [next((e for e in known if first <= e.start and e.end <= last), None) for first, last in spans]
    if None not in names:
        return {}
    slot = "commodity" if known[0].cls == "COMMODITY" else "partner" if line.of("PREP") else "reporter"
    why = "in the order of the list"
    unknown = "a member of the list that the catalogue does not know"
    return {
        e.start: {
            slot: stated(name.value, name.start, name.end, why) if name else stated(None, begin, mark.start, unknown)
        }
        for chosen in (run, _listed(line, run[-1], pack))
        if len(chosen) == len(names)
        for e, name in zip(chosen, names, strict=True)
    }


def _listed(line: Line, after: Event, pack: Pack) -> list[Event]:
    """The next figures of one kind that nothing but commas and "and" join."""
    run: list[Event] = []
    for event in line.of("FIGURE"):
        if event.start < after.end:
            continue
        if run and (kind_of(event) != kind_of(run[0]) or not _joined(line, run[-1], event, pack)):
            break
        run.append(event)
    return run


def _joined(line: Line, one: Event, two: Event, pack: Pack) -> bool:
    """Whether only "and" stands between two figures, or a word of direction with it: 10.2%、8.5%和下降12.1%."""
    moves = [e for e in line.of("MOVE") if one.end <= e.start and e.end <= two.start]
    end = moves[0].start if moves and moves[0].end >= two.start - 1 else two.start
    return pack.cues.list_join.fullmatch(line.text, one.end, end) is not None


def parallel(line: Line, event: Event, taken: list[tuple[Event, Frame]], pack: Pack) -> Frame | None:
    """The frame of the figure that one of a list goes with: 出口5.89万亿元、进口3.22万亿元，同比分别增长8.0%和13.2%."""
    mark = line.last(event.start, "RESPECTIVELY")
    run = _listed(line, mark, pack) if mark is not None else []
    if mark is None or len(run) < 2 or event not in run:
        return None
    before = [pair for pair in taken if pair[0].end <= mark.start][-len(run) :]
    kinds = {kind_of(e) for e, _ in before}
    if len(before) != len(run) or (len(kinds) > 1 and not kinds <= AMOUNTS):
        return None
    if PARTED.search(line.text, before[0][0].end, before[-1][0].start):
        return None
    if kind_of(before[0][0]) == kind_of(event):
        return None
    frames = [frame for _, frame in before]
    apart = any(value(frames[0], name) != value(frames[1], name) for name in DEALT)
    return frames[run.index(event)] if apart else None


def former(line: Line, event: Event, taken: list[tuple[Event, Frame]], pack: Pack) -> Frame | None:
    """The frame of the first or the second of two that the sentence listed: 前者增长4.3%，后者下降13.5%."""
    begin = clause_start(line, event, pack)
    which = pack.cues.former.search(line.text, begin, event.start)
    if which is None or len(taken) < 2:
        return None
    between = {e.cls for e in line.events if which.end() <= e.start and e.end <= event.start}
    if not between <= {"MOVE", "COMPARE", "TRAP", "BOTH"}:
        return None
    listed = [pair for pair in taken if pair[0].end <= begin and kind_of(pair[0]) in {"money", "count", "quantity"}][
        -2:
    ]
    if len(listed) < 2:
        return None
    return listed[0][1] if which.lastgroup == "first" else listed[1][1]


PARTED = re.compile("[;；]")
DEALT = ("indicator", "flow", "partner", "commodity", "reporter", "entity")


def parts_of(line: Line, span: Event, word: Event, pack: Pack) -> dict[int, Event]:
    """The months or quarters of a span, one for each figure of a list: 一季度至四季度分别为9.72万亿元、……."""
    figures: list[Event] = []
    for event in line.of("FIGURE"):
        joined = not figures or pack.cues.list_join.fullmatch(line.text, figures[-1].end, event.start)
        if event.start >= word.end and joined and (not figures or kind_of(event) == kind_of(figures[0])):
            figures.append(event)
    period = span.figure.period if span.figure is not None else None
    if span.figure is None or not dated(period) or len(figures) < 2 or word.start - span.end > 1:
        return {}
    first, end = (date.fromisoformat(day) for day in period.split("/"))
    months = (end.year - first.year) * 12 + end.month - first.month + 1
    each = months // len(figures)
    if each not in {1, 3} or each * len(figures) != months or first.day != 1:
        return {}
    found: dict[int, Event] = {}
    for n, event in enumerate(figures):
        begin = first.month - 1 + n * each
        kind: PeriodKind = "quarter" if each == 3 else "month"
        last = begin + each - 1
        year, later = first.year + begin // 12, first.year + last // 12
        part = Period.months(year, begin % 12 + 1, last % 12 + 1, kind, end_year=later)
        found[event.start] = span._replace(figure=span.figure.changed({"period": str(part), "period_kind": kind}))
    return found
