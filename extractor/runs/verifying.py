"""Does every exported quote still stand where the export says, in the archived page?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from extractor.archive import Archive
from extractor.domain import Article, Capture
from extractor.domain.errors import ArchiveError, ExtractorError
from extractor.parse.source_map import SourceMap
from extractor.runs.stages import Parsed


@dataclass(frozen=True)
class Checked:
    """One row: its claim, and what is wrong with it (None: it stands as cited)."""

    claim_id: str
    problem: str | None
    on_page: tuple[int, int] | None = None
    """First character and end of the quote in the page as received, where it stands as cited."""


def verify(home: Path, rows: Iterable[dict[str, Any]], parse: Callable[[Capture], Parsed]) -> Iterator[Checked]:
    """Slice every quote again from the archived capture, and say where it stands in the page as received."""
    with Archive(home) as archive:
        read = lru_cache(maxsize=4)(lambda sha256: _page(archive, sha256, parse))
        for row in rows:
            locator = row["locator"]
            page, problem = read(locator["capture_sha256"])
            if page is not None:
                problem = _mismatch(page.text, locator)
            span = page.source.span(locator["start"], locator["end"]) if page is not None and not problem else None
            yield Checked(str(row["id"]), problem, span)


@dataclass(frozen=True)
class Page:
    """A capture as it is read now, and the way back from its article to the page as received."""

    capture: Capture
    article: Article

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def source(self) -> SourceMap:
        """From the article's characters to the page's."""
        return SourceMap(self.capture, self.article)


def _page(
    archive: Archive, sha256: str | None, parse: Callable[[Capture], Parsed]
) -> tuple[Page, None] | tuple[None, str]:
    if not sha256:
        return None, "it names no capture"
    try:
        capture = archive.get(sha256)
        return Page(capture, parse(capture).article), None
    except ArchiveError as error:
        return None, str(error)
    except ExtractorError as error:
        return None, f"the capture can no longer be read: {error}"


def _mismatch(text: str, locator: dict[str, Any]) -> str | None:
    quote, start, end = locator["quote"], locator["start"], locator["end"]
    if text[start:end] != quote:
        around = f"{locator['prefix'] or ''}{quote}{locator['suffix'] or ''}"
        place = text.find(around)
        if place >= 0:
            moved = place + len(locator["prefix"] or "")
            return f"{quote!r} has moved from {start} to {moved}: the page is parsed otherwise now"
        return f"{quote!r} is not at {start} to {end}: there stands {text[start:end]!r}"
    before, after = locator["prefix"] or "", locator["suffix"] or ""
    if not text[:start].endswith(before) or not text[end:].startswith(after):
        return f"{quote!r} stands between other words now"
    return None
