"""Whether a period is only compared with, or that of a level that a change starts out from."""

from __future__ import annotations

import re

from extractor.extract.change import EARLIER, STEPS, base_period, period_behind
from extractor.extract.events import Event, Line, at_end, kind_of
from extractor.extract.near import APART, TIGHT
from extractor.extract.saying import of_forecast
from extractor.languages import Pack

OF_SAME = frozenset({" in", " of"})
"""The end of a comparison that its period follows: than in the same month of (2024)."""
OF_LEVEL = re.compile("(?:同[期月季]|全年|の水準)?[的の](?:约|約|近|大约)?")
"""Between a period and the multiple that is of its level."""
INDEX_BASE = re.compile(r"(?:平均)?\s*[=＝]\s*(?:100|１００)")
"""What follows the year that an index is based on: （2020年＝100）."""
TERMS_BEFORE = frozenset({"PREV", "BEFORE:T"})
"""The business term before: never that of a figure which stands before it."""


def is_compared(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period is only compared with, or that of a level that a change starts out from."""
    figure = event.figure
    if figure is not None and (figure.timex or "").endswith("-XX") and not _own_level(line, event):
        return True
    if figure is not None and (figure.timex in STEPS or (figure.timex in EARLIER and _own_level(line, event))):
        return True
    told = (pack.cues.as_of.match(line.text, event.end), pack.cues.brought_out.match(line.text, event.end))
    foretold = any(told) or of_forecast(line, event)
    if pack.cues.held_lead.search(line.text, line.sentence.start, event.start) and not foretold:
        return True
    if _than_term(event, line, pack):
        return True
    if pack.cues.base_behind.match(line.text, event.end) or _multiplied(line, event, pack):
        return True
    times_of = pack.cues.times_of.fullmatch
    if any(kind_of(e) == "multiple" and times_of(line.text[e.end : event.start]) for e in line.of("FIGURE")):
        return True
    if pack.cues.base_mark.match(line.text, event.end) and _moves_next(line, event):
        return True
    if pack.cues.than_in.search(line.text, line.sentence.start, event.start) and not _own_level(line, event):
        return True
    if _compared_with(line, event) or than(line, event) or _level_with(line, event):
        return True
    if any(line.text[e.end - 3 : e.end] in OF_SAME for e in line.ending(event.start - 1, event.start, "COMPARE")):
        return True
    return any(base_period(line, e) is event for e in line.beginning(event.end, event.end + 1, "FIGURE"))


def _than_term(event: Event, line: Line, pack: Pack) -> bool:
    """Whether the business term before is only compared with: 前の期を上回る."""
    earlier = event.figure is not None and event.figure.timex in TERMS_BEFORE
    return earlier and pack.cues.than_term.match(line.text, event.end) is not None


def _multiplied(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a multiple right behind a period is of that period's level: 2022年的6.5倍, 2019年同月の3.2倍."""
    after = line.next(event.end, "FIGURE")
    restored = pack.cues.restored.search(line.text, line.sentence.start, event.start) is not None
    return (
        after is not None and (kind_of(after) == "multiple" or (restored and kind_of(after) == "percent"))
        and OF_LEVEL.fullmatch(line.text, event.end, after.start) is not None
    )  # fmt: skip


def _moves_next(line: Line, event: Event) -> bool:
    """Whether a word of direction, or points, follow a period and its "from": 6月から横ばい, 4月から0.1ポイント."""
    after = next((e for e in line.events if e.start >= event.end and e.cls not in {"POSTP", "THAN", "KARA"}), None)
    flat = after is not None and after.figure is not None and after.figure.value == 0
    moves = after is not None and (after.cls == "MOVE" or kind_of(after) == "points" or flat)
    return moves and after is not None and after.start - event.end <= TIGHT


def _compared_with(line: Line, event: Event) -> bool:
    """Right after "from": the period that a change starts out from (up 19.3% from 2023)."""
    before = next(line.before(event.start), None)
    if before is None or before.cls != "PREP" or before.value != "from" or event.start - before.end > 5:
        return False
    return line.last(before.start, "FIGURE", "MOVE") is not None


def _level_with(line: Line, event: Event) -> bool:
    """Whether a period is what another is level with: 与一季度持平."""
    level = line.beginning(event.end, event.end + 2, "MOVE")
    return bool(level) and level[0].value == "flat" and bool(line.ending(event.start - 1, event.start, "PREP"))


def only_compares(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a period is no more than the word of a comparison: 比上年增长, like "from the previous year"."""
    if INDEX_BASE.match(line.text, event.end) or pack.cues.contract.match(line.text, event.end):
        return True
    if _than_term(event, line, pack):
        return True
    if any(period_behind(line, figure, pack) is event for figure in line.of("FIGURE")):
        return False
    ended = at_end(event)
    if ended and event.figure is not None and pack.cues.prior_year.match(event.figure.quote) and than(line, event):
        return not _own_level(line, event)
    if event.figure is None or event.figure.timex not in {*STEPS, *EARLIER}:
        return False
    if event.figure.timex in STEPS and pack.cues.than_lead.search(line.text, line.sentence.start, event.start):
        return True
    multiple = next((e for e in line.of("FIGURE") if e.start >= event.end), None)
    if multiple is not None and kind_of(multiple) == "multiple" and multiple.start - event.end <= 1:
        return True
    if not than(line, event):
        level = next((e for e in line.of("MOVE") if 0 <= e.start - event.end <= 2), None)
        led = any(0 <= event.start - e.end <= 1 for e in line.of("PREP"))
        return led and level is not None and level.value == "flat"
    if event.figure.timex not in STEPS:
        return False
    joined = pack.cues.of_gap.match(line.text, event.end)
    return joined is None or not joined.group().strip()


def of_level(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a level is stated for the period, though only to compare with: 前年の9兆円から, from 2.3% in March."""
    for figure in line.of("FIGURE"):
        if figure.figure is None or figure.figure.kind in {"rank", "streak", "points", "multiple"}:
            continue
        behind = period_behind(line, figure, pack) is event
        if 0 <= figure.start - event.end <= 1 or behind or pack.cues.own.fullmatch(line.text, event.end, figure.start):
            return True
        if 0 <= event.start - figure.end <= APART and pack.cues.in_period.fullmatch(
            line.text[figure.end : event.start]
        ):
            return True
    return False


def _own_level(line: Line, event: Event) -> bool:
    """Whether a level stands right after the period: the period is that level's own (前年度の6兆円)."""
    after = line.next(event.end, "FIGURE")
    return (
        after is not None and after.figure is not None and after.start - event.end <= 1
        and after.figure.kind in {"money", "quantity", "count"}
    )  # fmt: skip


def than(line: Line, event: Event) -> bool:
    """Whether a word of comparison stands right before or after a period: 较4月末, 与2019年相比."""
    before = line.ending(event.start - 1, event.start, "THAN")
    return bool(before or line.beginning(event.end, event.end + 1, "THAN"))
