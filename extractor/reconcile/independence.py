"""Who got the figure from whom: mentions, outlets and origins, counted apart.

The claims of a fact are nodes. Two are joined when they rest on the same raw data: the same
agency, an outlet that cites the other, a text copied or translated, or the same rare number.
Origins are the components of that graph; claims of a model, forecasts and an outlet's own
conversions bring none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from extractor.domain import Article
from extractor.reconcile.reading import Reading

RAW_DATA: Mapping[str, tuple[str, ...]] = {"JETRO": ("JP_MOF", "CN_GACC")}
"""Who republishes whose figures: JETRO's reports are drawn from both customs offices' data."""
RARE_DIGITS = 4
"""Two offices that count for themselves do not meet in four significant digits."""
COPIED = 0.3
"""Share of a text's shingles found in another from which it counts as copied."""
WORDS_IN_SHINGLE, SIGNS_IN_SHINGLE = 3, 8


@dataclass(frozen=True)
class Origins:
    """Counts of a fact, and which claims bring weight."""

    mentions: int
    outlets: int
    origins: int
    names: tuple[str, ...]
    """One readable name for each origin: the agency, or the outlet."""


class Components:
    """Union-find over names."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self._parent.setdefault(name, name)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        return parent

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def origins(readings: Sequence[Reading], articles: Mapping[str, Article], converted: Iterable[str] = ()) -> Origins:
    """Count the independent origins of one fact's readings.

    `converted` are ids of claims that are an outlet's own conversion.
    """
    without = set(converted)
    weighing = [r for r in readings if r.weighs and r.id not in without]
    graph = Components()
    for reading in weighing:
        name = source_name(reading)
        graph.join(_node(reading), name)
        for raw in RAW_DATA.get(name, ()):
            graph.join(name, raw)
    _join_numbers(weighing, graph)
    _join_copies(weighing, articles, graph)
    roots: dict[str, list[str]] = {}
    for reading in weighing:
        roots.setdefault(graph.find(_node(reading)), []).append(source_name(reading))
    names = tuple(sorted(min(found) for found in roots.values()))
    return Origins(len(readings), len({_outlet(r) for r in readings}), len(roots), names)


def source_name(reading: Reading) -> str:
    """Whose figure it is: the compiler's, else the one it is credited to, else the outlet's own."""
    return reading.basis["compiler"] or reading.claim.attribution or _outlet(reading)


def _outlet(reading: Reading) -> str:
    return reading.claim.source or reading.claim.article_id


def _node(reading: Reading) -> str:
    return f"article:{reading.claim.article_id}"


def _join_numbers(readings: Sequence[Reading], graph: Components) -> None:
    first: dict[tuple[str, str | None], str] = {}
    for reading in readings:
        if len(reading.digits) >= RARE_DIGITS:
            graph.join(first.setdefault((reading.digits, reading.currency), _node(reading)), _node(reading))


def _join_copies(readings: Sequence[Reading], articles: Mapping[str, Article], graph: Components) -> None:
    """Only pairs that share a shingle are looked at, so that the work grows with the copies, not the pairs."""
    ids = sorted({r.claim.article_id for r in readings} & set(articles))
    if len(ids) < 2:
        return
    holders: dict[int, list[str]] = {}
    for article_id in ids:
        for shingle in shingles(articles[article_id].text):
            holders.setdefault(shingle, []).append(article_id)
    shared: dict[tuple[str, str], int] = {}
    for found in holders.values():
        for other in found[1:]:
            shared[found[0], other] = shared.get((found[0], other), 0) + 1
    for (a, b), count in shared.items():
        smaller = min(len(shingles(articles[a].text)), len(shingles(articles[b].text)))
        if count >= COPIED * smaller:
            graph.join(f"article:{a}", f"article:{b}")


@lru_cache(maxsize=1024)
def shingles(text: str) -> frozenset[int]:
    """Hashes of runs of words (scripts with spaces) or of signs (scripts without)."""
    words = re.findall(r"[a-z]+|\d[\d.,]*", text.lower())
    signs = re.findall(r"[぀-ヿ一-鿿]", text)
    found = {" ".join(words[i : i + WORDS_IN_SHINGLE]) for i in range(len(words) - WORDS_IN_SHINGLE + 1)}
    found |= {"".join(signs[i : i + SIGNS_IN_SHINGLE]) for i in range(len(signs) - SIGNS_IN_SHINGLE + 1)}
    return frozenset(crc32(shingle.encode()) for shingle in found)


def containment(a: str, b: str) -> float:
    """Share of the smaller text's shingles that the other has, 0 to 1."""
    first, second = shingles(a), shingles(b)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0
