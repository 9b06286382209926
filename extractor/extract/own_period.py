"""Which of the periods that a sentence names each of its figures has."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.extract.change import CHANGES, clause_start, is_base, period_behind
from extractor.extract.dealt import parts_of
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.near import reach
from extractor.extract.only_compared import TERMS_BEFORE
from extractor.extract.roles import REFERENCE, glosses
from extractor.extract.sentences import BLANK
from extractor.extract.when import When, of_event
from extractor.languages import Pack

LED = 24
"""How far before a level the words begin that make it a known one."""


def periods_for(line: Line, pack: Pack, roles: dict[int, str]) -> dict[int, When]:
    """For each figure of the sentence (by its start), the reference period that its own sentence gives it."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE and not glosses(line, e, pack)]
    if not marks:
        return {}
    bases = {m.start: _bases_of(line, m, pack) for m in marks}
    known = {m.start: _known_of(line, m, pack) for m in marks}
    chosen: dict[int, Event | None] = {}
    for event in line.of("FIGURE"):
        mine = [m for m in marks if not known[m.start] or event in known[m.start]]
        chosen[event.start] = _chosen(line, event, mine, bases, pack)
    chosen.update(_dealt(line, marks, pack))
    return {start: of_event(mark) for start, mark in chosen.items() if mark is not None}


def _dealt(line: Line, marks: list[Event], pack: Pack) -> dict[int, Event]:
    """Periods that a list deals out to as many figures of one kind: 2025年和2026年将分别增长3.0%和3.1%."""
    for word in line.of("RESPECTIVELY"):
        before = [m for m in marks if m.end <= word.start]
        run = before[-1:]
        for mark in reversed(before[:-1]):
            if not pack.cues.list_join.fullmatch(line.text, mark.end, run[0].start):
                break
            run.insert(0, mark)
        parts = parts_of(line, run[0], word, pack) if len(run) == 1 else {}
        if parts:
            return parts
        figures = [e for e in line.of("FIGURE") if e.start >= word.end][: len(run)]
        if 1 < len(run) == len(figures) and len({kind_of(e) for e in figures}) == 1:
            return {e.start: mark for e, mark in zip(figures, run, strict=True)}
    return {}


def _chosen(
    line: Line, figure: Event, marks: list[Event], bases: Mapping[int, list[Event]], pack: Pack
) -> Event | None:
    """The period of a figure among those that the sentence names; none when all belong to other figures, `bases` of
    change."""
    marks = [m for m in marks if m.end <= figure.start or m.figure is None or m.figure.timex not in TERMS_BEFORE]
    behind = period_behind(line, figure, pack)
    if behind is not None and behind in marks:
        return behind
    free = [m for m in marks if all(base is figure for base in bases[m.start])]
    beside = [m for m in free if pack.cues.own.fullmatch(line.text, m.end, figure.start)]
    if beside and not pack.joins_words:
        return beside[-1]
    free = [m for m in free if figure.end > m.start or not _of_other(line, m, figure, pack)]
    tight = [m for m in free if figure.end <= m.start <= figure.end + reach(pack)]
    tight = [m for m in tight if not _in_anothers_brackets(line, figure, m)]
    if pack.cues.base_mark.match(line.text, figure.end):
        tight = []
    if tight and not pack.joins_words and BLANK.search(line.text, figure.end, tight[0].start):
        tight = []
    if tight and not pack.cues.clause_break.search(line.text, figure.end, tight[0].start):
        return tight[0]
    begin = clause_start(line, figure, pack)
    before = [m for m in free if m.end <= figure.start]
    before = [m for m in before if not _in_closed_brackets(line, m, figure)] or before
    before = [m for m in before if not _described(line, m, figure, pack)]
    if not pack.joins_words:
        before = [m for m in before if not _anothers(line, m, figure, pack)] or before
    same = [m for m in before if m.start >= begin]
    if same:
        return same[-1]
    stop = pack.cues.clause_break.search(line.text, figure.end, line.sentence.end)
    end = stop.start() if stop else line.sentence.end
    after = [m for m in free if figure.end <= m.start < end]
    if after:
        return after[0]
    free = [m for m in free if m.end > figure.start or not _described(line, m, figure, pack)]
    ahead = [m for m in free if m.end <= figure.start or not _later(line, m, figure, pack)]
    return before[-1] if before else ahead[0] if ahead else None


