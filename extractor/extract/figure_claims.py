"""The claim of a figure that is no period."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.domain import Claim, Figure
from extractor.domain.vocabulary import How
from extractor.extract import change, directions, ranks, when
from extractor.extract.build import Change, build, figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event
from extractor.extract.figure_basis import basis_of
from extractor.extract.figure_direction import direction_of
from extractor.extract.foreseen import foreseen
from extractor.extract.frame import Slot, value
from extractor.extract.growth import of_index
from extractor.extract.period_in_force import in_force
from extractor.extract.period_steps import is_year_to, last_month, streak_period, streak_unit, window
from extractor.extract.starting_level import of_base
from extractor.extract.state import Assigned
from extractor.extract.stepped import stepped
from extractor.languages import Pack


def figure_claim(passage: Passage, assigned: Assigned) -> Claim:
    """The claim of a figure that is no period."""
    line, event, slots = passage.line, assigned.event, dict(assigned.frame)
    figure = figure_of(event)
    row = passage.reader.catalogue.indicators.get(value(slots, "indicator") or "")
    at = _period_of(passage, event, row)
    moved = (
        Change(directions.led_to(line, event), "share")
        if assigned.share
        else _change(passage, assigned, at, slots, row)
    )
    if at is not None:
        how: How = "inferred" if at.reason else "stated" if figure.start in passage.own else "inherited"
        slots["period"] = Slot(at.period, how, at.reason, at.start, at.end)
    if figure.kind in change.CHANGES or passage.last is None or (row is not None and row.rate):
        passage.last = (event, moved.direction)
    shown = when.When(_whole_of(passage, figure, at), at.kind if at is not None else None, None, None)
    read = of_index(line, event, row, passage.pack)
    return build(passage.reader, line, read, slots, passage.discourse, moved, shown)


def _period_of(passage: Passage, event: Event, row: Indicator | None) -> when.When | None:
    """The period of a figure: of the words right behind it, of the base of a change, or the one in force."""
    at = in_force(passage, event, row)
    behind = change.period_behind(passage.line, event, passage.pack)
    if behind is not None:
        at = passage.counted.get(behind.start) or stepped(passage, behind) or when.of_event(behind)
    else:
        at = of_base(passage, event, at)
    if row is not None and row.growth:
        at = _of_last_month(event, at, passage.pack)
    return foreseen(passage, event, row, at)


def _change(
    passage: Passage, assigned: Assigned, at: when.When | None, slots: dict[str, Slot], row: Indicator | None
) -> Change:
    """Direction and comparison of a figure; the comparison's evidence goes to the slots."""
    direction = direction_of(passage, assigned, slots, row)
    return Change(direction, basis_of(passage, assigned, at, slots, row, moved=direction != "none"))


def _whole_of(passage: Passage, figure: Figure, at: when.When | None) -> str | None:
    """The days of a figure: those of all that a streak counts, and of a rank all that it is the first of."""
    period = at.period if at is not None else None
    if figure.kind == "streak" and figure.value is not None:
        unit = streak_unit(figure, at.kind if at is not None else None)
        return streak_period(period, unit, int(figure.value)) or period
    if figure.kind == "rank":
        base = ranks.since_base(passage.line, passage.roles, period, figure.start, passage.pack.joins_words)
        return base or window(period, figure.timex) or period
    return period


def _of_last_month(event: Event, at: when.When | None, pack: Pack) -> when.When | None:
    """A rate of growth over the twelve months to July is July's, a year on."""
    months = at is not None and at.period is not None and is_year_to(at.period, at.kind)
    if at is None or not months or figure_of(event).kind != "percent" or not pack.joins_words:
        return at
    return at._replace(period=last_month(at.period or ""), kind="month", reason="the rate of its last month")
