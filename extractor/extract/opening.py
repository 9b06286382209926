"""What the headline, dateline and lead settle for the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalogue import Catalogue
from extractor.domain import Article
from extractor.extract import when
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.frame import Slot
from extractor.extract.subjects import Subject, subjects
from extractor.languages import Pack

LEAD = 4
"""How many sentences make the opening."""


def opening(lines: Sequence[Line], pack: Pack, catalogue: Catalogue, article: Article) -> Discourse:
    """The discourse as the article opens: the first reporter named, and the first period measured."""
    discourse = Discourse()
    base: dict[str, Slot] = {}
    for line in lines[:LEAD]:
        for subject in subjects(line, pack, catalogue):
            if subject.core:
                _keep(base, subject)
        if discourse.base_when is None:
            discourse.base_when = _first_period(line, pack)
    discourse.base = {name: slot.passed_on() for name, slot in base.items()}
    discourse.frame = discourse.base
    discourse.when = discourse.base_when
    return discourse


def _keep(base: dict[str, Slot], subject: Subject) -> None:
    reporter = subject.slots.get("reporter")
    if reporter is not None:
        base.setdefault("reporter", reporter)


def _first_period(line: Line, pack: Pack) -> when.When | None:
    for event in line.of("PERIOD"):
        figure = event.figure
        if figure is not None and when.role(line, event) == when.REFERENCE and figure.period_kind in when.SPANS:
            return when.When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")
    return None
