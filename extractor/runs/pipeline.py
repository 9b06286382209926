"""An article's way, on one page: capture -> parse -> figures -> claims -> store -> facts and findings.

`settle` brings the database up to what the archive holds. It is idempotent, and every article is
one transaction: killed anywhere and run again it ends in the same database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from extractor.archive import Archive
from extractor.domain import Article, Capture, Claim, Issue
from extractor.domain.errors import ExtractorError
from extractor.runs.reconciling import reconcile_current
from extractor.runs.stages import Stages
from extractor.store import ledger, open_database, transaction, write, writer_lock
from extractor.store.rows import ArticleRows, article_rows

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What became of one capture: its article with its claims (None: unread), and what went wrong."""

    capture: Capture
    article: ArticleRows | None
    claims: ArticleRows | None
    issues: tuple[Issue, ...] = ()


@dataclass
class Summary:
    """What one pass did."""

    captures: int = 0
    articles: int = 0
    claims: int = 0
    facts: int = 0
    findings: int = 0
    issues: int = 0
    run_id: str | None = None


def ingest(home: Path, captures: Iterable[Capture], stages: Stages, progress: Progress | None = None) -> Summary:
    """Archive the captures, then settle."""
    with writer_lock(home), Archive(home) as archive:
        for capture in captures:
            archive.add(capture)
        return settle(home, archive, stages, progress)


def settle(home: Path, archive: Archive, stages: Stages, progress: Progress | None = None) -> Summary:
    """Read every capture that the database does not know yet, then reconcile. Needs the writer's lock."""
    summary = Summary()
    with closing(open_database(home)) as db:
        for capture in _unknown(db, archive):
            _write(db, read_capture(capture, stages), stages, summary)
            if progress:
                progress(capture.url)
        summary.facts, summary.findings = reconcile_current(db, stages)
        with transaction(db):
            ledger.finish_open(db, "ingest", now())
    return summary


def read_capture(capture: Capture, stages: Stages) -> Outcome:
    """Parse and extract one capture, and make rows of it."""
    article, claims, issues = examine(capture, stages)
    if article is None:
        return Outcome(capture, None, None, issues)
    return Outcome(capture, article_rows(article), None if claims is None else article_rows(article, claims), issues)


def examine(capture: Capture, stages: Stages) -> tuple[Article | None, list[Claim] | None, tuple[Issue, ...]]:
    """Article, claims and issues of one capture. This is the run's boundary: what fails becomes an Issue."""
    article: Article | None = None
    try:
        parsed = stages.parse(capture)
        article = parsed.article
        return article, stages.extract(article), parsed.issues
    except ExtractorError as error:
        issue = _issue(error.code, str(error), capture, article)
    except Exception as error:  # noqa: BLE001 - the run's boundary: recorded, and on to the next article
        issue = _issue("crash", f"{type(error).__name__}: {error}", capture, article)
    return article, None, (issue,)


def _write(db: sqlite3.Connection, outcome: Outcome, stages: Stages, summary: Summary) -> None:
    """One capture, one transaction."""
    with transaction(db):
        run = ledger.open_run(db, "ingest", "new captures", stages.rules_digest, now(), active=True)
        capture_key = write.save_capture(db, outcome.capture)
        saved = write.save_article(db, outcome.article) if outcome.article else None
        write.save_parse(db, capture_key, stages.parse_digest, saved.key if saved else None)
        if saved is not None and outcome.article is not None:
            entry = _write_claims(db, run, saved, outcome.article.id, outcome.claims, stages.rules_digest)
            ledger.enter(db, run, [entry])
            summary.articles += entry.state != "failed"
            summary.claims += entry.claims
        write.save_issues(db, run, outcome.issues)
    summary.captures += 1
    summary.issues += len(outcome.issues)
    summary.run_id = str(run)


def _write_claims(
    db: sqlite3.Connection, run: int, saved: write.Saved, article_id: str, rows: ArticleRows | None, rules: str
) -> ledger.Entry:
    """The ledger's entry for an article, its claims written where they are not there already."""
    if rows is None:
        return ledger.Entry(saved.key, article_id, "failed", run)
    made = None if saved.new else ledger.maker_of(db, saved.key, rules)
    if made is None:
        (count,) = write.save_claims(db, run, [(saved, rows)])
        return ledger.Entry(saved.key, article_id, "done", run, count)
    maker, count = made
    return ledger.Entry(saved.key, article_id, "done" if maker == run else "taken_over", maker, count)


def _unknown(db: sqlite3.Connection, archive: Archive) -> Iterator[Capture]:
    """Captures in the archive that the database has not seen, in order of arrival."""
    known = {(row[0], row[1]) for row in db.execute("SELECT sha256, url FROM captures")}
    for entry in archive.entries():
        if (entry.sha256, entry.url) not in known:
            yield archive.read(entry)


def _issue(code: str, message: str, capture: Capture, article: Article | None) -> Issue:
    if article is None:
        return Issue(stage="parse", code=code, message=message, url=capture.url)
    return Issue(stage="extract", code=code, message=message, url=capture.url, article_id=article.id)


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
