"""A sentence as a line of events: the figures in it and the terms between them, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractor.domain import Figure
from extractor.extract.sentences import Sentence
from extractor.languages import Item


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


class Line(NamedTuple):
    """A sentence and its events, all and by class."""

    sentence: Sentence
    text: str
    events: tuple[Event, ...]
    by_class: Mapping[str, list[Event]]

    def between(self, left: Event, right: Event) -> str:
        """The text between two events."""
        return self.text[left.end : right.start]

    def of(self, *classes: str) -> list[Event]:
        """The events of some classes, in order of place."""
        if len(classes) == 1:
            return self.by_class.get(classes[0], [])
        return [event for event in self.events if event.cls in classes]


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
            if merged[n].start >= sentence.start and merged[n].end <= sentence.end:
                here.append(merged[n])
            n += 1
        found.append(line_of(sentence, text, here))
    return found


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


def _of_item(item: Item) -> list[Event]:
    """A term's event; "higher than a year earlier" is a direction and a comparison at once."""
    if item.cls != "MOVED_FROM":
        return [Event(item.start, item.end, None, item, item.cls, str(item.value))]
    way, _, basis = str(item.value).partition(":")
    return [
        Event(item.start, item.end, None, item, "MOVE", way),
        Event(item.start, item.end, None, item, "COMPARE", basis),
    ]


def kind_of(event: Event) -> str:
    """The kind of an event's figure; empty for a term."""
    return event.figure.kind if event.figure is not None else ""
