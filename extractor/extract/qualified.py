"""Words beside an indicator that make it a narrower one: consumer prices, excluding fresh food, are the core CPI."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.extract.events import Event, Line
from extractor.languages import Pack

BEFORE, AFTER = 36, 48
"""How far from the indicator, in characters, the words stand."""
CLOSE = 6
"""How much may stand between them and an indicator that follows: "Excluding fresh food, consumer prices"."""
STOPS = "。；;，、,"


def narrower(line: Line, event: Event, events: tuple[Event, ...], row: Indicator, pack: Pack) -> str:
    """The code of the row, or of the narrower one that the words around its name mean."""
    if row.of_goods:
        for goods in (e for e in events if e.cls == "COMMODITY" and not left_out(line, e.start, e.end, pack)):
            if goods.value in row.of_goods:
                return row.of_goods[goods.value]
    if row.abroad is not None and any(e.cls == "PARTNER" for e in events):
        return row.abroad
    if not row.qualified:
        return event.value
    after = _after(line, event).lower()
    start = max(line.sentence.start, event.start - BEFORE)
    before = line.text[start : event.start].lower()
    for words, code in row.qualified.items():
        at = before.rfind(words)
        if words in after or (at >= 0 and len(before) - at - len(words) <= CLOSE):
            return code
    return event.value


def in_aside(line: Line, start: int, end: int, pack: Pack) -> bool:
    """Whether words stand in a clause between commas that only describes and has no figure: Scallops, which lost their
    Chinese buyers after August 2023, brought in ..."""
    opened = pack.cues.describes.search(line.text, line.sentence.start, start)
    closed = line.text.find(",", end, line.sentence.end)
    if opened is None:
        return False
    closed = closed if closed >= 0 else line.sentence.end
    return not any(opened.start() <= e.start < closed for e in line.of("FIGURE"))


def left_out(line: Line, start: int, end: int, pack: Pack) -> bool:
    """Whether goods are named only as left out: core CPI, which strips out fresh food."""
    cues = pack.cues
    return bool(
        cues.without_lead.search(line.text, max(line.sentence.start, start - BEFORE), start)
        or cues.without_mark.match(line.text, end)
    )


def _after(line: Line, event: Event) -> str:
    """What goes on about the indicator: the brackets right after it, else up to the next figure or break."""
    text = line.text
    if text[event.end : event.end + 1] in {"（", "("} or text[event.end : event.end + 2] == " (":
        opening = text[event.end : event.end + 2].strip()[0]
        close = text.find("）" if opening == "（" else ")", event.end)
        inside = text[event.end : close] if 0 < close < line.sentence.end else ""
        end = close + 1 if inside else event.end
    else:
        inside, end = "", event.end
    stop = min((e.start for e in line.of("FIGURE", "INDICATOR", "MOVE") if e.start >= end), default=line.sentence.end)
    return inside + " " + text[end : min(stop, end + AFTER)]
