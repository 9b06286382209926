"""The period that a sentence gives to a figure."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract import change, period_steps, when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event, Line
from extractor.extract.stepped import stepped
from extractor.languages import Pack

FIRMS = frozenset({"company", "maker"})


def named_for(passage: Passage, event: Event, row: Indicator | None) -> when.When | None:
    """The period that its sentence gives to a figure, by itself or in a list; None when it gives none."""
    own = _to_date(passage, passage.own.get(event.start) or _in_order(passage, event), row)
    return _reached(passage, event) or own or _of_term(passage, event, row)


def compared_beside(passage: Passage, event: Event) -> when.When | None:
    """The period right before a figure that is its level, though only to compare with; None for other figures."""
    periods = passage.line.ending(event.start - 1, event.start, "PERIOD")
    last = passage.line.last(event.start, "PERIOD")
    if last is not None and not periods and belongs(passage.line, last, event, passage.pack):
        periods = [last]
    near = [e for e in periods if e.start in passage.settled]
    if not near:
        return None
    based = change.is_base(passage.line, event, passage.pack)
    return passage.settled[near[-1].start] if based or _joined(passage.line, near[-1], event, passage.pack) else None


def _reached(passage: Passage, event: Event) -> when.When | None:
    """The period in which a rank was reached, right beside it: 過去最高を記録した前年, 前年の3位から."""
    if figure_of(event).kind != "rank" or passage.pack.joins_words:
        return None
    for mark in passage.line.of("PERIOD"):
        behind = passage.pack.cues.held_then.fullmatch(passage.line.text, event.end, mark.start)
        own = passage.pack.cues.own.fullmatch(passage.line.text, mark.end, event.start) is not None
        beside = mark.end <= event.start and (
            own or (mark.end == event.start and figure_of(mark).timex in change.STEPS)
        )
        if behind or beside:
            at = passage.counted.get(mark.start) or stepped(passage, mark)
            return at or (when.of_event(mark) if figure_of(mark).period_kind in when.SPANS else None)
    return None


def _of_term(passage: Passage, event: Event, row: Indicator | None) -> when.When | None:
    """The year last spoken of, for what a company states of its whole term: 通期の純利益は, 年間配当は."""
    begin = change.clause_start(passage.line, event, passage.pack)
    whole = passage.pack.cues.whole_term.search(passage.line.text, begin, event.start)
    known = passage.discourse.last_year
    return known if whole is not None and known is not None and row is not None and row.subject in FIRMS else None


def _to_date(passage: Passage, own: when.When | None, row: Indicator | None) -> when.When | None:
    """A flow counted up to a day is that of the year to it: investment pledged as of December 31."""
    if own is None or own.kind != "day" or row is None or not (row.trade or row.partnered) or row.daily:
        return own
    first = passage.line.sentence.start
    led = own.start is not None and passage.pack.cues.to_date.search(passage.line.text, first, own.start)
    if not led or not passage.pack.joins_words or own.period is None or own.period[:10] != own.period[-10:]:
        return own
    return own._replace(**period_steps.year_to(own.period[:10]), reason="what was counted up to a day")


def _in_order(passage: Passage, event: Event) -> when.When | None:
    """The period of a figure in a list that answers, one by one, to the figures of the sentence before."""
    figures = [e.start for e in passage.line.of("FIGURE")]
    listed = passage.line.of("RESPECTIVELY") and not passage.own and len(figures) == len(passage.discourse.spread)
    return passage.discourse.spread[figures.index(event.start)] if listed and len(figures) > 1 else None


def _joined(line: Line, period: Event, event: Event, pack: Pack) -> bool:
    """Whether words of direction join a figure to a period that is only compared with: 11月份的同比下降7.3%."""
    own = pack.cues.own.fullmatch(line.text, period.end, event.start)
    return own is not None and len(own.group()) > 1 and not pack.joins_words


def belongs(line: Line, period: Event, event: Event, pack: Pack) -> bool:
    """Whether a figure is its period's own: 3月的 | 0.3%, 上年同期 | 为亏损 | 1742亿日元."""
    ways = (pack.cues.own, pack.cues.own_is)
    return any(way.fullmatch(line.text, period.end, event.start) is not None for way in ways)
