"""Times as pages print them, to ISO 8601. A time without an offset gets the site's zone, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
ZONES = {"JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "GMT": 0, "UTC": 0, "EST": -5, "EDT": -4}
"""Abbreviations with one meaning. CST has three, so the site's own zone stands for it."""

WEEKDAY = r"(?:\(?[月火水木金土日一二三四五六]\)?)?"
CLOCK = (
    rf"(?:[T\s,日]*{WEEKDAY}\s*(?P<hour>\d{{1,2}})[:時时](?P<minute>\d{{2}})分?"
    r"(?::?(?P<second>\d{2}))?(?:\.\d+)?\s*(?P<half>[ap]\.?m\.?)?)?"
)
BASIC_CLOCK = r"(?:T(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?)?(?!\d)"
OFFSET = r"(?:\s*(?P<offset>Z(?![A-Za-z])|[+-]\d{2}:?\d{2}|\(?(?:JST|CST|KST|HKT|SGT|GMT|UTC|EST|EDT)\)?))?"
YEAR, MONTH, DAY = r"(?P<year>(?:19|20)\d{2})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
NAME, NTH = r"(?P<name>[A-Z][a-z]{2,8})\.?", r"(?:st|nd|rd|th)?"
PATTERNS = (
    # 2025-01-14T05:00:00+09:00, 2024/2/1 10:05, 2023年01月13日 10:15, 2023 01/13 10:15:22
    re.compile(rf"(?<!\d){YEAR}\s*[-/.年\s]\s*{MONTH}\s*[-/.月]\s*{DAY}(?!\d)日?{CLOCK}{OFFSET}"),
    # 20180619T055000+0900, 20240201
    re.compile(rf"(?<!\d){YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}}){BASIC_CLOCK}{OFFSET}"),
    # January 13, 2023 10:15 JST
    re.compile(rf"{NAME}\s+{DAY}{NTH},?\s+{YEAR}(?!\d){CLOCK}{OFFSET}"),
    # 13 January 2023 10:15
    re.compile(rf"(?<!\d){DAY}{NTH}\s+{NAME},?\s+{YEAR}(?!\d){CLOCK}{OFFSET}"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A printed time in ISO 8601; `zone_applied` when its offset is the site's and not the page's."""

    iso: str
    zone_applied: bool = False

    @property
    def day(self) -> date:
        """The day in the time's own zone."""
        return date.fromisoformat(self.iso[:10])

    def __str__(self) -> str:
        return self.iso


def read_time(text: str | None, zone: str | None) -> Moment | None:
    """The first date, with its time where one is printed, or None.

    `zone` is the source's IANA name: a time without an offset gets its offset, one with another is turned into it,
    so that the day is the source's own.

    >>> str(read_time("2023年01月13日 10:15", "Asia/Tokyo")), str(read_time("Jan. 13, 2023", None))
    ('2023-01-13T10:15:00+09:00', '2023-01-13')
    """
    return next(_moments(text or "", zone), None)


def _moments(text: str, zone: str | None) -> Iterator[Moment]:
    text = text[:400]
    found = [match for pattern in PATTERNS if (match := pattern.search(text))]
    for match in sorted(found, key=lambda hit: hit.start()):
        if moment := _moment(match.groupdict(), zone):
            yield moment


def _moment(parts: dict[str, str | None], zone: str | None) -> Moment | None:
    month = int(parts.get("month") or MONTHS.get((parts.get("name") or "").lower(), 0))
    try:
        day = date(int(parts["year"] or 0), month, int(parts["day"] or 0))
        if parts.get("hour") is None:
            return Moment(day.isoformat())
        hour = _hour(int(parts["hour"] or 0), parts.get("half"))
        clock = time(hour % 24, int(parts["minute"] or 0), int(parts["second"] or 0))
        naive = datetime.combine(day, clock) + timedelta(days=hour // 24)
        return _zoned(naive, parts.get("offset"), zone)
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        if hour > 29:
            raise ValueError(f"no hour: {hour}")
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _zoned(naive: datetime, offset: str | None, zone: str | None) -> Moment:
    known = _offset(offset.strip(" ()")) if offset else None
    if known is not None:
        stated = naive.replace(tzinfo=known)
        return Moment((stated.astimezone(ZoneInfo(zone)) if zone else stated).isoformat())
    if zone:
        return Moment(naive.replace(tzinfo=ZoneInfo(zone)).isoformat(), zone_applied=True)
    return Moment(naive.isoformat())


def _offset(text: str) -> tzinfo | None:
    if text == "Z":
        return UTC
    if text in ZONES:
        return timezone(timedelta(hours=ZONES[text]))
    if text[0] not in "+-":
        return None
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))
