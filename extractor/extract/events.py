"""A sentence as a line of events: the figures in it and the terms between them, in order of place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from extractor.domain import Figure
from extractor.extract.sentences import Sentence
from extractor.languages import Item, Pack, everywhere

_START, _END = itemgetter(0), itemgetter(1)
T = TypeVar("T")


class Event(NamedTuple):
    """One figure (with the terms inside its span) or one term outside all figures.

    `cls` is the term's class, FIGURE or PERIOD for figures; `value` what a term stands for, empty for figures.
    """

    start: int
    end: int
    figure: Figure | None
    item: Item | None
    cls: str
    value: str = ""
    inner: tuple[Item, ...] = ()


@dataclass(frozen=True, eq=False)
class Line:
    """A sentence and its events, all and by class.

    Many rules ask the same of a line, figure by figure: `answers` keeps what has been asked before (see `once`).
    """

    sentence: Sentence
    text: str
    events: tuple[Event, ...]
    by_class: Mapping[str, list[Event]]
    answers: dict[Any, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def quote(self) -> str:
        """The sentence as written."""
        return self.text[self.sentence.start : self.sentence.end]

    def between(self, left: Event, right: Event) -> str:
        """The text between two events."""
        return self.text[left.end : right.start]

    def of(self, *classes: str) -> list[Event]:
        """The events of some classes, in order of place."""
        if len(classes) == 1:
            return self.by_class.get(classes[0], NONE)
        found: list[Event] | None = self.answers.get(classes)
        if found is None:
            found = self.answers[classes] = [event for event in self.events if event.cls in classes]
        return found

    def last(self, place: int, *classes: str) -> Event | None:
        """The last event of some classes that ends by a place of the text."""
        events = self.of(*classes)
        n = bisect_right(events, place, key=_END)
        return events[n - 1] if n else None

    def next(self, place: int, *classes: str) -> Event | None:
        """The first event of some classes that begins at a place of the text or after it."""
        events = self.of(*classes)
        n = bisect_left(events, place, key=_START)
        return events[n] if n < len(events) else None

    def ending(self, first: int, last: int, *classes: str) -> list[Event]:
        """The events of some classes that end between two places of the text, these included."""
        events = self.of(*classes)
        return events and events[bisect_left(events, first, key=_END) : bisect_right(events, last, key=_END)]

    def beginning(self, first: int, last: int, *classes: str) -> list[Event]:
        """The events of some classes that begin between two places of the text, these included."""
        events = self.of(*classes)
        return events and events[bisect_left(events, first, key=_START) : bisect_right(events, last, key=_START)]

    def before(self, place: int) -> Iterator[Event]:
        """The events that end by a place of the text, the nearest first."""
        return (self.events[n] for n in range(bisect_right(self.events, place, key=_END) - 1, -1, -1))

    def after(self, place: int) -> Iterator[Event]:
        """The events that begin at a place of the text or after it, the nearest first."""
        return (self.events[n] for n in range(bisect_left(self.events, place, key=_START), len(self.events)))

    def ends(self, pattern: re.Pattern[str]) -> list[int]:
        """Where what a pattern finds in the sentence ends."""
        found: list[int] | None = self.answers.get(pattern)
        if found is None:
            matches = pattern.finditer(self.text, self.sentence.start, self.sentence.end)
            found = self.answers[pattern] = [match.end() for match in matches]
        return found


NONE: list[Event] = []
"""No events of a class."""


def once(ask: Callable[[Line, Event, Pack], T]) -> Callable[[Line, Event, Pack], T]:
    """A question about one figure of a line that several rules ask: worked out once, then remembered by the line."""

    @wraps(ask)
    def asked(line: Line, figure: Event, pack: Pack) -> T:
        key = (ask, figure.start)
        if key not in line.answers:
            line.answers[key] = ask(line, figure, pack)
        answer: T = line.answers[key]
        return answer

    return asked


def line_of(sentence: Sentence, text: str, events: Sequence[Event]) -> Line:
    """A line with its index by class."""
    by_class: dict[str, list[Event]] = {}
    for event in events:
        by_class.setdefault(event.cls, []).append(event)
    return Line(sentence, text, tuple(events), by_class)


def lines(text: str, sentences: Sequence[Sentence], figures: Sequence[Figure], items: Iterable[Item]) -> list[Line]:
    """One Line a sentence. Terms inside a figure's span go with it; those that cross two sentences are dropped."""
    merged = _events(figures, items)
    found: list[Line] = []
    n = 0
    for sentence in sentences:
        here: list[Event] = []
        while n < len(merged) and merged[n].start < sentence.end:
            inside = merged[n].start >= sentence.start and merged[n].end <= sentence.end
            if inside and not _answer(merged[n], text):
                here.append(merged[n])
            n += 1
        found.append(line_of(sentence, text, here))
    return found


