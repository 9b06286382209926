"""From what a text says of a time ("XXXX-05", "Y-1-Q4", "FY2024") to days, by the publication date.

The expressions are TIMEX3-like. The year part is a year, `XXXX` (not said), `Y-1`, `Y0`, `Y+1` (last, this,
next year), or any of these after `FY`. What follows is a month (`-05`), a day (`-05-17`), a quarter (`-Q1`),
a half (`-H1`) or the year's end (`-END`; after a month that month's last day). `A/B` runs from the first day
of A to the last of B; `YTD:A` from the first day of A's year to the last day of A. `M-1`, `Q-1`, `W0-3`
(Wednesday), `D-1` count from the publication date. `P12M/A` are the twelve months that end with A, `PAST:3Y` the
three years up to publication, `XXXX-WXX-3` the last Wednesday by then, `NEXT-07` the coming July, `FULL` the year
that a text of the turn of the year sums up. `SAME` is the period a year before the one under discussion, which
only a context knows.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from extractor.domain import Period
from extractor.domain.vocabulary import PeriodKind

YEAR = r"(?P<fy>FY)?(?P<year>\d{4}|XXXX|Y[+-]?\d+)"
PART = re.compile(YEAR + r"(?:-(?P<part>Q\d|H\d|END|\d{2}|XX)(?:-(?P<day>\d{2}|END))?)?")
SHORT = 8
"""Days; a longer stretch that is no whole months has no name of its own."""
WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>\d)")
PAST = re.compile(r"PAST:(?P<count>\d{1,3})(?P<unit>[YQMW])")
LENGTH = re.compile(r"P(?P<months>\d+)M")
COUNTED = re.compile(r"(?P<unit>[MQWD])(?P<offset>[+-]?\d+)(?:-(?P<weekday>\d{1,2}))?")


LONGEST = 80
KEPT = 1 << 13
"""How many resolved expressions are kept."""


class Resolved(NamedTuple):
    """The days meant and by what; period None and a partial `known` when they cannot be settled."""

    period: Period | None
    evidence: str | None = None


@lru_cache(maxsize=KEPT)
def resolve(timex: str, published: date | None = None, fiscal_first_month: int = 4) -> Resolved:
    """The days that an expression means.

    `published` settles what the text leaves out: a month without a year is the latest one that had begun
    by then, a day without a year the nearest one. What is no such expression is not settled.
    """
    if len(timex) > LONGEST:
        return Resolved(None)
    try:
        return _resolve(timex, published, fiscal_first_month)
    except (ValueError, OverflowError):
        return Resolved(None)


def _resolve(timex: str, published: date | None, fiscal_first_month: int) -> Resolved:
    if timex.startswith("YTD:"):
        return _to_date(timex[4:], published, fiscal_first_month)
    if "/" in timex:
        return _span(timex, published, fiscal_first_month)
    counted = COUNTED.fullmatch(timex)
    if counted:
        return _counted(counted, published)
    if timex == "FULL" or timex.startswith(("PAST:", "XXXX-W", "NEXT-")):
        return _by_publication(timex, published)
    part = PART.fullmatch(timex)
    if part is None:
        return Resolved(None)
    needs = not part["year"].isdigit()
    if needs and published is None:
        return Resolved(None)
    try:
        period = _part(part, published, fiscal_first_month)
    except ValueError:
        return Resolved(None)
    return Resolved(period, f"published {published}" if needs else None)


def _by_publication(timex: str, published: date | None) -> Resolved:
    """Full year, past three years, Wednesday: only the publication date knows."""
    weekday, past = WEEKDAY.fullmatch(timex), PAST.fullmatch(timex)
    if published is None:
        return Resolved(None)
    evidence = f"published {published}"
    if timex.startswith("NEXT-"):
        month = int(timex[5:])
        return Resolved(Period.month(published.year + (month < published.month), month), evidence)
    if weekday:
        back = (published.isoweekday() - int(weekday["weekday"])) % 7
        return Resolved(Period.day(published - timedelta(days=back)), evidence)
    if past:
        months = int(past["count"]) * {"Y": 12, "Q": 3, "M": 1}.get(past["unit"], 0)
        start = _months_before(published, months) if months else published - timedelta(weeks=int(past["count"]))
        return Resolved(
            Period(start=start + timedelta(days=1), end=published, kind="multi_year" if months > 12 else "unresolved"),
            evidence,
        )
    if published.month <= 4:
        return Resolved(Period.year(published.year - 1), evidence)
    return Resolved(Period.year(published.year), evidence) if published.month == 12 else Resolved(None)


def _months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of that month."""
    month = day.year * 12 + day.month - 1 - months
    return _safe_day(month // 12, month % 12 + 1, day.day)


def _safe_day(year: int, month: int, day: int) -> date:
    for last in range(day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, min(day, 28))


def _part(part: re.Match[str], published: date | None, first: int) -> Period:
    sub, day = part["part"], part["day"]
    year = _year(part["year"], bool(part["fy"]), sub, day, published, first)
    if part["fy"]:
        return _fiscal(year, sub, first)
    if sub is None:
        return Period.year(year)
    if sub == "END":
        return Period.day(date(year, 12, 31))
    if sub[0] == "Q":
        return Period.quarter(year, int(sub[1]))
    if sub[0] == "H":
        return Period.half(year, int(sub[1]))
    if sub == "XX" and published is not None and day:
        return Period.day(_nearest_day_of_month(int(day), published))
    if day == "END":
        return Period.day(Period.month(year, int(sub)).end)
    if day:
        return Period.day(date(year, int(sub), int(day)))
    return Period.month(year, int(sub))


def _year(said: str, fiscal: bool, sub: str | None, day: str | None, published: date | None, first: int) -> int:
    if said.isdigit():
        return int(said)
    if published is None:
        raise ValueError("no publication date")
    this = published.year - (1 if fiscal and published.month < first else 0)
    if said.startswith("Y"):
        return this + int(said[1:] or 0)
    if sub is None or sub in {"END", "XX"}:
        return this if sub != "END" or published.month == 12 else this - 1
    if day and day != "END":
        return min((this - 1, this, this + 1), key=lambda y: abs((_safe(y, int(sub), int(day)) - published).days))
    begins = 3 * int(sub[1]) - 2 if sub[0] == "Q" else 6 * int(sub[1]) - 5 if sub[0] == "H" else int(sub)
    if fiscal:
        return this
    return this if begins <= published.month else this - 1


def _safe(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def _nearest_day_of_month(day: int, published: date) -> date:
    """21日 in a text of the 22nd is yesterday; 28日 in a text of the 2nd was last month."""
    candidates = []
    for back in (0, -1, 1):
        month = published.year * 12 + published.month - 1 + back
        try:
            candidates.append(date(month // 12, month % 12 + 1, day))
        except ValueError:
            continue
    past = [d for d in candidates if d <= published]
    near = [d for d in candidates if abs((d - published).days) <= 3]
    return min(near, key=lambda d: abs((d - published).days)) if near else max(past, default=published)


def _fiscal(year: int, sub: str | None, first: int) -> Period:
    if sub is None:
        return Period.fiscal_year(year, first)
    if sub == "END":
        return Period.day(Period.fiscal_year(year, first).end)
    number, length = int(sub[1]), 3 if sub[0] == "Q" else 6
    begin = first - 1 + (number - 1) * length
    start_year, start_month = year + begin // 12, begin % 12 + 1
    last = begin + length - 1
    kind: PeriodKind = "quarter" if length == 3 else "half"
    return Period.months(start_year, start_month, last % 12 + 1, kind, end_year=year + last // 12)


def _span(timex: str, published: date | None, first: int) -> Resolved:
    left, right = timex.split("/", 1)
    end = resolve(right, published, first)
    length = LENGTH.fullmatch(left)
    if length is not None and end.period is not None:
        return _months_to(end, int(length["months"]))
    start = resolve(left, published, first)
    if end.period is None or start.period is None:
        return Resolved(None)
    begin = start.period
    if begin.start > end.period.end and "XXXX" in left:
        begin = resolve(left.replace("XXXX", f"{begin.start.year - 1}"), published, first).period or begin
    if begin.start > end.period.end:
        return Resolved(None)
    period = Period(start=begin.start, end=end.period.end, kind="unresolved")
    return Resolved(period.changed({"kind": span_kind(period)}), end.evidence or start.evidence)


def _months_to(end: Resolved, months: int) -> Resolved:
    """Some months up to the end of a period."""
    if end.period is None:
        return end
    last = end.period.end
    month = last.year * 12 + last.month - months
    period = Period(start=date(month // 12, month % 12 + 1, 1), end=last, kind="unresolved")
    return Resolved(period.changed({"kind": span_kind(period)}), end.evidence)


def _to_date(timex: str, published: date | None, first: int) -> Resolved:
    end = resolve(timex, published, first)
    if end.period is None:
        return end
    start = date(end.period.start.year, 1, 1)
    return Resolved(Period(start=start, end=end.period.end, kind="ytd"), end.evidence)


def span_kind(period: Period) -> PeriodKind:
    """What kind of period a span of whole months is."""
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if period.days == 1:
        return "day"
    if period.start.day > 1 or (period.end + timedelta(days=1)).day > 1:
        return "day" if period.days < SHORT else "unresolved"
    if months == 1:
        return "month"
    if months == 3 and period.start.month % 3 == 1:
        return "quarter"
    if months == 6 and period.start.month % 3 == 1:
        return "half"
    if months == 12:
        return "calendar_year" if period.start.month == 1 else "fiscal_year"
    if months < 12:
        return "ytd"
    return "multi_year"


def _counted(found: re.Match[str], published: date | None) -> Resolved:
    if published is None:
        return Resolved(None)
    unit, offset = found["unit"], int(found["offset"])
    evidence = f"published {published}"
    if unit == "D":
        return Resolved(Period.day(published + timedelta(days=offset)), evidence)
    if unit == "W":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        if found["weekday"]:
            return Resolved(Period.day(monday + timedelta(days=int(found["weekday"]) - 1)), evidence)
        return Resolved(Period(start=monday, end=monday + timedelta(days=6), kind="unresolved"), evidence)
    size = 3 if unit == "Q" else 1
    month = (published.year * 12 + published.month - 1) // size + offset
    if unit == "Q":
        return Resolved(Period.quarter(month // 4, month % 4 + 1), evidence)
    whole = Period.month(month // 12, month % 12 + 1)
    if found["weekday"]:
        return Resolved(Period.day(whole.start.replace(day=min(int(found["weekday"]), whole.end.day))), evidence)
    return Resolved(whole, evidence)


def partial(timex: str) -> str | None:
    """What is known of a period that cannot be resolved, with X for the rest: XXXX-05; None when nothing is."""
    shown = re.sub(r"Y(?:[+-]\d+|0)", "XXXX", timex.removeprefix("YTD:"))
    return shown if re.search(r"\d|Q|H|END", shown) and not COUNTED.fullmatch(timex) else None
