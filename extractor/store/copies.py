"""Near-duplicates among the current articles: a mirror of the heads, brought up to date article by article.

All functions but `read_copies` run inside the caller's `transaction`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple


class Twin(NamedTuple):
    """An article that repeats another or is repeated by it; `share` of the shorter text stands in both (Decimal)."""

    article_id: str
    title: str | None
    source: str | None
    published_at: str | None
    url: str | None
    share: str


def drop_gone(db: sqlite3.Connection) -> None:
    """Forget the links of articles that are no longer current; what repeated them is to be compared anew."""
    gone = "SELECT article_key FROM sketched WHERE article_key NOT IN (SELECT article_key FROM heads)"
    db.execute(f"CREATE TEMP TABLE gone AS {gone}")
    orphans = "SELECT article_key FROM copies WHERE first_key IN (SELECT article_key FROM gone)"
    db.execute(f"INSERT INTO gone {orphans}")
    for table in ("copies", "sketched"):
        db.execute(f"DELETE FROM {table} WHERE article_key IN (SELECT article_key FROM gone)")  # noqa: S608
    db.execute("DROP TABLE gone")


def uncompared(db: sqlite3.Connection, limit: int) -> list[int]:
    """Keys of current articles that have not been compared with the others yet."""
    sql = """SELECT h.article_key FROM heads h LEFT JOIN sketched s ON s.article_key = h.article_key
        WHERE s.article_key IS NULL ORDER BY 1 LIMIT ?"""
    return [int(key) for (key,) in db.execute(sql, (limit,))]


def compared(db: sqlite3.Connection, article_key: int) -> None:
    """Note that an article has been compared."""
    db.execute("INSERT INTO sketched VALUES (?)", (article_key,))


def text_of(db: sqlite3.Connection, article_key: int) -> str:
    """An article's text."""
    return str(db.execute("SELECT text FROM articles WHERE key = ?", (article_key,)).fetchone()[0])


def sketch_of(db: sqlite3.Connection, article_key: int) -> tuple[int, ...]:
    """The hashes by which an article is found; empty when it has none yet."""
    rows = db.execute("SELECT hash FROM sketches WHERE article_key = ? ORDER BY 1", (article_key,))
    return tuple(int(one) for (one,) in rows)


def sharing(db: sqlite3.Connection, sketch: Iterable[int], first: int) -> list[int]:
    """Keys of compared articles that have one of these hashes, the `first` of each hash."""
    sql = """SELECT k.article_key FROM sketches k JOIN sketched s ON s.article_key = k.article_key
        WHERE k.hash = ? ORDER BY 1 LIMIT ?"""
    return sorted({int(key) for one in sketch for (key,) in db.execute(sql, (one, first))})


def save_sketch(db: sqlite3.Connection, article_key: int, sketch: Iterable[int]) -> None:
    """Write down by what others will find an article."""
    db.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(one, article_key) for one in sketch])


def save_copy(db: sqlite3.Connection, article_key: int, first_key: int, share: Decimal) -> None:
    """Link an article with the one that it repeats."""
    db.execute("INSERT OR IGNORE INTO copies VALUES (?, ?, ?)", (article_key, first_key, str(share)))


def read_copies(db: sqlite3.Connection, article_id: str) -> list[Twin]:
    """The current articles with the same text as this one, as far as they were linked directly."""
    sql = """SELECT o.id, o.title, o.source, o.published_at, o.url, c.share FROM current_articles a
        JOIN copies c ON a.key IN (c.article_key, c.first_key)
        JOIN articles o ON o.key = CASE a.key WHEN c.article_key THEN c.first_key ELSE c.article_key END
        WHERE a.id = ? ORDER BY o.key"""
    return [Twin(*row) for row in db.execute(sql, (article_id,))]
