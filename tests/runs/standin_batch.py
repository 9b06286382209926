"""Stages for runs in other processes, which must find them by name. Also a program: a slow run to be killed."""

from __future__ import annotations

import os
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


def children() -> list[int]:
    """Workers: processes whose parent is this one's fork server."""
    import multiprocessing

    return [child.pid for child in multiprocessing.active_children() if child.pid]


def run_ray(home: str) -> None:
    batch.run(Path(home), RULES, engine("ray", new_rules, 2, Limits()))


def main() -> None:
    print("ready", flush=True)
    batch.A_TRANSACTION = 3
    batch.run(Path(sys.argv[1]), RULES, Local(slow_rules, 2, Limits()), promote=False)


if __name__ == "__main__":
    main()
