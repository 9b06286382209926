"""Chinese days: 2024年10月1日, 10月1日, 17日, 4月1日至15日, 2025-04-17, 20240307."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.languages.base import Context, Item, Reading
from extractor.languages.numerals import DIGITS
from extractor.languages.zh_periods import month_number
from extractor.languages.zh_readers import Made, numerals
from extractor.languages.zh_years import after_year, made, named_year, whole, year_of


def _day(item: Item) -> str | None:
    value = whole(item)
    return f"{value:02d}" if value is not None and 1 <= value <= 31 else None


def day(items: Sequence[Item], _: Context) -> Made:
    """2024年10月1日, 10月1日, 去年12月31日."""
    year = named_year(items)
    found = numerals(after_year(items))
    month, number = month_number(found[0]), _day(found[1])
    return made(f"{year}-{month}-{number}" if year and month and number else None)


def day_span(items: Sequence[Item], _: Context) -> Made:
    """4月1日至15日, 2024年4月1日至2025年3月31日."""
    cut = next(n for n, i in enumerate(items) if i.cls in {"DASH", "TO"})
    left, right = items[:cut], items[cut + 1 :]
    year, later = named_year(left), named_year(right)
    one, two = numerals(after_year(left)), numerals(after_year(right))
    month, start = month_number(one[0]), _day(one[1])
    month_to = month_number(two[0]) if len(two) > 1 else month
    end = _day(two[-1])
    if later == "XXXX":
        later = year
    if not (year and later and month and month_to and start and end):
        return None
    return made(f"{year}-{month}-{start}/{later}-{month_to}-{end}")


def lone_day(items: Sequence[Item], context: Context) -> Made:
    """17日: a day of a month not said; 本月17日."""
    number = numerals(items)[-1]
    value = _day(number)
    if items[0].cls != "RELMONTH" and len(number.text) == 1 and number.text in DIGITS:
        return None
    if value is None or re.match(r"游|线|均(?!线)|内瓦", context.right(items[-1], 2)):
        return None
    if items[0].cls == "RELMONTH":
        return [
            Reading("period", timex=str(items[0].value)).at(items[0].start, items[0].end),
            Reading("period", timex=f"XXXX-XX-{value}").at(number.start, items[-1].end),
        ]
    return made(f"XXXX-XX-{value}")


def iso(items: Sequence[Item], _: Context) -> Made:
    """2025-04-17, 2025/4/17."""
    year, month, number = year_of(items[0]), month_number(items[2]), _day(items[4])
    return made(f"{year}-{month}-{number}" if year and month and number else None)


def compact(items: Sequence[Item], context: Context) -> Made:
    """20240307."""
    text = items[0].text
    if not re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", text):
        return None
    if re.search(r"[/=&?#_@A-Za-z]$|(?:编号|代码|订单号|账号|[^期]号)[：: ]?$", context.left(items[0], 5)):
        return []
    return made(f"{text[:4]}-{text[4:6]}-{text[6:]}")
