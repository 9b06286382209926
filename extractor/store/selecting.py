"""What a run has to do: pages to parse, articles to take over, articles to read."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Wanted(NamedTuple):
    """Conditions on articles; None: any. `since` is a date that they are published on or after."""

    source: str | None = None
    lang: str | None = None
    since: str | None = None
    article: str | None = None

    def where(self, table: str) -> tuple[str, list[str]]:
        """SQL on a table with an article's columns, and its values."""
        tests = [
            (f"{table}.source = ?", self.source),
            (f"{table}.lang = ?", self.lang),
            (f"substr({table}.published_at, 1, 10) >= ?", self.since),
            (f"{table}.id = ?", self.article),
        ]
        given = [(sql, value) for sql, value in tests if value]
        return " AND ".join(sql for sql, _ in given) or "1", [value for _, value in given]


def unparsed(db: sqlite3.Connection, parse_digest: str, wanted: Wanted) -> list[tuple[int, str, str]]:
    """Key, digest and URL of the captures that this parser has not read, in order of arrival.

    A capture is wanted when the article that it was read as before is; one that was never read, when
    nothing is asked for that only reading tells.
    """
    where, values = wanted.where("a")
    open_question = not (wanted.lang or wanted.since or wanted.article)
    sql = f"""SELECT c.key, c.sha256, c.url FROM captures c
        WHERE NOT EXISTS (SELECT 1 FROM parses p WHERE p.capture_key = c.key AND p.digest = ?)
        AND c.bytes > 0
        AND (EXISTS (SELECT 1 FROM parses p JOIN articles a ON a.key = p.article_key
            WHERE p.capture_key = c.key AND {where})
          OR (? AND c.source IS coalesce(?, c.source)
            AND NOT EXISTS (SELECT 1 FROM parses p WHERE p.capture_key = c.key AND p.article_key IS NOT NULL)))
        ORDER BY c.key"""  # noqa: S608
    rows = db.execute(sql, (parse_digest, *values, open_question, wanted.source))
    return [(int(key), sha256, url) for key, sha256, url in rows]


def take_over(
    db: sqlite3.Connection, run_key: int, parse_digest: str, rules_digest: str, wanted: Wanted
) -> tuple[int, int]:
    """Enter into the ledger every wanted article that these rules have read already; how many, with how many claims.

    These rules: the whole of them, or those of every language that the article was read in.
    """
    where, values = wanted.where("a")
    before = _counts(db, run_key)
    db.execute(
        f"""WITH same (run_key, lang) AS (
          SELECT o.run_key, o.lang FROM run_rules o
          JOIN run_rules n ON n.run_key = ? AND n.lang = o.lang AND n.digest = o.digest)
        INSERT INTO run_articles (run_key, article_key, state, made_by, claims)
        SELECT ?, a.key, 'taken_over', r.made_by, r.claims
        FROM (SELECT DISTINCT article_key FROM parses WHERE digest = ? AND article_key IS NOT NULL) p
        JOIN articles a ON a.key = p.article_key
        JOIN run_articles r ON r.article_key = a.key AND r.run_key = (
          SELECT max(x.run_key) FROM run_articles x JOIN runs m ON m.key = x.made_by
          WHERE x.article_key = a.key AND x.state <> 'failed' AND (m.rules_digest = ?
            OR (EXISTS (SELECT 1 FROM same s WHERE s.run_key = m.key AND s.lang = a.lang)
              AND NOT EXISTS (SELECT 1 FROM article_langs l WHERE l.article_key = a.key
                AND NOT EXISTS (SELECT 1 FROM same s WHERE s.run_key = m.key AND s.lang = l.lang)))))
        WHERE {where} AND NOT EXISTS (
          SELECT 1 FROM run_articles d WHERE d.run_key = ? AND d.article_key = a.key)""",  # noqa: S608
        (run_key, run_key, parse_digest, rules_digest, *values, run_key),
    )
    after = _counts(db, run_key)
    return after[0] - before[0], after[1] - before[1]


def unread(db: sqlite3.Connection, run_key: int, parse_digest: str, wanted: Wanted) -> list[int]:
    """Keys of the wanted articles that the run has not dealt with."""
    where, values = wanted.where("a")
    sql = f"""SELECT a.key FROM articles a
        WHERE a.key IN (SELECT article_key FROM parses WHERE digest = ?) AND {where}
        AND NOT EXISTS (SELECT 1 FROM run_articles r WHERE r.run_key = ? AND r.article_key = a.key)
        ORDER BY a.key"""  # noqa: S608
    return [int(key) for (key,) in db.execute(sql, (parse_digest, *values, run_key))]


def _counts(db: sqlite3.Connection, run_key: int) -> tuple[int, int]:
    sql = "SELECT count(*), coalesce(sum(claims), 0) FROM run_articles WHERE run_key = ?"
    row = db.execute(sql, (run_key,)).fetchone()
    return int(row[0]), int(row[1])
