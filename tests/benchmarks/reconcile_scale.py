"""How reconciliation grows: generated claims over facts of five sources each, streamed group by group.

    python tests/benchmarks/reconcile_scale.py 100000 1000000

Claims lie in a SQLite file, as in a home folder; the groups are walked in key order, so that
memory holds one group. Prints, for each size: seconds, processor seconds and microseconds a claim,
peak memory, and the processor time for one more article among all of them.
"""

from __future__ import annotations

import pickle
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from extractor.domain import Basis, Claim
from extractor.reconcile import keys_of, reconcile_group
from extractor.reconcile.rates import average

SOURCES = ("a", "b", "c", "d", "e")
PARTNERS = ("WLD", "USA", "DEU", "FRA", "GBR", "ITA", "KOR", "VNM", "IND", "AUS")
YEARS = range(2015, 2025)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def claim(article: str, number: int, source: str, reporter: str, partner: str, year: int, flow: str) -> Claim:
    """One level; sources differ in digits, one in twenty is wrong."""
    exact = Decimal(10**12 + hash((reporter, partner, year, flow)) % 10**12) * (40 if partner == "WLD" else 1)
    digits = Decimal(10**8 if source != "b" else 10**9)
    value = (exact / digits).quantize(Decimal(1)) * digits
    if source == "c" and number % 20 == 0:
        value *= 10
    return Claim.model_construct(
        id=f"{article}-{number}", article_id=article, source=source, lang="en", sentence="", sentence_start=0,
        sentence_end=0, quote=str(value), start=number * 10, end=number * 10 + 9, kind="money", value=value,
        low=value - digits / 2, high=value + digits / 2, unit="JPY", indicator="goods_trade_value", flow=flow,
        reporter=reporter, partner=partner, period=f"{year}-01-01/{year}-12-31", period_kind="calendar_year",
        basis=Basis(compiler="JP_MOF"), rule="made",
    )  # fmt: skip


def articles(claims: int) -> Iterator[list[Claim]]:
    """Articles of 20 claims: one source on one reporter in one year. Sizes grow by reporters, not by group."""
    made = 0
    number = 0
    while made < claims:
        reporter = LETTERS[number // 676 % 26] + LETTERS[number // 26 % 26] + LETTERS[number % 26]
        number += 1
        for year in YEARS:
            for source in SOURCES:
                name = f"{reporter}{year}{source}"
                cells = [(partner, flow) for partner in PARTNERS for flow in ("export", "import")]
                yield [claim(name, n, source, reporter, partner, year, flow) for n, (partner, flow) in enumerate(cells)]
                made += len(cells)


def store(db: sqlite3.Connection, claims: int) -> int:
    """Write claims and their group keys; returns how many claims there are."""
    db.executescript(
        "CREATE TABLE c (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID; CREATE TABLE k (key TEXT, id TEXT);"
    )
    count = 0
    for article in articles(claims):
        add(db, article)
        count += len(article)
    db.execute("CREATE INDEX by_key ON k (key, id)")
    db.commit()
    return count


def add(db: sqlite3.Connection, article: list[Claim]) -> dict[str, tuple[str, ...]]:
    groups = keys_of(article)
    db.executemany("INSERT INTO c VALUES (?, ?)", [(c.id, pickle.dumps(c)) for c in article])
    db.executemany("INSERT INTO k VALUES (?, ?)", [(key, one) for key, ids in groups.items() for one in ids])
    return groups


def reconcile_all(db: sqlite3.Connection) -> tuple[int, int]:
    """Every group in key order; returns the number of facts and findings."""
    rows = db.execute("SELECT k.key, c.body FROM k JOIN c USING (id) ORDER BY k.key, k.id")
    facts = findings = 0
    for key, members in groupby(rows, key=itemgetter(0)):
        made, said = reconcile_group(key, (pickle.loads(body) for _, body in members), {})  # noqa: S301 - our own
        facts += len(made)
        findings += len(said)
    return facts, findings


def increment(db: sqlite3.Connection) -> float:
    """Seconds for one more article: its groups only."""
    new = [claim("newcomer", n, "f", "AAA", partner, 2020, "export") for n, partner in enumerate(PARTNERS)]
    start = time.process_time()
    for key in add(db, new):
        rows = db.execute("SELECT c.body FROM k JOIN c USING (id) WHERE k.key = ?", (key,))
        reconcile_group(key, (pickle.loads(body) for (body,) in rows), {})  # noqa: S301 - our own
    return time.process_time() - start


def main() -> None:
    average.cache_clear()
    for size in map(int, sys.argv[1:] or ["20000", "100000"]):
        with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "scale.db")) as db:
            count = store(db, size)
            start, busy = time.perf_counter(), time.process_time()
            facts, findings = reconcile_all(db)
            spent, worked = time.perf_counter() - start, time.process_time() - busy
            one = increment(db)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:>9,} claims {facts:>8,} facts {findings:>9,} findings "
            f"{spent:8.1f} s, CPU {worked:7.1f} s, {worked / count * 1e6:5.0f} us/claim "
            f"peak {peak:5.0f} MB; one more article {one * 1000:6.1f} ms ({one / worked:.4%})"
        )


if __name__ == "__main__":
    main()
