"""A server that misbehaves, a site on it, and a crawler that is in a hurry."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "sites"))

from bad_server import BadServer

from extractor.crawl import Fetcher, Limits
from extractor.domain import Policy
from extractor.sites import Discovery, Site

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
    """Two seconds a page in all, half a second for an answer, next to no pause between attempts."""
    return Fetcher(limits=Limits(deadline=2, attempt=0.5, connect=0.5, backoff=0.01))
