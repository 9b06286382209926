"""Readers see each article whole or not at all, while a writer is at work."""

from __future__ import annotations

import threading
from pathlib import Path

from making_claims import make_article, make_claim

from extractor.search import Query, count, search
from extractor.store import ledger, open_database, transaction, write
from extractor.store.rows import article_rows

ARTICLES, CLAIMS = 60, 5


def write_all(home: Path, done: threading.Event) -> None:
    db = open_database(home)
    try:
        with transaction(db):
            run = ledger.open_run(db, "ingest", "x", "r", "2025-01-01", active=True)
        for number in range(ARTICLES):
            article = make_article("\n".join(f"輸入 {i}" for i in range(CLAIMS)), f"a{number}")
            rows = article_rows(article, [make_claim(article, f"輸入 {i}", str(i)) for i in range(CLAIMS)])
            with transaction(db):
                saved = write.save_article(db, rows)
                (found,) = write.save_claims(db, run, [(saved, rows)])
                ledger.enter(db, run, [ledger.Entry(saved.key, article.id, "done", run, found)])
    finally:
        db.close()
        done.set()


def read_all(home: Path, done: threading.Event, torn: list[object], seen: list[int]) -> None:
    db = open_database(home, read_only=True)
    last = 0
    while not done.is_set() or last < ARTICLES:
        db.execute("BEGIN")
        counts = db.execute("SELECT count(*) FROM current_claims GROUP BY article_id").fetchall()
        found = count(db, Query([("輸入",)]))
        page = len(search(db, Query([("輸入",)]), limit=10_000))
        db.execute("COMMIT")
        if any(row[0] != CLAIMS for row in counts) or not found == page == len(counts) * CLAIMS:
            torn.append((found, page, [row[0] for row in counts]))
            break
        if len(counts) < last:
            torn.append("articles went away")
            break
        last = len(counts)
        seen.append(last)
    db.close()


def test_one_writer_and_four_readers(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    done, torn, seen = threading.Event(), [], [[] for _ in range(4)]
    readers = [threading.Thread(target=read_all, args=(tmp_path, done, torn, own)) for own in seen]
    writer = threading.Thread(target=write_all, args=(tmp_path, done))
    for thread in (*readers, writer):
        thread.start()
    for thread in (*readers, writer):
        thread.join(60)
    assert torn == []
    assert all(own[-1] == ARTICLES for own in seen)
    assert len({number for own in seen for number in own}) > 2
