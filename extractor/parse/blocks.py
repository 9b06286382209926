"""A node of a page to pieces of text: paragraphs, headings, items, captions and the cells of its tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from extractor.domain.seen import UNSEEN
from extractor.parse.decode import UNSTORABLE
from extractor.parse.reading import Kind, Piece
from extractor.parse.visible import MARK

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main menu ol p pre section summary table tbody td
    tfoot th thead tr ul""".split()  # noqa: SIM905
)
SKIPPED = frozenset(
    """audio button canvas del dialog embed head iframe input label link map meta nav noscript object rp rt s script
    select strike style svg template textarea title video""".split()  # noqa: SIM905
)
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
BOLD = frozenset(("b", "strong"))
RAISED = {"sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")}
"""5.2<sup>1</sup> must not read as 5.21."""

WIDE = "\u2e80-\u9fff\uff00-\uffef"
WRAPPED = re.compile(rf"(?<=[{WIDE}])[ \t\r\f]*\n\s*(?=[{WIDE}\d])|(?<=\d)[ \t\r\f]*\n\s*(?=[{WIDE}])")
SPACES = re.compile(r"[ \t\r\n\f\xa0\u2028\u2029]+")
REVERSED = re.compile("\u202e([^\u202c]*)\u202c?")
ENDS_SENTENCE = re.compile(r"[.。!！?？;；,，、:：]\W*$")
BOLD_HEADING_CHARS = 60
MAX_SPANNING = 5_000
"""A table with more cells is read as if none spanned: its grid would be the page's to blow up."""
MAX_SPAN = 100


def soup(html: str) -> BeautifulSoup:
    """The cut-out part of a page as a tree."""
    return BeautifulSoup(html, "lxml")


def visible_text(text: str) -> str:
    """A stretch of text as a person sees it: NFC, spaces folded, unseen characters gone, turned runs turned back."""
    text = REVERSED.sub(lambda run: run.group(1)[::-1], UNSTORABLE.sub("\ufffd", text))
    text = UNSEEN.sub("", WRAPPED.sub("", text))
    return unicodedata.normalize("NFC", SPACES.sub(" ", text)).strip(" \u3000")


def node_text(node: Tag) -> str:
    """All visible text of a node on one line."""
    return visible_text("".join(_strings(node)))


def pieces(root: Tag) -> Iterator[Piece]:
    """The blocks of a node in reading order. Walks without recursion: depth is the page's to choose."""
    tables = count()
    line = _Line()
    stack: list[tuple[Tag | NavigableString | str, Kind, bool]] = [(root, "paragraph", False)]
    while stack:
        node, kind, bold = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield from line.end(kind)  # a block closes
        elif isinstance(node, NavigableString):
            line.add(node, bold)
        elif _skipped(node):
            continue
        elif node.name == "br":
            if kind == "paragraph":
                yield from line.end(kind)
            else:
                line.add(" ", bold)
        elif node.name == "table" and _is_data(node):
            yield from line.end(kind)
            yield from _cells(node, next(tables))
        else:
            if node.name in BLOCKS:
                yield from line.end(kind)
                kind = KINDS.get(node.name, kind)
                stack.append(("", kind, bold))
            if node.name in RAISED:
                line.add(_raised(node), bold)
            else:
                stack.extend((child, kind, bold or node.name in BOLD) for child in reversed(_children(node)))


class _Line:
    """The inline text since the last block boundary, and how much of it is bold."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.plain = False

    def add(self, text: str, bold: bool) -> None:
        """Append a stretch of text."""
        self.parts.append(text)
        self.plain = self.plain or (not bold and not text.isspace())

    def end(self, kind: Kind) -> Iterator[Piece]:
        """The block that the line makes, if it has text; one that is all bold and short is a heading."""
        if not self.parts:
            return
        text, plain = visible_text("".join(self.parts)), self.plain
        self.parts, self.plain = [], False
        if not text:
            return
        heading = kind == "paragraph" and not plain and len(text) <= BOLD_HEADING_CHARS
        yield Piece("heading" if heading and not ENDS_SENTENCE.search(text) else kind, text)


def _children(node: Tag) -> list[Tag | NavigableString]:
    """Tags and text; comments, doctypes and the like are neither."""
    return [
        child
        for child in node.contents
        if isinstance(child, Tag | NavigableString) and not isinstance(child, PreformattedString)
    ]


def _skipped(node: Tag) -> bool:
    return node.name in SKIPPED or node.has_attr(MARK)


def _raised(node: Tag) -> str:
    return "".join(_strings(node)).translate(RAISED[node.name])


def _strings(root: Tag) -> Iterator[str]:
    """The visible strings of a node; blocks and line breaks part them."""
    stack: list[Tag | NavigableString] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            yield node
        elif node is root or not _skipped(node):
            if node.name in BLOCKS or node.name == "br":
                yield " "
            if node.name in RAISED and node is not root:
                yield _raised(node)
            else:
                stack.extend(reversed(_children(node)))


def _is_data(table: Tag) -> bool:
    """Whether a table holds data and not the page's layout: no table inside, two rows or more, two cells in one."""
    if table.find("table") is not None or table.get("role") == "presentation":
        return False
    widths = [len(row.find_all(("td", "th"))) for row in table.find_all("tr")]
    return len(widths) > 1 and max(widths) > 1


def _cells(table: Tag, number: int) -> Iterator[Piece]:
    """Caption and cells with their place in the grid; a cell that spans rows or columns stands at its first place."""
    if (caption := table.find("caption")) and (text := node_text(caption)):
        yield Piece("caption", text)
    lines = [row for row in table.find_all("tr") if not _skipped(row)]
    spans = len(table.find_all(("td", "th"), limit=MAX_SPANNING + 1)) <= MAX_SPANNING
    free_from: dict[int, int] = {}  # the first row in which a column is free of cells from above
    for row, line in enumerate(lines):
        column = 0
        for cell in line.find_all(("td", "th")):
            while free_from.get(column, 0) > row:
                column += 1
            height, width = (_span(cell, "rowspan"), _span(cell, "colspan")) if spans else (1, 1)
            free_from.update(dict.fromkeys(range(column, column + width), row + height))
            if not _skipped(cell) and (text := node_text(cell)):
                header = cell.name == "th" or cell.find_parent("thead") is not None
                yield Piece("cell", text, table=number, row=row, column=column, header=header)
            column += width


def _span(cell: Tag, name: str) -> int:
    stated = str(cell.get(name, "1")).strip()
    return min(max(int(stated), 1), MAX_SPAN) if stated.isdecimal() and len(stated) < 6 else 1
