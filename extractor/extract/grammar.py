"""Applies a pack's rules to the items of a text: patterns over classes, in the order of the table.

A pattern is written in class names (`CUR NUM SCALE?`); each class is one character behind the scenes, so
that a text's items are one short string and a pattern is an ordinary regular expression over it. Whatever
is not a term and not white space stands as GAP between items and ends a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extractor.domain.errors import CatalogueError
from extractor.languages import Context, Item, Pack, Reading, Rule, pack
from extractor.languages.base import GAP

FIGURE_CLASSES_FIRST = 0x100


class Read(NamedTuple):
    """A reading with the rule that made it, its items and its span in the text."""

    rule: str
    reading: Reading
    items: Sequence[Item]
    start: int
    end: int


class Grammar:
    """The rules of one pack, compiled."""

    def __init__(self, words: Pack) -> None:
        classes = {name for rule in words.rules for name in re.findall(r"[A-Z][A-Z_]*", rule.pattern)}
        self._code = {name: chr(FIGURE_CLASSES_FIRST + n) for n, name in enumerate(sorted(classes | {GAP}))}
        self._gap = self._code[GAP]
        self._rules = list(words.rules)
        self._single = [re.compile(self._compile(rule)) for rule in words.rules]
        starts = "|".join(f"(?P<r{n}>{p.pattern})" for n, p in enumerate(self._single))
        self._any = re.compile(starts)

    def read(self, text: str, items: Sequence[Item]) -> Iterator[Read]:
        """Every reading of the items, leftmost first, none overlapping."""
        line, codes = self._codes(text, items)
        position = 0
        while (found := self._any.search(codes, position)) is not None:
            position, reads = self._first(text, line, codes, found)
            yield from reads

    def _first(self, text: str, line: list[Item], codes: str, found: re.Match[str]) -> tuple[int, list[Read]]:
        """The first rule from the found one on that reads at this place, and where to go on."""
        at = found.start()
        first = int((found.lastgroup or "r0")[1:])
        for n in range(first, len(self._rules)):
            match = found if n == first else self._single[n].match(codes, at)
            if match is None or match.end() == at:
                continue
            part = line[at : match.end()]
            context = Context(
                text, line[at - 1] if at else None, line[match.end()] if match.end() < len(line) else None
            )
            made = self._rules[n].read(part, context)
            if made is not None:
                readings = made if isinstance(made, list) else [made]
                return match.end(), [self._placed(self._rules[n], reading, part) for reading in readings]
        return at + 1, []

    def _placed(self, rule: Rule, reading: Reading, part: list[Item]) -> Read:
        start = part[0].start if reading.start is None else reading.start
        end = part[-1].end if reading.end is None else reading.end
        return Read(rule.name, reading, part, start, end)

    def _codes(self, text: str, items: Sequence[Item]) -> tuple[list[Item], str]:
        """Items with their gaps, and one character for each."""
        line: list[Item] = []
        end = 0
        for item in items:
            between = text[end : item.start]
            if between and (not between.isspace() or "\n" in between):
                line.append(Item(GAP, end, item.start, between, None))
            line.append(item)
            end = item.end
        if text[end:].strip():
            line.append(Item(GAP, end, len(text), text[end:], None))
        code, gap = self._code, self._gap
        return line, "".join([code.get(item.cls, gap) for item in line])

    def _compile(self, rule: Rule) -> str:
        def one(match: re.Match[str]) -> str:
            return self._code[match.group()]

        try:
            source = re.sub(r"[A-Z][A-Z_]*", one, rule.pattern).replace(" ", "").replace("(", "(?:")
            re.compile(source)
        except re.error as error:
            raise CatalogueError(f"rule {rule.name}: {rule.pattern}: {error}", "Mend the pattern") from error
        return source


@cache
def grammar(lang: str) -> Grammar:
    """The compiled rules of a language."""
    return Grammar(pack(lang))
