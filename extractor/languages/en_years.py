"""English years, as the items of a rule name them, and days of a month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from extractor.languages.base import Item
from extractor.languages.en_readers import value_of

UNKNOWN = "XXXX"
LAST_DAY = {n: monthrange(2023, n)[1] for n in range(1, 13)}
TOKEN = re.compile(
    r"(?P<n>[1-4][QH]|[QH][1-4])?['’]?(?P<fy>FY|CY)?['’]?(?P<year>(?:19|20)?\d\d)?(?:[-/–](?:20)?\d\d)?(?P<m>[1-4][QH]|[QH][1-4])?"
)
UNITS_AFTER = {"PCT", "CUR", "SYM", "POINTS", "TIMES", "UNIT", "SCALE", "MINOR", "FOLD", "TIMEU"}


def of(items: Sequence[Item], cls: str) -> list[Item]:
    return [item for item in items if item.cls == cls]


def year_part(items: Sequence[Item]) -> str | None:
    """The year that the items name: 2024, FY2024, Y-1; None when they name none; "" when it cannot be one."""
    fiscal = "FY" if of(items, "FISCAL") else ""
    for item in items:
        if item.cls == "YNUM":
            return f"{fiscal}{item.text}"
        if item.cls == "PTOK":
            found = TOKEN.fullmatch(item.text)
            if found is None or found["n"] or found["m"] or not found["year"]:
                return ""
            return f"{'FY' if found['fy'] == 'FY' else fiscal}{found['year'] if len(found['year']) == 4 else '20' + found['year']}"
        if item.cls == "REL":
            timex = str(item.value)
            if not re.fullmatch(r"(?:FY)?Y[+-]?\d", timex):
                return ""
            return timex if timex.startswith("FY") or not fiscal else f"FY{timex}"
    return fiscal + UNKNOWN if fiscal else None


def year_of(items: Sequence[Item]) -> str | None:
    return year_part(items) or (UNKNOWN if year_part(items) is None else None)


def in_fiscal(year_: str, month_: int) -> str:
    """The calendar year of a month of a fiscal year that begins in April: January of fiscal 2024 is in 2025."""
    if not year_.startswith("FY"):
        return year_
    said = year_[2:]
    if said.isdigit():
        return str(int(said) + (month_ < 4))
    return UNKNOWN


def day_of(item: Item) -> int | None:
    value = value_of(item).value
    if "." in item.text or "," in item.text or item.parts or value != int(value) or not 1 <= value <= 31:
        return None
    return int(value)