def _later(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period behind a figure belongs to what comes after it: to a forecast, to a figure right behind it."""
    if pack.joins_words:
        return any(figure.end <= e.start < mark.start for e in line.of("FORECAST"))
    return _anothers(line, mark, figure, pack)


def _of_other(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """A period behind a figure that is not its own: of a goal (the 2025 target), of an amount in brackets (217.7
    billion in 2023), of what the figure is more or less than (smaller than the 98.9 billion of 2023)."""
    if pack.cues.goal_mark.match(line.text, mark.end):
        return True
    between = line.text[figure.end : mark.start]
    following = line.next(figure.end, "FIGURE")
    figures = following is not None and following.end <= mark.start
    if figures and between.count("(") > between.count(")"):
        return True
    if figures and pack.cues.aside.search(between):
        return True
    return figures and kind_of(figure) in CHANGES and any(b.match(between) for b in pack.cues.beyond.values())


def _in_closed_brackets(line: Line, mark: Event, figure: Event) -> bool:
    """Whether a period stands in brackets that close before the figure: 2023年の投資（12月20日時点）は."""
    before = line.text[max(line.sentence.start, mark.start - 24) : mark.start]
    after = line.text[mark.end : min(figure.start, mark.end + 24)]
    opened = max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
    return opened and bool(set("）)") & set(after))


def describes(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure stands in a clause that only describes what the next one is of."""
    return pack.cues.describing.match(line.text, figure.end) is not None and line.next(figure.end, "FIGURE") is not None


def _described(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period belongs to a clause that describes what the figure is of, with a figure of its own:
    22年度に17兆円まで膨らんだ赤字は3兆円."""
    own = line.next(mark.end, "FIGURE")
    if own is None or own.end > figure.start or any(c in "、，" for c in line.text[mark.end : own.start]):
        return False
    found = pack.cues.describing.match(line.text, own.end, figure.start)
    return found is not None and not any(own.end < e.start < found.end() for e in line.of("FIGURE"))


def _in_anothers_brackets(line: Line, figure: Event, mark: Event) -> bool:
    """Whether brackets open between a figure and a period whose own figure they hold: 187億ドル（前の期は16億ドル）."""
    opened = any(c in "（(" for c in line.text[figure.end : mark.start])
    own = line.next(mark.end, "FIGURE")
    return opened and own is not None and not any(c in "）)" for c in line.text[mark.end : own.start])


def _anothers(line: Line, mark: Event, figure: Event, pack: Pack) -> bool:
    """Whether a period is the own one of another figure: 高于5月的3.4%."""
    return any(e is not figure and pack.cues.own.fullmatch(line.text, mark.end, e.start) for e in line.of("FIGURE"))


def _bases_of(line: Line, mark: Event, pack: Pack) -> list[Event]:
    """The levels that a change starts out from, right behind their period (前年の9兆円から44.0％縮小) or before it."""
    after = next(iter(line.beginning(mark.end, mark.end + 1, "FIGURE")), None)
    found = [after] if after is not None and pack.cues.base_mark.match(line.text, after.end) else []
    dated = line.next(mark.end, "FIGURE")
    if not found and dated is not None and pack.cues.dated_level.fullmatch(line.text, mark.end, dated.start):
        found = [dated] if is_base(line, dated, pack) else []
    held = line.last(mark.start, "FIGURE")
    if held is not None and period_behind(line, held, pack) is mark:
        return [*found, held]
    if held is None or not pack.cues.in_period.fullmatch(line.text[held.end : mark.start]):
        return found
    return [*found, held] if is_base(line, held, pack) else found


def _known_of(line: Line, mark: Event, pack: Pack) -> list[Event]:
    """The figures that a period is of alone: those of its own aside (the deficit, which had been 264.9 billion in 2022,
    shrank to ...), or the known level that a period is of, and no other figure's: smaller than | the 28.4 billion
    recorded in | 2023;
    with it the rank right before it (the record 98.9 billion)."""
    for start, end in asides(line, pack):
        if start <= mark.start < end:
            return [e for e in line.of("FIGURE") if start <= e.start < end]
    level = line.last(mark.start, "FIGURE")
    if level is None or kind_of(level) in {"rank", "streak"}:
        return []
    ranks = [e for e in line.ending(level.start - 1, level.start, "FIGURE") if kind_of(e) == "rank"]
    start = ranks[0].start if ranks else level.start
    led = pack.cues.known_level.search(line.text, max(line.sentence.start, start - LED), start)
    return [*ranks, level] if led and pack.cues.level_in.fullmatch(line.text, level.end, mark.start) else []


def of_known(line: Line, figure: Event, at: When, pack: Pack) -> bool:
    """Whether a period is that of a known level, which another is only held against."""
    mark = next((e for e in line.of("PERIOD") if e.start == at.start), None)
    return mark is not None and figure in _known_of(line, mark, pack) and len(line.of("FIGURE")) > 1


def asides(line: Line, pack: Pack) -> list[tuple[int, int]]:
    """The clauses between commas that only describe: , which had been 264.9 billion in 2022,"""
    found: list[tuple[int, int]] | None = line.answers.get(asides)
    if found is None:
        spans = pack.cues.aside_clause.finditer(line.text, line.sentence.start, line.sentence.end)
        found = line.answers[asides] = [span.span() for span in spans]
    return found
