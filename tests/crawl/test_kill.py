"""kill -9 at any moment of a crawl: run again, nothing is lost and nothing is there twice."""

from __future__ import annotations

import hashlib
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_server import BadServer
from zygote import Zygote

from extractor.archive import Archive

PAGES = 200
KILLS = 50
LONGEST = 0.04
"""Seconds that a crawl may live before it is killed: a few pages' time, so that it takes many lives to finish."""


@pytest.fixture
def zygote() -> Iterator[Zygote]:
    if not hasattr(os, "fork"):
        pytest.skip("this system has no fork")
    running = Zygote()
    yield running
    running.close()


def serve(server: BadServer) -> dict[str, str]:
    """200 pages of 300 bytes to 3 KB, half in a feed and half in a sitemap behind an index; digest by URL."""
    bodies = {n: b"<p>%d</p>" % n + hashlib.shake_256(b"%d" % n).digest(300 + n * 13) for n in range(PAGES)}
    for number, body in bodies.items():
        server.page(f"/{number}.html", body, etag=f'"{number}"')
    items = "".join(f"<item><link>/{n}.html</link></item>" for n in range(0, PAGES, 2))
    server.page("/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    server.page("/index.xml", b"<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>")
    urls = "".join(f"<url><loc>/{n}.html</loc></url>" for n in range(1, PAGES, 2))
    server.page("/map.xml", f"<urlset>{urls}</urlset>".encode())
    return {server.url(f"/{n}.html"): hashlib.sha256(body).hexdigest() for n, body in bodies.items()}


def kept(home: Path) -> dict[str, str]:
    """Digest by URL, every record read and verified."""
    with Archive(home) as archive:
        assert list(archive.check()) == []
        assert archive.problems == ()
        assert len(archive) == len({capture.url for capture in archive})
        return {capture.url: capture.sha256 for capture in archive}


def test_a_crawl_that_is_killed_fifty_times_ends_as_one_that_was_not(server, zygote, tmp_path):
    expected = serve(server)
    assert zygote.crawl(tmp_path / "undisturbed", server.netloc) == 0
    assert kept(tmp_path / "undisturbed") == expected
    assert Counter(r.path for r in server.log).most_common(1)[0][1] == 1

    moments = random.Random(5)  # noqa: S311 - not for secrets
    kills, homes = 0, 0
    while kills < KILLS:
        homes += 1
        home = tmp_path / f"disturbed-{homes}"
        server.log.clear()
        here = 0
        while kills < KILLS and zygote.crawl(home, server.netloc, moments.uniform(0, LONGEST)) == -signal.SIGKILL:
            kills += 1
            here += 1
        assert zygote.crawl(home, server.netloc) == 0
        assert kept(home) == expected
        asked = Counter(r.path for r in server.log)
        again = sum(count - 1 for path, count in asked.items() if path.endswith(".html"))
        assert again <= here  # at most the page in flight, each time
        assert {path: count for path, count in asked.items() if count > 1 + here} == {}
