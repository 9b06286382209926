"""English periods: from the items of a rule to an expression that `extract/periods.py` resolves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.languages.base import Context, Item, Reading
from extractor.languages.en_readers import value_of
from extractor.languages.en_years import TOKEN, in_fiscal, of, year_of, year_part


def year(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2024; the 1970s; not "more than 2000", which counts something."""
    item = items[0]
    after = context.text[item.end : item.end + 3]
    decade = re.match(r"['’]?s\b", after)
    if decade is not None:
        if item.text[3] != "0":
            return None
        return Reading("period", timex=f"{item.text}/{item.text[:3]}9", end=item.end + decade.end())
    before = context.before
    counted = {"more than", "at least", "up to", "some", "fewer than", "less than", "nearly", "almost", "roughly", "approximately",
               "no fewer than", "as many as", "exceeded", "exceeding", "at most", "surpassed"}  # fmt: skip
    since = before is not None and re.search(r"\b(?:since|in|from|by|until)\s$", context.left(before, 7), re.I)
    if (
        before is not None
        and not since
        and (before.cls == "SYM" or (before.cls == "LBOUND" and before.text.lower() in counted))
    ):
        return None
    left = context.left(item, 16)
    if re.search(r"[\d.,+#$€£¥/_&=-]$", left) and not re.search(r"(?:^|[A-Za-z\s])[-/]$", left):
        return None
    if re.match(r"[.,:]?\d|[-/_]\w|[A-Za-z]|-", after) and not re.match(r"-[A-Za-z]|/?-", after):
        return None
    if not "1900" <= item.text <= "2100" and not re.search(
        r"\b(?:in|since|of|from|by|until|during|year|before|after|to)\s$", left, re.I
    ):
        return None
    if re.search(r"\b(?:total(?:ed|led|s)?|reached|to|hit|at|was|is|were)\s$", left, re.I) and _index_near(
        context, item
    ):
        return None
    if context.after is not None and context.after.cls in {"PCT", "POINTS", "TIMES"}:
        return None
    return Reading("period", timex=item.text)


def _index_near(context: Context, item: Item) -> bool:
    return bool(re.search(r"\b(?:points?|index|PMI|composite)\b", context.text[max(0, item.start - 48) : item.start]))


def relative(items: Sequence[Item], context: Context) -> Reading | None:
    """last year, this month, full year; as the base of a growth rate ("from last year") too."""
    timex = str(items[0].value)
    if timex == "FULL" and re.match(r"\s+(?:of|ended|ending|to|through)\b|-", context.right(items[0], 8)):
        return None
    return Reading("period", timex=timex)


def same_period(items: Sequence[Item], _: Context) -> Reading:
    """the same period a year earlier."""
    return Reading("period", timex="SAME")


def same_of_year(items: Sequence[Item], _: Context) -> Reading:
    """the same quarter of 2024: of that year, which part only a context knows."""
    return Reading("period", timex=f"{items[1].text}-XX")


MODAL = re.compile(
    r"(?:\b(?:in|of|since|from|to|by|until|through|last|this|next|early|late|mid|for|during|and|between|on|than|with|over|versus|vs|before|after|till|or"
    r"|through|ended|ending|ends?|as of|around|each|every|per|the|a|until|when|April|against|was|was in|came in)[\s-]|[,(–—/-]\s?|^)$",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:will|would|plans? to|planned|set to|due|scheduled|expected to|agreed to|aims? to)\b[^.;!?\n]{0,72}"
    r"\b(?:from|starting(?: in| from)?|beginning(?: in)?|until|by)\s$",
    re.I,
)
"""will raise output from July: the coming one."""
DATA = re.compile(
    r"[’']s\b|\s(?:data|figures?|exports?|imports?|sales|trade|report|survey|reading|results?|production|output|orders|shipments|PMI|CPI|number|alone|was|were"
    r"|meeting|contract|futures|delivery|inflation|total|level|saw|to)\b",
)


