"""A page that no layout fits: trafilatura finds the text, htmldate the date where the page states none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from selectolax.lexbor import LexborHTMLParser
from trafilatura import bare_extraction
from trafilatura.settings import Document

from extractor.parse.blocks import visible_text
from extractor.parse.decode import clean_markup
from extractor.parse.metadata import AUTHOR, MODIFIED, PUBLISHED, Metadata
from extractor.parse.phrases import marks_of
from extractor.parse.reading import Kind, Piece, Reading, compose
from extractor.parse.times import Moment, read_time
from extractor.parse.trim import trim
from extractor.parse.visible import MARK

KINDS: dict[str, Kind] = {"head": "heading", "p": "paragraph", "item": "item", "quote": "paragraph", "ab": "paragraph"}
UNSEEN = " | ".join(f"//{tag}" for tag in ("template", "noscript", "del", "s", "strike", "select", "textarea"))
OUTLET = re.compile(
    r"(?:[A-Z][\w.&’']*|The)(?: (?:[A-Z][\w.&’']*|of|the|and)){0,4}$"
    r"|.{0,10}(?:网|網|新闻|新聞|ニュース|日报|社|誌)$"
)
"""What stands after the last separator of a window title and is the outlet's name, not the headline's end."""
MAX_SPANNING = 500
SMALL_SPAN = re.compile(r"\s*[1-9]\d?\s*$")
SEPARATORS = (" - ", " | ", "｜", " — ", " – ", "_", "－")


def read_generic(tree: LexborHTMLParser, meta: Metadata, url: str, zone: str | None) -> Reading:
    """What the generic extractor sees as the article. Its layout is `generic` and it is marked so."""
    html = clean_markup(tree.html or "")
    root = _visible(html)
    found = list(_pieces(root)) if root is not None else []
    title = _title(tree, meta)
    published, how = _published(tree, meta, html, url, zone)
    marks = ["generic_layout", *marks_of("\n".join(piece.text for piece in found))]
    if meta.paywalled:
        marks.append("paywalled")
    own = [piece for piece in trim(found) if not (title and piece.text == title)]
    text, blocks = compose([Piece("title", title), *own] if title and own else own)
    return Reading(
        text=text,
        blocks=blocks,
        layout="generic",
        title=title,
        published=published,
        how=how,
        modified=read_time(meta.ld("dateModified") or meta.first(MODIFIED), zone),
        authors=meta.authors or tuple(filter(None, (meta.first(AUTHOR),))),
        marks=tuple(dict.fromkeys(marks)),
    )


def _visible(html: str) -> HtmlElement | None:
    """The page without the nodes that are marked as not visible."""
    try:
        root = document_fromstring(html)
    except etree.ParserError:
        return None
    for node in root.xpath(f"//*[@{MARK}] | {UNSEEN}"):
        if node.getparent() is not None and node.tag not in {"html", "body"}:
            node.drop_tree()
    _limit_spans(root)
    return root


def _limit_spans(root: HtmlElement) -> None:
    """Drop spans that only blow a table up: the extractor pads every row to the widest."""
    cells = root.xpath("//*[@colspan or @rowspan]")
    for cell in cells:
        for name in ("colspan", "rowspan"):
            if len(cells) > MAX_SPANNING or not SMALL_SPAN.match(cell.get(name, "1")):
                cell.attrib.pop(name, None)


def _pieces(root: HtmlElement) -> Iterator[Piece]:
    document = bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False, fast=True)
    if not isinstance(document, Document):
        return
    tables = count()
    for node in document.body.iter():
        if node.tag == "table":
            yield from _cells(node, next(tables))
        elif node.tag in KINDS and not any(above.tag in {"table", *KINDS} for above in node.iterancestors()):
            for line in _lines(node):
                yield Piece(KINDS[node.tag], line)


def _lines(node: etree._Element) -> Iterator[str]:
    for line_break in node.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    for line in "".join(node.itertext()).split("\n"):
        if text := visible_text(line):
            yield text


def _cells(table: etree._Element, number: int) -> Iterator[Piece]:
    for row, line in enumerate(table.iter("row")):
        for column, cell in enumerate(line.iter("cell")):
            if text := visible_text(" ".join(cell.itertext())):
                yield Piece("cell", text, number, row, column, header=cell.get("role") == "head")


def _title(tree: LexborHTMLParser, meta: Metadata) -> str | None:
    """The headline that the page states, else its only h1, else its window title without the outlet's name."""
    headings = [visible_text(node.text()) for node in tree.css("h1") if MARK not in node.attributes]
    stated = meta.ld("headline") or meta.meta.get("og:title")
    window = tree.css_first("title")
    beginnings = [*headings, *(visible_text(node.text()) for node in tree.css("h2")[:3])]
    options = (stated, headings[0] if len(headings) == 1 else None, window.text() if window else None, *headings)
    first = next((text for option in options if option and (text := visible_text(option))), None)
    return _without_outlet(first, meta.site_name, beginnings) if first else None


def _without_outlet(title: str, site_name: str | None, headings: list[str]) -> str:
    for heading in headings:
        if heading and title.startswith(heading):
            return heading
    for separator in SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and head.strip() and (tail.strip() == site_name or OUTLET.match(tail.strip())):
            return head.strip()
    return title


def _published(
    tree: LexborHTMLParser, meta: Metadata, html: str, url: str, zone: str | None
) -> tuple[Moment | None, str | None]:
    if moment := read_time(meta.ld("datePublished"), zone):
        return moment, "json_ld"
    if moment := read_time(meta.first(PUBLISHED), zone):
        return moment, "meta"
    for node in tree.css("time[datetime]")[:1]:
        if moment := read_time(node.attributes.get("datetime"), zone):
            return moment, "time"
    guess = find_date(html, url=url, original_date=True, extensive_search=False)
    return (Moment(guess), "htmldate") if guess else (None, None)
