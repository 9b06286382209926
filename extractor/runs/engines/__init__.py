"""Where tasks are worked on. One small interface; the outcomes are the same whatever the engine.

    engine(tasks) -> outcomes, in any order, one for every task, each as soon as it is there

A task that kills its worker or outlasts the limit comes back as a failed outcome with an Issue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.domain.errors import UnknownTerm
from extractor.runs.stages import Stages
from extractor.runs.work import Outcome, Task

Engine = Callable[[Iterable[Task]], Iterator[Outcome]]
Setup = Callable[[], Stages]
"""Makes the stages in a worker; a function that can be named from another process."""

NAMES = ("local", "ray")


@dataclass(frozen=True)
class Limits:
    """What a worker may take for one task."""

    seconds: float = 60
    memory_bytes: int | None = 4_000_000_000


def engine(name: str, setup: Setup, workers: int, limits: Limits, address: str | None = None) -> Engine:
    """The engine of this name: `local` (this process for one worker, else a pool) or `ray`.

    Raises:
        UnknownTerm: there is none of this name, or Ray is not installed.
    """
    if name == "local" and workers == 1:
        from extractor.runs.engines.serial import Serial

        return Serial(setup)
    if name == "local":
        from extractor.runs.engines.local import Local

        return Local(setup, workers, limits)
    if name == "ray":
        from extractor.runs.engines.cluster import Ray

        return Ray(setup, workers, limits, address)
    raise UnknownTerm(f"unknown engine: {name}", f"Use one of: {', '.join(NAMES)}")
