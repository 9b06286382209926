"""In this process, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.runs.engines import Setup
from extractor.runs.work import Outcome, Task, work


@dataclass(frozen=True)
class Serial:
    """No isolation: a task that hangs or kills the process takes the run with it, and the ledger resumes it."""

    setup: Setup

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks."""
        stages = self.setup()
        for task in tasks:
            yield work(task, stages)
