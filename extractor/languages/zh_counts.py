"""Counted and measured things in Chinese, bare numbers, ranks and streaks; and what looks like them but is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.domain.vocabulary import Direction
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.numerals import DIGITS
from extractor.languages.zh_numerals import Amount, amount
from extractor.languages.zh_readers import Made, first, numerals, ranged

EXACT = Number
_WORDS = frozenset("一二两兩三")
NOT_COUNTED = re.compile(
    r"届|次(?:会议|全会|人口|全国|代表|大会|峰会|党代|常委|列车)|部[门委]|部曲|国集团|方[面向式案]|度[假过]|级|线|回合|处[于理在]|场[景外内]|条[件款例约]|点[钟半]|件[事套]|股[东份市权]|次[性元要日年]|头[部条]|份[额子]|名[单义副]|位[于列居次]|项目|块[链状]|口[径岸]|只[有是能要]|套[利期餐]|条(?:等)?(?:举措|措施|政策|意见|建议|办法|经验|路线|航线|线路)|项(?:重点|主要|具体|核心)?(?:任务|举措|措施|工作|改革|政策|制度|行动|试点|工程)|个(?:工业)?(?:大类|中类|小类)?(?:行业|门类|大类)|个省(?:份|（区|、)|个(?:方面|环节|层面|维度|重点|阶段|步骤)"
)
MEASURED = frozenset(
    "tonne kilogram gram kilolitre litre barrel barrel_per_day cubic_metre kilowatt_hour kilowatt kilometre metre hectare mu jin "
    "square_metre square_kilometre megawatt gigawatt teu ounce hour".split()
)
DURATIONS = frozenset({"year", "month", "quarter", "week", "day"})


THRESHOLD = re.compile(r"(?:及|或)以[上下](?:的)?[一-龠]")
"""6000千瓦及以上电厂: how large they are at least is no figure of theirs."""
OF_POINTS = re.compile(r"(?:和|与|及|以及|、|至|到)\s*[\d.]+个?(百分点|基点)")
"""Behind the first of two numbers of points: 0.2个和0.1个百分点."""


def counted(items: Sequence[Item], context: Context) -> Made:
    """97.2万吨, 24018家, 15位: measured or counted, by the unit."""
    unit = next(i for i in items if i.cls == "UNIT")
    found = numerals(items)
    code = str(unit.value)
    if unit.text in {"个", "個"} and (listed := OF_POINTS.match(context.right(unit, 16))):
        return amount(found[0]).reading("points", "percentage_point" if listed[1][0] == "百" else "basis_point")
    if unit.text in {"条", "條"} and re.search(
        r"(?:法|法案|条例|条约|协定|协议|规定|章程)第?$", context.left(items[0], 4)
    ):
        return []
    if NOT_COUNTED.match(unit.text + context.right(unit, 8)):
        return []
    if THRESHOLD.match(context.right(items[-1], 10)) or unit.text in {"纳米", "奈米"}:
        return []
    if len(found) == 2:
        return ranged("quantity" if code in MEASURED else "count", items, context, code)
    if code in DURATIONS or code in {"rank", "times", "percent"}:
        return None
    only = found[0]
    if only.text in {"一", "壹"} and code not in MEASURED and (context.before is not None or context.after is not None):
        return [] if items[-1].cls == "UNIT" else None
    made = amount(only)
    if items[-1].cls == "MORE":
        made = made._replace(bound="over")
    if items[-1].cls == "HALF" and made.number is not None:
        made = Amount(Number(made.number.value + Decimal("0.5"), Decimal("0.5")))
    if made.number is not None and only.text[-1] in _WORDS and len(only.text) == 1 and code not in MEASURED:
        made = Amount(Number(made.number.value, None))
    if code == "barrel" and DAILY.search(context.left(only, 12)):
        code = "barrel_per_day"
    return made.reading("count", code)


DAILY = re.compile(r"(?:日均|每日|每天|日产|日增产)[^，。；、每日\d]{0,6}$")
"""日均产量41.1万桶 is barrels a day."""
INDEX_BEFORE = re.compile(r"(?:指数|指數|PMI|景气度|信心值)[^，。；,;0-9]{0,8}$")
NAMED = re.compile(
    r"(?:沪深|标普|日经|日經|中证|上证|科创|北证|创业板|MSCI|东证|罗素|富时|纳斯达克|斯托克|恒生|国证|深证|标准普尔|道琼斯|日均线|CAC|DAX|KOSPI|第|HS|编码|税号|代码|电话|热线|邮编|航班|文件|型号|编号|QQ|微信|歼|运|轰|长征|神舟|天舟|东风)[ （(：:\-－]?$"
)
MODEL = re.compile(r"[A-Za-z]+(?:[- ]|/[A-Z]+ )$|[A-Za-z][0-9]*-$")
"""Names of models and standards: iPhone 16, A350-900, GB/T 19001."""
INDICES = re.compile(r"(?:PMI|CPI|PPI|GDP|ESI|CCI|BDI|SCFI|VIX)[ -]$")
ASCII = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def bare(items: Sequence[Item], context: Context) -> Made:
    """A number alone: digits always but where they name something; characters only where no word runs on."""
    item = items[-1]
    text = item.text
    before, after = context.left(item, 8), context.right(item, 8)
    if re.match(r"[）)]\s*[百千万亿%％]", after):
        return []  # （2.3）亿元: the scale stands outside
    if text[0] in "0123456789０１２３４５６７８９" or (item.parts and item.parts[-1].cls == "NUM"):
        if _names_something(text, before, after):
            return []
    elif not _stands_alone(item, before, after, context):
        return []
    if INDEX_BEFORE.search(context.left(item, 16)):
        return amount(item).reading("count", "point")
    return amount(item).reading("count", None)


def _names_something(text: str, before: str, after: str) -> bool:
    """Identifiers, phone numbers, names of indices, text numbers."""
    plain = text.isdigit()
    if re.fullmatch(r"\d\.0", text) and re.match(r"[”\"』」]|式|版|时代|战略|计划|模式", after):
        return True
    if plain and (len(text) > 8 or (text[0] == "0" and len(text) > 1)):
        return True
    if NAMED.search(before) or re.match(
        r"指[数數]|海关热线|热线|(?:客服|咨询)?电话|周?[岁歲]|强(?!劲)|号|號|级|線|线|版|后|後(?!来)|年级|频道", after
    ):
        return True
    if MODEL.search(before) and not INDICES.search(before) and plain:
        return True
    if before and before[-1].isascii() and (before[-1].isalpha() or before[-1] in "/=&?#_@"):
        return True
    return bool(ASCII.match(after)) and not re.match(r"(?:多|余)", after)


def _stands_alone(item: Item, before: str, after: str, context: Context) -> bool:
    """Whether a numeral in characters is a number and not part of a word."""
    value = item.value.value
    if (beside := context.before) is not None and beside.cls == "LBOUND" and beside.end == item.start:
        return bool(value > 1)
    if (beside := context.after) is not None and beside.cls == "RBOUND" and value > 1:
        return True
    chars = re.sub(r"[ 零〇]", "", item.text)
    if item.parts and item.parts[-1].cls == "POWER" and len(item.parts) == 1:
        return not before and not after.strip()
    if abs(value) >= 100 and any(c not in DIGITS for c in chars) and len(chars) > 1:
        return True
    closed = not after or not after[0].isalnum()
    opened = not before or not before[-1].isalnum()
    if any(c not in DIGITS for c in chars) or item.parts:
        return closed and (opened or len(chars) > 1) and not (before[-1:] == "“" and after[:1] == "”")
    if before.endswith("是") and len(chars) == 1:
        return closed or after[:1] in {"这", "却", "而"}
    return closed and opened and len(chars) == 1


def simple_fraction(items: Sequence[Item], context: Context) -> Made:
    """1/2 as 50 percent, 1 1/2 and -3/2 as counts; 24/7 and 2024/25 are none."""
    above, below = items[-3].value.value, items[-1].value.value
    if items[-3].end != items[-1].start - 1 or below not in {2, 3, 4, 5, 6, 7, 8, 9, 10, 100}:
        return []
    if above != above.to_integral_value() or not (abs(above) < 10 or abs(above) < below):
        return []
    if len(items) == 4:
        return Reading("count", Number(items[0].value.value + above / below, None))
    if above < 0:
        return Reading("count", Number(above / below, None))
    return Reading("percent", Number(above * 100 / below, None), "percent") if above < below else []


def between(items: Sequence[Item], context: Context) -> Made:
    """大于100并且小于300, 最多100最少20: both ends of one range."""
    one, two = (i for i in items if i.cls == "LBOUND")
    low, high = numerals(items)
    if one.value.bound in {"at_most", "under"}:
        one, two, low, high = two, one, high, low
    ends = (low.value.value, high.value.value)
    if one.value.bound not in {"over", "at_least"} or two.value.bound not in {"under", "at_most"} or ends[0] >= ends[1]:
        return None
    gap = first(items, "GAP")
    if gap is not None and not re.fullmatch(r"[并且的同时又但，,\s]{1,5}", gap.text):
        return None
    percent = first(items, "PCT")
    kind, unit = ("percent", "percent") if percent else ("count", None)
    return Reading(kind, None, unit, low=ends[0], high=ends[1])  # type: ignore[arg-type]


def swallowed(_: Sequence[Item], __: Context) -> Made:
    """No figure: an ordinal, a time of day, a score."""
    return []


def clock(items: Sequence[Item], context: Context) -> Made:
    """上午9时30分, 20点: times of day are no figures; 3000点 is an index."""
    hour = next(i for i in items if i.cls in {"HOUR", "UNIT"})
    if hour.cls == "UNIT" and (hour.text not in {"点", "點"} or items[0].cls != "DAYPART"):
        return None
    return []


def index_range(items: Sequence[Item], context: Context) -> Made:
    """20至30, 20-100: a range of bare numbers; not of identifiers."""
    one, two = numerals(items)
    texts = (one.text, two.text)
    if any(t.isdigit() and (len(t) > 6 or t[0] == "0") for t in texts) or ASCII.match(context.right(two, 1)):
        return []
    if any(len(t) == 1 and t in DIGITS for t in texts) and context.right(two, 1).isalpha():
        return None
    return ranged("count", items, context, None)


# Ranks.


def record(items: Sequence[Item], _: Context) -> Made:
    """历史新高, 新低: the first of all so far."""
    return _rank(1, items[-1].value)


def windowed(items: Sequence[Item], _: Context) -> Made:
    """三年来新高, 近八个月以来最低水平: the first within a span."""
    span = next(i for i in items if i.cls in {"YEAR", "MONTH", "SPAN", "QUARTER"})
    number = numerals(items)[0]
    if number.value.value >= 100:
        return None
    letter = {"year": "Y", "month": "M", "quarter": "Q"}.get(str(span.value))
    return _rank(1, items[-1].value, f"P{number.value.value}{letter}" if letter else None)


def since(items: Sequence[Item], _: Context) -> Made:
    """2014年以来最高: a rank; the year is a period of its own."""
    return _rank(1, items[-1].value).at(items[-1].start, items[-1].end)


def superlative(items: Sequence[Item], _: Context) -> Made:
    """最大贸易伙伴, 最大出口市场: the first among its like."""
    return _rank(1, "none")


def ordinal_rank(items: Sequence[Item], context: Context) -> Made:
    """第二大经济体, 第三位, 排名第五."""
    value = numerals(items)[0].value.value
    last = items[-1]
    if last.cls == "NUM" and context.after is not None and context.after.cls in {"BIG", "MORE", "QUARTER", "SPAN"}:
        return None
    if last.cls == "UNIT" and last.text not in {"位", "名"}:
        return []
    if last.cls == "UNIT" and re.match(r"[居数于]", context.right(last, 1)):
        return []
    return _rank(int(value), "none").at(next(i for i in items if i.cls == "ORD").start, last.end)


def top(items: Sequence[Item], _: Context) -> Made:
    """居首位, 榜首."""
    return _rank(1, "none")


def _rank(value: int, way: Direction, window: str | None = None) -> Reading:
    """A rank; `window` is the stretch of time that it holds over (P3Y)."""
    return Reading("rank", Number(Decimal(value), None), "rank", direction=None if way == "none" else way, timex=window)


# Streaks.


def streak(items: Sequence[Item], _: Context) -> Made:
    """连续四年, 连续第二个月, 连涨三个月."""
    number, span = numerals(items)[0], items[-1]
    made = amount(number)
    way = items[0].value
    value = Number(made.number.value, None) if made.number and made.bound is None else made.number
    return Amount(value, made.low, made.high, made.bound).reading(
        "streak", str(span.value), way=None if way == "none" else way
    )


def streak_after(items: Sequence[Item], context: Context) -> Made:
    """8个月连续: the word behind; never a year's name (2024年连续下跌)."""
    if (
        items[0].value.value >= 100
        or items[-1].text not in {"连续", "連續", "连增", "连涨", "连升", "连跌", "连降"}
        or context.right(items[-1], 1) in set("第三四五六七八九十两几数")
    ):
        return None
    return streak([items[-1], items[0], items[1]], context)


def lookback(items: Sequence[Item], _: Context) -> Made:
    """时隔4年, 三年来首次: how far back the last time was."""
    number = numerals(items)[0]
    span = next(i for i in items if i.cls in {"YEAR", "MONTH", "SPAN", "QUARTER", "DAY"})
    if number.value.value >= 100:
        return None
    made = amount(number)
    value = Number(made.number.value, None) if made.number and made.bound is None else made.number
    unit = str(span.value)
    if value is not None and items[-1].cls == "HALF":
        value = Number(value.value + Decimal("0.5"), None)
    elif value is not None and len(numerals(items)) > 1:
        if unit != "year" or items[-1].value != "month":
            return None
        value, unit = Number(value.value * 12 + numerals(items)[1].value.value, None), "month"
    said = first(items, "LBOUND")
    bound, about = (said.value.bound, said.value.approximate) if said is not None else (None, False)
    found = Amount(value, made.low, made.high, made.bound or bound).reading("streak", unit)
    return replace(found, approximate=about or found.approximate)


def duration(items: Sequence[Item], _: Context) -> Made:
    """三个月, 5年: a length of time is no figure."""
    return [] if first(items, "ORD") is None else None
