"""What is known of every page, in SQLite: a killed crawl goes on where it stood.

A page is `waiting` until what came of it is written down, so a kill at any moment leaves at most
the page in flight to be asked for again. One crawl of a site is a round; a round that did not end is
taken up again, and the feeds and sitemaps that it has read are not read twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from extractor.crawl.database import Database
from extractor.crawl.fetch import Validators
from extractor.crawl.robots import RobotsRecord
from extractor.crawl.schema import DUE, FOUND, NAMED, READ, SETTLE, WAITING
from extractor.domain import Frozen
from extractor.domain.errors import StoreError

Outcome = Literal["fetched", "unchanged", "refused", "failed", "gone"]

ROUND_AGE = timedelta(days=1)
YOUNG = timedelta(days=14)
"""A page is asked for again without a reason for so long after it was first fetched."""
MAX_FAILURES = 5
"""In so many rounds may a page fail before it is left alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a feed, sitemap or list names. Times are ISO 8601 in UTC; `published` may be a date."""

    key: str
    address: str
    host: str
    published: str | None = None
    modified: str | None = None


class Page(Frozen):
    """A page that waits to be fetched."""

    id: int
    key: str
    address: str
    host: str
    published: str | None
    etag: str | None
    last_modified: str | None
    sha256: str | None
    capture_url: str | None

    @property
    def validators(self) -> Validators:
        """For a conditional request; empty when the page was never fetched."""
        return Validators(self.etag, self.last_modified) if self.sha256 else Validators()


class Frontier:
    """`<home>/captures/frontier.db`, which also keeps each host's robots.txt for a day.

    Raises:
        StoreError: it cannot be opened or written.
    """

    def __init__(self, home: Path | None) -> None:
        self.folder = Path(home) / "captures" if home is not None else None
        self._db = Database(self.folder / "frontier.db" if self.folder else None)

    def rehearsal(self) -> Frontier:
        """A copy in memory, to try a crawl on without leaving a trace."""
        copy = Frontier(None)
        self._db.copy_to(copy._db)
        return copy

    @contextmanager
    def claim(self, site: str) -> Iterator[None]:
        """Be the only crawl of a site; the claim ends with the block, or with the program.

        Raises:
            StoreError: another program crawls the site into this home.
        """
        if self.folder is None:
            yield
            return
        lock = sqlite3.connect(self.folder / f"crawl-{site}.lock", isolation_level=None, timeout=0)
        with closing(lock):
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise StoreError(f"{site} is being crawled by another program", "Wait until it has finished") from error
            yield

    def begin(self, site: str) -> int:
        """The site's round: the one that did not end, when it is younger than a day, else a new one."""
        with self._db.change():
            rows = self._db.run(
                "SELECT id FROM rounds WHERE site = ? AND finished_at IS NULL AND started_at > ? ORDER BY id DESC",
                (site, stamp(-ROUND_AGE)),
            ) or self._db.run("INSERT INTO rounds (site, started_at) VALUES (?, ?) RETURNING id", (site, stamp()))
            return int(rows[0]["id"])

    def finish(self, number: int) -> None:
        """The round has come to its end."""
        self._db.run("UPDATE rounds SET finished_at = ? WHERE id = ?", (stamp(), number))

    def document(self, site: str, url: str, number: int) -> Validators | None:
        """Validators of a feed, sitemap or list; None when this round has read it already."""
        rows = self._db.run(
            "SELECT round_read, etag, last_modified FROM documents WHERE site = ? AND url = ?", (site, url)
        )
        if not rows:
            return Validators()
        return None if rows[0]["round_read"] == number else Validators(rows[0]["etag"], rows[0]["last_modified"])

    def read_at(self, site: str, url: str) -> str | None:
        """When a feed, sitemap or list was last read."""
        rows = self._db.run("SELECT read_at FROM documents WHERE site = ? AND url = ?", (site, url))
        return rows[0]["read_at"] if rows else None

    def unread(self, site: str, number: int) -> list[str]:
        """The sitemaps that an index has named in this round and that were not read before it was interrupted."""
        rows = self._db.run(
            "SELECT url FROM documents WHERE site = ? AND round_named = ? AND round_read < ? ORDER BY url",
            (site, number, number),
        )
        return [row["url"] for row in rows]

    def read_document(
        self,
        site: str,
        url: str,
        number: int,
        validators: Validators,
        found: Iterable[Found],
        sitemaps: Iterable[str] = (),
        *,
        revisit: timedelta,
    ) -> int:
        """Note, in one go, that a document was read and what it names; how many pages are new or due.

        Args:
            found: its pages.
            sitemaps: the further sitemaps that an index names.
            revisit: a page that was fetched longer ago than this, and is young, is asked for again.
        """
        common = {
            "site": site, "round": number, "max_failures": MAX_FAILURES,
            "revisit_before": stamp(-revisit), "young_after": stamp(-YOUNG),
        }  # fmt: skip
        before = self.left(site)
        with self._db.change():
            self._db.run_all(FOUND, ({**common, **asdict(page)} for page in found))
            self._db.run_all(NAMED, ({"site": site, "url": one, "round": number} for one in sitemaps))
            self._db.run(
                READ,
                {
                    "site": site, "url": url, "round": number, "now": stamp(),
                    "etag": validators.etag, "last": validators.last_modified,
                },
            )  # fmt: skip
        return self.left(site) - before

    def hosts(self, site: str, since: date | None = None) -> list[str]:
        """The hosts that have pages to be fetched."""
        rows = self._db.run(f"SELECT DISTINCT host FROM pages WHERE {DUE} ORDER BY host", _span(site, since))  # noqa: S608
        return [row["host"] for row in rows]

    def next(self, site: str, host: str, since: date | None = None) -> Page | None:
        """The newest page of a host that is to be fetched, or None. It stays waiting until it is settled."""
        found = self.waiting(site, since, host=host, count=1)
        return found[0] if found else None

    def waiting(self, site: str, since: date | None = None, *, host: str | None = None, count: int = -1) -> list[Page]:
        """The pages that are to be fetched, newest first."""
        fields = ", ".join(Page.model_fields)
        where = DUE if host is None else f"{DUE} AND host = :host"
        rows = self._db.run(
            f"SELECT {fields} FROM pages WHERE {where} ORDER BY published DESC, id LIMIT :count",  # noqa: S608 - constants
            {**_span(site, since), "host": host, "count": count},
        )
        return [Page(**dict(row)) for row in rows]

    def left(self, site: str, since: date | None = None) -> int:
        """How many pages wait, those of hosts that asked for a pause included."""
        return int(self._db.run(f"SELECT count(*) FROM pages WHERE {WAITING}", _span(site, since))[0][0])  # noqa: S608

    def known(self, site: str) -> int:
        """How many pages of the site have ever been fetched."""
        return int(self._db.run("SELECT count(*) FROM pages WHERE site = ? AND sha256 IS NOT NULL", (site,))[0][0])

    def settle(
        self,
        page: Page,
        outcome: Outcome,
        *,
        reason: str | None = None,
        sha256: str | None = None,
        capture_url: str | None = None,
        validators: Validators | None = None,
    ) -> None:
        """Write down what came of a page. Validators and digest are kept as they were where none are given."""
        now = stamp()
        got = outcome in ("fetched", "unchanged")
        fresh = validators or Validators()
        self._db.run(
            SETTLE,
            {
                "state": outcome, "reason": reason, "got": got, "sha256": sha256, "capture_url": capture_url,
                "etag": fresh.etag, "last_modified": fresh.last_modified, "now": now, "id": page.id,
            },
        )  # fmt: skip

    def alias(self, site: str, key: str) -> None:
        """A redirect led to the page `key`: if it waits too, it has been fetched."""
        now = stamp()
        self._db.run(
            "UPDATE pages SET state = 'fetched', reason = 'reached by a redirect', fetched_at = ?,"
            " first_fetched_at = coalesce(first_fetched_at, ?) WHERE site = ? AND key = ? AND state = 'waiting'",
            (now, now, site, key),
        )

    def postpone(self, site: str, host: str, seconds: float) -> None:
        """Leave a host's waiting pages alone for a time."""
        self._db.run(
            "UPDATE pages SET not_before = ? WHERE site = ? AND host = ? AND state = 'waiting'",
            (stamp(timedelta(seconds=seconds)), site, host),
        )

    def robots(self, origin: str) -> RobotsRecord | None:
        """The last answer of a host's robots.txt."""
        rows = self._db.run("SELECT * FROM robots WHERE origin = ?", (origin,))
        return RobotsRecord(**dict(rows[0])) if rows else None

    def keep_robots(self, record: RobotsRecord) -> None:
        """Keep an answer in place of the last one."""
        self._db.run(
            "INSERT OR REPLACE INTO robots (origin, fetched_at, verdict, body, why) VALUES (?, ?, ?, ?, ?)",
            (record.origin, record.fetched_at, record.verdict, record.body, record.why),
        )

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Frontier:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def stamp(offset: timedelta = timedelta()) -> str:
    """The time, as it is written here: ISO 8601 in UTC, to the second."""
    return (datetime.now(UTC) + offset).strftime("%Y-%m-%dT%H:%M:%SZ")


def _span(site: str, since: date | None) -> dict[str, str]:
    return {"site": site, "since": since.isoformat() if since else "", "now": stamp()}
