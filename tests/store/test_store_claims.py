"""What goes into the store comes out the same, once, and never changes."""

from __future__ import annotations

import sqlite3

import pytest
from making_claims import full_claim, make_article, make_capture, make_claim

from extractor.domain import Article, Claim
from extractor.store import ledger, read, transaction, write
from extractor.store.rows import article_rows

NOW = "2025-04-17T00:00:00Z"
TEXT = "Deficit of 5.2216 trillion yen\nExports rose 5.9%"


def save(db: sqlite3.Connection, article: Article, claims: list[Claim], rules: str = "r1", active: bool = True) -> int:
    with transaction(db):
        run = ledger.open_run(db, "ingest", article.digest + rules, rules, NOW, active=active)
        rows = article_rows(article, claims)
        saved = write.save_article(db, rows)
        (count,) = write.save_claims(db, run, [(saved, rows)])
        ledger.enter(db, run, [ledger.Entry(saved.key, article.id, "done", run, count)])
        ledger.finish(db, run, "done", NOW)
    return run


def test_a_full_claim_comes_back_equal_but_for_its_run(db: sqlite3.Connection) -> None:
    article = make_article(TEXT, published_at="2025-04-17T09:00:00+09:00")
    claim = full_claim(article, "5.2216 trillion yen")
    run = save(db, article, [claim])
    assert list(read.read_claims(db)) == [claim.model_copy(update={"run_id": str(run)})]


def test_an_article_comes_back_equal_with_its_capture(db: sqlite3.Connection) -> None:
    capture = make_capture()
    article = make_article(
        TEXT, capture_sha256=capture.sha256, authors=("A. Writer",), marks=("ai_generated",),
        blocks=({"kind": "cell", "start": 0, "end": 7, "table": 0, "row": 1, "column": 2, "header": True},),
    )  # fmt: skip
    with transaction(db):
        write.save_capture(db, capture)
    save(db, article, [])
    assert read.read_article(db, "a1") == article


def test_the_same_claims_again_add_no_row(db: sqlite3.Connection) -> None:
    article = make_article(TEXT)
    claims = [make_claim(article, "5.2216 trillion yen"), make_claim(article, "5.9%", "5.9", "percent")]
    save(db, article, claims, "r1")
    save(db, article, claims, "r2")
    assert db.execute("SELECT count(*) FROM claims").fetchone()[0] == 2
    assert db.execute("SELECT count(*) FROM sentences").fetchone()[0] == 2
    assert len(list(read.read_claims(db))) == 2


def test_a_changed_claim_is_a_new_row_and_the_old_one_stays(db: sqlite3.Connection) -> None:
    article = make_article(TEXT)
    save(db, article, [make_claim(article, "5.9%", "5.9", "percent")], "r1")
    save(db, article, [make_claim(article, "5.9%", "5.9", "percent", direction="up")], "r2")
    assert [claim.direction for claim in read.read_claims(db)] == ["up"]
    assert {row[0] for row in db.execute("SELECT direction FROM claims")} == {"none", "up"}


def test_a_new_version_of_an_article_takes_the_old_ones_place(db: sqlite3.Connection) -> None:
    old = make_article("Exports rose 5.9%")
    new = make_article("Exports rose 6.1%")
    save(db, old, [make_claim(old, "5.9%", "5.9", "percent")])
    save(db, new, [make_claim(new, "6.1%", "6.1", "percent")])
    assert [claim.quote for claim in read.read_claims(db)] == ["6.1%"]
    assert [article.text for article in read.read_articles(db)] == [new.text]


def test_a_claim_is_found_by_the_beginning_of_its_id(db: sqlite3.Connection) -> None:
    article = make_article(TEXT)
    claim = make_claim(article, "5.9%", "5.9", "percent")
    save(db, article, [claim])
    assert read.read_claim(db, claim.id[:6]).id == claim.id


def test_judgements_cannot_be_changed_or_deleted(db: sqlite3.Connection) -> None:
    from extractor.domain import Judgement

    judgement = Judgement(id="j1", target="c1", target_kind="claim", verdict="right", why="checked", by="me", at=NOW)
    with transaction(db):
        write.save_judgement(db, judgement)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("UPDATE judgements SET verdict = 'wrong'")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("DELETE FROM judgements")
    assert read.read_judgements(db, "c1") == [judgement]
