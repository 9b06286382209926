"""Whatever a server does to a page: it ends in time, in little memory, in the page or in one clear error."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import time

import faults
import pytest
from bad_server import BadServer

from extractor.crawl import Fetcher, Limits, NotModified, Validators
from extractor.crawl.errors import Answered, AskedToWait
from extractor.domain import Capture
from extractor.domain.errors import BrokenResponse, FetchError, Refused, TooLarge, TooSlow
from extractor.sites import Site

PAGE = "<html><body><p>对日出口增长 3.1%</p></body></html>".encode()
NOISE = bytes(range(256)) * 40

BREAKS = {
    "slow drip": (faults.slow_drip(b"x" * 1000), TooSlow),
    "drip of headers": (faults.drip_of_headers, TooSlow),
    "hang": (faults.hang, TooSlow),
    "hang in the body": (faults.hang_in_the_body, TooSlow),
    "truncated body": (faults.content_length(PAGE, len(PAGE) + 100), BrokenResponse),
    "content-length too short": (faults.content_length(PAGE, len(PAGE) - 10), BrokenResponse),
    "truncated chunks": (faults.truncated_chunks, BrokenResponse),
    "not http": (faults.not_http, BrokenResponse),
    "gzip cut off": (lambda r: r.reply(faults.encoded(NOISE, "gzip")[:-9], content_encoding="gzip"), BrokenResponse),
    "gzip damaged": (lambda r: r.reply(b"\x1f\x8b\x08" + NOISE, content_encoding="gzip"), BrokenResponse),
    "unknown encoding": (lambda r: r.reply(PAGE, content_encoding="rot13"), BrokenResponse),
    "too many encodings": (lambda r: r.reply(PAGE, content_encoding="gzip, " * 9), BrokenResponse),
    "reset for good": (faults.reset_in_the_body(PAGE), FetchError),
    "redirect loop": (faults.redirect("/page.html"), BrokenResponse),
    "redirect without end": (lambda r: faults.redirect(f"/page.html?{r.count}{r.path}")(r), BrokenResponse),
    "redirect to a private address": (faults.redirect("http://169.254.169.254/latest/meta-data"), Refused),
    "redirect to a file": (faults.redirect("file:///etc/passwd"), Refused),
    "redirect to nowhere": (faults.redirect("http://[bad"), BrokenResponse),
    "not found": (lambda r: r.reply(b"", "404 Not Found"), Answered),
    "no content": (lambda r: r.reply(b"", "204 No Content"), Answered),
    "304 that nobody asked for": (lambda r: r.reply(b"", "304 Not Modified"), Answered),
    "503 for good": (lambda r: r.reply(b"", "503 Service Unavailable"), Answered),
    "gzip bomb": (lambda r: r.reply(GZIP_BOMB, content_encoding="gzip"), TooLarge),
    "brotli bomb": (lambda r: r.reply(BROTLI_BOMB, content_encoding="br"), TooLarge),
    "zstd bomb": (lambda r: r.reply(ZSTD_BOMB, content_encoding="zstd"), TooLarge),
    "nested bomb": (lambda r: r.reply(NESTED_BOMB, content_encoding="gzip, zstd"), TooLarge),
    "300 MB page": (faults.endless(), TooLarge),
    "300 MB announced": (lambda r: r.reply(PAGE, content_length="300000000"), TooLarge),
    "429, wait an hour": (faults.asks_to_wait(3600), AskedToWait),
    "429, wait until a time": (faults.asks_to_wait(3600, as_date=True), AskedToWait),
    "429, no time given": (lambda r: r.reply(b"", "429 Too Many Requests"), AskedToWait),
}
GZIP_BOMB = faults.bomb("gzip")
BROTLI_BOMB = faults.bomb("br")
ZSTD_BOMB = faults.bomb("zstd")
NESTED_BOMB = faults.bomb("gzip", "zstd")

EARLY_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"

HEALS = {
    "reset, then whole": (faults.first(1, faults.reset_in_the_body(PAGE), faults.whole(PAGE)), PAGE, 2),
    "truncated, then whole": (faults.first(2, faults.content_length(PAGE, 999), faults.whole(PAGE)), PAGE, 3),
    "503 flaps": (faults.first(2, lambda r: r.reply(b"", "503 Unavailable"), faults.whole(PAGE)), PAGE, 3),
    "429 in seconds": (faults.first(1, faults.asks_to_wait(1), faults.whole(PAGE)), PAGE, 2),
    "429 as a date": (faults.first(1, faults.asks_to_wait(1, as_date=True), faults.whole(PAGE)), PAGE, 2),
    "503 with a wait": (faults.first(1, faults.asks_to_wait(1, status="503 Busy"), faults.whole(PAGE)), PAGE, 2),
    "cookie wall": (faults.cookie_wall(PAGE), PAGE, 2),
    "no content type": (lambda r: r.reply(PAGE, content_type=None), PAGE, 1),
    "wrong charset": (lambda r: r.reply("输出".encode("gb18030"), content_type="text/html; charset=utf-8"),
                      "输出".encode("gb18030"), 1),
    "gzip that is none": (lambda r: r.reply(PAGE, content_encoding="gzip"), PAGE, 1),
    "no length, closed at the end": (lambda r: (r.reply(PAGE, content_length=None, connection="close"), r.conn.close()),
                                     PAGE, 1),
    "early hints first": (lambda r: (r.write(EARLY_HINTS), r.reply(PAGE)), PAGE, 1),
    **{
        f"encoded {'+'.join(names)}": (
            lambda r, names=names: r.reply(faults.encoded(NOISE, *names), content_encoding=", ".join(names)), NOISE, 1,
        )
        for names in (("gzip",), ("deflate",), ("br",), ("zstd",), ("gzip", "br"), ("zstd", "gzip", "br"))
    },
}  # fmt: skip


@pytest.mark.parametrize("fault", BREAKS)
def test_a_broken_page_is_one_clear_error_in_time_and_in_little_memory(fault, server, site, hasty, hastier, memory):
    route, expected = BREAKS[fault]
    fetcher = hastier if expected is TooSlow else hasty
    url = server.route("/page.html", route)
    memory.reset()
    began = time.monotonic()
    with pytest.raises(expected) as caught:
        fetcher.fetch(url, site)
    assert time.monotonic() - began < 30
    assert memory.rise < 64
    assert url.partition("?")[0] in caught.value.message
    assert caught.value.hint
    assert server.asked("/page.html")


@pytest.mark.parametrize("fault", HEALS)
def test_a_page_that_can_be_had_is_had_byte_for_byte(fault, server, site, hasty):
    route, expected, requests = HEALS[fault]
    got = hasty.fetch(server.route("/page.html", route), site)
    assert isinstance(got, Capture)
    assert got.body == expected
    assert len(server.asked("/page.html")) == requests


def test_a_page_of_almost_the_limit_comes_through(server, site, memory):
    body = b"<p>0123456789</p>\n" * 1_000_000
    url = server.page("/page.html", faults.encoded(body, "gzip"), content_encoding="gzip")
    memory.reset()
    got = Fetcher().fetch(url, site)
    assert isinstance(got, Capture)
    assert got.body == body
    assert memory.rise < 64


def test_the_server_sees_that_no_more_is_read_than_needed(server, site, hasty):
    url = server.route("/page.html", faults.endless())
    with pytest.raises(TooLarge):
        hasty.fetch(url, site)
    for _ in range(50):
        if server.asked("/page.html")[0].broken:
            break
        time.sleep(0.1)
    assert server.asked("/page.html")[0].broken
    assert server.asked("/page.html")[0].sent < 60_000_000


def test_redirects_are_followed_and_told(server, site, hasty):
    server.route("/1.html", faults.redirect("/2.html", "301 Moved Permanently"))
    server.route("/2.html", faults.redirect(server.url("/%E8%A8%98.html"), "307 Temporary Redirect"))
    server.page("/%E8%A8%98.html", PAGE)
    got = hasty.fetch(server.url("/1.html"), site)
    assert isinstance(got, Capture)
    assert (got.url, got.via) == (server.url("/%E8%A8%98.html"), (server.url("/1.html"), server.url("/2.html")))


def test_cookies_of_one_page_are_not_shown_to_the_next(server, site, hasty):
    server.route("/1.html", faults.cookie_wall(PAGE))
    server.page("/2.html", PAGE)

    async def both() -> None:
        async with hasty.session([site]) as session:
            await session.fetch(server.url("/1.html"), site)
            await session.fetch(server.url("/2.html"), site)

    asyncio.run(both())
    assert [r.headers.get("cookie") for r in server.log if r.path != "/robots.txt"] == [None, "seen=1", None]


def test_a_page_that_has_not_changed_is_not_sent_again(server, site, hasty):
    url = server.route("/page.html", faults.unchanged(PAGE, "v1"))
    got = hasty.fetch(url, site)
    again = hasty.fetch(url, site, Validators(got.header("etag"), got.header("last-modified")))
    assert isinstance(again, NotModified)
    assert again.header("etag") == '"v1-2"'
    sent = server.asked("/page.html")[1].headers
    assert sent["if-none-match"] == '"v1"'
    assert sent["if-modified-since"] == "Wed, 21 Oct 2015 07:28:00 GMT"


def test_who_asks_is_said_truthfully(server, site):
    Fetcher(contact="https://example.org/bot").fetch(server.page("/page.html", PAGE), site)
    agent = server.asked("/page.html")[0].headers["user-agent"]
    assert agent.startswith("extractor/")
    assert "+https://example.org/bot" in agent
    assert "Mozilla" not in agent


def test_a_certificate_that_cannot_be_verified_is_refused(tmp_path, make_site, hasty):
    try:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=IP:127.0.0.1"],
            check=True, capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"openssl, which makes the certificate, is not here: {error}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    trusting = Fetcher(limits=hasty.limits, tls=ssl.create_default_context(cafile=tmp_path / "cert.pem"))
    with BadServer(tls=context) as server:
        url = server.page("/page.html", PAGE)
        site = make_site(server)
        with pytest.raises(FetchError, match="certificate cannot be verified"):
            hasty.fetch(url, site)
        assert server.log == []
        got = trusting.fetch(url, site)
        assert isinstance(got, Capture)
        assert got.body == PAGE


def test_nobody_at_the_address_is_one_clear_error(server, site: Site, hasty):
    gone = site.model_copy(update={"hosts": ("127.0.0.1:9",)})
    with pytest.raises(Refused, match="cannot be read"):
        hasty.fetch("http://127.0.0.1:9/page.html", gone)


def test_politeness_does_not_eat_the_deadline(server, site: Site):
    slow = site.model_copy(update={"policy": site.policy.model_copy(update={"requests_per_minute": 100})})
    server.route("/1.html", faults.redirect("/2.html"))
    server.page("/2.html", PAGE)
    got = Fetcher(limits=Limits(deadline=0.5)).fetch(server.url("/1.html"), slow)
    assert isinstance(got, Capture)
    first, second = (server.asked(path)[0].at for path in ("/1.html", "/2.html"))
    assert second - first >= 0.5  # the pause is 0.6, the deadline 0.5
