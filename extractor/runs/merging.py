"""A dataset of `run --output` into a home's facts.db: claims input by input, what was reconciled shard by shard.

Each batch and each shard is one transaction, and what is in is noted: killed and run again it goes on where it was,
and of a dataset that has grown it takes what is new. The pages themselves stay where they were.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from extractor.domain import Article, Basis, Claim, Fact, Finding
from extractor.domain.errors import InputError
from extractor.runs.pipeline import now
from extractor.runs.reconciling import reconcile_current
from extractor.runs.recording import Summary
from extractor.runs.shards import CLAIMS, MANIFEST, SHA256, Dataset, opened, read_rows
from extractor.runs.stages import Stages
from extractor.store import facts, groups, ledger, open_database, transaction, write, writer_lock
from extractor.store.rows import article_from_row, article_rows

T = TypeVar("T")
A_TRANSACTION = 200
KEYS_AT_ONCE = 500
SEVERAL = "EXISTS (SELECT 1 FROM articles o WHERE o.id = heads.article_id AND o.key <> heads.article_key)"
"""Heads of which inputs have several versions: the dataset's groups know all of them, a home the last one only."""
LISTS = {"claim_ids", "fact_ids", "arithmetic", "basis"}


def is_dataset(folder: Path) -> bool:
    """Whether a folder is one of `run --output`."""
    return (folder / MANIFEST).is_file()


def merge(folder: Path, home: Path, stages: Stages) -> Summary:
    """Bring a home's database up to a dataset; what was new, and how many facts and findings there are.

    Raises:
        InputError: the folder is no dataset, or the home has claims from elsewhere.
    """
    if not is_dataset(folder):
        raise InputError(f"{folder} is no dataset", "Give the folder of `extractor run --input ... --output FOLDER`")
    data = opened(folder)
    summary = Summary()
    with writer_lock(home), closing(open_database(home)) as db:
        run = _run(db, data)
        summary.run_id = str(run)
        for path in sorted((folder / "claims").glob("*.parquet")):
            if not _is_in(db, path):
                _take_articles(db, run, data, path.name, summary)
        shards = [n for n in range(data.shards) if data.result("findings", n).exists()]
        if new := [n for n in shards if not _is_in(db, data.result("findings", n))]:
            for number in new:
                _take_shard(db, data, number)
            with transaction(db):
                groups.take_as_grouped(db, "reconcile", data.digests.get("reconcile", ""), SEVERAL)
                ledger.finish(db, run, "done", now())
        reconcile_current(db, stages)
        summary.facts, summary.findings = (
            db.execute(f"SELECT count(*) FROM current_{what}").fetchone()[0]  # noqa: S608
            for what in ("facts", "findings")
        )
    return summary


def _run(db: sqlite3.Connection, data: Dataset) -> int:
    """The run that the dataset's claims belong to."""
    rules = data.digests.get("rules", "dataset")
    found = db.execute("SELECT key FROM runs WHERE selection = ? AND rules_digest = ?", ("dataset", rules)).fetchone()
    if found:
        return int(found[0])
    if db.execute("SELECT 1 FROM runs LIMIT 1").fetchone():
        raise InputError("this home has claims from elsewhere", "Name a new --home for the dataset")
    with transaction(db):
        return ledger.open_run(db, "ingest", "dataset", rules, now(), active=True)


def _is_in(db: sqlite3.Connection, path: Path) -> bool:
    return groups.rules_are(db, *_note(path))


def _note(path: Path) -> tuple[str, str]:
    """What is written down of a file that is in: its name, and what tells it from another of that name."""
    state = path.stat()
    return f"dataset {path.parent.name}/{path.name}", f"{state.st_size} {state.st_mtime_ns}"


def _take_articles(db: sqlite3.Connection, run: int, data: Dataset, name: str, summary: Summary) -> None:
    """One input's articles and claims, some in one transaction."""
    done = data.folder / "claims" / name
    claims = map(_claim, read_rows(done))
    for batch in _batches(_with_claims(read_rows(data.folder / "articles" / name), claims), A_TRANSACTION):
        with transaction(db):
            for article, found in batch:
                _save(db, run, article, found, summary)
    with transaction(db):
        groups.note_rules(db, *_note(done))


def _save(db: sqlite3.Connection, run: int, article: Article, claims: list[Claim], summary: Summary) -> None:
    if article.capture_sha256 is not None:
        db.execute(
            """INSERT OR IGNORE INTO captures (sha256, url, source, status, retrieved_at, bytes)
            VALUES (?, ?, ?, 200, ?, 0)""",
            (article.capture_sha256, article.url or article.id, article.source, now()),
        )
    rows = article_rows(article, claims)
    saved = write.save_article(db, rows)
    if not saved.new:
        return
    (count,) = write.save_claims(db, run, [(saved, rows)])
    ledger.enter(db, run, [ledger.Entry(saved.key, article.id, "done", run, count)])
    summary.articles += 1
    summary.claims += count


def _with_claims(rows: Iterable[dict[str, Any]], claims: Iterator[Claim]) -> Iterator[tuple[Article, list[Claim]]]:
    """Each article with its claims; both stand in one order."""
    for row in rows:
        yield article_from_row(row, row[SHA256]), list(islice(claims, int(row[CLAIMS])))


def _claim(row: Mapping[str, Any]) -> Claim:
    basis = {name: row[f"basis.{name}"] for name in Basis.model_fields}
    fields = {name: value for name, value in row.items() if not name.startswith("basis.")}
    fields |= {name: json.loads(row[name]) for name in ("evidence", "links")}
    return Claim.model_validate({**fields, "basis": {**basis, "how": json.loads(basis["how"])}})


def _take_shard(db: sqlite3.Connection, data: Dataset, number: int) -> None:
    """A shard's groups, facts and findings, in the place of what was said of these groups before."""
    members = _members(data, number)
    rows = _current(db, {claim for ids in members.values() for claim in ids})
    keys = {claim: key for claim, (key, _) in rows.items()}
    whole = {name for name, ids in members.items() if ids <= keys.keys()}
    said = [fact for fact in _models(data.result("facts", number), Fact) if fact.group in whole]
    stated = [finding for finding in _models(data.result("findings", number), Finding) if finding.group in whole]
    with transaction(db):
        for name, ids in members.items():
            groups.enter_members(db, name, [rows[claim] for claim in ids if claim in rows], settled=name in whole)
        facts.replace_groups(db, members, keys, said, stated)
        groups.note_rules(db, *_note(data.result("findings", number)))


def _members(data: Dataset, number: int) -> dict[str, set[str]]:
    """Group -> claim ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((data.folder / "groups").glob(f"*/{data.result('facts', number).name}")):
        for row in read_rows(path):
            found[row["group"]].add(json.loads(row["claim"])["id"])
    return found


def _current(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Claim id -> the keys of its row and of its article, of those that are current."""
    found: dict[str, tuple[int, int]] = {}
    for some in _batches(sorted(ids), KEYS_AT_ONCE):
        sql = f"""SELECT c.id, c.key, c.article_key FROM claims c JOIN heads ON heads.article_key = c.article_key
            WHERE c.id IN ({", ".join("?" * len(some))}) AND NOT {SEVERAL}"""  # noqa: S608
        found |= {row[0]: (row[1], row[2]) for row in db.execute(sql, some)}
    return found


def _models(path: Path, kind: type[Any]) -> Iterator[Any]:
    for row in read_rows(path):
        yield kind.model_validate({name: json.loads(v) if name in LISTS else v for name, v in row.items()})


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some
