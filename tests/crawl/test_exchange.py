"""Every answer that can be thought of ends in a page or in an error of ours; every lower error is mapped."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

import httpcore
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.crawl import Limits, NotModified, Validators
from extractor.crawl.exchange import Exchange, is_passing
from extractor.crawl.fetch import Forgetful, Session
from extractor.crawl.guard import as_httpx
from extractor.domain import Capture, Policy
from extractor.domain.errors import BrokenResponse, FetchError, TooSlow
from extractor.sites import Site

SITE = Site(
    code="paper", name="Paper", hosts=("paper.example", "127.0.0.1"), languages=("en",), time_zone="UTC",
    policy=Policy(crawl=True, requests_per_minute=600_000, rests_on="a test", reviewed=date(2026, 1, 1)),
)  # fmt: skip
START = "http://paper.example/a.html"
Handler = Callable[[httpx.Request], httpx.Response]


def fetch(handler: Handler, validators: Validators | None = None) -> Capture | NotModified:
    """The page that a made-up server gives."""

    async def once() -> Capture | NotModified:
        exchange = Exchange(httpx.MockTransport(handler), "test", httpx.Timeout(1))
        try:
            limits = Limits(deadline=0.3, attempts=2, backoff=0.0001, max_bytes=1000)
            return await Session(exchange, limits, Forgetful()).fetch(START, SITE, validators)
        finally:
            await exchange.aclose()

    return asyncio.run(once())


VALUES = st.one_of(
    st.sampled_from(["", "0", "-1", "1e9", "99999999999", "gzip", "gzip, br", "chunked", "bytes 0-1/2", "\xff"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=20),
)  # fmt: skip
TARGETS = st.one_of(
    st.sampled_from([
        "/", "//", "///", "http:", "http://", "//[", "http://[::1", "http://[::1]/", "?", "#", "http://127.0.0.1:99999/",
        "http://127.0.0.1:-1/", "http://127.0.0.1:x/", "javascript:1", "http://a@paper.example/", "\\\\paper.example",
        "http://paper.example\\@evil.example/", "/%zz", "/%00", "/\x7f", "http://.paper.example/", "/" + "a" * 5000,
        "http://xn--.paper.example/", "http://" + "a" * 70 + ".paper.example/",
    ]),
    st.text(max_size=30),
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from([
        "content-type", "content-length", "content-encoding", "etag", "last-modified", "retry-after", "date",
        "set-cookie", "x-other", "content-range",
    ]),
    VALUES, max_size=4,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    status=st.one_of(st.sampled_from([200, 203, 204, 206, 301, 302, 304, 307, 404, 429, 503]), st.integers(200, 599)),
    headers=HEADERS, target=TARGETS, body=st.binary(max_size=1200), conditional=st.booleans(),
)  # fmt: skip
def test_any_answer_ends_in_a_page_or_an_error_of_ours(status, headers, target, body, conditional):
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        location = [(b"location", target.encode("utf-8", "replace"))]
        return httpx.Response(status, headers=[*raw, *location], stream=httpx.ByteStream(body))

    with suppress(FetchError):
        got = fetch(handler, Validators('"a"') if conditional else None)
        assert isinstance(got, Capture | NotModified)


def lower_errors(package: object, base: type[BaseException]) -> Iterator[type[BaseException]]:
    for _, kind in inspect.getmembers(package, inspect.isclass):
        if issubclass(kind, base) and kind is not base:
            yield kind


@pytest.mark.parametrize("kind", list(lower_errors(httpcore, Exception)), ids=lambda kind: kind.__name__)
def test_every_error_of_httpcore_becomes_one_of_httpx(kind):
    with pytest.raises(httpx.TransportError), as_httpx(httpx.Request("GET", START)):
        raise kind("so it is")


@pytest.mark.parametrize("kind", list(lower_errors(httpx, httpx.TransportError)), ids=lambda kind: kind.__name__)
def test_every_error_of_httpx_becomes_one_of_ours_and_is_tried_again(kind):
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        asked.append(request.url.path)
        raise kind("so it is")

    with pytest.raises(FetchError) as caught:
        fetch(handler)
    assert caught.value.hint
    assert START in caught.value.message
    assert is_passing(caught.value)
    assert len(asked) == 2
    expected = TooSlow if issubclass(kind, httpx.TimeoutException) else FetchError
    expected = BrokenResponse if issubclass(kind, httpx.ProtocolError) else expected
    assert type(caught.value) is expected
