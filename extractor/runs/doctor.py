"""Looks over everything that a home keeps and says, check by check, whether it is well and what to do.

Adding a check is adding a function and its row in CHECKS.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractor.archive import Archive
from extractor.domain import Frozen
from extractor.domain.errors import ArchiveError, StoreError, UnreadableInput
from extractor.domain.sqlite_files import may_write
from extractor.runs import journal
from extractor.runs.stages import Stages
from extractor.store import open_database
from extractor.store.database import NAME, newest_schema
from extractor.store.faults import explained

State = Literal["ok", "attend", "broken"]
REBUILD = "`extractor rebuild` makes the database again from the captures"
RESTORE = "Restore captures/ from a backup, or crawl or ingest those pages again"
LEAST_FREE = 200_000_000
SHOWN = 3


class Diagnosis(Frozen):
    """One check's outcome. `attend`: nothing is lost, but something should be done; `todo` says what."""

    check: str
    state: State
    detail: str
    todo: str | None = None


@dataclass(frozen=True)
class Patient:
    """A home, its archive and its database as opened."""

    home: Path
    archive: Archive
    db: sqlite3.Connection
    stages: Stages


Check = Callable[[Patient], Iterator[Diagnosis]]


def examine(home: Path, stages: Stages) -> list[Diagnosis]:
    """Every check on a home. One that finds nothing wrong says so; a damaged file ends the checks that need it.

    Raises:
        UnreadableInput: there is no such home.
    """
    if not (home / NAME).exists() and not (home / "captures").is_dir():
        raise UnreadableInput(f"{home} holds no data", "Run `extractor demo` or `extractor ingest PATH` first")
    found = list(_folder(home))
    with ExitStack() as stack:
        try:
            if not (home / "captures").is_dir():
                raise ArchiveError(f"{home / 'captures'} is missing", RESTORE)
            archive = stack.enter_context(Archive(home))
        except ArchiveError as error:
            return [*found, _broken("archive", error.message, error.hint)]
        try:
            db = stack.enter_context(closing(open_database(home, read_only=True)))
        except UnreadableInput:
            return [*found, _broken("database", f"{NAME} is missing", REBUILD)]
        except StoreError as error:
            return [*found, _broken("database", error.message, error.hint)]
        patient = Patient(home, archive, db, stages)
        for name, check in CHECKS.items():
            troubles, usable = _run(name, check, patient)
            found += troubles or [Diagnosis(check=name, state="ok", detail=WELL[name])]
            if not usable:
                break
    return found


def _run(name: str, check: Check, patient: Patient) -> tuple[list[Diagnosis], bool]:
    """What a check finds, and whether the database can be read any further."""
    try:
        return list(check(patient)), True
    except sqlite3.DatabaseError as error:
        known = explained(error, NAME)
        return [_broken(name, known.message if known else f"{NAME}: {error}", known.hint if known else REBUILD)], False


def _folder(home: Path) -> Iterator[Diagnosis]:
    if not may_write(home):
        yield _attend("folder", f"{home} cannot be written to", "Searching works; for the rest, mend its permissions")
    free = shutil.disk_usage(home).free
    if free < LEAST_FREE:
        yield _attend("folder", f"{free // 1_000_000} MB are free on its disk", "Free some space before you go on")


def _archive(patient: Patient) -> Iterator[Diagnosis]:
    for issue in patient.archive.problems:
        yield _attend("archive", issue.message, "It was mended as far as it could be; run doctor again")
    bad = [issue.message for issue in patient.archive.check()]
    if bad:
        yield _broken("archive", _some(f"{len(bad)} captures do not match their digest", bad), RESTORE)


