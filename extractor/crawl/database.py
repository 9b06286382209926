"""A SQLite file that the crawler keeps: opened, made, and its errors turned into ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractor.crawl.schema import SCHEMA, VERSION
from extractor.domain.errors import StoreError
from extractor.domain.sqlite_files import immediate

BUSY = "Wait until the other program has finished, or check the folder's permissions and free space"
ANEW = "Delete captures/frontier.db: the next crawl begins anew, and what is archived is safe"
WAIT_SECONDS = 60


class Database:
    """The file at `path`, or one in memory.

    Raises:
        StoreError: it cannot be opened or made, or another version made it.
    """

    def __init__(self, path: Path | None) -> None:
        self._db = self._open(path)
        self._db.row_factory = sqlite3.Row
        try:
            self._prepare()
        except StoreError:
            self._db.close()
            raise

    @staticmethod
    def _open(path: Path | None) -> sqlite3.Connection:
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            return sqlite3.connect(path or ":memory:", isolation_level=None, timeout=WAIT_SECONDS)
        except (OSError, sqlite3.DatabaseError) as error:
            raise StoreError(f"{path}: {error}", BUSY) from error

    def _prepare(self) -> None:
        self.run("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = NORMAL")
        with self.change():
            version = self.run("PRAGMA user_version")[0][0]
            if version == 0:
                for statement in SCHEMA.split(";\n"):
                    self.run(statement)
                self.run(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise StoreError(f"frontier.db is of version {version}, this program reads {VERSION}", ANEW)

    @contextmanager
    def change(self) -> Iterator[None]:
        """A transaction; rolled back when the block raises."""
        with _our_errors(), immediate(self._db):
            yield

    def run(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[sqlite3.Row]:
        """One statement's rows. Raises StoreError when the file is locked, full, read-only or damaged."""
        with _our_errors():
            return self._db.execute(sql, values).fetchall()

    def run_all(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """One statement for each row. Raises as `run` does."""
        with _our_errors():
            self._db.executemany(sql, rows)

    def copy_to(self, other: Database) -> None:
        """Make the other one equal to this one."""
        with _our_errors():
            self._db.backup(other._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(f"frontier.db: {error}", BUSY) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"frontier.db: {error}", ANEW) from error
