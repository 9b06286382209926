"""Every table of the README in one run: `python tests/benchmarks/everything.py [NAME ...] [--peers] [--quick]`.

Each benchmark is a row of BENCHMARKS and runs by itself; what fails is told, and the rest goes on. `--peers` makes
environments for the readers that ours is measured against (see environments.py), says which could not be installed,
and runs the others beside ours. `--quick` takes smaller sizes: minutes in place of an hour or two.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from environments import CACHE, NEEDS, environment

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
COMMAND = "-c 'from extractor.cli import main; main()'"


class Benchmark(NamedTuple):
    """One table: what it is about, the script with its arguments, the smaller ones, and the peers it can take."""

    about: str
    run: str
    quick: str = ""
    peers: tuple[str, ...] = ()


BENCHMARKS: dict[str, Benchmark] = {
    "claims": Benchmark("whole claims on the corpus", f"{COMMAND} evaluate corpus --misses"),
    "figures": Benchmark(
        "money and percentages of the corpus, beside other readers", "figures_corpus.py", "",
        ("quantulum3", "recognizers", "pynormalizenumexp", "jionlp"),
    ),
    "figures_files": Benchmark(
        "figures on development files, beside other readers (exit code 2 where the files are not at hand)",
        "figures_score.py", "figures_score.py authored", ("quantulum3", "recognizers", "pynormalizenumexp", "jionlp"),
    ),
    "figures_speed": Benchmark(
        "speed of the figure stage", "figures_speed.py", "figures_speed.py --megabytes 1",
        ("quantulum3", "recognizers", "pynormalizenumexp", "jionlp", "sudachi", "jieba"),
    ),
    "claims_speed": Benchmark("speed of whole claims", "claims_speed.py", "claims_speed.py --articles 1000 --rounds 3"),
    "pages": Benchmark("pages", "parse_speed.py --rounds 15", "parse_speed.py --rounds 5", ("newspaper4k",)),
    "faults": Benchmark("faults of servers", "fault_table.py"),
    "reconciling": Benchmark("reconciling", "reconcile_scale.py 100000 1000000", "reconcile_scale.py 20000"),
    "runs": Benchmark("runs", "bench_runs.py", "bench_runs.py 4"),
    "store": Benchmark("storing and searching", "bench_store.py", "bench_store.py 50000"),
    "scale": Benchmark("a long run, and its memory", "bench_scale.py 100000", "bench_scale.py 1000"),
    "fuzzing": Benchmark("fuzzing every reader", "fuzz.py --seconds 120", "fuzz.py --seconds 3"),
}  # fmt: skip


def main() -> int:
    """Print every table; exit code 1 when one could not be made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these of {', '.join(BENCHMARKS)}")
    parser.add_argument("--peers", action="store_true", help="beside other readers, in environments of their own")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where these environments are kept")
    parser.add_argument("--quick", action="store_true", help="smaller sizes")
    given = parser.parse_args()
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    chosen = {name: BENCHMARKS[name] for name in given.names or BENCHMARKS}
    print(header(), flush=True)
    pythons = make({peer for row in chosen.values() for peer in row.peers}, given.cache) if given.peers else {}
    failed = [name for name, row in chosen.items() if not run(row, pythons, quick=given.quick)]
    print(f"\n{len(chosen) - len(failed)} of {len(chosen)} tables" + (f"; not {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


def header() -> str:
    """Date, Python and machine, by what matters to a measurement; no names."""
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores (load {load}), {memory:.0f} GB"
    return f"{datetime.now(UTC):%d %B %Y}, Python {platform.python_version()}, {machine}"


def make(names: set[str], cache: Path) -> dict[str, Path]:
    """The Pythons of the peers that could be installed; the others are told."""
    found = {}
    for name in (name for name in NEEDS if name in names):
        python = environment(name, cache)
        if isinstance(python, Path):
            found[name] = python
        print(f"peer {name}: {'ready' if name in found else f'could not be installed: {python}'}", flush=True)
    return found


def run(row: Benchmark, pythons: dict[str, Path], *, quick: bool) -> bool:
    """Run one benchmark and print its table; whether it came to its end."""
    said = (quick and row.quick) or row.run
    words = shlex.split(said)
    if words[0] != "-c":
        words[0] = str(HERE / words[0])
    for name in row.peers:
        words += ["--peers", str(pythons[name])] if name in pythons else []
    shown = said.replace(COMMAND, "extractor") if said.startswith(COMMAND) else f"python tests/benchmarks/{said}"
    print(f"\n## {row.about}\n{shown}\n", flush=True)
    begun = time.monotonic()
    paths = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    ran = subprocess.run([sys.executable, *words], cwd=PROJECT, env={**os.environ, "PYTHONPATH": paths}, check=False)
    print(f"({time.monotonic() - begun:.0f} s)", flush=True)
    if ran.returncode:
        print(f"ended with exit code {ran.returncode}", flush=True)
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
