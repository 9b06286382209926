"""How firmly a figure is asserted: a forecast, a first estimate, somebody's statement, or a fact."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.domain.vocabulary import Status
from extractor.extract.change import clause_start, is_base
from extractor.extract.credit import Credit
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.polls import polled
from extractor.extract.sentences import BLANK
from extractor.extract.speakers import REACH
from extractor.languages import Pack

PAIR = 12
"""How far behind its base a level stands: from 2.5% to 27.5%."""
RUN, MOST_IN_RUN = 8, 8
"""How far apart, in characters, figures of one run stand, and how many they are at most."""


def _leads(line: Line, figure: Event) -> Event:
    """The figure that leads a run joined by nothing but words of direction: 下降34.9%，降至3.1万亿日元."""
    figures = [e for e in line.of("FIGURE") if e.end <= figure.start][-MOST_IN_RUN:]
    while figures:
        end = figures[-1].end
        if figure.start - end > RUN:
            break
        at = bisect_left(line.events, end, key=lambda e: e.start)
        if {e.cls for e in line.events[at : at + RUN] if e.end <= figure.start} - {"MOVE"}:
            break
        figure = figures.pop()
    return figure


OWN_VERB = ("MOVE", "ISSUE", "FORECAST", "COMPARE", "SHARE", "FLOW", "INDICATOR")


def _verb_start(line: Line, figure: Event, pack: Pack) -> int:
    """Where the clause begins whose verb a figure stands under: "growth of 3 percent for 2025 and 3.1 percent for 2026"
    is one forecast."""
    begin = clause_start(line, figure, pack)
    for _ in range(MOST_IN_RUN):
        earlier = [e for e in line.of("FIGURE") if e.end <= begin]
        joined = line.text.endswith((*pack.cues.also, ","), 0, begin) and pack.joins_words
        if not earlier or not joined or any(begin <= e.start and e.end <= figure.start for e in line.of(*OWN_VERB)):
            break
        if kind_of(earlier[-1]) != kind_of(figure) or pack.cues.aside.search(line.text, begin, figure.start):
            break
        figure = earlier[-1]
        begin = clause_start(line, figure, pack)
    return begin


def _level_of(line: Line, base: Event) -> Event | None:
    """The level that goes with the base of a change: right after it (from 2.5% to 27.5%), else the last before it."""
    same = [e for e in line.of("FIGURE") if kind_of(e) == kind_of(base) and e is not base]
    near = (
        e for e in same
        if 0 <= e.start - base.end <= PAIR and "、" not in line.between(base, e) and _glossed_by(line, e) is not base
    )  # fmt: skip
    after = next(near, None)
    return after or next((e for e in reversed(same) if e.end <= base.start), None)


GLOSS = re.compile("[（(][^（）()、]{0,10}")
"""What stands between a figure and another that explains it in brackets: 1.3～2.3％（中央値1.8％）."""


def _glossed_by(line: Line, figure: Event) -> Event | None:
    """The figure that another explains in brackets right behind it."""
    before = line.last(figure.start, "FIGURE")
    near = before is not None and kind_of(before) == kind_of(figure)
    return before if near and before is not None and GLOSS.fullmatch(line.text, before.end, figure.start) else None


def _part_end(line: Line, figure: Event, pack: Pack) -> int:
    """Where a headline's part ends that a blank sets apart (1966億円 通期は上方修正); a sentence is one part."""
    blank = BLANK.search(line.text, figure.end, line.sentence.end) if line.sentence.start == 0 else None
    return blank.start() if blank is not None and not pack.joins_words else line.sentence.end


OWN_GAP = 4
"""How far behind a word of forecasting the figure stands that is its own: 政府目標の5.2％."""


def _of_next(line: Line, forecast: Event, pack: Pack) -> bool:
    """Whether a forecast is of the figure right behind it, not of those before: 5.03％で、政府目標の5.2％を下回る."""
    after = next((e for e in line.events if e.start >= forecast.end), None)
    if after is None or after.cls != "FIGURE":
        return False
    return after.start - forecast.end <= OWN_GAP or polled(line, after, pack)


