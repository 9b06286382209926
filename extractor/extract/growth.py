"""Percentages that are growth, or readings of an index, without a word that says so."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract.events import Event, Line
from extractor.languages import Pack

ELLIPSIS = 10
"""How far behind points the word stands that a list of them shares: 0.4个和0.5个 | 百分点."""
BESIDE = 2
"""How far behind a comparison its percentage stands: 前期比では0.53％."""


def moves(line: Line, event: Event) -> bool:
    """Whether a word of direction stands right behind a figure."""
    return bool(line.beginning(event.end, event.end + 1, "MOVE"))


def beside_comparison(line: Line, event: Event) -> bool:
    """Whether a comparison stands right before a percentage and nothing says which way: 前年同期比5.02％だった."""
    led = line.ending(event.start - BESIDE, event.start, "COMPARE")
    return bool(led) and line.next(event.end, "MOVE", "FXMOVE") is None


def grew_by_name(line: Line, event: Event, pack: Pack) -> bool:
    """Whether a sentence names a rate of growth and nothing else since: 成長率は5.03％で、前年の5.05％を下回り."""
    named = None if pack.joins_words else pack.cues.growth.search(line.text, line.sentence.start, event.start)
    if named is None:
        return False
    other = line.next(named.end(), "INDICATOR", "FLOW", "SHARE")
    return other is None or other.end > event.start


def of_index(line: Line, event: Event, row: Indicator | None, pack: Pack) -> Event:
    """Points of an index are points, not percentage points, unless they say so: PMIは0.9ポイント低下; so is the reading
    of a panel's index that is printed with a sign: PMI ... 中型企业为49.5%."""
    figure = event.figure
    if figure is None or row is None:
        return event
    panel = row.code.endswith("pmi") and figure.kind == "percent"
    reading = panel and pack.cues.index_level.search(line.text, line.sentence.start, event.start) is not None
    said = pack.cues.in_hundredths.search(line.text, figure.start, event.end + ELLIPSIS) is not None
    points = row.unit == "point" and figure.kind == "points" and figure.unit == "percentage_point" and not said
    return event._replace(figure=figure.changed({"kind": "count", "unit": "point"})) if reading or points else event
