"""Chinese years: 2024年, 去年, 2024财年上半年, 2023年末, 2016—2018年, 90年代, and what reads the year of other periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.languages.base import Context, Item, Reading
from extractor.languages.numerals import DIGITS
from extractor.languages.zh_readers import Made, first, numerals


def whole(item: Item) -> int | None:
    """The whole number of a plain numeral; None for vague, signed and broken ones."""
    if item.parts:
        return None
    value: Decimal = item.value.value
    return int(value) if value == value.to_integral_value() and "," not in item.text else None


def year_of(item: Item, *, short: bool = False) -> str | None:
    """A year from 1800 to 2199 in four digits (2024, 二〇二四); with `short` also two (24: 2024)."""
    text = item.text
    if item.parts or not all(c in DIGITS or c.isdecimal() for c in text):
        return None
    value = whole(item)
    if value is None:
        return None
    if len(text) == 4 and 1800 <= value < 2200:
        return f"{value}"
    if short and len(text) == 2:
        return f"{2000 + value}" if value < 60 else f"{1900 + value}"
    return None


def named_year(items: Sequence[Item], *, short: bool = True) -> str | None:
    """The year that leads the items: 2025年, 去年; XXXX when none does; None when it is no year."""
    head = items[0]
    if head.cls == "RELYEAR":
        return str(head.value)
    if head.cls == "NUM" and len(items) > 1 and items[1].cls == "YEAR":
        return year_of(head, short=short)
    return "XXXX"


def after_year(items: Sequence[Item]) -> Sequence[Item]:
    """The items after a leading year."""
    if items[0].cls == "RELYEAR":
        return items[1:]
    return items[2:] if len(items) > 1 and items[1].cls == "YEAR" else items


def made(timex: str | None) -> Made:
    return None if timex is None else Reading("period", timex=timex)


NAMED_FISCAL = re.compile(r"(20\d\d)财年[^。\n]{0,60}$")


def _before_named(item: Item, context: Context) -> str:
    """上财年 in a sentence that names a fiscal year is the one before that; else before the one that runs."""
    named = NAMED_FISCAL.search(context.left(item, 70))
    return f"{int(named[1]) - 1}" if named and item.value == "Y-1" else str(item.value)


def fiscal(items: Sequence[Item], context: Context) -> Made:
    """2024财年, 2024/25财年, 上财年, 2024财年第一季度, 2024财年上半年."""
    head = items[0]
    year = _before_named(head, context) if head.cls == "RELFISCAL" else year_of(head, short=True)
    if year is None:
        return None
    at = next(n for n, i in enumerate(items) if i.cls in {"FISCAL", "RELFISCAL"})
    rest = items[at + 1 :]
    part = first(rest, "PART")
    number = first(rest, "NUM")
    season = first(rest, "SEASON")
    if part is not None:
        return made(f"FY{year}-{part.value}")
    if first(rest, "FIRST") and number is not None:
        last = whole(number)
        return made(f"FY{year}-Q1/FY{year}-Q{last}") if last and 1 < last <= 4 else None
    if number is not None or season is not None:
        found = season.value if season else whole(number) if number else None
        return made(f"FY{year}-Q{found}") if found and 1 <= found <= 4 else None
    return made(f"FY{year}")


OF_JAPAN, OF_CHINA = re.compile("日元|日本"), re.compile(r"\d[万亿]?元|人民币|我国")
"""Whose 年度 it is: Japan's begins in April, China's in January."""
NAMED_YEAR = re.compile(r"(?:20\d\d|去|今|上|前)年[^，。；\n]{1,7}$")
"""2023年日本全年: the year is named before."""


def year(items: Sequence[Item], context: Context) -> Made:
    """2024年, 去年, 2024年全年, 二〇二四年; 24年 only as a length of time."""
    head = items[0]
    found = named_year(items, short=False)
    if found == "XXXX" and head.cls == "WHOLE" and NAMED_YEAR.search(context.left(head, 12)):
        return []
    if found == "XXXX" and head.cls == "WHOLE":
        return made("FULL")
    if found is None or found == "XXXX":
        return None
    if (
        head.cls == "NUM"
        and items[-1].text == "年度"
        and OF_JAPAN.search(context.text)
        and not OF_CHINA.search(context.text)
    ):
        return made(f"FY{found}")
    if head.cls == "NUM" and items[-1].cls == "YEAR" and re.match(r"期国债|级|轻", context.right(items[-1], 2)):
        return None
    return made(found)


def year_end(items: Sequence[Item], _: Context) -> Made:
    """2023年末, 去年底, 去年年底; 年初 is January."""
    head, last = items[0], items[-1]
    if head.cls == "RELYEAR":
        found: str | None = str(head.value)
    elif head.cls in {"END", "START"}:
        found = "XXXX" if len(head.text) == 2 else None
    else:
        found = year_of(head)
    if found is None:
        return None
    if last.cls == "START":
        return made(f"{found}-01" if found != "XXXX" else "Y0-01")
    return made(f"{found}-END")


def year_span(items: Sequence[Item], _: Context) -> Made:
    """2016年至2018年, 2016—2018年, 2016到2018."""
    found = numerals(items)
    start, end = year_of(found[0]), year_of(found[1], short=True)
    if items[0].cls == "RELYEAR" or start is None or end is None or start >= end:
        return None
    return made(f"{start}/{end}")


def bare_year(items: Sequence[Item], context: Context) -> Made:
    """2024 alone, in digits and near our time."""
    found = year_of(items[0]) if items[0].text.isdigit() else None
    after = context.right(items[0], 1)
    if context.left(items[0], 1) in {"〔", "["}:
        return []
    if found is None or not "1950" <= found <= "2059" or after in {"年"} or (after.isascii() and after.isalpha()):
        return None
    return made(found)


def decade(items: Sequence[Item], _: Context) -> Made:
    """上世纪90年代, 20世纪70年代."""
    value = whole(numerals(items)[0])
    if value is None or value % 10 or value > 90:
        return None
    base = int(items[0].value) if items[0].cls == "CENTURY" else 1900 if value >= 50 else 2000
    return made(f"{base + value}/{base + value + 9}")
