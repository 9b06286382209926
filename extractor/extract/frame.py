"""A frame: what a stretch of text is about, slot by slot, and how each slot is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from extractor.domain.vocabulary import How


class Slot(NamedTuple):
    """A slot's value (None: known to be none, as all goods), how it was got, why, and where in the text."""

    value: str | None
    how: How
    reason: str
    start: int | None = None
    end: int | None = None

    def passed_on(self) -> Slot:
        """The same value seen from a later clause: inherited."""
        return Slot(self.value, "inherited", self.reason, self.start, self.end) if self.how == "stated" else self


Frame = Mapping[str, Slot]
EMPTY: Frame = {}


def stated(value: str | None, start: int, end: int, reason: str = "") -> Slot:
    """A slot that the sentence itself writes."""
    return Slot(value, "stated", reason, start, end)


def inferred(value: str | None, reason: str) -> Slot:
    """A slot that follows from a named rule or catalogue row."""
    return Slot(value, "inferred", reason)


def value(frame: Frame, slot: str) -> str | None:
    """The value of a slot, None when it is absent."""
    found = frame.get(slot)
    return found.value if found else None


def passed_on(frame: Frame) -> dict[str, Slot]:
    """The frame as a later clause sees it."""
    return {name: slot.passed_on() for name, slot in frame.items()}


def over(base: Frame, new: Frame) -> dict[str, Slot]:
    """`new` laid over `base`."""
    return {**base, **new}


def without(frame: Frame, *names: str) -> dict[str, Slot]:
    """The frame without some slots."""
    return {k: v for k, v in frame.items() if k not in names}
