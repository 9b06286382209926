"""English percentages, points, multiples and shares of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_readers import (
    NUMBERS,
    amount,
    as_percent,
    cell_negative,
    code,
    numerals,
    plain_reading,
    value_of,
)


def percent(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """29.2 percent; a whole table cell in brackets is negative."""
    reading = plain_reading("percent", "percent", items, context)
    if reading.number is not None and reading.number.value == WHOLE and ADD_UP.search(context.left(items[0], 24)):
        return []
    return cell_negative(reading, items, context)


WHOLE = Decimal(100)
ADD_UP = re.compile(r"\b(?:add|adds|added|adding|sum|total|totals?)\s(?:up\s)?to\s(?:exactly\s)?$", re.I)
"""Before a hundred percent that is no figure: may not add up to 100%."""


def part_of_percent(items: Sequence[Item], context: Context) -> Reading | None:
    """half a percent, three-tenths of a percent, a quarter of one percent: a percentage below one."""
    head, before = items[0], items[1:-1]
    if any(item.cls in NUMBERS and value_of(item).value != 1 for item in before):
        return None
    if head.cls == "PORTION":
        share, start = value_of(head).value, head.start
    elif head.cls == "HALF":
        share, start = Decimal("0.5"), head.start
    else:
        article = re.search(r"(?:^|\W)(a|one)\s$", context.left(head, 6), re.I)
        if article is None or not head.text[0].isalpha():
            return None
        share = 1 / (Decimal(4) if head.cls == "QUARTER" else value_of(head).value)
        start = head.start - len(article.group(1)) - 1
    if context.after is not None and context.after.cls in {"POINT", "POINTS"}:
        return None
    return Reading("percent", Number(share, None), "percent", start=start)


def percent_after(items: Sequence[Item], context: Context) -> Reading | None:
    """per cent of 210: the unit first, and no number before it."""
    before = context.before
    return None if before is not None and before.cls in NUMBERS else Reading("percent", value_of(items[-1]), "percent")


def points(items: Sequence[Item], context: Context) -> Reading | None:
    """13.2 percentage points, 25 basis points."""
    return plain_reading("points", code(items, "POINTS"), items, context)


def part_of_point(items: Sequence[Item], context: Context) -> Reading | None:
    """half a percentage point, a quarter point (of a percentage point, as rates are told)."""
    share = Decimal("0.5") if items[0].cls == "HALF" else Decimal("0.25")
    unit = code(items, "POINTS")
    if unit is None and code(items, "POINT", "UNIT") != "point":
        return None
    return Reading("points", Number(share, None), unit or "percentage_point")


def one_point(items: Sequence[Item], context: Context) -> Reading | None:
    """a percentage point."""
    return Reading("points", Number(Decimal(1), None), str(items[0].value)) if _article(items[0], context) else None


def _article(item: Item, context: Context) -> bool:
    return bool(re.search(r"(?:^|\W)(?:a|an|one|a full|one full)\s$", context.left(item, 10), re.I))


def times(items: Sequence[Item], context: Context) -> Reading | None:
    """2.9 times; three times a year counts and is no multiple."""
    after = context.right(items[-1], 16)
    if re.match(r"\s+(?:a|per|each|every)\s+(?:year|month|week|day|quarter)", after) or re.search(
        r"\b(?:several|many|all)\s$", context.left(items[0], 9)
    ):
        return None
    if items[-1].text in {"x", "X"} and items[-2].end != items[-1].start:
        return None
    note = None
    if re.search(
        r"\b(?:increased?|rose|grew|jumped|surged|up|climbed|soared|expanded)(?:\s+by)?\s+(?:\w+\s+)?$",
        context.left(items[0], 28),
        re.I,
    ):
        note = "increased by or to this multiple: the text leaves it open"
    return replace(plain_reading("multiple", "times", items, context), note=note)


def fold(items: Sequence[Item], context: Context) -> Reading | None:
    """10-fold."""
    return plain_reading("multiple", "times", items, context)


def folds(items: Sequence[Item], _: Context) -> Reading | None:
    """sixfold."""
    return Reading("multiple", Number(Decimal(items[0].value), None), "times") if items[0].value else []  # type: ignore[return-value]


def multiple(items: Sequence[Item], _: Context) -> Reading | None:
    """doubled, halved: the direction is in the word."""
    value, direction = items[0].value
    return Reading("multiple", Number(Decimal(value), None), "times", direction=direction)


def multiple_word(items: Sequence[Item], context: Context) -> Reading | None:
    """double the level of 2016, twice as many: not double standards, nor twice a year."""
    after = context.right(items[0], 24)
    if items[0].text.lower() in {"twice", "thrice"}:
        if not re.match(r"\s+(?:as|the|that|its|their|what|those|last|more)\b", after):
            return None
    elif not re.match(
        r"\s+(?:the|that|its|their|those|what|last|this|from|to|by|in|over|on|exports|imports|sales|output)\b|\s*[.,;]|\s*$",
        after,
    ):
        return None
    value, direction = items[0].value
    return Reading("multiple", Number(Decimal(value), None), "times", direction=direction)


def by_half(items: Sequence[Item], context: Context) -> Reading | None:
    """by half, in half: a multiple of 0.5, down."""
    start = re.search(
        r"\b(?:by|in)\s(?:about\s|nearly\s|almost\s|roughly\s|more than\s)?$", context.left(items[0], 18), re.I
    )
    if start is None or re.match(r"\s+(?:of|a|an|the)\b|\s*-", context.right(items[0], 8)):
        return None
    if start.group().lower().startswith("in") and not re.search(
        r"\b(?:cut|slash|split|reduce|halv|chop|divid|shr)\w*\b[^.,;]*$", context.left(items[0], 48), re.I
    ):
        return None
    return Reading(
        "multiple", Number(Decimal("0.5"), None), "times", direction="down", start=items[0].start - len(start.group())
    )


def share(items: Sequence[Item], context: Context) -> Reading | None:
    """two thirds of exports: percent of a whole, 66.66..."""
    number = value_of(items[0])
    return as_percent(number, items[0].start, items[-1].end)


AFTER_SHARE = re.compile(
    r"\s*(?:$|[.,;)\n]|(?:of|to|from|in|on|compared|less|more|higher|lower|as|than|since|over|year-on-year|this|last|by|versus|and|or|were|was|is|are|said"
    r"|had|have|has|during|between|after|before|smaller|larger|cheaper|fewer)\b)",
    re.I,
)
TIME_HALF = re.compile(r"\b(?:first|second|latter|last|this|next|previous|other|the|final|better|fiscal)\s$", re.I)


def half(items: Sequence[Item], context: Context) -> Reading | None:
    """half of the firms: 50 percent; not the first half, half-year or a half turn."""
    left = context.left(items[0], 12)
    after = context.right(items[0], 14)
    if (
        TIME_HALF.search(left)
        or after.startswith(("-", "‑"))
        or not re.match(
            r"\s*(?:$|[.,;)\n]|(?:of|the|its|their|that|as|were|was|said|are|a|all|those|our|his|her|in|expect|plan|from|to|people|what)\b)",
            after,
            re.I,
        )
    ):
        return None
    return as_percent(Number(Decimal("0.5"), None), items[0].start, items[0].end)


def ordinal_share(items: Sequence[Item], context: Context) -> Reading | None:
    """a third of buyers, by a fifth: the article makes it a share unless a noun follows; a third country is no share."""
    item = items[0]
    under = 4 if item.cls == "QUARTER" else item.value
    article = re.search(r"(?:^|\W)(a|an|one)\s$", context.left(item, 6), re.I)
    if article is None or not isinstance(under, (int, Number)):
        return None
    n = Decimal(under) if isinstance(under, int) else under.value
    after = context.right(item, 12)
    if n < 3 or not AFTER_SHARE.match(after) or not item.text[0].isalpha():
        return None
    if (
        item.cls == "QUARTER"
        and not re.match(r"\s*of\b", after)
        and not re.search(
            r"\b(?:by|than|nearly|about|almost|over|roughly|around|to)\s(?:a|one)\s$", context.left(item, 14), re.I
        )
    ):
        return None
    start = item.start - len(article.group(1)) - 1
    return as_percent(Number(Decimal(1) / n, None), start, item.end)


def one_in(items: Sequence[Item], context: Context) -> Reading | None:
    """one in five, two out of three: a share."""
    top, under = Decimal(1), value_of(items[-1]).value
    if items[0].cls != "ONEIN":
        top = value_of(items[0]).value
    if under <= top or under != int(under) or top != int(top) or under > 100 or items[-1].cls == "YNUM":
        return None
    after = context.right(items[-1], 12)
    if re.match(r"\s*(?:years?|months?|days?|weeks?|quarters?|decades?|percent|per cent|%)\b", after) or re.match(
        r"\s*%", after
    ):
        return None
    return as_percent(Number(top / under, None), items[0].start, items[-1].end)


def slash(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """3/4: a fraction when it is below one and common, else nothing."""
    over, under = (value_of(item).value for item in numerals(items))
    after = context.after
    before = context.before
    if before is not None and before.cls == "DASH" and re.search(r"\d-$", context.left(items[0], 2)):
        return []  # $5.68-1/2: a half of the last place
    if (after is not None and after.cls in {"SLASH", "DASH"}) or (before is not None and before.cls in NUMBERS):
        return []
    if over >= under or under not in {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000} or over != int(over):
        return []
    first = amount(numerals(items)[0], context, items[0])
    negative = first.number.value < 0
    value = over / under
    if after is not None and after.cls == "UNIT":
        return Reading("count", Number(value, None), str(after.value), start=first.start, end=after.end)
    return as_percent(Number(-value if negative else value, None), first.start, items[-1].end)


def one_over(items: Sequence[Item], context: Context) -> Reading | None:
    """1 over 3: written-out fraction."""
    first, last = items[0], items[-1]
    if items[1].text.lower() != "over":
        return None
    top, under = value_of(first).value, value_of(last).value
    alone = context.text.strip() == context.text[first.start : last.end]
    if (
        (top != 1 and not alone)
        or under < 3
        or (context.after is not None and context.after.cls in {"TIMEU", "CUR", "UNIT"})
    ):
        return None
    return as_percent(Number(top / under, None), first.start, last.end)