def month(items: Sequence[Item], context: Context) -> Reading | None:
    """May 2025; March; "through May" runs from January. The verb may, the name May and to march are none."""
    item = items[0]
    alone = len(items) == 1
    left = context.text[max(0, item.start - 16) : item.start]
    if alone and item.text in {"May", "March", "MAY", "MARCH"}:
        line_start = left.split("\n")[-1]
        if not (line_start and MODAL.search(line_start)) and not DATA.match(context.right(item, 12)):
            return None
        if item.text == "May" and re.match(r"\s(?:I|we|he|she|they|you|be|not|have|also|it)\b", context.right(item, 8)):
            return None
    elif alone and (len(item.text) == 3 and item.text not in {"Apr", "Jun", "Jul", "Aug"} and not re.search(
        r"\b(?:in|of|since|from|to|by|until|through|for|end)[\s-]$", left, re.I
    )):  # fmt: skip
        return None
    if (
        alone
        and re.match(r"['’-]?[a-z]|\s[A-Z][a-z]+\s(?:said|told)", context.right(item, 16))
        and not re.match(r"[’'](?:s|-)|-", context.right(item, 4))
    ):
        return None
    year_ = year_of(items)
    if year_ is None:
        return None
    timex = f"{in_fiscal(year_, item.value)}-{item.value:02d}"
    if alone and re.match(r"\s(?:delivery|futures|contract)\b", context.right(item, 12)):
        return Reading("period", timex=f"NEXT-{item.value:02d}")
    if alone and AHEAD.search(context.left(item, 90)) and not re.match(r"[’']|\slevels?\b", context.right(item, 7)):
        return Reading("period", timex=f"NEXT-{item.value:02d}")
    through = re.search(r"\b(?:through|up to|year to|to end)[\s-](?:the end of\s)?$", left, re.I)
    if through is not None and not through.group().lower().startswith("year"):
        return Reading("period", timex=f"{timex[:-2]}01/{timex}", start=item.start - len(through.group()))
    return Reading("period", timex=timex)


def months(items: Sequence[Item], context: Context) -> Reading | None:
    """January-May, January to May 2025, the January-March quarter, April 2024-March 2025."""
    first, last = of(items, "MONTH")[:2]
    years = [item for item in items if item.cls in {"YNUM", "REL"}]
    if len(years) == 2:
        a, b = (year_part([item]) for item in years)
    else:
        a = b = year_of(items)
        if a is not None and b is not None and first.value > last.value and b.isdigit():
            before = items.index(years[0]) < items.index(last) if years else False
            a, b = (b, str(int(b) + 1)) if before else (str(int(b) - 1), b)
    if not a or not b:
        return None
    a, b = in_fiscal(a, first.value), in_fiscal(b, last.value)
    if any(item.cls == "AND" for item in items) and not re.search(r"\bbetween\s$", context.left(first, 9), re.I):
        return None
    quarter = any(item.cls == "QUARTER" for item in items)
    if quarter and last.value - first.value == 2 and first.value % 3 == 1 and a == b:
        return Reading("period", timex=f"{a}-Q{(first.value + 2) // 3}")
    start = re.search(r"\b(?:from|between)\s$", context.left(first, 9), re.I)
    return Reading(
        "period", timex=f"{a}-{first.value:02d}/{b}-{last.value:02d}",
        start=first.start - len(start.group()) if start and not quarter else None,
    )  # fmt: skip


def quarter(items: Sequence[Item], context: Context) -> Reading | None:
    """the second quarter of 2024, fiscal first quarter, Q1 2024."""
    number = next((value_of(item).value for item in items if item.cls == "ORD"), Decimal(0))
    year_ = year_of(items)
    if number not in {1, 2, 3, 4} or year_ is None:
        return None
    return Reading("period", timex=f"{year_}-Q{number}")


def quarter_by_month(items: Sequence[Item], _: Context) -> Reading | None:
    """the March quarter: the one that ends with it."""
    year_ = year_of([item for item in items if item.cls in {"YNUM", "REL"}])
    number = items[0].value
    return None if year_ is None or number % 3 else Reading("period", timex=f"{year_}-Q{number // 3}")


def half(items: Sequence[Item], context: Context) -> Reading | None:
    """the first half of fiscal 2025; a first half is any."""
    if re.search(r"\b(?:a|any)\s$", context.left(items[0], 5)) and len(items) == 1:
        return None
    year_ = year_of(items)
    return None if year_ is None else Reading("period", timex=f"{year_}-{of(items, 'QH')[0].value}")


