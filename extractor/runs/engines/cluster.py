"""Ray, on this machine or joined to a cluster: the same function as a Ray task, a few tasks at a time."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from extractor.domain.errors import ExtractorError, UnknownTerm
from extractor.runs.engines import Limits, Setup
from extractor.runs.engines.local import START_SECONDS, TRIES, given_up
from extractor.runs.stages import Stages
from extractor.runs.work import Outcome, Task, work

A_BATCH = 16


@dataclass(frozen=True)
class Ray:
    """`address` joins a cluster; without one a local Ray is started and stopped."""

    setup: Setup
    workers: int
    limits: Limits
    address: str | None = None

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks."""
        waiting = iter(tasks)
        first = list(islice(waiting, 1))  # without a task no Ray is started
        if not first:
            return
        ray = _ray()
        ray.init(address=self.address, num_cpus=None if self.address else self.workers, include_dashboard=False,
                 log_to_driver=False, logging_level=logging.ERROR)  # fmt: skip
        try:
            yield from self._run(ray, chain(first, waiting))
        finally:
            ray.shutdown()

    def _run(self, ray: Any, waiting: Iterator[Task]) -> Iterator[Outcome]:
        remote = ray.remote(max_retries=0)(_work_batch)
        running: dict[Any, tuple[list[Task], int]] = {}

        def submit(batch: list[Task], tries: int) -> None:
            running[remote.remote(batch, self.setup, self.limits)] = (batch, tries)

        while True:
            while len(running) < 2 * self.workers and (batch := list(islice(waiting, A_BATCH))):
                submit(batch, 1)
            if not running:
                return
            most = max(len(batch) for batch, _ in running.values())
            longest = (
                START_SECONDS + 2 * self.limits.seconds * most
            )  # workers stop in time, but for what no signal stops
            done, _ = ray.wait(list(running), num_returns=1, timeout=longest)
            for ready in done or [next(iter(running))]:
                batch, tries = running.pop(ready)
                try:
                    if not done:
                        ray.cancel(ready, force=True)
                        raise ray.exceptions.WorkerCrashedError
                    yield from ray.get(ready)
                except ray.exceptions.RayTaskError as error:  # a task's own trouble is an outcome: this is before it
                    todo = "Every node needs extractor in the version that is here"
                    raise ExtractorError(f"a worker could not be set up: {error.cause}", todo) from error
                except (ray.exceptions.RaySystemError, ray.exceptions.WorkerCrashedError,
                        ray.exceptions.OutOfMemoryError, ray.exceptions.TaskCancelledError):  # fmt: skip
                    if len(batch) > 1:
                        for task in batch:
                            submit([task], 1)
                    elif tries < TRIES and done:
                        submit(batch, tries + 1)
                    else:
                        yield given_up(batch[0], "killed" if done else "hang", self.limits)


class _Overdue(BaseException):
    """Nobody who catches exceptions catches it."""


def _work_batch(batch: list[Task], setup: Setup, limits: Limits) -> list[Outcome]:
    stages = setup()
    signal.signal(signal.SIGALRM, _stop)
    return [_in_time(task, stages, limits) for task in batch]


def _in_time(task: Task, stages: Stages, limits: Limits) -> Outcome:
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        return work(task, stages)
    except _Overdue:
        return given_up(task, "hang", limits)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _stop(*_: object) -> None:
    raise _Overdue


def _ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise UnknownTerm("Ray is not installed", "pip install 'extractor[cluster]'") from error
    return ray
