"""Lists that distribute: "exports and imports rose 3.4% and 7.1%, respectively"."""

from __future__ import annotations

from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, stated, value
from extractor.extract.subjects import Subject
from extractor.languages import Pack


def respectively(line: Line, found: list[Subject], pack: Pack) -> dict[int, Frame]:
    """Lists that distribute: as many flows or partners as figures, in the same order."""
    dealt = _respectively(line, found)
    if dealt or pack.joins_words or pack.cues.move_after:
        return dealt
    return {k: v for word in line.of("RESPECTIVELY") for k, v in _by_elements(line, word, pack).items()}


ELEMENTS = frozenset({"COMMODITY", "PLACE"})


def _by_elements(line: Line, mark: Event, pack: Pack) -> dict[int, Frame]:
    """A list of which the catalogue does not know every member: 巧克力和咖啡豆价格分别上涨51%和44.4%. The members that it
    knows have their figure, the others' figures are of nothing known."""
    breaks = [n for n in line.ends(pack.cues.clause_break) if n <= mark.start]
    begin = max(
        [breaks[-1] if breaks else line.sentence.start, *(e.end for e in line.of("PERIOD") if e.end <= mark.start)]
    )
    joins = list(pack.cues.list_join.finditer(line.text, begin, mark.start))
    edges = [begin, *(n for j in joins for n in j.span()), mark.start]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    run = _listed(line, mark, pack)
    known = [e for e in line.of(*ELEMENTS) if begin <= e.start and e.end <= mark.start]
    if len(spans) < 2 or len(run) != len(spans) or not known or len({e.cls for e in known}) > 1:
        return {}
    names = [next((e for e in known if first <= e.start and e.end <= last), None) for first, last in spans]
    if None not in names:
        return {}
    slot = "commodity" if known[0].cls == "COMMODITY" else "partner" if line.of("PREP") else "reporter"
    why = "in the order of the list"
    unknown = "a member of the list that the catalogue does not know"
    return {
        e.start: {
            slot: stated(name.value, name.start, name.end, why) if name else stated(None, begin, mark.start, unknown)
        }
        for chosen in (run, _listed(line, run[-1], pack))
        if len(chosen) == len(names)
        for e, name in zip(chosen, names, strict=True)
    }


def _listed(line: Line, after: Event, pack: Pack) -> list[Event]:
    """The next figures of one kind that nothing but commas and "and" join."""
    run: list[Event] = []
    for event in line.of("FIGURE"):
        if event.start < after.end:
            continue
        if run and (kind_of(event) != kind_of(run[0]) or not _joined(line, run[-1], event, pack)):
            break
        run.append(event)
    return run


def _joined(line: Line, one: Event, two: Event, pack: Pack) -> bool:
    """Whether only "and" stands between two figures, or a word of direction with it: 10.2%、8.5%和下降12.1%."""
    moves = [e for e in line.of("MOVE") if one.end <= e.start and e.end <= two.start]
    end = moves[0].start if moves and moves[0].end >= two.start - 1 else two.start
    return pack.cues.list_join.fullmatch(line.text, one.end, end) is not None


def parallel(line: Line, event: Event, taken: list[tuple[Event, Frame]], pack: Pack) -> Frame | None:
    """The frame of the figure that one of a list goes with: 出口5.89万亿元、进口3.22万亿元，同比分别增长8.0%和13.2%."""
    mark = line.last(event.start, "RESPECTIVELY")
    run = _listed(line, mark, pack) if mark is not None else []
    if mark is None or len(run) < 2 or event not in run:
        return None
    before = [pair for pair in taken if pair[0].end <= mark.start][-len(run) :]
    earlier = [e for e in line.of("FIGURE") if e.end <= mark.start]
    if len(before) != len(run) or len(earlier) != len(run) or len({kind_of(e) for e, _ in before}) > 1:
        return None
    if kind_of(before[0][0]) == kind_of(event):
        return None
    frames = [frame for _, frame in before]
    apart = any(value(frames[0], name) != value(frames[1], name) for name in DEALT)
    return frames[run.index(event)] if apart else None


