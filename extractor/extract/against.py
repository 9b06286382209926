"""Which way a level has gone, by the level or the period that its sentence holds it against."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from extractor.domain.vocabulary import Direction
from extractor.extract.change import CHANGES, is_base, way_of
from extractor.extract.events import Event, Line
from extractor.languages import Pack

NEAR = 48
"""How far apart, in characters, a level and its base stand at most."""
BETWEEN = frozenset(
    {"PREP", "POSTP", "PERIOD", "COMPARE", "THAN", "MOVE", "FXMOVE", "SINCE", "TRAP", "NUM", "COMMODITY", "UNIT"}
)
BESIDE = frozenset({"PREP", "THAN", "COMPARE", "PERIOD", "SINCE"})


def against(line: Line, figure: Event, pack: Pack) -> Direction:
    """Up or down from the base beside it (from 0.1% to 0.25%; 1.15で、23年の1.20を下回った), else by the verb that
    follows a comparison without a figure: 1293.2亿美元，与上年基本持平."""
    if figure.figure is None or figure.figure.kind in {"rank", "streak", "period", "points", "multiple"}:
        return "none"
    level = _value(figure)
    before = line.ending(figure.start - NEAR, figure.start, "FIGURE")
    after = line.beginning(figure.end, figure.end + NEAR, "FIGURE")
    for base in (*before, *after):
        if base.figure is None or base.figure.kind != figure.figure.kind or level is None:
            continue
        from_ = _value(base)
        if from_ is None or base.figure.unit != figure.figure.unit or not is_base(line, base, pack):
            continue
        left, right = (base, figure) if base.start < figure.start else (figure, base)
        if _led_over(line, left, right):
            return "up" if level > from_ else "down" if level < from_ else "flat"
    return _held(line, figure)


def _led_over(line: Line, left: Event, right: Event) -> bool:
    """Whether nothing but words of comparison, direction and time stand between two figures."""
    return {e.cls for e in takewhile(lambda e: e.end <= right.start, line.after(left.end))} <= BETWEEN


def _held(line: Line, figure: Event) -> Direction:
    """The verb after a comparison that follows a level: 比上年同月的3.5万亿日元明显缩小, 与上年基本持平."""
    if figure.figure is None or figure.figure.kind in CHANGES:
        return "none"
    seen = False
    for event in line.after(figure.end):
        if event.cls == "MOVE":
            return way_of(event.value) if seen else "none"
        if event.cls in BESIDE:
            seen = True
        elif event.cls != "FIGURE" or not seen:
            return "none"
        if event.start - figure.end > NEAR:
            return "none"
    return "none"


def _value(event: Event) -> Decimal | None:
    figure = event.figure
    if figure is None:
        return None
    if figure.value is not None:
        return figure.value
    return (figure.low + figure.high) / 2 if figure.low is not None and figure.high is not None else None
