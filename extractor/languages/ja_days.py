"""Readers of Japanese days: 21日, 18～20日, 10月2日～22日, 今月20日, 2025/4/17."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.languages.base import Context, Item, Reading
from extractor.languages.ja_numerals import in_kanji
from extractor.languages.ja_periods import NOT_A_YEAR_BEFORE, UNKNOWN, integer, period, split, year_of


def days_of(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """18～20日: days of one month; 3～5日間 is a length of time."""
    first, last = integer(items[0]), integer(items[2])
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    if re.match(r"間|程度|かか|以内|ほど|で|前|後|ごと|おき", context.right(items[-1], 3)):
        return None
    return period(f"XXXX-XX-{first:02}/XXXX-XX-{last:02}")


def days(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年10月2日～22日, 10月2日から11月5日まで, 4月1～20日."""
    years, rest, fits = split(items)
    year = year_of(years, context, sure=True) if years else UNKNOWN
    cut = next((n for n, i in enumerate(rest) if i.cls in {"TILDE", "DASH", "KARA"}), None)
    if not fits or year is None or cut is None or year.startswith("FY"):
        return None
    if rest[cut].cls == "KARA" and not re.match(r"(?:まで|の間|にかけ)", context.right(items[-1], 4)):
        return None
    start = [integer(i) for i in rest[:cut] if i.cls == "NUM"]
    stop = [integer(i) for i in rest[cut + 1 :] if i.cls == "NUM"]
    if len(start) != 2 or None in start or None in stop or not stop:
        return None
    end = stop if len(stop) == 2 else [start[0], *stop]
    if not all(m is not None and d is not None and 1 <= m <= 12 and 1 <= d <= 31 for m, d in (start, end)):
        return None
    return period(f"{year}-{start[0]:02}-{start[1]:02}/{year}-{end[0]:02}-{end[1]:02}")


def day(items: Sequence[Item], context: Context) -> Reading | None:
    """21日: a day of the month; not 10日間, 3日後, 20日以内."""
    value = integer(items[0])
    if value is None or not 1 <= value <= 31 or (in_kanji(items[0].text) and value == 1):
        return None
    if value == 1 and context.right(items[-1], 1).isdecimal():
        return None
    if re.match(
        r"(?:間|後|前|以上|以内|以降?目|目|程度|で|ほど|余|分|当たり|あたり|たつ|かか|連続|ぶり|も|かけ|本|経)",
        context.right(items[-1], 4),
    ):
        return None
    if NOT_A_YEAR_BEFORE.search(context.left(items[0], 6)):
        return None
    return period(f"XXXX-XX-{value:02}")


def day_of(items: Sequence[Item], context: Context) -> Reading | None:
    """今月20日, 先月17日, 先月末."""
    if items[1].cls == "END":
        return period(f"{items[0].value}-31") if str(items[0].value)[0] == "M" else None
    value = integer(items[1])
    if value is None or not 1 <= value <= 31 or str(items[0].value)[0] != "M":
        return None
    return period(f"{items[0].value}-{value:02}")


def slashes(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2025/4/17, 2025-04-17; other runs of numbers and dashes are telephone numbers or scores."""
    numbers = [integer(i) for i in items if i.cls == "NUM"]
    if len(numbers) == 3 and None not in numbers:
        y, m, d = (n or 0 for n in numbers)
        if 1900 <= y < 2100 and 1 <= m <= 12 and 1 <= d <= 31:
            return period(f"{y}-{m:02}-{d:02}")
    return []


def dots(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2025.4.17: a date; 25.4.17 leaves its century open and 1.2.3 is a version."""
    if items[1].text != "." or not items[2].text.isdecimal():
        return None
    year, _, month = items[0].text.partition(".")
    day_ = integer(items[2])
    if len(year) == 4 and month.isdecimal() and day_ is not None and 1 <= int(month) <= 12 and 1 <= day_ <= 31:
        return period(f"{int(year)}-{int(month):02}-{day_:02}")
    return []
