"""Lists that distribute: "exports and imports rose 3.4% and 7.1%, respectively"."""

from __future__ import annotations

from extractor.extract.dealt import by_elements
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, stated
from extractor.extract.subject import Subject
from extractor.languages import Pack


def respectively(line: Line, found: list[Subject], pack: Pack) -> dict[int, Frame]:
    """Lists that distribute: as many flows or partners as figures, in the same order."""
    dealt = _respectively(line, found)
    if dealt or pack.joins_words or pack.cues.move_after:
        return dealt
    return {k: v for word in line.of("RESPECTIVELY") for k, v in by_elements(line, word, pack).items()}


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
            if line.of("FLOW") or any(e.value.startswith("share_of_") for e in line.of("INDICATOR"))
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
