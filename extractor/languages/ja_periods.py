"""Readers of Japanese periods: 2024年度, 令和6年, 1～3月期, 21日, 昨年."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_numerals import in_kanji

UNKNOWN = "XXXX"


_NOT_A_YEAR_AFTER = re.compile(
    r"\s*(?:間|ぶり|連続|以上|以内|超|前|後|目|ほど|程度|余|来|債|物|近く|半|単位|かけ|越し|で|も|弱|強|か|国債|ローン|契約|計画|未満"
    r"|経|たっ|に[0-9０-９一二三](?:度|回|人)|の(?:歴史|経験|歳月|節目|契約|期間|実績|懲役|刑|寿命|保証|運用|年月|猶予|任期)|と?[0-9０-９]+[カか]月)"
)


NOT_A_YEAR_BEFORE = re.compile(
    r"(?:過去|この|約|今後|向こう|およそ|築|満|業歴|勤続|創業|創立|設立|開業|開設|発足|就航|結成|正常化|樹立|締結|加盟|上場|誕生|発売|戦後|在職|勤務|節目の|建国|返還|統合|歴|ここ|最低|最長|毎|延べ|懲役|期間|直近|丸|残り|むこう|数|と)\s*$"
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
    if not digits or (not sure and 40 <= value < 80):
        return None
    if not sure and (
        _NOT_A_YEAR_AFTER.match(context.text[item.end + 1 : item.end + 8])
        or NOT_A_YEAR_BEFORE.search(context.left(item, 8))
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


def split(items: Sequence[Item]) -> tuple[list[Item], list[Item], bool]:
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


def period(timex: str) -> Reading:
    return Reading("period", timex=timex)


def calendar(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年10月17日, 10月末, 令和6年3月, 昨年10月, 4月上旬."""
    years, rest, fits = split(items)
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if not fits or year is None or not rest or year.startswith("FY"):
        return None
    month = _month(rest[0])
    if month is None:
        return None
    timex = f"{year}-{month:02}"
    tail = rest[2:]
    if not tail:
        return period(timex)
    if tail[0].cls == "NUM":
        day = integer(tail[0])
        if day is None or not 1 <= day <= 31:
            return period(timex).at(items[0].start, rest[1].end)
        return period(f"{timex}-{day:02}")
    length = monthrange(int(year) if year.isdigit() else 2023, month)[1]
    if tail[0].cls == "END":
        return period(f"{timex}-{length:02}")
    first, last = tail[0].value
    return period(f"{timex}-{first:02}/{timex}-{min(last, length):02}")


def months(items: Sequence[Item], context: Context) -> Reading | None:
    """1～3月期, 2024年1～11月, 2024年10月～2025年3月, 昨年4～9月, 1・2月, 1月から6月まで."""
    years, rest, fits = split(items)
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if not fits or year is None or year.startswith("FY") or not rest:
        return None
    cut = next((n for n, i in enumerate(rest) if i.cls in {"TILDE", "DASH", "DOT", "KARA", "GAP"}), None)
    if cut is None or (rest[cut].cls == "GAP" and (rest[cut].text != "、" or cut != 1)):
        return None
    if rest[cut].cls == "KARA" and cut > 1 and not re.match(r"(?:まで|の間|にかけ)", context.right(items[-1], 4)):
        return None
    first = _month(rest[0])
    end_years, end_rest, _ = split(rest[cut + 1 :])
    last = _month(end_rest[0]) if end_rest else None
    if first is None or last is None:
        return None
    end_year = year_of(end_years, context, sure=True) if end_years else year
    if end_year is None or (rest[cut].cls in {"DOT", "GAP"} and last != first + 1):
        return None
    return period(_month_span(year, first, end_year, last))


def _month_span(year: str, first: int, end_year: str, last: int) -> str:
    if end_year == year and year.isdigit() and last < first:
        end_year = str(int(year) + 1)
    if end_year == year and last - first == 2 and first % 3 == 1:
        return f"{year}-Q{(first + 2) // 3}"
    return f"{year}-{first:02}/{end_year}-{last:02}"


