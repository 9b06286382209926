"""SQLite's errors in words: what happened to the database, and what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.domain.errors import StoreError

WHAT: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "Wait until that has finished, then run this again"),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "Wait until that has finished, then run this again"),
    sqlite3.SQLITE_READONLY: ("may not be written to", "Check the folder's permissions, or name another --home"),
    sqlite3.SQLITE_PERM: ("may not be opened", "Check the folder's permissions, or name another --home"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check that the folder is there and may be written to"),
    sqlite3.SQLITE_FULL: (
        "cannot grow: the disk is full",
        "Free some space and run this again; what was stored is safe",
    ),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Check the disk (space, cable, quota) and run this again"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "`extractor rebuild` makes it again from the captures"),
    sqlite3.SQLITE_NOTADB: ("is no database", "`extractor rebuild` makes it again from the captures"),
}
"""Primary result code -> what it means, and what to do."""


def explained(error: sqlite3.Error, path: object) -> StoreError | None:
    """The error as one that says what to do; None when it is a fault of the program and not of the file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (code & 0xFF) not in WHAT:
        return None
    what, todo = WHAT[code & 0xFF]
    return StoreError(f"{path} {what} ({error})", todo)


@contextmanager
def in_words(path: Path | str) -> Iterator[None]:
    """Let SQLite's errors through as StoreErrors.

    Raises:
        StoreError: the file is locked, full, read-only or damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        if found := explained(error, path):
            raise found from error
        raise


def file_of(db: sqlite3.Connection) -> str:
    """The file that a connection has open, as far as it can still say."""
    try:
        return str(db.execute("PRAGMA database_list").fetchone()[2])
    except sqlite3.Error:
        return "the database"
