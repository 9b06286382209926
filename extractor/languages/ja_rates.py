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
    of_unit,
    trailing_zeros,
)
from extractor.languages.ja_ranges import spread
from extractor.languages.numerals import plain, scaled

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
