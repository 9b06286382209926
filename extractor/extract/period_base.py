"""The period named beside a change that it starts out from."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.extract.change import MARKS
from extractor.extract.events import Event, Line
from extractor.extract.only_compared import than
from extractor.extract.roles import BASE
from extractor.languages import Pack

MORE_THAN = 28
"""How far behind a figure the period stands that it is more or less than: 3.4% | more orders than in | May."""


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
