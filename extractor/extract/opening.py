"""What the headline, dateline and lead settle for the whole article: reporter, partner, period."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalogue import Catalogue
from extractor.extract import credit, when
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.frame import Slot, inferred
from extractor.extract.subjects import Subject, subjects
from extractor.languages import Pack

COUNTED = frozenset({"rank", "streak"})
"""A headline's "record high" or "second year" does not say yet whose trade the text measures."""
LEAD = 5
"""How many sentences make the opening."""


def opening(lines: Sequence[tuple[Line, Pack]], catalogue: Catalogue) -> Discourse:
    """The discourse as the article opens.

    The first reporter named runs through the article. A partner does when the lead's first figure is
    about it, or when the opening names a pair of countries as such (日中貿易, trade between A and B).
    """
    discourse = Discourse()
    base: dict[str, Slot] = {}
    partner: Slot | None = None
    settled = False
    for line, pack in lines[:LEAD]:
        measured = any(e.figure is not None and e.figure.kind not in COUNTED for e in line.of("FIGURE"))
        for subject in subjects(line, pack, catalogue):
            if not subject.core:
                continue
            if "reporter" in subject.slots:
                base.setdefault("reporter", subject.slots["reporter"])
            if _pair(subject) or (measured and not settled):
                partner = subject.slots.get("partner")
            elif not settled:
                partner = partner or subject.slots.get("partner")
            settled = settled or measured
        if discourse.base_when is None:
            discourse.base_when = _first_period(line, pack)
    if partner is not None and partner.value is not None:
        base["partner"] = partner
        reporter = base.get("reporter")
        if reporter is not None and reporter.value is not None:
            discourse.pair = frozenset({reporter.value, partner.value})
    else:
        base["partner"] = inferred("WLD", "no partner named: trade with all")
    _credited(lines, catalogue, discourse)
    discourse.base = {name: slot.passed_on() for name, slot in base.items()}
    discourse.frame = discourse.base
    discourse.when = discourse.base_when
    return discourse


def _credited(lines: Sequence[tuple[Line, Pack]], catalogue: Catalogue, discourse: Discourse) -> None:
    """The headline and the first sentence are credited to whom the lead credits."""
    for line, _ in lines[:LEAD]:
        credit.attribute(line, discourse, catalogue)
        if discourse.attribution is not None:
            return


def _pair(subject: Subject) -> bool:
    return any(e.cls == "PAIR" or (e.cls == "PREP" and e.value == "between") for e in subject.events)


def _first_period(line: Line, pack: Pack) -> when.When | None:
    for event in line.of("PERIOD"):
        figure = event.figure
        if figure is not None and when.role(line, event, pack) == when.REFERENCE and figure.period_kind in when.SPANS:
            return when.When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")
    return None
