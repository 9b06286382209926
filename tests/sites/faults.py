"""The faults: what a server can do to a page. Each is a route, or makes one."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from email.utils import formatdate
from time import time

import brotli
import zstandard
from bad_server import Request, Route

MEGABYTE = 1_000_000


def slow_drip(body: bytes, pause: float = 0.2) -> Route:
    """One byte at a time."""

    def route(request: Request) -> None:
        request.write(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode())
        for place in range(len(body)):
            if not request.wait(pause):
                return
            request.write(body[place : place + 1])

    return route


def drip_of_headers(request: Request) -> None:
    """Headers without end, one a moment: no read ever times out."""
    request.write(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while request.wait(0.1):
        number += 1
        request.write(f"X-Header-{number}: 1\r\n".encode())


def hang(request: Request) -> None:
    """Not a word."""
    request.wait(60)


def hang_in_the_body(request: Request) -> None:
    """Half a page, then not a word."""
    request.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>half")
    request.wait(60)


def first(times: int, bad: Route, good: Route) -> Route:
    """Bad at first, good from then on."""
    return lambda request: bad(request) if request.count <= times else good(request)


def whole(body: bytes) -> Route:
    """The page as it should be."""
    return lambda request: request.reply(body)


def reset_in_the_body(body: bytes) -> Route:
    """A reset after half of the page."""

    def route(request: Request) -> None:
        request.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body[: len(body) // 2])
        request.wait(0.05)
        request.reset()

    return route


def content_length(body: bytes, announced: int) -> Route:
    """A Content-Length that is not the body's, and the end of the connection."""

    def route(request: Request) -> None:
        request.reply(body, content_length=str(announced), connection="close")
        request.conn.close()

    return route


def truncated_chunks(request: Request) -> None:
    """A chunked body that ends without its last chunk."""
    request.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n0123456789abcdef\r\n20\r\nhalf")
    request.conn.close()


def not_http(request: Request) -> None:
    """Something else on this port."""
    request.write(b"220 mail.example ESMTP ready\r\n\r\n")
    request.conn.close()


def encoded(body: bytes, *encodings: str) -> bytes:
    """The body with encodings put on, in this order."""
    put_on: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress, "deflate": zlib.compress, "br": lambda data: brotli.compress(data, quality=3),
        "zstd": zstandard.compress,
    }  # fmt: skip
    for name in encodings:
        body = put_on[name](body)
    return body


def bomb(*encodings: str, megabytes: int = 300) -> bytes:
    """So many megabytes of nothing, packed small without ever being whole in memory."""
    zeros = bytes(MEGABYTE)
    if encodings[0] == "br":
        packer = brotli.Compressor(quality=1)
        body = b"".join(packer.process(zeros) for _ in range(megabytes)) + packer.finish()
    elif encodings[0] == "zstd":
        other = zstandard.ZstdCompressor().compressobj()
        body = b"".join(other.compress(zeros) for _ in range(megabytes)) + other.flush()
    else:
        deflater = zlib.compressobj(6, zlib.DEFLATED, 31)
        body = b"".join(deflater.compress(zeros) for _ in range(megabytes)) + deflater.flush()
    return encoded(body, *encodings[1:])


def endless(megabytes: int = 300) -> Route:
    """A page of so many megabytes, without Content-Length."""

    def route(request: Request) -> None:
        request.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        for _ in range(megabytes):
            request.write(b"<p>x</p>" * (MEGABYTE // 8))
        request.conn.close()

    return route


def asks_to_wait(seconds: int, *, as_date: bool = False, status: str = "429 Too Many Requests") -> Route:
    """Come back later: in seconds, or at a time."""

    def route(request: Request) -> None:
        after = formatdate(time() + seconds, usegmt=True) if as_date else str(seconds)
        request.reply(b"later", status, retry_after=after)

    return route


def cookie_wall(body: bytes) -> Route:
    """Sent back to the same page until a cookie comes with the request."""

    def route(request: Request) -> None:
        if "seen=1" in request.headers.get("cookie", ""):
            request.reply(body)
        else:
            request.reply(b"", "302 Found", location=request.path, set_cookie="seen=1; Path=/")

    return route


def redirect(to: str, status: str = "302 Found") -> Route:
    """Go elsewhere."""
    return lambda request: request.reply(b"", status, location=to)


def unchanged(body: bytes, etag: str) -> Route:
    """304 when the client has it, with another ETag each time, as some servers do."""

    def route(request: Request) -> None:
        if request.headers.get("if-none-match"):
            request.reply(b"", "304 Not Modified", etag=f'"{etag}-{request.count}"', content_length=None)
        else:
            request.reply(body, etag=f'"{etag}"', last_modified="Wed, 21 Oct 2015 07:28:00 GMT")

    return route
