"""Readers of Japanese exchange rates and prices: 1ドル=152円60銭, 1キロリットル当たり7万9,083円."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_amounts import (
    UNITS,
    Amount,
    amount,
    in_identifier,
    of_unit,
    trailing_zeros,
)
from extractor.languages.ja_ranges import spread
from extractor.languages.numerals import plain, scaled

EXCHANGE = re.compile(r"円相場|為替|対ドル|対ユーロ|対人民元|円高|円安|ドル円|1ドル|１ドル|1ユーロ|ユーロ円|１ユーロ")


OTHER_PRICE = re.compile(r"株価|終値|平均株価|日経平均|価格|単価|代金|給|費|売上|利益|額")

CURRENCIES = {
    "ドル": "USD", "米ドル": "USD", "ユーロ": "EUR", "人民元": "CNY", "ポンド": "GBP", "英ポンド": "GBP", "豪ドル": "AUD",
    "カナダドル": "CAD", "NZドル": "NZD", "スイスフラン": "CHF", "香港ドル": "HKD", "ウォン": "KRW",
}  # fmt: skip
_NAMES = "|".join(sorted(CURRENCIES, key=len, reverse=True))
_FILLER = (
    r"(?>、|で|に|の|と|一時|前日比|前日|前週末|足元|現在|東京市場|円に対して?|小幅に?|大幅に?|続伸し?て?|続落し?て?|反発し?て?|反落し?て?"
    r"|上昇し?て?|下落し?て?|円高|円安|約|再び|ほぼ|その後|一段と|午[前後][0-9０-９]+時(?:時点|現在|すぎ)?)"
)
QUOTED = re.compile(
    rf"(?<![0-9０-９一-鿿万億兆数])(?:({_NAMES})(?:の?対円(?:相場|レート)?|[・/／]?円(?:相場|レート)?|相場)?(?:は|が|も)"
    rf"(?:{_FILLER}*対({_NAMES}|円)では?)?"
    rf"|円(?:相場)?(?:は|が|も)?{_FILLER}*対({_NAMES})(?:相場)?(?:で|では|は)|対({_NAMES})では?"
    rf"|円(?:相場)?[はが]|(?:想定(?:為替)?|為替)レートは)({_FILLER}*)$"
)
"""What leads to a rate: ドルは, 円相場は対ドルで, 想定レートは; a currency's price is what stands next."""
BEFORE = re.compile(
    rf"[1１]({_NAMES})[=＝]?[0-9０-９.．]+(?:円|{_NAMES})(?:[0-9０-９]+銭)?"
    r"(?:[（(、](?:従来|前回|当初|前期|これまで|前年同期|前年同月|前年|前日|前週末|昨年)(?:の?(?:予想|想定|計画|実績))?は?|から)$"
)
"""Another rate just before: 1ドル＝140円（従来は150円）, 1ドル＝145円から150円に."""
CHANGED = re.compile(
    r"(?:[のだ]?(?:円高|円安|ドル高|ドル安)|(?:ほど|程度|余り|近く)?(?:上昇|下落|値上がり|値下がり|上げ|下げ|高(?!値)|安(?!値)))(?!.{0,3}[まで])"
)
"""After an amount: by how much it moved, not where it stands."""


def base_of(reading: Reading, first: Item, end: int, context: Context) -> str | None:
    """The currency whose price this amount is by the words that lead to it; None when they do not say."""
    left = context.left(first, 48)
    found = BEFORE.search(left) or QUOTED.search(left)
    if found is None or CHANGED.match(context.text, end):
        return None
    said = [CURRENCIES[group] for group in found.groups() if group in CURRENCIES]
    if not said:
        return "USD" if reading.unit == "JPY" else None
    return next((code for code in said if code != reading.unit), None)


def quoted(items: Sequence[Item], context: Context) -> Reading | None:
    """ドルは148円に上昇, 円相場は対ドルで152円; plain amounts only, no 億."""
    number, currency = items
    if re.search("[百千万億兆]", number.text) or in_identifier(number, context):
        return None
    reading = Reading("rate", number.value, str(currency.value))
    base = base_of(reading, number, currency.end, context)
    return None if base is None else replace(reading, unit=f"{currency.value}/{base}")


def as_rate(reading: Reading, first: Item, end: int, context: Context) -> Reading:
    """An amount that a currency costs is a rate; so is one of yen between 50 and 500 in a clause about exchange rates."""
    base = base_of(reading, first, end, context)
    if base is not None:
        return replace(reading, kind="rate", unit=f"{reading.unit}/{base}")
    value = reading.number.value if reading.number else reading.low
    if reading.unit != "JPY" or value is None or not 50 <= value <= 500:
        return reading
    sentence = re.split(r"[。\n]", context.text[max(0, first.start - 60) : first.start])[-1]
    cues = list(EXCHANGE.finditer(sentence))
    if not cues or OTHER_PRICE.search(sentence, cues[-1].end()):
        return reading
    base = "EUR" if "ユーロ" in cues[-1].group() else "CNY" if "人民元" in cues[-1].group() else "USD"
    return replace(reading, kind="rate", unit=f"JPY/{base}")


