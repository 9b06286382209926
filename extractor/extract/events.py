"""A sentence as a line of events: the figures in it and the terms between them, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.domain import Figure
from extractor.extract.sentences import Sentence
from extractor.languages import Item


class Event(NamedTuple):
    """One figure (with the terms inside its span) or one term outside all figures."""

    start: int
    end: int
    figure: Figure | None
    item: Item | None
    inner: tuple[Item, ...] = ()

    @property
    def cls(self) -> str:
        """The item's class; FIGURE or PERIOD for figures."""
        if self.item is not None:
            return self.item.cls
        return "PERIOD" if self.figure is not None and self.figure.kind == "period" else "FIGURE"

    @property
    def value(self) -> str:
        """What a term stands for; empty for figures."""
        return str(self.item.value) if self.item is not None else ""


class Line(NamedTuple):
    """A sentence and its events."""

    sentence: Sentence
    text: str
    events: tuple[Event, ...]

    def between(self, left: Event, right: Event) -> str:
        """The text between two events."""
        return self.text[left.end : right.start]

    def before(self, event: Event, width: int) -> str:
        """The sentence's text just before an event."""
        return self.text[max(self.sentence.start, event.start - width) : event.start]

    def after(self, event: Event, width: int) -> str:
        """The sentence's text just after an event."""
        return self.text[event.end : min(self.sentence.end, event.end + width)]

    def of(self, *classes: str) -> list[Event]:
        """The events of some classes."""
        return [event for event in self.events if event.cls in classes]


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
        found.append(Line(sentence, text, tuple(here)))
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
            merged.append(Event(item.start, item.end, None, item))
    merged += [Event(f.start, f.end, f, None, tuple(inner[n])) for n, f in enumerate(ordered)]
    merged.sort(key=lambda e: (e.start, e.end))
    return merged
