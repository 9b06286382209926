"""Applies a pack's rules to the items of a text: patterns over classes, in the order of the table.

A pattern is written in class names (`CUR NUM SCALE?`); each class is one character behind the scenes, so
that a text's items are one short string and a pattern is an ordinary regular expression over it. Whatever
is not a term and not white space stands as GAP between items and ends a match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from extractor.domain.errors import CatalogueError
from extractor.languages import Context, Item, Pack, Reading, Rule, pack
from extractor.languages.base import GAP, Numeral

FIRST_CODE = 0x100
CLASS = re.compile(r"[A-Z][A-Z_]*")
CONNECTOR_LENGTH = 16
"""A longer gap is no connector."""
LONGEST = 64
"""No rule reaches over more items."""
STRETCHES_KEPT = 1 << 14

R = TypeVar("R", Rule, Numeral)


class Read(NamedTuple):
    """A reading with the rule that made it, its items and its span in the text."""

    rule: str
    reading: Reading
    items: Sequence[Item]
    start: int
    end: int


class Grammar:
    """The rules of one pack, compiled: first those that compose numerals, then those that read figures."""

    def __init__(self, words: Pack) -> None:
        classes = {GAP, *words.connectors.values()}
        classes.update(name for rule in words.numerals for name in CLASS.findall(rule.pattern))
        classes.update(name for rule in words.rules for name in CLASS.findall(rule.pattern))
        self._code = {name: chr(FIRST_CODE + n) for n, name in enumerate(sorted(classes))}
        self._gap = self._code[GAP]
        self._cues = frozenset(words.cues.terms) - frozenset(self._code)
        self._connectors = words.connectors
        self._numerals = Patterns(words.numerals, self._code)
        self._rules = Patterns(words.rules, self._code)

    def read(self, text: str, items: Sequence[Item], within: tuple[int, int] | None = None) -> list[Read]:
        """Every reading of the items of a text, or of those of a stretch of it; leftmost first, none overlapping."""
        start, end = within or (0, len(text))
        line = self._composed(text, self._with_gaps(text, items, start, min(end, len(text))))
        reads: list[Read] = []

        def attempt(rule: Rule, at: int, stop: int) -> int | None:
            part = line[at:stop]
            made = rule.read(part, Context(text, line, at, stop))
            if made is None:
                return None
            if isinstance(made, list):
                reads.extend(_placed(rule, one, part) for one in made)
            else:
                reads.append(_placed(rule, made, part))
            return stop

        self._rules.walk(self._codes(line), attempt)
        return reads

    def _composed(self, text: str, line: list[Item]) -> list[Item]:
        """The line with every numeral of several items made into one."""
        made: list[Item] = []
        done = 0

        def attempt(rule: Numeral, at: int, stop: int) -> int | None:
            nonlocal done
            found = rule.read(line[at:stop], Context(text, line, at, stop))
            if found is None:
                return None
            parts = tuple(line[at : at + found.used])
            start, end = parts[0].start if found.start is None else found.start, parts[-1].end
            made.extend(line[done:at])
            made.append(Item(found.cls, start, end, text[start:end], found.number, parts))
            done = at + found.used
            return done

        self._numerals.walk(self._codes(line), attempt)
        return made + line[done:] if made else line

    def _with_gaps(self, text: str, items: Sequence[Item], start: int, stop: int) -> list[Item]:
        """The items with what stands between them (the claim stage's words too); white space is nothing."""
        line: list[Item] = []
        end = start
        for item in items:
            if item.cls in self._cues:
                continue
            if item.start > end:
                self._gap_between(line, text, end, item.start)
            line.append(item)
            end = item.end
        if end < stop:
            self._gap_between(line, text, end, stop)
        return line

    def _gap_between(self, line: list[Item], text: str, start: int, end: int) -> None:
        between = text[start:end]
        if between == " ":
            return
        if "\n" in between:
            line.append(Item(GAP, start, end, between, None))
        elif words := between.strip():
            cls = self._connectors.get(words.lower(), GAP) if len(words) <= CONNECTOR_LENGTH else GAP
            line.append(Item(cls, start, end, between, None))

    def _codes(self, line: Sequence[Item]) -> str:
        """One character for each item."""
        code, gap = self._code, self._gap
        return "".join([code.get(item.cls, gap) for item in line])


class Patterns(Generic[R]):
    """Rules in order, each an expression over class codes.

    Which rules match at a place depends on the few codes that follow it, up to the gap that no rule reaches over, and
    such stretches repeat from text to text: what matched is kept by stretch.
    """

    def __init__(self, rules: Iterable[R], code: Mapping[str, str]) -> None:
        self._rules: list[tuple[R, re.Pattern[str]]] = [(rule, _compiled(rule, code)) for rule in rules]
        self._gap = code[GAP]
        self._gaps = max((_gaps(rule.pattern) for rule, _ in self._rules), default=0)
        self._starting: dict[str, list[tuple[R, re.Pattern[str]]]] = {
            char: [one for one in self._rules if char in one[1].pattern] for char in code.values()
        }
        can_start = "".join(char for char, rules in self._starting.items() if rules and char != self._gap)
        self._places = re.compile(f"[{can_start}]" if can_start else "(?!)")
        self._kept: dict[str, list[tuple[R, int]]] = {}

    def walk(self, codes: str, attempt: Callable[[R, int, int], int | None]) -> None:
        """Try the rules left to right, at each place in order; `attempt` says where to go on (None: next rule)."""
        position = edge = 0
        for place in self._places.finditer(codes):
            at = place.start()
            if at < position:
                continue
            if edge <= at or self._gaps:
                edge = self._edge(codes, at)
            for rule, length in self._matching(codes[at : min(edge, at + LONGEST)]):
                stop = attempt(rule, at, at + length)
                if stop is not None:
                    position = stop
                    break

    def _edge(self, codes: str, at: int) -> int:
        """Where the gap is that no rule starting here reaches over."""
        edge = at - 1
        for _ in range(self._gaps + 1):
            edge = codes.find(self._gap, edge + 1, at + LONGEST)
            if edge < 0:
                return len(codes)
        return edge

    def _matching(self, stretch: str) -> list[tuple[R, int]]:
        """The rules that match at the start of a stretch, with the lengths of their matches."""
        kept = self._kept.get(stretch)
        if kept is None:
            if len(self._kept) > STRETCHES_KEPT:
                self._kept.clear()
            found = ((rule, one.match(stretch)) for rule, one in self._starting[stretch[0]])
            kept = [(rule, match.end()) for rule, match in found if match is not None and match.end()]
            self._kept[stretch] = kept
        return kept


def _gaps(pattern: str) -> int:
    """How many gaps a pattern may reach over."""
    return sum(int(most or 1) for most in re.findall(r"\bGAP\b(?:\{\d*,?(\d+)\})?", pattern))


def _placed(rule: Rule, reading: Reading, part: Sequence[Item]) -> Read:
    start = part[0].start if reading.start is None else reading.start
    end = part[-1].end if reading.end is None else reading.end
    return Read(rule.name, reading, part, start, end)


def _compiled(rule: Rule | Numeral, code: Mapping[str, str]) -> re.Pattern[str]:
    try:
        source = CLASS.sub(lambda match: code[match.group()], rule.pattern)
        return re.compile(source.replace(" ", "").replace("(", "(?:"))
    except re.error as error:
        raise CatalogueError(f"rule {rule.name}: {rule.pattern}: {error}", "Mend the pattern") from error


@cache
def grammar(lang: str) -> Grammar:
    """The compiled rules of a language."""
    return Grammar(pack(lang))
