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

from extractor.domain.seen import faked
from extractor.parse.blocks import RAISED, visible_text
from extractor.parse.decode import clean_markup
from extractor.parse.metadata import AUTHOR, MODIFIED, Metadata
from extractor.parse.phrases import marks_of, says
from extractor.parse.reading import Kind, Piece, Reading, compose
from extractor.parse.stated import page_title, stated_time
from extractor.parse.times import Moment, read_time
from extractor.parse.trim import trim
from extractor.parse.visible import MARK

KINDS: dict[str, Kind] = {"head": "heading", "p": "paragraph", "item": "item", "quote": "paragraph", "ab": "paragraph"}
UNSEEN = " | ".join(
    f"//{tag}" for tag in ("template", "noscript", "del", "s", "strike", "select", "textarea", "rt", "rp")
)
INLINE = ("b", "strong", "i", "em", "u", "font", "big", "small", "wbr", "bdi", "bdo", "sup", "sub")
"""Tags that part no words: 10<b>8</b>.9 is one number."""
PLAIN = "plain"
"""What a span without class or id is renamed to, so that all of them go in one pass."""
MAX_SPANNING = 500
SMALL_SPAN = re.compile(r"\s*[1-9]\d?\s*$")


def read_generic(tree: LexborHTMLParser, meta: Metadata, url: str, zone: str | None) -> Reading:
    """What the generic extractor sees as the article. Its layout is `generic` and it is marked so."""
    html = clean_markup(tree.html or "")
    root = _visible(html)
    found = list(_pieces(root)) if root is not None else []
    title = page_title(tree, meta)
    published, how = stated_time(tree, meta, zone)
    if published is None and (published := _guessed(html, url)):
        how = "htmldate"
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
        marks=(*_marks(tree, meta, found), *(["unseen_characters"] * faked(html))),
    )


def _marks(tree: LexborHTMLParser, meta: Metadata, found: list[Piece]) -> Iterator[str]:
    """An AI page may say so anywhere on it; what else limits the text is in the text."""
    yield "generic_layout"
    if tree.body is not None and says(tree.body.text(separator="\n"), "ai_generated"):
        yield "ai_generated"
    said = marks_of("\n".join(piece.text for piece in found))
    yield from (mark for mark in said if mark != "ai_generated")
    if meta.paywalled and "paywalled" not in said:
        yield "paywalled"


def _visible(html: str) -> HtmlElement | None:
    """The page without the nodes that are marked as not visible."""
    try:
        root = document_fromstring(html)
    except etree.ParserError:
        return None
    for node in root.xpath(f"//*[@{MARK}] | {UNSEEN}"):
        if node.getparent() is not None and node.tag not in {"html", "body"}:
            node.drop_tree()
    for node in root.xpath("//sup | //sub"):
        node.text = (node.text or "").translate(RAISED[node.tag])
    for node in root.xpath("//span[not(@class) and not(@id)]"):
        node.tag = PLAIN
    etree.strip_tags(root, PLAIN, *INLINE)
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


def _guessed(html: str, url: str) -> Moment | None:
    """The date that htmldate finds in the page's markup; never one out of running text."""
    try:
        guess = find_date(html, url=url, original_date=True, extensive_search=False)
    except ValueError:
        return None  # its tree refuses some characters that references make; a missing date is reported
    return read_time(guess, None)
