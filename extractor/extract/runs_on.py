"""Which period of a sentence runs on to the next figures."""

from __future__ import annotations

from extractor.domain import dated
from extractor.extract import change, when
from extractor.extract.context import Passage
from extractor.extract.events import Event
from extractor.extract.frame import value
from extractor.extract.only_compared import TERMS_BEFORE
from extractor.extract.own_period import describes, of_known
from extractor.extract.state import Assigned
from extractor.extract.when import YEARS
from extractor.languages import Pack

BEFORE = frozenset({*TERMS_BEFORE, *change.STEPS})
"""Periods that are named as the one before."""


def running(passage: Passage, at: when.When | None, assigned: Assigned) -> when.When | None:
    """The period of a figure as later sentences find it: the day up to which a flow was counted is none, nor one
    of years before the time that the text is of."""
    row = passage.reader.catalogue.indicators.get(value(assigned.frame, "indicator") or "")
    main = passage.discourse.base_when
    published = str(passage.reader.article.published_date or "")
    over = main is None or main.period is None or main.period[-10:] <= published or passage.pack.joins_words
    if at is not None and main is not None and over and when.before(at, main):
        return None
    cues, text, begin = passage.pack.cues, passage.line.text, passage.line.sentence.start
    if cues.compares.match(text, begin) or cues.followed.search(text, begin, assigned.event.start):
        return None
    if at is not None and of_known(passage.line, assigned.event, at, passage.pack):
        return None
    single = at is not None and at.period is not None and at.period[:10] == at.period[-10:]
    if (
        at is not None
        and single
        and at.kind == "day"
        and passage.pack.joins_words
        and row is not None
        and not row.daily
    ):
        return None
    return _begun(passage, at)


def _begun(passage: Passage, at: when.When | None) -> when.When | None:
    """A period that had begun by publication; one to come does not run on to what is no forecast."""
    published = passage.reader.article.published_date
    to_come = (
        published is not None and at is not None and at.period is not None and at.period[:10] > published.isoformat()
    )
    return None if to_come else at


def only_before(passage: Passage, event: Event) -> bool:
    """Whether the period of a figure does not run on: of the base of a change, of a clause that describes, of the
    period before."""
    if change.is_base(passage.line, event, passage.pack) or describes(passage.line, event, passage.pack):
        return True
    own = passage.own.get(event.start)
    named = [e for e in passage.line.of("PERIOD") if own is not None and e.start == own.start]
    return any(e.figure is not None and e.figure.timex in BEFORE for e in named)


def looks_back(found: when.When, seen: when.When | None, pack: Pack) -> bool:
    """Whether a period only looks back from the one that the sentence is about: 二季度增长3%……一季度为萎缩0.5%."""
    same = seen is not None and seen.kind == found.kind and not pack.joins_words
    return same and seen is not None and (found.period or "") < (seen.period or "")


def keep_over(passage: Passage, at: when.When | None) -> None:
    """Keep a period that was over by publication as the last of which the text gives results."""
    published = passage.reader.article.published_date
    if at is None or not dated(at.period) or published is None:
        return
    known = passage.discourse.actual
    part = at.kind == "month" and known is not None and known.kind in {*YEARS, "half", "quarter"}
    if at.period[-10:] <= published.isoformat() and not part:
        passage.discourse.actual = at
