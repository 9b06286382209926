"""Claims of another home, from its export: kept with their offsets, in articles that hold only what was handed out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from extractor.domain import CONTRACT_FIELDS, Article, Claim
from extractor.domain.errors import InputError
from extractor.runs.pipeline import now
from extractor.runs.reconciling import reconcile_current
from extractor.runs.stages import Stages
from extractor.store import ledger, open_database, transaction, write, writer_lock
from extractor.store.rows import article_rows

MARK = "imported"
BLANK = "\u00a0"


def import_records(home: Path, found: Iterable[dict[str, Any]], stages: Stages) -> int:
    """Write the records of an export into an empty home and reconcile them; how many claims.

    Raises:
        InputError: the home has claims already, or a record is malformed.
    """
    with writer_lock(home), closing(open_database(home)) as db:
        if db.execute("SELECT 1 FROM claims LIMIT 1").fetchone():
            raise InputError(f"{home} has claims already", "Import into a new --home")
        count = 0
        with transaction(db):
            for article, claims in _articles(found):
                _save(db, article, claims)
                count += len(claims)
        reconcile_current(db, stages)
    return count


def _articles(found: Iterable[dict[str, Any]]) -> Iterator[tuple[tuple[Article, str | None], list[Claim]]]:
    """Each article with its claims; an export keeps an article's records together."""
    for article_id, group in groupby(found, key=lambda record: record.get("article_id")):
        records = list(group)
        first = records[0]
        article = Article(
            id=str(article_id), url=first.get("url"), source=first.get("source"), lang=str(first.get("lang")),
            title=None, text=_canvas(records), published_at=first.get("published_at"), marks=(MARK,),
        )  # fmt: skip
        yield (article, first["locator"]["capture_sha256"]), [_claim(record) for record in records]


def _claim(record: dict[str, Any]) -> Claim:
    names = (*CONTRACT_FIELDS, "evidence", "links")
    try:
        return Claim.model_validate({name: record[name] for name in names})
    except (KeyError, ValueError) as error:
        raise InputError(f"record {record.get('id')}: {error}", "Give a .jsonl file of `extractor export`") from error


def _canvas(records: Iterable[dict[str, Any]]) -> str:
    """A text in which every sentence, quote and context stands at its own place, and blanks elsewhere."""
    pieces: list[tuple[int, str]] = []
    for record in records:
        locator = record["locator"]
        pieces.append((record["sentence_start"], record["sentence"]))
        around = f"{locator['prefix']}{locator['quote']}{locator['suffix']}"
        pieces.append((locator["start"] - len(locator["prefix"]), around))
    canvas = [BLANK] * max(start + len(text) for start, text in pieces)
    for start, text in pieces:
        canvas[start : start + len(text)] = text
    return "".join(canvas)


def _save(db: sqlite3.Connection, given: tuple[Article, str | None], claims: list[Claim]) -> None:
    article, sha256 = given
    if sha256 is not None:
        db.execute(
            """INSERT OR IGNORE INTO captures (sha256, url, source, status, retrieved_at, bytes)
            VALUES (?, ?, ?, 200, ?, 0)""",
            (sha256, article.url or article.id, article.source, now()),
        )
    rows = article_rows(article.model_copy(update={"capture_sha256": sha256}), claims)
    saved = write.save_article(db, rows)
    run = _run(db, claims[0].run_id)
    (count,) = write.save_claims(db, run, [(saved, rows)])
    ledger.enter(db, run, [ledger.Entry(saved.key, article.id, "done", run, count)])


def _run(db: sqlite3.Connection, run_id: str | None) -> int:
    """The run of the same number, so that the claims name it again when they are exported."""
    key = int(run_id) if run_id and run_id.isdigit() else 1
    db.execute(
        """INSERT OR IGNORE INTO runs (key, kind, rules_digest, selection, started_at, finished_at, status, active)
        VALUES (?, 'ingest', 'imported', 'import', ?, ?, 'done', 1)""",
        (key, now(), now()),
    )
    return key
