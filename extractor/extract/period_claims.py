"""The claim of a period expression."""

from __future__ import annotations

from extractor.domain import Claim
from extractor.extract import only_compared, when
from extractor.extract import roles as period_roles
from extractor.extract.build import Change, build, figure_of
from extractor.extract.context import Passage
from extractor.extract.events import Event
from extractor.extract.frame import Slot
from extractor.extract.stepped import stepped
from extractor.extract.when import YEARS


def period_claim(passage: Passage, event: Event) -> Claim:
    """The claim of a period expression: its indicator says what the expression is for."""
    figure = figure_of(event)
    role = passage.roles.get(figure.start, period_roles.REFERENCE)
    if role == period_roles.BASE and only_compared.of_level(passage.line, event, passage.pack):
        role = period_roles.REFERENCE
    slots = {"indicator": Slot(role, "inferred", "what the expression is for in its sentence")}
    if figure.evidence:
        slots["period"] = Slot(figure.period, "inferred", figure.evidence, figure.start, figure.end)
    at = passage.counted.get(event.start) or stepped(passage, event)
    at = at or when.When(figure.period, figure.period_kind, figure.start, figure.end)
    if at.reason and at.period is not None:
        slots["period"] = Slot(at.period, "inferred", at.reason, figure.start, figure.end)
    if at.kind in YEARS and role == period_roles.REFERENCE:
        passage.discourse.last_year = at
    passage.settled[event.start] = at
    return build(passage.reader, passage.line, event, slots, passage.discourse, Change(), at)