def minor(items: Sequence[Item], context: Context) -> Reading | None:
    """152円60銭; 60銭 alone: the currency with its hundredth; 148円30～32銭: a range."""
    cut = next((n for n, i in enumerate(items) if i.cls in {"TILDE", "DASH"}), None)
    if cut is None:
        made = _with_minor(items)
    else:
        left, right = list(items[:cut]), list(items[cut + 1 :])
        if not any(i.cls == "MINOR" for i in left):
            left.append(right[-1])  # 30～32銭
        at = next((n for n, i in enumerate(left) if i.cls == "CUR"), None)
        if at is not None and not any(i.cls == "CUR" for i in right):
            right = left[: at + 1] + right
        low, high = _with_minor(left), _with_minor(right)
        made = None
        if (
            low
            and high
            and low.number
            and high.number
            and low.unit == high.unit
            and low.number.value < high.number.value
        ):
            made = Reading("money", unit=low.unit, low=low.number.value, high=high.number.value)
    return made and as_rate(made, items[0], items[-1].end, context)


def _with_minor(items: Sequence[Item]) -> Reading | None:
    """One amount with its hundredths."""
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
    return None if number is None else Reading("money", number, currency)


def grade(items: Sequence[Item], context: Context, rate: bool = False) -> Reading | None:
    """144円台前半 -> 144 to 144.5; 3％台 -> 3 to 4; 4.2％台 -> 4.2 to 4.3; 2割台後半; of a rate always one yen."""
    at = next((n for n, i in enumerate(items) if i.text == "台" and n and items[n - 1].cls in UNITS), None)
    if at is None:
        return None
    unit = items[at - 1]
    found = amount([i for i in items[: at - 1] if i.cls not in UNITS])
    if found is None or found.number is None or found.low is not None:
        return None
    part = items[at + 1] if len(items) > at + 1 and items[at + 1].cls == "LATE" else None
    end = part.end if part else items[at].end
    known = as_rate(of_unit(Amount(found.number), unit, context), items[0], end, context)
    value, ulp = found.number
    step = ulp or Decimal(1)
    if step == 1 and not rate and known.kind != "rate":
        step = Decimal(10) ** trailing_zeros(value)
    elif step > 1:
        step = max(step, Decimal(10) ** trailing_zeros(value))
    first, last = part.value if part else (0, 10)
    low, high = plain(value + step * first / 10), plain(value + step * last / 10)
    reading = of_unit(Amount(None, low, high), unit, context)
    return replace(reading, kind=known.kind, unit=known.unit, start=items[0].start, end=end)


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
    made = _stated(quoted, context, rate=True)
    if made is None:
        return None
    reading = _divided(made, base.number.value)
    about = any(i.cls == "LBOUND" for i in items)
    unit = f"{currency.value}/{items[cut].value}"
    return replace(reading, kind="rate", unit=unit, approximate=about, bound="about" if about else reading.bound)


def _stated(items: Sequence[Item], context: Context, *, rate: bool = False) -> Reading | None:
    """What follows the equals sign: 152円60銭, 148円30～32銭, 144円台前半, 145～150円, 約150円."""
    made: Reading | None = None
    if any(i.cls == "MINOR" for i in items):
        made = minor(items, context)
    elif any(i.cls in {"TILDE", "DASH"} for i in items):
        made = spread(items, context)
    elif any(i.text == "台" for i in items):
        made = grade(items, context, rate)
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
        number=None if reading.number is None else Number(over(reading.number.value, by), over(reading.number.ulp, by)),
        low=None if reading.low is None else over(reading.low, by),
        high=None if reading.high is None else over(reading.high, by),
    )


def over(value: Decimal | None, by: Decimal) -> Decimal:
    return (value or Decimal(0)) / by


def price(items: Sequence[Item], context: Context) -> Reading | None:
    """1キロリットル当たり7万9,083円, トン当たり500ドル, 1バレル＝70ドル台: money per unit."""
    cut = next(n for n, i in enumerate(items) if i.cls == "UNIT")
    per = amount(items[:cut]) if cut else Amount(Number(Decimal(1), None))
    linked = any(i.cls in {"PER", "EQ"} for i in items)
    if per is None or per.number is None or (not linked and (not cut or per.number.value != 1)):
        return None
    begin = next((n for n, i in enumerate(items) if n > cut and i.cls in {"NUM", "VAGUE"}), None)
    if not linked and not cut and items[1].cls == "GAP":
        return None  # 5時時点の1ドル: no unit at all
    if begin is None or not _near(items, cut, begin):
        return None
    made = _stated(items[begin:], context)
    currency = next(i for i in items if i.cls == "CUR")
    if made is None:
        return None
    if items[cut].value == "person":
        return replace(_divided(made, per.number.value), unit=currency.value).at(items[begin].start, items[-1].end)
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
    currency = next(i for i in items if i.cls in {"CUR", "SYM"})
    if found is None:
        return None
    return Reading("price", found.number, f"{currency.value}/{items[-1].value}", low=found.low, high=found.high)


def rate_after(items: Sequence[Item], context: Context) -> Reading | None:
    """112.47円/ドル."""
    quote, base = [i for i in items if i.cls == "CUR"]
    found = amount([i for i in items if i.cls in {"NUM", "SCALE", "VAGUE"}])
    if found is None or found.number is None or quote.value == base.value:
        return None
    return Reading("rate", found.number, f"{quote.value}/{base.value}")


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
