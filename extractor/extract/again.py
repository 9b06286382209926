"""Words that go on about a measure named before without its name: 生産は in a text on car output."""

from __future__ import annotations

from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, line_of


def resumed(line: Line, discourse: Discourse) -> Line:
    """The line, its short words for measures read as the one last named that they can mean, and those named noted."""
    events = [e if e.cls != "AGAIN" else _meant(e, discourse) for e in line.events] if line.of("AGAIN") else None
    if events is not None:
        line = line_of(line.sentence, line.text, [e for e in events if e is not None])
    for event in line.of("INDICATOR"):
        discourse.named.pop(event.value, None)
        discourse.named[event.value] = event.start
    return line


def _meant(event: Event, discourse: Discourse) -> Event | None:
    """The measure last named among those that a word can mean; None when none has been."""
    codes = event.item.value if event.item is not None else ()
    meant = next((code for code in reversed(discourse.named) if code in codes), None)
    return None if meant is None else event._replace(cls="INDICATOR", value=meant)
