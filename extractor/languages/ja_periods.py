"""Readers of Japanese periods, streaks, look-backs and ranks."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_numerals import in_kanji

UNKNOWN = "XXXX"
_NOT_A_YEAR_AFTER = re.compile(
    r"\s*(?:間|ぶり|連続|以上|以内|超|前|後|目|ほど|程度|余|来|債|物|近く|半|単位|かけ|越し|で|も|弱|強|か|国債|ローン|契約|計画|未満"
    r"|経|たっ|の(?:歴史|経験|歳月|節目|契約|期間|実績|懲役|刑|寿命|保証|運用|年月|猶予|任期)|と?[0-9０-９]+[カか]月)"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:過去|この|約|今後|向こう|およそ|築|満|業歴|勤続|創業|ここ|最低|最長|毎|延べ|懲役|期間|直近|丸|残り|むこう|数|と)\s*$"
)


def integer(item: Item) -> int | None:
    """The whole number that an item states; None when it has scales or places after the point."""
    number = item.value
    if not isinstance(number, Number) or number.value != number.value.to_integral_value():
        return None
    if re.search(r"[万億兆,，.．]", item.text) or number.value > 9999:
        return None
    return int(number.value)


def _four(item: Item, context: Context, *, sure: bool) -> str | None:
    """The year that 2024, 24 or 二〇二四 means before 年; None for a length of time. `sure`: a month follows."""
    value = integer(item)
    if value is None or (in_kanji(item.text) and len(item.text) == 1):
        return None
    if 1800 <= value < 2200:
        return str(value)
    digits = len(item.text) == 2 and (item.text.isdecimal() or not re.search("[十百千]", item.text))
    if not digits or value > 99:
        return None
    if not sure and (
        _NOT_A_YEAR_AFTER.match(context.text[item.end + 1 : item.end + 8])
        or _NOT_A_YEAR_BEFORE.search(context.left(item, 8))
    ):
        return None
    return str(2000 + value if value < 60 else 1900 + value)


def year_of(items: Sequence[Item], context: Context, *, sure: bool = False) -> str | None:
    """The year part of a timex: 2024, 24年, 令和6年, 昨年 (Y-1), 2024年度 (FY2024), 昨年度 (FYY-1)."""
    first = items[0]
    if first.cls == "RELY":
        return str(first.value)
    fiscal = "FY" if items[-1].cls == "FYEAR" or items[-1].text == "元年度" else ""
    if first.cls == "ERA":
        count = 1 if items[1].cls == "GAN" else integer(items[1])
        return None if count is None or not 0 < count < 100 else f"{fiscal}{first.value + count}"
    year = _four(first, context, sure=sure or bool(fiscal))
    return None if year is None else fiscal + year


def _split(items: Sequence[Item]) -> tuple[list[Item], list[Item], bool]:
    """Year items and the rest; False when a gap other than の stands between them."""
    at = next((n for n, i in enumerate(items) if i.cls in {"YEAR", "FYEAR", "RELY", "GAN"}), None)
    if at is None:
        return [], list(items), True
    rest = list(items[at + 1 :])
    if rest and rest[0].cls == "GAP":
        if rest[0].text.strip() not in {"の", "", "、", "/", "（", "("}:
            return [], [], False
        rest = rest[1:]
    return list(items[: at + 1]), rest, True


def _month(item: Item) -> int | None:
    value = integer(item)
    return value if value is not None and 1 <= value <= 12 else None


def _period(timex: str) -> Reading:
    return Reading("period", timex=timex)


def calendar(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年10月17日, 10月末, 令和6年3月, 昨年10月, 4月上旬."""
    years, rest, fits = _split(items)
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if not fits or year is None or not rest or year.startswith("FY"):
        return None
    month = _month(rest[0])
    if month is None:
        return None
    timex = f"{year}-{month:02}"
    tail = rest[2:]
    if not tail:
        return _period(timex)
    if tail[0].cls == "NUM":
        day = integer(tail[0])
        if day is None or not 1 <= day <= 31:
            return _period(timex).at(items[0].start, rest[1].end)
        return _period(f"{timex}-{day:02}")
    length = monthrange(int(year) if year.isdigit() else 2023, month)[1]
    if tail[0].cls == "END":
        return _period(f"{timex}-{length:02}")
    first, last = tail[0].value
    return _period(f"{timex}-{first:02}/{timex}-{min(last, length):02}")


