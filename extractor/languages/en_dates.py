"""English dates and spans of days: from the items of a rule to an expression that `extract/periods.py` resolves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.languages.base import Context, Item, Reading
from extractor.languages.en_readers import value_of
from extractor.languages.en_years import LAST_DAY, UNITS_AFTER, UNKNOWN, day_of, in_fiscal, of, year_of


def weekday(items: Sequence[Item], context: Context) -> Reading | None:
    """Wednesday: the last one by the day of publication."""
    if items[0].text.endswith(".") or len(items[0].text) < 6:
        return None
    return Reading("period", timex=f"XXXX-WXX-{items[0].value}")


def date(items: Sequence[Item], context: Context) -> Reading | None:
    """April 17, 27 June 2025, Friday, June 27, 2025."""
    month = of(items, "MONTH")[0]
    days = [item for item in items if item.cls in {"NUM", "ORD"}]
    day = day_of(days[0]) if days else None
    if day is None or day > LAST_DAY[month.value] + (month.value == 2):
        return None
    if days[0].cls == "ORD" and not days[0].text[0].isdigit():
        return None
    after = context.after
    if days[-1] is items[-1] and (after is not None and (after.cls in UNITS_AFTER or after.cls == "COLON")):
        return None
    if (
        days[0] is items[0]
        and re.search(r"[\d.,$€£¥%-]$|\b(?:to|of|by|than)\s$", context.left(days[0], 6))
        and not of(items, "YNUM")
    ):
        return None
    year_ = year_of(items)
    if year_ is None:
        return None
    return Reading("period", timex=f"{in_fiscal(year_, month.value)}-{month.value:02d}-{day:02d}")


def dates(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """May 20 and 21: each its own day."""
    numbers = [item for item in items if item.cls in {"NUM", "ORD"}]
    days = [day_of(item) for item in numbers]
    if None in days or (context.after is not None and context.after.cls in UNITS_AFTER):
        return None
    first = items[0].start
    return [
        Reading(
            "period",
            timex=f"{UNKNOWN}-{items[0].value:02d}-{day:02d}",
            start=first if n == 0 else item.start,
            end=item.end,
        )
        for n, (item, day) in enumerate(zip(numbers, days, strict=True))
    ]


def days_first(items: Sequence[Item], context: Context) -> Reading | None:
    """15-17 June 2025, from 4 to 22 January."""
    numbers = [item for item in items if item.cls in {"NUM", "ORD"}]
    first, last = (day_of(item) for item in numbers[:2])
    month_, year_ = of(items, "MONTH")[0].value, year_of(items)
    between = re.search(r"\bbetween\s$", context.left(items[0], 9), re.I)
    if first is None or last is None or first >= last or year_ is None:
        return None
    if items[1].cls == "AND" and between is None:
        return None
    days = f"{year_}-{month_:02d}-{first:02d}/{year_}-{month_:02d}-{last:02d}"
    return Reading("period", timex=days)


def week_of(items: Sequence[Item], context: Context) -> Reading | None:
    """first week of June, last week of 2015: a stretch within it that is not counted out here."""
    whole = items[2:] if items[1].cls == "TIMEU" else items[1:]
    if not items[0].text.lower().endswith("week") and not (items[1].cls == "TIMEU" and items[1].value == "week"):
        return None
    year_ = year_of(whole)
    if year_ is None:
        return None
    found = of(whole, "MONTH")
    known = f"{year_}-{found[0].value:02d}" if found else year_
    first = items[0].text.lower().removesuffix(" week")
    return Reading("period", timex=f"{known}-WXX", note=f"{first} week in it")


def first_days(items: Sequence[Item], context: Context) -> Reading | None:
    """first 20 days of June, of this month."""
    if items[-1].cls == "REL":
        days, this = value_of(items[1]).value, str(items[-1].value)
        return Reading("period", timex=f"{this}-01/{this}-{int(days):02d}") if this in {"M0", "M-1"} else None
    days, month_ = value_of(items[1]).value, of(items, "MONTH")[0].value
    year_ = year_of(items)
    if value_of(items[0]).value != 1 or items[2].value != "day" or year_ is None or not 1 < days <= LAST_DAY[month_]:
        return None
    return Reading("period", timex=f"{year_}-{month_:02d}-01/{year_}-{month_:02d}-{int(days):02d}")


def date_range(items: Sequence[Item], context: Context) -> Reading | None:
    """April 1-15, October 2 to October 22, 2025."""
    months = of(items, "MONTH")
    if any(item.cls == "AND" for item in items) and not re.search(r"\bbetween\s$", context.left(items[0], 9), re.I):
        return None
    days = [day_of(item) for item in items if item.cls in {"NUM", "ORD"}]
    year_ = year_of(items)
    counted = context.after is not None and context.after.cls in UNITS_AFTER and context.after.value != "period"
    if None in days or year_ is None or counted:
        return None
    first, last = months[0].value, months[-1].value
    return Reading("period", timex=f"{year_}-{first:02d}-{days[0]:02d}/{year_}-{last:02d}-{days[1]:02d}")


def iso_date(items: Sequence[Item], _: Context) -> Reading | list[Reading] | None:
    """2025-07-01 15:00, 2025/7/1; telephone numbers are no figure."""
    numbers = [item for item in items if item.cls in {"NUM", "YNUM"}]
    if numbers[0].cls != "YNUM":
        return _day_first(numbers)
    if not (1 <= value_of(numbers[1]).value <= 12 and day_of(numbers[2])) or len(numbers[1].text) > 2:
        return []
    return Reading("period", timex=f"{numbers[0].text}-{int(numbers[1].text):02d}-{int(numbers[2].text):02d}")


def _day_first(numbers: Sequence[Item]) -> Reading | list[Reading]:
    """5/17/2018 or 17/5/2018; 5/6/2018 stays open."""
    if len(numbers) != 3 or numbers[2].cls != "YNUM" or any(len(n.text) > 2 for n in numbers[:2]):
        return []
    a, b, year_ = int(numbers[0].text), int(numbers[1].text), numbers[2].text
    if 12 < b <= 31 and 1 <= a <= 12:
        return Reading("period", timex=f"{year_}-{a:02d}-{b:02d}")
    if 12 < a <= 31 and 1 <= b <= 12:
        return Reading("period", timex=f"{year_}-{b:02d}-{a:02d}")
    return Reading("period", timex=f"{year_}-XX", note="day and month cannot be told apart")


def end_of(items: Sequence[Item], context: Context) -> Reading | None:
    """end of 2023, end-March 2025, the end of last year."""
    year_ = year_of(items)
    if year_ is None:
        return None
    found = of(items, "MONTH")
    if found:
        return Reading("period", timex=f"{year_}-{found[0].value:02d}-{LAST_DAY[found[0].value]:02d}")
    return Reading("period", timex=f"{year_}-END")
