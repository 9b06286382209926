"""From a span of an article back to the archived bytes: where in the capture's decoded text it stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from extractor.domain import Article, Capture
from extractor.domain.seen import UNSEEN
from extractor.parse.blocks import RAISED
from extractor.parse.decode import decode

MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|<(?P<raw>script|style|template|noscript|textarea)\b.*?</(?P=raw)\s*>|<!?/?[a-zA-Z][^>]*>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)|(?P<char>.)",
    re.DOTALL | re.IGNORECASE,
)
ESCAPE = re.compile(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<short>.)|(?P<char>.)",
    re.DOTALL,
)
SHORT: dict[str, str] = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LOWERED = {chr(value): chr(key) for table in RAISED.values() for key, value in table.items()}
"""Superscripts and subscripts that the page writes as raised digits."""

Token = tuple[str, int, int]


class SourceMap:
    """Maps spans of one article to spans of its capture's decoded text (bytes without the byte order mark)."""

    def __init__(self, capture: Capture, article: Article) -> None:
        self.source = decode(capture.body, capture.header("content-type"), markup=article.layout not in PLAIN).text
        reader = {"text": _characters, "record": _json_characters}.get(article.layout or "", _page_characters)
        tokens = list(_folded(reader(self.source)))
        self._starts = [start for _, start, _ in tokens]
        self._ends = [end for _, _, end in tokens]
        self._blocks = list(_placed(article, "".join(char for char, _, _ in tokens)))
        self._text = article.text

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Code points [start, end) of the article as code points of the source, or None when they cannot be found."""
        number = bisect_right(self._blocks, start, key=lambda block: block[0]) - 1
        if number < 0 or end > self._blocks[number][1]:
            return None
        begin, _, place = self._blocks[number]
        before, within = len(_fold(self._text[begin:start])), len(_fold(self._text[start:end]))
        if place is None or not within:
            return None
        return self._starts[place + before], self._ends[place + before + within - 1]


PLAIN = frozenset({"text", "record"})


def _fold(text: str) -> str:
    """What both sides share: no space, no unseen characters, raised digits as plain ones."""
    return "".join(LOWERED.get(char, char) for char in UNSEEN.sub("", text) if not char.isspace())


def _placed(article: Article, stream: str) -> Iterator[tuple[int, int, int | None]]:
    """(start, end, place in the stream) of each block, searched in reading order."""
    position = 0
    for block in article.blocks:
        wanted = _fold(article.text[block.start : block.end])
        found = stream.find(wanted, position)
        if found < 0:
            found = stream.find(wanted)
        elif block.kind != "title":
            position = found + len(wanted)
        yield block.start, block.end, found if found >= 0 else None


def _folded(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens' characters in NFC: a base and its marks become one, with the span of all."""
    group: list[Token] = []
    for token in tokens:
        if group and not unicodedata.combining(token[0][0]) and token[0][0] not in HANGUL_TAILS:
            yield from _composed(group)
            group = []
        group.append(token)
    if group:
        yield from _composed(group)


HANGUL_TAILS = frozenset(map(chr, range(0x1160, 0x1200)))


def _composed(group: list[Token]) -> Iterator[Token]:
    text = unicodedata.normalize("NFC", "".join(char for char, _, _ in group))
    for char in _fold(text):
        yield char, group[0][1], group[-1][2]


def _characters(source: str) -> Iterator[Token]:
    return ((char, place, place + 1) for place, char in enumerate(source))


def _json_characters(source: str) -> Iterator[Token]:
    for match in ESCAPE.finditer(source):
        yield _unescaped(match), match.start(), match.end()


def _unescaped(match: re.Match[str]) -> str:
    if match["pair"]:
        return match["pair"].encode("ascii").decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    if match["code"]:
        return chr(int(match["code"], 16))
    short = match["short"]
    return SHORT.get(short, short) if short else match["char"]


def _page_characters(source: str) -> Iterator[Token]:
    for match in MARKUP.finditer(source):
        if match["char"]:
            yield match["char"], match.start(), match.end()
        elif match["entity"]:
            for char in unescape(match["entity"]):
                yield char, match.start(), match.end()
