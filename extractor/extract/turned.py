"""A sentence without a figure that turns to one partner: 足を引っ張ったのは米国向けだ. The next goes on about it."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.frame import value
from extractor.extract.subjects import subjects
from extractor.languages import Pack

SHORT = {True: 90, False: 40}
"""How long such a sentence is at most, in characters: where words are written apart, and where not."""


def turned(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """Keep the one partner that a short sentence without a figure names; a heading is no sentence."""
    if line.of("FIGURE", "PERIOD") or len(line.quote) > SHORT[pack.joins_words] or line.quote[-1:] not in ".。":
        return
    row = catalogue.indicators.get(value(discourse.frame, "indicator") or "")
    found = [s.slots["partner"] for s in subjects(line, pack, catalogue) if "partner" in s.slots]
    if row is None or not row.trade or len({slot.value for slot in found}) != 1 or found[0].value is None:
        return
    if found[0].value != value(discourse.frame, "reporter"):
        discourse.frame = {**discourse.frame, "partner": found[0]}