DEALT = ("indicator", "flow", "partner", "commodity", "reporter", "entity")


def _respectively(line: Line, found: list[Subject]) -> dict[int, Frame]:
    words, numbers = line.of("RESPECTIVELY"), line.of("FIGURE")
    if len(words) < 2 or not numbers or numbers[0].start < words[0].start:
        return _dealt(line, found, words[-1], numbers) if words else {}
    dealt: dict[int, Frame] = {}
    for mark, end in zip(words, [*(w.start for w in words[1:]), line.sentence.end], strict=True):
        here = [e for e in numbers if mark.end <= e.start < end]
        dealt.update(_dealt(line, [s for s in found if s.start < mark.start], mark, here))
    return dealt


def _dealt(line: Line, found: list[Subject], mark: Event, numbers: list[Event]) -> dict[int, Frame]:
    """What one word of distribution deals out to its figures."""
    for subject in reversed([s for s in found if s.start < mark.end or s.start < numbers[-1].start] if numbers else []):
        lists = (
            (subject.flows, "flow"),
            (subject.partners, "partner"),
            (subject.goods, "commodity"),
            (subject.indicators, "indicator"),
            (subject.places, "partner")
            if line.of("FLOW")
            else (_reporters(line, subject) or subject.places, "reporter"),
        )
        for names, slot in lists:
            if len(names) < 2:
                continue
            chosen = _runs([e for e in numbers if e.start > subject.end], len(names))
            if not chosen and numbers:
                return _apart(slot, subject, [e for e in numbers if e.start > subject.end])
            if chosen:
                why = "in the order of the list"
                return {
                    e.start: {slot: stated(name, subject.start, subject.end, why)}
                    for run in chosen
                    for e, name in zip(run, names, strict=True)
                }
    return _by_subjects(mark, numbers, found)


def _by_subjects(mark: Event, numbers: list[Event], found: list[Subject]) -> dict[int, Frame]:
    """Flows that each had a figure of their own before the list: exports were 5 billion and imports 4 billion, 1.2% and
    3.0% less, respectively."""
    flows = [s for s in found if s.core and len(s.flows) == 1 and s.end < mark.start]
    if len(flows) < 2:
        return {}
    run = [e for e in numbers if e.end <= mark.start][-len(flows) :]
    if len(run) < len(flows) or len({kind_of(e) for e in run}) > 1 or run[0].start < flows[-1].end:
        return {}
    if len([e for e in numbers if e.end <= run[0].start]) != len(flows):
        return {}
    why = "in the order of the flows"
    return {e.start: {"flow": stated(s.flows[0], s.start, s.end, why)} for e, s in zip(run, flows, strict=True)}


def _reporters(line: Line, subject: Subject) -> tuple[str, ...]:
    """The countries of a list whose own statistic is measured: (the rates of) France, Italy and Spain."""
    if line.of("FLOW") or subject.flows or subject.partners:
        return ()
    return tuple(dict.fromkeys(e.value for e in subject.events if e.cls == "PLACE"))


def _runs(numbers: list[Event], length: int) -> list[list[Event]]:
    """The figures in lists of that many of one kind each: three amounts, then three percentages."""
    found: list[list[Event]] = []
    for n in range(0, len(numbers) - length + 1, length):
        run = numbers[n : n + length]
        if found and len({kind_of(e) for e in run}) > 1:
            break
        found.append(run)
    return found


def _apart(slot: str, subject: Subject, numbers: list[Event]) -> dict[int, Frame]:
    """A list that has not as many names as figures cannot be dealt out: the slot stays open, and says why."""
    open_ = stated(None, subject.start, subject.end, "the list has not as many names as figures")
    return {e.start: {slot: open_} for e in numbers}
