"""Stages for runs in other processes, which must find them by name. Also a program: a slow run to be killed."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

import standin

from extractor.domain import Article, Claim
from extractor.runs import batch
from extractor.runs.engines import Limits, engine
from extractor.runs.engines.local import Local
from extractor.runs.stages import Stages

RULES = replace(standin.STAGES, rules_digest="r2")


def new_rules() -> Stages:
    return RULES


def slow_rules() -> Stages:
    def slow(article: Article) -> list[Claim]:
        time.sleep(0.05)
        return standin.extract(article)

    return replace(RULES, extract=slow)


def poisonous() -> Stages:
    def extract(article: Article) -> list[Claim]:
        if "die" in article.text:
            os._exit(11)
        if "hang" in article.text:
            time.sleep(60)
        if "hoard" in article.text:
            return [len(bytearray(4_000_000_000))]  # type: ignore[list-item]
        return standin.extract(article)

    return replace(RULES, extract=extract)


def once_killed() -> Stages:
    """The worker that is at article 17 is killed the first time. PLACE, a file, says that it has been."""

    def extract(article: Article) -> list[Claim]:
        place = Path(os.environ["PLACE"])
        if "year 2007" in article.text and not place.exists():
            place.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return standin.extract(article)

    return replace(RULES, extract=extract)


def children() -> list[int]:
    """Workers: processes whose parent is this one's fork server."""
    import multiprocessing

    return [child.pid for child in multiprocessing.active_children() if child.pid]


def run_ray(home: str, setup: str = "new_rules", seconds: float = 60) -> None:
    batch.run(Path(home), RULES, engine("ray", globals()[setup], 2, Limits(seconds=seconds)))


def main() -> None:
    print("ready", flush=True)
    batch.A_TRANSACTION = 3
    batch.run(Path(sys.argv[1]), RULES, Local(slow_rules, 2, Limits()), promote=False)


if __name__ == "__main__":
    main()
