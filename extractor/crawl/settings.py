"""What the crawler grants to a page and to a host, and the name that it goes by."""

from __future__ import annotations

from importlib.metadata import version

from extractor.domain import Frozen

PRODUCT = "extractor"
"""The name that robots.txt addresses us by."""


class Limits(Frozen):
    """Times in seconds, sizes in bytes after decompression."""

    deadline: float = 30
    """For one page: its retries, redirects and pauses included, the politeness between requests not."""
    attempt: float = 15
    """For a server that sends nothing: then the next attempt, if the deadline leaves time."""
    connect: float = 10
    attempts: int = 4
    backoff: float = 0.5
    """Before the second attempt; doubled before each further one, with jitter of the same size."""
    max_bytes: int = 20_000_000
    max_list_bytes: int = 1_500_000
    """For feeds, section pages and JSON lists, which cost more to read; sitemaps may have `max_bytes`."""
    max_redirects: int = 5
    robots_bytes: int = 512_000
    """Of a longer robots.txt only these are read (RFC 9309 asks for 500 KiB)."""
    robots_age: float = 86_400
    host_failures: int = 5
    """So many failed pages of one host in a row, and its others are left for the next crawl."""
    max_documents: int = 1_000
    """Feeds, sitemaps and lists of one site in one crawl."""


def user_agent(contact: str) -> str:
    """A truthful User-Agent: who we are, in which version, and whom to write to."""
    return f"{PRODUCT}/{version(PRODUCT)} (+{contact})"
