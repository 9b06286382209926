"""Which of the companies that a sentence names a figure is of, and which one runs on."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import companies_by_name
from extractor.extract.companies import called
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Slot, stated
from extractor.languages import Pack

OWNS, ACTS, OF = "owns", "acts", "of"
REACH = 64
"""How far behind its owner a measure may stand."""
SEVERAL = "several companies together"
STOPS = frozenset(".。;；")
OVERLAPS = frozenset({"AGENCY", "FIGURE", "PERIOD", "PLACE"})


class Named(NamedTuple):
    """A company as a sentence names it, and the part that the name plays there."""

    start: int
    end: int
    name: str
    role: str


def companies(line: Line, pack: Pack) -> list[Named]:
    """The companies of a sentence, in order: the catalogue's, and those that say so themselves."""
    found: list[Named] | None = line.answers.get(companies)
    if found is None:
        found = line.answers[companies] = list(_companies(line, pack))
    return found


def _companies(line: Line, pack: Pack) -> list[Named]:
    spans = {(e.start, e.end): e.value for e in line.of("COMPANY")}
    taken = [(e.start, e.end) for e in line.of("COMPANY", *OVERLAPS)]
    for match in pack.cues.companies.named.finditer(line.text, line.sentence.start, line.sentence.end):
        start, end = match.span("name")
        if not any(a < end and start < b for a, b in taken):
            spans[start, end] = called(match["name"], end, line.text, pack)
    return [Named(start, end, name, _role(line, start, end, pack)) for (start, end), name in sorted(spans.items())]


def _role(line: Line, start: int, end: int, pack: Pack) -> str:
    """The part that a name plays: the owner of what is measured, the subject, whom a measure before it is of."""
    words, text = pack.cues.companies, line.text
    owning = words.owning.match(text, end)
    if owning is not None and _owned(line, owning.end(), pack):
        return OWNS
    dateline = pack.cues.dateline.match(text, line.sentence.start)
    begin = line.sentence.start if dateline is None else min(dateline.end(), start)
    if words.subject.search(text[begin:start].lstrip()) and words.acting.match(text, end):
        return ACTS
    lead = words.of.search(text, begin, start)
    measured = line.last(lead.start(), "INDICATOR") if lead is not None else None
    if lead is not None and measured is not None and lead.start() - measured.end <= 1:
        return OF
    if start - begin <= 1 and line.sentence.start == 0:
        return ACTS
    return ""


def _owned(line: Line, place: int, pack: Pack) -> bool:
    """Whether what a name owns is measured: an indicator, or the figure itself, follows with no clause between."""
    following = line.next(place, "INDICATOR", "FLOW", "FIGURE")
    if following is None or following.start - place > REACH:
        return False
    between = line.text[place : following.start]
    return not STOPS & set(between) and (pack.joins_words or not pack.cues.acts_on.search(between))


def owner(line: Line, event: Event, pack: Pack) -> Slot | None:
    """The company that a figure's own sentence names as its owner: the last before it, or one right behind it that had
    it (the $97.7 billion that Tesla booked); a slot without a value where several are named together."""
    named = companies(line, pack)
    for one in named:
        if one.start >= event.end and pack.cues.companies.booked.fullmatch(line.text, event.end, one.start):
            return stated(one.name, one.start, one.end)
    before = [one for one in named if one.end <= event.start]
    dealt = _dealt(line, event, before, pack)
    if dealt is not None:
        return dealt
    for n in range(len(before) - 1, -1, -1):
        one = before[n]
        if one.role:
            joined = n and pack.cues.list_join.fullmatch(line.text, before[n - 1].end, one.start)
            return stated(None if joined else one.name, one.start, one.end, SEVERAL if joined else "")
    return None


def _dealt(line: Line, event: Event, before: list[Named], pack: Pack) -> Slot | None:
    """The company of a list that its figures are dealt out to: 丰田、本田和日产分别减少6.9%、30.9%和12.2%."""
    word = line.last(event.start, "RESPECTIVELY") or line.next(event.end, "RESPECTIVELY")
    if word is None or len(before) < 2:
        return None
    run = before[-1:]
    for one in reversed(before[:-1]):
        if not pack.cues.list_join.fullmatch(line.text, one.end, run[0].start):
            break
        run.insert(0, one)
    figures = [e for e in line.of("FIGURE") if e.start >= run[-1].end and kind_of(e) == kind_of(event)][: len(run)]
    if len(run) < 2 or len(figures) != len(run) or event not in figures:
        return None
    one = run[figures.index(event)]
    return stated(one.name, one.start, one.end)


def subject(line: Line, pack: Pack) -> Slot | None:
    """The company that a sentence is about: the first with a part in it."""
    for one in companies(line, pack):
        if one.role:
            return stated(one.name, one.start, one.end)
    return None


def listed(slot: Slot | None) -> bool:
    """Whether a company is the catalogue's."""
    return slot is not None and slot.value in companies_by_name()
