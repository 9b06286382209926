"""What goes for every answer: headers (nothing inline runs, nobody frames us), and no writing but by judging."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
READING = ("GET", "HEAD")
WRITTEN = ("/judge",)
"""The only addresses that take a form."""


def wrap(app: App, hosts: frozenset[str] | None = None) -> App:
    """The application with HEADERS on every response, for reading only.

    `hosts`: the names that it answers to (None: any), so that no other site's name can be made to lead here.
    """

    async def wrapped(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in HEADERS}
                kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in ours]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if scope["type"] == "http" and scope["method"] not in READING and scope["path"] not in WRITTEN:
            await _refuse(send_with, 405, b"This page can only be read.\n")
            return
        if scope["type"] == "http" and hosts is not None and _host(scope) not in hosts:
            await _refuse(send_with, 421, b"This address is not served under that name.\n")
            return
        await app(scope, receive, send_with)

    return wrapped


async def _refuse(send: Send, status: int, why: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"allow", b"GET, HEAD")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": why})


def _host(scope: Message) -> str:
    """The name that was asked for, without the port."""
    named = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return urlsplit(f"//{named}").hostname or ""
