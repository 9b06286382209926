"""What happens to a home: no space, no permission, another writer, another place, another clock."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.runs import pipeline
from extractor.store import database

NEW = "Exports to Viet Nam fell 2.5% to 1.2 trillion yen in May 2024.\n"
JUDGE = ("judge", "--verdict", "unsure", "--why", "w", "--by", "b")


def told(ran: Any, word: str) -> None:
    """One line that names the trouble, no traceback, nothing on standard output."""
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert word in ran.err


def claim_of(extractor: Callable[..., Any], home: Path) -> str:
    ran = extractor("search", "exports", "--home", home, "--json")
    return str(json.loads(ran.out.splitlines()[0])["id"])


def test_a_full_disk_is_told_and_nothing_is_half_written(
    extractor: Callable[..., Any], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new.txt").write_text(NEW * 200)
    connect = database._connect

    def small(path: Path, *, read_only: bool) -> sqlite3.Connection:
        db = connect(path, read_only=read_only)
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        return db

    with monkeypatch.context() as patch:
        patch.setattr(database, "_connect", small)
        told(extractor("ingest", tmp_path / "new.txt", "--home", home), "disk is full")
    with closing(sqlite3.connect(home / "facts.db")) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone()[0] == 2
    assert extractor("ingest", tmp_path / "new.txt", "--home", home).code == 0
    assert extractor("doctor", "--home", home).code == 0


def test_an_export_that_cannot_be_written_is_told(extractor: Callable[..., Any], home: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(NEW)
    told(extractor("export", tmp_path / "new.txt" / "out.jsonl", "--home", home), "out.jsonl")


def test_a_home_that_cannot_be_written_can_be_searched(
    extractor: Callable[..., Any], home: Path, tmp_path: Path, read_only: Callable[[Path], Path]
) -> None:
    (tmp_path / "new.txt").write_text(NEW)
    target = claim_of(extractor, home)
    still = read_only(home)
    assert "3.4 percent" in extractor("search", "exports", "--home", still).out
    looked = extractor("doctor", "--home", still)
    assert (looked.code, "BROKEN" in looked.out) == (0, False)
    assert "mend its permissions" in looked.out
    assert "3.4 percent" in extractor("show", target, "--home", still).out
    told(extractor(*JUDGE, target, "--home", still), "permissions")
    told(extractor("run", "--workers", "1", "--home", still), "cannot be written")
    told(extractor("rebuild", "--home", still), "cannot be written")


def test_a_home_below_a_file_is_told(extractor: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(NEW)
    told(extractor("ingest", tmp_path / "new.txt", "--home", tmp_path / "new.txt" / "home"), "--home")
    told(extractor("doctor", "--home", tmp_path / "nowhere"), "extractor demo")


def test_a_locked_database_is_told_and_waited_for_no_longer_than_said(
    extractor: Callable[..., Any], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = claim_of(extractor, home)
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(home / "facts.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert extractor("search", "exports", "--home", home).code == 0
        told(extractor(*JUDGE, target, "--home", home), "in use by another program")
    assert extractor(*JUDGE, target, "--home", home).code == 0


def test_two_writers_do_not_meet(extractor: Callable[..., Any], home: Path) -> None:
    with database.writer_lock(home):
        told(extractor("rebuild", "--home", home), "another process is writing")


def test_a_home_can_be_moved(extractor: Callable[..., Any], home: Path, tmp_path: Path) -> None:
    moved = Path(shutil.move(home, tmp_path / "on another machine"))
    assert extractor("doctor", "--home", moved).code == 0
    target = claim_of(extractor, moved)
    assert "18.89 trillion yen" in extractor("show", target, "--home", moved).out
    (tmp_path / "new.txt").write_text(NEW)
    assert extractor("ingest", tmp_path / "new.txt", "--home", moved).code == 0
    assert not home.exists()


def test_a_clock_that_was_set_back_loses_nothing(
    extractor: Callable[..., Any], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "now", lambda: "2001-01-01T00:00:00+00:00")
    (tmp_path / "new.txt").write_text(NEW)
    assert extractor("ingest", tmp_path / "new.txt", "--home", home).code == 0
    assert "2.5%" in extractor("search", "Viet Nam", "--home", home).out
    assert extractor("run", "--workers", "1", "--home", home).code == 0
    assert "2.5%" in extractor("search", "Viet Nam", "--home", home).out
    assert extractor("doctor", "--home", home).code == 0
