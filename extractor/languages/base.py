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
from extractor.languages.cues import Cues

GAP = "GAP"
"""The class of whatever stands between two items and is not white space."""


WORD_RUN = re.compile(r"[A-Za-z]+")
NUMERAL_STARTS = frozenset(
    "0123456789０１２３４５６７８９〇零○一二三四五六七八九十百千万萬億亿兆两兩俩倆壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟廿卅"
)
"""What a numeral token begins with, unless the pack says otherwise."""


class Number(NamedTuple):
    """A numeral as read: its value and the unit of its last stated digit (None: exact, as in 'half')."""

    value: Decimal
    ulp: Decimal | None


class Item(NamedTuple):
    """One numeral or known term in the text: its class, its span and what it stands for.

    `value` is a `Number` for numerals (class NUM, or what the pack's `numeral_class` says), a catalogue code
    for currencies (CUR their names, SYM their symbols and codes) and units, and whatever the pack's table says
    for the pack's own terms. `parts` are the items that a composed numeral was made of.
    """

    cls: str
    start: int
    end: int
    text: str
    value: Any
    parts: tuple[Any, ...] = ()


@dataclass(slots=True)
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


class Context(NamedTuple):
    """What a reader may look at beside its own items: the text, and all items of it with the gaps between them.

    The reader's own items are `line[at:stop]`.
    """

    text: str
    line: Sequence[Item]
    at: int
    stop: int

    @property
    def before(self) -> Item | None:
        """The item or gap just before the reader's own, or None."""
        return self.line[self.at - 1] if self.at else None

    @property
    def after(self) -> Item | None:
        """The item or gap just after the reader's own, or None."""
        return self.line[self.stop] if self.stop < len(self.line) else None

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
    `SYM NUM SCALE?`. The reader returns None to let the next rule try, and an empty list to say that its
    items are no figure.
    """

    name: str
    example: str
    pattern: str
    read: Read


class Composed(NamedTuple):
    """A numeral made of several items: its number, how many of the matched items it took, its class, and where it
    begins if before them (a million)."""

    number: Number
    used: int
    cls: str = "NUM"
    start: int | None = None


Compose = Callable[[Sequence[Item], Context], "Composed | None"]


class Numeral(NamedTuple):
    """A rule that makes one numeral of several items (seven hundred and six, 7.33 trillion) before the others run."""

    name: str
    example: str
    pattern: str
    read: Compose


class Modifier(NamedTuple):
    """What a word beside a figure says of it: over, about ... Classes LBOUND (before) and RBOUND (after)."""

    bound: Bound | None
    approximate: bool = False
    direction: Direction | None = None
    """The way that a verb of crossing goes: exceeded (up), fell below (down)."""


@dataclass(frozen=True)
class Pack:
    """A language. Adding one is adding one module in this folder that has a `PACK`.

    `numeral` is a regular expression for what the tokenizer keeps whole as a numeral; `number` reads it
    (None: not a number). `terms` maps a class to its terms and what each stands for. `cased` are terms
    that match only as written (May, US). `traps` are words with numerals in them that are no figures.
    `numerals` compose items to numerals before `rules` run. `connectors` give a class to what stands between
    two items, white space aside and in lower case ("to": TO, "～": DASH); any other gap is a GAP.
    `after_numeral` are one-token terms that keep their meaning right after a numeral, whatever longer name
    begins with them there (the day in 15日本地, not 日本).
    `cues` are the claim stage's words, by slot. `abbreviations` do not end a sentence.
    """

    code: str
    numeral: str
    number: Callable[[str], Number | None]
    terms: Mapping[str, Mapping[str, Any]]
    rules: Sequence[Rule]
    numerals: Sequence[Numeral] = ()
    numeral_class: Callable[[str], str] = lambda _: "NUM"
    numeral_starts: frozenset[str] = NUMERAL_STARTS
    connectors: Mapping[str, str] = field(default_factory=dict)
    after_numeral: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()
    traps: frozenset[str] = frozenset()
    cues: Cues = field(default_factory=Cues)
    abbreviations: frozenset[str] = frozenset()
    joins_words: bool = True
    """Whether words are separated by spaces (False: Chinese, Japanese)."""
    sentence_end: str = "。"
    variant: Callable[[str], str] | None = None
    """Another script in which every term is written too: the traditional characters of Chinese."""
    figure_hint: re.Pattern[str] | None = None
    hint_words: frozenset[str] = frozenset()
    """A sentence in which the hint finds nothing, and that has none of the words, has no figure and is skipped."""

    def may_have_figures(self, sentence: str) -> bool:
        """Whether a sentence is worth reading; True without hints."""
        if self.figure_hint is None or self.figure_hint.search(sentence) is not None:
            return True
        return bool(self.hint_words) and not self.hint_words.isdisjoint(WORD_RUN.findall(sentence))
