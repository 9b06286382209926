"""Opens facts.db: settings, numbered migrations, transactions, and the lock of the one writer."""

from __future__ import annotations

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from extractor.domain.errors import StoreError, UnreadableInput
from extractor.domain.grams import grams
from extractor.domain.sqlite_files import immediate, is_still
from extractor.store.faults import explained, file_of

NAME = "facts.db"
MIGRATIONS = Path(__file__).parent / "migrations"
CHECKPOINT_PAGES = 16_384
"""64 MB of log before it is folded in: pages that many batches touch are written once."""
WAIT_SECONDS = 30
"""How long a writer waits for another one."""


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
        todo = "`extractor rebuild` makes it again from the captures; or name another --home"
        unknown = StoreError(f"{path} cannot be opened: {error}", todo)
        raise explained(error, path) or unknown from error
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", "Name another --home") from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Takes the write lock at once, so that two writers wait instead of failing.

    Raises:
        StoreError: the file is locked for too long, full, read-only or damaged; nothing was written.
    """
    try:
        with immediate(db):
            yield
    except sqlite3.Error as error:
        if found := explained(error, file_of(db)):
            raise found from error
        raise


@contextmanager
def writer_lock(home: Path, wait: float = 0) -> Iterator[None]:
    """Held by the one process that writes; the system frees it when that process dies.

    `wait`: for how many seconds to try where somebody else holds it.

    Raises:
        StoreError: another process is writing to this home, or it cannot be written to.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        handle = (home / "writer.lock").open("w")
    except OSError as error:
        raise StoreError(f"{home} cannot be written to: {error.strerror}", "Name another --home") from error
    with handle:
        until = time.monotonic() + wait
        while not _locked(handle):
            if time.monotonic() >= until:
                raise StoreError(f"another process is writing to {home}", "Wait until it has finished")
            time.sleep(0.05)
        yield


def _locked(handle: TextIO) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def migrate(db: sqlite3.Connection) -> None:
    """Apply the migrations that this database lacks, each in its own transaction.

    Raises:
        StoreError: the database was written by a newer version.
    """
    files = _migrations()
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    db.create_function("grams", 1, grams, deterministic=True)
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


def newest_schema() -> int:
    """The number of the schema that this version writes."""
    return len(_migrations())


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
    mode = "rwc" if not read_only else "ro&immutable=1" if is_still(path) else "ro"
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -65536")
    if not read_only:
        db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    return db
