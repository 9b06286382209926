"""How long a server asks us to wait."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: str | None, *, date: str | None = None, now: datetime | None = None) -> float | None:
    """Seconds from a Retry-After header, written as seconds or as a date; None when there is none to be read.

    Args:
        value: the header.
        date: the response's own Date header, against which a date is read: the server's clock may be off.
        now: the time that counts when the response has no date.

    >>> retry_after("120")
    120.0
    >>> retry_after("Wed, 21 Oct 2026 07:28:30 GMT", date="Wed, 21 Oct 2026 07:28:00 GMT")
    30.0
    """
    text = (value or "").strip()
    if re.fullmatch("[0-9]{1,9}", text):
        return float(text)
    until = _moment(text)
    if until is None:
        return None
    since = _moment(date or "") or now or datetime.now(UTC)
    return max(0.0, (until - since).total_seconds())


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