def token(items: Sequence[Item], context: Context) -> Reading | None:
    """1Q24, Q1, H1 2016, FY2024, FY24/25: one token, and perhaps a year beside it."""
    ptok = of(items, "PTOK")[0]
    found = TOKEN.fullmatch(ptok.text)
    if found is None:
        return None
    sub = found["n"] or found["m"] or ""
    sub = sub if not sub or sub[0].isalpha() else sub[::-1]
    said = found["year"]
    fiscal = "FY" if found["fy"] == "FY" else ""
    others = [item for item in items if item.cls in {"YNUM", "REL", "FISCAL", "PTOK"} and item is not ptok]
    if said:
        year_: str | None = f"{fiscal}{said if len(said) == 4 else '20' + said}"
    else:
        year_ = year_of(others)
    if year_ is None or (not sub and not said):
        return None
    return Reading("period", timex=f"{year_}-{sub}" if sub else year_)


def fiscal_year(items: Sequence[Item], context: Context) -> Reading | None:
    """fiscal 2024, fiscal year 2024-25, the 2024 fiscal year."""
    years = of(items, "YNUM")
    return Reading("period", timex=f"FY{years[0].text}")


def split_year(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2024/25, 2016-11, 2019-2021: a split year, a month or a span of years."""
    first, joint, second = items[0], items[1], items[2]
    later = second.text
    if second.cls == "YNUM":
        if int(later) <= int(first.text) or joint.cls == "SLASH":
            return None
        start = re.search(r"\b(?:from|between)\s$", context.left(first, 9), re.I)
        if joint.cls == "AND" and start is None:
            return None
        return Reading(
            "period", timex=f"{first.text}/{later}", start=first.start - len(start.group()) if start else None
        )
    if joint.cls not in {"DASH", "SLASH"} or len(later) != 2 or not later.isdecimal():
        return None
    if int(later) == (int(first.text) + 1) % 100:
        return Reading("period", timex=f"{first.text}/{later}", note="a year that spans two; which months is not said")
    if 1 <= int(later) <= 12:
        return Reading("period", timex=f"{first.text}-{later}")
    return (
        Reading("period", timex=f"{first.text}/{first.text[:2]}{later}") if int(later) > int(first.text[2:]) else None
    )


def first_months(items: Sequence[Item], context: Context) -> Reading | None:
    """first five months of 2025, first nine months of fiscal 2024, first three quarters."""
    counter = next((item for item in items[1:] if item.cls in {"NUM", "WORD"}), None)
    if counter is None or value_of(items[0]).value != 1:
        return None
    n = int(value_of(counter).value)
    n *= 3 if items[2].cls in {"QUARTER", "QUARTERS"} else 1
    year_ = year_of(items)
    if year_ is None or not 1 <= n <= 12 or items[2].value not in {"month", "quarter"}:
        return None
    if year_.startswith("FY"):
        return Reading("period", timex=f"{year_}-Q1/{year_}-Q{n // 3}") if n % 3 == 0 else None
    return Reading("period", timex=f"{year_}-01/{year_}-{n:02d}")


def ended(items: Sequence[Item], context: Context) -> Reading | None:
    """year ended March 31, three months to June, the fiscal year through March 2025."""
    first = items[0]
    n = 12
    if first.cls in {"NUM", "WORD"}:
        if value_of(first).value > 24 or items[1].value not in {"month", "quarter"}:
            return None
        n = int(value_of(first).value) * (3 if items[1].cls in {"QUARTER", "QUARTERS"} else 1)
    elif first.cls == "QUARTER":
        n = 3
    elif first.cls == "QH":
        n = 6
    elif (first.cls == "REL" and (first.value != "FULL" or items[1].text.lower() == "to")) or (
        first.cls == "TIMEU" and first.value not in {"year", "half", "quarter"}
    ):
        return None
    last = of(items, "MONTH")[0]
    year_ = year_of([item for item in items[1:] if item.cls in {"YNUM", "REL"}])
    return None if year_ is None else Reading("period", timex=f"P{n}M/{year_}-{last.value:02d}")


def part_of(items: Sequence[Item], context: Context) -> Reading | None:
    """early 2025, late May, mid-2024: the whole of it, with a note."""
    year_ = year_of(items)
    if year_ is None:
        return None
    found = of(items, "MONTH")
    timex = f"{year_}-{found[0].value:02d}" if found else year_
    return Reading("period", timex=timex, note=f"{items[0].text.strip('- ').lower()} in it")
