"""One script-aware tokenizer for all languages: runs of one class, numerals whole, Han and hiragana singly.

spaCy's blank `zh` splits digits and blank `ja` needs SudachiPy; a regular expression that builds real
Docs is several times faster than either and keeps `1兆7583億` and `5,000` in one token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from extractor.catalogue import load
from extractor.languages import pack

WORD = r"[A-Za-z]++(?=[\s,;)’\"])"
"""A plain word, most of a text, before anything that takes longer to rule out."""
SINGLE = "[ぁ-ゖ一-鿿]"
"""Han and hiragana stand singly, but for numerals."""
ADDRESS = r"(?:https?://|www\.)[^\s<>\"）」』】]+|[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]++\.[A-Za-z.]++"
"""Web and mail addresses, whole: what looks like a number in them is none."""
IDENTIFIER = (
    r"(?<![0-9])(?!(?:mid|pre|post|end|early|late|[A-Z][a-z]{2})-[0-9])"
    r"[A-Za-z]++(?:[-‐‑][A-Za-z]*+)?[0-9]++[A-Za-z0-9]*+(?![.,．，][0-9])"
)
"""Letters that run into digits: A320, COVID-19; not PMI49.2. Packs name the exceptions (FY2024) in their numerals."""
REST = r"[ \t\u3000\u00a0]+|\r?\n|[A-Za-zÀ-ÖØ-öø-ɏ]+|[ァ-ヺー]+|."


@cache
def token_pattern(lang: str) -> re.Pattern[str]:
    """The token expression of a language: addresses, currency codes glued to digits (USD34.6), its numerals,
    identifiers, runs of one class; one space may follow."""
    codes = {
        symbol for row in load().currencies.values() for symbol in row.symbols if symbol.isascii() and symbol.isalpha()
    }
    glued = rf"(?:{'|'.join(sorted(codes, key=lambda code: (-len(code), code)))})(?=[0-9])"
    numeral = pack(lang).numeral
    return re.compile(f"({WORD}|{_single(numeral)}|{ADDRESS}|{glued}|(?:{numeral})|{IDENTIFIER}|{REST})( ?)", re.DOTALL)


def _single(numeral: str) -> str:
    """A Han or hiragana character that begins no numeral, since it is nowhere in the expression for them: most of a
    Chinese or Japanese text, before anything that takes longer to rule out."""
    numerals = "".join(sorted(set(re.findall(SINGLE, numeral))))
    return f"(?![{numerals}]){SINGLE}" if numerals else SINGLE


class Tokens(NamedTuple):
    """A text's words in order, and where each begins."""

    text: str
    words: list[str]
    starts: list[int]


TOKENS = "extractor.tokens"


class RunTokenizer:
    """A spaCy tokenizer: `doc.text == text` for any string; numerals are one token each."""

    def __init__(self, vocab: Vocab, lang: str) -> None:
        self.vocab = vocab
        self.lang = lang
        self._split = token_pattern(lang).findall

    def __call__(self, text: str) -> Doc:
        """Split a text; never raises on any Unicode."""
        pairs = self._split(text)
        words = [word for word, _ in pairs]
        doc = Doc(self.vocab, words=words, spaces=[space == " " for _, space in pairs])
        doc.user_data[TOKENS] = Tokens(text, words, _starts(pairs, 0))
        return doc

    def parts(self, text: str, spans: Sequence[tuple[int, int]]) -> Doc:
        """A Doc of the words of some spans of a text, with a line break between; `tokens` gives their places in it."""
        words: list[str] = []
        starts: list[int] = []
        for start, end in spans:
            pairs = self._split(text, start, end)
            words += [word for word, _ in pairs]
            starts += _starts(pairs, start)
            words.append("\n")
        doc = Doc(self.vocab, words=words)
        doc.user_data[TOKENS] = Tokens(text, words, starts)
        return doc


def _starts(pairs: Sequence[tuple[str, str]], first: int) -> list[int]:
    """Where each word begins, and where the last one ends."""
    return list(accumulate([len(word) + len(space) for word, space in pairs], initial=first))


def tokens(doc: Doc) -> Tokens:
    """The words of a Doc and where they begin; kept from the tokenizer, since asking a Doc for each is slow."""
    kept = doc.user_data.get(TOKENS)
    return kept if isinstance(kept, Tokens) else Tokens(doc.text, [t.text for t in doc], [t.idx for t in doc])


def blank(lang: str, *, plain: bool = False) -> Language:
    """A blank spaCy pipeline with this tokenizer: no statistical model, no language data but ours.

    A `plain` one knows of a word its text and its small letters alone. spaCy would work out a dozen more attributes
    (its shape, whether it looks like a URL ...) of every word that it has not seen, and most numerals are such.
    """
    vocab = Vocab(lex_attr_getters={LOWER: str.lower}) if plain else create_vocab(lang, Language.Defaults)
    nlp = Language(vocab)
    nlp.lang = lang
    nlp.max_length = 10**10  # spaCy's limit guards parser and NER memory; there is neither here
    nlp.tokenizer = RunTokenizer(nlp.vocab, lang)
    return nlp


def near_figures(nlp: Language, text: str, spans: Sequence[tuple[int, int]]) -> Doc:
    """A Doc of some spans of a text only, made by the pipeline's own tokenizer."""
    if not isinstance(nlp.tokenizer, RunTokenizer):
        return nlp.make_doc(text)
    return nlp.tokenizer.parts(text, spans)
