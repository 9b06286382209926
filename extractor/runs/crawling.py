"""From the web to facts: crawl into the archive, write down how it went, then settle."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.archive import Archive
from extractor.crawl import CrawlSummary, Fetcher, Frontier, crawl_all
from extractor.crawl import Progress as CrawlProgress
from extractor.domain import Issue
from extractor.runs.damage import lasting
from extractor.runs.pipeline import Progress, now, recorder, settle
from extractor.runs.recording import Summary
from extractor.runs.stages import Stages
from extractor.sites import Site
from extractor.store import crawls, ledger, open_database, transaction, write, writer_lock


@dataclass(frozen=True)
class Wanted:
    """What a crawl is asked for; the fields are those of `crawl.crawl_all`."""

    since: date | None = None
    limit: int | None = None
    dry_run: bool = False
    licensed: bool = False


def crawl_and_settle(
    home: Path,
    sites: Sequence[Site],
    fetcher: Fetcher,
    stages: Stages,
    wanted: Wanted | None = None,
    *,
    on_crawl: CrawlProgress | None = None,
    on_read: Progress | None = None,
) -> tuple[tuple[CrawlSummary, ...], Summary]:
    """Crawl the sites at the same time, then read what is new. After Ctrl-C nothing is read any more.

    Raises:
        As `crawl.crawl_all` and `pipeline.settle`.
    """
    asked = wanted or Wanted()
    summaries = crawl_sites(home, sites, fetcher, stages, asked, on_crawl=on_crawl)
    if asked.dry_run or any(found.interrupted for found in summaries):
        return summaries, Summary()
    return summaries, settle_home(home, stages, on_read)


def crawl_sites(
    home: Path,
    sites: Sequence[Site],
    fetcher: Fetcher,
    stages: Stages,
    wanted: Wanted,
    *,
    on_crawl: CrawlProgress | None = None,
) -> tuple[CrawlSummary, ...]:
    """Crawl the sites into the archive; how it went and what went wrong is written into the database.

    Raises:
        As `crawl.crawl_all`.
    """
    fetcher.check([site for site in sites if site.policy.crawl or wanted.licensed])  # before anything is written
    with Archive(home) as archive, Frontier(home) as frontier:
        summaries = crawl_all(
            sites, fetcher=fetcher, frontier=frontier, sink=archive.add, seen=archive.sight, since=wanted.since,
            limit=wanted.limit, dry_run=wanted.dry_run, licensed=wanted.licensed, progress=on_crawl,
        )  # fmt: skip
        problems = lasting(archive.problems)
    if not wanted.dry_run:
        _write_down(home, sites, summaries, problems, stages)
    return summaries


def settle_home(home: Path, stages: Stages, on_read: Progress | None = None) -> Summary:
    """Read what the archive holds and the database does not know yet. Raises as `pipeline.settle`."""
    with writer_lock(home), Archive(home) as archive:
        return settle(home, archive, stages, on_read)


def _write_down(
    home: Path, sites: Sequence[Site], summaries: Sequence[CrawlSummary], problems: Sequence[Issue], stages: Stages
) -> None:
    """The sites' policies, how each crawl ended, and its issues; a small transaction that needs no writer's lock."""
    with closing(open_database(home)) as db, transaction(db):
        written = recorder(db, stages, Summary())
        written.note([*problems, *(issue for found in summaries for issue in found.issues)])
        for site in sites:
            write.save_source(db, site.code, site.name, site.policy)
        for found in summaries:
            crawls.save_crawl(db, _row(found, written.run))
        if any(found.interrupted for found in summaries):
            ledger.finish(db, written.run, "interrupted", now())


def _row(found: CrawlSummary, run: int) -> crawls.Crawled:
    return crawls.Crawled(
        source=found.site, run_key=run, finished_at=now(), fetched=found.fetched, unchanged=found.unchanged,
        refused=found.refused, refused_by_robots=found.refused_by_robots, failed=found.failed, left=found.left,
        interrupted=int(found.interrupted),
    )  # fmt: skip
