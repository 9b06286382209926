"""Small things that several pages read."""

from __future__ import annotations

import sqlite3
from typing import Any


def capture(db: sqlite3.Connection, sha256: str | None) -> dict[str, Any] | None:
    """What is known of an archived page, or None."""
    sql = "SELECT sha256, url, retrieved_at, bytes, media_type, status FROM captures WHERE sha256 = ?"
    row = db.execute(sql, (sha256,)).fetchone()
    return dict(row) if row else None


def judgements(db: sqlite3.Connection, target: str) -> list[dict[str, Any]]:
    """People's standing judgements on a claim or fact; `stale`: it has changed since."""
    sql = 'SELECT id, verdict, why, "by", "at", stale FROM standing_judgements WHERE target = ? ORDER BY "at"'
    return [{**dict(row), "stale": bool(row["stale"])} for row in db.execute(sql, (target,))]
