"""What every reader (plain text, record, page) hands over, and how that becomes an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.domain import Article, Block, Capture, Frozen, Issue, Language, content_id
from extractor.domain.errors import ParseError, UnreadableInput, UnreadLanguage
from extractor.languages import codes
from extractor.languages.detect import detect_language, unread_language
from extractor.parse.phrases import first, marks_of
from extractor.parse.times import Moment, read_time
from extractor.sites import Site, canonical_url, site_of

Kind = Literal["title", "heading", "paragraph", "item", "cell", "caption"]
HEAD_CHARS = 300
"""How far into a text its dateline and credit may stand."""
HEAD_BLOCKS = 4


class Parsed(Frozen):
    """An article and what was noticed while reading it."""

    article: Article
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One block's text before it has a place in the article."""

    kind: Kind
    text: str
    table: int | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False


@dataclass(slots=True)
class Reading:
    """What a reader found. `issues` are (code, message); `how` says where the publication time came from."""

    text: str
    blocks: tuple[Block, ...]
    layout: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    id: str | None = None
    lang: str | None = None
    published_text: str | None = None
    """As a record states it, before its source's zone is known."""
    published: Moment | None = None
    how: str | None = None
    modified: Moment | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    credit: str | None = None
    marks: tuple[str, ...] = ()
    issues: list[tuple[str, str]] = field(default_factory=list)


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of the pieces, one a line (cells of a row share a line, parted by tabs), and their blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    position, before = 0, None
    for piece in pieces:
        if before is not None:
            gap = "\t" if _same_row(before, piece) else "\n"
            parts.append(gap)
            position += 1
        start, position = position, position + len(piece.text)
        parts.append(piece.text)
        blocks.append(
            Block(
                kind=piece.kind, start=start, end=position,
                table=piece.table, row=piece.row, column=piece.column, header=piece.header,
            )
        )  # fmt: skip
        before = piece
    return "".join(parts), tuple(blocks)


def _same_row(before: Piece, piece: Piece) -> bool:
    return piece.table is not None and (before.table, before.row) == (piece.table, piece.row)


def finish(capture: Capture, reading: Reading, sites: Mapping[str, Site]) -> Parsed:
    """The article: what was handed in with the capture wins over what was read.

    Raises:
        ParseError: there is no text.
        UnreadableInput: the published date that was handed in is none.
        UnreadLanguage: it is in a language that is not read.
    """
    if not reading.text.strip():
        raise ParseError(f"{capture.url} has no text that could be read", "Check the page, or hand in its text as .txt")
    site = _site(capture, reading, sites)
    url = canonical_url(reading.url or capture.url, site)
    published, how = _published(capture, reading, site)
    dateline = _dateline(reading)
    credit = first(_body_head(reading), "credit") or first(reading.text[-HEAD_CHARS:], "credit")
    article = Article(
        id=capture.hint("id") or reading.id or content_id(url, reading.text),
        url=url,
        source=site.code if site else capture.hint("source") or reading.source or capture.source,
        lang=_language(capture, reading, site),
        title=capture.hint("title") or reading.title,
        text=reading.text,
        blocks=reading.blocks,
        published_at=published.iso if published else None,
        published_how=how,
        modified_at=reading.modified.iso if reading.modified else None,
        authors=reading.authors,
        dateline=reading.dateline or (dateline.group().rstrip(" -–—") if dateline else None),
        credit=reading.credit or (credit.group("credit") if credit else None),
        layout=reading.layout,
        capture_sha256=capture.sha256,
        marks=tuple(dict.fromkeys((*reading.marks, *marks_of(reading.text)))),
    )  # fmt: skip
    return Parsed(article=article, issues=tuple(_issues(article, reading.issues)))


def _language(capture: Capture, reading: Reading, site: Site | None) -> Language:
    """As stated, else as the text shows; one without letters (a table of figures) is in its site's first language.

    Raises:
        UnreadLanguage: it is in none that has a file.
    """
    stated = re.split("[-_]", capture.hint("lang") or reading.lang or "")[0].lower()  # zh-CN is zh
    strange = None if stated in codes() else stated or unread_language(reading.text)
    if strange:
        message = f"{capture.url} is in a language that is not read ({strange})"
        raise UnreadLanguage(message, f"If it is in one of {', '.join(codes())}, say so with --lang")
    return stated or detect_language(reading.text) or (site.languages[0] if site else "en")


def _site(capture: Capture, reading: Reading, sites: Mapping[str, Site]) -> Site | None:
    for code in (capture.hint("source"), reading.source, capture.source):
        if code and code in sites:
            return sites[code]
    return site_of(capture.url, sites) or site_of(reading.url, sites)


def _published(capture: Capture, reading: Reading, site: Site | None) -> tuple[Moment | None, str | None]:
    """The publication time and where it came from: hint, page, dateline."""
    zone = site.time_zone if site else None
    if stated := capture.hint("published"):
        if moment := read_time(stated, zone):
            return moment, _how("hint", moment)
        raise UnreadableInput(f"published is no date: {stated}", "Write it as 2025-04-17 or 2025-04-17T09:00:00+09:00")
    if reading.published_text:
        if moment := read_time(reading.published_text, zone):
            return moment, _how("record", moment)
        reading.issues.append(("no_date", f"published is no date: {reading.published_text[:80]}"))
    if reading.published:
        return reading.published, _how(reading.how or "page", reading.published)
    if (line := _dateline(reading)) and line.groupdict().get("date"):
        moment = read_time(line.group("date"), None)
        return moment, "dateline" if moment else None
    return None, None


def _how(where: str, moment: Moment) -> str:
    return f"{where}, zone applied" if moment.zone_applied else where


def _dateline(reading: Reading) -> re.Match[str] | None:
    """The place and day that one of the first lines opens with."""
    lines = [reading.text[block.start : block.end].strip() for block in reading.blocks[:HEAD_BLOCKS]]
    return next((found for line in lines if (found := first(line, "dateline"))), None)


def _body_head(reading: Reading) -> str:
    """The first lines of the body, without the title that stands before it."""
    start = next((block.start for block in reading.blocks if block.kind in {"paragraph", "item"}), 0)
    return reading.text[start : start + HEAD_CHARS].lstrip()


def _issues(article: Article, found: Iterable[tuple[str, str]]) -> Iterable[Issue]:
    for code, message in found:
        where = re.sub(r"\s+", " ", message).strip()
        yield Issue(
            stage="parse", code=code, message=where, source=article.source, article_id=article.id, url=article.url
        )
