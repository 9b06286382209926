"""Which language a text is in, by its scripts: kana is Japanese, Han without kana Chinese, all else English."""

from __future__ import annotations

import re

KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
HAN = re.compile(r"[㐀-鿿々]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
LETTERS_PER_HAN = 4
"""An English word is about as long as this many letters, a Han character about as heavy as a word."""
EAST_ASIAN_PERCENT = 25
KANA_PERCENT = 8
SAMPLE = 20_000


def detect_language(text: str) -> str | None:
    """The code of the text's main language, or None when it has no letters.

    >>> detect_language("日本の輸出"), detect_language("日本出口"), detect_language("Japan's exports 輸出")
    ('ja', 'zh', 'en')
    """
    sample = text[:SAMPLE]
    kana, han, latin = (len(script.findall(sample)) for script in (KANA, HAN, LATIN))
    east_asian = kana + han
    if not east_asian:
        return "en" if latin else None
    if 100 * east_asian < EAST_ASIAN_PERCENT * (east_asian + latin // LETTERS_PER_HAN):
        return "en"
    return "ja" if 100 * kana >= KANA_PERCENT * east_asian else "zh"
