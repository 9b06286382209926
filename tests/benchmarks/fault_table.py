"""What servers do to a page, and what becomes of it: ours, httpx and trafilatura with default settings, in one run.

    python tests/benchmarks/fault_table.py            # about three minutes: hangs are waited out

A fetch passes when it ends within 30 s and 64 MB with the page, byte for byte, or, where there is no page
to be had, with an error. Taking half a page for a whole one, or a page from a private address, fails.
"""

from __future__ import annotations

import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "sites"), str(HERE.parent / "crawl")]

import faults  # noqa: E402
import httpx  # noqa: E402
import trafilatura.downloads  # noqa: E402
from bad_server import BadServer, Route  # noqa: E402

from extractor.crawl import Fetcher  # noqa: E402
from extractor.domain import Policy  # noqa: E402
from extractor.domain.errors import FetchError  # noqa: E402
from extractor.sites import Site  # noqa: E402

LIMIT_SECONDS = 30
LIMIT_MEGABYTES = 64
PAGE = (
    "<html><body>" + "<p>対中輸出は前年同月比 3.1% 増の 1兆7,583億円となった。</p>" * 40 + "</body></html>"
).encode()
VET = getattr(trafilatura.downloads, "_vet_peer", None)
TLS = ssl.create_default_context()

Fetch = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Fault:
    """`page`: what a patient client can have, None where there is nothing to be had."""

    name: str
    route: Route
    page: bytes | None = None


FAULTS = (
    Fault("none: a page that is well", faults.whole(PAGE), PAGE),
    Fault("slow drip", faults.slow_drip(PAGE)),
    Fault("headers without end", faults.drip_of_headers),
    Fault("hang", faults.hang),
    Fault("hang in the body", faults.hang_in_the_body),
    Fault("reset in the body, then whole", faults.first(1, faults.reset_in_the_body(PAGE), faults.whole(PAGE)), PAGE),
    Fault("truncated body", faults.content_length(PAGE, len(PAGE) + 100)),
    Fault("truncated chunks", faults.truncated_chunks),
    Fault("Content-Length too short", faults.content_length(PAGE, len(PAGE) - 1000)),
    Fault("not HTTP", faults.not_http),
    Fault("gzip bomb", lambda r: r.reply(BOMBS["gzip"], content_encoding="gzip")),
    Fault("brotli bomb", lambda r: r.reply(BOMBS["br"], content_encoding="br")),
    Fault("zstd bomb", lambda r: r.reply(BOMBS["zstd"], content_encoding="zstd")),
    Fault("nested bomb", lambda r: r.reply(BOMBS["nested"], content_encoding="gzip, zstd")),
    Fault("300 MB page", faults.endless()),
    Fault("redirect loop", faults.redirect("/page.html")),
    Fault("redirect to a private address", lambda r: faults.redirect(PRIVATE[0])(r)),
    Fault("429, wait a second", faults.first(1, faults.asks_to_wait(1), faults.whole(PAGE)), PAGE),
    Fault("429, wait until a time", faults.first(1, faults.asks_to_wait(2, as_date=True), faults.whole(PAGE)), PAGE),
    Fault("503 twice", faults.first(2, lambda r: r.reply(b"", "503 Unavailable"), faults.whole(PAGE)), PAGE),
    Fault("cookie wall", faults.cookie_wall(PAGE), PAGE),
    Fault("label gzip, body plain", lambda r: r.reply(PAGE, content_encoding="gzip"), PAGE),
)
BOMBS = {name: faults.bomb(name) for name in ("gzip", "br", "zstd")} | {"nested": faults.bomb("gzip", "zstd")}
PRIVATE: list[str] = []
"""The address of a service that no page may lead to."""


def ours(server: BadServer) -> Fetch:
    """This project's fetcher, with its default limits."""
    site = Site(
        code="paper", name="Paper", hosts=(server.netloc,), languages=("ja",), time_zone="Asia/Tokyo",
        policy=Policy(crawl=True, requests_per_minute=60_000, rests_on="a benchmark", reviewed=date(2026, 1, 1)),
        allow_loopback=True,
    )  # fmt: skip

    def fetch(url: str) -> bytes | None:
        try:
            return getattr(Fetcher(tls=TLS).fetch(url, site), "body", None)
        except FetchError:
            return None

    return fetch


def bare_httpx(server: BadServer) -> Fetch:
    """httpx as it comes."""

    def fetch(url: str) -> bytes | None:
        try:
            return httpx.get(url, follow_redirects=True, verify=TLS).raise_for_status().content
        except httpx.HTTPError:
            return None

    return fetch


def by_trafilatura(server: BadServer) -> Fetch:
    """trafilatura as it comes; only the test server's own address is taken out of its guard against private ones."""
    if VET is not None:
        trafilatura.downloads._vet_peer = lambda host: None if host == server.host else VET(host)

    def fetch(url: str) -> bytes | None:
        text = trafilatura.fetch_url(url)
        return text.encode() if text else None

    return fetch


def attempt(fetch: Fetch, fault: Fault, url: str) -> str:
    """What became of one fetch, in a word or two."""
    got: list[bytes | BaseException | None] = []

    def run() -> None:
        try:
            got.append(fetch(url))
        except Exception as error:  # noqa: BLE001 - peers may raise anything; it is the result
            got.append(error)

    with peak() as memory:
        thread = threading.Thread(target=run, daemon=True)
        began = time.monotonic()
        thread.start()
        thread.join(LIMIT_SECONDS + 2)
        seconds = time.monotonic() - began
    if not got:
        return "FAILS: hangs"
    if memory[0] > LIMIT_MEGABYTES:
        return f"FAILS: {memory[0]} MB"
    result = got[0]
    if isinstance(result, BaseException):
        return f"FAILS: {type(result).__name__}"
    if result == fault.page:
        return f"{'page' if result else 'error'}, {seconds:.1f} s"
    return "FAILS: no page" if result is None else "FAILS: a wrong page"


@contextmanager
def peak() -> Iterator[list[int]]:
    """Megabytes by which resident memory rose at most (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")
    before = _status("VmRSS")
    found = [0]
    yield found
    found[0] = (_status("VmHWM") - before) // 1024


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def main() -> None:
    """Print the table."""
    contestants = {"extractor": ours, "httpx": bare_httpx, "trafilatura": by_trafilatura}
    print("| fault | " + " | ".join(contestants) + " |\n|---|" + "---|" * len(contestants))
    passed = dict.fromkeys(contestants, 0)
    for fault in FAULTS:
        cells = []
        for name, make in contestants.items():
            with BadServer() as server, BadServer("127.0.0.2") as private:
                PRIVATE[:] = [private.page("/secret.html", b"<html><body><p>secret</p></body></html>")]
                cells.append(attempt(make(server), fault, server.route("/page.html", fault.route)))
            passed[name] += not cells[-1].startswith("FAILS")
        print(f"| {fault.name} | " + " | ".join(cells) + " |", flush=True)
    print("| **passed** | " + " | ".join(f"**{count} of {len(FAULTS)}**" for count in passed.values()) + " |")


if __name__ == "__main__":
    main()
