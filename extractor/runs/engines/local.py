"""A pool of processes that survives what it is fed.

Each worker is sent a few tasks at a time and answers them one by one, so the parent always knows
which task a worker is at. A worker that dies, or that is silent for longer than the limit, is
replaced; the task it was at is tried once more and then given up with an Issue, and the rest of its
tasks go to the others.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess

from extractor.domain import Article
from extractor.domain.errors import ExtractorError
from extractor.runs.engines import Limits, Setup
from extractor.runs.stages import stages as own_stages
from extractor.runs.work import Outcome, Task, trouble, work

AT_ONCE = 8
"""Tasks that a worker holds: few enough that little is lost with it, enough that it never waits."""
TRIES = 2
START_SECONDS = 60
STILLBORN, MOST_STILLBORN = -1, 5
"""Workers that died before they were ready are counted like a task of this number."""
WARM = "extractor.runs.engines.warm"


@dataclass
class _Worker:
    process: ForkServerProcess
    pipe: Connection
    since: float
    ready: bool = False
    held: deque[Task] = field(default_factory=deque)


@dataclass
class Local:
    """The pool; it lives as long as its outcomes are asked for."""

    setup: Setup
    workers: int
    limits: Limits

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks."""
        waiting = iter(tasks)
        again = deque(islice(waiting, 1))  # without a task no worker is started
        if not again:
            return
        tries: Counter[int] = Counter()
        pool: list[_Worker] = []
        try:
            pool += [self._start() for _ in range(self.workers)]
            while True:
                for worker in pool:
                    _feed(worker, again, waiting)
                if any(worker.ready and not worker.held for worker in pool) and not any(worker.held for worker in pool):
                    return  # somebody had time, and there was nothing for him
                yield from self._answers(pool)
                yield from self._replace_lost(pool, again, tries)
        finally:
            for worker in pool:
                worker.process.kill()
                worker.process.join()
                worker.pipe.close()

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(
            [WARM if self.setup.__module__ == own_stages.__module__ else self.setup.__module__]
        )
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.setup, self.limits.memory_bytes), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic())

    def _overdue(self, worker: _Worker) -> float:
        """When the worker will have been silent for too long; getting ready may take a minute more."""
        return worker.since + self.limits.seconds + (0 if worker.ready else START_SECONDS)

    def _answers(self, pool: list[_Worker]) -> Iterator[Outcome]:
        """What the workers have answered; waits until one has, or one is over its time."""
        expected = {worker.pipe: worker for worker in pool if worker.held or not worker.ready}
        latest = min(self._overdue(worker) for worker in expected.values())
        for pipe in wait(list(expected), timeout=max(latest - time.monotonic(), 0)):
            worker = expected[pipe]  # type: ignore[index] # wait returns what it was given
            try:
                outcome: Outcome | None = worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join()
                continue
            worker.since = time.monotonic()
            if outcome is None:
                worker.ready = True
            else:
                worker.held.popleft()
                yield outcome

    def _replace_lost(self, pool: list[_Worker], again: deque[Task], tries: Counter[int]) -> Iterator[Outcome]:
        for place, worker in enumerate(pool):
            silent = (bool(worker.held) or not worker.ready) and time.monotonic() > self._overdue(worker)
            if worker.process.is_alive() and not silent:
                continue
            tries[STILLBORN] += not worker.ready
            if tries[STILLBORN] > MOST_STILLBORN:
                raise ExtractorError("a worker could not be started", "Try --workers 1, which shows why")
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
            pool[place] = self._start()
            if worker.held:
                lost = worker.held.popleft()
                tries[lost.number] += 1
                if silent or tries[lost.number] >= TRIES:
                    yield given_up(lost, "hang" if silent else "killed", self.limits)
                else:
                    again.append(lost)
                again.extend(worker.held)


def given_up(task: Task, code: str, limits: Limits) -> Outcome:
    """The outcome of a task that took its worker with it."""
    from extractor.store.rows import article_rows

    why = f"it took longer than {limits.seconds:g} s" if code == "hang" else "it killed its worker twice"
    article = task.item if isinstance(task.item, Article) else None
    rows = None if article is None else article_rows(article)
    return Outcome(task.number, rows, True, (trouble(task.item, article, code, why),))


def _feed(worker: _Worker, again: deque[Task], waiting: Iterator[Task]) -> None:
    """Send an idle worker its next tasks, in one message: while it answers, the parent only reads."""
    if worker.held or not worker.ready:
        return
    while len(worker.held) < AT_ONCE and (task := again.popleft() if again else next(waiting, None)):
        worker.held.append(task)
    if worker.held:
        worker.since = time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # it has died: it is replaced, and its tasks with it
            worker.pipe.send(list(worker.held))


def _serve(pipe: Connection, setup: Setup, memory_bytes: int | None) -> None:
    """A worker's life: tasks in, outcomes out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    if memory_bytes is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    stages = setup()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is gone
        pipe.send(None)
        while True:
            tasks: list[Task] = pipe.recv()
            for task in tasks:
                pipe.send(work(task, stages))
