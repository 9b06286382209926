"""What a crawl tells while it runs and when it ends."""

from __future__ import annotations

from collections import Counter
from typing import Literal, Protocol

from extractor.domain import Frozen, Issue

What = Literal["document", "fetching", "fetched", "unchanged", "refused", "failed", "postponed", "planned", "done"]


class Event(Frozen):
    """One step of a crawl, for a progress display. `detail` says why, where something went wrong."""

    site: str
    what: What
    url: str = ""
    detail: str = ""
    handled: int = 0
    """Pages dealt with so far in this crawl of the site."""
    waiting: int = 0
    """Pages of the site still to come."""


class Progress(Protocol):
    """Called at every step, between requests: it should return at once."""

    def __call__(self, event: Event, /) -> None:
        """Show the step."""
        ...


class Planned(Frozen):
    """A page that a dry run would fetch."""

    url: str
    published: str | None = None
    conditional: bool = False
    """Whether it was fetched before and would be asked for only if it has changed."""
    refused: str | None = None
    """Why it would not be fetched after all."""


class CrawlSummary(Frozen):
    """How a crawl of one site ended.

    `fetched` are new or changed pages, `unchanged` those that had not changed (304 or the same bytes),
    `refused` by robots.txt or because of their address, `left` wait for the next crawl,
    `known` had been fetched by earlier crawls. `documents` are feeds, sitemaps and lists.
    `issues` has one entry for each page or document that was refused or failed, and says why.
    """

    site: str
    fetched: int = 0
    unchanged: int = 0
    refused: int = 0
    refused_by_robots: int = 0
    failed: int = 0
    left: int = 0
    known: int = 0
    documents: int = 0
    seconds: float = 0
    interrupted: bool = False
    issues: tuple[Issue, ...] = ()
    planned: tuple[Planned, ...] = ()

    @property
    def reasons(self) -> dict[str, int]:
        """How often each kind of failure or refusal occurred, most frequent first."""
        return dict(Counter(issue.code for issue in self.issues).most_common())

    def __str__(self) -> str:
        """The summary in one line.

        >>> print(CrawlSummary(site="jetro", fetched=12, unchanged=3, refused_by_robots=1, refused=1))
        jetro: 12 fetched, 3 unchanged, 1 refused (1 by robots.txt), 0 failed
        """
        parts = [
            f"{self.fetched} fetched", f"{self.unchanged} unchanged",
            f"{self.refused} refused" + (f" ({self.refused_by_robots} by robots.txt)" if self.refused else ""),
            f"{self.failed} failed",
        ]  # fmt: skip
        if self.known:
            parts.append(f"{self.known} known from before")
        if self.left:
            parts.append(f"{self.left} left for the next crawl")
        if self.interrupted:
            parts.append("interrupted; run it again to go on")
        return f"{self.site}: " + ", ".join(parts)


class Tally:
    """Counts while a crawl runs.

    Args:
        site: its code.
        progress: told of every step.
    """

    def __init__(self, site: str, progress: Progress | None) -> None:
        self.site = site
        self.counts: Counter[str] = Counter()
        self.issues: list[Issue] = []
        self.planned: list[Planned] = []
        self.waiting = 0
        self.known = 0
        self._progress = progress

    @property
    def handled(self) -> int:
        """Pages that were asked for."""
        return sum(self.counts[what] for what in ("fetched", "unchanged", "failed"))

    def tell(self, what: What, url: str = "", detail: str = "") -> None:
        """Pass a step on."""
        if self._progress is not None:
            event = Event(site=self.site, what=what, url=url, detail=detail, handled=self.handled, waiting=self.waiting)
            self._progress(event)

    def count(self, what: What, url: str, error: Exception | None = None, code: str = "") -> None:
        """Count an outcome; an error becomes an Issue."""
        self.counts[what] += 1
        if error is not None:
            self.issue(code, str(error), url)
        self.tell(what, url, str(error or ""))

    def issue(self, code: str, message: str, url: str | None) -> None:
        """Note that something went wrong."""
        self.issues.append(Issue(stage="crawl", code=code, message=message, source=self.site, url=url or None))

    def summary(self, *, left: int, seconds: float, interrupted: bool) -> CrawlSummary:
        """The end."""
        return CrawlSummary(
            site=self.site, fetched=self.counts["fetched"], unchanged=self.counts["unchanged"],
            refused=self.counts["refused"], refused_by_robots=sum(issue.code == "robots" for issue in self.issues),
            failed=self.counts["failed"], left=left, known=self.known, documents=self.counts["document"],
            seconds=round(seconds, 3), interrupted=interrupted, issues=tuple(self.issues), planned=tuple(self.planned),
        )  # fmt: skip
