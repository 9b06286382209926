"""facts.db made again from the captures. What people judged is taken from its own file and from the old database.

What crawls noted about themselves (their counts and issues) is not in the captures and begins anew.

The new database is made beside the old one and takes its place in one step; the old one is kept. Killed and run
again, it goes on where it was.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from extractor.archive import Archive
from extractor.domain import Frozen, Judgement
from extractor.domain.errors import ArchiveError, ExtractorError, InputError
from extractor.runs import journal
from extractor.runs.pipeline import Progress, settle
from extractor.runs.stages import Stages
from extractor.store import crawls, open_database, read, transaction, write, writer_lock
from extractor.store.database import NAME

WORK = "facts.rebuild"
TAILS = ("", "-wal", "-shm")


class Rebuilt(Frozen):
    """What was made again, and where the old database is kept (None: there was none)."""

    articles: int
    claims: int
    facts: int
    findings: int
    issues: int
    judgements: int
    left_out: tuple[str, ...] = ()
    """Judgements that take back one that nobody has; they stay in their file."""
    kept_as: str | None = None


def rebuild(home: Path, stages: Stages, *, force: bool = False, progress: Progress | None = None) -> Rebuilt:
    """Make the database again, by the present rules.

    Raises:
        ArchiveError: there are no captures to make it from.
        InputError: the old database has imported articles, which no capture holds, and `force` is not given.
    """
    if not (home / "captures").is_dir():
        raise ArchiveError(f"{home} has no captures/ to make a database from", "Restore captures/ from a backup")
    with writer_lock(home), Archive(home) as archive:
        if not len(archive):
            raise ArchiveError(f"{home / 'captures'} is empty", "Restore captures/ from a backup")
        judgements, imported = _of_old(home)
        history = _crawls_of_old(home)
        if imported and not force:
            raise InputError(
                f"{imported} articles of {home / NAME} were imported and are in no capture",
                "Export them first (`extractor export FILE.jsonl`), then give --force",
            )
        journal.append(home, judgements)
        work = _work_folder(home, stages)
        with closing(open_database(work)) as db:  # before the claims: reconciling applies them
            told, left_out = _restore(db, journal.load(home).judgements)
        summary = settle(work, archive, stages, progress)
        with closing(open_database(work)) as db:
            _restore_crawls(db, history)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            counts = _counts(db)
        kept_as = _swap(home, work)
    return Rebuilt(**counts, issues=summary.issues, judgements=told, left_out=left_out, kept_as=kept_as)


def _work_folder(home: Path, stages: Stages) -> Path:
    """Where the new database grows; what other rules have begun is thrown away."""
    work = home / f"{WORK}-{stages.parse_digest}-{stages.rules_digest}"
    for other in home.glob(f"{WORK}-*"):
        if other != work:
            shutil.rmtree(other)
    work.mkdir(exist_ok=True)
    return work


def _of_old(home: Path) -> tuple[list[Judgement], int]:
    """What the old database can still say: its judgements, and how many of its articles were imported."""
    try:
        with closing(open_database(home, read_only=True)) as db:
            sql = """SELECT count(*) FROM current_articles a JOIN captures c ON c.key = a.capture_key
                WHERE c.bytes = 0"""
            return read.read_judgements(db), int(db.execute(sql).fetchone()[0])
    except (ExtractorError, sqlite3.Error, ValueError):
        return [], 0  # that it cannot be read is why it is made again; the journal has them


def _restore(db: sqlite3.Connection, judgements: list[Judgement]) -> tuple[int, tuple[str, ...]]:
    """Write the judgements that the database lacks; how many it has then, and those that have nothing to undo."""
    known = {judgement.id for judgement in read.read_judgements(db)}
    left_out = []
    with transaction(db):
        for judgement in judgements:
            if judgement.id in known:
                continue
            if judgement.undoes is not None and judgement.undoes not in known:
                left_out.append(judgement.id)
                continue
            write.save_judgement(db, judgement)
            known.add(judgement.id)
    return len(known), tuple(left_out)


def _crawls_of_old(home: Path) -> crawls.History:
    """How the old database's crawls went, as far as it can still say."""
    try:
        with closing(open_database(home, read_only=True)) as db:
            return crawls.read_history(db)
    except (ExtractorError, sqlite3.Error, ValueError):
        return crawls.History([], [], [])  # as above; the next crawl writes its own


def _restore_crawls(db: sqlite3.Connection, history: crawls.History) -> None:
    with transaction(db):
        run = db.execute("SELECT max(key) FROM runs").fetchone()[0]
        if run is not None:
            crawls.restore_history(db, history, run)


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    tables = ("articles", "claims", "facts", "findings")
    return {name: int(db.execute(f"SELECT count(*) FROM current_{name}").fetchone()[0]) for name in tables}  # noqa: S608


def _swap(home: Path, work: Path) -> str | None:
    """Put the new database in the place of the old one, which keeps its name with a number behind it."""
    kept = None
    if (home / NAME).exists():
        number = 1
        while (home / f"{NAME}.old-{number}").exists():
            number += 1
        kept = f"{NAME}.old-{number}"
        for tail in reversed(TAILS):
            if (home / f"{NAME}{tail}").exists():
                (home / f"{NAME}{tail}").rename(home / f"{kept}{tail}")
    (work / NAME).rename(home / NAME)
    shutil.rmtree(work)
    return kept
