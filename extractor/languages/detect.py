"""Which language a text is in, by its scripts: kana is Japanese, Han without it Chinese, all else English.

Characters that only Japanese writes count as kana does: headlines (日中貿易総額、3.5%増) often have no kana.
"""

from __future__ import annotations

import re

KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
JAPANESE_ONLY = re.compile(
    r"[円価発売検総産増対戦経済図団駅広県実気鉄権続収黒拡込働単両変労亜営険験剤渋緑縄覧観関転軽辺遅塩圏圧壊徳恵歩毎渉焼穏稲継聴"
    r"脳蔵薬訳譲豊郷鉱銭録隠雑頼駆騒闘齢]|(?<=[0-9０-９一二三四五六七八九])割(?![让讓])"
)
"""Neither simplified nor traditional Chinese has these."""
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
    kana, own, han, latin = (len(script.findall(sample)) for script in (KANA, JAPANESE_ONLY, HAN, LATIN))
    east_asian = kana + han
    if not east_asian:
        return "en" if latin else None
    if 100 * east_asian < EAST_ASIAN_PERCENT * (east_asian + latin // LETTERS_PER_HAN):
        return "en"
    return "ja" if 100 * (kana + own) >= KANA_PERCENT * east_asian else "zh"
