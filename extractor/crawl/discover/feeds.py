"""RSS and Atom, by feedparser."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser

from extractor.crawl.discover.links import Link, absolute
from extractor.domain.errors import BrokenResponse, TooLarge

FAILURES = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What feedparser raises on damaged feeds, found by fuzzing; it documents none of it."""


CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
TAG = re.compile(rb"<(/?)[A-Za-z][^>]*?(/?)>")
MAX_DEPTH = 200
MAX_TAGS = 150_000
MAX_TAG_BYTES = 50_000


def read_feed(body: bytes, url: str, content_type: str | None = None) -> Iterator[Link]:
    """The entries of a feed. Entities beyond HTML's own are never expanded.

    Raises:
        BrokenResponse: it is no feed.
        TooLarge: so many or so deep elements that reading it would take minutes.
    """
    _check_shape(body, url)
    headers = {"content-type": content_type or "application/xml", "content-location": url}
    try:
        # A stream, as feedparser takes a bare string for a file name or a URL to open.
        feed = feedparser.parse(
            BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        entries, known = list(feed.get("entries") or ()), feed.get("version")
    except FAILURES as error:
        raise BrokenResponse(f"{url}: not a feed: {error}", "Check the feed's address in the source's file") from error
    if not entries and not known:
        raise BrokenResponse(f"{url}: not a feed", "Check the feed's address in the source's file")
    for entry in entries:
        link = str(entry["link"] or "").strip() if "link" in entry else ""
        if link and (target := absolute(url, link)):
            yield Link(
                target, published=_time(entry, "published") or _time(entry, "updated"),
                modified=_time(entry, "updated"),
            )  # fmt: skip


def _check_shape(body: bytes, url: str) -> None:
    """feedparser's time grows with the square of the depth; what a feed never needs is not handed to it."""
    plain = CDATA.sub(b"", body.replace(b"\x00", b""))  # UTF-16 without its zero bytes shows its tags
    depth = 0
    for number, tag in enumerate(TAG.finditer(plain)):
        depth = max(0, depth - 1) if tag[1] else depth + (not tag[2])
        if depth > MAX_DEPTH or number > MAX_TAGS or tag.end() - tag.start() > MAX_TAG_BYTES:
            raise TooLarge(f"{url}: more, deeper or larger elements than a feed has", "The feed is left out")


def _time(entry: Any, name: str) -> str | None:
    """feedparser has read the date and moved it to UTC; a date that it could not read is None."""
    key = f"{name}_parsed"
    parsed = entry[key] if key in entry else None  # noqa: SIM401 - get() warns of a fallback that it applies itself
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
