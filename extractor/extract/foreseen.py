"""A forecast has no period that is over: it has the one last forecast."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract import when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event
from extractor.extract.polls import polled
from extractor.extract.standing import foretold
from extractor.extract.when import YEARS


def foreseen(passage: Passage, event: Event, row: Indicator | None, at: when.When | None) -> when.When | None:
    """The period of a figure that may be a forecast; one that is to come is kept for the next forecast."""
    if at is None:
        return None
    discourse = passage.discourse
    if figure_of(event).start not in passage.own and _to_come(passage, event, at):
        at = discourse.ahead or when.When(None, "unresolved", None, None, "a forecast is not of a period that is over")
    elif _of_future(passage, event, at):
        discourse.ahead = at._replace(reason="the period last forecast")
    if _unfinished_year(passage, row, at):
        discourse.ahead = at._replace(reason="the period last forecast")
    return at


def _to_come(passage: Passage, event: Event, at: when.When) -> bool:
    """Whether a figure is a forecast (of no poll) while the period in force was over when the text came out."""
    published = passage.reader.article.published_date
    if passage.discourse.vintage is not None and passage.discourse.vintage.value == "flash":
        return False
    if published is None or at.period is None or at.period[-10:] >= published.isoformat():
        return False
    forecast = foretold(passage.line, event, passage.pack)
    return forecast and not polled(passage.line, event, passage.pack)


def _unfinished_year(passage: Passage, row: Indicator | None, at: when.When) -> bool:
    """Whether a company's figure is of a year that is not over: of its forecast."""
    published = passage.reader.article.published_date
    company = row is not None and row.subject == "company" and passage.pack.joins_words
    return company and at.kind in YEARS and when.unfinished(at.period, published)


def _of_future(passage: Passage, event: Event, at: when.When) -> bool:
    """Whether a figure is a forecast of a period that was not over by publication."""
    if not when.unfinished(at.period, passage.reader.article.published_date):
        return False
    if at.kind == "fiscal_year" and event.start in passage.own:
        return True  # what a company now puts at 450 billion yen for the year is a forecast, whatever the verb
    return foretold(passage.line, event, passage.pack)
