"""The period of a level that a change starts out from."""

from __future__ import annotations

from extractor.extract import change, comparison, period_steps, when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.named_for import belongs
from extractor.extract.near import reach
from extractor.extract.when import YEARS
from extractor.languages import Pack


def of_base(passage: Passage, event: Event, at: when.When | None) -> when.When | None:
    """The period of a figure where it is a level that a change starts out from; `at` for one that is not."""
    line, pack = passage.line, passage.pack
    if not change.is_base(line, event, pack):
        return at
    unsettled = at is None or at.start not in passage.settled
    before = unsettled or _steps_back(line, event, pack) or _levels_own(passage, event)
    if before and not _revised(line, event, pack):
        return _of_start(passage, event, at)
    if _goes_to(passage, event) and not _has_own(passage, event):
        return _of_start(passage, event, at)
    if _several(passage, event):
        return when.When(None, "unresolved", None, None, "the base of one of several periods")
    return at


def _of_start(passage: Passage, event: Event, at: when.When | None) -> when.When | None:
    """The period of a level that a change starts from: named beside it, or the one before by the comparison."""
    named = change.base_period(passage.line, event) or change.held_against(passage.line, event)
    if named is not None and named.figure is not None:
        return when.When(named.figure.period, named.figure.period_kind, named.start, named.end)
    mine = passage.own.get(event.start)
    if mine is not None and mine.start is not None and 0 <= mine.start - event.end <= reach(passage.pack):
        return mine
    compare = comparison.compare_near(passage.line, figure_of(event))
    begin = max(passage.line.sentence.start, event.start - change.LEAD_UP)
    if passage.pack.cues.foreseen_before.search(passage.line.text, begin, event.start):
        return at
    step = compare.value if compare else None
    step = "yoy" if step == "qoq" and at is not None and at.kind in YEARS else step
    earlier = period_steps.earlier(at.period if at else None, step)
    reason = f"{compare.value}: before the period in force" if compare and earlier else "the base of a change"
    stepped = "month" if at is not None and at.kind == "day" else at.kind if at is not None else None
    return when.When(earlier, stepped if earlier else None, None, None, reason)


def _has_own(passage: Passage, base: Event) -> bool:
    """Whether a base has its period right before it, which is a period of its own: 由上年的19.9%回升到20.8%."""
    before = passage.line.last(base.start, "PERIOD")
    named = before is not None and passage.settled.get(before.start) is not None
    return named and before is not None and belongs(passage.line, before, base, passage.pack)


def _revised(line: Line, base: Event, pack: Pack) -> bool:
    """Whether a base is the forecast before this one, of the same period: 从1.9%上调至2.1%."""
    return pack.cues.revises.match(line.text, base.end) is not None


def _levels_own(passage: Passage, event: Event) -> bool:
    """Whether the period of a base is that of the level that it led to: 2.2% in June from 1.9%."""
    level, mine = passage.line.last(event.start, "FIGURE"), passage.own.get(event.start)
    if mine is None or level is None or mine.start is None or not passage.pack.joins_words:
        return False
    if kind_of(level) != kind_of(event) or kind_of(event) != "percent":
        return False
    theirs = passage.own.get(level.start)
    return theirs is not None and theirs.start == mine.start and mine.start < event.start


def _several(passage: Passage, event: Event) -> bool:
    """Whether a base has no period right behind it while the sentence speaks of several."""
    own = passage.own.get(event.start)
    if own is not None and own.start is not None and own.start >= event.end:
        return False
    if own is not None and own.end is not None and own.end == event.start - 1 and not passage.pack.joins_words:
        return False
    before = {passage.settled[e.start].period for e in passage.line.of("PERIOD") if e.start in passage.settled}
    named = {at.period for start, at in passage.own.items() if at.start in passage.settled}
    return len(before & named) > 1


def _goes_to(passage: Passage, event: Event) -> bool:
    """Whether a base without its own period stands right before the level that it came to: 3960億から2909億へ."""
    own = passage.own.get(event.start)
    beside = own is not None and own.end is not None and 0 <= event.start - own.end <= 2
    beside = beside or bool(passage.line.ending(event.start - 1, event.start, "PERIOD"))
    compared = comparison.compare_near(passage.line, figure_of(event)) is not None
    return compared and not beside and not passage.pack.joins_words and change.leads_to(passage.line, event)


def _steps_back(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a comparison stands right after a level: that of a period before (28.5 billion a year earlier)."""
    beside = bool(line.beginning(event.end, event.end + 1, "COMPARE"))
    return beside or change.compared_behind(line, event, pack)
