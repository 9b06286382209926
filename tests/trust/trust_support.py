"""What several tests of trust need."""

from __future__ import annotations

import hashlib

from extractor.domain import Article, Capture
from extractor.parse import parse_capture
from extractor.sites import registry


def article_from(body: str | bytes, media_type: str = "text/html", **hints: str) -> Article:
    """What the parser makes of some bytes."""
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    capture = Capture(
        url="https://example.org/a", body=data, sha256=hashlib.sha256(data).hexdigest(),
        retrieved_at="2025-04-17T00:00:00Z", media_type=media_type, hints=tuple(hints.items()),
    )  # fmt: skip
    return parse_capture(capture, registry()).article
