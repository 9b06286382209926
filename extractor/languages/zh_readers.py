"""What Chinese money, shares, multiples, prices, rates, ranks and counts are, once their items are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.domain.vocabulary import Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.cjk import inherited_scale
from extractor.languages.numerals import DIGITS, plain, scaled
from extractor.languages.zh_numerals import Amount, amount

Made = Reading | list[Reading] | None
MONEY = ("CUR", "SYM", "BLOCK")


def numerals(items: Sequence[Item]) -> list[Item]:
    """The numerals among the items."""
    return [i for i in items if i.cls == "NUM"]


def first(items: Sequence[Item], *classes: str) -> Item | None:
    """The first item of any of the classes."""
    return next((i for i in items if i.cls in classes), None)


def currency(items: Sequence[Item]) -> str | None:
    """The currency that the items name: a name before or after 元 says which 元 it is."""
    codes = [str(i.value) for i in items if i.cls in MONEY]
    named = [str(i.value) for i in items if i.cls in MONEY and i.text not in {"元", "块", "圆", "圓", "块钱"}]
    return next(iter(named or codes), None)


def money(items: Sequence[Item], context: Context) -> Made:
    """An amount of a currency: 2926亿美元, 港币二十一亿元, 三万元欧元."""
    (number,) = numerals(items)
    lead = items[0]
    if lead.cls == "CUR" and lead.text[-1] in "元圆圓铢盾" and not first(items[1:], "CUR", "BLOCK"):
        return None
    if lead.cls == "CUR" and lead.text[-1] in "元圆圓" and lead.start and context.text[lead.start - 1] in "兑对兌":
        return None
    tail = items[-1]
    if tail.text in {"块", "塊"} and re.match(r"(?!以[上下]|左右|上下|[到至])[^\W\d_]", context.right(tail, 2)):
        return amount(number).reading("count", "unit")
    if tail is number and re.match(r"[A-Za-z]", context.right(tail, 1)):
        return []  # US$5m: whatever the letter scales by
    if tail.text in {"圆", "圓"} and re.match(r"[桌形珠周满心]", context.right(tail, 1)):
        return None
    return amount(number).reading("money", *_yen_or_yuan(items, context))


def _yen_or_yuan(items: Sequence[Item], context: Context) -> tuple[str | None, str | None]:
    """The currency, and why it is left open: ¥ beside the yen may be either."""
    sign = first(items, "SYM")
    if (
        sign is not None
        and sign.text in "¥￥"
        and re.search("日元|日圆|日本", context.text[max(0, sign.start - 80) : sign.end + 80])
    ):
        return None, "¥: yen or yuan"
    return currency(items), None


def money_parts(items: Sequence[Item], context: Context) -> Made:
    """元, 角 and 分 together: 50元6角三分, 两美元又三美分, 一块二."""
    if items[-1].cls == "NUM" and not _bare_tenth(items, context):
        return None
    return Reading("money", _added(items), currency(items) or "CNY")


def _bare_tenth(items: Sequence[Item], context: Context) -> bool:
    """Whether a digit after 块 is tenths: 一块二, 三蚊零四."""
    last = items[-1]
    spoken = items[-2].text in {"块", "塊", "蚊"} or (items[-2].cls == "PLUS" and items[-3].text in {"块", "塊", "蚊"})
    return spoken and len(last.text.lstrip("零")) == 1 and not context.right(last, 1).isalnum()


def _added(items: Sequence[Item]) -> Number:
    """The sum of the parts; a digit without a name is the next place."""
    total, ulp = Decimal(0), Decimal(1)
    last: Number | None = None
    zero = False
    for item in items:
        zero = zero or item.text.startswith("零")
        if item.cls == "NUM":
            last = item.value
        elif item.cls in {*MONEY, "MINOR"} and last is not None:
            share = Decimal(1) if item.cls in MONEY else Decimal(TENTHS.get(item.text, "0.01"))
            total, ulp, last = total + last.value * share, (last.ulp or Decimal(1)) * share, None
    if last is not None:
        ulp = Decimal("0.01") if zero else ulp / 10
        total += last.value * ulp
    return Number(plain(total), ulp)


TENTHS = {"角": "0.1", "毛": "0.1"}


def parts_money_range(items: Sequence[Item], _: Context) -> Made:
    """五元六角-五元七毛八分."""
    cut = next(n for n, i in enumerate(items) if i.cls in {"DASH", "TO"})
    low, high = _added(items[:cut]).value, _added(items[cut + 1 :]).value
    return Reading("money", None, currency(items), low=low, high=high) if low < high else None


def small_money(items: Sequence[Item], context: Context) -> Made:
    """两毛, 5分: less than a yuan, where it stands alone."""
    after = context.right(items[1], 1)
    if after.isalpha() or (items[1].text != "毛" and context.left(items[0], 1).isalnum()):
        return None
    return Reading("money", scaled(items[0].value, Decimal(TENTHS.get(items[1].text, "0.01"))), "CNY")


BETWEEN = re.compile("之[间間]")
"""After 5%和6%: one range."""


def ranged(kind: Kind, items: Sequence[Item], context: Context, unit: str | None, scale: Decimal = Decimal(1)) -> Made:
    """Two numerals that are a range, or (由A至B, or descending) two values."""
    one, two = numerals(items)
    low, high = amount(one), amount(two)
    if first(items, "AND", "PREP") and not BETWEEN.match(context.text, items[-1].end):
        return None
    if low.number is None or high.number is None:
        return None
    shared = inherited_scale(one.text, low.number.value, two.text, high.number.value)
    low, high = low.times(shared * scale), high.times(scale)
    begin, end = low.number, high.number
    if begin is None or end is None:
        return None
    if begin.value >= end.value or _from_to(context):
        cut = next(i for i in items if i.cls in {"DASH", "TO", "AND", "PREP"})
        return [
            low.reading(kind, unit).at(items[0].start, items[items.index(cut) - 1].end),
            high.reading(kind, unit).at(items[items.index(cut) + 1].start, items[-1].end),
        ]
    return Reading(kind, None, unit, low=begin.value, high=end.value)


def _from_to(context: Context) -> bool:
    """Whether 由 stands before: a change from one value to another, no range."""
    before = context.before
    return before is not None and before.text.rstrip().endswith("由")


def money_range(items: Sequence[Item], context: Context) -> Made:
    """10亿至20亿美元, 1万元--5万元."""
    return ranged("money", items, context, currency(items))


PANEL = re.compile(
    r"(?:采购经理指数|采購經理指數|PMI|商务活动指数|产出指数|订单指数)(?:（[^）]*）)?[^，。；升降涨跌增减比较占]{0,8}$"
)


def percent(items: Sequence[Item], context: Context) -> Made:
    """2.5%; a panel's index that Chinese prints with the sign is in points: PMI为49.5%."""
    if PANEL.search(context.left(items[0], 32)):
        return amount(numerals(items)[0]).reading("count", "point")
    return amount(numerals(items)[0]).reading("percent", "percent")


