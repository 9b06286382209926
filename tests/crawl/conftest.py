"""A server that misbehaves, a site on it, and a crawler that is in a hurry."""

from __future__ import annotations

import gc
import ssl
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "sites"))

from bad_server import BadServer

from extractor.crawl import Fetcher, Limits
from extractor.domain import Policy
from extractor.sites import Discovery, Site

TLS = ssl.create_default_context()
MakeSite = Callable[..., Site]


@pytest.fixture
def server() -> Iterator[BadServer]:
    """A server on loopback."""
    with BadServer() as running:
        yield running


@pytest.fixture
def make_site() -> MakeSite:
    """A maker of sites: `make_site(server, feeds=("/rss.xml",))`; paths become addresses."""

    def make(server: BadServer, code: str = "paper", **discovery: tuple[str, ...]) -> Site:
        kept = {
            name: tuple(server.url(one) if one.startswith("/") and name in ANNOUNCED else one for one in ones)
            for name, ones in discovery.items()
        }
        return Site(
            code=code, name="Paper", hosts=(server.netloc,), languages=("en",), time_zone="Asia/Tokyo",
            policy=Policy(crawl=True, requests_per_minute=60_000, rests_on="a test", reviewed=date(2026, 1, 1)),
            discovery=Discovery(**{"url_patterns": (r"\.html$",), **kept}), allow_loopback=True,
        )  # fmt: skip

    return make


ANNOUNCED = ("feeds", "sitemaps", "sections", "data_sources")


@pytest.fixture
def site(server: BadServer, make_site: MakeSite) -> Site:
    """A site on the server, which announces nothing."""
    return make_site(server)


@pytest.fixture
def hasty() -> Fetcher:
    """Three seconds a page in all, half a second for an answer, next to no pause between attempts."""
    return Fetcher(limits=Limits(deadline=3, attempt=0.5, connect=0.5, backoff=0.01), tls=TLS)


class Memory:
    """The highest resident memory since `reset`, above what was resident then."""

    def __init__(self) -> None:
        self._before = 0

    def reset(self) -> None:
        """Start again from here."""
        gc.collect()
        try:
            Path("/proc/self/clear_refs").write_text("5")
        except OSError:
            pytest.skip("this system does not let a process reset its peak memory (Linux does)")
        self._before = self._read("VmRSS")

    @property
    def rise(self) -> int:
        """Megabytes."""
        return (self._read("VmHWM") - self._before) // 1024

    @staticmethod
    def _read(name: str) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name))


@pytest.fixture
def memory() -> Memory:
    """A gauge of peak memory."""
    gauge = Memory()
    gauge.reset()
    return gauge


@pytest.fixture
def hastier(hasty: Fetcher) -> Fetcher:
    """One second a page in all, for pages that hang."""
    return replace(hasty, limits=Limits(deadline=1, attempt=0.3, connect=0.3, backoff=0.01))
