"""Whether a page may be asked for: its scheme, its source's hosts, its host's robots.txt."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from extractor.crawl.errors import Answered, DisallowedByRobots
from extractor.crawl.robots import RobotsCache, RobotsRecord, Rules, Verdict, cut, verdict_of
from extractor.crawl.settings import Limits
from extractor.domain.errors import BrokenResponse, FetchError, Refused
from extractor.sites import Site

UNREACHABLE_AGE = 600
"""Seconds after which a robots.txt that could not be read is asked for again."""
OLD_COPY_AGE = 30 * 86_400
"""An old copy is used for so long while its host's robots.txt cannot be read (RFC 9309, 2.3.1.4 and 2.4)."""

Read = Callable[[str], Awaitable[bytes]]


class Permits:
    """Asks robots.txt once a day, and remembers.

    Args:
        cache: where answers are kept between crawls.
        limits: sizes and ages.
        read: fetches a robots.txt, redirects and retries included; raises FetchError.
    """

    def __init__(self, cache: RobotsCache, limits: Limits, read: Read) -> None:
        self._cache = cache
        self._limits = limits
        self._read = read
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def check(self, url: str, site: Site, *, listed: bool) -> Rules:
        """The host's rules, when the page may be asked for.

        Args:
            listed: the site's file names this very address, whatever its host.

        Raises:
            Refused: no http(s), a host that is not the source's, or a private address.
            DisallowedByRobots: robots.txt says no, or cannot be read.
        """
        if urlsplit(url).scheme not in ("http", "https"):
            raise Refused(f"{url}: only http and https are fetched", "The page is left out")
        if "@" in urlsplit(url).netloc:
            raise Refused(f"{url}: an address with a user's name is not fetched", "The page is left out")
        if not listed and not site.serves(url):
            raise Refused(f"{url}: not on a host of {site.name}", f"Add the host to sites/{site.code}.py if it is")
        rules = await self.rules(url)
        if not rules.allows(url):
            why = rules.record.why or "disallows it"
            raise DisallowedByRobots(f"{url}: robots.txt {why}", "The page is left out")
        return rules

    async def rules(self, url: str) -> Rules:
        """The rules of the URL's host, from memory, from the cache, or asked for."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._rules:
                self._rules[origin] = Rules(await self._record(origin))
        return self._rules[origin]

    async def _record(self, origin: str) -> RobotsRecord:
        old = self._cache.robots(origin)
        age = time.time() - old.fetched_at if old else 0
        if old and 0 <= age < (UNREACHABLE_AGE if old.verdict == "disallow_all" else self._limits.robots_age):
            return old
        new = await self._ask(origin)
        if new.verdict == "disallow_all" and old and old.verdict == "rules" and age < OLD_COPY_AGE:
            return old
        self._cache.keep_robots(new)
        return new

    async def _ask(self, origin: str) -> RobotsRecord:
        try:
            body = await self._read(f"{origin}/robots.txt")
        except Answered as error:
            return self._record_of(origin, verdict_of(error.status), f"status {error.status}")
        except Refused:
            raise  # its address, not its robots.txt
        except Looping as error:
            return self._record_of(origin, "allow_all", error.message)
        except FetchError as error:
            return self._record_of(origin, "disallow_all", error.message)
        return self._record_of(origin, "rules", body=cut(body, self._limits.robots_bytes))

    @staticmethod
    def _record_of(origin: str, verdict: Verdict, why: str = "", body: bytes = b"") -> RobotsRecord:
        said = f"cannot be read ({why})" if why else ""
        return RobotsRecord(origin=origin, fetched_at=time.time(), verdict=verdict, body=body, why=said)


class Looping(BrokenResponse):
    """Too many redirects, or redirects in a loop."""
