"""Which claims are reconciled together: a mirror of the heads, brought up to date in small steps.

`regroup` enters what has become current and takes out what no longer is; both leave the groups that
they touch in `stale_groups`, which reconciling empties. Killed in between, it goes on where it was.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence


def rules_are(db: sqlite3.Connection, stage: str, digest: str) -> bool:
    """Whether what is stored for a stage was made by the rules of this digest."""
    row = db.execute("SELECT digest FROM rules WHERE stage = ?", (stage,)).fetchone()
    return row is not None and row[0] == digest


def start_over(db: sqlite3.Connection, stage: str, digest: str) -> None:
    """The rules have changed: every group is stale, and all claims are to be grouped anew."""
    db.execute("INSERT OR IGNORE INTO stale_groups SELECT key FROM groups")
    db.execute("DELETE FROM claim_groups")
    db.execute("DELETE FROM grouped")
    note_rules(db, stage, digest)


def note_rules(db: sqlite3.Connection, stage: str, digest: str) -> None:
    """Remember by what a stage's rows were made."""
    db.execute("INSERT OR REPLACE INTO rules VALUES (?, ?)", (stage, digest))


def drop_gone(db: sqlite3.Connection) -> None:
    """Take out the articles whose head has changed since they were grouped."""
    gone = """SELECT g.article_key FROM grouped g LEFT JOIN heads h ON h.article_key = g.article_key
        WHERE h.made_by IS NOT g.made_by"""
    db.execute(
        f"""INSERT OR IGNORE INTO stale_groups
        SELECT DISTINCT group_key FROM claim_groups WHERE article_key IN ({gone})"""  # noqa: S608
    )
    db.execute(f"DELETE FROM claim_groups WHERE article_key IN ({gone})")  # noqa: S608
    db.execute(f"DELETE FROM grouped WHERE article_key IN ({gone})")  # noqa: S608


def ungrouped(db: sqlite3.Connection, limit: int) -> list[int]:
    """Keys of current articles whose claims are in no group yet."""
    sql = """SELECT h.article_key FROM heads h LEFT JOIN grouped g ON g.article_key = h.article_key
        WHERE g.article_key IS NULL ORDER BY 1 LIMIT ?"""
    return [int(key) for (key,) in db.execute(sql, (limit,))]


def save_groups(db: sqlite3.Connection, article_key: int, groups: Mapping[str, Iterable[int]]) -> None:
    """Enter one article: group name -> keys of its claims."""
    numbers = {name: number_of(name) for name in groups}
    db.executemany("INSERT OR IGNORE INTO groups VALUES (?, ?)", [(number, name) for name, number in numbers.items()])
    db.executemany(
        "INSERT OR IGNORE INTO claim_groups VALUES (?, ?, ?)",
        [(numbers[name], claim, article_key) for name, claims in groups.items() for claim in claims],
    )
    db.executemany("INSERT OR IGNORE INTO stale_groups VALUES (?)", [(number,) for number in numbers.values()])
    db.execute("INSERT INTO grouped SELECT article_key, made_by FROM heads WHERE article_key = ?", (article_key,))


def enter_members(db: sqlite3.Connection, name: str, members: Iterable[tuple[int, int]], *, settled: bool) -> None:
    """Enter a group that was put together elsewhere: keys of its claims and their articles. Not `settled`: stale."""
    number = number_of(name)
    db.execute("INSERT OR IGNORE INTO groups VALUES (?, ?)", (number, name))
    db.execute("DELETE FROM claim_groups WHERE group_key = ?", (number,))
    db.executemany(
        "INSERT OR IGNORE INTO claim_groups VALUES (?, ?, ?)", [(number, claim, article) for claim, article in members]
    )
    todo = (
        "DELETE FROM stale_groups WHERE group_key = ?" if settled else "INSERT OR IGNORE INTO stale_groups VALUES (?)"
    )
    db.execute(todo, (number,))


def take_as_grouped(db: sqlite3.Connection, stage: str, digest: str, but: str) -> None:
    """Every head's claims stand in their groups, which the rules of this digest made, `but` for some (SQL)."""
    db.execute(
        f"""INSERT OR REPLACE INTO grouped
        SELECT article_key, made_by FROM heads WHERE NOT {but}"""  # noqa: S608
    )
    note_rules(db, stage, digest)


def stale(db: sqlite3.Connection, most_claims: int) -> dict[str, list[int]]:
    """Some stale groups by name with the keys of their claims: at least one, about `most_claims` claims in all."""
    found: dict[str, list[int]] = {}
    total = 0
    rows = db.execute("SELECT s.group_key, g.name FROM stale_groups s JOIN groups g ON g.key = s.group_key ORDER BY 1")
    for key, name in rows:
        found[name] = _members(db, key)
        total += len(found[name])
        if total >= most_claims:
            break
    return found


def touch(db: sqlite3.Connection, target_kind: str, target: str) -> dict[str, list[int]]:
    """Mark the groups of a claim or fact that was judged as stale; their names, with the keys of their claims."""
    numbers = _groups_of(db, target_kind, target)
    db.executemany("INSERT OR IGNORE INTO stale_groups VALUES (?)", [(number,) for number in numbers])
    found = {}
    for number in numbers:
        (name,) = db.execute("SELECT name FROM groups WHERE key = ?", (number,)).fetchone()
        found[name] = _members(db, number)
    return found


def waits(db: sqlite3.Connection, target_kind: str, target: str) -> bool:
    """Whether a group of a claim or fact is still to be reconciled."""
    sql = "SELECT 1 FROM stale_groups WHERE group_key = ?"
    return any(db.execute(sql, (number,)).fetchone() for number in _groups_of(db, target_kind, target))


def settled(db: sqlite3.Connection, names: Sequence[str]) -> None:
    """These groups have been reconciled."""
    db.executemany("DELETE FROM stale_groups WHERE group_key = ?", [(number_of(name),) for name in names])


def _groups_of(db: sqlite3.Connection, target_kind: str, target: str) -> list[int]:
    if target_kind == "fact":
        rows = db.execute('SELECT DISTINCT "group" FROM facts WHERE id = ?', (target,)).fetchall()
        return [number_of(name) for (name,) in rows]
    sql = """SELECT DISTINCT x.group_key FROM claims c JOIN claim_groups x
        ON x.article_key = c.article_key AND x.claim_key = c.key WHERE c.id = ? ORDER BY 1"""
    return [int(number) for (number,) in db.execute(sql, (target,))]


def _members(db: sqlite3.Connection, number: int) -> list[int]:
    rows = db.execute("SELECT claim_key FROM claim_groups WHERE group_key = ? ORDER BY 1", (number,))
    return [int(claim) for (claim,) in rows]


def number_of(name: str) -> int:
    """A group's key: 63 bits of its name's hash, so that no look-up is needed to write."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") >> 1
