"""Runs measured: `python tests/benchmarks/bench_runs.py [COPIES] [--weights 0 60 150 300] [--rounds N] [--ray]`.

Archives and reads the corpus COPIES times over (each copy at addresses of its own), then reads it again: from the
store, by one worker and by two (and by Ray), and takes it over. Then the same pages in surroundings as heavy as
news pages have (tests/benchmarks/heavy.py), by the sites' own rules and by the generic reader: from the pages beside
from the store. Ratios of one process are of processor seconds. Those of several are of the clock, and beside it
of what each process' processor seconds come to on two idle cores (Ray's of the clock only). All are medians.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from multiprocessing import active_children
from pathlib import Path
from typing import NamedTuple

import heavy

from extractor.domain import Capture
from extractor.runs import batch
from extractor.runs.engines import Limits, engine
from extractor.runs.recording import Summary
from extractor.runs.stages import Stages, stages
from extractor.store import open_database

FRESH = (f"bench{number}" for number in count())
"""Digests that nothing was read by."""


class Took(NamedTuple):
    """Seconds of the clock; processor seconds of this process, and of each worker of its pool."""

    clock: float
    cpu: float
    workers: tuple[float, ...] = ()

    def on_two_cores(self) -> float:
        """Seconds that it would take on two cores with nothing else to do."""
        return max(self.cpu, *self.workers, (self.cpu + sum(self.workers)) / 2) if self.workers else self.cpu


def digest(home: Path, run: str | None) -> str:
    """Of every claim of a run."""
    sql = "SELECT c.digest FROM run_claims r JOIN claims c ON c.key = r.claim_key WHERE r.run_key = ? ORDER BY c.id"
    with closing(open_database(home, read_only=True)) as db:
        rows = [row[0] for row in db.execute(sql, (run,))]
    return hashlib.sha256("".join(rows).encode()).hexdigest()[:12]


def read(home: Path, steps: Stages, name: str = "local", workers: int = 1) -> tuple[Took, Summary]:
    """One run over everything."""
    worker = engine(name, stages, workers, Limits())
    used: dict[int, float] = {}
    began, before = time.perf_counter(), time.process_time()
    summary = batch.run(home, steps, worker, promote=False, tick=lambda _: used.update(_workers()))
    return Took(time.perf_counter() - began, time.process_time() - before, tuple(used.values())), summary


def filled(home: Path, given: list[Capture]) -> int:
    """A home that has read these pages; how many."""
    steps = stages()
    return batch.run(home, steps, engine("local", stages, 1, Limits()), given=given, promote=False).articles


def _workers() -> dict[int, float]:
    """Processor seconds of each of the pool's workers."""
    found = {}
    for child in active_children():
        fields = Path(f"/proc/{child.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        found[child.pid or 0] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def fresh(steps: Stages, *, pages: bool = False) -> Stages:
    """Rules that nothing was read by; with `pages` a parser, too."""
    found = replace(steps, rules_digest=next(FRESH), rules={})
    return replace(found, parse_digest=next(FRESH)) if pages else found


def line(what: str, articles: int, took: list[Took]) -> Took:
    """Print and return the medians."""
    middle = Took(statistics.median(t.clock for t in took), statistics.median(t.cpu for t in took))
    whole = statistics.median(t.cpu + sum(t.workers) for t in took)
    print(f"{what:32} {articles / middle.clock:8.1f} articles/s  {articles / whole:8.1f} articles/CPU s", flush=True)
    return middle


def engines(folder: Path, copies: int, rounds: int, *, ray: bool) -> None:
    """One worker, two, Ray; and what is taken over."""
    home, steps = folder / "engines", stages()
    articles = filled(home, heavy.captures(copies))
    print(f"{articles} articles of the corpus' own weight, {rounds} rounds; load {os.getloadavg()[0]:.1f}")
    kinds = {"one worker": ("local", 1), "two workers": ("local", 2)} | ({"Ray, two": ("ray", 2)} if ray else {})
    took: dict[str, list[Took]] = {kind: [] for kind in kinds}
    said: set[str] = set()
    for _ in range(rounds):
        for kind, (name, workers) in kinds.items():
            seconds, summary = read(home, fresh(steps), name, workers)
            took[kind].append(seconds)
            said.add(digest(home, summary.run_id))
    found = {kind: line(f"from the store, {kind}", articles, took[kind]) for kind in kinds}
    taken = line("taken over", articles, [read(home, steps)[0] for _ in range(rounds)])
    one, two = found["one worker"], found["two workers"]
    pairs = zip(took["one worker"], took["two workers"], strict=True)
    ideal = statistics.median(a.on_two_cores() / b.on_two_cores() for a, b in pairs)
    ratios = [
        f"two / one {one.clock / two.clock:.2f} by the clock, {ideal:.2f} by processor seconds on two idle cores",
        f"taken over / extracted {one.cpu / taken.cpu:.0f}",
    ]
    if ray:
        ratios.append(f"Ray / pool {two.clock / found['Ray, two'].clock:.2f} by the clock")
    print("; ".join(ratios))
    stored = (home / "facts.db").stat().st_size / articles
    archived = sum(path.stat().st_size for path in (home / "captures").iterdir()) / articles
    print(f"digests of the claims, of all runs: {' '.join(sorted(said))}")
    print(f"bytes an article: {stored:,.0f} in the database, {archived:,.0f} in the archive")


def weights(folder: Path, copies: int, sizes: list[int], rounds: int) -> Iterator[str]:
    """From the pages beside from the store, for each weight and reader."""
    for size in sizes:
        for known in (True, False):
            home, given, steps = folder / f"w{size}{known}", heavy.captures(copies, size, known=known), stages()
            filled(home, given)
            pages, stored = [], []
            for _ in range(rounds):
                steps = fresh(steps, pages=True)
                pages.append(read(home, steps)[0])
                stored.append(read(home, fresh(steps))[0])
            shutil.rmtree(home)
            ratios = [page.cpu / store.cpu for page, store in zip(pages, stored, strict=True)]
            mean = statistics.mean(len(one.body) for one in given) / 1000
            yield (
                f"{mean:6.0f} KB a page, {'own rules' if known else 'generic':9}  "
                f"{len(given) / statistics.median(p.cpu for p in pages):7.1f} articles/CPU s from pages, "
                f"{len(given) / statistics.median(s.cpu for s in stored):7.1f} from the store: "
                f"{statistics.median(ratios):.2f}x"
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("copies", type=int, nargs="?", default=10)
    parser.add_argument("--weights", type=int, nargs="*", default=[0, 60, 150, 300], help="kilobytes a page")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ray", action="store_true")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        engines(folder, chosen.copies, chosen.rounds, ray=chosen.ray)
        for told in weights(folder, max(chosen.copies // 5, 1), chosen.weights, chosen.rounds):
            print(told, flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
