"""What a sentence leaves for the next one: its periods, its frame, its country."""

from __future__ import annotations

from extractor.extract import roles as period_roles
from extractor.extract import when
from extractor.extract.build import Reader
from extractor.extract.context import Passage
from extractor.extract.events import Line, at_end
from extractor.extract.frame import Frame, Slot, value
from extractor.extract.mentioned import mentioned
from extractor.extract.narrow import WIDE


def leave(passage: Passage, carry: Frame | None, begun: Frame | None, seen: when.When | None) -> None:
    """Leave the discourse as the next sentence finds it: the frames that run on and the period last `seen`."""
    line, discourse, reader, pack = passage.line, passage.discourse, passage.reader, passage.pack
    discourse.spread = tuple(passage.own[e.start] for e in line.of("FIGURE") if e.start in passage.own)
    _keep_topic(passage, seen)
    _keep_days(passage)
    discourse.leave(carry, seen or when.spoken_of(line, passage.roles, pack), line.sentence.start, begun)
    if discourse.balance is None and value(discourse.frame, "indicator") in WIDE:
        discourse.balance = discourse.frame["indicator"]
    mentioned(line, discourse, pack, reader.catalogue)
    discourse.country = _opened_country(line, reader)


def _keep_topic(passage: Passage, seen: when.When | None) -> None:
    """Keep the period that a paragraph opens with; forget it where a sentence names the text's own again."""
    line, discourse = passage.line, passage.discourse
    main = discourse.base_when
    named = seen is not None and seen.start is not None and seen.start >= line.sentence.start
    if named and passage.pack.joins_words and seen is not None and main is not None and seen.period == main.period:
        discourse.topic_when = None
    opened_with = when.opens(line, passage.roles, passage.pack)
    if opened_with is not None and not when.within(opened_with, main):
        discourse.topic_when = opened_with


def _keep_days(passage: Passage) -> None:
    """Keep the days that a sentence names, for what is quoted daily and what is counted on a day."""
    line, discourse, roles = passage.line, passage.discourse, passage.roles
    named = [e for e in line.of("PERIOD") if e.figure is not None and e.figure.period_kind == "day" and e.figure.period]
    days = [e for e in named if not at_end(e)] if passage.pack.joins_words else named
    if not days or roles.get(days[-1].start) in {period_roles.BASE, period_roles.SERIES}:
        return
    discourse.named_day = when.of_event(days[-1])
    ends = [e for e in days if at_end(e) and roles.get(e.start) == period_roles.REFERENCE]
    discourse.counted_day = when.of_event(ends[0]) if ends else discourse.counted_day
    for event in days:
        over = (when.of_event(event).period or "")[:10] <= str(passage.reader.article.published_date or "9999")
        discourse.last_day = _later(discourse.last_day, when.of_event(event)) if over else discourse.last_day
    if roles.get(days[-1].start) != period_roles.PUBLICATION:
        discourse.day = _later(discourse.day, discourse.named_day)


def _later(known: when.When | None, named: when.When) -> when.When:
    """The later of two days: markets' reports go back to the day before in passing."""
    return known if known is not None and (known.period or "") > (named.period or "") else named


def _opened_country(line: Line, reader: Reader) -> Slot | None:
    """The country that a sentence opens with."""
    first = line.events[0] if line.events else None
    if first is None or first.cls != "PLACE" or first.start != line.sentence.start:
        return None
    country = reader.catalogue.places[first.value].kind in {"country", "territory"}
    return (
        Slot(first.value, "inherited", "the country that the last sentence was about", first.start, first.end)
        if country
        else None
    )
