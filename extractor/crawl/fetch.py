"""Fetching a page: politely, within a deadline, within bounds, with redirects and retries.

fetcher = Fetcher(contact="https://example.org/bot")
async with fetcher.session([site], cache) as session:
    answer = await session.fetch(url, site)      # a Capture, or NotModified
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
import stamina

from extractor.crawl.errors import Answered, AskedToWait
from extractor.crawl.exchange import Answer, Exchange, NotModified, Redirect, Size, is_passing
from extractor.crawl.guard import GuardedBackend, GuardedTransport, Resolver, resolve
from extractor.crawl.pace import Pace
from extractor.crawl.permits import Looping, Permits
from extractor.crawl.robots import RobotsCache, RobotsRecord, Rules
from extractor.crawl.settings import Limits, user_agent
from extractor.domain import Capture
from extractor.domain.errors import FetchError, InputError, Refused, TooSlow
from extractor.sites import Site

logging.getLogger("stamina").addHandler(logging.NullHandler())  # retries are told in the summary, not on stderr

DEFAULT_WAIT = 600
"""Seconds that a host is left alone when it answers 429 and does not say for how long."""


@dataclass(frozen=True)
class Validators:
    """What the server said of the copy we have, for a conditional request."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The request headers that ask for the page only if it has changed."""
        both = {"if-none-match": self.etag, "if-modified-since": self.last_modified}
        return {name: value for name, value in both.items() if value}


class Forgetful:
    """A robots cache that lasts as long as the session."""

    def robots(self, origin: str) -> RobotsRecord | None:
        """None: nothing is kept."""
        return None

    def keep_robots(self, record: RobotsRecord) -> None:
        """Keep nothing; the session remembers its own."""


@dataclass(frozen=True)
class Fetcher:
    """How pages are fetched: by whom, within which limits. Holds no connection, so it can be used again and again.

    Args:
        contact: a URL or address that the User-Agent names, so that a host can complain.
            Needed for every source that is not on this machine.
        limits: deadlines and sizes.
        resolver: how names become addresses; the system's unless a test says otherwise.
        tls: certificates to trust in place of the usual ones. Verification is never off.
    """

    contact: str = ""
    limits: Limits = field(default_factory=Limits)
    resolver: Resolver = resolve
    tls: ssl.SSLContext | None = None

    def check(self, sites: Iterable[Site]) -> None:
        """Whether these sites may be asked.

        Raises:
            InputError: no contact, and a site that is not on this machine.
        """
        if not self.contact and not all(site.allow_loopback for site in sites):
            raise InputError(
                "crawling needs a contact that the sites can write to",
                "Set --contact or EXTRACTOR_CONTACT to a URL or an e-mail address of yours",
            )

    @asynccontextmanager
    async def session(self, sites: Iterable[Site], cache: RobotsCache | None = None) -> AsyncIterator[Session]:
        """Connections for these sites, closed at the end.

        Raises:
            InputError: as `check`.
        """
        known = list(sites)
        self.check(known)
        local = [host for site in known if site.allow_loopback for host in site.hosts]
        times = httpx.Timeout(min(self.limits.attempt, self.limits.deadline), connect=self.limits.connect)
        transport = GuardedTransport(GuardedBackend(local, self.resolver), self.tls)
        exchange = Exchange(transport, user_agent(self.contact or "this machine only"), times)
        try:
            yield Session(exchange, self.limits, cache or Forgetful())
        finally:
            await exchange.aclose()

    def fetch(self, url: str, site: Site, validators: Validators | None = None) -> Capture | NotModified:
        """One page, for callers that are not asynchronous. Raises as `Session.fetch` does."""

        async def once() -> Capture | NotModified:
            async with self.session([site]) as session:
                return await session.fetch(url, site, validators)

        return asyncio.run(once())


