"""Whether a figure rose or fell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from extractor.catalogue import Catalogue, Indicator
from extractor.domain.vocabulary import Direction
from extractor.extract import change, directions, period_base, surveys
from extractor.extract.against import against
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, value
from extractor.extract.growth import beside_comparison, grew_by_name, moves
from extractor.extract.multiples import multiple_of
from extractor.extract.polls import polled
from extractor.extract.standing import foretold
from extractor.extract.state import Assigned
from extractor.extract.subjects import CURRENCY
from extractor.languages import Pack

OPPOSITE: Mapping[Direction, Direction] = {"up": "down", "down": "up"}
"""A currency that rises lowers its rate, as a rate is written: yen per dollar."""
ECONOMY = "gdp"
OF_CURRENCY = 8
"""How far, in characters, the verb stands behind the currency that it is said of."""


def direction_of(passage: Passage, assigned: Assigned, slots: Mapping[str, Slot], row: Indicator | None) -> Direction:
    """Where a figure went, by the words beside it, by its kind or by what it measures."""
    line, pack, event = passage.line, passage.pack, assigned.event
    figure = figure_of(event)
    direction = _by_words(passage, assigned, value(slots, "indicator"), row)
    if direction == "none" and figure.kind == "multiple" and not assigned.share and figure.value is not None:
        direction = _of_multiple(passage, event, figure.value)
    if row is not None and figure.kind == "percent" and not assigned.share:
        unsaid = direction == "none"
        growth = _grows(passage, assigned, row) if unsaid else row.growth and _of_pace(line, event, pack)
        direction = _by_sign(figure.value) if growth else direction
    if row is not None and row.inverse and _judged(line, event, pack):
        direction = OPPOSITE.get(direction, direction)
    if figure.kind == "rate" and _of_quoted(line, event, passage.reader.catalogue):
        direction = OPPOSITE.get(direction, direction)
    moving = slots.get("indicator")
    if moving is not None and moving.reason == CURRENCY and not line.of("FXMOVE"):
        direction = OPPOSITE.get(direction, direction)
    return direction


def _by_words(passage: Passage, assigned: Assigned, indicator: str | None, row: Indicator | None) -> Direction:
    """Where the words of direction say that a figure went, or those of the figure before it in a list."""
    line, pack, event = passage.line, passage.pack, assigned.event
    based = change.is_base(line, event, pack)
    direction = directions.direction(line, event, pack, assigned.since)
    if indicator == surveys.SURVEY and not _beside_move(line, event, pack):
        direction = "none"
    level = row is not None and row.rate and not pack.joins_words and change.is_rate(event)
    if direction == "none" and not level and not based and not polled(line, event, pack):
        direction = directions.like_last(line, event, passage.last, pack)
    if direction == "none":
        direction = directions.by_name(line, event, pack, assigned.since)
    return against(line, event, pack) if direction == "none" and not based else direction


def _of_multiple(passage: Passage, event: Event, times: Decimal) -> Direction:
    """Where a level went that is a multiple of another: more than once is up."""
    line, cues, end = passage.line, passage.pack.cues, figure_of(event).end
    if cues.multiplied.match(line.text, end) or multiple_of(passage, event) is not None:
        return "up" if times > 1 else "down"
    if not passage.pack.joins_words or cues.times_of.match(line.text, end) is None:
        return "none"
    following = line.next(end, "FIGURE")
    beside = following is not None and following.start - end <= change.NEAR
    based = beside or period_base.base_after(line, event, passage.roles, passage.pack) is not None
    return ("up" if times > 1 else "down") if based else "none"


def _by_sign(grown: Decimal | None) -> Direction:
    """Where a rate of growth says that something went."""
    return "up" if grown is None or grown > 0 else "down" if grown else "flat"


def _grows(passage: Passage, assigned: Assigned, row: Indicator) -> bool:
    """Whether a percentage is growth without a word that says so: inflation of 2.5%; what a rate of growth
    quickened or slowed from ("grew 3.0%, quickening from 2.7%"), but for what a forecast was before."""
    event = assigned.event
    foreseen = change.is_base(passage.line, event, passage.pack) and (foretold(passage.line, event, passage.pack))
    if foreseen:
        return False
    if (
        not row.rate
        and not moves(passage.line, event)
        and (beside_comparison(passage.line, event) or grew_by_name(passage.line, event, passage.pack))
    ):
        return True
    if row.code == ECONOMY and not passage.pack.joins_words:
        return True
    if not change.is_base(passage.line, assigned.event, passage.pack):
        return row.growth
    last = passage.last[0].figure if passage.last is not None and passage.last[1] == "up" else None
    return not row.rate and (row.growth or (last is not None and last.kind == "percent"))


def _of_pace(line: Line, event: Event, pack: Pack) -> bool:
    """Whether the next word of direction says how the pace changed: 成長率は5.05％と、前年の8.02％から鈍化した."""
    if any(item.cls == "MOVE" for item in event.inner) or moves(line, event):
        return False
    after = line.next(event.end, "MOVE")
    return after is not None and pack.cues.pace.match(line.text, after.start) is not None


def _judged(line: Line, event: Event, pack: Pack) -> bool:
    """Whether the word that moves a figure says better or worse, not more or less: 失業率は0.2ポイント悪化した."""
    near = [
        e for e in line.of("MOVE") if abs(e.start - event.end) <= change.NEAR or abs(event.start - e.end) <= change.NEAR
    ]
    return bool(near) and all(pack.cues.judged.fullmatch(line.text[e.start : e.end]) for e in near)


def _beside_move(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a word of direction stands right beside a figure: what answers speak of is no change."""
    if not pack.joins_words or figure_of(event).kind != "percent":
        return True
    before = line.ending(event.start - 4, event.start, "MOVE")
    return bool(before or line.beginning(event.end, event.end + 2, "MOVE"))


def _of_quoted(line: Line, event: Event, catalogue: Catalogue) -> bool:
    """Whether the verb of a rate is said of the currency that it is quoted in: 日元汇率跌至1美元兑161日元."""
    figure = event.figure
    moves = line.ending(line.sentence.start, event.start, "MOVE")
    if figure is None or not moves or figure.direction is not None:
        return False
    row = catalogue.currencies.get((figure.unit or "").partition("/")[0])
    subject = line.last(moves[-1].start, "CUR", "INDICATOR", "FIGURE")
    if row is None or subject is None or subject.cls == "FIGURE" or moves[-1].start - subject.end > OF_CURRENCY:
        return False
    words = subject.item.text if subject.item is not None else ""
    names = [name for group in row.names.values() for name in group]
    return any(words.startswith(name) for name in names if len(name) > 1) and "对" not in words and "兑" not in words
