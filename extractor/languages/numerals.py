"""Numerals that all packs share: digits with separators, full width, and kanji up to 京."""

from __future__ import annotations

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
