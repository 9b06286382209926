"""How crawls ended, and how the sources' pages are read since."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from extractor.domain import Issue
from extractor.store.read import read_issues
from extractor.store.write import save_issues


class Crawled(NamedTuple):
    """One crawl of one source, as it was written down."""

    source: str
    run_key: int
    finished_at: str
    fetched: int
    unchanged: int
    refused: int
    refused_by_robots: int
    failed: int
    left: int
    interrupted: int


def save_crawl(db: sqlite3.Connection, crawled: Crawled) -> None:
    """Write down how a crawl ended. Inside the caller's `transaction`."""
    columns = ", ".join(f'"{name}"' for name in Crawled._fields)
    marks = ", ".join("?" * len(Crawled._fields))
    db.execute(f"INSERT INTO crawls ({columns}) VALUES ({marks})", crawled)  # noqa: S608 - names of our own


def last_crawls(db: sqlite3.Connection) -> dict[str, Crawled]:
    """The last crawl of each source that has been crawled."""
    columns = ", ".join(f'"{name}"' for name in Crawled._fields)
    sql = f"SELECT {columns} FROM crawls WHERE key IN (SELECT max(key) FROM crawls GROUP BY source)"  # noqa: S608
    return {row["source"]: Crawled(*row) for row in db.execute(sql)}


def issue_counts(db: sqlite3.Connection, stage: str) -> dict[str, dict[str, int]]:
    """Source -> code -> how many pages had such an issue in this stage, since the source's last crawl (or ever)."""
    sql = """SELECT i.source, i.code, count(DISTINCT coalesce(i.url, i.message)) AS pages
        FROM issues i
        LEFT JOIN (SELECT source, max(run_key) AS run_key FROM crawls GROUP BY source) last ON last.source = i.source
        WHERE i.stage = ? AND i.source IS NOT NULL AND i.run_key >= coalesce(last.run_key, 0)
        GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"""
    found: dict[str, dict[str, int]] = {}
    for source, code, pages in db.execute(sql, (stage,)):
        found.setdefault(source, {})[code] = pages
    return found


class History(NamedTuple):
    """What no capture holds of the crawls: their sources' rows, how they ended, and their issues."""

    sources: list[tuple[object, ...]]
    crawls: list[Crawled]
    issues: list[Issue]


def read_history(db: sqlite3.Connection) -> History:
    """All of it, oldest first."""
    columns = ", ".join(f'"{name}"' for name in Crawled._fields)
    crawls = [Crawled(*row) for row in db.execute(f"SELECT {columns} FROM crawls ORDER BY key")]  # noqa: S608
    issues = [issue for issue in read_issues(db) if issue.stage == "crawl"]
    return History([tuple(row) for row in db.execute("SELECT * FROM sources ORDER BY code")], crawls, issues)


def restore_history(db: sqlite3.Connection, found: History, run_key: int) -> None:
    """Write it into a database that has none, under one run. Inside the caller's `transaction`."""
    if db.execute("SELECT 1 FROM crawls LIMIT 1").fetchone():
        return
    for row in found.sources:
        db.execute(f"INSERT OR REPLACE INTO sources VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
    for crawled in found.crawls:
        save_crawl(db, crawled._replace(run_key=run_key))
    save_issues(db, run_key, found.issues)
