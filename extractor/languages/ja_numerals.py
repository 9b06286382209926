"""Japanese numerals: digits with 万億兆, kanji, and kanji decimals (二点四, 六・五)."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.languages.base import Number
from extractor.languages.cjk import strict
from extractor.languages.numerals import scaled

DIGITS = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
KANJI = "〇零一二三四五六七八九壱弐参"
SCALE = "(?:[十拾億兆京]|百(?!貨)|千(?![葉代歳])|万(?![博能全]))"

NUMERAL = (
    rf"(?:{DIGITS})(?:{SCALE}+(?:{DIGITS})?)*(?:点[0-9０-９]+(?![0-9０-９]*[一-鿿ァ-ヺ%％]))?"
    rf"|[{KANJI}十百千](?:[{KANJI}十拾億兆京万]|百(?!貨)|千(?!葉))*(?:[点・．][〇零一二三四五六七八九]+[万億兆]*)?"
)
"""8兆1,350億, 11万1,973, 百七兆, 二・四: one token. A bare 万, 億 or 兆 is no numeral (万博, 兆し)."""

_DECIMAL = re.compile(r"(.+)[点・．]([〇零一二三四五六七八九]+)([万億兆]*)|(.+)点([0-9０-９]+)()")
_POINTS = re.compile("[.．]")
_LARGE = {"万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12)}
LONGEST = 60
"""Longer runs are identifiers or noise, not amounts."""


def number(text: str) -> Number | None:
    """A Japanese numeral, exact; None for scales that stand alone and for runs that are no amount."""
    if len(text) > LONGEST or not (text[0] in _FIRST or text[0].isdecimal()) or len(_POINTS.findall(text)) > 1:
        return None
    try:
        split = _DECIMAL.fullmatch(text) if text[0] in _FIRST or "点" in text else None
        return strict(text) if split is None else _decimal(*(g for g in split.groups() if g is not None))
    except ArithmeticError:
        return None


_FIRST = frozenset(KANJI + "十百千")


def _decimal(before: str, after: str, scales: str) -> Number | None:
    """二点四, 十二・三億: the part after the point digit by digit."""
    whole = strict(before)
    places = strict(after)
    if whole is None or places is None:
        return None
    ulp = Decimal(1).scaleb(-len(after))
    found = Number(whole.value + places.value * ulp, ulp)
    for scale in scales:
        found = scaled(found, _LARGE[scale])
    return found


def in_kanji(text: str) -> bool:
    """Whether a numeral is written in kanji only."""
    return text[0] in _FIRST
