"""Captures to archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from extractor.domain import Capture

MakeCapture = Callable[..., Capture]


@pytest.fixture
def capture() -> MakeCapture:
    """A maker of captures: `capture(number, body=..., **fields)`."""

    def make(number: int = 1, body: bytes | None = None, **fields: object) -> Capture:
        content = f"<p>page {number}</p>".encode() if body is None else body
        given: dict[str, object] = {
            "url": f"https://news.example/{number}.html",
            "retrieved_at": f"2026-01-01T00:00:{number % 60:02d}Z",
            "source": "example",
            "media_type": "text/html",
            "headers": (("content-type", "text/html"), ("etag", f'"{number}"')),
            "request_headers": (("user-agent", "extractor/test"), ("accept", "*/*")),
        }
        return Capture(body=content, sha256=hashlib.sha256(content).hexdigest(), **{**given, **fields})

    return make
