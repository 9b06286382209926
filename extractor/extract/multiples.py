"""The level that a figure is a multiple of."""

from __future__ import annotations

from extractor.extract import only_compared
from extractor.extract import roles as period_roles
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event, kind_of

RECORDED = 16
"""How far behind a level its period stands, with a word between: the 14.55 million TEUs | recorded in | 2004."""


def multiple_of(passage: Passage, event: Event) -> str | None:
    """The period of the level that a figure is a multiple of: 2022年的 | 6.5倍, 3.5 times | the 14.55 of 2004."""
    if kind_of(event) == "multiple" and passage.pack.joins_words:
        level = passage.line.next(event.end, "FIGURE")
        after = passage.line.next(level.end, "PERIOD") if level is not None else None
        near = level is not None and passage.line.text[event.end : level.start] in {" the ", " its ", " that of "}
        close = after is not None and level is not None and after.start - level.end <= RECORDED
        return figure_of(after).period if near and close and after is not None else None
    before = passage.line.last(event.start, "PERIOD")
    if before is None or passage.roles.get(before.start) != period_roles.BASE or before.start not in passage.settled:
        return None
    joined = only_compared.OF_LEVEL.fullmatch(passage.line.text, before.end, event.start)
    return passage.settled[before.start].period if joined is not None else None
