"""Opening, migrating and sharing the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extractor.domain import Article, Claim, Fact, Finding
from extractor.domain.errors import StoreError, UnreadableInput
from extractor.store import database, open_database, transaction, writer_lock


def test_a_new_database_is_strict_keeps_foreign_keys_and_writes_ahead(db: sqlite3.Connection) -> None:
    tables = db.execute("SELECT name, strict, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    loose = {
        row["name"] for row in tables if not row["strict"] and not row["name"].startswith(("sqlite_", "sentences_"))
    }
    assert loose == set()
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_the_tables_hold_every_field_of_the_domain(db: sqlite3.Connection) -> None:
    def columns(table: str) -> set[str]:
        return {row["name"] for row in db.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))}

    assert set(Claim.model_fields) - {"basis", "evidence", "links"} <= columns("current_claims")
    assert set(Claim.model_fields["basis"].annotation.model_fields) <= columns("current_claims")
    assert set(Article.model_fields) - {"capture_sha256"} <= columns("articles")
    assert set(Fact.model_fields) - {"claim_ids"} <= columns("facts")
    assert set(Finding.model_fields) - {"claim_ids", "fact_ids"} <= columns("findings")


def test_reading_needs_a_database_and_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="extractor ingest"):
        open_database(tmp_path, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(db: sqlite3.Connection, tmp_path: Path) -> None:
    reader = open_database(tmp_path / "home", read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM runs")
    reader.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.db").write_text("not a database, but long enough to have a header" * 40)
    with pytest.raises(StoreError, match="is no database"):
        open_database(tmp_path)


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    connection = open_database(tmp_path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreError, match="Upgrade"):
        open_database(tmp_path)


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for path in database.MIGRATIONS.glob("*.sql"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    open_database(tmp_path).close()
    (folder / "9999_broken.sql").write_text("CREATE TABLE half (x); CREATE TABLE half (x);")
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    with pytest.raises(StoreError, match="already exists"):
        open_database(tmp_path)
    raw = sqlite3.connect(tmp_path / "facts.db")
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()[0] == 0
    raw.close()


def test_a_failed_transaction_is_rolled_back(db: sqlite3.Connection) -> None:
    def fail() -> None:
        db.execute("INSERT INTO issues (stage, code, message) VALUES ('parse', 'x', 'y')")
        raise KeyError("stop")

    with pytest.raises(KeyError, match="stop"), transaction(db):
        fail()
    assert db.execute("SELECT count(*) FROM issues").fetchone()[0] == 0


def test_only_one_process_writes(tmp_path: Path) -> None:
    with writer_lock(tmp_path), pytest.raises(StoreError, match="another process"), writer_lock(tmp_path):
        pass
    with writer_lock(tmp_path):
        pass
