"""Runs: which one did what, whose claims are current, and how that changes. Inside the caller's `transaction`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from extractor.domain.errors import UnknownTerm

State = Literal["done", "taken_over", "failed"]

# The head of an article: its newest version in the last active run that read it with success.
_HEADS = """
INSERT INTO heads (article_key, article_id, made_by)
SELECT article_key, article_id, made_by FROM (
  SELECT r.article_key, p.article_id, r.made_by,
    row_number() OVER (PARTITION BY p.place ORDER BY r.run_key DESC, r.article_key DESC) AS at_place,
    row_number() OVER (PARTITION BY p.article_id ORDER BY r.run_key DESC, r.article_key DESC) AS by_id
  FROM run_articles r
  JOIN runs ON runs.key = r.run_key AND runs.active = 1
  JOIN article_places p ON p.article_key = r.article_key
  WHERE r.state <> 'failed'
) WHERE at_place = 1 AND by_id = 1
"""
# Versions of the page at an article's address, by way of the index on the captures' addresses.
_SAME_PLACE = """
DELETE FROM heads WHERE article_key IN (
  SELECT other.article_key FROM article_places own
  JOIN captures c ON c.url = own.place
  JOIN articles a ON a.capture_key = c.key
  JOIN article_places other ON other.article_key = a.key AND other.place = own.place
  WHERE own.article_key = ?)
"""


def open_run(
    db: sqlite3.Connection,
    kind: str,
    selection: str,
    rules_digest: str,
    now: str,
    *,
    active: bool,
    by_language: Mapping[str, str] | None = None,
) -> int:
    """The key of a run to write to: the unfinished one with the same selection and rules, or a new one.

    `by_language`: the digest of each language's rules.
    """
    same = "kind = ? AND selection = ? AND rules_digest = ?"
    found = db.execute(
        f"SELECT max(key) FROM runs WHERE status IN ('running', 'interrupted') AND {same}",  # noqa: S608
        (kind, selection, rules_digest),
    ).fetchone()[0]
    if found is not None:
        db.execute("UPDATE runs SET status = 'running' WHERE key = ?", (found,))
        return int(found)
    cursor = db.execute(
        """INSERT INTO runs (kind, rules_digest, selection, started_at, status, active)
        VALUES (?, ?, ?, ?, 'running', ?)""",
        (kind, rules_digest, selection, now, int(active)),
    )
    key = int(cursor.lastrowid or 0)
    rows = [(key, lang, digest) for lang, digest in (by_language or {}).items()]
    db.executemany("INSERT INTO run_rules VALUES (?, ?, ?)", rows)
    return key


class Entry(NamedTuple):
    """What a run did with one article: `made_by` is the run whose claims it has."""

    article_key: int
    article_id: str
    state: State
    made_by: int
    claims: int = 0


def enter(db: sqlite3.Connection, run_key: int, entries: Iterable[Entry]) -> None:
    """Write into the ledger what the run did; what an active run did with success becomes its article's head."""
    found = list(entries)
    db.executemany(
        "INSERT OR REPLACE INTO run_articles VALUES (?, ?, ?, ?, ?)",
        [(run_key, e.article_key, e.state, e.made_by, e.claims) for e in found],
    )
    if not is_active(db, run_key):
        return
    heads = [e for e in found if e.state != "failed"]
    for entry in heads:
        db.execute("DELETE FROM heads WHERE article_id = ?", (entry.article_id,))
        db.execute(_SAME_PLACE, (entry.article_key,))
        db.execute(
            "INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", (entry.article_key, entry.article_id, entry.made_by)
        )


def is_active(db: sqlite3.Connection, run_key: int) -> bool:
    """Whether the run's claims count as current."""
    return bool(db.execute("SELECT active FROM runs WHERE key = ?", (run_key,)).fetchone()[0])


def maker_of(db: sqlite3.Connection, article_key: int, rules_digest: str) -> tuple[int, int] | None:
    """The run that read this version of the article by these rules, and how many claims it made; or None."""
    found = db.execute(
        """SELECT r.made_by, r.claims FROM run_articles r JOIN runs ON runs.key = r.made_by
        WHERE r.article_key = ? AND r.state <> 'failed' AND runs.rules_digest = ? ORDER BY r.run_key DESC LIMIT 1""",
        (article_key, rules_digest),
    ).fetchone()
    return (int(found[0]), int(found[1])) if found else None


def finish(db: sqlite3.Connection, run_key: int, status: str, now: str) -> None:
    """Close a run: done, interrupted or failed."""
    db.execute("UPDATE runs SET status = ?, finished_at = ? WHERE key = ?", (status, now, run_key))


def set_active(db: sqlite3.Connection, run_key: int, active: bool) -> None:
    """Promote a run or roll it back: what is current moves in this one transaction.

    Raises:
        UnknownTerm: there is no such run, or it has not finished.
    """
    found = db.execute("SELECT status FROM runs WHERE key = ?", (run_key,)).fetchone()
    if found is None:
        raise UnknownTerm(f"there is no run {run_key}", "`extractor runs` lists them")
    if active and found[0] != "done":
        raise UnknownTerm(f"run {run_key} is {found[0]}", "Only a finished run can be promoted")
    db.execute("UPDATE runs SET active = ? WHERE key = ?", (int(active), run_key))
    rebuild_heads(db)


def rebuild_heads(db: sqlite3.Connection) -> None:
    """Derive every head from the ledger anew."""
    db.execute("DELETE FROM heads")
    db.execute(_HEADS)


def finish_open(db: sqlite3.Connection, kind: str, now: str) -> None:
    """Close the runs of one kind that are still open."""
    db.execute("UPDATE runs SET status = 'done', finished_at = ? WHERE status = 'running' AND kind = ?", (now, kind))
