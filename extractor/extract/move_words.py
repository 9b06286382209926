"""Which word of direction moves a figure: before it, behind it, or shared with another."""

from __future__ import annotations

import re

from extractor.extract.change import AMOUNTS, CHANGES, MARKS, NEAR, clause_start, is_base, is_run
from extractor.extract.events import Event, Line, kind_of
from extractor.languages import Pack

CLOSE = 3
"""A record this close behind a streak is what it is a streak of: 5年連続で最高."""
SIGNED = frozenset({"sign-", "sign+", "balance-", "balance+"})
"""A deficit that goes on is no movement: 赤字は2カ月連続となった."""
HOLDS = re.compile("保持|稳定|站稳|站上|守住|低于|维持|位居|稳居|超过|突破|位列|高于|低于")
"""What a streak is a streak of, when it is no movement: 连续两年保持在2000亿美元以上."""
BESIDE_LEVEL = re.compile("で|と|、|[（(]|だが|となり|になり|で、|と、")


def before_it(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """The last word of direction before the figure in its clause, at or after its subject."""
    move = line.last(figure.start, "MOVE", "FXMOVE")
    return move if move is not None and move.start >= max(since, clause_start(line, figure, pack)) else None


def after_it(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """The next word of direction after the figure, close by and with no other figure between."""
    for event in line.after(figure.end):
        if event.cls in {"FIGURE"} or event.start - figure.end > NEAR:
            return None
        if pack.cues.clause_break.search(line.text, figure.end, event.start):
            return None
        if event.cls in {"MOVE", "FXMOVE"}:
            shown = event.start - figure.end > 1 and pack.cues.adjective.match(line.text, event.start)
            return None if shown else event
    return None


def like_next(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """In a list whose verb comes last, the verb of the next figure of the kind: 3.4％、7.1％増加した."""
    for event in line.after(figure.end):
        if event.cls in {"FLOW", "INDICATOR", "COMMODITY", "SHARE", "MOVE"} or figure.figure is None:
            return None
        if event.figure is not None and event.figure.kind == figure.figure.kind:
            return after_it(line, event, pack, since)
    return None


def of_each(line: Line, figure: Event) -> Event | None:
    """The verb that a list shares: 鉄鋼は2.9％、石油製品は6.3％、それぞれ減少した."""
    if figure.figure is None or figure.figure.kind not in CHANGES:
        return None
    for each in line.of("RESPECTIVELY", "BOTH"):
        after = [e for e in line.of("MOVE") if 0 <= e.start - each.end <= CLOSE]
        between = [e for e in line.events if figure.end <= e.start and e.end <= each.start]
        if each.start >= figure.end and after and not any(e.cls in {"MOVE", "FLOW", "SHARE"} for e in between):
            return after[0]
    return None


def up_from(line: Line, figure: Event, pack: Pack) -> Event | None:
    """The way from the base named after a level: "49.7, up from 49.5"."""
    if figure.figure is None or figure.figure.kind in CHANGES:
        return None
    after, move = line.next(figure.end, "FIGURE"), line.next(figure.end, "MOVE")
    if after is not None and after.figure is not None and after.figure.conversion_of == figure.start:
        after = line.next(after.end, "FIGURE")
    if after is None or move is None or move.end > after.start or not is_base(line, after, pack):
        return None
    return move


def of_run(line: Line, figure: Event) -> Event | None:
    """What a streak is a streak of: the nearest word of direction before it in the sentence, over commas."""
    if figure.figure is None or not is_run(figure.figure):
        return None
    after = line.next(figure.end, "FIGURE")
    ranked = after is not None and after.figure is not None and after.figure.kind == "rank"
    if ranked and after is not None and not MARKS.search(line.text, figure.end, after.start):
        close = after.start - figure.end <= CLOSE and after.figure is not None and after.figure.direction is not None
        return after if close else None
    before = line.last(figure.start, "FIGURE")
    reached = before is not None and kind_of(before) == "rank" and 0 < figure.start - before.end <= CLOSE
    if reached and before is not None and before.figure is not None and before.figure.direction is not None:
        return before
    move = line.last(figure.start, "MOVE")
    if move is None or HOLDS.match(line.text, figure.end):
        return None
    signed = [e for e in line.of("FLOW") if e.value in SIGNED and move.end <= e.start and e.end <= figure.start]
    return None if signed else move


def led_by(line: Line, level: Event) -> Event | None:
    """The word of direction that leads up to a level: 2円増の70円."""
    if level.figure is None or level.figure.kind not in AMOUNTS:
        return None
    return next((e for e in line.of("MOVE") if line.text[e.end : level.start] == "の"), None)


def by_next(line: Line, level: Event) -> Event | None:
    """The direction of the change that is stated right behind a level: 266億ドルで13.5％増, 900兆ルピア（21.0％増）."""
    if level.figure is None or level.figure.kind not in AMOUNTS or level.figure.direction is not None:
        return None
    after = next((e for e in line.events if e.start >= level.end), None)
    if after is None or kind_of(after) not in CHANGES or not BESIDE_LEVEL.fullmatch(line.text[level.end : after.start]):
        return None
    return next((e for e in line.of("MOVE") if 0 <= e.start - after.end <= 1), None)


def trailing(line: Line, figure: Event) -> Event | None:
    """A word of direction in the rest of a sentence that has no further figure: "was 7 trillion, and it widened"."""
    if figure.figure is None or figure.figure.kind in CHANGES:
        return None
    move = line.next(figure.end, "MOVE")
    if move is None:
        return None
    rest = list(line.after(figure.end))
    if any(e.cls == "FIGURE" and e.figure is not None and e.figure.kind not in {"rank", "streak"} for e in rest):
        return None
    flows = {e.value for e in rest if e.cls == "FLOW"}
    own = [e.value for e in line.events if e.cls == "FLOW" and e.end <= figure.start]
    return move if flows and own and all(f.startswith(own[-1][:7]) for f in flows) else None