def _answer(event: Event, text: str) -> bool:
    """Whether a word of direction is an answer to a question, in marks of its own: 回答“缩小”的企业, 「拡大」は21％."""
    if event.cls != "MOVE" or event.figure is not None or not event.start:
        return False
    return text[event.start - 1] in "“「‘『" and text[event.end : event.end + 1] in ("”", "」", "’", "』")


def _events(figures: Sequence[Figure], items: Iterable[Item]) -> list[Event]:
    merged: list[Event] = []
    ordered = sorted(figures, key=lambda f: (f.start, f.end))
    inner: list[list[Item]] = [[] for _ in ordered]
    k = 0
    for item in items:
        while k < len(ordered) and ordered[k].end <= item.start:
            k += 1
        if k < len(ordered) and item.end > ordered[k].start:
            inner[k].append(item)
        else:
            merged += _of_item(item)
    merged += [
        Event(f.start, f.end, f, None, "PERIOD" if f.kind == "period" else "FIGURE", "", tuple(inner[n]))
        for n, f in enumerate(ordered)
    ]
    merged.sort(key=lambda e: (e.start, e.end))
    return merged


RATE = "policy_rate"
"""Its target (誘導目標) is where it stands."""


def _of_item(item: Item) -> list[Event]:
    """A term's event; "higher than a year earlier" is a direction and a comparison at once, 将增长 a forecast and a
    direction."""
    if item.cls == "AHEAD":
        verb = item.start + 1
        return [
            Event(item.start, verb, None, item, "FORECAST", "forecast"),
            Event(verb, item.end, None, item, "MOVE", str(item.value)),
        ]
    if item.cls == "RATEMOVE":
        verb = item.start + 1
        return [
            Event(item.start, verb, None, item, "INDICATOR", "policy_rate"),
            Event(verb, item.end, None, item, "MOVE", str(item.value)),
        ]
    aimed = everywhere("aims").search(item.text) if item.cls == "INDICATOR" and item.value != RATE else None
    if aimed is not None:
        aim = item.start + aimed.start()
        return [
            Event(item.start, aim, None, item, item.cls, str(item.value)),
            Event(aim, item.end, None, item, "FORECAST", "forecast"),
        ]
    made = everywhere("made_and_sold").search(item.text) if item.cls == "INDICATOR" else None
    if made is not None:
        parted = item.start + made.end()
        return [
            Event(item.start, parted, None, item, item.cls, "vehicle_production"),
            Event(parted, item.end, None, item, item.cls, "vehicle_sales"),
        ]
    led = everywhere("flow_to").search(item.text) if item.cls == "FLOW" else None
    if led is not None:
        verb = item.start + led.start()
        return [
            Event(item.start, verb, None, item, "FLOW", str(item.value)),
            Event(verb + 1, item.end, None, item, "PREP", "to"),
        ]
    if item.cls != "MOVED_FROM":
        return [Event(item.start, item.end, None, item, item.cls, str(item.value))]
    way, _, basis = str(item.value).partition(":")
    return [
        Event(item.start, item.end, None, item, "MOVE", way),
        Event(item.start, item.end, None, item, "COMPARE", basis),
    ]


def at_end(event: Event) -> bool:
    """Whether a period is named as the end of a month or a year: 6月末, the end of 2024."""
    return event.figure is not None and (event.figure.timex or "").endswith("-END")


def kind_of(event: Event) -> str:
    """The kind of an event's figure; empty for a term."""
    return event.figure.kind if event.figure is not None else ""
