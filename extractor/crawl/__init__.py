"""Crawling: discovery, politeness, fetching. Bytes come out; nothing is parsed here.

    fetcher = Fetcher(contact="https://example.org/bot")
    with Archive(home) as archive, Frontier(home) as frontier:
        summary = crawl(site, fetcher=fetcher, frontier=frontier, sink=archive.add, seen=archive.sight)
    print(summary)                  # jetro: 12 fetched, 3 unchanged, 0 refused, 0 failed

`crawl_all(sites, ...)` crawls several sources at the same time. A site on this machine states
`allow_loopback` and its hosts with their ports (`127.0.0.1:8001`), and a high `requests_per_minute`.
"""

from extractor.crawl.crawl import crawl, crawl_all, off
from extractor.crawl.exchange import NotModified
from extractor.crawl.fetch import Fetcher, Validators
from extractor.crawl.frontier import Frontier
from extractor.crawl.settings import Limits
from extractor.crawl.summary import CrawlSummary, Event, Planned, Progress

__all__ = [
    "CrawlSummary",
    "Event",
    "Fetcher",
    "Frontier",
    "Limits",
    "NotModified",
    "Planned",
    "Progress",
    "Validators",
    "crawl",
    "crawl_all",
    "off",
]
