"""Copied and translated texts: shared runs of words, or shared rare numbers across languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from zlib import crc32

from extractor.domain import Article

COPIED = 0.3
"""Share of the smaller text's shingles that the other has, from which it counts as a copy."""
DRAWN = 0.15
"""... from which one text is drawn from the other, or both from a third."""
WORDS, SIGNS = 3, 8
"""Length of a shingle: words in scripts with spaces, signs in scripts without."""
CHAINED = 12
"""Articles that share one run of words, from which on they are compared in a chain."""
NUMBERS_SHARED, NUMBERS_SHARE = 4, 0.6
"""A translation carries its original's rare numbers: at least so many, and this share of the fewer."""


def copied_pairs(ids: Sequence[str], articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    """Pairs of articles of which one copies or translates the other.

    Only pairs that share a shingle or a rare number are looked at, so that the work grows
    with the copies and not with the square of the articles.
    """
    holders: dict[object, list[str]] = {}
    for article_id in ids:
        if article_id in articles:
            text = articles[article_id].text
            for mark in (*shingles(text), *rare_numbers(text)):
                holders.setdefault(mark, []).append(article_id)
    for a, b in sorted({pair for found in holders.values() for pair in _pairs(found)}):
        if is_copy(articles[a].text, articles[b].text):
            yield a, b


def _pairs(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a few; a chain through many, which joins them as well."""
    return combinations(found, 2) if len(found) <= CHAINED else pairwise(found)


def is_copy(a: str, b: str) -> bool:
    """Whether one text copies the other, or translates it with its numbers."""
    return containment(a, b) >= COPIED or translates(a, b)


def related(a: str, b: str, articles: Mapping[str, Article]) -> bool:
    """Whether two articles, by id, go back to one report: drawn from each other, or with the same numbers."""
    if a == b or a not in articles or b not in articles:
        return False
    first, second = articles[a].text, articles[b].text
    return containment(first, second) >= DRAWN or translates(first, second)


def translates(a: str, b: str) -> bool:
    """Whether most of the rare numbers of one text stand in the other, whatever the language."""
    first, second = rare_numbers(a), rare_numbers(b)
    shared = len(first & second)
    return shared >= NUMBERS_SHARED and shared >= NUMBERS_SHARE * min(len(first), len(second))


@lru_cache(maxsize=2048)
def rare_numbers(text: str) -> frozenset[str]:
    """Digits of every number with at least three significant ones, years apart: 108.9345 and 108兆9345億 alike."""
    found = set()
    for match in re.finditer(r"\d[\d,.兆億亿万]*\d", text):
        digits = re.sub(r"\D", "", match.group()).strip("0")
        if len(digits) >= 3 and not re.fullmatch(r"(?:19|20)\d\d", match.group()):
            found.add(digits)
    return frozenset(found)


@lru_cache(maxsize=2048)
def shingles(text: str) -> frozenset[int]:
    """Hashes of runs of words (scripts with spaces) and of signs (scripts without)."""
    words = re.findall(r"[a-z]+|\d[\d.,]*", text.lower())
    signs = re.findall(r"[぀-ヿ一-鿿]", text)
    found = {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    found |= {"".join(signs[i : i + SIGNS]) for i in range(len(signs) - SIGNS + 1)}
    return frozenset(crc32(shingle.encode()) for shingle in found)


def containment(a: str, b: str) -> float:
    """Share of the smaller text's shingles that the other has, 0 to 1."""
    first, second = shingles(a), shingles(b)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0
