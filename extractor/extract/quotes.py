"""Answers in quotes are no movement: 「従業員の賃金上昇」を挙げた企業が72.4％."""

from __future__ import annotations

import re

from extractor.extract.events import Line, line_of

QUOTE = re.compile("「[^「」]{1,40}」")
MOVES = frozenset({"MOVE", "FXMOVE"})


def unquoted(line: Line) -> Line:
    """The line without the words of direction in quotes that hold no figure."""
    if "「" not in line.quote or not line.of("MOVE", "FXMOVE"):
        return line
    spans = [m.span() for m in QUOTE.finditer(line.text, line.sentence.start, line.sentence.end)]
    spans = [s for s in spans if not any(s[0] <= e.start < s[1] for e in line.of("FIGURE"))]
    kept = [e for e in line.events if e.cls not in MOVES or not any(a < e.start < b for a, b in spans)]
    return line if len(kept) == len(line.events) else line_of(line.sentence, line.text, kept)
