"""Near-duplicates: texts that share most of their word sequences. They are linked as copies, never dropped."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from zlib import crc32

from extractor.domain import Frozen

WIDTH = 12
"""Characters of a shingle: about two English words, and a clause's core in Japanese and Chinese."""
KEEP_ONE_IN = 8
"""Of all shingles, those whose hash is divisible by this are compared, the same ones in every text."""
SAME = Decimal("0.8")
SKETCH = 8
"""Shingles of a sketch. Texts that share two thirds of theirs share none of these once in many thousands."""
FIRST = 3
"""A text is compared with the first texts that hold one of its shingles, so that the work grows with the texts
and not with their square; more than one, as the very first may be a collection that holds the others whole."""


class Copy(Frozen):
    """`copy_id` repeats `original_id`; `share` of the smaller text's shingles stand in both."""

    original_id: str
    copy_id: str
    share: Decimal


def shingles(text: str, *, keep_one_in: int = KEEP_ONE_IN) -> frozenset[int]:
    """The text's sampled shingles, as hashes: NFKC, lower case, letters and digits only.

    A text so short that the sample is empty keeps all of its shingles.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
    data = plain.encode("utf-32-le", "surrogatepass")
    every = (
        {crc32(data[i : i + 4 * WIDTH]) for i in range(0, max(4, len(data) - 4 * (WIDTH - 1)), 4)} if plain else set()
    )
    sample = frozenset(h for h in every if h % keep_one_in == 0)
    return sample if len(sample) >= WIDTH else frozenset(every)


def sketch(text: str) -> tuple[int, ...]:
    """The text's smallest shingles: texts that share most of their shingles share some of these.

    By these a text's near-duplicates are found among many without comparing it with each.
    """
    return tuple(sorted(shingles(text))[:SKETCH])


def resemblance(a: frozenset[int], b: frozenset[int]) -> Decimal:
    """The share of the smaller set that the other holds too, 0 to 1; 0 when one is empty."""
    smaller = min(len(a), len(b))
    return Decimal(len(a & b)) / Decimal(smaller) if smaller else Decimal(0)


def near_duplicates(texts: Mapping[str, str], *, same: Decimal = SAME) -> tuple[Copy, ...]:
    """Which texts repeat which. Each copy is linked once, to the earliest text in the mapping's order.

    Only texts of like length are copies of each other: an article that quotes a
    whole short one is not its copy (the smaller has at least half of the larger's shingles).
    """
    sets = {key: shingles(text) for key, text in texts.items()}
    order = {key: place for place, key in enumerate(texts)}
    found: dict[str, Copy] = {}
    for first, second in _candidates(sets, order):
        if second in found or first in found:
            continue
        small, large = sorted((len(sets[first]), len(sets[second])))
        share = resemblance(sets[first], sets[second])
        if share >= same and 2 * small >= large:
            found[second] = Copy(original_id=first, copy_id=second, share=share.quantize(Decimal("0.001")))
    return tuple(found.values())


def _candidates(sets: Mapping[str, frozenset[int]], order: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs that share a shingle, earlier text first, in the order of the texts."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key, hashes in sets.items():
        for one in hashes:
            holders[one].append(key)
    pairs = {
        (first, second)
        for keys in holders.values()
        for place, second in enumerate(keys)
        for first in keys[: min(place, FIRST)]
    }
    return iter(sorted(pairs, key=lambda pair: (order[pair[1]], order[pair[0]])))
