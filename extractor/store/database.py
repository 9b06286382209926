"""Opens facts.db: settings, numbered migrations, transactions, and the lock of the one writer."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.domain.errors import StoreError, UnreadableInput

NAME = "facts.db"
MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(home: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to `home/facts.db`, migrated to the newest schema.

    Writing makes the folder and the file; reading needs them to be there. Statements run in
    autocommit mode: writers open their own `transaction`.

    Raises:
        UnreadableInput: read_only, and there is no database yet.
        StoreError: the file is no database of ours, or belongs to a newer version.
    """
    path = home / NAME
    if read_only and not path.exists():
        raise UnreadableInput(f"no database in {home}", "Run `extractor demo` or `extractor ingest PATH` first")
    try:
        if not read_only:
            home.mkdir(parents=True, exist_ok=True)
        if not read_only or _version_of(path) < len(_migrations()):
            _migrate_file(path)
        return _connect(path, read_only=read_only)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} cannot be opened: {error}", "Name another --home, or move the file away") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", "Name another --home") from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Takes the write lock at once, so that two writers wait instead of failing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextmanager
def writer_lock(home: Path) -> Iterator[None]:
    """Held by the one process that writes; the system frees it when that process dies.

    Raises:
        StoreError: another process is writing to this home.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / "writer.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"another process is writing to {home}", "Wait until it has finished") from error
        yield


def migrate(db: sqlite3.Connection) -> None:
    """Apply the migrations that this database lacks, each in its own transaction.

    Raises:
        StoreError: the database was written by a newer version.
    """
    files = _migrations()
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(files):
        raise StoreError(f"the database has schema {version}, this version knows {len(files)}", "Upgrade extractor")
    for number, path in enumerate(files[version:], start=version + 1):
        script = path.read_text(encoding="utf-8")
        try:
            db.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlite3.Error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _migrations() -> list[Path]:
    return sorted(MIGRATIONS.glob("[0-9]*.sql"))


def _version_of(path: Path) -> int:
    db = _connect(path, read_only=True)
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def _migrate_file(path: Path) -> None:
    db = _connect(path, read_only=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        migrate(db)
    finally:
        db.close()


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=30)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -65536")
    return db
