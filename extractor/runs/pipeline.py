"""An article's way, on one page: capture -> parse -> figures -> claims -> store -> facts and findings.

`settle` brings the database up to what the archive holds. It is idempotent, and every capture is
one transaction: killed anywhere and run again it ends in the same database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from extractor.archive import Archive
from extractor.domain import Capture, Issue
from extractor.runs.damage import lasting, read_entry
from extractor.runs.inputs import keep
from extractor.runs.reconciling import reconcile_current
from extractor.runs.recording import Finished, Recorder, Summary
from extractor.runs.stages import Stages
from extractor.runs.work import Task, work
from extractor.store import ledger, open_database, transaction, write, writer_lock

Progress = Callable[[str], None]


def ingest(
    home: Path, captures: Iterable[Capture | Issue], stages: Stages, progress: Progress | None = None
) -> Summary:
    """Archive the captures, then settle. What could not be read is noted, and the rest goes on."""
    broken: list[Issue] = []
    with writer_lock(home), Archive(home) as archive:
        for found in captures:
            if isinstance(found, Capture):
                keep(archive, found)
            else:
                broken.append(found)
        return settle(home, archive, stages, progress, broken)


def settle(
    home: Path, archive: Archive, stages: Stages, progress: Progress | None = None, broken: Iterable[Issue] = ()
) -> Summary:
    """Read every capture that the database does not know yet, then reconcile. Needs the writer's lock.

    `broken`: what went wrong before, to be noted.
    """
    summary = Summary()
    issues = [*broken, *lasting(archive.problems)]
    with closing(open_database(home)) as db:
        for capture in unknown_captures(db, archive):
            if isinstance(capture, Issue):
                issues.append(capture)
                continue
            outcome = work(Task(0, capture), stages)
            with transaction(db):
                recorder(db, stages, summary).record([Finished(outcome, write.save_capture(db, capture))])
            if progress:
                progress(capture.url)
        if issues:
            with transaction(db):
                recorder(db, stages, summary).note(issues)
        summary.facts, summary.findings = reconcile_current(db, stages)
        with transaction(db):
            ledger.finish_open(db, "ingest", now())
    return summary


def unknown_captures(db: sqlite3.Connection, archive: Archive) -> Iterator[Capture | Issue]:
    """Captures in the archive that the database has not seen, in order of arrival; an Issue for a damaged one."""
    known = {(row[0], row[1]) for row in db.execute("SELECT sha256, url FROM captures")}
    for entry in archive.entries():
        if (entry.sha256, entry.url) not in known:
            yield read_entry(archive, entry)


def recorder(db: sqlite3.Connection, stages: Stages, summary: Summary) -> Recorder:
    """Writes to the run that is open. Inside a transaction."""
    run = ledger.open_run(
        db, "ingest", "new captures", stages.rules_digest, now(), active=True, by_language=stages.rules
    )
    return Recorder(db, run, stages.rules_digest, stages.parse_digest, summary)


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
