"""Full text over sentences: the same hits as LIKE over folded text, found through the index.

The index only narrows down; `holds` decides. So no hit is lost to how tokens are cut, and none is
added. Tokens are explained in domain/grams.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

from extractor.domain.grams import fold, is_word, stretches

Term = tuple[str, ...]
"""Alternatives, one of which a sentence must hold: ("imports", "輸入", "进口")."""

MOST_WORDS = 200
"""A piece of a word that more words than these contain narrows nothing down."""

_SEPARATOR = "\x1f"


def prepare(db: sqlite3.Connection) -> None:
    """Teach the connection the SQL function `holds(text, needles)`."""
    db.create_function("holds", 2, _holds, deterministic=True)


def conditions(db: sqlite3.Connection, terms: Sequence[Term]) -> tuple[str | None, list[tuple[str, str]]]:
    """The MATCH expression for `sentences_fts` (None: it cannot narrow), and (SQL, value) tests on the sentence."""
    matches = [_match_any(db, term) for term in terms]
    tests = [("holds(sentence, ?)", _SEPARATOR.join(fold(word) for word in term)) for term in terms]
    narrowing = [match for match in matches if match is not None]
    return (" AND ".join(narrowing) if narrowing else None), tests


def _holds(text: str, needles: str) -> bool:
    folded = folded_sentence(text)
    return any(needle in folded for needle in needles.split(_SEPARATOR))


@lru_cache(maxsize=1024)
def folded_sentence(text: str) -> str:
    """`fold` for the sentences of a search: several claims stand in one, and ranking reads it again."""
    return fold(text)


def _match_any(db: sqlite3.Connection, term: Term) -> str | None:
    """One alternative that cannot be narrowed down leaves the whole term open."""
    matches = [_match(db, fold(word)) for word in term]
    return None if None in matches else f"({' OR '.join(m for m in matches if m is not None)})"


def _match(db: sqlite3.Connection, folded: str) -> str | None:
    pieces = stretches(folded)
    found: list[str] = []
    for place, piece in enumerate(pieces):
        if is_word(piece):
            starts = folded.startswith(piece) and place == 0
            ends = folded.endswith(piece) and place == len(pieces) - 1
            found += _words(db, piece, open_left=starts, open_right=ends)
        elif len(piece) == 1:
            found.append(f'"{piece}" *')
        else:
            found += [f'"{piece[i : i + 2]}"' for i in range(len(piece) - 1)]
    return f"({' AND '.join(found)})" if found else None


def _words(db: sqlite3.Connection, piece: str, *, open_left: bool, open_right: bool) -> list[str]:
    """The indexed words that the piece may be a part of, as one alternative; none when they are too many."""
    if not open_left and not open_right:
        return [f'"{piece}"']
    pattern = f"{'%' if open_left else ''}{piece}{'%' if open_right else ''}"
    first = "" if open_left else piece
    sql = "SELECT word FROM words WHERE word >= ? AND word < ? || '{' AND word LIKE ? LIMIT ?"
    rows = db.execute(sql, (first, first, pattern, MOST_WORDS + 1)).fetchall()
    if len(rows) > MOST_WORDS:
        return []
    words = [str(row[0]) for row in rows] or [piece]
    return [f"({' OR '.join(f'{chr(34)}{word}{chr(34)}' for word in words)})"]
