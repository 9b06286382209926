"""How close to a figure its own period stands."""

from __future__ import annotations

from extractor.languages import Pack

TIGHT = 4
"""A period this close behind a figure is its own: "49.5 in May"."""
APART = 16
"""The same where words are written apart, with a preposition before it: "5.4 percent in the first quarter"."""


def reach(pack: Pack) -> int:
    """How close behind a figure its own period stands."""
    return APART if pack.joins_words else TIGHT