def hundredths(items: Sequence[Item], _: Context) -> Made:
    """百分之十, 千分之2.4, 百 分之 五."""
    head = items[0]
    scale = Decimal(1) / head.value if head.cls == "HUNDREDTH" else 100 / head.value.value
    return amount(items[-1]).times(scale).reading("percent", "percent")


def fraction(items: Sequence[Item], _: Context) -> Made:
    """四分之一 (25 percent), 三又二分之一 (3.5, a count)."""
    parts = next(n for n, i in enumerate(items) if i.cls in {"PARTS", "MINOR", "TENPARTS"})
    below = Decimal(10) if items[parts].cls == "TENPARTS" else items[parts - 1].value.value
    above: Decimal = items[-1].value.value
    if below == 0:
        return None
    if any(i.cls == "PLUS" for i in items):
        lead: Decimal = items[0].value.value
        return Reading("count", Number(lead + above / below * (-1 if lead < 0 else 1), None))
    return Reading("percent", Number(plain(above * 100 / below), None), "percent")


def percent_range(items: Sequence[Item], context: Context) -> Made:
    """5%至6%, 5%—6%, 百分之五至百分之十."""
    return ranged("percent", items, context, "percent")


def parts_range(items: Sequence[Item], context: Context) -> Made:
    """百分之五至百分之十, 百分之五到十."""
    return ranged("percent", items, context, "percent", Decimal(1) / items[0].value)


NO_TENTH = re.compile(
    r"立|为|為|功|本(?!土|地|国|市)|员(?!工)|員(?!工)|交|长|長|果|就|都|绩|分|熟|品|型|效|形|年|套|份(?!额)"
)


