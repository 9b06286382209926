"""Crawls in children that can be killed: everything is imported once, each line of input forks one crawl.

Input: home, port, and after how many seconds to kill the crawl (empty: never). Output: its exit code (-9: killed).
"""

from __future__ import annotations

import os
import signal
import ssl
import sys
import time
from datetime import date
from pathlib import Path

from extractor.archive import Archive
from extractor.crawl import Fetcher, Frontier, crawl
from extractor.domain import Policy
from extractor.sites import Discovery, Site

TLS = ssl.create_default_context()


def run(home: Path, port: str) -> None:
    """One crawl, to its end."""
    base = f"http://127.0.0.1:{port}"
    site = Site(
        code="paper", name="Paper", hosts=(f"127.0.0.1:{port}",), languages=("en",), time_zone="UTC",
        policy=Policy(crawl=True, requests_per_minute=600_000, rests_on="a test", reviewed=date(2026, 1, 1)),
        discovery=Discovery(feeds=(f"{base}/rss.xml",), sitemaps=(f"{base}/index.xml",), url_patterns=(r"\.html$",)),
        allow_loopback=True,
    )  # fmt: skip
    with Archive(home, rotate_bytes=20_000) as archive, Frontier(home) as frontier:
        crawl(site, fetcher=Fetcher(tls=TLS), frontier=frontier, sink=archive.add, seen=archive.sight)


def main() -> None:
    """Serve lines until there are no more."""
    for line in sys.stdin:
        home, port, life = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            run(Path(home), port)
            os._exit(0)
        if life:
            time.sleep(float(life))
            os.kill(child, signal.SIGKILL)  # not waited for yet, so the id is still the child's
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
