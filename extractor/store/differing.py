"""How the claims of two runs differ: set differences in SQL over what was current after each of them."""

from __future__ import annotations

import sqlite3

from extractor.domain.errors import UnknownTerm

# What was current after a run: the heads, as if no later run had been, and this one active.
_STATE = """
CREATE TEMP TABLE {name} AS
SELECT article_key, article_id, made_by FROM (
  SELECT r.article_key, p.article_id, r.made_by,
    row_number() OVER (PARTITION BY p.place ORDER BY r.run_key DESC, r.article_key DESC) AS at_place,
    row_number() OVER (PARTITION BY p.article_id ORDER BY r.run_key DESC, r.article_key DESC) AS by_id
  FROM run_articles r
  JOIN runs ON runs.key = r.run_key AND (runs.active = 1 OR runs.key = {run})
  JOIN article_places p ON p.article_key = r.article_key
  WHERE r.state <> 'failed' AND r.run_key <= {run}
) WHERE at_place = 1 AND by_id = 1
"""
_MEMBERS = """
CREATE TEMP TABLE {name}_claims AS
SELECT c.key, c.id FROM {name} s
JOIN run_claims r ON r.run_key = s.made_by AND r.article_key = s.article_key
JOIN claims c ON c.key = r.claim_key
WHERE NOT EXISTS (SELECT 1 FROM {other} o WHERE o.article_key = s.article_key AND o.made_by = s.made_by)
"""


def prepare(db: sqlite3.Connection, before: int, after: int) -> None:
    """Make the temporary tables before, after, before_claims and after_claims (of articles that differ).

    Raises:
        UnknownTerm: there is no such run, or it has not finished.
    """
    for name, run in (("before", before), ("after", after)):
        found = db.execute("SELECT status FROM runs WHERE key = ?", (run,)).fetchone()
        if found is None:
            raise UnknownTerm(f"there is no run {run}", "`extractor runs` lists them")
        for table in (name, f"{name}_claims"):
            db.execute(f"DROP TABLE IF EXISTS temp.{table}")
        db.execute(_STATE.format(name=name, run=int(run)))
    for name, other in (("before", "after"), ("after", "before")):
        db.execute(_MEMBERS.format(name=name, other=other))
        db.execute(f"CREATE INDEX temp.{name}_by_id ON {name}_claims (id)")


def added(db: sqlite3.Connection) -> list[int]:
    """Keys of the claims that only the later state has."""
    return _keys(db, "SELECT key FROM after_claims WHERE id NOT IN (SELECT id FROM before_claims) ORDER BY key")


def removed(db: sqlite3.Connection) -> list[int]:
    """Keys of the claims that only the earlier state has."""
    return _keys(db, "SELECT key FROM before_claims WHERE id NOT IN (SELECT id FROM after_claims) ORDER BY key")


def changed(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """Keys, earlier and later, of the claims that both have, with different content."""
    sql = "SELECT b.key, a.key FROM before_claims b JOIN after_claims a ON a.id = b.id WHERE a.key <> b.key ORDER BY 2"
    return [(int(old), int(new)) for old, new in db.execute(sql)]


def articles(db: sqlite3.Connection, name: str) -> dict[int, list[int]]:
    """Key of each article that differs -> keys of its claims, in the state `before` or `after`."""
    sql = f"""SELECT c.article_key, c.key FROM {name}_claims x JOIN claims c ON c.key = x.key ORDER BY 1, 2"""  # noqa: S608
    found: dict[int, list[int]] = {}
    for article, claim in db.execute(sql):
        found.setdefault(article, []).append(claim)
    return found


def unchanged_members(db: sqlite3.Connection, group_key: int) -> list[int]:
    """Keys of a group's current claims that stand in articles which do not differ."""
    sql = """SELECT g.claim_key FROM claim_groups g WHERE g.group_key = ? AND g.claim_key NOT IN
        (SELECT key FROM before_claims UNION SELECT key FROM after_claims)
        AND EXISTS (SELECT 1 FROM after a WHERE a.article_key = g.article_key) ORDER BY 1"""
    return _keys(db, sql, group_key)


def _keys(db: sqlite3.Connection, sql: str, *values: int) -> list[int]:
    return [int(key) for (key,) in db.execute(sql, values)]
