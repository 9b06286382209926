"""Chinese prices and exchange rates: 每桶70美元, 9850美元/吨, 1美元兑152.6日元, 人民币兑美元中间价报7.1586."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item
from extractor.languages.zh_numerals import amount
from extractor.languages.zh_readers import Made, currency, first, numerals

LONG_GAP = 4
"""With more words than this between, the price's span is the amount alone."""
PRICE_GAP = re.compile(r"[^，。；、！？,;!?\n]{0,9}")


def price(items: Sequence[Item], context: Context) -> Made:
    """每桶70美元, 每千升79083日元, 9850美元/吨, 一桶70美元."""
    unit = first(items, "UNIT")
    paid = [i for i in items if i.cls == "NUM"]
    if unit is None:
        return None
    per = next((i for i in paid if i.end <= unit.start and unit.start - i.end < 2), None)
    cost = next((i for i in reversed(paid) if i is not per), None)
    if cost is None:
        return None
    if any(i.cls == "GAP" and not PRICE_GAP.fullmatch(i.text) for i in items):
        return None
    made = amount(cost)
    if items[0].cls == "NUM" and per is not None and cost is not items[0] and per.value.value != 1:
        return None
    if per is not None and items[0].cls == "PER":
        made = made.times(1 / per.value.value)
    bound = first(items, "LBOUND")
    said = bound.value if bound else None
    reading = made.reading("price", f"{currency(items)}/{unit.value}")
    if any(i.cls == "GAP" and len(i.text) > LONG_GAP for i in items):
        reading = reading.at(cost.start, items[-1].end)
    if said is None:
        return reading
    return replace(reading, bound=reading.bound or said.bound, approximate=said.approximate)


def rate(items: Sequence[Item], _: Context) -> Made:
    """1美元兑152.6日元: JPY/USD."""
    two = numerals(items)[-1]
    one = Decimal(1) if items[0].cls == "PER" else items[0].value.value
    codes = [str(i.value) for i in items if i.cls in {"CUR", "SYM"}]
    against = first(items, "AGAINST", "LBOUND", "PREP")
    if len(codes) < 2 or one == 0 or against is None:
        return None
    base = str(next(i.value for i in items if i.cls in {"CUR", "SYM"}))
    quote = next((c for c in codes if c != base), None)
    if quote is None:
        return None
    return amount(two).times(1 / one).reading("rate", f"{quote}/{base}")


STRENGTH = ("EUR", "GBP", "AUD", "NZD", "USD", "CHF", "CAD", "SGD", "CNY", "HKD", "MYR")
"""A rate is quoted per unit of the earlier one; others come after: yuan per dollar, dollars per euro."""
CURRENCIES = {
    "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "日元": "JPY", "日圆": "JPY", "日圓": "JPY", "欧元": "EUR", "歐元": "EUR",
    "英镑": "GBP", "英鎊": "GBP", "澳元": "AUD", "新西兰元": "NZD", "纽元": "NZD", "瑞郎": "CHF", "瑞士法郎": "CHF", "加元": "CAD",
    "港元": "HKD", "港币": "HKD", "新加坡元": "SGD", "韩元": "KRW", "卢布": "RUB", "印度卢比": "INR", "卢比": "INR", "泰铢": "THB",
    "林吉特": "MYR", "越南盾": "VND", "印尼盾": "IDR", "土耳其里拉": "TRY", "里拉": "TRY", "雷亚尔": "BRL", "新台币": "TWD", "比索": "MXN",
    "墨西哥比索": "MXN", "兰特": "ZAR",
}  # fmt: skip
_NAMES = "|".join(sorted(CURRENCIES, key=len, reverse=True))
PAIR = re.compile(rf"({_NAMES})(?:兑|兌|对|對)(100|百|1)?({_NAMES})((?:(?!{_NAMES}|指数|[。；！？!?;\n]).){{0,40}})$")
MOVED = re.compile(r"(?:涨|跌|升|降|贬|贬值|升值|上调|下调|增|减|涨了|跌了|调升|调贬|走高|走低)[约近超逾了]*$")


