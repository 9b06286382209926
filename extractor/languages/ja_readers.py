"""Readers of Japanese figures: what a money amount, a percentage, a rate or a range is, once its items are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from extractor.domain.vocabulary import Bound, Direction
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_numerals import in_kanji
from extractor.languages.numerals import plain, scaled

UNITS = frozenset({"CUR", "PCT", "WARI", "POINTS", "TIMES", "UNIT", "DURATION", "YEARS", "MONTHS", "DAYS", "WEEKS"})
NOTHING: list[Reading] = []
"""A reader that returns this takes its items and makes no figure of them: 第85類, 午後3時."""
EDGE_WORDS = frozenset("盗制化奪い者力小点気まめくげ調固行硬豪引")
"""After 強 or 弱: 強化, 強盗, 弱い are words of their own."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with what widens it: 数十億 (interval only), 十数億, 100余 (value and interval)."""

    number: Number | None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None

    def scaled(self, factor: Decimal) -> Amount:
        """Times an exact factor."""
        return Amount(
            None if self.number is None else scaled(self.number, factor),
            None if self.low is None else plain(self.low * factor),
            None if self.high is None else plain(self.high * factor),
            self.bound,
        )


def amount(items: Sequence[Item]) -> Amount | None:
    """The number that sign, 数, numeral, 余 and scales state together."""
    found: Amount | None = None
    sign = 1
    vague = False
    for item in items:
        if item.cls in {"MINUS", "DASH"}:
            sign = -1
        elif item.cls == "VAGUE" or item.cls == "EDGE":
            vague = found is None
            found = found if found is None else _more(found, item)
        elif item.cls == "NUM":
            value = item.value.value
            found = Amount(None, 2 * value, 10 * value) if vague else Amount(item.value)
        elif item.cls in {"SCALE", "KILO"} and found is not None:
            found = found.scaled(item.value)
    if found is None or sign > 0:
        return found
    return Amount(None if found.number is None else Number(-found.number.value, found.number.ulp))


def _more(found: Amount, item: Item) -> Amount:
    """十数, 10余: from ten up to the next ten; 3万強."""
    if found.number is None:
        return found
    if item.text in {"強", "弱"}:
        return Amount(found.number, bound=item.value.bound)
    value = found.number.value
    return Amount(found.number, value, value + Decimal(10) ** trailing_zeros(value), "over")


def trailing_zeros(value: Decimal) -> int:
    """How many zeros end an integer: 140 -> 1; 0 for fractions."""
    if not value or value != value.to_integral_value():
        return 0
    exponent = value.normalize().as_tuple().exponent
    return max(exponent, 0) if isinstance(exponent, int) else 0


def of_unit(found: Amount, unit: Item | None, context: Context) -> Reading:
    """The reading of an amount that a unit's item (None: nothing) follows."""
    base = Reading("count", found.number, low=found.low, high=found.high, bound=found.bound)
    if unit is None:
        return base
    if unit.cls == "CUR":
        return replace(base, kind="money", unit=str(unit.value))
    if unit.cls == "PCT":
        return replace(base, kind="percent", unit="percent")
    if unit.cls == "WARI":
        ten = found.scaled(unit.value)
        return replace(base, kind="percent", unit="percent", number=ten.number, low=ten.low, high=ten.high)
    if unit.cls == "POINTS":
        return _points(base, unit, context)
    if unit.cls == "TIMES":
        return replace(base, kind="multiple", unit="times")
    if unit.text == "キロ":
        return replace(base, note="キロ: of grams or of metres")
    return replace(base, unit=SPANS.get(unit.cls) or str(unit.value))


SPANS = {"YEAR": "year", "DAY": "day"}
"""Spans of time that ranges and lengths are counted in: 1～2年."""
INDEX = re.compile(r"指数|ＰＭＩ|PMI|株価|平均株|ＤＩ|DI(?![A-Za-z])|日経平均|ダウ|TOPIX|ナスダック")
SHARE = re.compile(r"率|比率|シェア|割合|金利|利回り|構成比|幅|寄与|占め|押し上げ|押し下げ")


