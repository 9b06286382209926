"""One script-aware tokenizer for all languages: runs of one class, numerals whole, Han and hiragana singly.

spaCy's blank `zh` splits digits and blank `ja` needs SudachiPy; a regular expression that builds real
Docs is several times faster than either and keeps `1兆7583億` and `5,000` in one token.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from extractor.catalogue import load
from extractor.languages import pack

ADDRESS = r"(?:https?://|www\.)[^\s<>\"）」』】]+|[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++\.[A-Za-z.]++"
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
    return re.compile(f"({ADDRESS}|{glued}|(?:{pack(lang).numeral})|{IDENTIFIER}|{REST})( ?)", re.DOTALL)


class RunTokenizer:
    """A spaCy tokenizer: `doc.text == text` for any string; numerals are one token each."""

    def __init__(self, vocab: Vocab, lang: str) -> None:
        self.vocab = vocab
        self.lang = lang
        self._split = token_pattern(lang).findall

    def __call__(self, text: str) -> Doc:
        """Split a text; never raises on any Unicode."""
        pairs = self._split(text)
        if not pairs:
            return Doc(self.vocab)
        words, spaces = zip(*pairs, strict=True)
        return Doc(self.vocab, words=list(words), spaces=[space == " " for space in spaces])


def blank(lang: str) -> Language:
    """A blank spaCy pipeline with this tokenizer: no statistical model, no language data but ours."""
    nlp = Language(create_vocab(lang, Language.Defaults))
    nlp.lang = lang
    nlp.tokenizer = RunTokenizer(nlp.vocab, lang)
    return nlp
