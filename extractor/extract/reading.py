"""A whole text to figures, line by line: what a line says does not depend on the others, and lines repeat.

Boilerplate, tables and syndicated copies repeat from page to page. A line that was read before is not read again; the
new ones are read together, kept far enough apart that none sees another.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from extractor.domain import Figure
from extractor.extract.currencies import SHARED, settler
from extractor.extract.figures import Maker, inside_word
from extractor.extract.grammar import grammar
from extractor.extract.lexicon import lexicon
from extractor.extract.stretches import stretches
from extractor.extract.tokenizer import near_figures
from extractor.languages import pack

APART = "\n" * 96
"""Between two lines: no reader looks further than this."""
KEPT = 1 << 12
LONGEST_KEPT = 4096
"""How many lines are kept as read, and the longest."""


class Kept(NamedTuple):
    """A line as read, where it stood at `start`."""

    start: int
    figures: tuple[Figure, ...]


def read_figures(text: str, lang: str, published: date | None = None) -> list[Figure]:
    """Every figure of a text, in order of place; `text[f.start:f.end] == f.quote` for each.

    `published` settles periods such as "last year"; without it they stay unresolved. Never raises on
    any Unicode text; raises UnknownTerm for a language that has no pack.
    """
    kept = _kept(lang, published)
    known: dict[str, Kept] = {}
    places: list[tuple[int, str]] = []
    new: dict[str, int] = {}
    start = 0
    for line in text.split("\n"):
        if line:
            entry = kept.get(line)
            if entry is not None:
                known[line] = entry
            else:
                new.setdefault(line, start)
            places.append((start, line))
        start += len(line) + 1
    if new:
        read, lasting = _read(new, text, lang, published)
        known |= read
        if len(kept) > KEPT:
            kept.clear()
        kept |= {line: read[line] for line in lasting}
    return list(chain.from_iterable(_at(known[line], start) for start, line in places))


@lru_cache(maxsize=4)
def _kept(lang: str, published: date | None) -> dict[str, Kept]:
    """What was read of a language for a publication date."""
    return {}


def forget() -> None:
    """Keep nothing: the next texts are read as if for the first time."""
    _kept.cache_clear()


def _read(new: dict[str, int], text: str, lang: str, published: date | None) -> tuple[dict[str, Kept], list[str]]:
    """The new lines as read, and those of them that read so in any text."""
    nlp, terms = lexicon(lang)
    words = pack(lang)
    spans: list[tuple[int, int]] = []
    firsts = [0]
    for line in new:
        first = firsts[-1]
        spans += [(first + a, first + b) for a, b in stretches(line, words)]
        firsts.append(first + len(line) + len(APART))
    joined = APART.join(new)
    items = terms.items(near_figures(nlp, joined, spans))
    make = Maker(joined, items, published, settler(lambda: terms.items(nlp.make_doc(text))))
    reads = [r for r in grammar(lang).read(joined, items) if not inside_word(joined, r, words.joins_words)]
    found: dict[str, Kept] = {}
    lasting: list[str] = []
    n = 0
    for (line, start), (first, end) in zip(new.items(), pairwise(firsts), strict=True):
        figures: list[Figure] = []
        shared = False
        while n < len(reads) and reads[n].start < end:
            shared = shared or SHARED in (reads[n].reading.unit or "")
            figures.append(make.figure(reads[n], start - first))
            n += 1
        found[line] = Kept(start, tuple(figures))
        if not shared and len(line) <= LONGEST_KEPT:
            lasting.append(line)
    return found, lasting


def _at(kept: Kept, start: int) -> Sequence[Figure]:
    """The figures of a line where it stands now."""
    by = start - kept.start
    return kept.figures if not by else [_moved(figure, by) for figure in kept.figures]


def _moved(figure: Figure, by: int) -> Figure:
    values = dict(figure.__dict__)
    values["start"] += by
    values["end"] += by
    if values["conversion_of"] is not None:
        values["conversion_of"] += by
    values["parts"] = tuple(
        type(part).trusted({**part.__dict__, "start": part.start + by, "end": part.end + by}) for part in figure.parts
    )
    return Figure.trusted(values)
