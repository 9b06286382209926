"""How text is made searchable: one form for text and query, and the tokens of each.

A search for "輸入" must find it inside 対中輸入額, and "import" must find imports: the same hits
as LIKE, in any script. Words of Latin letters are one token each. Everything else (CJK, digits,
kana, Cyrillic ...) is cut into pairs of neighbouring characters, and the last one of a stretch
also stands alone, so that every character begins a token.
"""

from __future__ import annotations

import re
import unicodedata

from extractor.domain.seen import as_seen

_STRETCH = re.compile(r"[a-z]+|(?:[0-9]|[^\x00-\x7f\s])+")


def fold(text: str) -> str:
    """The form that text is compared in: as a person sees it, NFKC (full width to half), lower case."""
    seen = as_seen(text)
    return unicodedata.normalize("NFKC", text if seen is None else seen.text).casefold()


def stretches(folded: str) -> list[str]:
    """Runs of Latin letters, and runs of anything else but ASCII punctuation and space.

    >>> stretches("fy2024の輸入, us$5")
    ['fy', '2024の輸入', 'us', '5']
    """
    return _STRETCH.findall(folded)


def is_word(stretch: str) -> bool:
    """Whether a stretch is a run of Latin letters, indexed as one token."""
    return "a" <= stretch[0] <= "z"


def grams(text: str) -> str:
    """The tokens of a text, separated by spaces, each once.

    >>> grams("Ｊapan 輸入額")
    'japan 輸入 入額 額'
    """
    tokens: dict[str, None] = {}
    for stretch in stretches(fold(text)):
        if is_word(stretch):
            tokens[stretch] = None
        else:
            tokens.update(dict.fromkeys(stretch[i : i + 2] for i in range(len(stretch))))
    return " ".join(tokens)
