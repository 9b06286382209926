"""What is a term: every name of the catalogue and every word of the pack, found by spaCy's PhraseMatcher.

Thousands of terms cost next to nothing there. Where terms overlap, the longest wins, then the leftmost;
where two tables claim the same words, the pack's come before the catalogue's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extractor.catalogue import Catalogue, load
from extractor.extract.tokenizer import blank, tokens
from extractor.languages import Item, Number, Pack, pack

TRAP = "TRAP"
NUMERALS_KEPT = 1 << 12
"""How many numerals are kept as read."""
MOST_WORDS = 50_000
"""spaCy forgets no word it has seen; at so many different ones (some 20 MB) a lexicon is made anew (0.2 s)."""
COMPOUNDS = frozenset({"PAIR", "PARTNER"})
"""Give way where their last character begins a longer place name: 对中国 is 对 and 中国, not 对中."""
NAMES = frozenset({"AGENCY", "COMMODITY", "COMPANY", "FXMOVE", "INDICATOR", "PAIR", "PARTNER", "PLACE"})


FULL_WIDTH = {n: n + 0xFEE0 for n in range(0x21, 0x7F)}
"""Latin letters as East Asian text may print them: ＫＤＤＩ."""


class Term(NamedTuple):
    """One way of printing something: the words, the class of item they make, and what they stand for."""

    words: str
    cls: str
    value: Any
    cased: bool


def _numeral(words: Pack, text: str) -> tuple[str, Number] | None:
    """The class and number of a numeral token; None when it is none."""
    number = words.number(text)
    return None if number is None else (words.numeral_class(text), number)


class Lexicon:
    """The terms of one language, ready to be found in Docs of its tokenizer."""

    def __init__(self, nlp: Language, terms: Iterable[Term], numerals: Pack) -> None:
        self._numeral = lru_cache(maxsize=NUMERALS_KEPT)(partial(_numeral, numerals))
        self._numeral_starts = numerals.numeral_starts
        self._after_numeral = {
            word: Term(word, cls, value, False)
            for cls, table in numerals.terms.items()
            for word, value in table.items()
            if word in numerals.after_numeral
        }
        self._by_label: dict[int, Term] = {}
        self._compounds: set[int] = set()
        self._long_places: set[int] = set()
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
            if term.cls in COMPOUNDS:
                self._compounds.add(nlp.vocab.strings[label])
            elif term.cls == "PLACE" and not numerals.joins_words and len(term.words) > 1:
                self._long_places.add(nlp.vocab.strings[label])
            self._by_label[nlp.vocab.strings[label]] = term

    def items(self, doc: Doc) -> list[Item]:
        """Numerals and terms of a Doc in order of place, none overlapping."""
        text, words, starts = tokens(doc)
        found: list[Item] = []
        end = 0
        for i, length, _, label in self._spans(doc, words):
            start = starts[i]
            if start < end:
                continue
            last = i - length - 1
            if label is None:
                read = self._numeral(words[i])
                if read is None:
                    continue
                cls, value = read
            else:
                term = self._by_label[label]
                if start == end and term.cls in NAMES and found and found[-1].cls == "NUM":
                    kept = self._after_numeral.get(words[i])
                    term, last = (term, last) if kept is None else (kept, i)
                cls, value = term.cls, term.value
            end = starts[last] + len(words[last])
            found.append(Item(cls, start, end, text[start:end], value))
        return found

    def _spans(self, doc: Doc, words: Sequence[str]) -> list[tuple[int, int, int, int | None]]:
        """Candidate spans (first token, minus length, rank, label or None for a numeral), leftmost longest first."""
        rank, last, starts = self._rank, len(self._by_label), self._numeral_starts
        spans: list[tuple[int, int, int, int | None]] = [
            (i, i - j, rank[label], label) for label, i, j in self._exact(doc)
        ]
        spans += [(i, i - j, rank[label], label) for label, i, j in self._folded(doc)]
        if self._long_places:
            begun = {i for i, _, _, label in spans if label in self._long_places}
            spans = [s for s in spans if s[3] not in self._compounds or s[0] - s[1] - 1 not in begun]
        spans += [(i, -1, last, None) for i, word in enumerate(words) if word[0] in starts]
        spans.sort()  # no two of one place and length have the same rank
        return spans


def lexicon(lang: str) -> tuple[Language, Lexicon]:
    """The blank pipeline and the lexicon of a language; built once, and again when it has seen too many words."""
    found = built(lang)
    if len(found[0].vocab) > MOST_WORDS:
        built.cache_clear()
        found = built(lang)
    return found


@cache
def built(lang: str) -> tuple[Language, Lexicon]:
    """The same, however many words it has seen."""
    nlp = blank(lang, plain=True)
    words = pack(lang)
    return nlp, Lexicon(nlp, _in_every_script(words, _terms(words, load())), words)


def _in_every_script(words: Pack, terms: Iterable[Term]) -> Iterator[Term]:
    """The terms, then those that another script writes differently."""
    known = list(terms)
    yield from known
    if words.variant is not None:
        for term in known:
            other = words.variant(term.words)
            if other != term.words:
                yield term._replace(words=other)


def _terms(words: Pack, catalogue: Catalogue) -> Iterator[Term]:
    lang = words.code
    cues = {term.lower() for table in words.cues.terms.values() for term in table}
    for code, company in catalogue.companies.items():
        names = company.names.get(lang, ())
        yield from (Term(n, "COMPANY", code, True) for n in names if n.lower() in cues or n in company.ambiguous)
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
    for code, company in catalogue.companies.items():
        for name in company.names.get(lang, ()):
            yield Term(name, "COMPANY", code, True)
            if not words.joins_words and name.translate(FULL_WIDTH) != name:
                yield Term(name.translate(FULL_WIDTH), "COMPANY", code, True)


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
