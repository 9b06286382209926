"""The index of the WARC files: where each capture stands. It can always be made again from the files.

Every change happens inside `BEGIN IMMEDIATE`, which also serves as the lock on the files:
two programs can write to one archive, one after the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.domain import Frozen, Sighting
from extractor.domain.errors import ArchiveError
from extractor.domain.sqlite_files import immediate, is_still

VERSION = 1
WAIT_SECONDS = 60
BUSY = "Wait until the other program has finished, or check the folder's permissions and free space"
REMAKE = "Delete index.db with its -wal and -shm: it is made again from the WARC files beside it"
SCHEMA = """
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL           -- how far the file has been indexed
) STRICT;
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT,
  retrieved_at TEXT NOT NULL,
  status INTEGER NOT NULL,
  media_type TEXT,
  file INTEGER NOT NULL REFERENCES files(id),
  offset INTEGER NOT NULL,
  length INTEGER NOT NULL,
  has_body INTEGER NOT NULL,       -- 0: same bytes as an earlier capture of another URL
  UNIQUE (url, sha256)
) STRICT;
CREATE INDEX captures_sha256 ON captures (sha256, has_body);
CREATE TABLE sightings (
  url TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  why TEXT NOT NULL,
  UNIQUE (url, sha256, seen_at)
) STRICT;
"""
COLUMNS = (
    "c.id, c.url, c.sha256, c.source, c.retrieved_at, c.status, c.media_type, f.name, c.offset, c.length, c.has_body"
)
FROM = f"SELECT {COLUMNS} FROM captures c JOIN files f ON f.id = c.file"  # noqa: S608 - constants only


class Entry(Frozen):
    """One row of the index: a capture without its bytes."""

    id: int
    url: str
    sha256: str
    source: str | None
    retrieved_at: str
    status: int
    media_type: str | None
    file: str
    offset: int
    length: int
    has_body: bool


class Index:
    """The SQLite file beside the WARC files.

    Raises:
        ArchiveError: the file cannot be opened, or another program holds it for too long.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damage: str | None = None
        """What was wrong with the file found, which was then put aside."""
        try:
            self._db = self._open()
        except sqlite3.OperationalError as error:
            raise ArchiveError(f"{path}: {error}", BUSY) from error
        except sqlite3.DatabaseError as error:
            self.damage = str(error)
            self._put_aside()
            self._db = self._open()

    def _put_aside(self) -> None:
        """Make room for a new index; the old one stays as `index.db.damaged`."""
        self.path.replace(self.path.with_name(f"{self.path.name}.damaged"))
        for tail in ("-wal", "-shm"):
            self.path.with_name(self.path.name + tail).unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        mode = "ro&immutable=1" if is_still(self.path) else "rwc"
        address = f"{self.path.resolve().as_uri()}?mode={mode}"
        db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
        try:
            db.execute("PRAGMA synchronous = NORMAL")
            if _version(db) == 0:
                _create(db)
            elif _version(db) != VERSION:
                raise sqlite3.DatabaseError(f"made by another version ({_version(db)}, this one is {VERSION})")
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """A transaction that nobody else can write in; rolled back when the block raises."""
        with self._our_errors(), immediate(self._db):
            yield

    def _run(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """One statement's rows. Raises ArchiveError when the file is locked, full, read-only or damaged."""
        with self._our_errors():
            return self._db.execute(sql, values).fetchall()

    @contextmanager
    def _our_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise ArchiveError(f"{self.path}: {error}", BUSY) from error
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{self.path}: {error}", REMAKE) from error

    def files(self) -> dict[str, int]:
        """How far each file has been indexed, in bytes, oldest file first."""
        return dict(self._run("SELECT name, bytes FROM files ORDER BY id"))

    def reach(self, name: str, size: int) -> None:
        """Note that a file has been indexed up to `size` bytes."""
        self._run(
            "INSERT INTO files (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
            (name, size),
        )

    def put(self, entry: Entry) -> None:
        """Add a capture; its `id` is given by the table."""
        self._run(
            "INSERT INTO captures"
            " (url, sha256, source, retrieved_at, status, media_type, file, offset, length, has_body)"
            " VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM files WHERE name = ?), ?, ?, ?)",
            (entry.url, entry.sha256, entry.source, entry.retrieved_at, entry.status, entry.media_type,
             entry.file, entry.offset, entry.length, entry.has_body),
        )  # fmt: skip

    def put_sighting(self, seen: Sighting) -> None:
        """Add a sighting; the same one twice counts once."""
        self._run(
            "INSERT OR IGNORE INTO sightings (url, sha256, seen_at, why) VALUES (?, ?, ?, ?)",
            (seen.url, seen.sha256, seen.seen_at, seen.why),
        )

    def lose(self, name: str, size: int) -> list[str]:
        """Forget the captures that stood behind `size` bytes of a file; their URLs."""
        beyond = "file = (SELECT id FROM files WHERE name = ?) AND offset + length > ?"
        rows = self._run(f"DELETE FROM captures WHERE {beyond} RETURNING url", (name, size))  # noqa: S608
        self.reach(name, size)
        return [url for (url,) in rows]

    def find(self, sha256: str, url: str | None = None) -> Entry | None:
        """A capture of these bytes, of the URL when one is given; first the one that holds the body."""
        where = "c.sha256 = ?" + ("" if url is None else " AND c.url = ?")
        values = (sha256,) if url is None else (sha256, url)
        rows = self._run(f"{FROM} WHERE {where} ORDER BY c.has_body DESC, c.id LIMIT 1", values)
        return _entry(rows[0]) if rows else None

    def latest(self, url: str) -> Entry | None:
        """The last capture of a URL."""
        rows = self._run(f"{FROM} WHERE c.url = ? ORDER BY c.id DESC LIMIT 1", (url,))
        return _entry(rows[0]) if rows else None

    def after(self, last: int, source: str | None, count: int) -> list[Entry]:
        """The next captures behind id `last`, in the order of arrival."""
        rows = self._run(
            f"{FROM} WHERE c.id > ? AND (?2 IS NULL OR c.source = ?2) ORDER BY c.id LIMIT ?3", (last, source, count)
        )
        return [_entry(row) for row in rows]

    def count(self) -> int:
        """How many captures there are."""
        return int(self._run("SELECT count(*) FROM captures")[0][0])

    def sightings(self, url: str) -> list[tuple[str, str, str]]:
        """Digest, time and reason of each sighting of a URL, oldest first."""
        sql = "SELECT sha256, seen_at, why FROM sightings WHERE url = ? ORDER BY seen_at, rowid"
        return self._run(sql, (url,))

    def urls(self, sha256: str) -> list[str]:
        """Every URL that served these bytes, first one first."""
        return [url for (url,) in self._run("SELECT url FROM captures WHERE sha256 = ? ORDER BY id", (sha256,))]


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _create(db: sqlite3.Connection) -> None:
    """Make the tables, once, also when two programs begin at the same moment."""
    db.execute("PRAGMA journal_mode = WAL")
    with immediate(db):
        if _version(db) == 0:
            for statement in SCHEMA.split(";\n"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {VERSION}")


def _entry(row: tuple[object, ...]) -> Entry:
    return Entry(**dict(zip(Entry.model_fields, row, strict=True)))  # type: ignore[arg-type]  # checked by pydantic
