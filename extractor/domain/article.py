"""What comes in: sources, captures and the articles that they parse to."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from extractor.domain.base import Frozen, content_id

Language = str
"""A BCP 47 primary tag that has a file in `languages/` (en, ja, zh)."""


class Policy(Frozen):
    """What may be done with a source's pages, what that rests on, and when it was reviewed."""

    crawl: bool
    requests_per_minute: int = Field(default=12, gt=0)
    excerpt_chars: int | None = None
    """Longest stretch of text that exports and pages may show; None = no limit."""
    redistribution: Literal["none", "quotation", "free"] = "quotation"
    rests_on: str
    reviewed: date


class Capture(Frozen):
    """One response or file as received. Its bytes are never changed.

    `sha256` is the hex digest of `body`. `retrieved_at` is ISO 8601 in UTC.
    `headers` are the response's, in order, names in lower case.
    """

    url: str
    body: bytes = Field(repr=False)
    sha256: str
    retrieved_at: str
    source: str | None = None
    media_type: str | None = None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    """What the person who handed the file in said: published, lang, source, title, id."""
    request_headers: tuple[tuple[str, str], ...] = ()
    """The request's headers as sent; empty for a file."""
    via: tuple[str, ...] = ()
    """The URLs that redirected here, the one first asked for first."""

    def header(self, name: str) -> str | None:
        """The last value of a header, or None."""
        found = [value for key, value in self.headers if key == name.lower()]
        return found[-1] if found else None

    def hint(self, name: str) -> str | None:
        """What the person who handed the file in said about it, or None."""
        return dict(self.hints).get(name)


class Sighting(Frozen):
    """A page that was asked for again and had not changed: no new capture, but a date.

    `sha256` names the capture that it confirms. `headers` are the new response's.
    """

    url: str
    sha256: str
    seen_at: str
    why: Literal["not_modified", "same_bytes"]
    headers: tuple[tuple[str, str], ...] = ()


class Block(Frozen):
    """A stretch of `Article.text`: a paragraph, a heading, a list item or a table cell.

    `start` and `end` are code points in the article's text. Cells carry their
    table's number and their row and column from 0; `header` marks header cells.
    """

    kind: Literal["title", "heading", "paragraph", "item", "cell", "caption"]
    start: int
    end: int
    table: int | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False


class Article(Frozen):
    """What a capture parses to.

    `text` is what a reader sees, NFC, title first, blocks separated by newlines
    (the cells of a table's row by tabs); every offset in the project counts its code points.
    `published_at` is ISO 8601, with the offset where one is known; `published_how` says where it came from.
    `marks` name what limits the article: truncated, paywalled, ai_generated, generic_layout,
    unseen_characters (numbers that do not read as their characters say).
    """

    id: str
    url: str | None
    source: str | None
    lang: Language
    title: str | None
    text: str
    blocks: tuple[Block, ...] = ()
    published_at: str | None = None
    published_how: str | None = None
    modified_at: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    credit: str | None = None
    """The agency that a syndicated text is credited to, as printed."""
    layout: str | None = None
    """The parser that read it: `xinhua/V3`, `generic`, `text`."""
    capture_sha256: str | None = None
    marks: tuple[str, ...] = ()

    @property
    def published_date(self) -> date | None:
        """The publication day in the source's own time zone, when known."""
        return date.fromisoformat(self.published_at[:10]) if self.published_at else None

    @property
    def digest(self) -> str:
        """Content address of everything that extraction reads."""
        return content_id(self.text, self.lang, self.source, self.published_at, self.title, self.blocks, self.marks)
