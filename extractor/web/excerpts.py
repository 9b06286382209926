"""How much of a source's text a page may show: its policy's longest stretch, whole sentences where they fit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.sites import registry

Span = tuple[int, int]
AROUND = (10_000, 80, 50, 30, 15, 8, 4, 0)
"""Characters about a figure that are tried, the most generous first; never beyond its sentence."""


def longest(db: sqlite3.Connection, source: str | None) -> int | None:
    """The longest stretch of a source's text that may be shown; None: any.

    The policy stored when the source was last crawled counts, else that of its file in sites/.
    """
    row = db.execute("SELECT excerpt_chars FROM sources WHERE code = ?", (source,)).fetchone()
    if row is not None:
        return None if row[0] is None else int(row[0])
    site = registry().get(source or "")
    return site.policy.excerpt_chars if site else None


def window(length: int, start: int, end: int, most: int | None) -> Span:
    """So much of a sentence of `length` characters as may be shown, the figure at start..end in its middle."""
    if most is None or length <= most:
        return 0, length
    spare = max(most - (end - start), 0)
    first = max(min(start - spare // 2, length - most), 0)
    return first, max(min(first + most, length), end)


def stretches(sentences: Sequence[tuple[Span, Sequence[Span]]], most: int) -> list[Span]:
    """What may be shown of a paragraph: each sentence that has figures, as a whole or as words about its figures.

    `sentences`: a sentence's span and its figures' spans. No stretch is longer than `most`, unless a
    single figure is, or figures that touch are.
    """
    for around in AROUND:
        found = _merged(
            (max(first - around, sentence[0]), min(last + around, sentence[1]))
            for sentence, figures in sentences
            for first, last in figures
        )
        if all(last - first <= most for first, last in found):
            break
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap or touch (a space between them counts as touching) are one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def gaps(shown: Sequence[Span], whole: Span) -> bool:
    """Whether something of the whole is not shown."""
    if not shown:
        return whole[0] < whole[1]
    return shown[0][0] > whole[0] or shown[-1][1] < whole[1] or any(a[1] < b[0] for a, b in pairwise(shown))