def pair_rate(items: Sequence[Item], context: Context) -> Made:
    """人民币兑美元中间价报7.1586: the pair stands before, the number is its rate."""
    number = items[0]
    found = PAIR.search(context.left(number, 56))
    if found is None or number.value.value <= 0 or MOVED.search(found[4]):
        return None
    if re.search("[，,]", found[4]) and not re.search(r"[，,](?:收|暂)?报(?:收)?$|收于$", found[4]):
        return None
    after = context.after
    if (
        len(items) == 1
        and after is not None
        and after.start == number.end
        and after.cls not in {"GAP", "RBOUND", "DASH", "TRAP", "INDICATOR", "PLACE"}
    ):
        return None
    if len(items) == 1 and re.match(r"[年月日点时个倍位]|[%％]", context.right(number, 1)):
        return None
    codes = sorted({CURRENCIES[found[1]], CURRENCIES[found[3]]}, key=_strength)
    if len(codes) != 2 or (len(items) == 2 and items[1].value not in codes):
        return None
    made = amount(number)
    if found[2] in {"100", "百"}:
        made = made.times(Decimal("0.01"))
        return made.reading("rate", f"{CURRENCIES[found[1]]}/{CURRENCIES[found[3]]}")
    return made.reading("rate", f"{codes[1]}/{codes[0]}")


def ratio(items: Sequence[Item], context: Context) -> Made:
    """美元对日元汇率为1比148: the pair stands before, one to so many."""
    one, many = numerals(items)
    found = PAIR.search(context.left(one, 40))
    if found is None or found[2] or one.value.value not in {1, 100} or not re.search("汇率|匯率|中间价", found[4]):
        return None
    base, quote = CURRENCIES[found[1]], CURRENCIES[found[3]]
    if _strength(quote) < _strength(base) and one.value.value == 1:
        base, quote = quote, base
    return amount(many).times(1 / one.value.value).reading("rate", f"{quote}/{base}") if base != quote else None


_GOES = "升|涨|漲|跌|贬|貶|回落|回升|反弹|走高|走低|上涨|上升|下跌|下滑|滑落|攀升|收窄|升值|贬值"
_FILLER = r"(?>一度|盘中|大幅|小幅|继续|进一步|随后|早盘|午后|今日|当日|昨日|最新|短线|也|亦|则|已|曾|再度|再次|持续|暂|一路){0,3}"
QUOTED = re.compile(
    rf"(?<![\d万亿兆千百元])({_NAMES})(?:汇率|匯率)?{_FILLER}(?:(?:{_GOES})(?:至|到|破)|触及|觸及|突破|站上|收报|收于|现报|报|徘徊在)(?:约|約|近)?$"
)
"""美元升至, 欧元一度触及: a currency that goes to an amount of another."""
FOLLOWED = re.compile(
    rf"(?:1|一|每)({_NAMES})(?:兑|兌|对|對|合)(?:换)?[\d.]+({_NAMES})[^。；\d]{{0,16}}(?:(?:{_GOES})?(?:至|到)|报|触及)(?:约|約|近)?$"
)
"""1美元兑155日元，随后回落至: the same rate later on."""


def quoted(items: Sequence[Item], context: Context) -> Made:
    """美元升至148.85日元; 1美元兑155日元，随后回落至153.2日元: plain amounts only, no 亿."""
    number, currency = items
    if number.parts or re.search("[百千万亿兆]", number.text):
        return None
    left = context.left(number, 36)
    found = FOLLOWED.search(left) or QUOTED.search(left)
    if found is None or CURRENCIES[found[1]] == currency.value:
        return None
    if found.re is FOLLOWED and CURRENCIES[found[2]] != currency.value:
        return None
    return amount(number).reading("rate", f"{currency.value}/{CURRENCIES[found[1]]}")


def _strength(code: str) -> tuple[int, str]:
    return (STRENGTH.index(code) if code in STRENGTH else len(STRENGTH), code)
