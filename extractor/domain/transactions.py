"""All or nothing in SQLite: the archive's index, the crawler's frontier and the database change in the same way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def immediate(db: sqlite3.Connection) -> Iterator[None]:
    """A transaction that nobody else can write in; rolled back when the block raises.

    It takes the write lock at once, so that two writers wait instead of failing. The connection is in autocommit mode.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
