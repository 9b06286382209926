"""How a crawl is shown: a bar for each source at a terminal, a line for each page elsewhere, and the summary."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from extractor.crawl import CrawlSummary, Event
    from extractor.runs.recording import Summary

SHOWN = {"fetched", "unchanged", "refused", "failed", "postponed"}
NOTICE = "interrupted; run the same command again to go on"


class Watch:
    """Told of every step of a crawl and of every page that is read; all of it goes to standard error.

    Args:
        quiet: print nothing.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._stack = ExitStack()
        self._quiet = quiet
        self._bars: Any = None
        self._tasks: dict[str, Any] = {}
        self._read = 0

    def __enter__(self) -> Watch:
        if not self._quiet and sys.stderr.isatty():
            self._bars = _bars(self._stack)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the bars away."""
        self._stack.close()

    def crawl(self, event: Event) -> None:
        """A step of a crawl."""
        if self._bars is not None:
            total = event.handled + event.waiting
            self._bar(event.site, event.handled, total or None, f"{event.what} {event.detail or event.url}")
        elif event.what in SHOWN and not self._quiet:
            why = f" ({event.detail.removeprefix(f'{event.url}: ')})" if event.detail else ""
            left = f", {event.waiting} to come" if event.waiting else ""
            typer.echo(f"{event.site}: {event.what} {event.url}{why}{left}", err=True)

    def read(self, url: str) -> None:
        """A page was read."""
        self._read += 1
        if self._bars is not None:
            self._bar("reading", self._read, None, url)
        elif not self._quiet and self._read % 100 == 0:
            typer.echo(f"{self._read} pages read", err=True)

    def _bar(self, name: str, done: int, total: int | None, detail: str) -> None:
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name, total=None, detail="")
        self._bars.update(self._tasks[name], completed=done, total=total, detail=detail)


def lines(found: CrawlSummary, *, dry_run: bool = False) -> Iterator[str]:
    """A crawl's summary: its counts, then every page that was planned, and every URL that was refused or failed."""
    yield _dry(found) if dry_run else str(found)
    for page in found.planned:
        when = f" ({page.published[:10]})" if page.published else ""
        again = ", if it has changed" if page.conditional else ""
        yield f"  {page.refused or f'would fetch{again}'}: {page.url}{when}"
    for issue in found.issues:
        yield f"  {issue.code}: {issue.message}" + (
            f" [{issue.url}]" if issue.url and issue.url not in issue.message else ""
        )


def records(summaries: Sequence[CrawlSummary], summary: Summary | None) -> Iterator[dict[str, Any]]:
    """The same for programs: an object for each source, then one for what was read."""
    for found in summaries:
        yield {**found.model_dump(mode="json"), "reasons": found.reasons}
    if summary is not None:
        yield asdict(summary)


def report(summaries: Sequence[CrawlSummary], summary: Summary | None, home: Path, *, dry_run: bool = False) -> None:
    """The end of a crawl, for people. `summary` None: nothing has been read."""
    for found in summaries:
        for line in lines(found, dry_run=dry_run):
            typer.echo(line)
    if summary is None:
        return
    typer.echo(f"{summary.articles} articles read, {summary.claims} claims, {summary.issues} issues, in {home}.")
    if summary.issues and summary.run_id:
        typer.echo(f"See what went wrong: extractor runs issues {summary.run_id}, or extractor sources")


def _dry(found: CrawlSummary) -> str:
    refused = sum(page.refused is not None for page in found.planned)
    would = len(found.planned) - refused
    after = found.left - len(found.planned)
    return (
        f"{found.site}: {would} would be fetched, {refused} refused, {after} more wait, {found.known} known from before"
    )


def _bars(stack: ExitStack) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.table import Column

    detail = Column(ratio=1, no_wrap=True, overflow="ellipsis")
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[detail]}", markup=False, table_column=detail),
    )
    return stack.enter_context(Progress(*columns, console=Console(stderr=True), expand=True))
