"""English numeral tokens: digits, ordinals, vulgar fractions, and periods in one word (1Q24)."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.languages.base import Number
from extractor.languages.numerals import digits

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_VULGAR = "".join(VULGAR)
PERIOD_WORD = (
    r"(?:[1-4]Q|[12]H|Q[1-4]|H[12])(?:(?:['’]|FY|CY)?(?:20)?[0-9]{2})?(?![A-Za-z0-9])"
    r"|(?:FY|CY)['’]?(?:19|20)?[0-9]{2}(?:[-/–](?:20)?[0-9]{2})?(?![A-Za-z0-9])"
    r"|(?:19|20)[0-9]{2}(?:Q[1-4]|H[12]|[1-4]Q|[12]H)(?![A-Za-z0-9])"
)
"""1Q24, Q1, H1FY25, FY2024, FY2024/25, 2016H2: one token each."""
_EURO = r"(?:€|EUR\b|euros?\b)"
CONTINENTAL = (
    rf"(?<![0-9.,])(?:[0-9]{{1,3}}(?:[. \u202f\u00a0\u2009][0-9]{{3}})+,[0-9]{{2}}(?![0-9,])|[0-9]{{1,3}},(?:00(?![0-9,])|[0-9]{{2}}(?= ?{_EURO})))"
    r"|(?<=€)[0-9]{1,3},[0-9]{2}(?![0-9,])"
)
"""A comma before the decimals: 1.234,56; 5,00; 3,50 euros. Elsewhere 22,24 is a list."""
SPACED = (
    r"[1-9][0-9]{0,2} [0-9]{3}(?:(?: [0-9]{3}){1,3}(?![0-9])(?:\.[0-9]+|(?= ?(?:[a-z%€¥£]|[A-Z]{3}\b)))"
    r"|(?![0-9.,])(?= (?!(?:and|or|to|by|in|up|down|from|for|of|at|on|the|with|as|is|was)\b)[a-z]{2})"
    r"(?:(?<=[a-z] [0-9] [0-9]{3})|(?<=[a-z] [0-9]{2} [0-9]{3})|(?<=[a-z] [0-9]{3} [0-9]{3})))"
)
"""1 234 567 yen; only where decimals or a word follow: 120 135 142 may be three columns of a table. A single group only
between words: some 12 345 tonnes."""
DOTTED = r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
"""1.234.567 stays whole, and unread: grouped digits or a version."""
AUSTRALIAN = r"(?<![A-Za-z])A\$"
"""One token, and so no article before a dollar sign: A$5 is not a $5 note."""
NUMERAL = (
    rf"{AUSTRALIAN}|{PERIOD_WORD}|{CONTINENTAL}|{SPACED}|{DOTTED}|"
    r"(?:[0-9]{1,3}(?: 0[0-9]{2})+(?![0-9.])|[0-9０-９]{1,3}(?:[,，\u202f\u00a0\u2009\u2007'’][0-9０-９]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[0-9０-９]+)"
    rf"(?:[.．][0-9０-９]+)?(?:(?:st|nd|rd|th)(?![A-Za-z])|[{_VULGAR}]|(?:e|x10\^)[+-]?[0-9]{{1,2}}(?![A-Za-z0-9]))?"
    rf"|(?<![\w.])\.[0-9]+|[{_VULGAR}]"
)
"""1,234.5; 1,20,000; 21st; 2½; .75: one token each."""
_PERIOD = re.compile(PERIOD_WORD)
_COMMA_LAST = re.compile(r"^[0-9.]+,[0-9]{2}$")
STARTS = frozenset(f"0123456789０１２３４５６７８９.QHFC{_VULGAR}")
"""What a numeral token may begin with."""
GROUPING = dict.fromkeys(map(ord, " \u202f\u00a0\u2009\u2007'’"))
"""What separates groups of digits beside the comma."""
ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)")
SIGN = re.compile(r"(?:^|[\s(（|<>=≤≥])([-−–▲△+])$")
BEFORE_SIGN = re.compile(r"[0-9)]\s*[-−–+]$")


def number(text: str) -> Number | None:
    """A numeral token: digits with separators, an ordinal's digits, a vulgar fraction."""
    if text[0] in "QHFC" or "Q" in text or "H" in text:
        return Number(Decimal(0), None) if _PERIOD.fullmatch(text) else None
    if text[-1] in VULGAR:
        over, under = VULGAR[text[-1]]
        whole = digits(text[:-1]) if len(text) > 1 else Number(Decimal(0), None)
        return None if whole is None else Number(whole.value + Decimal(over) / under, None)
    if "e" in text or "^" in text:
        return digits(text.replace("x10^", "e"))
    if text[-1].isalpha():
        return Number(Decimal(text[:-2]), None) if ORDINAL.fullmatch(text) else None
    text = text.translate(GROUPING)
    if _COMMA_LAST.search(text):
        return digits(text.replace(".", "").replace(",", "."))
    return digits(text)


def numeral_class(text: str) -> str:
    """ORD for 21st, YNUM for what looks like a year, FRAC for a lone ½, else NUM."""
    last = text[-1]
    if text[0] in "QHFC" or "Q" in text or "H" in text:
        return "PTOK"
    if last.isalpha():
        return "ORD"
    if len(text) == 4 and text.isdecimal() and "1800" <= text < "2200":
        return "YNUM"
    return "PORTION" if text in VULGAR else "NUM"
