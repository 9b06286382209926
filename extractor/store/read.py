"""The reading side: articles, claims, captures, runs and judgements as domain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from extractor.domain import Article, Claim, Issue, Judgement, Run
from extractor.domain.errors import UnknownTerm
from extractor.store.rows import article_from_row, claim_from_row

_JUDGEMENT = tuple(Judgement.model_fields)
_AT_ONCE = 500


def read_article(db: sqlite3.Connection, article_id: str) -> Article:
    """The current version of an article.

    Raises:
        UnknownTerm: there is none with this id.
    """
    row = db.execute("SELECT * FROM current_articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise UnknownTerm(f"there is no article {article_id}", "`extractor search` shows the articles of its hits")
    return _article(db, row)


def read_article_version(db: sqlite3.Connection, article_key: int) -> Article:
    """One stored version of an article, by key."""
    return _article(db, db.execute("SELECT * FROM articles WHERE key = ?", (article_key,)).fetchone())


def read_articles(db: sqlite3.Connection) -> Iterator[Article]:
    """Current articles, in the order of their keys."""
    for row in db.execute("SELECT * FROM current_articles ORDER BY key"):
        yield _article(db, row)


def read_claim(db: sqlite3.Connection, claim_id: str) -> Claim:
    """A current claim, by its id or an unambiguous beginning of it.

    Raises:
        UnknownTerm: no current claim has this id, or several begin so.
    """
    sql = "SELECT * FROM current_claims WHERE id >= ? AND id < ? LIMIT 2"
    rows = db.execute(sql, (claim_id, claim_id + "\x7f")).fetchall()
    if len(rows) != 1:
        what = "several claims begin with" if rows else "there is no claim"
        raise UnknownTerm(f"{what} {claim_id}", "`extractor search --json` prints the ids")
    return _claim(db, rows[0])


def read_claims(db: sqlite3.Connection, article_id: str | None = None) -> Iterator[Claim]:
    """Current claims, all or of one article, by article and position."""
    where = "" if article_id is None else "WHERE article_id = :id"
    sql = f'SELECT * FROM current_claims {where} ORDER BY article_key, start, "end", kind'  # noqa: S608
    for row in db.execute(sql, {"id": article_id}):
        yield _claim(db, row)


def read_claims_by_key(
    db: sqlite3.Connection, keys: Iterable[int], view: Literal["current_claims", "stored_claims"] = "current_claims"
) -> dict[int, Claim]:
    """Claims by row key, fetched together: current ones, or any that was ever stored."""
    found: dict[int, Claim] = {}
    wanted = sorted(set(keys))
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        evidence = _by_claim(
            db.execute(
                f"""SELECT claim_key, slot, how, reason, start, "end" FROM claim_evidence
                WHERE claim_key IN ({marks}) ORDER BY claim_key, n""",  # noqa: S608
                some,
            )
        )
        links = _by_claim(
            db.execute(
                f"SELECT claim_key, kind, claim_id FROM claim_links WHERE claim_key IN ({marks}) ORDER BY claim_key, n",  # noqa: S608
                some,
            )
        )
        for row in db.execute(f"SELECT * FROM {view} WHERE key IN ({marks})", some):  # noqa: S608
            found[row["key"]] = claim_from_row(row, evidence.get(row["key"], ()), links.get(row["key"], ()))
    return found


def claim_keys_of(db: sqlite3.Connection, article_keys: Sequence[int]) -> dict[int, list[int]]:
    """Article key -> row keys of its current claims."""
    marks = ", ".join("?" * len(article_keys))
    sql = f"""SELECT r.article_key, r.claim_key FROM heads h
        JOIN run_claims r ON r.run_key = h.made_by AND r.article_key = h.article_key
        WHERE h.article_key IN ({marks}) ORDER BY 1, 2"""  # noqa: S608
    found: dict[int, list[int]] = {key: [] for key in article_keys}
    for article, claim in db.execute(sql, list(article_keys)):
        found[article].append(claim)
    return found


def read_runs(db: sqlite3.Connection) -> list[Run]:
    """Every run, newest first."""
    columns = "rules_digest, selection, started_at, finished_at, status, articles, claims, issues"
    rows = db.execute(f"SELECT CAST(key AS TEXT) AS id, {columns} FROM run_summaries ORDER BY key DESC")  # noqa: S608
    return [Run(**dict(row)) for row in rows]


def read_issues(db: sqlite3.Connection, run_key: int | None = None) -> list[Issue]:
    """What went wrong, in one run or in all."""
    where = "" if run_key is None else "WHERE run_key = :run"
    sql = f"""SELECT stage, code, message, CAST(run_key AS TEXT) AS run_id, source, article_id, url, start, "end"
        FROM issues {where} ORDER BY key"""  # noqa: S608
    return [Issue(**dict(row)) for row in db.execute(sql, {"run": run_key})]


def read_judgements(db: sqlite3.Connection, target: str | None = None) -> list[Judgement]:
    """Judgements in the order they were made, undone ones included."""
    where = "" if target is None else "WHERE target = :target"
    columns = ", ".join(f'"{name}"' for name in _JUDGEMENT)
    rows = db.execute(f"SELECT {columns} FROM judgements {where} ORDER BY rowid", {"target": target})  # noqa: S608
    return [Judgement(**dict(row)) for row in rows]


def _by_claim(rows: Iterable[sqlite3.Row]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for key, *rest in rows:
        found.setdefault(key, []).append(tuple(rest))
    return found


def _article(db: sqlite3.Connection, row: sqlite3.Row) -> Article:
    found = db.execute("SELECT sha256 FROM captures WHERE key = ?", (row["capture_key"],)).fetchone()
    return article_from_row(row, None if found is None else found[0])


def _claim(db: sqlite3.Connection, row: sqlite3.Row) -> Claim:
    key = (row["key"],)
    evidence = db.execute(
        'SELECT slot, how, reason, start, "end" FROM claim_evidence WHERE claim_key = ? ORDER BY n', key
    )
    links = db.execute("SELECT kind, claim_id FROM claim_links WHERE claim_key = ? ORDER BY n", key)
    return claim_from_row(row, map(tuple, evidence), map(tuple, links))
