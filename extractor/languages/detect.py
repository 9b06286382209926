"""Which language a text is in: by its scripts, and in Latin script by its commonest words.

Kana is Japanese, Han without it Chinese. Characters that only Japanese writes count as kana does: headlines
(日中貿易総額、3.5%増) often have no kana. Latin script is English unless the small words of another language say no,
so a headline or a table, which has few of them, stays English.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.languages import codes

KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
JAPANESE_ONLY = re.compile(
    r"[円価発売検総産増対戦経済図団駅広県実気鉄権続収黒拡込働単両変労亜営険験剤渋緑縄覧観関転軽辺遅塩圏圧壊徳恵歩毎渉焼穏稲継聴"
    r"脳蔵薬訳譲豊郷鉱銭録隠雑頼駆騒闘齢]|(?<=[0-9０-９一二三四五六七八九])割(?![让讓])"
)
"""Neither simplified nor traditional Chinese has these."""
HAN = re.compile(r"[㐀-鿿々]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
WORD = re.compile(r"[^\W\d_]+")
ACCENTED = re.compile(r"[À-ɏḀ-ỿ]")
LETTERS_PER_HAN = 4
"""An English word is about as long as this many letters, a Han character about as heavy as a word."""
EAST_ASIAN_PERCENT = 25
KANA_PERCENT = 8
SAMPLE = 20_000
WORD_SAMPLE = 4_000

ENGLISH = "the and of to for by from with that at were are has have its their this which than would said"
"""The small words that English shares with none of the languages below, or seldom. In capitals (El Paso) none count."""
OTHERS: dict[str, tuple[str, str]] = {
    "cs": ("Czech", "se na je že ve pro byl byla jsou podle také který která jako proti korun"),
    "da": ("Danish", "og det er til af på som med har ikke den fra ved blev også efter"),
    "de": ("German", "der die das und den dem des von mit für auf nach im zum zur ist sind wurde nicht auch einer "
                     "einem eine um wie laut sich bei aus am"),
    "es": ("Spanish", "el los las del y una por con según fue son más en un al se la de que su"),
    "fi": ("Finnish", "ja on oli ovat mutta että joka myös kuin noin ei se sen mukaan prosenttia"),
    "fr": ("French", "le les des du et une dans pour par sur aux est sont été avec plus selon qui la de en au"),
    "hu": ("Hungarian", "az és hogy nem is egy volt szerint mint csak már még meg el százalékkal"),
    "id": ("Indonesian or Malay", "yang dan di dengan untuk pada dari ini itu dalam adalah akan oleh persen peratus"),
    "it": ("Italian", "il gli le della delle dei nel nella sono per con che una di rispetto la del al più ha dell alla dal anno"),
    "nl": ("Dutch", "het een van voor met zijn naar werd bij uit door niet ook dan de en op te"),
    "no": ("Norwegian", "og det er til av på som med har ikke den fra ved ble også etter"),
    "pl": ("Polish", "w z na do się nie że jest oraz przez po od proc roku wzrost"),
    "pt": ("Portuguese", "os das dos em uma para com foi são não pelo pela segundo que ao de da do"),
    "ro": ("Romanian", "și de la în din cu care pentru este au fost mai pe sau față"),
    "sv": ("Swedish", "och det att som är för till av på med har den inte från vid också efter"),
    "sw": ("Swahili", "ya wa na kwa ni katika za la kuwa cha vya hii asilimia"),
    "tl": ("Filipino", "ang ng mga sa na ay ito para noong mula kay nang"),
    "tr": ("Turkish", "ve bir bu için ile olarak oldu daha yüzde göre ise olan"),
    "vi": ("Vietnamese", "của và là các trong với được cho năm từ tăng một những không"),
}  # fmt: skip
"""Languages in Latin script: name and small words. One that gets a file here is read as soon as it has it."""
SCRIPTS = {
    "Cyrillic script": "Ѐ-ӿ",
    "Greek": "Ͱ-Ͽ",
    "Korean": "가-힣ᄀ-ᇿㄱ-ㆎ",
    "Arabic script": "؀-ۿ",
    "Hebrew": "֐-׿",
    "Thai": "ก-๛",
    "a script of India": "ऀ-ൿ",
    "Armenian": "԰-֏",
    "Georgian": "Ⴀ-ჿ",
    "Burmese, Khmer or Lao": "ກ-ໟက-႟ក-៿",
}
"""Scripts that no file here reads, as ranges of characters."""
STRANGE = {name: re.compile(f"[{ranges}]") for name, ranges in SCRIPTS.items()}
ANY_STRANGE = re.compile(f"[{''.join(SCRIPTS.values())}]")
LEAST_LETTERS = 5
"""Fewer letters of a script tell nothing."""
LEAST_WORDS, TIMES_ENGLISH = 4, 2
"""Another language has so many of its small words, and so many times those of English."""
PROSE_PERCENT = 10
"""So many small words are English prose, and nothing else is asked."""
ACCENTED_PERCENT, PROSE_WORDS, ENGLISH_PERCENT = 3, 40, 4
"""Prose with so many accents and so few small words of English is none, whatever it is."""


def detect_language(text: str) -> str | None:
    """The code of the text's main language, or None when it has no letters or is one that is not read.

    >>> detect_language("日本の輸出"), detect_language("日本出口"), detect_language("Japan's exports 輸出")
    ('ja', 'zh', 'en')
    """
    return _judged(text)[0]


def unread_language(text: str) -> str | None:
    """The name of the text's main language or script, when it is one that is not read.

    >>> unread_language("Die Exporte sind im Mai um 5,9 Prozent gestiegen, teilte das Amt am Donnerstag mit.")
    'German'
    """
    return _judged(text)[1]


def _judged(text: str) -> tuple[str | None, str | None]:
    """The code of a language that is read, or the name of one that is not."""
    sample = text[:SAMPLE]
    kana, own, han, latin = (len(script.findall(sample)) for script in (KANA, JAPANESE_ONLY, HAN, LATIN))
    east_asian = kana + han
    if strange := _strange_script(sample, latin + LETTERS_PER_HAN * east_asian):
        return None, strange
    if 100 * east_asian < EAST_ASIAN_PERCENT * (east_asian + latin // LETTERS_PER_HAN) or not east_asian:
        return _latin(sample) if latin else (None, None)
    return ("ja" if 100 * (kana + own) >= KANA_PERCENT * east_asian else "zh"), None


def _strange_script(text: str, readable: int) -> str | None:
    """The script that no file here reads and that has more letters than those that are read have."""
    if text.isascii() or ANY_STRANGE.search(text) is None:
        return None
    counts = {name: len(script.findall(text)) for name, script in STRANGE.items()}
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] > max(readable, LEAST_LETTERS) else None


def _latin(text: str) -> tuple[str | None, str | None]:
    """English, or what the small words say that it is."""
    words = WORD.findall(text[:WORD_SAMPLE])
    english, others = _small_words()
    ours = sum(word in english for word in words)
    if 100 * ours >= PROSE_PERCENT * len(words) > 0:
        return "en", None
    counts = {code: sum(word in small for word in words) for code, small in others.items()}
    code = max(counts, key=lambda code: counts[code])
    if counts[code] >= max(LEAST_WORDS, TIMES_ENGLISH * ours + 1):
        return (code, None) if code in codes() else (None, OTHERS[code][0])
    accents = len(ACCENTED.findall(text[:WORD_SAMPLE]))
    letters = sum(map(len, words))
    if len(words) >= PROSE_WORDS and 100 * accents > ACCENTED_PERCENT * letters and (
        100 * ours < ENGLISH_PERCENT * len(words)
    ):  # fmt: skip
        return None, "a language other than English"
    return "en", None


@cache
def _small_words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    return frozenset(ENGLISH.split()), {code: frozenset(words.split()) for code, (_, words) in OTHERS.items()}
