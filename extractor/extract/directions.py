"""Direction: which way a figure went."""

from __future__ import annotations

import re

from extractor.domain import Figure
from extractor.domain.vocabulary import Direction
from extractor.extract.change import AMOUNTS, CHANGES, LEAD_UP, TO, is_base, way_of
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.move_words import (
    after_it,
    before_it,
    by_next,
    led_by,
    like_next,
    of_each,
    of_run,
    trailing,
    up_from,
)
from extractor.languages import Pack

CONTRAST = re.compile(r"\b(?:whereas|while|but|although|though)\b")
OF_RANK = 5
"""How far behind a rank that names a movement its figure stands: the steepest fall | at 1.91%."""
SIDE = re.compile(r"\s(?:from|to|on|by|than)\b")
"""Behind a word of direction that is not the noun of the figure before it: 3.2 percent | up | from."""
OR = re.compile(r",? or |，?或")
"""The same change in other terms: fell $2.03, or 2.8%."""


def direction(line: Line, figure: Event, pack: Pack, since: int) -> Direction:
    """Up, down or flat: the way of the indicator. A rate of growth that slows is growth still (see `_slowed`)."""
    found = _direction(line, figure, pack, since)
    return (_slowed(line, figure, pack) or found) if found in {"up", "down"} else found


def _slowed(line: Line, figure: Event, pack: Pack) -> Direction | None:
    """The way of a rate that quickened or slowed: growth cooled to 4.8% is up, 降幅收窄至3.3% down; None for others."""
    if kind_of(figure) != "percent" or figure.figure is None or not figure.figure.value or figure.figure.value < 0:
        return None
    before, after = line.last(figure.start, "MOVE"), line.next(figure.end, "MOVE")
    led = before is not None and pack.cues.to_rate.fullmatch(line.text, before.end, figure.start) is not None
    follows = after is not None and pack.cues.rate_to.fullmatch(line.text, figure.end, after.start) is not None
    if not led and not follows:
        return None
    earlier = line.last(before.start if led and before is not None else figure.start, "FIGURE")
    begin = earlier.end if earlier is not None and not is_base(line, earlier, pack) else line.sentence.start
    end = before.start if led and before is not None else figure.start
    named = [(m.end(), way) for way, noun in pack.cues.grown.items() for m in noun.finditer(line.text, begin, end)]
    return way_of(max(named)[1]) if named else None


def _direction(line: Line, figure: Event, pack: Pack, since: int) -> Direction:
    """Up, down or flat; `since` is where the figure's subject begins.

    The figure's own sign or wording comes first, then the word on the language's usual side, then the
    word on the other side when it is close, then a verb before the subject ("raised its policy rate to").
    """
    if figure.figure is not None and figure.figure.direction is not None:
        return figure.figure.direction
    if (
        figure.figure is not None
        and figure.figure.kind == "rank"
        and pack.cues.move_after
        and not any(i.cls == "MOVE" for i in figure.inner)
    ):
        return "none"
    if is_base(line, figure, pack):
        return "none"
    marked = _marked(line, figure, pack)
    if marked is not None:
        return marked
    rank = line.last(figure.start, "FIGURE")
    ranked = rank is not None and kind_of(rank) == "rank" and figure.start - rank.end <= OF_RANK and pack.joins_words
    inner = [
        item for item in (*figure.inner, *(rank.inner if ranked and rank is not None else ())) if item.cls == "MOVE"
    ]
    if inner:
        return way_of(str(inner[-1].value))
    rate = _rate_word(line, figure, since)
    if rate is not None:
        return rate
    if pack.joins_words and kind_of(figure) in CHANGES:
        noun = line.beginning(figure.end + 1, figure.end + 1, "MOVE")
        if noun and not SIDE.match(line.text, noun[0].end):
            return way_of(noun[0].value)
    move = _moving(line, figure, pack, since)
    if move is None and pack.cues.move_after:
        return _as_record(line, figure)
    return "none" if move is None else _as_direction(move)