@dataclass
class Ask:
    """One page that is being asked for: what came in on the way, and the clock that runs."""

    url: str
    clock: asyncio.Timeout
    size: Size
    headers: dict[str, str] = field(default_factory=dict)
    jar: httpx.Cookies = field(default_factory=httpx.Cookies)

    def left(self) -> float:
        """Seconds until the deadline."""
        when = self.clock.when()
        return (when - asyncio.get_running_loop().time()) if when is not None else 0.0

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The clock stands still while politeness makes us wait."""
        left = self.left()
        self.clock.reschedule(None)
        yield
        self.clock.reschedule(asyncio.get_running_loop().time() + left)


class Session:
    """Open connections, with what is known of each host: its pace and its robots.txt."""

    def __init__(self, exchange: Exchange, limits: Limits, cache: RobotsCache) -> None:
        self.limits = limits
        self._exchange = exchange
        self._pace = Pace()
        self.permits = Permits(cache, limits, self._read_robots)

    async def fetch(
        self,
        url: str,
        site: Site,
        validators: Validators | None = None,
        *,
        max_bytes: int | None = None,
        listed: bool = False,
    ) -> Capture | NotModified:
        """The page, or NotModified when the validators still hold.

        Args:
            url: http or https, on a host of the site, unless `listed`: its file names this very address.
            validators: of the copy that we have.
            max_bytes: in place of the usual limit.

        Raises:
            Refused: robots.txt (DisallowedByRobots), a foreign host or a private address.
            TooLarge: the body, or what it decodes to.
            TooSlow: the deadline passed, retries and redirects included.
            BrokenResponse: cut off, damaged, or redirected without end.
            Answered: a status that is no page; AskedToWait when the host wants a pause.
            FetchError: no connection.
        """
        headers = validators.headers if validators else {}
        try:
            async with asyncio.timeout(self.limits.deadline) as clock:
                ask = Ask(url, clock, Size(max_bytes or self.limits.max_bytes), headers)
                return await self._follow(ask, site, listed=listed)
        except TimeoutError as error:
            raise TooSlow(
                f"{url}: not answered in full within {self.limits.deadline:g} s", "Try again later"
            ) from error
        except Answered as error:
            wait = error.wait if error.wait is not None else (DEFAULT_WAIT if error.status == 429 else None)
            if wait is None or error.status not in (429, 503):
                raise
            raise AskedToWait(error.message, f"Asked to wait {wait:g} s", status=error.status, wait=wait) from error

    async def _follow(self, ask: Ask, site: Site, *, listed: bool) -> Capture | NotModified:
        """Go where the redirects lead; each address must be permitted."""
        via: list[str] = []
        seen = {_state(ask.url, ask.jar)}
        here = ask.url
        while len(via) <= self.limits.max_redirects:
            rules = await self._permit(here, site, via, listed=listed)
            interval = max(60 / site.policy.requests_per_minute, rules.interval)
            answer = await self._persist(here, ask, interval)
            if isinstance(answer, Capture):
                return answer.model_copy(update={"via": tuple(via), "source": site.code})
            if isinstance(answer, NotModified):
                return answer
            via.append(here)
            here, ask.headers = answer.url, {}
            if _state(here, ask.jar) in seen:
                raise Looping(f"{ask.url}: redirected in a loop, back to {here}", "The page is left out")
            seen.add(_state(here, ask.jar))
        raise Looping(f"{ask.url}: more than {self.limits.max_redirects} redirects", "The page is left out")

    async def _permit(self, here: str, site: Site, via: Sequence[str], *, listed: bool) -> Rules:
        """The host's rules. An address that a redirect led to is refused in the name of the page that was asked for."""
        try:
            return await self.permits.check(here, site, listed=listed and not via)
        except Refused as error:
            if via:
                error.message = f"{via[0]}: redirected to {error.message}"
            raise

    async def _persist(self, here: str, ask: Ask, interval: float) -> Answer:
        """Ask until there is an answer, no hope, or no time."""
        limits = self.limits
        async for attempt in stamina.retry_context(
            on=_backoff(ask), attempts=limits.attempts, timeout=None,
            wait_initial=limits.backoff, wait_jitter=limits.backoff, wait_max=limits.deadline,
        ):  # fmt: skip
            with attempt:
                with ask.stopped():
                    await self._pace.turn(urlsplit(here).netloc, interval)
                return await self._exchange.get(here, ask.size, jar=ask.jar, headers=ask.headers)
        raise AssertionError("stamina ends with an answer or an error")

    async def _read_robots(self, url: str) -> bytes:
        """A robots.txt, redirects followed to any public host. Raises FetchError; Looping after five redirects."""
        here = url
        try:
            async with asyncio.timeout(self.limits.deadline / 2) as clock:
                ask = Ask(url, clock, Size(self.limits.robots_bytes, cut=True))
                for _ in range(self.limits.max_redirects + 1):
                    answer = await self._persist(here, ask, 0)
                    if isinstance(answer, Capture):
                        return answer.body
                    if isinstance(answer, Redirect):
                        here = answer.url
        except TimeoutError as error:
            raise TooSlow(f"{url}: not answered in full within {self.limits.deadline / 2:g} s") from error
        except Refused as error:
            if here == url:
                raise
            raise FetchError(f"{url}: redirected to {error.message}") from error
        raise Looping(f"{url}: more than {self.limits.max_redirects} redirects")


def _backoff(ask: Ask) -> Callable[[Exception], bool | float]:
    """Whether stamina tries again: at once it may not, and not beyond the deadline."""

    def decide(error: Exception) -> bool | float:
        if not isinstance(error, FetchError) or not is_passing(error):
            return False
        wait = error.wait if isinstance(error, Answered) else None
        if wait is None:
            return True
        return wait if wait < ask.left() else False

    return decide


def _state(url: str, jar: httpx.Cookies) -> tuple[str, frozenset[tuple[str, str | None]]]:
    """Where we are in a chain of redirects: a page that sets a cookie and sends us back to itself is no loop."""
    return url, frozenset((cookie.name, cookie.value) for cookie in jar.jar)
