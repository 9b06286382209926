"""Surveys: the share of those asked who said something is no growth and no profit, whatever they were asked about."""

from __future__ import annotations

from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.when import When
from extractor.languages import Pack

SURVEY = "survey_share"
OWN = 10
"""How far behind a period the word for a survey stands: FY2024 survey, 2024年度の調査."""


def noticed(line: Line, discourse: Discourse, pack: Pack) -> None:
    """Note that the text is about a survey, and of which period the survey is."""
    found = pack.cues.survey.search(line.text[line.sentence.start : line.sentence.end])
    if found is None:
        return
    discourse.survey = True
    for event in line.of("PERIOD"):
        own = pack.cues.survey_noun.search(line.text, event.end, event.end + OWN)
        at = event.figure
        if own is not None and at is not None and at.period is not None and at.period_kind != "day":
            discourse.survey_when = When(at.period, at.period_kind, event.start, event.end, "the survey's own period")


def answered(frame: Frame, line: Line, event: Event, discourse: Discourse, pack: Pack) -> Frame:
    """The frame of a percentage of a survey: a share of those asked; a response rate has no row."""
    if not discourse.survey or kind_of(event) not in {"percent", "points", "rank", "streak"}:
        return frame
    text = line.text
    before, after = text[line.sentence.start : event.start], text[event.end : line.sentence.end]
    if pack.cues.response_rate.search(before[-24:]) or pack.cues.response_rate.match(after):
        return {**_cleared(frame), "indicator": inferred(None, "a response rate has no row")}
    known = value(frame, "indicator") not in {SURVEY, None} and kind_of(event) == "percent"
    if pack.joins_words and known and line.of("FORECAST") and pack.cues.step.search(before):
        return frame
    asked = pack.cues.asked.search(text[line.sentence.start : line.sentence.end]) is not None
    running = frame.get("indicator")
    was = discourse.counted_answers or (running is not None and running.value == SURVEY)
    goes_on = was and not line.of("FLOW", "INDICATOR")
    if not asked and not goes_on:
        return frame
    discourse.counted_answers = True
    return {**_cleared(frame), "indicator": stated(SURVEY, event.start, event.end, "a share of those asked")}


def _cleared(frame: Frame) -> dict[str, Slot]:
    return without(frame, "flow", "partner", "commodity", "balance_sign", "entity")
