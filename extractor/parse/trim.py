"""What stands in an article's node and is not its text: editor lines, other articles, comments, prompts, appeals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.parse.phrases import says
from extractor.parse.reading import Piece

NOTICE_CHARS = 160
"""A longer block is text, whatever it begins with."""
LINK_CHARS = 70
DROPPED = ("editor", "appeal", "paywalled")


def trim(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that are the article's own, in order."""
    in_related = False
    for piece in pieces:
        if piece.kind == "cell":
            in_related = False
            yield piece
            continue
        short = len(piece.text) <= NOTICE_CHARS
        if short and says(piece.text, "comments"):
            return
        if short and says(piece.text, "related"):
            in_related = True
            continue
        in_related = in_related and (piece.kind == "item" or len(piece.text) <= LINK_CHARS)
        if in_related or says(piece.text, "prompt") or (short and _notice(piece.text)):
            continue
        yield piece


def _notice(text: str) -> bool:
    return any(says(text, meaning) for meaning in DROPPED)
