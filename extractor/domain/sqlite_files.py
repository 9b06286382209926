"""What the archive's index, the crawler's frontier and the database have in common as SQLite files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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


def is_still(path: Path) -> bool:
    """Whether nobody can be writing: a folder that takes no new files, and nothing waiting in the log.

    Readers of a database in WAL mode make files beside it; where they cannot, they must be told that it stands still.
    """
    log = path.with_name(f"{path.name}-wal")
    return path.exists() and not may_write(path.parent) and not (log.exists() and log.stat().st_size)


def may_write(folder: Path) -> bool:
    """Whether this process may make files in a folder."""
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
