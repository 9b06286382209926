"""Japanese amounts: a numeral with its sign and scales, and what the unit behind it makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.domain.vocabulary import Bound, Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.numerals import LARGE, plain, scaled

UNITS = frozenset({"CUR", "SYM", "PCT", "WARI", "POINTS", "TIMES", "UNIT"})


NOTHING: list[Reading] = []
"""A reader that returns this takes its items and makes no figure of them: 第85類, 午後3時."""


LENGTHS = frozenset({"YEARS", "MONTHS", "DAYS", "WEEKS", "YEAR", "DAY"})
"""What lengths of time are counted in; they are no figures."""


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
            sign = -sign
        elif item.cls == "VAGUE" or item.cls == "EDGE":
            vague = item.cls == "VAGUE"
            found = found if found is None else _more(found, item)
        elif item.cls == "NUM":
            found = _counted(found, item, vague)
            vague = False
        elif item.cls in {"SCALE", "KILO"}:
            found = found.scaled(item.value) if found else Amount(None, 2 * item.value, 10 * item.value)
    if found is None or sign > 0:
        return found
    return Amount(None if found.number is None else Number(-found.number.value, found.number.ulp))


def _counted(found: Amount | None, item: Item, vague: bool) -> Amount:
    """The numeral, some of it (数十: 20 to 100), or some of it more (百数十億: 120 to 200 times 億)."""
    value = item.value.value
    if found is None:
        return Amount(None, 2 * value, 10 * value) if vague else Amount(item.value)
    scale = Decimal(1)
    for letter in item.text.lstrip("十百千"):
        scale *= LARGE.get(letter, 1)
    head = Decimal(0) if found.number is None else found.number.value * scale
    return Amount(None, plain(head + 2 * value), plain(head + 10 * value))


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
    kind: Kind = "count"
    code: str | None = None
    note: str | None = None
    if unit is None:
        pass
    elif unit.cls in {"CUR", "SYM"}:
        kind, code = "money", str(unit.value)
    elif unit.cls == "PCT":
        kind, code = "percent", "percent"
    elif unit.cls == "WARI":
        kind, code, found = "percent", "percent", found.scaled(unit.value)
    elif unit.cls == "POINTS":
        kind, code, note = _points(found.number, unit, context)
    elif unit.cls == "TIMES":
        kind, code = "multiple", "times"
    elif unit.text == "キロ":
        note = "キロ: of grams or of metres"
    else:
        code = str(unit.value)
    return Reading(kind, found.number, code, found.low, found.high, found.bound, note=note)


INDEX = re.compile(r"指数|ＰＭＩ|PMI|株価|平均株|ＤＩ|DI(?![A-Za-z])|日経平均|ダウ|TOPIX|ナスダック")


SHARE = re.compile(r"率|比率|シェア|割合|金利|利回り|構成比|幅|寄与|占め|押し上げ|押し下げ")


def _points(number: Number | None, unit: Item, context: Context) -> tuple[Kind, str, str | None]:
    """Percentage points, or points of an index when the clause speaks of one."""
    if unit.value == "percentage_point" and unit.text in {"ポイント", "㌽"}:
        clause = re.split(r"[。\n]", context.text[max(0, unit.start - 40) : unit.start])[-1]
        index = [m.end() for m in INDEX.finditer(clause)]
        share = [m.end() for m in SHARE.finditer(clause)]
        if index and (not share or share[-1] < index[-1]):
            return "count", "point", None
        if number is not None and abs(number.value) >= 1000:
            return "count", "point", "ポイント of something above 1,000 is no share"
    return "points", str(unit.value), None


def in_identifier(item: Item, context: Context) -> bool:
    """A numeral inside a name, an address or a URL: TPP11, ?q=30%25, 3-1."""
    before = context.text[item.start - 1 : item.start]
    if _NUMBERED.search(context.left(item, 5)):
        return True
    if item.cls == "DASH":
        return item.text not in "-－−‐" or (before.isascii() and before.isalnum()) or before.isdecimal()
    if not before.isascii() or not before or before.isspace():
        return False
    return before in "=&?#_@" or before.isalpha() or (before in "%/.+-" and _in_address(context.left(item, 200)))


_NUMBERED = re.compile("(?:番号|ＩＤ)[:：]?[ 　]?$|大路$|丁目$")
"""Right before a number that names something: 照会番号24-118."""


def _in_address(left: str) -> bool:
    """Whether the text before runs on in ASCII from the start of an address, or for a long stretch."""
    run = left.rsplit(None, 1)[-1] if left.split() else ""
    if not run.isascii():
        run = _FOREIGN.split(run)[-1]
    return len(run) > 60 or "://" in run or "www." in run or "?" in run


_FOREIGN = re.compile(r"[^!-~]")


NOT_MONEY = ("札", "玉", "硬貨", "紙幣", "ショップ", "均一", "単位", "ストア")
"""After a currency: a note, a coin, a kind of shop."""


def fits(items: Sequence[Item], unit: Item, context: Context) -> bool:
    """Not a table's heading (単位：100万ドル), not 元 or 台 as the start of another word."""
    before = context.text[max(0, items[0].start - 5) : items[0].start]
    if "単位" in before or (unit.cls == "CUR" and context.text.startswith(NOT_MONEY, unit.end)):
        return False
    after = context.text[unit.end : unit.end + 1]
    if unit.text == "元" and after in {"首", "大", "社", "副", "請", "会", "幹"}:
        return False
    return not (unit.text in {"本", "部", "点", "次", "市", "機"} and after in _JOINED.get(unit.text, ""))


_JOINED = {"本": "部格社", "部": "門品長", "点": "検", "市": "場民", "機": "関能械"}
