"""Stretches of one language: an English page that quotes a Japanese headline is read in both."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from extractor.domain import Article, Figure
from extractor.extract.figures import figures_from
from extractor.extract.lexicon import lexicon
from extractor.languages import Item, codes, pack
from extractor.languages.detect import detect_language

FOREIGN = re.compile(r"[぀-ヿ㐀-鿿]{4}|[A-Za-z]{3,}(?: [A-Za-z]{2,}){4}")
"""A run of kana or Han, or of several Latin words: worth asking for the line's language."""


class Segment(NamedTuple):
    """Code points `start` to `end` of the text, whole lines, all of one language."""

    start: int
    end: int
    lang: str


def segments(text: str, lang: str) -> list[Segment]:
    """The text's segments in order; one, nearly always. A line that cannot be told keeps the article's language."""
    joins = pack(lang).joins_words
    if not any(_foreign(found.group(), joins) for found in FOREIGN.finditer(text)):
        return [Segment(0, len(text), lang)]
    found: list[Segment] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        own = _language(line, lang)
        if found and found[-1].lang == own:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Segment(start, end, own))
        start = end
    return found


def _foreign(run: str, joins_words: bool) -> bool:
    return run[0].isascii() is not joins_words


def _language(line: str, lang: str) -> str:
    """The language of one line, when it is written in another kind of script than the article's."""
    detected = detect_language(line)
    if detected is None or detected not in codes() or pack(detected).joins_words == pack(lang).joins_words:
        return lang
    return detected


def items_of(article: Article, parts: list[Segment]) -> list[Item]:
    """The items of each segment in its own language, at the article's offsets."""
    found: list[Item] = []
    for part in parts:
        nlp, words = lexicon(part.lang)
        items = words.items(nlp.make_doc(article.text[part.start : part.end]))
        found += items if part.start == 0 else [moved(item, part.start) for item in items]
    return found


def moved(item: Item, by: int) -> Item:
    """The item further on in the text."""
    return item._replace(start=item.start + by, end=item.end + by)


def figures_in(article: Article, parts: list[Segment], items: list[Item], published: date | None) -> list[Figure]:
    """The figures of each segment by its own language's rules."""
    found: list[Figure] = []
    for part in parts:
        own = [item for item in items if part.start <= item.start < part.end]
        found += figures_from(article.text, own, part.lang, published)
    return found
