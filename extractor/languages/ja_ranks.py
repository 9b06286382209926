"""Readers of Japanese streaks, look-backs and ranks: 2年連続, 3年ぶり, 過去最高, 第1位."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.domain.vocabulary import Direction
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_periods import integer

_SPANS = {"YEAR": "year", "DAY": "day", "MONTH": "month"}


_COUNTED = frozenset({"YEARS", "MONTHS", "WEEKS", "DAYS", "QUARTERS", "TERM"})


def _span(items: Sequence[Item]) -> tuple[Decimal, str] | None:
    """2年 -> 2 year; 4年半 -> 4.5 year; 2年5カ月 -> 29 month."""
    if items[0].cls == "SPELL":
        return Decimal(items[0].value[0]), str(items[0].value[1])
    numbers = [i.value.value for i in items if i.cls == "NUM"]
    units = [_SPANS.get(i.cls, str(i.value)) for i in items if i.cls in _SPANS or i.cls in _COUNTED]
    half = any(i.cls == "HALF" for i in items)
    if len(numbers) == 2 and units == ["year", "month"]:
        return numbers[0] * 12 + numbers[1] + (Decimal("0.5") if half else 0), "month"
    if len(numbers) != 1 or len(units) != 1:
        return None
    return numbers[0] + (Decimal("0.5") if half else 0), units[0]


def streak(items: Sequence[Item], context: Context) -> Reading | None:
    """2年連続, 3カ月連続, 2四半期連続, 5日続伸."""
    span = _span(items[:-1])
    if span is None or (items[-1].cls == "RUN" and items[-2].cls == "MONTH"):
        return None
    value, unit = span
    if unit == "term":
        return Reading("streak", Number(value, None), None, note="business terms: years, halves or quarters")
    return Reading("streak", Number(value, None), unit)


def lookback(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """3年ぶり, 8カ月ぶり, 2年5カ月ぶり, 4年半ぶり; 3年ぶりの高水準 is a rank over that window too."""
    found = streak(items, context)
    level = _LEVEL.match(context.text, items[-1].end, items[-1].end + 12)
    if found is None or level is None or found.number is None:
        return found
    unit = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D"}.get(found.unit or "")
    window = f"P{found.number.value}{unit}" if unit and found.number.value % 1 == 0 else None
    return [found.at(items[0].start, items[-1].end), replace(_level(level), timex=window)]


_COUNTERPART = re.compile(
    r"(?:に(?:大き[いな]|多い|重要な))?の?(?:(?:主要)?(?:対[日中米英韓豪印欧])?(?:輸出入|輸出|輸入|貿易)?"
    r"(?:相手国・地域|相手国|相手先|相手|仕向け地|供給国|供給元|供給先|調達先|パートナー)|(?:輸出|輸入)先(?:国)?|(?:輸出|輸入|の)市場"
    r"|経済大国|経済体)"
)
"""What a rank ranks: 最大の輸出相手国, 2番目に大きい市場, 世界第2の経済大国."""


def _with_noun(reading: Reading, start: int, end: int, context: Context) -> Reading:
    """The rank with the partner, market or economy that it ranks in its quote."""
    noun = _COUNTERPART.match(context.text, end, end + 24)
    return reading.at(start, noun.end() if noun else end)


def rank(items: Sequence[Item], context: Context) -> Reading | None:
    """第1位, 2位, 3番目."""
    number = next(i for i in items if i.cls == "NUM")
    value = integer(number)
    if value is None or value < 1:
        return None
    return _with_noun(Reading("rank", Number(Decimal(value), None), "rank"), items[0].start, items[-1].end, context)


def ordinal(items: Sequence[Item], context: Context) -> Reading | list[Reading]:
    """世界第2の経済大国 is a rank; 第85類, 第3条, 第2の柱 are not."""
    if re.search(r"(?:世界|国内|アジア|欧州|全米|全国|域内|日本|中国|米国)$", context.left(items[0], 4)) and re.match(
        r"の(?!柱|課題|波)", context.right(items[-1], 4)
    ):
        found = rank(items, context)
        return [] if found is None else found
    return []


def record(items: Sequence[Item], context: Context) -> Reading:
    """過去最高, 過去最大, 史上最低."""
    direction: Direction = "down" if items[0].value == "down" else "up"
    return Reading("rank", Number(Decimal(1), None), "rank", direction=direction)


def best(items: Sequence[Item], context: Context) -> Reading | None:
    """輸出は最高, 5年連続で最高を更新: a record; not 最高気温, 最高の品質."""
    if not _REACHED.match(context.right(items[0], 6)):
        return None
    return record(items, context)


_REACHED = re.compile(
    r"(?:を(?:更新|記録|付け|塗り)|だ|で(?:[、。]|し|あ)|と(?:な|し)|に(?:な|達)|[、。\s　]|の(?:水準|伸び|増加)|$)"
)

_NO_STATISTIC = re.compile(
    r"の?[^、。「」]{0,8}?(?:課題|懸念|要因|理由|焦点|問題|リスク|武器|特徴|ポイント|目的|魅力|強み|難関|脅威|争点|敵|関心|努力|敬意|配慮|賛辞|注意|効果)"
)


def superlative(items: Sequence[Item], context: Context) -> Reading | None:
    """最大の輸出相手国, 首位: rank 1; not 最大700人, 最大の課題."""
    item = items[0]
    after = context.right(item, 6)
    if item.text == "最低" and _REACHED.match(after):
        return Reading("rank", Number(Decimal(1), None), "rank", direction="down")
    since_then = re.search(
        r"(?:以来|以降|ぶり|これまで|過去|単月)(?:の|で|に|でも|では|として|としては)?$", context.left(item, 8)
    )
    if (
        item.cls == "LBOUND"
        and not (since_then and not after[:1].isdecimal())
        and (item.text != "最大" or not re.match(r"の|と|だ|で[あ、はし]|、|に(?:な|達)|規模|シェア", after))
    ):
        return None
    if _NO_STATISTIC.match(after):
        return None
    reading = Reading(
        "rank",
        Number(Decimal(1), None),
        "rank",
        direction=_way(item.text) if since_then and "最" in item.text else None,
    )
    return _with_noun(reading, item.start, item.end, context)


def _way(words: str) -> Direction:
    return "down" if words[-2:] in {"低い", "ない", "最少", "最低"} else "up"


_LEVEL = re.compile(
    r"[、,]?\s*(?:で(?:は)?)?の?"
    r"((?:高|低|大き|小さ|強|弱|多|少な)(?:水準|い水準|い伸び|さ|い数字|い増加|値|な伸び|い)|高水準|低水準|安値|高値)"
)


def since(items: Sequence[Item], context: Context) -> Reading | None:
    """2022年9月以来の高水準: the highest since then; the date is a figure of its own."""
    found = _LEVEL.match(context.text, items[0].end, items[0].end + 30)
    return None if found is None else _level(found)


def _level(found: re.Match[str]) -> Reading:
    """Highest or lowest, by the word that _LEVEL found."""
    word = found.group(1)
    direction: Direction | None = "up" if word[0] in "高大強多" else "down" if word[0] in "低小弱少安" else None
    return Reading("rank", Number(Decimal(1), None), "rank", direction=direction).at(found.start(1), found.end(1))
