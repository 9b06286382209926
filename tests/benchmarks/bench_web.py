"""Pages at scale: `python tests/benchmarks/bench_web.py HOME [FACTS]`, on a home that bench_store.py made.

Gives the home facts of four claims each where it has none, then times what the pages read and what the
whole application answers, against the bare SQL of the same questions in the same run.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import uvicorn

from extractor.runs.rates import convert
from extractor.search import Query, plan
from extractor.store import open_database, transaction
from extractor.web.app import Pages
from extractor.web.asking import Ask, snapshot
from extractor.web.pages import fact, search

FACT = """INSERT INTO facts (id, digest, core_key, indicator, flow, exporter, importer, period, measure, unit, verdict,
    explanation, mentions, outlets, origins, confirmed, "group")
    VALUES (?, '', ?, 'goods_trade_value', 'import', 'CHN', 'JPN', ?, 'level', 'USD', 'explained', 'x', 4, 4, 2, 0,
    ?)"""


def give_facts(db: sqlite3.Connection, number: int) -> None:
    """Facts of four random claims, each on a period of its own kind."""
    if db.execute("SELECT 1 FROM facts").fetchone():
        return
    dice = random.Random(3)  # noqa: S311
    (claims,) = db.execute("SELECT max(key) FROM claims").fetchone()
    with transaction(db):
        for n in range(number):
            year = 1500 + n % 500
            row = db.execute(FACT, (f"{n:016x}", f"level|{n}", f"{year}-01-01/{year}-12-31", f"level|{n}"))
            members = [(row.lastrowid, place, dice.randint(1, claims)) for place in range(4)]
            db.executemany("INSERT INTO fact_claims VALUES (?, ?, ?)", members)
        # Fifty periods of one subject are a long series; the other subjects have five each.
        db.execute("UPDATE facts SET exporter = 'X' || (key / 5) WHERE key > 50")


def median_ms(call: Callable[[], object], times: int = 15, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median of several calls, in milliseconds; one before does not count."""
    call()
    found = []
    for _ in range(times):
        began = clock()
        call()
        found.append((clock() - began) * 1000)
    return statistics.median(found)


def parts(db: sqlite3.Connection, home: Path) -> None:
    """What the pages read, beside the bare SQL of it."""

    def page(which: object, **asked: str) -> Callable[[], object]:
        given = {"id": asked.pop("id")} if "id" in asked else {}
        return lambda: which.data(Ask(db, home, given, asked))  # type: ignore[attr-defined] # a page is a module

    print(f"  fact alone              {median_ms(page(fact, id=f'{5000:016x}')):8.1f} ms")
    print(f"  fact in fifty periods   {median_ms(page(fact, id=f'{7:016x}')):8.1f} ms")
    for words in ("輸入", "imports from China"):
        query = Query([(words,)], convert=convert)
        whole = median_ms(page(search, q=f'"{words}"'), 5)
        bare = median_ms(lambda query=query: raw(db, query), 5)
        print(f"  search {words:20} {whole:8.1f} ms, its SQL alone {bare:8.1f} ms, ratio {whole / bare:.2f}")


def raw(db: sqlite3.Connection, query: Query) -> None:
    """The statements of a search page, without the page: counts and facets of the newest hits, and the first twenty."""
    with snapshot(db):
        planned = plan(db, query)
        search._counts(db, planned)
        sql = f"""SELECT current_claims.* FROM {planned.source} WHERE {planned.where}
            ORDER BY sentences_fts.rowid DESC LIMIT 20"""  # noqa: S608
        db.execute(sql, planned.values).fetchall()


def served(home: Path) -> None:
    """The whole application over HTTP."""
    pages = Pages(home)
    config = uvicorn.Config(pages.app(), port=0, log_level="warning", access_log=False)
    server, socket = uvicorn.Server(config), config.bind_socket()
    threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    with httpx.Client(base_url=f"http://127.0.0.1:{socket.getsockname()[1]}", timeout=60) as client:
        for place in ("/", "/search?q=輸入", "/search?reporter=JPN", f"/fact/{5000:016x}", f"/fact/{7:016x}",
                      "/facts/claims.json?_search=輸入"):  # fmt: skip
            size = len(client.get(place).content)
            wall, busy = (
                median_ms(lambda place=place: client.get(place), 9, clock)
                for clock in (time.perf_counter, time.process_time)
            )
            print(f"  GET {place:36} {wall:8.1f} ms, {busy:8.1f} ms of CPU {size:8} bytes")
    server.should_exit = True


def main() -> None:
    """Give facts, measure, print."""
    home = Path(sys.argv[1])
    with_facts = open_database(home)
    give_facts(with_facts, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    with_facts.close()
    db = open_database(home, read_only=True)
    claims, facts = (db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("claims", "facts"))  # noqa: S608
    print(f"{claims} claims, {facts} facts")
    parts(db, home)
    served(home)


if __name__ == "__main__":
    main()
