"""robots.txt by RFC 9309: what it allows, how fast, and what its absence means. Matching is protego's."""

from __future__ import annotations

from typing import Literal, Protocol

from protego import Protego

from extractor.crawl.settings import PRODUCT
from extractor.domain import Frozen

Verdict = Literal["rules", "allow_all", "disallow_all"]


class RobotsRecord(Frozen):
    """What a host's robots.txt came to, and when it was asked for (seconds since 1970)."""

    origin: str
    fetched_at: float
    verdict: Verdict
    body: bytes = b""
    why: str = ""


class RobotsCache(Protocol):
    """Where the records are kept between crawls."""

    def robots(self, origin: str) -> RobotsRecord | None:
        """The record of an origin (`https://host:port`), however old."""
        ...

    def keep_robots(self, record: RobotsRecord) -> None:
        """Keep a record in place of the last one."""
        ...


class Rules:
    """One host's rules for us."""

    def __init__(self, record: RobotsRecord) -> None:
        self.record = record
        # Behind a byte order mark or a stray byte the rules still count.
        self._parsed = Protego.parse(record.body.decode("utf-8-sig", "replace").replace("\x00", ""))

    def allows(self, url: str) -> bool:
        """Whether we may ask for the URL."""
        if self.record.verdict == "rules":
            return bool(self._parsed.can_fetch(url, PRODUCT))
        return self.record.verdict == "allow_all"

    @property
    def interval(self) -> float:
        """Seconds between two requests that the host asks for; 0 when it does not."""
        delay = self._parsed.crawl_delay(PRODUCT) or 0
        rate = self._parsed.request_rate(PRODUCT)
        return max(float(delay), rate.seconds / rate.requests if rate and rate.requests else 0.0)


def verdict_of(status: int) -> Verdict:
    """What the answer to /robots.txt means: found, unavailable (4xx: all is allowed), or unreachable (nothing is).

    429 is a host that wants to be left alone, and counts as unreachable.
    """
    if 200 <= status < 300:
        return "rules"
    return "allow_all" if 400 <= status < 500 and status != 429 else "disallow_all"


def cut(body: bytes, size: int) -> bytes:
    """The first whole lines of a robots.txt that is too long."""
    return body if len(body) <= size else body[:size].rpartition(b"\n")[0]