def months(items: Sequence[Item], context: Context) -> Reading | None:
    """1～3月期, 2024年1～11月, 2024年10月～2025年3月, 昨年4～9月, 1・2月, 1月から6月まで."""
    years, rest, fits = _split(items)
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if not fits or year is None or year.startswith("FY") or not rest:
        return None
    cut = next((n for n, i in enumerate(rest) if i.cls in {"TILDE", "DASH", "DOT", "KARA"}), None)
    if cut is None or (rest[cut].cls == "KARA" and not re.match(r"(?:まで|の間|にかけ)", context.right(items[-1], 4))):
        return None
    first = _month(rest[0])
    end_years, end_rest, _ = _split(rest[cut + 1 :])
    last = _month(end_rest[0]) if end_rest else None
    if first is None or last is None:
        return None
    end_year = year_of(end_years, context, sure=True) if end_years else year
    if end_year is None or (rest[cut].cls == "DOT" and last != first + 1):
        return None
    return _period(_month_span(year, first, end_year, last))


def _month_span(year: str, first: int, end_year: str, last: int) -> str:
    if end_year == year and year.isdigit() and last < first:
        end_year = str(int(year) + 1)
    if end_year == year and last - first == 2 and first % 3 == 1:
        return f"{year}-Q{(first + 2) // 3}"
    return f"{year}-{first:02}/{end_year}-{last:02}"


