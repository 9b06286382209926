"""Progress of a run: a bar for people at a terminal, a log of JSON lines for programs."""

from __future__ import annotations

import json
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

import typer

if TYPE_CHECKING:
    from extractor.runs.recording import Summary


class Log:
    """Told of every batch that was written.

    Args:
        path: file for the log; None: no log.
        quiet: print nothing.
    """

    def __init__(self, path: str | None, *, quiet: bool) -> None:
        self._stack = ExitStack()
        self._file: TextIO | None = None
        if path:
            self._file = self._stack.enter_context(Path(path).open("a", encoding="utf-8"))  # noqa: SIM115
        self._quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._began = time.monotonic()

    def __enter__(self) -> Log:
        if not self._quiet and sys.stderr.isatty():
            self._bar, self._task = _bar(self._stack)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def tick(self, summary: Summary) -> None:
        """A batch was written."""
        self._write("progress", summary)
        if self._bar is not None:
            done = summary.articles + summary.failed
            rate = (done - summary.taken_over) / max(time.monotonic() - self._began, 0.001)
            counts = {"claims": summary.claims, "issues": summary.issues, "rate": rate}
            self._bar.update(self._task, total=summary.total or None, completed=done, **counts)

    def end(self, summary: Summary) -> None:
        """The run is over: say how it went."""
        self._write("end", summary)
        if self._quiet:
            return
        seconds = max(time.monotonic() - self._began, 0.001)
        read = summary.articles - summary.taken_over
        rate = f" ({read / seconds:.1f} articles/s)" if read else ""
        typer.echo(
            f"run {summary.run_id}: {summary.articles} articles ({summary.taken_over} taken over, {summary.failed} "
            f"failed), {summary.claims} claims, {summary.issues} issues in {seconds:.1f} s"
            f"{rate}; {summary.facts} facts and {summary.findings} findings anew."
        )
        if summary.issues:
            typer.echo(f"See them: extractor runs issues {summary.run_id}")

    def _write(self, event: str, summary: Summary) -> None:
        if self._file is not None:
            row = {"event": event, "seconds": round(time.monotonic() - self._began, 3), **asdict(summary)}
            self._file.write(json.dumps(row) + "\n")
            self._file.flush()


def _bar(stack: ExitStack) -> tuple[Any, Any]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles, {task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[claims]} claims, {task.fields[issues]} issues"),
    )
    bar = stack.enter_context(Progress(*columns, console=Console(stderr=True)))
    return bar, bar.add_task("run", total=None, claims=0, issues=0, rate=0.0)