def _moving(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """The word of direction that moves the figure, the nearer and surer places first."""
    first, second = (after_it, before_it) if pack.cues.move_after else (before_it, after_it)
    return (
        (led_by(line, figure) if pack.cues.move_after else None)
        or first(line, figure, pack, since)
        or second(line, figure, pack, since)
        or (by_next(line, figure) if pack.cues.move_after else None)
        or before_it(line, figure, pack, line.sentence.start)
        or trailing(line, figure)
        or up_from(line, figure, pack)
        or of_run(line, figure)
        or (like_next(line, figure, pack, since) or of_each(line, figure) if pack.cues.move_after else None)
    )


def _as_record(line: Line, figure: Event) -> Direction:
    """A level that is a record has risen, or fallen, to it: 過去最大の25.3兆円."""
    if kind_of(figure) not in AMOUNTS:
        return "none"
    rank = line.last(figure.start, "FIGURE")
    if rank is None or kind_of(rank) != "rank" or rank.figure is None:
        return "none"
    return (
        rank.figure.direction or "none"
        if line.text[rank.end : figure.start] in {"の", "となる", "となった"}
        else "none"
    )


def _marked(line: Line, figure: Event, pack: Pack) -> Direction | None:
    """A change's own plus (+5.5%), or what follows it at once: 14.4% more than, 38.6% above."""
    if figure.figure is None or kind_of(figure) not in CHANGES | AMOUNTS:
        return None
    for way, more in pack.cues.more_by.items():
        led = more.search(line.text, max(line.sentence.start, figure.start - TO), figure.start)
        if led and line.ending(figure.start - LEAD_UP, figure.start, "THAN", "COMPARE", "PERIOD"):
            return way_of(way)
    if kind_of(figure) not in CHANGES:
        return None
    if line.text[max(0, figure.start - 1) : figure.start + 1].strip(" (（").startswith(("+", "＋")):
        return "up"
    if pack.cues.held.search(line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start):
        return "flat"
    for way, verb in pack.cues.by_verb.items():
        if verb.search(line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start):
            return way_of(way)
    after = line.next(figure.end, "FIGURE")
    if (
        after is not None
        and kind_of(after) == kind_of(figure)
        and pack.cues.list_join.fullmatch(line.text, figure.end, after.start)
    ):
        figure = after
    return next((way_of(way) for way, mark in pack.cues.beyond.items() if mark.match(line.text, figure.end)), None)


def _rate_word(line: Line, figure: Event, since: int) -> Direction | None:
    """A rate of growth or decline that the subject names (成長率, 減少率): its word's way, or its sign's."""
    if figure.figure is None or figure.figure.kind != "percent" or figure.figure.value is None:
        return None
    words = [e for e in line.of("RATE") if since - 12 <= e.start and e.end <= figure.start]
    if not words:
        return None
    if words[-1].value in {"up", "down"}:
        return way_of(words[-1].value)
    return "up" if figure.figure.value > 0 else "down" if figure.figure.value < 0 else "flat"


def led_to(line: Line, share: Event) -> Direction:
    """Which way a share has gone that a word of direction leads up to: 占比升至46.6%, climbed to 25 percent."""
    for move in line.ending(share.start - TO, share.start, "MOVE"):
        between = line.text[move.end : share.start].strip()
        if between == "to" or (not between and line.text[move.end - 1] in "至到"):
            return way_of(move.value)
    return "none"


def by_name(line: Line, event: Event, pack: Pack, since: int) -> Direction:
    """A rate of growth is a change by its name: GDP成長率は5.0％."""
    figure = event.figure
    if figure is None or figure.kind != "percent" or not figure.value:
        return "none"
    named = pack.cues.growth.search(line.text, since, event.start)
    if named is None:
        return "none"
    following = line.next(named.end(), "FIGURE", "PERIOD")
    return "none" if following is not None and following.start < event.start else "up"


def compared(line: Line, figure: Figure) -> bool:
    """A percentage in a sentence that compares and has no verb of direction: 前年同期比は、第1四半期が5.3％."""
    return figure.kind == "percent" and bool(line.of("COMPARE")) and not line.of("MOVE", "FXMOVE", "SHARE")


def like_last(line: Line, figure: Event, last: tuple[Event, Direction] | None, pack: Pack) -> Direction:
    """A change without a verb of its own goes the way of the one before: "A rose 3%, B 5%"; a list of percentages."""
    if last is None or last[1] == "none" or figure.figure is None or last[0].figure is None:
        return "none"
    if OR.fullmatch(line.text[last[0].end : figure.start]):
        return last[1]
    if figure.figure.kind != last[0].figure.kind or figure.figure.kind not in CHANGES:
        return "none"
    if pack.joins_words and CONTRAST.search(line.text, last[0].end, figure.start):
        return "none"
    own = 0 if pack.cues.move_after else 2
    other = line.next(last[0].end + own, "MOVE", "FXMOVE", "SHARE", "ISSUE")
    return "none" if other is not None and other.end <= figure.start else last[1]


def _as_direction(move: Event) -> Direction:
    if move.figure is not None and move.figure.direction is not None:
        return move.figure.direction
    if move.cls == "FXMOVE":
        return "up" if move.value == "weaker" else "down"
    return way_of(move.value)
