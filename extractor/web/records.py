"""A claim as our pages show it: the contract's fields, its sentence as long as the policy says, and its locator."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from extractor.runs.exports.records import CONTEXT
from extractor.store.rows import claim_from_row
from extractor.web import excerpts

Record = dict[str, Any]


class Records:
    """Makes records from rows of current_claims; what several claims share is read once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._limits: dict[str | None, int | None] = {}
        self._articles: dict[int, sqlite3.Row] = {}

    def make(self, row: sqlite3.Row) -> Record:
        """One claim: the contract's fields, `title` of its article, and the locator by which it can be cited."""
        claim = claim_from_row(row)
        fields = claim.contract()
        length = len(claim.sentence)
        base = claim.sentence_start
        first, last = excerpts.window(length, claim.start - base, claim.end - base, self.limit(claim.source))
        fields.update(sentence=claim.sentence[first:last], sentence_start=base + first, sentence_end=base + last)
        article = self._article(row["article_key"])
        return {
            **fields,
            "title": article["title"],
            "cut": [first > 0, last < length],
            "locator": {
                "url": claim.url,
                "capture_sha256": article["sha256"],
                "start": claim.start,
                "end": claim.end,
                "quote": claim.quote,
                "prefix": article["text"][max(claim.start - CONTEXT, 0) : claim.start],
                "suffix": article["text"][claim.end : claim.end + CONTEXT],
            },
        }

    def limit(self, source: str | None) -> int | None:
        """The longest stretch of a source's text that may be shown; None: any."""
        if source not in self._limits:
            self._limits[source] = excerpts.longest(self._db, source)
        return self._limits[source]

    def _article(self, key: int) -> sqlite3.Row:
        if key not in self._articles:
            self._articles[key] = self._db.execute(
                "SELECT a.title, a.text, c.sha256 FROM articles a LEFT JOIN captures c ON c.key = a.capture_key "
                "WHERE a.key = ?",
                (key,),
            ).fetchone()
        return self._articles[key]


def with_facts(db: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[Record]:
    """Records of claims, each with `facts`: id and verdict of the facts that it stands behind."""
    found = list(rows)
    facts: dict[int, list[Record]] = {}
    marks = ", ".join("?" * len(found))
    sql = f"""SELECT x.claim_key, f.id, f.verdict, f.mentions, f.outlets FROM fact_claims x
        JOIN current_facts f ON f.key = x.fact_key WHERE x.claim_key IN ({marks}) ORDER BY f.id"""  # noqa: S608
    for key, *fact in db.execute(sql, [row["key"] for row in found]):
        facts.setdefault(key, []).append(dict(zip(("id", "verdict", "mentions", "outlets"), fact, strict=True)))
    make = Records(db).make
    return [{**make(row), "facts": facts.get(row["key"], [])} for row in found]