def term(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """2025年3月期: the business year that ended with that month; 3月期 alone names no year."""
    years, rest, fits = split(items)
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
        return period(f"FY{end - 1}")
    return period(f"{end}" if month == 12 else f"{end - 1}-{month + 1:02}/{end}-{month:02}")


def part_of_term(items: Sequence[Item], context: Context) -> Reading | None:
    """2026年3月期第2四半期: the quarter of the business year that ends with that month."""
    whole = term(items[:-1], context)
    if not isinstance(whole, Reading) or whole.timex is None or not whole.timex.startswith("FY"):
        return None
    part = items[-1]
    return period(f"{whole.timex}-Q{part.value}" if part.cls == "QTERM" else f"{whole.timex}-{str(part.value)[-2:]}")


def parts(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年第1四半期, 2024年度上期, 今年上半期, 第3四半期."""
    years, rest, fits = split(items)
    if not fits or not rest:
        return None
    year = year_of(years, context, sure=True) if years else UNKNOWN
    if year is None:
        return None
    part = rest[-1]
    if part.cls == "QTERM":
        return period(f"{year}-Q{part.value}")
    half = str(part.value)
    if half.startswith("F") and not year.startswith("FY"):
        year = f"FY{year}"
    return period(f"{year}-{half[-2:]}")


def half_year(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年前半, 今年後半."""
    word = items[-1]
    year = str(items[0].value) if items[0].cls == "RELY" else _four(items[0], context, sure=True)
    if year is None or word.text not in {"前半", "後半", "年前半", "年後半"}:
        return None
    return period(f"{year}-{'H1' if '前半' in word.text else 'H2'}")


def year(items: Sequence[Item], context: Context) -> Reading | None:
    """2024年, 24年, 令和6年, 昨年, 2024年度, 2023年末."""
    last = items[-1]
    if _OF_A_NAME.match(context.text, last.end):
        return None
    years = items[:-1] if last.cls == "END" else items
    said = year_of(years, context, sure=last.cls == "END")
    if said is None:
        return None
    if last.cls != "END":
        return period(said)
    if said.startswith("FY") and said[2:].isdigit():
        return period(f"{int(said[2:]) + 1}-03-31")
    return None if said.startswith("FY") else period(f"{said}-END")


_OF_A_NAME = re.compile("問題|第[0-9０-９]+(?:-[0-9]+)?号|宣言|世代(?!間)|法改正")
"""What makes a year part of a name: 2024年問題, 2025年第7号."""


def years(items: Sequence[Item], context: Context) -> Reading | None:
    """2020～24年, 2010年～2020年, 2022～2024年度."""
    numbers = [i for i in items if i.cls == "NUM"]
    first = integer(numbers[0])
    last = integer(numbers[1])
    if first is None or last is None or not numbers[0].text.isdecimal():
        return None
    if (
        len(numbers[0].text) == len(numbers[1].text) == 2
        and 18 < first < last < 60
        and (last - first < 3 or items[-1].cls == "FYEAR")
    ):
        first, last = first + 2000, last + 2000
    if not 1800 <= first < 2200:
        return None
    if last < 100 and len(numbers[1].text) == 2:
        last += first // 100 * 100
    if not first <= last < 2200:
        return None
    fiscal = "FY" if items[-1].cls == "FYEAR" else ""
    return period(f"{fiscal}{first}/{fiscal}{last}")


def decade(items: Sequence[Item], context: Context) -> Reading | None:
    """1990年代, 80年代, 1990～2000年代."""
    decades = [_decade(i) for i in items if i.cls == "NUM"]
    if None in decades or decades[0] > decades[-1]:  # type: ignore[operator]
        return None
    return period(f"{decades[0]}/{decades[-1] + 9}")  # type: ignore[operator]


def _decade(item: Item) -> int | None:
    """The first year of a decade."""
    first = integer(item)
    if first in {50, 60, 70, 80, 90} and item.text.isdecimal():
        first += 1900
    return first if first is not None and 1800 <= first < 2200 and not first % 10 else None


_LATIN_NAME = re.compile("[A-Za-zＡ-Ｚａ-ｚ][ 　]$")
"""A word in Latin letters right before a year that is part of a name: Expo 2025."""


def plain_year(items: Sequence[Item], context: Context) -> Reading | None:
    """A year in four plain digits without 年, as in a table's heading."""
    item = items[0]
    before, after = context.text[item.start - 1 : item.start], context.text[item.end : item.end + 1]
    if len(item.text) != 4 or not item.text.isdecimal() or not 1950 <= int(item.text) < 2050:
        return None
    if _LATIN_NAME.search(context.left(item, 2)):
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
        return period(f"{int(item.text)}")
    return None


def relative(items: Sequence[Item], context: Context) -> Reading | None:
    """先月, 今週, 前年同月 (SAME: a year before what is spoken of)."""
    return period(str(items[0].value))