def term(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2025年3月期: the business year that ended with that month; 3月期 alone names no year."""
    years, rest, fits = _split(items)
    if not fits or not rest:
        return None
    month = _month(rest[0])
    if month is None:
        return None
    if not years:
        return []
    year = year_of(years, context, sure=True)
    if year is None or not year.isdigit():
        return None
    end = int(year)
    if month == 3:
        return _period(f"FY{end - 1}")
    return _period(f"{end}" if month == 12 else f"{end - 1}-{month + 1:02}/{end}-{month:02}")


def days(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年10月2日～22日, 10月2日から11月5日まで, 4月1～20日."""
    years, rest, fits = _split(items)
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
    return _period(f"{year}-{start[0]:02}-{start[1]:02}/{year}-{end[0]:02}-{end[1]:02}")


def parts(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年第1四半期, 2024年度上期, 今年上半期, 第3四半期."""
    years, rest, fits = _split(items)
    if not fits or not rest:
        return None
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if year is None:
        return None
    part = rest[-1]
    if part.cls == "QTERM":
        return _period(f"{year}-Q{part.value}")
    half = str(part.value)
    if half.startswith("F") and not year.startswith("FY"):
        year = f"FY{year}"
    return _period(f"{year}-{half[-2:]}")


def half_year(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年前半, 今年後半."""
    word = items[-1]
    year = str(items[0].value) if items[0].cls == "RELY" else _four(items[0], context, sure=True)
    if year is None or word.text not in {"前半", "後半", "年前半", "年後半"}:
        return None
    return _period(f"{year}-{'H1' if '前半' in word.text else 'H2'}")


def year(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年, 24年, 令和6年, 昨年, 2024年度, 2023年末."""
    last = items[-1]
    years = items[:-1] if last.cls == "END" else items
    said = year_of(years, context, sure=last.cls == "END")
    if said is None:
        return None
    if last.cls != "END":
        return _period(said)
    if said.startswith("FY") and said[2:].isdigit():
        return _period(f"{int(said[2:]) + 1}-03-31")
    return None if said.startswith("FY") else _period(f"{said}-END")


def years(items: Sequence[Item], context: Context) -> Reading | None:
    """2020～24年, 2010年～2020年, 2022～2024年度."""
    numbers = [i for i in items if i.cls == "NUM"]
    first = integer(numbers[0])
    last = integer(numbers[1])
    if first is None or last is None or not 1800 <= first < 2200 or not numbers[0].text.isdecimal():
        return None
    if last < 100 and len(numbers[1].text) == 2:
        last += first // 100 * 100
    if not first <= last < 2200:
        return None
    fiscal = "FY" if items[-1].cls == "FYEAR" else ""
    return _period(f"{fiscal}{first}/{fiscal}{last}")


def decade(items: Sequence[Item], context: Context) -> Reading | None:
    """1990年代, 2010年代."""
    first = integer(items[0])
    if first is None or not 1800 <= first < 2200 or first % 10:
        return None
    return _period(f"{first}/{first + 9}")


def plain_year(items: Sequence[Item], context: Context) -> Reading | None:
    """A year in four plain digits without 年, as in a table's heading."""
    item = items[0]
    before, after = context.text[item.start - 1 : item.start], context.text[item.end : item.end + 1]
    if len(item.text) != 4 or not item.text.isdecimal() or not 1950 <= int(item.text) < 2050:
        return None
    if before in {"「", "　", " ", "\n", "", "、", "，", "|", "(", "（"} and after in {
        "、",
        "，",
        " ",
        "　",
        "\n",
        "",
        "|",
        ")",
        "）",
    }:
        return _period(f"{int(item.text)}")
    return None


def day(items: Sequence[Item], context: Context) -> Reading | None:
    """21日: a day of the month; not 10日間, 3日後, 20日以内."""
    value = integer(items[0])
    if value is None or not 1 <= value <= 31 or (in_kanji(items[0].text) and value == 1):
        return None
    if re.match(
        r"(?:間|後|前|以上|以内|以降?目|目|程度|で|ほど|余|分|当たり|あたり|たつ|かか|連続|ぶり|も|かけ|本|経)",
        context.right(items[-1], 4),
    ):
        return None
    if _NOT_A_YEAR_BEFORE.search(context.left(items[0], 6)):
        return None
    return _period(f"XXXX-XX-{value:02}")


def day_of(items: Sequence[Item], context: Context) -> Reading | None:
    """今月20日, 先月17日."""
    value = integer(items[1])
    if value is None or not 1 <= value <= 31 or str(items[0].value)[0] != "M":
        return None
    return _period(f"{items[0].value}-{value:02}")


def slashes(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2025/4/17, 2025-04-17; other runs of numbers and dashes are telephone numbers or scores."""
    numbers = [integer(i) for i in items if i.cls == "NUM"]
    if len(numbers) == 3 and None not in numbers:
        y, m, d = (n or 0 for n in numbers)
        if 1900 <= y < 2100 and 1 <= m <= 12 and 1 <= d <= 31:
            return _period(f"{y}-{m:02}-{d:02}")
    return []


def relative(items: Sequence[Item], context: Context) -> Reading | None:
    """先月, 今週, 前年同月 (SAME: a year before what is spoken of)."""
    return _period(str(items[0].value))


# ---- streaks, look-backs, ranks

_SPANS = {"YEAR": "year", "DAY": "day", "MONTH": "month"}


def _span(items: Sequence[Item]) -> tuple[Decimal, str] | None:
    """2年 -> 2 year; 4年半 -> 4.5 year; 2年5カ月 -> 29 month."""
    numbers = [i.value.value for i in items if i.cls == "NUM"]
    units = [_SPANS.get(i.cls, str(i.value)) for i in items if i.cls in _SPANS or i.cls in _COUNTED]
    half = any(i.cls == "HALF" for i in items)
    if len(numbers) == 2 and units == ["year", "month"]:
        return numbers[0] * 12 + numbers[1], "month"
    if len(numbers) != 1 or len(units) != 1:
        return None
    return numbers[0] + (Decimal("0.5") if half else 0), units[0]


_COUNTED = frozenset({"YEARS", "MONTHS", "WEEKS", "DAYS", "QUARTERS", "TERM"})


def streak(items: Sequence[Item], context: Context) -> Reading | None:
    """2年連続, 3カ月連続, 2四半期連続, 5日続伸."""
    span = _span(items[:-1])
    if span is None or (items[-1].cls == "RUN" and items[-2].cls == "MONTH"):
        return None
    value, unit = span
    if unit == "term":
        return Reading("streak", Number(value, None), None, note="business terms: years, halves or quarters")
    return Reading("streak", Number(value, None), unit)


def lookback(items: Sequence[Item], context: Context) -> Reading | None:
    """3年ぶり, 8カ月ぶり, 2年5カ月ぶり, 4年半ぶり."""
    return streak(items, context)


def rank(items: Sequence[Item], context: Context) -> Reading | None:
    """第1位, 2位, 3番目."""
    number = next(i for i in items if i.cls == "NUM")
    value = integer(number)
    if value is None or value < 1:
        return None
    return Reading("rank", Number(Decimal(value), None), "rank")


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
    return Reading("rank", Number(Decimal(1), None), "rank")


_NO_STATISTIC = re.compile(
    r"の(?:課題|懸念|要因|理由|焦点|問題|リスク|武器|特徴|ポイント|目的|魅力|強み|難関|脅威|争点|敵|関心|努力|敬意|配慮|賛辞|注意|効果)"
)


def superlative(items: Sequence[Item], context: Context) -> Reading | None:
    """最大の輸出相手国, 首位: rank 1; not 最大700人, 最大の課題."""
    item = items[0]
    after = context.right(item, 6)
    if item.cls == "LBOUND" and (
        item.text != "最大" or not re.match(r"の|と|だ|で[あ、はし]|、|に(?:な|達)|規模|シェア", after)
    ):
        return None
    if _NO_STATISTIC.match(after):
        return None
    return replace(record(items, context), start=item.start, end=item.end)


_LEVEL = re.compile(
    r"[、,]?\s*(?:(?:約|およそ)?[0-9０-９]+(?:年|[カか]月|四半期)(?:半)?ぶり)?の?"
    r"((?:高|低|大き|小さ|強|弱|多|少な)(?:水準|い水準|い伸び|さ|い数字|い増加|値|な伸び|い)|最高|最大|最低|最多|最少|高水準|低水準|安値|高値)"
)


def since(items: Sequence[Item], context: Context) -> Reading | None:
    """2022年9月以来の高水準: the highest since then; the date is a figure of its own."""
    found = _LEVEL.match(context.text, items[0].end, items[0].end + 30)
    if found is None:
        return None
    return record(items, context).at(found.start(1), found.end(1))
