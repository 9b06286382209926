"""Business terms named by their place: this term (今期), the next one, the last, the one before (前の期)."""

from __future__ import annotations

from datetime import date

from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.period_steps import earlier
from extractor.extract.when import YEARS, When, of_event

AWAY = {"NOW:T": 0, "NEXT:T": 1, "LAST:T": -1}
"""Terms counted from the one that the day of publication falls into."""
BEFORE = "BEFORE:T"
"""The term before the one that is spoken of."""
PREVIOUS = "PREV"
"""前期: a company's last business term; the quarter before, where quarters are spoken of."""
TERM = ".term"
"""How the rules end that read a business term by its closing month: 2025年3月期."""


def cycle(line: Line) -> When | None:
    """The first business year that a sentence names by its closing month."""
    for event in line.of("PERIOD"):
        figure = event.figure
        if figure is not None and figure.rule.endswith(TERM) and figure.period and figure.period_kind in YEARS:
            return of_event(event)
    return None


def settled(line: Line, discourse: Discourse, published: date | None) -> dict[int, When]:
    """The days of each term that the sentence names by its place, by where it stands; those that are known."""
    found: dict[int, When] = {}
    for event in line.of("PERIOD"):
        timex = event.figure.timex if event.figure is not None else None
        if timex in AWAY:
            at = _counted(discourse.term, AWAY[timex], published, event)
        elif timex in {BEFORE, PREVIOUS}:
            at = _previous(line, event, timex, discourse, published)
        else:
            continue
        if at is not None:
            found[event.start] = at
    return found


def _counted(term: When | None, away: int, published: date | None, event: Event) -> When | None:
    """The term so many years from the one of the day of publication, by the closing month that the text names."""
    if term is None or term.period is None or published is None:
        return None
    first, last = (date.fromisoformat(part) for part in term.period.split("/"))
    years = published.year - first.year - ((published.month, published.day) < (first.month, first.day)) + away
    days = _years_on(first, last, years)
    return When(days, term.kind, event.start, event.end, f"published {published}: by the term named in the text")


def _years_on(first: date, last: date, years: int) -> str:
    return f"{first.replace(year=first.year + years).isoformat()}/{last.replace(year=last.year + years).isoformat()}"


def _previous(line: Line, event: Event, timex: str, discourse: Discourse, published: date | None) -> When | None:
    """前の期, 前期: one term before."""
    if timex == PREVIOUS and discourse.term is not None:
        return _counted(discourse.term, -1, published, event)
    named = [e for e in line.of("PERIOD") if e.end <= event.start and e.figure is not None and e.figure.period]
    running = of_event(named[-1]) if named else discourse.when
    if running is None or running.kind not in {*YEARS, "quarter"} or (timex == BEFORE and running.kind == "quarter"):
        return None
    days = earlier(running.period, "qoq" if running.kind == "quarter" else "yoy")
    return None if days is None else When(days, running.kind, event.start, event.end, "the term before")
