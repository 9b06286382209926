"""Japanese numerals: digits with 万億兆, kanji, kanji decimals (二点四, 六・五), and numbers in hiragana."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.languages.base import NUMERAL_STARTS, Number
from extractor.languages.cjk import CONTINENTAL, SPACED, comma_last, strict
from extractor.languages.ja_kana import KANA_NUMERAL, KANA_STARTS, in_kana
from extractor.languages.numerals import digits, scaled

_D = "[0-9０-９]"
DIGITS = rf"{_D}+(?:[,，]{_D}{{3}}(?!{_D}))*(?:[.．]{_D}+)?"
COMMAED = rf"(?<![0-9０-９、,，.．])(?:[1-9１-９]、{_D}{{3}}|[1-9１-９]{_D}?(?:、{_D}{{3}})*、{_D}{{2}}[1-9１-９])(?![0-9０-９]|、{_D})"
"""5、450: the comma of upright text between thousands; not in lists (100、200、300; 10、500円玉)."""
RAISED = r"(?:[eEｅＥ][+\-－−＋]?[0-9０-９]{1,2}(?![0-9０-９A-Za-z])|\^[+\-]{0,2}[0-9]{1,2}(?![0-9]))"
"""2.5e-3, 2.5^-1."""
KANJI = "〇零一二三四五六七八九壱弐参"
SCALE = "(?:[十拾億兆京]|百(?!貨)|千(?![葉代歳])|万(?![博能全]))"

NUMERAL = (
    rf"{SPACED}|{COMMAED}|[0-9]+(?:[.．][0-9０-９]+)?{RAISED}|[０-９]+(?:[.．][0-9０-９]+)?{RAISED}|{CONTINENTAL}"
    rf"|(?:{DIGITS})(?:{SCALE}+(?:{DIGITS})?)*(?:点[0-9０-９]+(?![0-9０-９]*[一-鿿ァ-ヺ%％]))?"
    rf"|[{KANJI}十百千](?:[{KANJI}十拾億兆京万]|百(?!貨)|千(?!葉))*"
    r"(?:[点・．][〇零一二三四五六七八九]+[万億兆]*|点[0-9０-９]+(?![0-9０-９]*[一-鿿ァ-ヺ%％]))?"
    rf"|{KANA_NUMERAL}"
)
"""8兆1,350億, 11万1,973, 百七兆, 二・四: one token. A bare 万, 億 or 兆 is no numeral (万博, 兆し)."""
STARTS = NUMERAL_STARTS | KANA_STARTS

_DECIMAL = re.compile(r"(.+)[点・．]([〇零一二三四五六七八九]+)([万億兆]*)|(.+)点([0-9０-９]+)()")
_POINTS = re.compile("[.．]")
_LARGE = {"万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12)}
LONGEST = 60
"""Longer runs are identifiers or noise, not amounts."""


def number(text: str) -> Number | None:
    """A Japanese numeral, exact; None for scales that stand alone and for runs that are no amount."""
    if len(text) > LONGEST:
        return None
    if text[0] in KANA_STARTS:
        return in_kana(text)
    if "," in text and (found := comma_last(text)) is not None:
        return found
    if not (text[0] in _FIRST or text[0].isdecimal()) or len(_POINTS.findall(text)) > 1 or _MALFORMED.match(text):
        return None
    try:
        if _PLAIN_DIGITS.fullmatch(text) is None and (special := _digits_otherwise(text)) is not None:
            return special
        split = _DECIMAL.fullmatch(text) if text[0] in _FIRST or "点" in text else None
        return strict(text) if split is None else _decimal(*(g for g in split.groups() if g is not None))
    except ArithmeticError:
        return None


_FIRST = frozenset(KANJI + "十百千")
_PLAIN_DIGITS = re.compile(r"[0-9０-９]+")
_MALFORMED = re.compile("[〇零]{2,}$|[0-9０-９]{4,}[,，]")
"""〇〇 stands for a name left out; 150222,250 has its comma at the wrong place."""
_GROUPED = re.compile(r"[0-9０-９]+(?:[ \u3000\u202f\u00a0\u2009\u2007、][0-9０-９]{3})+(?:[.．][0-9０-９]+)?")
_RAISED = re.compile(r"([0-9０-９.．]+)(?:[eEｅＥ]([+\-－−＋]?[0-9０-９]+)|\^([+\-]*)([0-9]+))")
_SEPARATORS = re.compile(r"[ \u3000\u202f\u00a0\u2009\u2007、]")
_MINUS = str.maketrans({"−": "-", "－": "-", "＋": "+"})


def _digits_otherwise(text: str) -> Number | None:
    """1 234 567, 5、450, 2.5e-3, 2.5^-1; None when the text is none of these."""
    if _GROUPED.fullmatch(text):
        return digits(_SEPARATORS.sub("", text))
    raised = _RAISED.fullmatch(text)
    base = None if raised is None else digits(raised[1])
    if raised is None or base is None:
        return None
    if raised[2] is not None:
        return scaled(base, Decimal(1).scaleb(int(raised[2].translate(_MINUS))))
    if not base.value:
        return None
    sign = -1 if raised[3].count("-") % 2 else 1
    return Number(base.value ** (sign * int(raised[4])), None)


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
