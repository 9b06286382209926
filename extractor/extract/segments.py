"""Stretches of one language: an English page that quotes a Japanese headline is read in both."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from extractor.catalogue import load
from extractor.domain import Article, Figure
from extractor.extract.companies import meant
from extractor.extract.figures import figures_from
from extractor.extract.lexicon import lexicon
from extractor.extract.sentences import Sentence
from extractor.languages import Item, Pack, codes, pack
from extractor.languages.detect import detect_language

EAST_ASIAN = r"぀-ヿ㐀-鿿"
INSIDE = rf"{EAST_ASIAN}０-９、。「」『』・％～（）()0-9.,%"
EAST_ASIAN_RUN = re.compile(rf"(?<![0-9])[0-9]{{0,4}}[{EAST_ASIAN}](?:[{INSIDE}]*[{EAST_ASIAN}）)])?")
LATIN_WORDS = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,}+(?: [A-Za-z]{2,}+){4}")
LONG = 6
"""An East Asian run of at least this many characters in an English text is read in its own language."""

BESIDE = 96
"""How much of the text beside a segment its figures may lean on, in characters."""
_START = attrgetter("start")


class Segment(NamedTuple):
    """Code points `start` to `end` of the text, all of one language."""

    start: int
    end: int
    lang: str


def segments(text: str, lang: str) -> list[Segment]:
    """The text's segments in order; one, nearly always.

    In a language written in words, East Asian runs are segments of their own; in the others, whole
    lines of Latin words are. What cannot be told keeps the article's language.
    """
    foreign = _runs(text) if pack(lang).joins_words else _lines(text, lang)
    if not foreign:
        return [Segment(0, len(text), lang)]
    found: list[Segment] = []
    end = 0
    for part in foreign:
        if part.start > end:
            found.append(Segment(end, part.start, lang))
        found.append(part)
        end = part.end
    if end < len(text):
        found.append(Segment(end, len(text), lang))
    return found


def _runs(text: str) -> list[Segment]:
    runs = [run for run in EAST_ASIAN_RUN.finditer(text) if len(run.group()) >= LONG]
    own = detect_language("".join(run.group() for run in runs)) if runs else None
    return [Segment(run.start(), run.end(), own) for run in runs] if own in codes() and own is not None else []


def _lines(text: str, lang: str) -> list[Segment]:
    if LATIN_WORDS.search(text) is None:
        return []
    found: list[Segment] = []
    start = 0
    for line in text.splitlines(keepends=True):
        own = detect_language(line) if LATIN_WORDS.search(line) else None
        if own is not None and own != lang and own in codes() and pack(own).joins_words:
            found.append(Segment(start, start + len(line), own))
        start += len(line)
    return found


def parted(sentences: list[Sentence], parts: list[Segment]) -> list[Sentence]:
    """The sentences, cut where a segment begins or ends inside them."""
    cuts = [part.start for part in parts[1:]]
    if not cuts:
        return sentences
    found: list[Sentence] = []
    for sentence in sentences:
        inside = cuts[bisect_right(cuts, sentence.start) : bisect_left(cuts, sentence.end)]
        edges = [sentence.start, *inside, sentence.end]
        found += [Sentence(a, b, sentence.line) for a, b in pairwise(edges)]
    return found


def items_of(article: Article, parts: list[Segment]) -> list[Item]:
    """The items of each segment in its own language, at the article's offsets."""
    found: list[Item] = []
    for part in parts:
        nlp, words = lexicon(part.lang)
        text = article.text[part.start : part.end]
        items = undatelined(words.items(nlp.make_doc(text)), text, pack(part.lang))
        items = meant(items, text, pack(part.lang), load())
        found += items if part.start == 0 else [moved(item, part.start) for item in items]
    return found


def undatelined(items: list[Item], text: str, words: Pack) -> list[Item]:
    """Without the places of datelines: TOKYO -- says where it was written, not whose trade it is about."""
    spans = [found.span() for found in words.cues.dateline.finditer(text)]
    if not spans:
        return items
    return [i for i in items if i.cls != "PLACE" or not any(a <= i.start < b for a, b in spans)]


def moved(item: Item, by: int) -> Item:
    """The item further on in the text."""
    return item._replace(start=item.start + by, end=item.end + by)


def figures_in(article: Article, parts: list[Segment], items: list[Item], published: date | None) -> list[Figure]:
    """The figures of each segment by its own language's rules."""
    found: list[Figure] = []
    for part in parts:
        own = items[bisect_left(items, part.start, key=_START) : bisect_left(items, part.end, key=_START)]
        around = (max(0, part.start - BESIDE), part.end + BESIDE)
        found += figures_from(article.text, own, part.lang, published, around, explained=False)
    return found
