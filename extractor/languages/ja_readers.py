"""Readers of Japanese figures: money, percentages, multiples, shares, counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.domain.vocabulary import Direction
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.ja_amounts import (
    NOTHING,
    UNITS,
    Amount,
    amount,
    fits,
    in_identifier,
    of_unit,
)
from extractor.languages.ja_numerals import in_kanji

EDGE_WORDS = frozenset("盗制化奪い者力小点気まめくげ調固行硬豪引")
"""After 強 or 弱: 強化, 強盗, 弱い are words of their own."""


def dotted(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """11・9％, 1・5倍: a decimal point as newspapers print it."""
    whole, dot, places, unit = items
    if whole.end != dot.start or dot.end != places.start or not (whole.text.isdecimal() and places.text.isdecimal()):
        return None
    size = Decimal(1).scaleb(-len(places.text))
    number = Number(whole.value.value + places.value.value * size, size)
    return of_unit(Amount(number), unit, context)


_PER = re.compile("当たり|あたり|当り|につき")
"""Behind one of something that a measure is per: 1人当たり."""
SPEEDS = frozenset({"時速", "秒速", "分速"})


def measured(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """An amount with its unit: 8兆1,350億円, 2.0％, ▲1.8％, 11万1,973台, 2.9倍, 7割強, 数十億ドル."""
    unit = next((i for i in reversed(items) if i.cls in UNITS), None)
    edge = items[-1] if items[-1].cls == "EDGE" else None
    if in_identifier(items[0], context):
        return None
    if context.left(items[0], 3) == "コンマ":
        return NOTHING  # コンマ5: a decimal part whose whole is nought
    if unit is not None and not fits(items, unit, context):
        return NOTHING if unit.cls == "CUR" else None
    head = items if unit is None else items[: items.index(unit)]
    found = amount(head)
    if found is None or unit is None:
        return None
    if unit.cls == "UNIT" and _PER.match(context.text, unit.end):
        return NOTHING
    if unit.cls == "UNIT" and (context.text[unit.end : unit.end + 1] == "目" or context.left(items[0], 2) in SPEEDS):
        return NOTHING
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


_LETTER = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")


def currency_first(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """$48.2万, US$1.2億, 人民元八千元."""
    if items[0].cls == "CUR" and (items[-1].cls != "CUR" or items[-1].value != items[0].value):
        return None
    found = amount([i for i in items if i.cls not in {"CUR", "SYM"}])
    if found is None:
        return None
    if _LETTER.match(context.right(items[-1], 1)):
        return NOTHING  # $5m: whatever the letter scales by
    if items[0].text == "COP" and found.number is not None and found.number.value < 100:
        return NOTHING
    return Reading("money", found.number, str(items[0].value), low=found.low, high=found.high, bound=found.bound)


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


_SAID_BEFORE = re.compile(r"[％%減増]と(?:ほぼ|おおむね|概ね|ほとんど|小幅な)?$")


def flat(items: Sequence[Item], context: Context) -> Reading | list[Reading]:
    """横ばい: a change of nothing, as far as the word goes; not after the change itself (0.04％増とほぼ横ばい)."""
    if _SAID_BEFORE.search(context.left(items[0], 8)):
        return NOTHING
    return Reading("percent", Number(Decimal(0), None), "percent", direction="flat")


_BARE_INDEX = re.compile(r"(?:指数|ＰＭＩ|PMI|ＤＩ|DI|景況感)[^。\n]{0,30}$")


_TABLE_CELL = re.compile(r".*[億兆][0-9０-９][,，]?[0-9０-９]{3}")
"""1兆7,583 without a unit: in a table of 億 the last digits are 億 too, and nothing here says so."""
_BROKEN_OFF = re.compile(r"[.．][0-9０-９]|の[^、。の]{1,16}乗|[)）]\s*[%％万億兆]")
"""After a number that is part of something longer: 1.2.3, and powers that no rule reads."""
_LIST_MARK = re.compile(r"(?:^|\n)\s*$")


_END_OF_TITLE = re.compile("[」』》]")
"""Behind a year that ends the title of a report: 「世界投資報告書2025」."""
_BEFORE_PLUS = frozenset(("", *"はがをも、（( 　\n"))


def _of_a_name(plus: Item, context: Context) -> bool:
    """Whether a plus is part of a name: 中国+1, ディズニープラス5."""
    left = context.left(plus, 1)
    return _NAMED_PLUS.search(left) is not None if len(plus.text) > 1 else left not in _BEFORE_PLUS


_NAMED_PLUS = re.compile("[A-Za-zＡ-Ｚａ-ｚァ-ヴー0-9０-９]")
"""Right before a plus that is part of a name: ディズニープラス5."""
_AFTER_INDEX = frozenset(("", *"と、。をにへだで"))
_THRESHOLD = re.compile(r"(?:節目|境目|分かれ目|分岐点|境界|分水嶺|目安)(?:の|となる|である|とされる|を示す)$")
"""Before a number that only says where good turns to bad: 節目の50."""
_NAME_BEFORE = re.compile(r"[ァ-ヴー]$")
"""Right before a number that is part of a name: インダストリー4.0."""


def bare(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """A number without a unit we know: a count; an index reading after PMI, 指数, DI."""
    number = next((i for i in items if i.cls == "NUM"), None)
    if number is None:
        vague = amount(items)
        return None if vague is None else of_unit(vague, None, context)
    if len(number.text) == 4 and number.text.isdecimal() and _END_OF_TITLE.match(context.text, number.end):
        return NOTHING
    if items[0].cls == "PLUS" and _of_a_name(items[0], context):
        return NOTHING
    left = context.left(items[0], 12)
    if _THRESHOLD.search(left) or (_NAME_BEFORE.search(left) and not _BARE_INDEX.search(context.left(items[0], 40))):
        return NOTHING
    if in_identifier(items[0], context) or _marks_a_list(number, context) or _glued(items, number, context):
        return None
    found = amount(items)
    if found is None:
        return None
    if _TABLE_CELL.fullmatch(number.text) or _BROKEN_OFF.match(context.text, number.end):
        return NOTHING
    reading = of_unit(found, None, context)
    if found.number is not None and not in_kanji(number.text) and _BARE_INDEX.search(context.left(number, 40)):
        after = context.text[number.end : number.end + 1]
        if (found.number.ulp is not None and found.number.ulp < 1) or after in _AFTER_INDEX:
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


_AFTER_A_WORD = re.compile(r"[A-Za-z] $|〒$|[0-9A-Za-z][-‐−－]$|(?:HS|ＨＳ|コード|番号|No\.|№|ISO|JIS)[:：]?\s?$")
"""Windows 11, Part 2, HSコード8542.31, 〒107: a name or code and its bare number."""


def _glued(items: Sequence[Item], number: Item, context: Context) -> bool:
    """Part of a word or name: kanji numerals beside other kanji, digits before Latin letters, 一 on its own."""
    first, last = items[0], items[-1]
    if len(items) == 1 and _AFTER_A_WORD.search(context.left(number, 5)):
        return True
    before, after = context.text[first.start - 1 : first.start], context.text[last.end : last.end + 1]
    if before == "^" or after == "^":
        return True
    if in_kanji(number.text):
        if number.text == "一" and after == "つ":
            return True
        if last.cls != "NUM" or (context.after is not None and context.after.cls in {"RBOUND", "LBOUND"}):
            after = ""
        if context.before is not None and context.before.cls == "LBOUND":
            before = ""
        return bool(_KANJI_OR_LETTER.match(before) or _KANJI_OR_LETTER.match(after))
    return bool(after) and ((after.isascii() and after.isalpha()) or "Ａ" <= after <= "ｚ")


def ratio(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """3対2, 03（6256）7111: a score or a telephone number."""
    first, gap = items[0], items[1]
    if len(items) == 3 and gap.text == "対":
        return NOTHING
    return NOTHING if first.text[0] in "0０" and gap.text in {"（", "("} else None


def nothing(items: Sequence[Item], context: Context) -> list[Reading]:
    """Number-like text that is no figure."""
    return NOTHING
