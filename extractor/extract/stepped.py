"""The days of a period that is named by another: the month before, the same part of a named year."""

from __future__ import annotations

from extractor.domain import dated
from extractor.extract import change, period_steps, when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event


def _same_of(passage: Passage, event: Event, timex: str) -> when.When | None:
    """2019年同月: that part of a named year which the sentence, or the text, speaks of."""
    before = [at for start, at in passage.settled.items() if start < event.start and dated(at.period)]
    at = before[-1] if before else passage.discourse.when
    if at is None or not dated(at.period) or not timex[:4].isdigit():
        return None
    moved = period_steps.in_year(at.period, int(timex[:4]))
    return None if moved is None else when.When(moved, at.kind, event.start, event.end, "the same part of that year")


def stepped(passage: Passage, event: Event) -> when.When | None:
    """The days of 去年同期 or 比上月: one step before the period that the sentence, or the text, speaks of."""
    timex = figure_of(event).timex or ""
    step = change.STEPS.get(timex)
    if step is None:
        return _same_of(passage, event, timex) if timex.endswith("-XX") else None
    known = {start: at for start, at in passage.own.items() if dated(at.period)}
    after = [known[start] for start in sorted(known) if start > event.start]
    running = next(iter(after), None) or next(iter(known.values()), None) or passage.discourse.when
    days = period_steps.earlier(running.period, step) if running is not None else None
    return when.When(days, running.kind, event.start, event.end) if days and running is not None else None
