"""Chinese months, quarters, halves and relative periods to TIMEX-like values: 2025年前5个月, 去年四季度, 1—11月."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.languages.base import Context, Item, Reading
from extractor.languages.zh_numerals import amount
from extractor.languages.zh_readers import Made, first, numerals
from extractor.languages.zh_years import after_year, made, named_year, whole, year_end


def month_number(item: Item) -> str | None:
    value = whole(item)
    return f"{value:02d}" if value is not None and 1 <= value <= 12 else None


def month(items: Sequence[Item], context: Context) -> Made:
    """5月, 去年12月, 2024年11月份, 十一月, 10月底."""
    year = named_year(items)
    number = month_number(numerals(after_year(items))[0])
    last = items[-1]
    if re.match(r"交货|交割|期货|合约|到期", context.right(last, 2)):
        return []
    if last.cls == "END":
        if last.text not in {"底", "末"}:
            return None
        return made(f"{year}-{number}-END" if year and number else None)
    return made(f"{year}-{number}" if year and number else None)


def month_span(items: Sequence[Item], _: Context) -> Made:
    """1—11月, 1月至5月, 2024年4月至2025年3月."""
    cut = next(n for n, i in enumerate(items) if i.cls in {"DASH", "TO"})
    left, right = items[:cut], items[cut + 1 :]
    year, later = named_year(left), named_year(right)
    start, end = month_number(numerals(after_year(left))[0]), month_number(numerals(after_year(right))[0])
    if not (year and later and start and end):
        return None
    if later == "XXXX":
        later = year
        if start > end:
            later = f"{int(year) + 1}" if year.isdigit() else year
    return made(f"{year}-{start}/{later}-{end}")


def month_list(items: Sequence[Item], _: Context) -> Made:
    """2024年5月、6月和7月; 5、6月份; 一、二季度: each its own period of the same year."""
    year = named_year(items)
    rest = after_year(items)
    quarters = items[-1].cls == "QUARTER"
    found: list[Reading] = []
    start = items[0].start
    for n, item in enumerate(rest):
        if item.cls != "NUM":
            continue
        value = whole(item)
        if year is None or value is None or not 1 <= value <= (4 if quarters else 12):
            return None
        end = rest[n + 1].end if n + 1 < len(rest) and rest[n + 1].cls in {"MONTH", "QUARTER"} else item.end
        found.append(Reading("period", timex=f"{year}-Q{value}" if quarters else f"{year}-{value:02d}").at(start, end))
        start = next((later.start for later in rest[n + 1 :] if later.cls == "NUM"), end)
    return found


def to_date(items: Sequence[Item], _: Context) -> Made:
    """前5个月, 前三季度, 今年头两个月: from January on."""
    year = named_year(items)
    number = whole(numerals(after_year(items))[0])
    quarters = items[-1].value == "quarter"
    last = number * 3 if number is not None and quarters else number
    if year is None or last is None or not 1 < last <= 12:
        return None
    return made(f"{year}-01/{year}-{last:02d}")


def quarter(items: Sequence[Item], context: Context) -> Made:
    """一季度, 去年第四季度, 2025年首季."""
    year = named_year(items)
    season = first(items, "SEASON")
    number = season.value if season else whole(numerals(after_year(items))[0])
    if year is None or number is None or not 1 <= number <= 4:
        return None
    last = items[-1]
    bare = last.text == "季" and year == "XXXX" and not first(items, "ORD")
    if bare and re.match(r"[稻作节风种蔬度]", context.right(last, 1)):
        return []
    return made(f"{year}-Q{number}")


def quarter_span(items: Sequence[Item], _: Context) -> Made:
    """一至三季度."""
    year = named_year(items)
    found = numerals(after_year(items))
    start, end = whole(found[0]), whole(found[1])
    if year is None or start is None or end is None or not 1 <= start < end <= 4:
        return None
    return made(f"{year}-Q{start}/{year}-Q{end}")


def half(items: Sequence[Item], context: Context) -> Made:
    """上半年, 2024年下半年."""
    year = named_year(items)
    part = items[-1]
    if part.text in {"上半", "下半"} and re.match(r"[身场部区旬夜]", context.right(part, 1)):
        return []
    return made(f"{year}-{part.value}" if year else None)


LIKENED = frozenset({"持平", "相同", "相近", "相仿", "相比", "相当", "相當", "一致"})
COMPARED = re.compile(r"[比较較由从從]$|[高低][于於]$")


def compared(items: Sequence[Item], context: Context) -> Made:
    """比上月, 较上年, 比上一财年: before the period under discussion, not before the publication date."""
    before, after = context.left(items[0], 2), context.right(items[-1], 2)
    if not COMPARED.search(before) and not (before[-1:] in {"与", "與", "和", "同"} and after in LIKENED):
        return None
    timex = str(items[0].value)
    if items[0].cls == "RELYEAR" or items[0].cls == "RELFISCAL":
        return made("SAME") if items[0].text.startswith("上") else None
    return made(f"PREV:{timex[0]}") if timex[1:] == "-1" and timex[0] in "MQW" else None


def part_of_year(items: Sequence[Item], context: Context) -> Made:
    """比上年四季度, 较去年末: a part of that year, whatever is compared with it."""
    if not COMPARED.search(context.left(items[0], 1)):
        return None
    last = items[-1]
    reader = {"QUARTER": quarter, "SEASON": quarter, "PART": half, "MONTH": month, "END": year_end}[last.cls]
    return reader(items, context)


def same_of_year(items: Sequence[Item], _: Context) -> Made:
    """2023年同期: of that year, which part only a context knows."""
    year = named_year(items, short=False)
    return made("SAME" if year == "Y-1" else f"{year}-XX" if year else None)


def same_period(items: Sequence[Item], _: Context) -> Made:
    """去年同期."""
    return made("SAME")


def relative(items: Sequence[Item], _: Context) -> Made:
    """上月, 今天, 上周三, 本季度."""
    return made(str(items[-1].value) if len(items) == 1 else str(items[0].value))


def so_far(items: Sequence[Item], _: Context) -> Made:
    """今年以来: from January to the month before the publication date, or to it."""
    return made("YTD:D0")


def recent(items: Sequence[Item], context: Context) -> Made:
    """近三年, 过去五年, 最近6个月: counted back from the publication date; 未来 forward."""
    head, number, span = items[0], numerals(items)[0], items[-1]
    if head.text not in {"近", "最近", "过去", "過去", "未来", "未來", "今后"} or amount(number).number is None:
        return None
    count = whole(number)
    if count is None or not 0 < count < 100:
        return None
    ahead = head.text in {"未来", "未來", "今后"}
    letter = {"year": "Y", "month": "M", "quarter": "Q"}.get(str(span.value))
    if letter is None:
        return None
    if ahead:
        return made(f"{letter}+1/{letter}+{count}" if letter != "Y" else f"Y+1/Y+{count}")
    return made(f"PAST:{count}{letter}")
