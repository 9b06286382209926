"""What a poll or the market expected, and who asked."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.events import Event, Line, kind_of, once
from extractor.extract.frame import Slot, stated
from extractor.languages import Pack

LEAD_UP = 160
"""How far before a figure the words of a poll begin."""


@once
def polled(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure is what a poll or the market expected: no agency stands behind it."""
    if kind_of(figure) in {"rank", "streak"}:
        return False
    start = max(line.sentence.start, figure.start - LEAD_UP)
    before = pack.cues.poll.search(line.text, start, figure.start)
    return before is not None or pack.cues.polled.match(line.text, figure.end, line.sentence.end) is not None


def pollster(line: Line, figure: Event, pack: Pack, catalogue: Catalogue) -> Slot | None:
    """The outlet that asked: economists polled by Reuters."""
    near = [a for a in line.of("AGENCY") if abs(a.start - figure.start) <= LEAD_UP]
    asked = [a for a in near if only_asked(line, a, pack, catalogue)]
    if not asked:
        return None
    by = next((a for a in reversed(asked) if a.end <= figure.start), asked[0])
    return stated(catalogue.agencies[by.value].attribution, by.start, by.end, "whose poll it is")


def only_asked(line: Line, agency: Event, pack: Pack, catalogue: Catalogue) -> bool:
    """Whether an outlet stands in the sentence for its poll alone."""
    if catalogue.agencies[agency.value].polls and any(polled(line, f, pack) for f in line.of("FIGURE")):
        return True
    before = line.text[max(line.sentence.start, agency.start - 24) : agency.start]
    after = line.text[agency.end : agency.end + 24]
    if pack.cues.poll_owner.search(before) is not None:
        return True
    outlet = catalogue.agencies[agency.value].kind == "outlet"
    return outlet and pack.cues.poll_owner.search(after) is not None