def _points(base: Reading, unit: Item, context: Context) -> Reading:
    """Percentage points, or points of an index when the clause speaks of one."""
    number = base.number
    if unit.value == "percentage_point" and unit.text in {"ポイント", "㌽"}:
        clause = re.split(r"[。\n]", context.text[max(0, unit.start - 40) : unit.start])[-1]
        index = [m.end() for m in INDEX.finditer(clause)]
        share = [m.end() for m in SHARE.finditer(clause)]
        if index and (not share or share[-1] < index[-1]):
            return replace(base, kind="count", unit="point")
        if number is not None and abs(number.value) >= 1000:
            return replace(base, kind="count", unit="point", note="ポイント of something above 1,000 is no share")
    return replace(base, kind="points", unit=str(unit.value))


def measured(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """An amount with its unit: 8兆1,350億円, 2.0％, ▲1.8％, 11万1,973台, 2.9倍, 7割強, 数十億ドル."""
    unit = next((i for i in reversed(items) if i.cls in UNITS), None)
    edge = items[-1] if items[-1].cls == "EDGE" else None
    if _in_identifier(items[0], context) or (unit is not None and not _fits(items, unit, context)):
        return None
    head = items if unit is None else items[: items.index(unit)]
    found = amount(head)
    if found is None or unit is None:
        return None
    reading = _rest(of_unit(found, unit, context), items)
    if edge is not None:
        if context.text[edge.end : edge.end + 1] in EDGE_WORDS and context.text[edge.end : edge.end + 1]:
            return reading.at(items[0].start, items[-2].end)
        reading = replace(reading, bound=edge.value.bound)
    return reading


def _rest(reading: Reading, items: Sequence[Item]) -> Reading:
    """What stands behind 割: 3割5分, 7割半; a printed minus says down."""
    extra = next((i for i in items if i.cls == "HALF"), None)
    number = reading.number
    if number is not None and extra is not None and reading.kind == "percent":
        reading = replace(reading, number=Number(number.value + 5, Decimal(1)))
    at = next((n for n, i in enumerate(items) if i.cls == "BU"), None)
    if number is not None and at is not None and items[at - 1].cls == "NUM":
        part = items[at - 1].value
        reading = replace(reading, number=Number(number.value + part.value, part.ulp))
    if items[0].cls in {"MINUS", "DASH"}:
        return replace(reading, direction="down")
    return replace(reading, direction="up") if items[0].cls == "PLUS" else reading


def _fits(items: Sequence[Item], unit: Item, context: Context) -> bool:
    """Not a table's heading (単位：100万ドル), not 元 or 台 as the start of another word."""
    before = context.text[max(0, items[0].start - 5) : items[0].start]
    if "単位" in before:
        return False
    after = context.text[unit.end : unit.end + 1]
    if unit.text == "元" and after in {"首", "大", "社", "副", "請", "会", "幹"}:
        return False
    return not (unit.text in {"本", "部", "点", "次", "市", "機"} and after in _JOINED.get(unit.text, ""))


_JOINED = {"本": "部格社", "部": "門品長", "点": "検", "市": "場民", "機": "関能械"}


def _in_identifier(item: Item, context: Context) -> bool:
    """A numeral inside a name, an address or a URL: TPP11, ?q=30%25, 3-1."""
    before = context.text[item.start - 1 : item.start]
    if item.cls == "DASH":
        return item.text not in "-－−‐" or (before.isascii() and before.isalnum()) or before.isdecimal()
    if not before.isascii() or not before or before.isspace():
        return False
    return (
        before in "=&?#_@" or before.isalpha() or (before in "%/.+-" and bool(_ADDRESS.search(context.left(item, 400))))
    )


_ADDRESS = re.compile(r"(?:://|www\.|\?)[!-~]*$|[!-~]{60}$")


def minor(items: Sequence[Item], context: Context) -> Reading | None:
    """152円60銭; 60銭 alone: the currency with its hundredth."""
    number: Number | None = None
    currency = ""
    pending: Number | None = None
    for item in items:
        if item.cls == "NUM":
            pending = item.value
        elif item.cls == "CUR":
            number, pending, currency = pending, None, str(item.value)
        elif item.cls == "MINOR" and pending is not None:
            if currency and currency != item.value:
                return None
            part = scaled(pending, Decimal("0.01"))
            number = part if number is None else Number(number.value + part.value, Decimal("0.01"))
            currency = str(item.value)
    if number is None:
        return None
    return as_rate(Reading("money", number, currency), items[0], context)


EXCHANGE = re.compile(r"円相場|為替|対ドル|対ユーロ|対人民元|円高|円安|ドル円|1ドル|１ドル|1ユーロ|ユーロ円|１ユーロ")
OTHER_PRICE = re.compile(r"株価|終値|平均株価|日経平均|価格|単価|代金|給|費|売上|利益|額")


def as_rate(reading: Reading, first: Item, context: Context) -> Reading:
    """An amount of yen between 50 and 500 in a clause about exchange rates is a rate."""
    value = reading.number.value if reading.number else reading.low
    if reading.unit != "JPY" or value is None or not 50 <= value <= 500:
        return reading
    sentence = re.split(r"[。\n]", context.text[max(0, first.start - 60) : first.start])[-1]
    cues = list(EXCHANGE.finditer(sentence))
    if not cues or OTHER_PRICE.search(sentence, cues[-1].end()):
        return reading
    base = "EUR" if "ユーロ" in cues[-1].group() else "CNY" if "人民元" in cues[-1].group() else "USD"
    return replace(reading, kind="rate", unit=f"JPY/{base}")


def grade(items: Sequence[Item], context: Context) -> Reading | None:
    """144円台前半 -> 144 to 144.5; 3％台 -> 3 to 4; 2割台後半."""
    at = next((n for n, i in enumerate(items) if i.text == "台" and n and items[n - 1].cls in UNITS), None)
    if at is None:
        return None
    unit = items[at - 1]
    found = amount([i for i in items[: at - 1] if i.cls not in UNITS])
    if found is None or found.number is None or found.low is not None:
        return None
    value, ulp = found.number
    step = max(ulp or Decimal(1), Decimal(10) ** trailing_zeros(value))
    part = items[at + 1] if len(items) > at + 1 and items[at + 1].cls == "LATE" else None
    first, last = part.value if part else (0, 10)
    low, high = plain(value + step * first / 10), plain(value + step * last / 10)
    reading = of_unit(Amount(None, low, high), unit, context)
    if unit.cls == "WARI":
        reading = replace(reading, number=None)
    end = part.end if part else items[at].end
    return as_rate(reading, items[0], context).at(items[0].start, end)


def from_to(items: Sequence[Item], context: Context) -> Reading | None:
    """20から100まで, 5％から10％の間: a range; 10％から20％に引き上げ is two values."""
    if not re.match(r"(?:まで|の間|の範囲)(?!に引)", context.right(items[-1], 6)):
        return None
    cut = next(n for n, i in enumerate(items) if i.cls == "KARA")
    return between(items[:cut], items[cut + 1 :], items, context)


def spread(items: Sequence[Item], context: Context) -> Reading | None:
    """10億～20億ドル, 10～20％, 3～5社, 100以上310以下: from one to the other."""
    cut = next(
        n for n, i in enumerate(items) if i.cls in {"TILDE", "DASH", "KARA"} and n and items[n - 1].cls not in _OPENS
    )
    left, right = items[:cut], items[cut + 1 :]
    return between(left, right, items, context)


_OPENS = frozenset({"TILDE", "DASH"})


def between(left: Sequence[Item], right: Sequence[Item], items: Sequence[Item], context: Context) -> Reading | None:
    """The range whose two ends these items state; None when they do not fit together."""
    first, last = _end(left), _end(right)
    if first is None or last is None or _in_identifier(items[0], context):
        return None
    (low, low_unit), (high, high_unit) = first, last
    if low_unit is not None and high_unit is not None and low_unit.value != high_unit.value:
        return None
    unit = high_unit or low_unit
    if low_unit is None and high_unit is not None:
        low = _same_scale(low, high, left, right)
    if high_unit is None and low_unit is not None:
        return None
    if low.value > high.value or (unit is not None and not _fits(items, unit, context)):
        return None
    reading = of_unit(Amount(None, plain(low.value), plain(high.value)), unit, context)
    return replace(reading, low=reading.low, high=reading.high)


def _end(items: Sequence[Item]) -> tuple[Number, Item | None] | None:
    unit = next((i for i in items if i.cls in UNITS or i.cls in SPANS), None)
    found = amount([i for i in items if i.cls in {"NUM", "SCALE", "MINUS", "KILO"}][:4])
    if found is None or found.number is None:
        return None
    return found.number, unit


def _same_scale(low: Number, high: Number, left: Sequence[Item], right: Sequence[Item]) -> Number:
    """10～20億ドル: the first number takes the second's scale when it has none and is the smaller."""
    text = next(i.text for i in right if i.cls == "NUM")
    tail = re.search(r"[千百万億兆]+$", text)
    own = next(i.text for i in left if i.cls == "NUM")
    if tail is None or re.search(r"[千百万億兆]", own):
        return low
    scale = Decimal(1)
    for letter in tail.group():
        scale *= _SCALES[letter]
    return scaled(low, scale) if low.value < high.value / scale else low


_SCALES = {"百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def bounded(items: Sequence[Item], context: Context) -> Reading | None:
    """100億円以上500億円未満, 50％以上100％未満: a range with its ends named."""
    cut = next(n for n, i in enumerate(items) if i.cls == "RBOUND")
    first, second = items[cut].value.bound, items[-1].value.bound
    left, right = items[:cut], [i for i in items[cut + 1 : -1] if i.cls != "GAP"]
    gaps = [i.text for i in items if i.cls == "GAP"]
    if any(gap not in {"、", ",", "く", "くて", "くて、", "く、"} for gap in gaps):
        return None
    if {first, second} & {"about", None}:
        return None
    if first in {"at_least", "over"} and second in {"at_most", "under"}:
        return between(left, right, items, context)
    if first in {"at_most", "under"} and second in {"at_least", "over"}:
        return between(right, left, items, context)
    return None


def rate(items: Sequence[Item], context: Context) -> Reading | None:
    """1ドル=152円60銭, 1元＝20.1円, 100ウォン＝11円: the second currency for one of the first."""
    cut = next(n for n, i in enumerate(items) if i.cls == "CUR")
    base = amount(items[:cut])
    quoted = [i for i in items[cut + 1 :] if i.cls not in {"EQ", "LBOUND", "GAP"}]
    currency = next((i for i in quoted if i.cls == "CUR"), None)
    if base is None or base.number is None or currency is None or currency.value == items[cut].value:
        return None
    if base.number.value not in {1, 100, 1000, 10000} or (
        not any(i.cls == "EQ" for i in items) and base.number.value != 1
    ):
        return None
    made = _quoted(quoted, context)
    if made is None:
        return None
    reading = _divided(made, base.number.value)
    about = any(i.cls == "LBOUND" for i in items)
    unit = f"{currency.value}/{items[cut].value}"
    return replace(reading, kind="rate", unit=unit, approximate=about, bound="about" if about else reading.bound)


def _quoted(items: Sequence[Item], context: Context) -> Reading | None:
    """What follows the equals sign: 152円60銭, 144円台前半, 145～150円, 約150円."""
    made: Reading | None = None
    if any(i.cls in {"TILDE", "DASH"} for i in items):
        made = spread(items, context)
    elif any(i.text == "台" for i in items):
        made = grade(items, context)
    elif any(i.cls == "MINOR" for i in items):
        made = minor(items, context)
    else:
        return _simple(items)
    return made and replace(made, start=None, end=None)


def _simple(items: Sequence[Item]) -> Reading | None:
    found = amount([i for i in items if i.cls != "CUR"])
    return None if found is None else Reading("money", found.number, low=found.low, high=found.high)


def _divided(reading: Reading, by: Decimal) -> Reading:
    """Per one: 100ウォン＝11円 is 0.11 yen a won."""
    if by == 1:
        return reading
    return replace(
        reading,
        number=None
        if reading.number is None
        else Number(_over(reading.number.value, by), _over(reading.number.ulp, by)),
        low=None if reading.low is None else _over(reading.low, by),
        high=None if reading.high is None else _over(reading.high, by),
    )


def _over(value: Decimal | None, by: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return (value or Decimal(0)) / by


def price(items: Sequence[Item], context: Context) -> Reading | None:
    """1キロリットル当たり7万9,083円, トン当たり500ドル, 1バレル＝70ドル台: money per unit."""
    cut = next(n for n, i in enumerate(items) if i.cls == "UNIT")
    per = amount(items[:cut]) if cut else Amount(Number(Decimal(1), None))
    linked = any(i.cls in {"PER", "EQ"} for i in items)
    if per is None or per.number is None or (not linked and per.number.value != 1):
        return None
    begin = next((n for n, i in enumerate(items) if n > cut and i.cls in {"NUM", "VAGUE"}), None)
    if begin is None or not _near(items, cut, begin):
        return None
    made = _quoted(items[begin:], context)
    currency = next(i for i in items if i.cls == "CUR")
    if made is None:
        return None
    reading = replace(_divided(made, per.number.value), kind="price", unit=f"{currency.value}/{items[cut].value}")
    about = items[begin - 1].cls == "LBOUND"
    if about:
        reading = replace(reading, bound=items[begin - 1].value.bound, approximate=items[begin - 1].value.approximate)
    if any(i.cls == "GAP" or i.cls not in _PRICE for i in items[cut:begin]):
        return reading.at(items[begin].start, items[-1].end)
    return reading


_PRICE = frozenset({"NUM", "UNIT", "PER", "EQ", "LBOUND", "CUR", "MINOR", "VAGUE", "SCALE"})


def _near(items: Sequence[Item], cut: int, begin: int) -> bool:
    """Whether what stands between 当たり and the amount is short and holds no full stop."""
    between_ = [i for i in items[cut + 1 : begin] if i.cls not in {"PER", "EQ", "LBOUND"}]
    text = "".join(i.text for i in between_)
    return len(text) <= 14 and not re.search(r"[。\n（）()]", text)


def price_after(items: Sequence[Item], context: Context) -> Reading | None:
    """9,850ドル／トン, 500円/kg."""
    found = amount([i for i in items if i.cls in {"NUM", "SCALE", "VAGUE"}])
    currency = next(i for i in items if i.cls == "CUR")
    if found is None:
        return None
    return Reading("price", found.number, f"{currency.value}/{items[-1].value}", low=found.low, high=found.high)


def daily(items: Sequence[Item], context: Context) -> Reading | None:
    """日量100万バレル, 1日当たり20万バレル."""
    unit = items[-1]
    if unit.value != "barrel" or (items[0].cls == "NUM" and items[0].value.value != 1):
        return None
    rest = items[1:] if items[0].cls == "DAILY" else items[2:]
    found = amount([i for i in rest if i.cls in {"NUM", "SCALE", "VAGUE", "RBOUND"}])
    if found is None:
        return None
    bound = next((i.value for i in rest if i.cls == "LBOUND"), None)
    return Reading(
        "quantity", found.number, "barrel_per_day", low=found.low, high=found.high,
        bound=bound.bound if bound else found.bound, approximate=bool(bound and bound.approximate),
    )  # fmt: skip


def currency_first(items: Sequence[Item], context: Context) -> Reading | None:
    """$48.2万, US$1.2億, 人民元八千元."""
    if items[-1].cls == "CUR" and items[-1].value != items[0].value:
        return None
    if not items[0].text.isascii() and items[0].text not in {"￥", "＄", "￡", "￦", "US＄"} and items[-1].cls != "CUR":
        return None
    found = amount([i for i in items if i.cls != "CUR"])
    if found is None:
        return None
    return Reading("money", found.number, str(items[0].value), low=found.low, high=found.high, bound=found.bound)


def fraction(items: Sequence[Item], _: Context) -> Reading | None:
    """4分の1 -> 25 percent, to the precision of exact division."""
    at = next(n for n, i in enumerate(items) if i.cls == "OF")
    below, above = amount(items[:at]), amount(items[at + 1 :])
    if below is None or above is None or below.number is None or above.number is None or not below.number.value:
        return None
    value = _over(100 * above.number.value, below.number.value)
    return Reading(
        "percent", Number(value.normalize() if value == value.to_integral_value() else value, None), "percent"
    )


def one_in(items: Sequence[Item], context: Context) -> Reading | None:
    """3社に1社, 4人に1人: a share."""
    first, unit, gap, second, again = items
    if gap.text != "に" or unit.text != again.text or second.value.value != 1 or first.value.value < 2:
        return None
    return Reading("percent", Number(_over(Decimal(100), first.value.value), None), "percent")


def part(items: Sequence[Item], context: Context) -> Reading | None:
    """半分, 過半数, 半数."""
    over: Bound | None = "over" if items[0].text.startswith("過半") else None
    return Reading("percent", Number(items[0].value, None), "percent", bound=over)


def doubled(items: Sequence[Item], _: Context) -> Reading | None:
    """半減 -> 0.5 down; 倍増 -> 2 up; 3倍増 -> 3, by or to."""
    up: Direction = "up" if items[-1].text == "倍増" else "down"
    if len(items) == 1:
        return Reading("multiple", Number(items[0].value, None), "times", direction=up)
    if items[-1].text != "倍増":
        return None
    found = amount(items[:-1])
    if found is None:
        return None
    return Reading("multiple", found.number, "times", direction="up", note="by or to so many times").at(
        items[0].start, items[-1].end - 1
    )


def flat(items: Sequence[Item], _: Context) -> Reading:
    """横ばい: a change of nothing, as far as the word goes."""
    return Reading("percent", Number(Decimal(0), None), "percent", direction="flat")


def mixed(items: Sequence[Item], context: Context) -> Reading | None:
    """20と5分の3: a whole number and a fraction."""
    if items[1].text.strip() not in {"と", "又", "また"}:
        return None
    whole = amount(items[:1])
    share = fraction(items[2:], context)
    if whole is None or whole.number is None or share is None or share.number is None or share.number.value >= 100:
        return None
    return Reading("count", Number(whole.number.value + share.number.value / 100, None))


_BARE_INDEX = re.compile(r"(?:指数|ＰＭＩ|PMI|ＤＩ|DI|景況感)[^。\n]{0,30}$")
_LIST_MARK = re.compile(r"(?:^|\n)\s*$")


def bare(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """A number without a unit we know: a count; an index reading after PMI, 指数, DI."""
    number = next(i for i in items if i.cls == "NUM")
    if _in_identifier(items[0], context) or _marks_a_list(number, context) or _glued(items, number, context):
        return None
    found = amount(items)
    if found is None:
        return None
    reading = of_unit(found, None, context)
    if found.number is not None and not in_kanji(number.text) and _BARE_INDEX.search(context.left(number, 40)):
        after = context.text[number.end : number.end + 1]
        if (found.number.ulp is not None and found.number.ulp < 1) or after in {
            "",
            "と",
            "、",
            "。",
            "を",
            "に",
            "へ",
            "だ",
            "で",
        }:
            return replace(reading, unit="point")
    return reading


def _marks_a_list(number: Item, context: Context) -> bool:
    """（1）, "1. " at the start of a line: a mark, not a figure."""
    before, after = context.text[number.start - 1 : number.start], context.text[number.end : number.end + 1]
    if before in {"(", "（", "[", "〔", "※", "注", "図", "表", "No", "№"} and after in {
        ")",
        "）",
        "]",
        "〕",
        "",
        "：",
        "　",
        " ",
    }:
        return number.text.isdecimal() and len(number.text) <= 2
    return (
        after in {".", "．", ")", "）"} and len(number.text) <= 2 and bool(_LIST_MARK.search(context.left(number, 4)))
    )


_KANJI_OR_LETTER = re.compile(r"[一-鿿々A-Za-zＡ-Ｚａ-ｚ]")


def _glued(items: Sequence[Item], number: Item, context: Context) -> bool:
    """Part of a word or name: kanji numerals beside other kanji, digits before Latin letters, 一 on its own."""
    first, last = items[0], items[-1]
    before, after = context.text[first.start - 1 : first.start], context.text[last.end : last.end + 1]
    if in_kanji(number.text):
        if number.text == "一" and after == "つ":
            return True
        if last.cls != "NUM" or (context.after is not None and context.after.cls in {"RBOUND", "LBOUND"}):
            after = ""
        if context.before is not None and context.before.cls == "LBOUND":
            before = ""
        return bool(_KANJI_OR_LETTER.match(before) or _KANJI_OR_LETTER.match(after))
    return bool(after) and ((after.isascii() and after.isalpha()) or "Ａ" <= after <= "ｚ")


def out_of_hundred(items: Sequence[Item], _: Context) -> Reading | list[Reading]:
    """120.5/100; other numbers with a stroke between them are dates, pages or scores."""
    if items[-1].value.value != 100:
        return NOTHING
    return Reading("percent", items[0].value, "percent")


def power(items: Sequence[Item], context: Context) -> Reading | None:
    """10の8乗, 1.2×10の14乗."""
    if context.right(items[-1], 1) != "乗" or items[-1].value.value != items[-1].value.value.to_integral_value():
        return None
    gaps = [i.text for i in items if i.cls == "GAP"]
    cut = max(n for n, i in enumerate(items) if i.cls == "GAP")
    base, exponent = amount(items[:cut][-1:]), amount(items[cut + 1 :])
    if (
        gaps not in (["の"], ["×", "の"])
        or base is None
        or exponent is None
        or base.number is None
        or exponent.number is None
    ):
        return None
    if abs(exponent.number.value) > 40 or (not base.number.value):
        return None
    with localcontext() as local:
        local.prec = 60
        value = base.number.value**exponent.number.value
        first = amount(items[: next(n for n, i in enumerate(items) if i.cls == "GAP")])
        if first is None or first.number is None:
            return None
        value = value * first.number.value if len(gaps) == 2 else value * (-1 if first.number.value < 0 else 1)
    return replace(Reading("count", Number(plain(value), None)), end=items[-1].end + 1)


def length(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """3年で, 5年以内: a length of time; 3年前 and 5年目 are places in time."""
    after = context.right(items[-1], 2)
    if items[-1].cls != "YEAR" or re.match(r"前|後|目|生|来|債|物|度", after) or items[0].value.value > 200:
        return NOTHING
    return of_unit(Amount(items[0].value), items[-1], context)


def nothing(items: Sequence[Item], context: Context) -> list[Reading]:
    """Number-like text that is no figure."""
    return NOTHING


def yen_move(items: Sequence[Item], context: Context) -> Reading | None:
    """2円高, 50銭円安: the 円 that the lexicon took into 円高 belongs to the amount."""
    move = items[-1]
    found = amount(items[:-1])
    if found is None or not move.text.startswith("円"):
        return None
    return Reading("money", found.number, "JPY").at(items[0].start, move.start + 1)
