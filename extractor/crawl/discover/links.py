"""A link that a document names, and the times that come with it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urljoin
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Link:
    """A URL as written, made absolute. Times are ISO 8601 in UTC; `published` may be a date."""

    url: str
    kind: Literal["page", "sitemap"] = "page"
    published: str | None = None
    modified: str | None = None


def absolute(base: str, link: str) -> str | None:
    """The link as an absolute http(s) URL; None when it is none.

    >>> absolute("https://news.example/a/", "../b.html")
    'https://news.example/b.html'
    """
    try:
        joined = urljoin(base, link.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def moment(text: str | None, time_zone: str = "UTC") -> str | None:
    """A time as feeds and sitemaps write it, as ISO 8601 in UTC; None when it cannot be read.

    A time without an offset is in `time_zone`. RFC 822 dates, W3C dates of any length,
    `2024-05-17 10:21:00` and `20240517102100` are read.

    >>> moment("2024-05-17 10:21:00", "Asia/Shanghai")
    '2024-05-17T02:21:00Z'
    >>> moment("2024-05")
    '2024-05-01T00:00:00Z'
    """
    written = (text or "").strip()
    found = _iso(written) or _mail(written)
    if found is None:
        return None
    aware = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(time_zone))
    try:
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None


def last_day(partial: str | None) -> str | None:
    """A date of which the day may be missing, as the last day that it can mean: `2024-05` is `2024-05-31`."""
    if partial is None or not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", partial):
        return None
    year, month = int(partial[:4]), int(partial[5:7])
    if not 1 <= month <= 12 or year == 0:
        return None
    return partial if len(partial) == 10 else f"{partial}-{monthrange(year, month)[1]}"


def _iso(text: str) -> datetime | None:
    if re.fullmatch(r"\d{4}-\d{2}", text):
        text += "-01"
    if re.fullmatch(r"\d{14}", text):
        text = f"{text[:8]}T{text[8:]}"
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
