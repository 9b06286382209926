"""kill -9 anywhere between the web and the claims: run again, and the database is as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bad_server import BadServer
from zygote import Zygote

PAGES = 200
KILLS = 50
LONGEST = 0.2
CLAIMS = (
    "SELECT id, quote, start, end, kind, value, unit, indicator, flow, reporter, partner, period FROM current_claims"
)
FACTS = "SELECT id, verdict FROM current_facts"


@pytest.fixture
def zygote() -> Iterator[Zygote]:
    if not hasattr(os, "fork"):
        pytest.skip("this system has no fork")
    running = Zygote("--claims")
    yield running
    running.close()


def serve(server: BadServer) -> None:
    """200 short articles about Japan's trade with China, each of another month and amount."""
    for number in range(PAGES):
        when = f"{('January', 'May', 'October')[number % 3]} {2000 + number // 12}"
        text = (
            f"Japan's exports to China in {when} rose {number % 40 + 1}.{number % 10} percent from a year earlier to"
            f" {1000 + number * 7} billion yen, the Ministry of Finance said. Imports fell 2.{number % 9} percent."
        )
        body = f"<article><h1>Trade in {when}</h1><p>{text}</p><p>{text.replace('China', 'Korea')}</p></article>"
        server.page(f"/{number}.html", f"<html><body>{body}</body></html>".encode())
    items = "".join(f"<item><link>/{n}.html</link></item>" for n in range(PAGES))
    server.page("/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    server.page("/index.xml", b"<urlset></urlset>")


def kept(home: Path) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Every current claim and fact."""
    with closing(sqlite3.connect(home / "facts.db")) as db:
        claims, facts = db.execute(CLAIMS).fetchall(), db.execute(FACTS).fetchall()
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(claims) == len(set(claims))
    return set(claims), set(facts)


def test_killed_fifty_times_between_the_web_and_the_claims(zygote, tmp_path):
    with BadServer() as server:
        serve(server)
        assert zygote.crawl(tmp_path / "undisturbed", server.netloc) == 0
        expected = kept(tmp_path / "undisturbed")
        assert len(expected[0]) > PAGES
        moments = random.Random(7)  # noqa: S311 - not for secrets
        kills, homes = 0, 0
        while kills < KILLS:
            homes += 1
            home = tmp_path / f"disturbed-{homes}"
            while kills < KILLS and zygote.crawl(home, server.netloc, moments.uniform(0, LONGEST)) == -signal.SIGKILL:
                kills += 1
            assert zygote.crawl(home, server.netloc) == 0
            assert kept(home) == expected