def tenths(items: Sequence[Item], context: Context) -> Made:
    """三成 (30 percent), 一成半, 七八成; never 成员, 成立."""
    tenth = first(items, "TENTH")
    if tenth is None or (items[-1] is tenth and NO_TENTH.match(context.right(tenth, 2))):
        return None
    found = numerals(items)
    if len(found) == 2 and first(items, "DASH", "TO"):
        return ranged("percent", items, context, "percent", Decimal(10))
    made = amount(found[0]).times(Decimal(10))
    if len(items) == 3 and made.number is not None:
        if items[-1].cls == "HALF":
            made = Amount(Number(10 * found[0].value.value + 5, Decimal(1)))
        elif items[-1].cls == "MORE":
            made = made._replace(bound="over")
        elif items[-1].text in "一二三四五六七八九" and items[-1].start == tenth.end:
            made = Amount(Number(10 * found[0].value.value + items[-1].value.value, Decimal(1)))
        else:
            return made.reading("percent", "percent").at(items[0].start, tenth.end)
    if made.number is not None and not 0 <= made.number.value <= 100:
        return None
    return made.reading("percent", "percent")


def discount(items: Sequence[Item], context: Context) -> Made:
    """八折 (80 percent of the price), 九九折, 6.5折."""
    value: Decimal = items[0].value.value
    if len(items) == 3:
        return Reading("percent", Number(plain(value * 10 + items[1].value.value), Decimal(1)), "percent")
    if re.match(r"[叠疊射旧合算腾扣]", context.right(items[-1], 1)):
        return None
    shown = items[0].text
    if value >= 11 and len(shown) == 2 and all(c in DIGITS for c in shown):
        value /= 10
    return Reading("percent", Number(plain(value * 10), Decimal(1)), "percent") if 0 < value < 10 else []


def half_of(items: Sequence[Item], _: Context) -> Made:
    """一半, 过半 (over 50 percent), 近半."""
    bound = {"over": "over", "about": "about"}.get(items[0].value)
    return Reading("percent", Number(Decimal(50), None), "percent", bound=bound, approximate=bound == "about")  # type: ignore[arg-type]


def points(items: Sequence[Item], context: Context) -> Made:
    """个百分点, 个基点."""
    unit = str(items[-1].value)
    if len(numerals(items)) == 2:
        return ranged("points", items, context, unit)
    return amount(items[0]).reading("points", unit)


GROWTH = re.compile(
    r"(?:增长|增加|增|涨|上升|提高|提升|扩大|多|增幅|成長|增長|上涨|飙升|猛增|激增|大增|大涨|高出|翻了?)[了约近超逾達达过]*$"
)


def multiple(items: Sequence[Item], context: Context) -> Made:
    """2.9倍; after 增长 it is 'by', kept as stated and said so."""
    found = numerals(items)
    if len(found) == 2:
        return ranged("multiple", items, context, "times")
    made = amount(found[0])
    if items[-1].cls == "HALF" and made.number is not None:
        made = Amount(Number(made.number.value + Decimal("0.5"), Decimal("0.5")))
    if items[-1].cls == "MORE":
        made = made._replace(bound="over")
    by = GROWTH.search(context.left(items[0], 8))
    return made.reading("multiple", "times", "increased by this many times, as stated" if by else None)


def doubled(items: Sequence[Item], context: Context) -> Made:
    """翻番, 翻一番 (2), 翻两番 (4), 翻倍, 腰斩 (0.5)."""
    head = items[0]
    if head.cls == "HALVED":
        return Reading("multiple", Number(Decimal(head.value), None), "times", direction="down")
    if head.cls == "DOUBLE":
        return Reading("multiple", Number(Decimal(head.value), None), "times", direction="up")
    turns: Number = numerals(items)[0].value
    if turns.value != turns.value.to_integral_value() or not 0 < turns.value < 20:
        return None
    if first(items, "BEI") and turns.value != 1:
        return None
    bound = first(items, "LBOUND")
    said = bound.value if bound else None
    return Reading(
        "multiple", Number(plain(Decimal(2) ** int(turns.value)), None), "times", direction="up",
        bound=said.bound if said else "over" if items[-1].cls == "MORE" else None, approximate=bool(said and said.approximate),
    )  # fmt: skip
