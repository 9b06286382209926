"""A run over everything archived: what has not changed is taken over, the rest is read again, by one writer.

The ledger knows what is done. A run that was killed goes on where it was and ends as if it had not been.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

from extractor.archive import Archive
from extractor.domain import Article, Capture, Issue
from extractor.domain.errors import ArchiveError
from extractor.runs.damage import lasting, read_entry
from extractor.runs.engines import Engine
from extractor.runs.pipeline import now
from extractor.runs.reconciling import reconcile_current
from extractor.runs.recording import Finished, Recorder, Summary
from extractor.runs.stages import Stages
from extractor.runs.work import Task
from extractor.store import ledger, open_database, read, selecting, transaction, write, writer_lock

A_TRANSACTION = 50
Tick = Callable[[Summary], None]


@dataclass(frozen=True)
class Selection:
    """Which articles a run reads; None: all."""

    source: str | None = None
    lang: str | None = None
    since: str | None = None
    article: str | None = None

    def __str__(self) -> str:
        """One line, the same for the same selection.

        >>> str(Selection(source="jetro", since="2025-04-01")), str(Selection())
        ('source=jetro since=2025-04-01', 'everything')
        """
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return " ".join(f"{name}={value}" for name, value in given.items() if value) or "everything"


def run(
    home: Path,
    stages: Stages,
    engine: Engine,
    selection: Selection | None = None,
    *,
    given: Iterable[Capture | Issue] = (),
    promote: bool = True,
    tick: Tick | None = None,
) -> Summary:
    """Read everything that is selected by the present rules; a finished run becomes current unless held back.

    `given` goes into the archive first, one record after the other.
    """
    chosen = selection or Selection()
    with writer_lock(home), Archive(home) as archive, closing(open_database(home)) as db:
        with transaction(db):
            key = ledger.open_run(
                db, "run", str(chosen), stages.rules_digest, now(), active=False, by_language=stages.rules
            )
        recorder = Recorder(db, key, stages.rules_digest, stages.parse_digest, Summary(run_id=str(key)))
        try:
            _take_in(archive, given, recorder)
            _work_through(db, archive, engine, recorder, chosen, tick)
        except KeyboardInterrupt:
            with transaction(db):
                ledger.finish(db, key, "interrupted", now())
            raise
        with transaction(db):
            ledger.finish(db, key, "done", now())
        if promote:
            activate(db, key, stages, recorder.summary)
    return recorder.summary


def activate(
    db: sqlite3.Connection, run_key: int, stages: Stages, summary: Summary | None = None, *, active: bool = True
) -> Summary:
    """Promote a run or roll it back: claims, facts and findings move in one transaction."""
    found = summary or Summary(run_id=str(run_key))
    with transaction(db):
        ledger.set_active(db, run_key, active)
        found.facts, found.findings = reconcile_current(db, stages, whole=True)
    return found


def _work_through(
    db: sqlite3.Connection,
    archive: Archive,
    engine: Engine,
    recorder: Recorder,
    chosen: Selection,
    tick: Tick | None,
) -> None:
    """First the pages that the present parser has not read, then the articles that the present rules have not."""
    wanted = selecting.Wanted(chosen.source, chosen.lang, chosen.since, chosen.article)
    with transaction(db):
        _register(db, archive, recorder)
    pages = selecting.unparsed(db, recorder.parse_digest, wanted)
    recorder.summary.total = len(pages)
    damaged: list[Issue] = []
    _drain(engine, _captures(archive, pages, damaged), recorder, tick, parsed=True)
    with transaction(db):
        recorder.note(damaged)
        recorder.took_over(selecting.take_over(db, recorder.run, recorder.parse_digest, recorder.rules_digest, wanted))
    left = selecting.unread(db, recorder.run, recorder.parse_digest, wanted)
    recorder.summary.total = recorder.summary.articles + recorder.summary.failed + len(left)
    _drain(engine, _stored(db, left), recorder, tick, parsed=False)


def _take_in(archive: Archive, given: Iterable[Capture | Issue], recorder: Recorder) -> None:
    """Archive what is given; what could not be read is noted."""
    broken: list[Issue] = []
    for found in given:
        if isinstance(found, Capture):
            archive.add(found)
        else:
            broken.append(found)
    with transaction(recorder.db):
        recorder.note([*broken, *lasting(archive.problems)])


def _register(db: sqlite3.Connection, archive: Archive, recorder: Recorder) -> None:
    """Enter captures that the database does not know yet; a damaged one is noted."""
    damaged: list[Issue] = []
    known = {(row[0], row[1]) for row in db.execute("SELECT sha256, url FROM captures")}
    for entry in archive.entries():
        if (entry.sha256, entry.url) not in known:
            found = read_entry(archive, entry)
            if isinstance(found, Issue):
                damaged.append(found)
            else:
                write.save_capture(db, found)
    recorder.note(damaged)


def _drain(
    engine: Engine,
    tasks: Iterator[Task],
    recorder: Recorder,
    tick: Tick | None,
    *,
    parsed: bool,
) -> None:
    """Write outcomes as they come, some in one transaction."""
    batch: list[Finished] = []
    for outcome in engine(tasks):
        batch.append(Finished(outcome, outcome.number if parsed else None))
        if len(batch) >= A_TRANSACTION:
            _flush(batch, recorder, tick)
    _flush(batch, recorder, tick)


def _flush(batch: list[Finished], recorder: Recorder, tick: Tick | None) -> None:
    with transaction(recorder.db):
        recorder.record(batch)
    batch.clear()
    if tick:
        tick(recorder.summary)


def _captures(archive: Archive, pages: list[tuple[int, str, str]], damaged: list[Issue]) -> Iterator[Task]:
    for key, sha256, url in pages:
        try:
            yield Task(key, archive.get(sha256, url))
        except ArchiveError as error:
            damaged.append(Issue(stage="archive", code=error.code, message=str(error), url=url))


def _stored(db: sqlite3.Connection, keys: list[int]) -> Iterator[Task]:
    for key in keys:
        article: Article = read.read_article_version(db, key)
        yield Task(key, article)
