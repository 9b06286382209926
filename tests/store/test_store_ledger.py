"""Current is the last active run's word on each article; promoting and rolling back move it whole."""

from __future__ import annotations

import sqlite3

import pytest
from making_claims import make_article, make_claim
from test_store_claims import NOW, save

from extractor.domain.errors import UnknownTerm
from extractor.store import ledger, read, transaction

ARTICLE = make_article("Exports rose 5.9%")


def directions(db: sqlite3.Connection) -> list[str]:
    return [claim.direction for claim in read.read_claims(db)]


def test_a_run_that_is_not_active_changes_nothing_until_it_is_promoted(db: sqlite3.Connection) -> None:
    save(db, ARTICLE, [make_claim(ARTICLE, "5.9%")], "r1")
    second = save(db, ARTICLE, [make_claim(ARTICLE, "5.9%", direction="up")], "r2", active=False)
    assert directions(db) == ["none"]
    with transaction(db):
        ledger.set_active(db, second, True)
    assert directions(db) == ["up"]
    with transaction(db):
        ledger.set_active(db, second, False)
    assert directions(db) == ["none"]


def test_a_run_that_is_not_finished_cannot_be_promoted(db: sqlite3.Connection) -> None:
    with transaction(db):
        run = ledger.open_run(db, "run", "all", "r1", NOW, active=False)
    with pytest.raises(UnknownTerm, match="running"), transaction(db):
        ledger.set_active(db, run, True)


def test_an_article_that_fails_keeps_its_last_successful_reading(db: sqlite3.Connection) -> None:
    save(db, ARTICLE, [make_claim(ARTICLE, "5.9%")], "r1")
    with transaction(db):
        run = ledger.open_run(db, "ingest", "again", "r2", NOW, active=True)
        ledger.enter(db, run, [ledger.Entry(1, ARTICLE.id, "failed", run)])
    assert directions(db) == ["none"]


def test_an_unfinished_run_is_taken_up_again_and_a_finished_one_is_not(db: sqlite3.Connection) -> None:
    with transaction(db):
        first = ledger.open_run(db, "run", "all", "r1", NOW, active=False)
        again = ledger.open_run(db, "run", "all", "r1", NOW, active=False)
        other = ledger.open_run(db, "run", "all", "r2", NOW, active=False)
        ledger.finish(db, first, "done", NOW)
        later = ledger.open_run(db, "run", "all", "r1", NOW, active=False)
    assert first == again
    assert len({first, other, later}) == 3


def test_heads_are_what_the_ledger_says(db: sqlite3.Connection) -> None:
    newer = make_article("Exports rose 6.1%")
    other = make_article("Imports fell 2%", "a2")
    save(db, ARTICLE, [], "r1")
    save(db, other, [], "r1")
    save(db, newer, [], "r1")
    save(db, other, [], "r2")
    before = db.execute("SELECT * FROM heads ORDER BY 1").fetchall()
    with transaction(db):
        ledger.rebuild_heads(db)
    assert [tuple(row) for row in db.execute("SELECT * FROM heads ORDER BY 1")] == [tuple(row) for row in before]
    assert len(before) == 2
