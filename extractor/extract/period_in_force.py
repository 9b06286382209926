"""Which period a figure has: its own, the day on which it was quoted, or the one in force."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract import surveys, when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event
from extractor.extract.named_for import compared_beside, named_for
from extractor.extract.quoted import UNDATED, quoted
from extractor.extract.standing import foretold
from extractor.extract.when import YEARS

MANY = 100
"""A count of no known indicator that is less than this is told in passing: of no period but its own."""
STOCKS = frozenset({"money_supply", "foreign_reserves", "loans_outstanding", "deposits"})
"""What is counted at the end of a month, also in a text on the months before."""


NOTHING = when.When(None, "unresolved", None, None, "nothing says when")


def in_force(passage: Passage, event: Event, row: Indicator | None) -> when.When | None:
    """The period of a figure: its sentence's own, the day for what is read on a day, else the one in force."""
    line, discourse, cues = passage.line, passage.discourse, passage.pack.cues
    own = named_for(passage, event, row)
    if own is None and cues.whole_time.search(line.text, line.sentence.start, line.sentence.end):
        discourse.when = discourse.base_when or discourse.when
        return discourse.when
    if cues.yearly.search(line.text, line.sentence.start, event.start):
        return when.whole_span(line, event) or own or discourse.when
    beside = compared_beside(passage, event)
    if beside is not None:
        return beside
    if row is not None and row.code == surveys.SURVEY and own is None and discourse.survey_when is not None:
        return discourse.survey_when
    return quoted(passage, event, row, own) or own or _unstated(passage, event, row)


def _unstated(passage: Passage, event: Event, row: Indicator | None) -> when.When | None:
    """The period of a figure to which its sentence gives none: that of the text, or of its results.

    A small count of something that is no known indicator has no period but its own.
    """
    if _is_result(passage, event):
        return passage.discourse.actual
    at, counted = passage.discourse.when, passage.discourse.counted_day
    spanned = at is None or at.kind in {"half", "ytd", "calendar_year"}
    if row is not None and row.code in STOCKS and counted is not None and spanned:
        return counted._replace(reason="a stock: of the day on which it was last counted")
    few = figure_of(event).kind == "count" and (figure_of(event).value or 0) < MANY
    if (row is None and few) or (row is not None and row.code in UNDATED):
        return NOTHING
    later = at is not None and (at.start or 0) >= passage.line.sentence.end
    return NOTHING if row is None and later else at


def _is_result(passage: Passage, event: Event) -> bool:
    """Whether the period in force is one that was forecast, and the figure is a result: of another."""
    at, known = passage.discourse.when, passage.discourse.actual
    published = passage.reader.article.published_date
    if not passage.pack.joins_words and not passage.discourse.company:
        return False
    if at is None or known is None or not when.unfinished(at.period, published):
        return False
    if not {at.kind, known.kind} <= YEARS | {"half", "quarter", "month", "ytd"} or passage.discourse.survey:
        return False
    if passage.discourse.status == "anticipated" and passage.line.of("OPEN"):
        return False
    if passage.discourse.foretells_line == passage.line.sentence.line:
        return False
    return not foretold(passage.line, event, passage.pack)
