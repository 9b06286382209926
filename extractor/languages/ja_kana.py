"""Japanese numbers written in hiragana, where they stand alone: にじゅうさん, いっせんまん."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.languages.base import Number

DIGITS = {
    "いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "し": 4, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7, "しち": 7,
    "はち": 8, "はっ": 8, "きゅう": 9, "く": 9,
}  # fmt: skip
SMALL = {"じゅう": 10, "じゅっ": 10, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "せん": 1000, "ぜん": 1000}
LARGE = {"まん": 10**4, "おく": 10**8, "ちょう": 10**12}
LAST_ONLY = frozenset({"し", "く"})
"""Said at the end of a number and nowhere else: しせん is a look, くせん a hard fight, くじゅう a mountain."""

_DIGIT = "|".join(sorted(DIGITS, key=len, reverse=True))
_SCALE = "|".join((*SMALL, *LARGE))
KANA_NUMERAL = rf"(?<![^\s、。：「])(?:(?:{_DIGIT})?(?:{_SCALE})){{1,12}}(?:{_DIGIT})?(?![ぁ-ゖー])"
"""Nothing but white space, a stop or a quotation mark may stand before, and no other hiragana after."""
KANA_STARTS = frozenset(word[0] for word in (*DIGITS, *SMALL, *LARGE))
_PIECE = re.compile(rf"{_SCALE}|{_DIGIT}")


def in_kana(text: str) -> Number | None:
    """The number, exact to its last digit; None for one piece alone (まん, じゅう) and for what nobody says."""
    pieces = _PIECE.findall(text)
    if len(pieces) < 2 or "".join(pieces) != text:
        return None
    total = section = 0
    last = ""
    small = large = 10**16
    for piece in pieces:
        if piece in DIGITS:
            if last:
                return None
            last = piece
            continue
        scale = SMALL.get(piece) or LARGE[piece]
        if last in LAST_ONLY:
            return None
        if piece in SMALL:
            if scale >= small:
                return None
            section, small = section + (DIGITS[last] if last else 1) * scale, scale
        else:
            section += DIGITS[last] if last else 0
            if scale >= large or not section:
                return None
            total, section, small, large = total + section * scale, 0, 10**16, scale
        last = ""
    value = Decimal(total + section + (DIGITS[last] if last else 0))
    ulp = Decimal(1)
    while not value % (ulp * 10):
        ulp *= 10
    return Number(value, ulp)
