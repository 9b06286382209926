"""The one writer: outcomes into the database, a batch in one transaction, ledger and all."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.domain import Issue
from extractor.runs.work import Outcome
from extractor.store import ledger, read, write


@dataclass
class Summary:
    """What a run did."""

    captures: int = 0
    articles: int = 0
    taken_over: int = 0
    failed: int = 0
    claims: int = 0
    facts: int = 0
    findings: int = 0
    issues: int = 0
    run_id: str | None = None
    total: int = 0
    """Articles and pages that were to be dealt with, where that was known beforehand."""


class Finished(NamedTuple):
    """An outcome, and the capture that it came from where a page was parsed."""

    outcome: Outcome
    capture_key: int | None = None


@dataclass(frozen=True)
class Recorder:
    """Writes outcomes for one run. Its `record` runs inside the caller's transaction."""

    db: sqlite3.Connection
    run: int
    rules_digest: str
    parse_digest: str
    summary: Summary

    def record(self, batch: Sequence[Finished]) -> None:
        """Articles, claims, ledger, issues."""
        fresh: list[tuple[write.Saved, Outcome]] = []
        entries: list[ledger.Entry] = []
        for outcome, capture_key in batch:
            saved = write.save_article(self.db, outcome.rows) if outcome.rows else None
            if capture_key is not None:
                write.save_parse(self.db, capture_key, self.parse_digest, saved.key if saved else None)
                self.summary.captures += 1
            write.save_issues(self.db, self.run, outcome.issues)
            self.summary.issues += len(outcome.issues)
            if saved is None or outcome.rows is None:
                self.summary.failed += 1
            elif outcome.failed:
                entries.append(ledger.Entry(saved.key, outcome.rows.id, "failed", self.run))
            elif made := None if saved.new else ledger.maker_of(self.db, saved.key, self.rules_digest):
                state: ledger.State = "done" if made[0] == self.run else "taken_over"
                entries.append(ledger.Entry(saved.key, outcome.rows.id, state, *made))
            elif saved.key not in {other.key for other, _ in fresh}:
                fresh.append((saved, outcome))
        entries += self._save_claims(fresh)
        ledger.enter(self.db, self.run, entries)
        self._count(entries)

    def note(self, issues: Sequence[Issue]) -> None:
        """What went wrong beside the articles: kept once, however often the run is taken up."""
        known = {(issue.code, issue.url, issue.message) for issue in read.read_issues(self.db, self.run)}
        new = [issue for issue in issues if (issue.code, issue.url, issue.message) not in known]
        write.save_issues(self.db, self.run, new)
        self.summary.issues += len(issues)
        self.summary.run_id = str(self.run)

    def took_over(self, counts: tuple[int, int]) -> None:
        """Count articles and claims that the ledger took over without a look at them."""
        articles, claims = counts
        self.summary.articles += articles
        self.summary.taken_over += articles
        self.summary.claims += claims

    def _save_claims(self, fresh: Sequence[tuple[write.Saved, Outcome]]) -> list[ledger.Entry]:
        rows = [(saved, outcome.rows) for saved, outcome in fresh if outcome.rows is not None]
        counts = write.save_claims(self.db, self.run, rows)
        return [
            ledger.Entry(saved.key, found.id, "done", self.run, count)
            for (saved, found), count in zip(rows, counts, strict=True)
        ]

    def _count(self, entries: Sequence[ledger.Entry]) -> None:
        self.summary.articles += sum(entry.state != "failed" for entry in entries)
        self.summary.taken_over += sum(entry.state == "taken_over" for entry in entries)
        self.summary.failed += sum(entry.state == "failed" for entry in entries)
        self.summary.claims += sum(entry.claims for entry in entries)
        self.summary.run_id = str(self.run)
