"""Crawls in children that can be killed: everything is imported once, each order forks one crawl.

As a script it reads orders: home, port, and after how many seconds to kill the crawl (empty: never), and
answers each with the crawl's exit code (-9: killed). With `--claims` what was crawled is read and reconciled too.
"""

from __future__ import annotations

import hashlib
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from extractor.archive import Archive
from extractor.crawl import Fetcher, Frontier, crawl
from extractor.domain import Capture, Policy
from extractor.sites import Discovery, Site

TLS = ssl.create_default_context()

Run = Callable[[Path, Site], object]


class Zygote:
    """Starts crawls, and kills them."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, __file__, *options]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def crawl(self, home: Path, netloc: str, life: float | None = None) -> int:
        """Run one crawl, killed after `life` seconds; its exit code."""
        assert self._process.stdin
        assert self._process.stdout
        print(home, netloc, life or "", sep="\t", file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End."""
        self._process.communicate("")


def to_archive(home: Path, site: Site) -> None:
    """One crawl into the archive."""
    with Archive(home, rotate_bytes=20_000) as archive, Frontier(home) as frontier:
        crawl(site, fetcher=Fetcher(tls=TLS), frontier=frontier, sink=archive.add, seen=archive.sight)


def to_claims() -> Run:
    """The whole way, its rules loaded."""
    from extractor.runs.crawling import crawl_and_settle
    from extractor.runs.stages import stages

    ready = stages()
    body = b"<article><h1>Trade</h1><p>Exports rose 3 percent to 5 billion yen in May 2024.</p></article>"
    digest = hashlib.sha256(body).hexdigest()
    page = Capture(url="http://paper.example/", body=body, sha256=digest, retrieved_at="2026-01-01T00:00:00Z")
    ready.extract(ready.parse(page).article)  # the rules are built at their first use: once, not in every child
    return lambda home, site: crawl_and_settle(home, [site], Fetcher(tls=TLS), ready)


def paper(netloc: str) -> Site:
    """The site that is crawled."""
    base = f"http://{netloc}"
    return Site(
        code="paper", name="Paper", hosts=(netloc,), languages=("en",), time_zone="UTC",
        policy=Policy(crawl=True, requests_per_minute=600_000, rests_on="a test", reviewed=date(2026, 1, 1)),
        discovery=Discovery(feeds=(f"{base}/rss.xml",), sitemaps=(f"{base}/index.xml",), url_patterns=(r"\.html$",)),
        allow_loopback=True,
    )  # fmt: skip


def main() -> None:
    """Serve orders until there are no more."""
    run = to_claims() if "--claims" in sys.argv else to_archive
    for line in sys.stdin:
        home, netloc, life = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            run(Path(home), paper(netloc))
            os._exit(0)
        if life:
            time.sleep(float(life))
            os.kill(child, signal.SIGKILL)  # not waited for yet, so the id is still the child's
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
