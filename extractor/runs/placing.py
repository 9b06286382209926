"""Where a span of an article stands in the page as it was received, before any parser of ours had read it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from extractor.archive import Archive
from extractor.domain import Article, Capture
from extractor.domain.errors import ArchiveError
from extractor.parse.source_map import SourceMap

AROUND = 24
"""Characters of the page that are shown on either side."""


class Placed(NamedTuple):
    """Characters [start, end) of the capture's decoded body, with its own markup, and what stands about them."""

    start: int
    end: int
    text: str
    before: str
    after: str


def in_capture(capture: Capture, article: Article, start: int, end: int) -> Placed | None:
    """Where a span of the article stands in its capture; None when it cannot be told."""
    found = SourceMap(capture, article)
    span = found.span(start, end)
    if span is None:
        return None
    first, last = span
    text = found.source
    return Placed(first, last, text[first:last], text[max(first - AROUND, 0) : first], text[last : last + AROUND])


def in_page(home: Path, article: Article, start: int, end: int) -> Placed | None:
    """The same for an article whose capture is in the home's archive.

    Raises:
        ArchiveError: it is not, or it does not match its digest.
    """
    if article.capture_sha256 is None:
        return None
    if not (home / "captures").is_dir():
        raise ArchiveError(f"{home} has no captures/", "Pages of an imported home are where it was exported")
    with Archive(home) as archive:
        return in_capture(archive.get(article.capture_sha256), article, start, end)
