"""Crawling sources: what they announce goes into the frontier, what is due is fetched and handed on.

    fetcher = Fetcher(contact="https://example.org/bot")
    with Archive(home) as archive, Frontier(home) as frontier:
        summary = crawl(site, fetcher=fetcher, frontier=frontier, sink=archive.add, seen=archive.sight)

Every host has one worker of its own, so a bad host holds up nobody else. Ctrl-C ends the crawl between
two steps; what was fetched is safe, and the next crawl goes on from there.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from extractor.crawl.announce import Discoverer
from extractor.crawl.errors import Answered, AskedToWait, DisallowedByRobots
from extractor.crawl.exchange import NotModified
from extractor.crawl.fetch import Fetcher, Session, Validators
from extractor.crawl.frontier import Frontier, Outcome, Page
from extractor.crawl.summary import CrawlSummary, Planned, Progress, Tally
from extractor.domain import Capture, Sighting
from extractor.domain.errors import FetchError, Refused
from extractor.sites import Site, canonical_url

REVISIT = timedelta(days=1)

Sink = Callable[[Capture], object]
Seen = Callable[[Sighting], object]


@dataclass(frozen=True)
class Options:
    """What one crawl is asked to do."""

    since: date | None = None
    """Pages that are known to be older are left waiting."""
    limit: int | None = None
    """Ask for so many pages of each source at most."""
    dry_run: bool = False
    """Read feeds and sitemaps, but fetch no page and write nothing; `planned` lists what would be fetched."""
    revisit: timedelta = REVISIT
    """A page first fetched within two weeks is asked for again after so long.
    Older ones only when their sitemap says that they have changed."""


def crawl(
    site: Site,
    *,
    fetcher: Fetcher,
    frontier: Frontier,
    sink: Sink,
    seen: Seen | None = None,
    since: date | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
    licensed: bool = False,
    revisit: timedelta = REVISIT,
) -> CrawlSummary:
    """Crawl one source and say how it went. The arguments are those of `crawl_all`.

    Raises:
        Refused: the source's policy is not to be crawled.
        InputError: no contact is set.
        StoreError: another program is crawling the source, or the frontier cannot be written.
        And whatever `sink` and `seen` raise: then the crawl stops, and the page counts as not fetched.
    """
    if not site.policy.crawl and not licensed:
        raise off(site)
    return crawl_all(
        [site], fetcher=fetcher, frontier=frontier, sink=sink, seen=seen, since=since, limit=limit,
        progress=progress, dry_run=dry_run, licensed=licensed, revisit=revisit,
    )[0]  # fmt: skip


def crawl_all(
    sites: Sequence[Site],
    *,
    fetcher: Fetcher,
    frontier: Frontier,
    sink: Sink,
    seen: Seen | None = None,
    since: date | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
    licensed: bool = False,
    revisit: timedelta = REVISIT,
) -> tuple[CrawlSummary, ...]:
    """Crawl several sources at the same time, in this thread; one summary each, in their order.

    A source whose policy is not to be crawled is passed over, and its summary says why.

    Args:
        fetcher: who asks, and within which limits.
        frontier: what is known of every page.
        sink: takes each capture (`Archive.add`). Called between requests: parse later, not here.
        seen: takes a sighting for each page that the server says has not changed (`Archive.sight`).
        progress: told of every step.
        licensed: crawl although the policy says no, because a licence allows it.
        since, limit, dry_run, revisit: see `Options`.

    Raises:
        As `crawl`, but for the policy.
    """
    options = Options(since, limit, dry_run, revisit)
    book = frontier.rehearsal() if dry_run else frontier
    jobs = [_Job(site, Tally(site.code, progress), book, sink, seen, options) for site in sites]
    allowed = [job for job in jobs if job.site.policy.crawl or licensed]
    for job in jobs:
        if job not in allowed:
            job.tally.count("refused", "", off(job.site), "policy")
    try:
        interrupted = _interrupted(allowed, fetcher)
    finally:
        if dry_run:
            book.close()
    return tuple(job.summary(interrupted=interrupted) for job in jobs)


def _interrupted(jobs: Sequence[_Job], fetcher: Fetcher) -> bool:
    """Do the jobs; whether Ctrl-C ended them."""
    try:
        asyncio.run(_run(jobs, fetcher))
    except KeyboardInterrupt:
        return True
    except BaseExceptionGroup as group:
        raise _first(group) from None
    return False


async def _run(jobs: Sequence[_Job], fetcher: Fetcher) -> None:
    if not jobs:
        return
    async with fetcher.session([job.site for job in jobs], jobs[0].frontier) as session, asyncio.TaskGroup() as tasks:
        for job in jobs:
            tasks.create_task(job.run(session))


@dataclass(eq=False)
class _Job:
    """The crawl of one source."""

    site: Site
    tally: Tally
    frontier: Frontier
    sink: Sink
    seen: Seen | None
    options: Options
    began: float = field(default_factory=time.monotonic)
    ended: float | None = None
    left: int = 0

    async def run(self, session: Session) -> None:
        """One round: discover, then fetch what is due."""
        code, since = self.site.code, self.options.since
        with self.frontier.claim(code):
            try:
                number = self.frontier.begin(code)
                self.tally.waiting, self.tally.known = self.frontier.left(code, since), self.frontier.known(code)
                revisit = self.options.revisit
                await Discoverer(self.site, session, self.frontier, self.tally, number, revisit, since).run()
                self.tally.waiting = self.frontier.left(code, since)
                if self.options.dry_run:
                    await self._plan(session)
                else:
                    await self._fetch_all(session)
                self.frontier.finish(number)
            finally:
                self.left = self.frontier.left(code, since)
                self.ended = time.monotonic()
        self.tally.tell("done")

    def summary(self, *, interrupted: bool) -> CrawlSummary:
        """How it went."""
        seconds = (self.ended or time.monotonic()) - self.began
        return self.tally.summary(left=self.left, seconds=seconds, interrupted=interrupted)

    async def _plan(self, session: Session) -> None:
        """List what would be fetched, robots.txt asked."""
        count = -1 if self.options.limit is None else self.options.limit
        for page in self.frontier.waiting(self.site.code, self.options.since, count=count):
            refused = None
            try:
                await session.permits.check(page.address, self.site, listed=False)
            except Refused as error:
                refused = error.message
            self.tally.planned.append(
                Planned(
                    url=page.address, published=page.published, conditional=page.sha256 is not None, refused=refused
                )
            )
            self.tally.tell("planned", page.address, refused or "")

    async def _fetch_all(self, session: Session) -> None:
        async with asyncio.TaskGroup() as tasks:
            for host in self.frontier.hosts(self.site.code, self.options.since):
                tasks.create_task(self._work(session, host))

    async def _work(self, session: Session, host: str) -> None:
        """Fetch a host's pages, one after the other."""
        code = self.site.code
        in_a_row = 0
        while not self._at_limit() and (page := self.frontier.next(code, host, self.options.since)):
            self.tally.tell("fetching", page.address)
            try:
                await self._page(session, page)
                in_a_row = 0
            except AskedToWait as error:
                self.frontier.postpone(code, host, error.wait or 0)
                self.tally.count("postponed", page.address, error, error.code)
                return
            except Refused as error:
                self._settle(page, "refused", error)
            except FetchError as error:
                self._settle(page, "gone" if isinstance(error, Answered) and error.gone else "failed", error)
                in_a_row = 0 if isinstance(error, Answered) and error.status < 500 else in_a_row + 1
            if in_a_row >= session.limits.host_failures:
                self.tally.issue("host_down", f"{host}: {in_a_row} pages failed in a row; the others wait", None)
                return

    def _at_limit(self) -> bool:
        return (
            self.options.limit is not None and self.tally.handled + self.tally.counts["started"] >= self.options.limit
        )

    async def _page(self, session: Session, page: Page) -> None:
        """Fetch one page and hand it on; only then is it settled."""
        self.tally.counts["started"] += 1
        try:
            answer = await session.fetch(page.address, self.site, page.validators)
        finally:
            self.tally.counts["started"] -= 1
        validators = Validators(answer.header("etag"), answer.header("last-modified"))
        if isinstance(answer, NotModified):
            self._unchanged(page, answer, validators)
            return
        self.sink(answer)
        outcome: Literal["fetched", "unchanged"] = "unchanged" if answer.sha256 == page.sha256 else "fetched"
        self.frontier.settle(
            page, outcome, sha256=answer.sha256, capture_url=answer.url, validators=validators
        )  # fmt: skip
        if answer.via:
            self.frontier.alias(self.site.code, canonical_url(answer.url, self.site))
        self.tally.waiting -= 1
        self.tally.count(outcome, page.address)

    def _unchanged(self, page: Page, answer: NotModified, validators: Validators) -> None:
        if self.seen is not None and page.sha256 is not None:
            self.seen(
                Sighting(
                    url=page.capture_url or page.address, sha256=page.sha256, seen_at=answer.seen_at,
                    why="not_modified", headers=answer.headers,
                )
            )  # fmt: skip
        self.frontier.settle(page, "unchanged", validators=validators)
        self.tally.waiting -= 1
        self.tally.count("unchanged", page.address)

    def _settle(self, page: Page, outcome: Outcome, error: FetchError) -> None:
        self.frontier.settle(page, outcome, reason=str(error))
        self.tally.waiting -= 1
        code = f"status_{error.status}" if isinstance(error, Answered) else error.code
        code = "robots" if isinstance(error, DisallowedByRobots) else code
        self.tally.count("refused" if outcome == "refused" else "failed", page.address, error, code)


def off(site: Site) -> Refused:
    """What is raised for a source whose policy says that it is not to be crawled."""
    return Refused(
        f"{site.name} is not crawled: {site.policy.rests_on}",
        "Hand in pages as files (extractor ingest), or say --licensed when a licence allows crawling",
    )


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error that is not a group of errors."""
    found = group.exceptions[0]
    return _first(found) if isinstance(found, BaseExceptionGroup) else found
