"""A text as a person sees it, and where each character of that stands in the text as it came.

What is on the screen and what is in the file can differ: characters without a shape inside a number, runs that are
turned round, letters and digits of other scripts that look like ASCII digits, strokes and accents laid over digits.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

INVISIBLE = (
    "\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202d\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters without a shape, as the inside of a regular expression's brackets."""
UNSEEN = re.compile(f"[{INVISIBLE}]")
TURN = "\u202e"
STROKES = "\u0334-\u0338"
MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
ZEROS = "ОоΟοՕօ〇○"
ONES = "ІӀΙ"
THREES = "Зз"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIRST_DIGITS = """
    660 6F0 7C0 966 9E6 A66 AE6 B66 BE6 C66 CE6 D66 DE6 E50 ED0 F20 1040 1090 17E0 1810 1946 19D0 1A80 1A90 1B50
    1BB0 1C40 1C50 A620 A8D0 A900 A9D0 A9F0 AA50 ABF0 104A0 10D30 11066 110F0 11136 111D0 112F0 11450 114D0 11650
    116C0 11730 118E0 11950 11C50 11D50 11DA0 16A60 16AC0 16B50 1D7CE 1D7D8 1D7E2 1D7EC 1D7F6 1E140 1E2F0 1E950
    1FBF0
"""
DIGITS = "".join(chr(int(zero, 16) + n) for zero in _FIRST_DIGITS.split() for n in range(10))
"""Unicode's decimal digits (15.0) that are neither ASCII nor full-width; those are at home in Japanese and Chinese."""
LIKE = {
    **{char: str(unicodedata.decimal(char)) for char in DIGITS},
    **dict.fromkeys(ZEROS, "0"), **dict.fromkeys(ONES, "1"), **dict.fromkeys(THREES, "3"),
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
    "٫": ".", "․": ".", "٬": ",", "‚": ",", "⁄": "/", "∕": "/", "٪": "%",
}  # fmt: skip
_SHAPELESS = INVISIBLE[: INVISIBLE.index("\U0001bca0")]
_NEAR = "".join(char for char in DIGITS if char < "\U00010000")
_QUICK = re.compile(
    f"[{_SHAPELESS}{TURN}{MARKS}{_NEAR}{ZEROS}{ONES}{THREES}{RAISED}٫․٬‚⁄∕٪\ud800-\udfff]|[\U00010000-\U0010ffff]"
)
"""Whether anything may be disguised. All of the upper planes stand for their few: a long class of them is slow."""
_DISGUISE = re.compile(
    rf"(?P<turned>{TURN}[^\u202c\n]*\u202c?)"
    rf"|(?P<gone>[{INVISIBLE}]+|[^\n{STROKES}][{STROKES}]+|(?<=[\d.,])[{MARKS}]+|(?<=\d)[{RAISED}]+(?![{RAISED}\d]))"
    rf"|(?P<like>[{DIGITS}]+|[\ud800-\udfff]+|(?<=\d)[{ZEROS}{ONES}{THREES}]+(?=[.,]?\d)|(?<=\d)[٫․٬‚⁄∕](?=\d)|(?<=\d)٪)"
)
_FAKED = re.compile(
    rf"[\d.,][{INVISIBLE}]+[\d.,%％]|{TURN}|[\d.,][{MARKS}]|[{DIGITS}]|\d[{ZEROS}{ONES}{THREES}]+[.,]?\d|\d[٫․٬‚⁄∕]\d"
)
DAMAGED_BEFORE = re.compile(r"(?:\ufffd|&#?\w{1,8};)$")
DAMAGED_AFTER = re.compile(rf"\ufffd|&#?\w{{1,8}};|(?<=\d)[{RAISED}⁻]|\s?[×xX]\s?10[{RAISED}⁻^]")


@dataclass(frozen=True)
class Seen:
    """The text as seen; `places[i]` is where its i-th character stands in the text as it came."""

    raw: str
    text: str
    places: list[int]
    _order: list[int] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the seen text stands in the text as it came."""
        if start >= end:
            at = self.places[start] if start < len(self.places) else len(self.raw)
            return at, at
        places = self.places[start:end]
        return min(places), max(places) + 1

    def at(self, place: int) -> int:
        """How many seen characters stand before a place of the text as it came."""
        return bisect_left(self._order, place)


def as_seen(text: str) -> Seen | None:
    """The text as a person sees it; None when that is how it came, as nearly every text does.

    >>> as_seen("108.9 trillion yen") is None
    True
    >>> seen = as_seen("10\\u200b8.9 trillion yen")
    >>> seen.text, seen.span(0, 5)
    ('108.9 trillion yen', (0, 6))
    """
    if _QUICK.search(text) is None:
        return None
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for found in _DISGUISE.finditer(text):
        start, end = found.span()
        shown = list(_shown(found, text))
        if shown and [place for place, _ in shown] == list(range(start, end)) and _same(shown, found.group()):
            continue
        parts += [text[done:start], "".join(char for _, char in shown)]
        places.extend(range(done, start))
        places.extend(place for place, _ in shown)
        done = end
    if not done:
        return None
    parts.append(text[done:])
    places.extend(range(done, len(text)))
    return Seen(text, "".join(parts), places, sorted(places))


def faked(text: str) -> bool:
    """Whether a number in the text is not what its characters say."""
    return _QUICK.search(text) is not None and _FAKED.search(text) is not None


def damaged(text: str, start: int, end: int) -> bool:
    """Whether what stands at a number says that it is not whole: a lost character, a bare entity, a power of ten."""
    before = text[max(0, start - 11) : start]
    lost = (";" in before or "\ufffd" in before) and DAMAGED_BEFORE.search(before) is not None
    return lost or DAMAGED_AFTER.match(text, end) is not None


def _shown(found: re.Match[str], text: str) -> Iterator[tuple[int, str]]:
    """What a person sees of a disguise: place and character."""
    start = found.start()
    if found.lastgroup == "turned":
        run = [(start + n, char) for n, char in enumerate(found.group()) if not UNSEEN.match(char)]
        yield from ((place, LIKE.get(char, char)) for place, char in reversed(run) if char not in "\u202e\u202c")
    elif found.lastgroup == "like":
        yield from ((start + n, LIKE.get(char, char)) for n, char in enumerate(found.group()))
    elif found.group()[0] in RAISED and re.search(r"(?<![\d.,])10$", text[max(0, start - 3) : start]):
        yield from ((start + n, char) for n, char in enumerate(found.group()))  # a power, no footnote


def _same(shown: list[tuple[int, str]], text: str) -> bool:
    return "".join(char for _, char in shown) == text
