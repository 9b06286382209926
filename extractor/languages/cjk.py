"""Numerals of Chinese characters read strictly, and what else readers of Chinese and Japanese share.

Strict means: a run that is no well-formed numeral (十四五, the name of a plan) reads as None, never as a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractor.languages.base import Number
from extractor.languages.numerals import DIGITS, digits, plain

SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "京": 10**16}
ZEROS = "〇零○"
NO_PLACE = "两兩"
"""Digits that stand before a scale or a counter only, never in a row of digits."""

_W = "[0-9０-９]"
SPACED = (
    rf"[1-9１-９]{_W}{{0,2}}(?:(?:[ \u3000]{_W}{{3}}){{2,4}}|(?:[\u202f\u00a0\u2009\u2007]{_W}{{3}})+)(?!{_W})"
    r"(?:[.．][0-9０-９]+|(?= ?[^\s0-9０-９A-Za-z|,，、.．]))"
)
"""1 234 567円; with plain spaces only where decimals or a word follow: 120 135 142 may be three columns of a table."""
CONTINENTAL = (
    r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})*,(?:00(?![0-9,])|[0-9]{2}(?= ?(?:欧元|歐元|ユーロ|€)))"
    r"|(?<=€)[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{2}(?![0-9,])"
)
"""A comma before the decimals: 5,00; 3,50ユーロ; €1.234,56."""
_COMMA_LAST = re.compile(r"[0-9.]+,[0-9]{2}")


def comma_last(text: str) -> Number | None:
    """A numeral with a comma before its decimals; None for any other."""
    return digits(text.replace(".", "").replace(",", ".")) if _COMMA_LAST.fullmatch(text) else None


_PIECE = re.compile(r"[0-9０-９.,，．]+|[十拾百佰千仟廿卅]|[万萬亿億兆京]|[^十拾百佰千仟廿卅万萬亿億兆京0-9０-９]+")


def strict(text: str, *, short_tail: bool = False) -> Number | None:
    """A numeral of digits, characters or both: 1兆7583亿, 一万二千三百亿, 二〇二四; None when it is malformed.

    `short_tail`: a last digit stands for the next place, as Chinese speaks (四百五 = 450, 一万二 = 12000).
    """
    pieces = _PIECE.findall(text)
    if not pieces:
        return None
    if len(pieces) == 1 and pieces[0][0] in DIGITS:
        return _row(pieces[0])
    reader = _Strict(short_tail)
    return reader.number() if all(reader.take(piece) for piece in pieces) else None


def _row(piece: str) -> Number | None:
    """Digits in a row (二〇二四), or one digit."""
    if len(piece) > 1 and any(c in NO_PLACE for c in piece):
        return None
    if any(c not in DIGITS for c in piece):
        return None
    return Number(Decimal("".join(str(DIGITS[c]) for c in piece)), Decimal(1))


@dataclass
class _Strict:
    """The state of reading one numeral, piece by piece; `take` says whether a piece fits."""

    short_tail: bool
    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    last: Number | None = None
    tail: int = 0
    limit: int = 10**20
    zero: bool = False
    started: bool = False
    in_characters: bool = False
    ulp: Decimal = Decimal(1)
    large: int = 10**20

    def take(self, piece: str) -> bool:
        if piece in LARGE:
            fits = self._large(LARGE[piece])
        elif piece in SMALL:
            fits = self._small(SMALL[piece])
        else:
            fits = self._digit(piece)
        self.started = True
        return fits

    def _large(self, scale: int) -> bool:
        self.ulp = (self.last.ulp or Decimal(1) if self.last else self.ulp) * scale
        section = self.section + (self.last.value if self.last else 0)
        if not self.started:
            section = Decimal(1)
        if self.total and (self.total < scale or not section):
            self.total = (self.total + section) * scale
        else:
            if section and scale >= self.large:
                return False  # 3万5千3万
            self.total += section * scale
        self.large = scale
        self.section, self.last, self.zero, self.limit, self.tail = Decimal(0), None, False, 10**20, scale
        return True

    def _small(self, scale: int) -> bool:
        size = 10 if scale in {20, 30} else scale
        if size >= self.limit:
            return False
        if self.last is not None and self.in_characters and self.last.value > 9:
            return False
        if self.last is not None and self.in_characters and not self.last.value:
            self.last = None  # 零十三 is 13
        self.section += (self.last.value if self.last else 1) * scale
        self.ulp = (self.last.ulp or Decimal(1) if self.last else Decimal(1)) * (1 if size == 10 else size)
        self.last, self.limit, self.tail, self.zero = None, size, size, False
        return True

    def _digit(self, piece: str) -> bool:
        if self.last is not None:
            return False
        if piece[0] not in DIGITS:
            self.last, self.in_characters = digits(piece), False
            return self.last is not None
        rest = piece
        if self.tail:
            rest = piece.lstrip(ZEROS)
            self.zero = len(rest) < len(piece)
            if not rest:
                return True
            if len(rest) > 1:
                return False
        self.last, self.in_characters = _row(rest), True
        return self.last is not None

    def number(self) -> Number | None:
        if self.last is None:
            return Number(plain(self.total + self.section), plain(self.ulp))
        if not self.tail:
            return self.last
        if self.short_tail and self.in_characters and not self.zero and self.tail >= 100:
            place = Decimal(self.tail) / 10
            return Number(plain(self.total + self.section + self.last.value * place), place)
        if self.last.value >= self.tail:
            return None
        return Number(plain(self.total + self.section + self.last.value), self.last.ulp)


def paired(text: str) -> tuple[Decimal, Decimal] | None:
    """Two neighbouring digits said for 'some': 七八 (7 to 8), 两三百亿, 十五六亿; None when it is not that."""
    found = _PAIR.fullmatch(text)
    if found is None:
        return None
    head, one, two, scales = found.groups()
    if head and not scales and head[-1] != "十":
        return None
    a, b = DIGITS[one], DIGITS[two]
    if b != a + 1 and (a, b) != (3, 5):
        return None
    low, high = strict(head + one + scales), strict(head + two + scales)
    return (low.value, high.value) if low and high else None


_D = "一二两兩三四五六七八九"
_PAIR = re.compile(rf"((?:[{_D}]?[十百千])*)([{_D}])([{_D}])([十百千万萬亿億兆]*)")


def inherited_scale(first: str, first_value: Decimal, second: str, second_value: Decimal) -> Decimal:
    """The scale that the first number of a range takes from the second: 10至20亿, 两到三千; 1 when it has its own."""
    tail = _TAIL.search(second)
    if tail is None or first[-1] in LARGE:
        return Decimal(1)
    hundreds, large = tail.groups()
    scale = Decimal(1)
    for character in large:
        scale *= LARGE[character]
    if hundreds and first[-1] not in SMALL and first_value * scale * SMALL[hundreds] < second_value:
        return scale * SMALL[hundreds]
    return scale if first_value * scale < second_value else Decimal(1)


_TAIL = re.compile(r"([百佰千仟]?)([万萬亿億兆京]*)$")
