"""Runs measured: `python tests/benchmarks/bench_runs.py [COPIES] [ray]`.

Ingests the corpus COPIES times over (each copy at addresses of its own), then reads it again: from the
pages, from the store, by one worker and by two (and by Ray), and takes it over. Prints articles a second,
ratios, the digest of the claims, and bytes.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from extractor.domain import Capture
from extractor.runs import batch, pipeline
from extractor.runs.demo import corpus_folder
from extractor.runs.engines import Limits, engine
from extractor.runs.stages import Stages, stages
from extractor.store import open_database


def captures(copies: int) -> list[Capture]:
    """The corpus' pages, each copy on a host of its own."""
    found = []
    for copy in range(copies):
        for path in sorted(corpus_folder().glob("*/*.html")):
            body = path.read_bytes() + f"<!-- {copy} -->".encode()
            url = f"https://copy{copy}.example.org/{path.parent.name}/{path.name}"
            found.append(
                Capture(url=url, body=body, sha256=hashlib.sha256(body).hexdigest(), media_type="text/html",
                        retrieved_at="2025-01-01T00:00:00Z", source=path.parent.name)
            )  # fmt: skip
    return found


def digest(home: Path) -> str:
    """Of every current claim."""
    with closing(open_database(home, read_only=True)) as db:
        rows = [row[0] for row in db.execute("SELECT digest FROM current_claims ORDER BY id")]
    return hashlib.sha256("".join(rows).encode()).hexdigest()[:12]


def timed(what: str, home: Path, articles: int, steps: Stages, **options: object) -> float:
    """Run, print, return articles a second."""
    chosen = {"name": "local", "workers": 1, **options}
    worker = engine(str(chosen["name"]), stages, int(str(chosen["workers"])), Limits())
    began = time.perf_counter()
    summary = batch.run(home, steps, worker, promote=False)
    seconds = time.perf_counter() - began
    rate = articles / seconds
    print(f"{what:34} {seconds:7.2f} s  {rate:8.1f} articles/s  {summary.claims} claims")
    return rate


def main() -> None:
    """Measure and print."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    home = Path(tempfile.mkdtemp()) / "home"
    given = captures(copies)
    steps = stages()
    began = time.perf_counter()
    summary = pipeline.ingest(home, given, steps)
    seconds = time.perf_counter() - began
    rate = len(given) / seconds
    print(f"ingest and reconcile               {seconds:7.2f} s  {rate:8.1f} articles/s  {summary.claims} claims")
    count = summary.articles
    html = timed("from the pages, 1 worker", home, count, replace(steps, parse_digest="p2", rules_digest="r2"))
    steps = replace(steps, parse_digest="p2")
    one = timed("from the store, 1 worker", home, count, replace(steps, rules_digest="r3"))
    timed("from the store, 2 workers, cold", home, count, replace(steps, rules_digest="r4"), workers=2)
    two = timed("from the store, 2 workers", home, count, replace(steps, rules_digest="r5"), workers=2)
    taken = timed("taken over", home, count, replace(steps, rules_digest="r5"))
    print(f"store / pages {one / html:.2f}; two / one {two / one:.2f}; taken over / extracted {taken / one:.0f}")
    if "ray" in sys.argv:
        ray = timed("from the store, Ray", home, count, replace(steps, rules_digest="r6"), name="ray", workers=2)
        print(f"Ray / pool {ray / two:.2f}")
    stored = (home / "facts.db").stat().st_size / count
    archived = sum(path.stat().st_size for path in (home / "captures").iterdir()) / count
    print(f"claims {digest(home)}; bytes an article: {stored:,.0f} in the database, {archived:,.0f} in the archive")


if __name__ == "__main__":
    main()
