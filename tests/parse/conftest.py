"""Captures made from strings and files, as a fetch or a file handed in would make them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

import pytest

from extractor.domain import Capture
from extractor.sites import Site, registry

MakeCapture = Callable[..., Capture]


@pytest.fixture
def capture() -> MakeCapture:
    """Makes a capture: `capture(body, url=..., media_type=..., content_type=..., **hints)`."""

    def make(
        body: bytes | str,
        url: str = "https://example.com/page.html",
        media_type: str | None = "text/html",
        content_type: str | None = None,
        **hints: str,
    ) -> Capture:
        raw = body.encode() if isinstance(body, str) else body
        return Capture(
            url=url,
            body=raw,
            sha256=hashlib.sha256(raw).hexdigest(),
            retrieved_at="2025-07-01T00:00:00Z",
            media_type=media_type,
            headers=(("content-type", content_type),) if content_type else (),
            hints=tuple(hints.items()),
        )

    return make


@pytest.fixture(scope="session")
def sites() -> Mapping[str, Site]:
    """The sites of this project."""
    return registry()
