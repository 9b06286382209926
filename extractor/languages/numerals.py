"""Numerals that all packs share: digits with separators, full width, and kanji up to 京."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from extractor.languages.base import Number

DIGITS = {
    c: n
    for n, chars in enumerate(
        ("〇零○", "一壹壱", "二贰貳弐两兩", "三叁參参", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for c in chars
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "京": 10**16}

DIGIT_RUN = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
"""1,234.5, １２３: commas only before three digits."""


LONGEST = 36
"""A longer run of digits is an identifier, and more than Decimal holds exactly."""


def digits(text: str) -> Number | None:
    """A numeral in digits: separators dropped, full width folded; None when it is not one."""
    if len(text) > LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    try:
        value = Decimal(plain)
    except ArithmeticError:
        return None
    exponent = value.as_tuple().exponent
    return Number(value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))


def scaled(number: Number, scale: Decimal) -> Number:
    """The number times an exact scale; its last digit moves along: 1.2 million -> 1200000, 100000."""
    return Number(plain(number.value * scale), None if number.ulp is None else plain(number.ulp * scale))


def plain(value: Decimal) -> Decimal:
    """Without an exponent and without zeros after the point: 7330000000000, not 7.33E+12."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


_SCALES = "十拾百佰千仟万萬亿億兆京"
_KANJI = "〇零○一二三四五六七八九两兩壹贰叁肆伍陆柒捌玖"
CJK_NUMERAL = rf"(?:{DIGIT_RUN})(?:[{_SCALES}]+(?:{DIGIT_RUN})?)*|[{_KANJI}{_SCALES}]+"
"""8兆1,350億, 11万1,973, 百七兆, 一万二千三百亿: digits and scales, or kanji, in one token."""
CJK_PIECE = re.compile(rf"{DIGIT_RUN}|[{_KANJI}]+|[{_SCALES}]")


def cjk(text: str) -> Number | None:
    """A numeral of digits, kanji or both, exact: 1兆7583億 -> 1758300000000 (last digit 1億)."""
    total = section = Decimal(0)
    last: Number | None = None
    ulp = Decimal(1)
    for piece in CJK_PIECE.findall(text):
        scale = LARGE.get(piece)
        if scale is not None:
            section += last.value if last else 0
            ulp = (last.ulp or ulp if last else ulp) * scale
            total = _lifted(total, section, Decimal(scale))
            section, last = Decimal(0), None
        elif piece in SMALL:
            ulp = (last.ulp or ulp if last else Decimal(1)) * SMALL[piece]
            section += (last.value if last else 1) * SMALL[piece]
            last = None
        elif piece[0] in DIGITS:
            last = Number(Decimal("".join(str(DIGITS[c]) for c in piece)), Decimal(1))
        else:
            last = digits(piece)
    if last is not None:
        return Number(plain(total + section + last.value), last.ulp)
    return Number(plain(total + section), plain(ulp))


def _lifted(total: Decimal, section: Decimal, scale: Decimal) -> Decimal:
    """Add a section at its scale; a scale larger than what stands before lifts all of it: 一万二千三百亿, 万亿."""
    if total and total < scale:
        return (total + section) * scale
    return total + (section or Decimal(1)) * scale
