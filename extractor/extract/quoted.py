"""The day of what is quoted day by day: a rate, a price, an index."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract import change, when
from extractor.extract import roles as period_roles
from extractor.extract.context import Passage
from extractor.extract.events import Event, Line
from extractor.extract.near import reach
from extractor.languages import Pack

EXCHANGE = "exchange_rate"
UNDATED = frozenset({"export_control_list_size", "tariff_rate"})
"""Counts of a list as it stands: no period but a stated one."""


def quoted(passage: Passage, event: Event, row: Indicator | None, own: when.When | None) -> when.When | None:
    """The day of a figure that is quoted daily: beside it, or the one last named; None for what is not, or no day's."""
    line, discourse, joins = passage.line, passage.discourse, passage.pack.joins_words
    if row is None:
        return None
    if row.daily and row.code not in UNDATED:
        near = _nearest(passage, event, own)
        if near is not None and (own is None or own.kind != "day"):
            return when.of_event(near)
        day = (None if row.rate else discourse.day) or (discourse.named_day if row.rate or not joins else None)
        if own is None and day is not None and not _averaged(line, event, row.code == EXCHANGE, passage.pack):
            return day._replace(reason="quoted daily: the day last named")
    by_day = own is None and row.code in period_roles.DAILY and joins
    if by_day and not _averaged(line, event, row.code == EXCHANGE, passage.pack):
        return discourse.last_day or when.When(None, "unresolved", None, None, "quoted daily: no day is named")
    return None


def _nearest(passage: Passage, event: Event, own: when.When | None) -> Event | None:
    """The day that a sentence names nearest to a figure; none that another level has."""
    line = passage.line
    days = [
        e for e in line.of("PERIOD")
        if e.figure is not None and e.figure.period_kind == "day" and e.figure.period is not None
        and not _of_a_base(line, e, event, passage.pack) and (own is None or not _parted(line, e, event))
    ]  # fmt: skip
    return min(days, key=lambda e: abs(e.start - event.start), default=None)


def _of_a_base(line: Line, day: Event, event: Event, pack: Pack) -> bool:
    """Whether a day is that of another level, which this one came from: 4.28%, from 4.36% late on | Wednesday."""
    before = line.last(day.start, "FIGURE")
    if before is None or before is event or not pack.joins_words:
        return False
    near = day.start - before.end <= reach(pack)
    return near and event.start < before.start and change.is_base(line, before, pack)


def _averaged(line: Line, event: Event, rate: bool, pack: Pack) -> bool:
    """Whether a rate or price is of no single day: average, assumed. An index only named so: Nikkei average."""
    text, start = line.text, line.sentence.start
    named = [] if rate else [(e.start, e.end) for e in line.of("INDICATOR")]
    found = pack.cues.averaged.finditer(text, start, event.start)
    return any(not any(first <= m.start() < last for first, last in named) for m in found)


def _parted(line: Line, one: Event, two: Event) -> bool:
    """Whether a semicolon stands between two events."""
    between = line.text[min(one.end, two.end) : max(one.start, two.start)]
    return ";" in between or "；" in between
