"""What a language consists of: its words by class, its numerals, its rules, and the shapes that they share.

A pack is data and small pure functions. The engine in `extract/` splits text into tokens, finds the
pack's and the catalogue's terms in them (spaCy's PhraseMatcher), and turns each into an `Item` of one
class. Rules are patterns over classes, tried in the order of the pack's table; the first that reads, wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.domain.vocabulary import Bound, Direction, Kind

GAP = "GAP"
"""The class of whatever stands between two items and is not white space."""


class Number(NamedTuple):
    """A numeral as read: its value and the unit of its last stated digit (None: exact, as in 'half')."""

    value: Decimal
    ulp: Decimal | None


class Item(NamedTuple):
    """One numeral or known term in the text: its class, its span and what it stands for.

    `value` is a `Number` for numerals (class NUM, or KNUM in kanji), a catalogue code for currencies
    and units, and whatever the pack's table says for the pack's own terms.
    """

    cls: str
    start: int
    end: int
    text: str
    value: Any


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its items: the fields of a Figure before spans, bounds and dates are settled.

    `number` carries value and last digit; `low`/`high` are set for ranges only. `start`/`end` narrow
    the span within the matched items (None: all of them). `timex` is for periods.
    """

    kind: Kind
    number: Number | None = None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None
    approximate: bool = False
    direction: Direction | None = None
    timex: str | None = None
    note: str | None = None
    start: int | None = None
    end: int | None = None

    def at(self, start: int, end: int) -> Reading:
        """The same reading on a narrower span."""
        return replace(self, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may look at beside its own items: the text, and the item on either side (or None)."""

    text: str
    before: Item | None
    after: Item | None

    def left(self, item: Item, width: int = 24) -> str:
        """The text just before an item."""
        return self.text[max(0, item.start - width) : item.start]

    def right(self, item: Item, width: int = 24) -> str:
        """The text just after an item."""
        return self.text[item.end : item.end + width]


Read = Callable[[Sequence[Item], Context], "Reading | list[Reading] | None"]


class Rule(NamedTuple):
    """One rule: its name (seen in `claim.rule`), an example, a pattern over classes and its reader.

    The pattern names classes in capitals, with the operators of regular expressions between them:
    `CUR NUM SCALE?`. The reader returns None to let the next rule try.
    """

    name: str
    example: str
    pattern: str
    read: Read


class Modifier(NamedTuple):
    """What a word beside a figure says of it: over, about ... Classes LBOUND (before) and RBOUND (after)."""

    bound: Bound | None
    approximate: bool = False


@dataclass(frozen=True)
class Pack:
    """A language. Adding one is adding one module in this folder that has a `PACK`.

    `numeral` is a regular expression for what the tokenizer keeps whole as a numeral; `number` reads it
    (None: not a number). `terms` maps a class to its terms and what each stands for. `cased` are terms
    that match only as written (May, US). `traps` are words with numerals in them that are no figures.
    `cues` are the claim stage's words, by slot. `abbreviations` do not end a sentence.
    """

    code: str
    numeral: str
    number: Callable[[str], Number | None]
    terms: Mapping[str, Mapping[str, Any]]
    rules: Sequence[Rule]
    cased: frozenset[str] = frozenset()
    traps: frozenset[str] = frozenset()
    cues: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
    partner_prefixes: Mapping[str, str] = field(default_factory=dict)
    """What makes a partner of a one-character place name: 対 -> with, 自 -> from."""
    joins_words: bool = True
    """Whether words are separated by spaces (False: Chinese, Japanese)."""
    figure_hint: re.Pattern[str] = field(default_factory=lambda: re.compile(r"\d"))
    """A sentence in which this finds nothing has no figure and is skipped."""