def _database(patient: Patient) -> Iterator[Diagnosis]:
    bad = [str(row[0]) for row in patient.db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    if bad:
        yield _broken("database", _some(f"{NAME} is damaged", bad), REBUILD)


def _schema(patient: Patient) -> Iterator[Diagnosis]:
    """An older schema has been brought up to date by opening it."""
    version, newest = int(patient.db.execute("PRAGMA user_version").fetchone()[0]), newest_schema()
    if version > newest:
        yield _broken("schema", f"schema {version} is newer than this program's ({newest})", "Upgrade extractor")


def _foreign_keys(patient: Patient) -> Iterator[Diagnosis]:
    rows = patient.db.execute("PRAGMA foreign_key_check").fetchall()
    if rows:
        names = [f"{row[0]} row {row[1]} -> {row[2]}" for row in rows]
        yield _broken("foreign_keys", _some(f"{len(rows)} rows point to nothing", names), REBUILD)


def _spans(patient: Patient) -> Iterator[Diagnosis]:
    """Every quote and sentence stands in its article's text where its offsets say."""
    sql = """SELECT c.id FROM claims c JOIN articles a ON a.key = c.article_key
        JOIN sentences s ON s.key = c.sentence_key
        WHERE substr(a.text, c.start + 1, c."end" - c.start) IS NOT c.quote
        OR substr(a.text, s.start + 1, s."end" - s.start) IS NOT s.text"""
    bad = [str(row[0]) for row in patient.db.execute(sql)]
    if bad:
        yield _broken("spans", _some(f"{len(bad)} quotes do not stand where their offsets say", bad), REBUILD)


def _captures(patient: Patient) -> Iterator[Diagnosis]:
    archived = {(entry.sha256, entry.url) for entry in patient.archive.entries()}
    known = {(row[0], row[1]) for row in patient.db.execute("SELECT sha256, url FROM captures WHERE bytes > 0")}
    lost, unread = sorted(url for _, url in known - archived), sorted(url for _, url in archived - known)
    if lost:
        yield _broken("captures", _some(f"{len(lost)} pages of the database are not in the archive", lost), RESTORE)
    if unread:
        yield _attend(
            "captures", _some(f"{len(unread)} archived pages have not been read", unread), "Run `extractor run`"
        )


def _runs(patient: Patient) -> Iterator[Diagnosis]:
    open_runs = [str(row[0]) for row in patient.db.execute("SELECT key FROM runs WHERE status <> 'done' ORDER BY 1")]
    if open_runs:
        what = _some(f"{len(open_runs)} runs have not finished", open_runs)
        yield _attend("runs", what, "The same command again goes on where it was")
    stale = patient.db.execute("SELECT count(*) FROM stale_groups").fetchone()[0]
    if stale:
        yield _attend("runs", f"{stale} groups of claims are still to be reconciled", "Run `extractor run`")
    sql = "SELECT count(*) FROM heads h JOIN runs r ON r.key = h.made_by WHERE r.rules_digest <> ?"
    older = patient.db.execute(sql, (patient.stages.rules_digest,)).fetchone()[0]
    if older:
        yield _attend("runs", f"{older} articles were read by other rules than today's", "Run `extractor run`")


def _judgements(patient: Patient) -> Iterator[Diagnosis]:
    sql = """SELECT id, target FROM standing_judgements WHERE stale AND target {} IN (
        SELECT id FROM current_claims UNION ALL SELECT id FROM current_facts) ORDER BY at"""
    again = "Look at what they were about and judge again, or take them back: `extractor judge --undo ID`"
    for word, what in (("NOT", "name a claim or fact that is gone"), ("", "were about something that has changed")):
        rows = [f"{row[0]} on {row[1]}" for row in patient.db.execute(sql.format(word))]
        if rows:
            yield _attend("judgements", _some(f"{len(rows)} judgements {what}", rows), again)
    stored = {str(row[0]) for row in patient.db.execute("SELECT id FROM judgements")}
    kept = journal.load(patient.home)
    written = {judgement.id for judgement in kept.judgements}
    if kept.unreadable:
        lines = _some(f"{len(kept.unreadable)} lines of {journal.NAME} cannot be read", map(str, kept.unreadable))
        yield _attend("judgements", lines, "Compare with a backup; lines that the database has are written again")
    if stored - written:
        yield _attend(
            "judgements", f"{len(stored - written)} are not in {journal.NAME}", "`extractor rebuild` adds them"
        )
    if written - stored:
        yield _broken("judgements", f"{len(written - stored)} of {journal.NAME} are not in the database", REBUILD)


CHECKS: dict[str, Check] = {
    "archive": _archive,
    "database": _database,
    "schema": _schema,
    "foreign_keys": _foreign_keys,
    "spans": _spans,
    "captures": _captures,
    "runs": _runs,
    "judgements": _judgements,
}
WELL = {
    "archive": "every capture matches its digest",
    "database": "SQLite finds it whole",
    "schema": "it is this program's",
    "foreign_keys": "every row that another names is there",
    "spans": "every quote and sentence stands where its offsets say",
    "captures": "archive and database hold the same pages",
    "runs": "all finished, by today's rules",
    "judgements": "each is about something current, and kept in its own file too",
}


def _broken(check: str, detail: str, todo: str | None) -> Diagnosis:
    return Diagnosis(check=check, state="broken", detail=detail, todo=todo)


def _attend(check: str, detail: str, todo: str) -> Diagnosis:
    return Diagnosis(check=check, state="attend", detail=detail, todo=todo)


def _some(what: str, names: Iterable[str]) -> str:
    """What, with the first few of its names."""
    listed = list(names)
    return f"{what}: {', '.join(listed[:SHOWN])}{' ...' if len(listed) > SHOWN else ''}"
