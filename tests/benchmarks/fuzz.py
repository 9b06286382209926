"""Fuzz every reader: inputs, crashes, hangs, memory. `python tests/benchmarks/fuzz.py [--seconds 60] [READER ...]`.

A hang is more than one second of CPU time, and than one per 100 KB of input. Memory is what the process holds, the
most of each quarter of the time: bounded caches fill in the first ones, and from then on it should be level; a reader
that holds more in the last quarter than ever before grows. Each reader has a process of its own. What breaks a
reader is kept in tests/trust/found/READER/, where the tests read it again. `--engine atheris` is guided by coverage
and wants the extra `fuzz`; `--engine random` (the default) mutates seeds.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import multiprocessing
import os
import platform
import signal
import subprocess
import sys
import time
import traceback
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "trust"))

from fuzz_readers import FOUND, READERS, Reader, attempt, inputs

from extractor.extract import lexicon

SECONDS_PER_BYTE = 1 / 100_000
GIVE_UP = 20
QUARTERS = 4
SAMPLES = 80
"""How often the memory is looked at in a run."""
GROWN_MB = 8
"""More than this above every quarter before the last is growth."""
KEPT = 2
SEEN: dict[tuple[str, str], int] = {}
"""How often each place broke."""


class Score(NamedTuple):
    """What one reader did with its inputs; memory in MB, the most of each quarter."""

    inputs: int
    read: int
    crashes: int
    hangs: int
    slowest: float
    memory: tuple[float, ...]

    @property
    def grows(self) -> bool:
        """Whether the last quarter held more than any before it."""
        return self.memory[-1] > max(self.memory[:-1]) + GROWN_MB


class Hang(BaseException):
    """An input took longer than GIVE_UP seconds."""


def fuzz(name: str, seconds: float, seed: int, pumps: float) -> Score:
    """Feed one reader for so many seconds."""
    signal.signal(signal.SIGALRM, _alarm)
    reader = READERS[name]
    count = read = crashes = hangs = sampled = 0
    slowest = 0.0
    memory = [0.0] * QUARTERS
    gc.freeze()
    begun = time.monotonic()
    for data in inputs(reader, seed, pumps):
        took, ok, trace = _once(reader, data)
        count += 1
        read += ok
        slowest = max(slowest, took)
        if took > max(1.0, len(data) * SECONDS_PER_BYTE):
            hangs += 1
            _keep(name, data, f"{took:.1f} s for {len(data)} bytes")
        elif trace:
            crashes += 1
            _keep(name, data, trace)
        done = min(1.0, (time.monotonic() - begun) / seconds)
        if done * SAMPLES >= sampled:
            sampled += 1
            quarter = min(QUARTERS - 1, int(done * QUARTERS))
            memory[quarter] = max(memory[quarter], _memory())
        if done == 1:
            break
    return Score(count, read, crashes, hangs, slowest, tuple(memory))


def _once(reader: Reader, data: bytes) -> tuple[float, bool, str]:
    """Seconds, whether it was read, and the trace of a crash."""
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, GIVE_UP)
    try:
        ok, trace = attempt(reader, data), ""
    except Hang:
        ok, trace = False, ""
    except Exception:  # noqa: BLE001 - what is raised here is what fuzzing looks for
        ok, trace = False, traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - begun, ok, trace


def _keep(name: str, data: bytes, why: str) -> None:
    """Keep what broke a reader, two inputs for each place."""
    where = [line.strip() for line in why.splitlines() if "extractor/" in line]
    place = (name, where[-1] if where else why[:40])
    SEEN[place] = SEEN.get(place, 0) + 1
    if SEEN[place] > KEPT:
        return
    path = FOUND / name / hashlib.sha256(data).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    lines = [line for line in why.strip().splitlines() if not line.startswith(" ")]
    print(f"{name}: {path.name}: {lines[-1][:160]}\n    {place[1]}", flush=True)


def _memory() -> float:
    """What this process holds; what only awaits collection is no growth."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _alarm(*_: Any) -> None:
    raise Hang


def _guided(name: str, seconds: float, seed: int) -> None:
    """Atheris, in a process of its own: it never returns."""
    code = (
        "import sys, atheris\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "with atheris.instrument_imports(include=['extractor']):\n"
        "    import fuzz\n"
        f"reader = fuzz.READERS[{name!r}]\n"
        "def one(data):\n    fuzz.attempt(reader, data)\n"
        f"atheris.Setup([sys.argv[0], '-max_total_time={int(seconds)}', '-seed={seed}', '-timeout=20',"
        f" '-print_final_stats=1', '-max_len=4096', *sys.argv[1:]], one)\n"
        "atheris.Fuzz()\n"
    )
    corpus = Path(f"/tmp/fuzz-{name}")  # noqa: S108 - a working folder of this run only
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(islice(READERS[name].seeds(), 40)):
        (corpus / f"seed-{number}").write_bytes(data)
    ran = subprocess.run([sys.executable, "-c", code, str(corpus)], capture_output=True, text=True, check=False)
    stats = [
        line for line in ran.stderr.splitlines() if "stat::number_of" in line or "ERROR" in line or "BINGO" in line
    ]
    print(f"{name}: exit {ran.returncode}; {'; '.join(stats)}", flush=True)
    if ran.returncode:
        print("\n".join(ran.stdout.splitlines()[-12:]), flush=True)


def main() -> int:
    """Fuzz and print the table; exit code 1 when something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", default=list(READERS))
    parser.add_argument("--seconds", type=float, default=30, help="for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pumps", type=float, default=0.002, help="share of inputs that repeat a piece to 40 KB")
    parser.add_argument("--engine", choices=("random", "atheris"), default="random")
    parser.add_argument(
        "--words", type=int, default=lexicon.MOST_WORDS, help="at so many the lexicon is made anew: fewer, and a short "
        "run sees it happen many times"
    )  # fmt: skip
    given = parser.parse_args()
    lexicon.MOST_WORDS = given.words
    if given.engine == "atheris":
        for name in given.readers:
            _guided(name, given.seconds, given.seed)
        return 0
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}, seed {given.seed}")
    print(f"{'reader':<14}{'inputs':>11}{'read':>11}{'crashes':>9}{'hangs':>7}{'slowest s':>11}  MB in each quarter")
    scores = []
    for name in given.readers:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            score = pool.apply(fuzz, (name, given.seconds, given.seed, given.pumps))
        scores.append(score)
        memory = " ".join(f"{most:5.0f}" for most in score.memory) + (" grows" if score.grows else "")
        print(
            f"{name:<14}{score.inputs:>11,}{score.read:>11,}{score.crashes:>9}{score.hangs:>7}"
            f"{score.slowest:>11.2f}  {memory}",
            flush=True,
        )
    broken = sum(score.crashes + score.hangs + score.grows for score in scores)
    print(f"{'all':<14}{sum(score.inputs for score in scores):>11,}  crashes, hangs and growths: {broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
