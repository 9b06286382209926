"""Chinese numerals: digits with 万 and 亿, characters simple and financial, spaces between, and the vague ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.domain.vocabulary import Bound, Direction, Kind
from extractor.languages.base import Composed, Context, Item, Number, Numeral, Reading
from extractor.languages.cjk import CONTINENTAL, SPACED, comma_last, paired, strict
from extractor.languages.numerals import digits, plain, scaled

_D = "[0-9]"
_W = "[0-9０-９]"
_DIGITS = (
    rf"(?:{_D}*[０-９]{_W}*(?:[,，]{_W}{{3}}(?!{_W}))*(?:[.．]{_W}+(?![.．]?{_W}))?(?:千(?!{_W})(?![瓦克米升赫伏卡焦帕吨]))?"
    rf"|{_D}+(?:,{_D}{{3}}(?!{_D})(?:[,，]{_D}{{3}}(?!{_D}))*)?(?:[.．]{_W}+(?![.．]?{_W}))?)"
)
_SCALE = (
    r"(?:[十拾佰仟](?![大佳強强])|百(?!分[点點位]|[强強货貨度姓])|千(?![瓦克米升赫伏卡焦帕禧])|[万萬](?![科达達豪华華象众眾向])"
    r"|[亿億](?![纬航])|兆(?![瓦赫字比焦帕欧易]))"
)
_CHARS = "〇零一二三四五六七八九两兩俩倆壹贰貳叁參参肆伍陆陸柒捌玖"
_PLACES = "〇零一二三四五六七八九壹贰貳叁參参肆伍陆陸柒捌玖"
_K = rf"(?:[{_CHARS}廿卅]|{_SCALE})"
_EXPONENT = r"(?:[eE][+\-－]?[0-9０-９]{1,3}(?![0-9A-Za-z])|\^[+\-]{0,2}[0-9]{1,3}(?![0-9]))"
NUMERAL = (
    rf"{SPACED}|{CONTINENTAL}|(?<=[0-9]\.)[0-9]+(?![0-9]|[A-Za-z])|{_DIGITS}(?:{_EXPONENT}|(?:[kKwW]|[bmt]n|[bm]ln)(?![A-Za-z]))?(?:[ \u3000]?{_SCALE}+(?:[零〇]?(?:{_DIGITS}|[{_CHARS}])(?=[ ]?{_SCALE}|[^{_CHARS}]|$)"
    rf"| {_DIGITS}(?=[ ]?[百千佰仟]))?)*"
    rf"|{_K}+(?: (?=[十拾百佰千仟万萬亿億]){_K}+|(?<=[十百千佰仟万萬亿億]) (?=[{_PLACES}])(?![{_CHARS}][ ]?分){_K}+)*"
    rf"(?:[ ]?[点點][ ]?[{_PLACES}]+(?![十百千拾])[万萬亿億]*)?"
)
"""17.94万亿, 3亿5千万, 一万二千三百亿, 拾万零五十六点叁, 177.1 亿: one token."""

LONGEST = 80
"""Longer runs are identifiers or noise, not amounts."""
_POWER = re.compile(r"[十拾百佰千仟万萬亿億兆]+")
_DECIMAL = re.compile(r"(.*?)[点點](.+?)([万萬亿億]*)")
_SHORT = {
    "k": Decimal(1000), "K": Decimal(1000), "w": Decimal(10000), "W": Decimal(10000), "mn": Decimal(10**6),
    "mln": Decimal(10**6), "bn": Decimal(10**9), "bln": Decimal(10**9), "tn": Decimal(10**12),
}  # fmt: skip
_LETTERS = re.compile("[a-zA-Z]+$")
_FOLD = str.maketrans({"參": "三", "参": "三", "貳": "二", "陸": "六", "倆": "两", "俩": "两"})
_NAMES = frozenset({"4k", "8k", "2k", "4K", "8K", "2K", "万万", "萬萬"})


def number(text: str) -> Number | None:
    """A Chinese numeral, exact; None when it is malformed or too long to be an amount."""
    if len(text) > LONGEST or text in _NAMES:
        return None
    bare = re.sub(r"[ \u3000\u202f\u00a0\u2009\u2007]", "", text).translate(_FOLD)
    if "," in bare and (found := comma_last(bare)) is not None:
        return found
    short = _LETTERS.search(bare)
    if short is not None:
        found = digits(bare[: short.start()])
        return found and scaled(found, _SHORT[short.group()])
    powered = _POWERED.fullmatch(bare)
    if powered is not None:
        return _raised(powered)
    pair = paired(bare)
    if pair is not None:
        return Number(pair[0], None)
    split = _DECIMAL.fullmatch(bare) if "点" in bare or "點" in bare else None
    return _decimal(split) if split else strict(bare, short_tail=True)


_POWERED = re.compile(r"([0-9０-９.．,，]+)(?:[eE]([+\-－]?[0-9０-９]+)|\^([+\-]*)([0-9]+))")


def _raised(found: re.Match[str]) -> Number | None:
    """2.5e3, 2^-1."""
    base = digits(found[1])
    if base is None:
        return None
    if found[2] is not None:
        return scaled(base, Decimal(1).scaleb(int(unicodedata.normalize("NFKC", found[2]))))
    sign = -1 if found[3].count("-") % 2 else 1
    if base.value == 0:
        return None
    return Number(base.value ** (sign * int(found[4])), None)


def _decimal(split: re.Match[str]) -> Number | None:
    """五十五点五七九, 三点五亿: the places after the point one by one."""
    whole, places = strict(split[1], short_tail=True), strict(split[2])
    if whole is None or places is None:
        return None
    ulp = Decimal(1).scaleb(-len(split[2]))
    found = Number(whole.value + places.value * ulp, ulp)
    scale = strict(split[3]) if split[3] else None
    return scaled(found, scale.value) if scale else found


def numeral_class(text: str) -> str:
    """POWER for scales alone (百亿), PAIRED for two neighbouring digits (七八), else NUM."""
    if _POWER.fullmatch(text) and text not in {"十", "拾"}:
        return "POWER"
    return "PAIRED" if paired(text) else "NUM"


class Amount(NamedTuple):
    """What a numeral says: its number, or an interval for vague ones, or both; and 'over' when 多 or 余 says so."""

    number: Number | None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None

    def times(self, scale: Decimal) -> Amount:
        """All of it times an exact factor."""
        low, high = (None if end is None else plain(end * scale) for end in (self.low, self.high))
        return Amount(self.number and scaled(self.number, scale), low, high, self.bound)

    def reading(self, kind: Kind, unit: str | None, note: str | None = None, way: Direction | None = None) -> Reading:
        """A figure of this amount; a printed minus says down."""
        if way is None and kind in {"percent", "points"} and self.number is not None and self.number.value < 0:
            way = "down"
        return Reading(
            kind, self.number, unit, low=self.low, high=self.high, bound=self.bound, note=note, direction=way
        )


def amount(item: Item) -> Amount:
    """The amount that a NUM states, composed or not."""
    classes = [part.cls for part in item.parts]
    value: Number = item.value
    if not item.parts:
        return Amount(value)
    if classes[-1] == "PAIRED":
        low, high = paired(re.sub(r"[ \u3000]", "", item.parts[-1].text).translate(_FOLD)) or (value.value, value.value)
        return Amount(None, low, high)
    if classes[0] == "FEW":
        return Amount(None, value.value, plain(value.value * 10))
    if "FEW" in classes:
        step = 10 * (item.parts[2].value.value if len(classes) > 2 else Decimal(1))
        return Amount(value, value.value, plain(value.value + step), "over")
    if "MORE" in classes and value.value in TENS and classes[-1] == "MORE":
        return Amount(value, value.value, value.value + 10, "over")
    if "MORE" in classes or "UP" in classes:
        return Amount(value, bound="over")
    return Amount(value)


def _few(items: Sequence[Item], _: Context) -> Composed | None:
    """数百亿, 几十家: from one to ten of the scale."""
    scale = items[1]
    if scale.start > items[0].end + 1 or (scale.cls == "NUM" and scale.text not in _TENS):
        return None
    return Composed(Number(scale.value.value, None), 2)


_TENS = frozenset("十拾")
TENS = frozenset(Decimal(n) for n in range(10, 100, 10))
"""Of these, 'and more' stops before the next: 十多 is below twenty."""


def _some(items: Sequence[Item], context: Context) -> Composed | None:
    """十几亿, 3000多亿, 50余, 百余: the number, and something more."""
    head, more = items[0], items[1]
    if more.start > head.end + 1 or (more.text in {"来", "來"} and head.text[-1] not in "十百千万"):
        return None
    if head.text[-1] not in "十百千万亿零拾佰萬億" and more.cls == "FEW":
        return None
    power = items[2] if len(items) > 2 and items[2].start <= more.end + 1 else None
    value: Number = head.value
    if more.cls == "FEW" or head.cls == "POWER":
        value = Number(value.value, None)
    return Composed(scaled(value, power.value.value) if power else value, 3 if power else 2)


def _signed(items: Sequence[Item], context: Context) -> Composed | None:
    """-3.2, 负10000: a sign, where it cannot be a hyphen or a range."""
    sign, digit = items
    before = context.left(sign, 1)
    if digit.start != sign.end and sign.cls == "DASH":
        return None
    printed = before.isalnum() and before not in _BEFORE_SIGN and not _negative_share(before, context)
    if sign.cls == "DASH" and (printed or before in _NO_SIGN):
        return None
    if sign.cls == "DASH" and sign.text not in _MINUS:
        return None
    value: Number = digit.value
    return Composed(Number(-value.value, value.ulp), 2)


def _negative_share(before: str, context: Context) -> bool:
    """环比-0.3%: a dash between a word and a percentage is a minus; after a number or its unit (三成-40%) a range."""
    after = context.after
    return after is not None and after.cls == "PCT" and "一" <= before <= "鿿" and before not in _ENDS_NUMBER


_ENDS_NUMBER = frozenset("零〇一二两三四五六七八九十百千万亿兆成倍元点折半多余个")
_BEFORE_SIGN = frozenset("为是至到从由增速长達达降报率值于")
_NO_SIGN = frozenset("%％)）-—～~")
_MINUS = frozenset("-－−")


def _dozen(items: Sequence[Item], context: Context) -> Composed | None:
    """五十打: twelves, not the verb that begins with 打."""
    if re.match(r"[造击破开通响算压工印包扮电下好赢败断出入着了]", context.right(items[1], 1)):
        return None
    return Composed(scaled(items[0].value, Decimal(12)), 2)


def _half_hundred(items: Sequence[Item], _: Context) -> Composed | None:
    """半百."""
    return Composed(Number(Decimal(50), None), 2) if items[1].text == "百" else None


def _vague(items: Sequence[Item], _: Context) -> Composed | None:
    """七八成, 三五百: two neighbouring digits."""
    return Composed(items[0].value, 1)


def _power(items: Sequence[Item], context: Context) -> Composed | None:
    """百亿元, 近千人: a scale alone counts only beside a bound or before money, measures and 分之."""
    power, after, before = items[0], context.after, context.before
    if context.left(power, 1) in _HEADING:
        return None
    if after is not None and after.start == power.end and after.cls in _BESIDE_POWER:
        return Composed(power.value, 1)
    if before is not None and before.cls in {"LBOUND", "HUNDREDTH"} and before.end == power.start:
        return Composed(power.value, 1)
    alone = before is None and after is None and len(power.text) > 1
    return Composed(power.value, 1) if alone else None


_HEADING = frozenset("（()）:：/／每")
"""（亿元）, 单位：亿美元, （2.3）亿元, 每百元: the unit of a table or of another number, not a hundred million."""
_BESIDE_POWER = frozenset({"CUR", "BLOCK", "BEI", "DASH", "TO"})


def _up(items: Sequence[Item], context: Context) -> Composed | None:
    """上百家, 过亿: at least the scale."""
    return None if context.right(items[0], 1) in set("货貨度姓强") else Composed(items[0].value, 1)


NUMERALS = (
    Numeral("zh.few", "数百亿", "FEW (POWER|NUM)", _few),
    Numeral("zh.some", "十几亿", "(NUM|POWER) (FEW|MORE) POWER?", _some),
    Numeral("zh.signed", "负三十二", "(MINUS|DASH) NUM", _signed),
    Numeral("zh.dozen", "五十打", "NUM DOZEN", _dozen),
    Numeral("zh.half_hundred", "半百", "HALF POWER", _half_hundred),
    Numeral("zh.vague", "七八", "PAIRED", _vague),
    Numeral("zh.up", "上百", "UP", _up),
    Numeral("zh.power", "百亿", "POWER", _power),
)