def goes_on(discourse: Discourse, line: Line, found: Status) -> Status:
    """The status of a figure; the parts of a forecast are forecasts: 其中…, うち…, of which."""
    opens = any(e.start - line.sentence.start <= 1 for e in line.of("OPEN"))
    if opens and discourse.status == "anticipated" and found in {"asserted", "attributed"}:
        return "anticipated"
    if not opens and line.sentence.start != discourse.spoken:
        discourse.status, discourse.spoken = found, line.sentence.start
    return found


def _listed_ahead(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure stands in the list of what a verb of forecasting foresees: it sees sales of 1.9 trillion yen, a
    63.1% increase, operating profit of 320 billion yen, up 13.3%. A verb of its own ends the list."""
    if not pack.joins_words:
        return False
    begun = [e for e in line.of("FORECAST") if e.end <= figure.start]
    return bool(begun) and pack.cues.list_ends.search(line.text, begun[-1].end, figure.start) is None


def _held_against(line: Line, figure: Event, forecast: Event, pack: Pack) -> bool:
    """Whether a forecast after a figure is what it is held against (49.5% of the target), or is of a later figure."""
    if forecast.start < figure.end:
        return False
    if pack.cues.goal_lead.fullmatch(line.text, figure.end, forecast.start):
        return True
    return not pack.cues.move_after and any(
        figure.end <= e.start and e.end <= forecast.start for e in line.of("FIGURE")
    )


def status(
    line: Line, figure: Event, pack: Pack, credit: Credit, marks: tuple[str, ...], answers: bool = False
) -> Status:
    """AI text first, then forecasts in the figure's clause, then the vintage, then attribution; what `answers` of a
    survey expect is no forecast of the text's."""
    if "ai_generated" in marks:
        return "ai_generated"
    if polled(line, figure, pack) and (
        not answers or credit.attribution is None or credit.attribution.how != "inherited"
    ):
        return "anticipated"
    if answers:
        return "attributed" if credit.attribution is not None and credit.attribution.value is not None else "asserted"
    if line.of("FORECAST") and _forecast(line, figure, pack):
        return "anticipated"
    if line.sentence.start == 0 and pack.cues.future.search(line.text[: figure.start]):
        return "anticipated"
    explained = _glossed_by(line, figure) if line.of("FORECAST") and not pack.joins_words else None
    if explained is not None and foretold(line, explained, pack):
        return "anticipated"
    if line.of("FORECAST") and is_base(line, figure, pack):
        level = _level_of(line, figure)
        if level is not None and status(line, level, pack, Credit(), ()) == "anticipated":
            return "anticipated"
    if credit.vintage is not None and credit.vintage.value == "flash":
        return "preliminary"
    credited = credit.attribution is not None and credit.attribution.value is not None
    return "attributed" if credited else "asserted"


def foretold(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether the words around a figure make it a forecast."""
    return status(line, figure, pack, Credit(), ()) == "anticipated"


def _governs(line: Line, forecast: Event, figure: Event) -> bool:
    """Whether a word of forecasting at the start of its sentence, or after who speaks, governs what follows it."""
    if forecast.end > figure.start:
        return False
    if forecast.start - line.sentence.start <= 1:
        return True
    led = line.text[forecast.start - 1] in "，：“" and "；" not in line.text[forecast.end : figure.start]
    said = line.last(forecast.start, "ISSUE")
    return led and said is not None and forecast.start - said.end <= SAID


SAID = 2
"""How far behind the verb of saying its forecast begins: 表示，预计."""


def _forecast(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a word of forecasting stands in the figure's clause, or leads up to the rest of the sentence."""
    begin = _verb_start(line, _leads(line, figure), pack)
    stop = pack.cues.clause_break.search(line.text, figure.end, line.sentence.end)
    end = stop.start() if stop is not None and not pack.cues.move_after else _part_end(line, figure, pack)
    words = line.of("FORECAST")
    near = [e for e in words if begin <= e.start < end and abs(e.start - figure.start) < REACH]
    near = [e for e in near if e.end <= figure.start or not _of_next(line, e, pack)]
    if any(not _held_against(line, figure, e, pack) for e in near):
        return True
    if not pack.joins_words and any(_governs(line, e, figure) for e in words):
        return True
    return any(e.end <= figure.start and line.text[e.end] in "，：" for e in words) or _listed_ahead(line, figure, pack)
