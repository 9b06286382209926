"""What is a term: every name of the catalogue and every word of the pack, found by spaCy's PhraseMatcher.

Thousands of terms cost next to nothing there. Where terms overlap, the longest wins, then the leftmost;
where two tables claim the same words, the pack's come before the catalogue's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extractor.catalogue import Catalogue, load
from extractor.extract.tokenizer import blank
from extractor.languages import Item, Pack, pack

TRAP = "TRAP"
COMPOUNDS = frozenset({"PAIR", "PARTNER"})
"""Give way where their last character begins a longer place name: 对中国 is 对 and 中国, not 对中."""
NAMES = frozenset({"AGENCY", "COMMODITY", "FXMOVE", "INDICATOR", "PAIR", "PARTNER", "PLACE"})


class Term(NamedTuple):
    """One way of printing something: the words, the class of item they make, and what they stand for."""

    words: str
    cls: str
    value: Any
    cased: bool


class Lexicon:
    """The terms of one language, ready to be found in Docs of its tokenizer."""

    def __init__(self, nlp: Language, terms: Iterable[Term], numerals: Pack) -> None:
        self._number = numerals.number
        self._numeral_class = numerals.numeral_class
        self._numeral_starts = numerals.numeral_starts
        self._after_numeral = {
            word: Term(word, cls, value, False)
            for cls, table in numerals.terms.items()
            for word, value in table.items()
            if word in numerals.after_numeral
        }
        self._by_label: dict[int, Term] = {}
        self._rank: dict[int, int] = {}
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        seen: set[tuple[str, bool]] = set()
        for term in terms:
            key = (term.words if term.cased else term.words.lower(), term.cased)
            if key in seen:
                continue
            seen.add(key)
            label = f"{len(self._by_label)}"
            (self._exact if term.cased else self._folded).add(label, [nlp.make_doc(term.words)])
            self._rank[nlp.vocab.strings[label]] = len(self._by_label)
            self._by_label[nlp.vocab.strings[label]] = term

    def items(self, doc: Doc) -> list[Item]:
        """Numerals and terms of a Doc in order of place, none overlapping."""
        text = doc.text
        found: list[Item] = []
        end = 0
        for i, j, term in self._spans(doc):
            first = doc[i]
            start = first.idx
            if start < end:
                continue
            if term is not None and term.cls in NAMES and start == end and found and found[-1].cls == "NUM":
                kept = self._after_numeral.get(first.text)
                term, j = (term, j) if kept is None else (kept, i + 1)
            last = first if j == i + 1 else doc[j - 1]
            stop = last.idx + len(last)
            if term is not None:
                found.append(Item(term.cls, start, stop, text[start:stop], term.value))
            else:
                number = self._number(first.text)
                if number is None:
                    continue
                found.append(Item(self._numeral_class(first.text), start, stop, text[start:stop], number))
            end = stop
        return found

    def _spans(self, doc: Doc) -> Iterator[tuple[int, int, Term | None]]:
        """Candidate spans (first token, end token, term or None for a numeral), leftmost longest first."""
        by_label, last = self._by_label, len(self._by_label)
        spans: list[tuple[int, int, int, Term | None]] = [
            (i, i - j, self._rank[label], by_label[label])
            for matcher in (self._exact, self._folded)
            for label, i, j in matcher(doc)
        ]
        spans += [(t.i, -1, last, None) for t in doc if t.text[0] in self._numeral_starts]
        spans.sort(key=lambda s: s[:3])
        for i, length, _, term in spans:
            yield i, i - length, term


@cache
def lexicon(lang: str) -> tuple[Language, Lexicon]:
    """The blank pipeline and the lexicon of a language, built once."""
    nlp = blank(lang)
    words = pack(lang)
    return nlp, Lexicon(nlp, _terms(words, load()), words)


def _terms(words: Pack, catalogue: Catalogue) -> Iterator[Term]:
    lang = words.code
    for cls, table in words.terms.items():
        for term, value in table.items():
            yield Term(term, cls, value, term in words.cased)
    for cls, table in words.cues.terms.items():
        for term, value in table.items():
            yield Term(term, cls, value, term in words.cues.cased)
    yield from _compounds(words, catalogue)
    for code, currency in catalogue.currencies.items():
        yield from _named("CUR", code, currency.names.get(lang, ()), words)
        yield from _named("SYM", code, currency.symbols, words)
        yield from _named("MINOR", code, currency.minor.get(lang, ()), words)
    for code, unit in catalogue.units.items():
        yield from _named("UNIT", code, unit.names.get(lang, ()), words)
    yield from _names(words, catalogue)
    for trap in sorted(words.traps):
        yield Term(trap, TRAP, None, trap in words.cased)


def _names(words: Pack, catalogue: Catalogue) -> Iterator[Term]:
    """Places, agencies, indicators and goods: gaps to the figure rules, slots to the claim stage."""
    lang = words.code
    for cls, table in (
        ("AGENCY", catalogue.agencies),
        ("INDICATOR", catalogue.indicators),
        ("COMMODITY", catalogue.commodities),
        ("PLACE", catalogue.places),
    ):
        for code, row in table.items():
            yield from _named(cls, code, row.names.get(lang, ()), words)
    for code, place in catalogue.places.items():
        yield from _named("PLACE", code, place.adjectives.get(lang, ()), words)


def _compounds(words: Pack, catalogue: Catalogue) -> Iterator[Term]:
    """One-character place names count only in compounds: 対中, 自华 (one place), 日中, 中美 (a pair)."""
    lang = words.code
    short = {c: code for code, place in catalogue.places.items() for c in place.short.get(lang, "")}
    for prefix, role in words.cues.partner_prefixes.items():
        for character, code in short.items():
            yield Term(prefix + character, "PARTNER", (role, code), True)
    for a, first in short.items():
        for b, second in short.items():
            if first != second:
                yield Term(a + b, "PAIR", (first, second), True)


def _named(cls: str, code: str, names: Iterable[str], words: Pack) -> Iterator[Term]:
    for name in names:
        yield Term(name, cls, code, name.isupper() or name in words.cased)
