"""From the web to facts: crawl into the archive, then settle."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.archive import Archive
from extractor.crawl import CrawlSummary, Fetcher, Frontier, crawl_all
from extractor.crawl import Progress as CrawlProgress
from extractor.runs.pipeline import Progress, settle
from extractor.runs.recording import Summary
from extractor.runs.stages import Stages
from extractor.sites import Site
from extractor.store import open_database, transaction, write, writer_lock


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
    """Crawl the sites at the same time, then read what is new.

    Raises:
        As `crawl.crawl_all` and `pipeline.settle`.
    """
    asked = wanted or Wanted()
    with Archive(home) as archive, Frontier(home) as frontier:
        summaries = crawl_all(
            sites, fetcher=fetcher, frontier=frontier, sink=archive.add, seen=archive.sight, since=asked.since,
            limit=asked.limit, dry_run=asked.dry_run, licensed=asked.licensed, progress=on_crawl,
        )  # fmt: skip
        if asked.dry_run:
            return summaries, Summary()
        with writer_lock(home):
            save_sources(home, sites)
            return summaries, settle(home, archive, stages, on_read)


def save_sources(home: Path, sites: Sequence[Site]) -> None:
    """Write the sites' names and policies into the database."""
    with closing(open_database(home)) as db, transaction(db):
        for site in sites:
            write.save_source(db, site.code, site.name, site.policy)
