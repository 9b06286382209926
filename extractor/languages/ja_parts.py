"""Readers of Japanese parts and powers: 4分の1, 約1/3, 3社に1社, 20と5分の3, 10の8乗, and numerals with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import localcontext
from itertools import pairwise

from extractor.domain.vocabulary import Bound
from extractor.languages.base import Composed, Context, Item, Number, Reading
from extractor.languages.ja_amounts import NOTHING, amount, in_identifier
from extractor.languages.ja_numerals import in_kanji, number
from extractor.languages.ja_rates import over
from extractor.languages.numerals import plain


def fraction(items: Sequence[Item], _: Context) -> Reading | None:
    """4分の1 -> 25 percent, to the precision of exact division."""
    at = next(n for n, i in enumerate(items) if i.cls == "OF")
    below, above = amount(items[:at]), amount(items[at + 1 :])
    if below is None or above is None or below.number is None or above.number is None or not below.number.value:
        return None
    value = over(100 * above.number.value, below.number.value)
    return Reading("percent", Number(plain(value), None), "percent")


def mixed(items: Sequence[Item], context: Context) -> Reading | None:
    """20と5分の3, マイナス一と二分の一: a whole number and a fraction."""
    at = next(n for n, i in enumerate(items) if i.cls == "GAP")
    if items[at].text.strip() not in {"と", "又", "また"}:
        return None
    whole = amount(items[:at])
    share = fraction(items[at + 1 :], context)
    if whole is None or whole.number is None or share is None or share.number is None or share.number.value >= 100:
        return None
    part_ = share.number.value / 100
    value = whole.number.value + (-part_ if items[0].cls in {"MINUS", "DASH"} else part_)
    return Reading("count", Number(value, None))


def one_in(items: Sequence[Item], context: Context) -> Reading | None:
    """3社に1社, 4人に1人, 10社に3社: a share."""
    first, unit, gap, second, again = items
    whole, part_ = first.value.value, second.value.value
    if gap.text != "に" or unit.text != again.text or not 0 < part_ < whole <= 100:
        return None
    return Reading("percent", Number(over(100 * part_, whole), None), "percent")


def part(items: Sequence[Item], context: Context) -> Reading | None:
    """半分, 過半数, 半数."""
    over: Bound | None = "over" if items[0].text.startswith("過半") else None
    return Reading("percent", Number(items[0].value, None), "percent", bound=over)


def out_of_hundred(items: Sequence[Item], _: Context) -> Reading | None:
    """120.5/100."""
    if items[-1].value.value != 100:
        return None
    return Reading("percent", items[0].value, "percent")


def power(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """10の8乗, 1.2×10の14乗; a power of one says nothing, and mostly stands for a lost 1×10の8乗."""
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
    if abs(base.number.value) == 1:
        return NOTHING
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


def slash(items: Sequence[Item], context: Context) -> Reading | list[Reading]:
    """約1/3, -3/2: a fraction where a sign or the words beside it say so; else a date, a page or a score."""
    if in_identifier(items[0], context):
        return NOTHING
    above, below = amount(items[:-2]), items[-1].value.value
    if above is None or above.number is None or above.number.value != int(above.number.value) or not below:
        return NOTHING
    signed = len(items) > 3
    common = above.number.value < below <= 10
    beside = _SHARE_BEFORE.search(context.left(items[0], 6)) or _SHARE_AFTER.match(context.right(items[-1], 6))
    if not (signed or (common and beside)):
        return NOTHING
    return Reading("percent", Number(plain(over(100 * above.number.value, below)), None), "percent")


_SHARE_BEFORE = re.compile(
    r"(?:約|およそ|ほぼ|全体の|うち|前年の|従来の|[ぁ-んァ-ヺ一-鿿]分の|世界の|国内の|輸[出入]の)$"
)
_SHARE_AFTER = re.compile(
    r"以上|以下|未満|程度|近く|強|弱|超|ほど|を占|を超|を下回|を上回|に減|に縮|に低|に落|に圧縮|に削|にとどま"
)


def percent_spaced(items: Sequence[Item], context: Context) -> Reading | None:
    """3.2パ ーセ ント: the word with spaces in it, as justified lines and scanned pages have it."""
    found = _SPACED.match(context.text, items[-1].start) if items[-1].text.lstrip()[:1] == "パ" else None
    number = amount(items[:-1])
    if found is None or number is None or in_identifier(items[0], context):
        return None
    reading = Reading("percent", number.number, "percent", number.low, number.high, number.bound)
    if items[0].cls in {"MINUS", "DASH"}:
        reading = replace(reading, direction="down")
    return reading.at(items[0].start, found.end())


_SPACED = re.compile(r"\s*" + r"[ \u3000]*".join("パーセント") + r"(?!ポ)")


def spaced(items: Sequence[Item], _: Context) -> Composed | None:
    """7万 5千 4百, 1兆 7,583億: one numeral, when each part but the last ends in a scale and all fit together.

    The last part must end in one too or be in kanji: in 3万 2024 the second number is another.
    """
    texts = [item.text for item in items]
    if texts[0][-1] not in SCALES and items[1].cls == "NUM":
        return None
    if any(b.start - a.end > 1 for a, b in pairwise(items)) or sum(i.cls == "NUM" for i in items) < 2:
        return None
    for used in range(len(items), 1, -1):
        text = "".join(texts[:used])
        if items[used - 1].cls == "NUM" and text[-1] not in SCALES and not in_kanji(texts[used - 1]):
            continue
        if any(a[-1] not in SCALES and b not in LARGE_SCALES for a, b in pairwise(texts[:used])):
            continue
        read = number(text)
        if read is not None and sum(i.cls == "NUM" for i in items[:used]) > 1:
            return Composed(read, used)
    return None


SCALES = frozenset("十百千万億兆")
LARGE_SCALES = frozenset("万億兆")
