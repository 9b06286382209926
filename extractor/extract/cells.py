"""The cells of tables: each number with the headers that say what it is, and the unit that they give it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from extractor.domain import Article, Block, Figure
from extractor.domain.vocabulary import Kind
from extractor.extract.reading import read_figures
from extractor.languages import Item, Number, everywhere
from extractor.languages.numerals import digits, scaled

NUMBER = re.compile(r"(?P<open>[（(])?(?P<sign>[▲△\-−–+＋])?\s*(?P<digits>[0-9０-９][0-9０-９,，.．]*)\s*[%％]?[)）]?")
NEGATIVE = frozenset("▲△-−–")
RATES = frozenset({"PCT", "COMPARE", "SHARE", "MOVE", "RATE"})

P = TypeVar("P", Item, Figure)
START = attrgetter("start")


class Unit(NamedTuple):
    """What one of a column's numbers stands for: kind, factor and unit."""

    kind: Kind
    factor: Decimal
    unit: str | None


PERCENT = Unit("percent", Decimal(1), "percent")


class Cell(NamedTuple):
    """A number in a table with the blocks that say what it is: caption first, then column, then row."""

    block: Block
    figure: Figure
    heads: tuple[Block, ...]


class Rows(NamedTuple):
    """A table's cells by row, and the rows that may head columns: the first, and those of headers only."""

    by_row: Mapping[int | None, list[Block]]
    heading: list[int]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Rows:
        """The rows of a table's cells."""
        by_row: dict[int | None, list[Block]] = defaultdict(list)
        for block in blocks:
            by_row[block.row].append(block)
        rows = sorted(row for row in by_row if row is not None)
        return cls(by_row, [row for row in rows if row == rows[0] or all(b.header for b in by_row[row])])


@cache
def _label() -> str:
    return rf"(?:{everywhere('unit_label').pattern})\s*[:：]?"


@cache
def _labelled() -> re.Pattern[str]:
    """All up to the label of a unit, and the label."""
    return re.compile(rf"^.*?{_label()}")


@cache
def _named_unit() -> re.Pattern[str]:
    """A unit in brackets, or behind its label."""
    return re.compile(rf"[（(](?:{_label()})?\s*([^（）()]+)[)）]|{_label()}\s*([^）)\n]+)")


def cell_of(
    article: Article, block: Block, table: Rows, caption: tuple[Block, ...], items: Sequence[Item]
) -> Cell | None:
    """A block as a data cell; None when it holds no number, or nothing says what its number is."""
    text = article.text[block.start : block.end]
    number = NUMBER.fullmatch(text)
    if number is None or block.header:
        return None
    above = _above(block, table)
    column = [*above[:-1], *_level_of(block, table, items), *above[-1:]]
    row = [b for b in table.by_row[block.row] if _column(b) < _column(block) and not _numeric(article, b)]
    if not column and not row:
        return None
    heads = (*caption, *_corner(article, table), *column, *row)
    unit = _unit(article, text, heads, items)
    read_value = digits(number["digits"])
    if unit is None or read_value is None:
        return None
    return Cell(block, _figure(block, number, read_value, unit), heads)


def _figure(block: Block, number: re.Match[str], read_value: Number, unit: Unit) -> Figure:
    value, ulp = scaled(read_value, unit.factor)
    negative = (number["sign"] or "") in NEGATIVE or (number["open"] is not None and number["sign"] is None)
    negative = negative and bool(number["sign"] or number["open"])
    half = (ulp or Decimal(0)) / 2
    signed = -value if negative else value
    return Figure(
        kind=unit.kind, start=block.start, end=block.end, quote=number.group(), rule="table.cell", value=signed,
        low=signed - half, high=signed + half, unit=unit.unit, direction="down" if negative else None,
    )  # fmt: skip


def _column(block: Block) -> int:
    return -1 if block.column is None else block.column


def _numeric(article: Article, block: Block) -> bool:
    return NUMBER.fullmatch(article.text[block.start : block.end]) is not None


def _above(block: Block, table: Rows) -> list[Block]:
    """For each header row, the header that stands over the cell: the last one at or left of its column."""
    heads: list[Block] = []
    for row in table.heading:
        if block.row is None or row >= block.row:
            break
        line = table.by_row[row]
        left = [b for b in line if (_column(b) <= _column(block) and _column(b) > 0) or len(line) == 1]
        heads += left[-1:]
    return heads


def _level_of(block: Block, table: Rows, items: Sequence[Item]) -> list[Block]:
    """A column headed by a mere word of rate belongs to the nearest column on its left that names its subject."""
    above = _above(block, table)
    heads = [b for b in table.by_row[above[-1].row] if 0 < _column(b) <= _column(block)] if above else []
    named = [b for b in heads if _classes(b, items) & {"FLOW", "INDICATOR", "COMMODITY", "PLACE"}]
    own = _classes(heads[-1], items) if heads else set()
    return named[-1:] if named and heads[-1] is not named[-1] and own & RATES else []


def _classes(block: Block, items: Sequence[Item]) -> set[str]:
    return {item.cls for item in within(block, items)}


def within(block: Block, placed: Sequence[P]) -> list[P]:
    """The items, or figures, inside a cell; they are in order of place."""
    first, last = (bisect_left(placed, place, key=START) for place in (block.start, block.end))
    return [one for one in placed[first:last] if one.end <= block.end]


def _corner(article: Article, table: Rows) -> list[Block]:
    """The cell in the corner, when it states the unit."""
    first = [b for b in table.by_row.get(0, ()) if b.column == 0]
    return [b for b in first if _named_unit().search(article.text[b.start : b.end])]


def _unit(article: Article, text: str, heads: Sequence[Block], items: Sequence[Item]) -> Unit | None:
    """The unit nearest to the cell: its own percent sign, its headers' words of rate, a unit in brackets.

    A caption that names a unit and the percent sign (億円、％) gives its unit to the columns that are no rates.
    """
    if text.rstrip(")）")[-1] in "%％":
        return PERCENT
    for block in reversed(heads):
        own = block.kind == "cell" and (block.row, block.column) != (0, 0)
        if own and _classes(block, items) & RATES:
            return PERCENT
        head = article.text[block.start : block.end]
        units = [u for found in _named_unit().finditer(head) for u in _read_units(_inside(found), article.lang)]
        chosen = next((u for u in units if u.kind != "percent"), units[0] if units else None)
        if chosen is not None:
            return chosen
    return None


def _inside(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group)


def _read_units(text: str, lang: str) -> Iterator[Unit]:
    """`1,000ドル` is a thousand dollars, `億円` a hundred million yen, `％` percent; several are parted by commas."""
    for part in re.split(r"[、,，;；](?!\d)", text):
        plain = _labelled().sub("", part).strip()
        for trial in (plain, f"1{plain}", f"1 {plain}"):
            figure = next((f for f in read_figures(trial, lang) if f.value is not None and f.unit is not None), None)
            if figure is not None and figure.value is not None:
                yield Unit(figure.kind, figure.value, figure.unit)
                break
