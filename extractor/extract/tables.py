"""Tables: a cell's number takes its unit and its slots from the headers of its column and row, and the caption.

The JETRO reports have one row per year or partner and one column per indicator; "(億円、％、△はマイナス)"
stands in the caption, in a cell of its own, or in a header.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple, TypeVar

from extractor.catalogue import Catalogue, companies_by_name
from extractor.domain import Article, Block, Claim, Figure
from extractor.domain.vocabulary import Direction, Kind
from extractor.extract import when
from extractor.extract.build import Change, Reader, build
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, lines
from extractor.extract.frame import Slot, over, passed_on, stated, value
from extractor.extract.narrow import MEASURES
from extractor.extract.reading import read_figures
from extractor.extract.sentences import Sentence
from extractor.extract.shares import share_of
from extractor.extract.subject import Subject, stated_in
from extractor.extract.subjects import subjects
from extractor.languages import Item, Number
from extractor.languages.numerals import digits, scaled

NUMBER = re.compile(r"(?P<open>[（(])?(?P<sign>[▲△\-−–+＋])?\s*(?P<digits>[0-9０-９][0-9０-９,，.．]*)\s*[%％]?[)）]?")
CAPTION = 60
"""A caption in the running text is shorter than this, in characters."""
STOPS = frozenset(".。!！?？")
LABEL = r"(?:単位|单位|單位|[Uu]nits?)"
UNIT = re.compile(rf"[（(](?:{LABEL}\s*[:：]?)?\s*([^（）()]+)[)）]|{LABEL}\s*[:：]?\s*([^）)\n]+)")
LABELLED = re.compile(rf"^.*?{LABEL}\s*[:：]?")
BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
NEGATIVE = frozenset("▲△-−–")
RATES = frozenset({"PCT", "COMPARE", "SHARE", "MOVE", "RATE"})

P = TypeVar("P", Item, Figure)
_START = attrgetter("start")


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


class Grid(NamedTuple):
    """The article's figures with the tables' numbers read, and its data cells by offset."""

    figures: list[Figure]
    cells: dict[int, Cell]
    rows: dict[int, tuple[int, int]]
    items: Sequence[Item]

    def at(self, offset: int) -> int | None:
        """The table row that begins at an offset of the text, or None."""
        return offset if offset in self.rows else None

    def claims(self, reader: Reader, line: Line, discourse: Discourse) -> Iterator[Claim]:
        """The claims of one row."""
        for event in line.events:
            cell = self.cells.get(event.start)
            if cell is not None and event.figure is not None:
                yield _claim(reader, line, event, self._slots(reader, cell, discourse), discourse)

    def _slots(self, reader: Reader, cell: Cell, discourse: Discourse) -> tuple[dict[str, Slot], when.When | None]:
        slots = dict(discourse.base)
        at = discourse.base_when
        for block in cell.heads:
            head = _head(reader.article.text, block, self.figures, self.items)
            for subject in subjects(head, reader.pack, reader.catalogue):
                if _only_measures(subject, slots, reader.catalogue):
                    continue
                slots = over(passed_on(slots), _placed(subject.bare_place, slots, block) or subject.slots)
            for event in head.of("COMPARE", "SHARE"):
                slots["change_basis"] = stated(event.value, event.start, event.end)
            at = next((_when(e) for e in head.of("PERIOD")), at)
        if value(slots, "change_basis") == "share":
            slots = dict(share_of(slots, None, None))
        return _of_firm(slots, cell, reader), at


def _only_measures(subject: Subject, slots: Mapping[str, Slot], catalogue: Catalogue) -> bool:
    """Whether a header only says how what the caption names is counted: 台数, in a table of car output."""
    known = catalogue.indicators.get(value(slots, "indicator") or "")
    measure = stated_in(subject, "indicator") in MEASURES and not subject.flows
    return measure and known is not None and not known.trade


def _of_firm(slots: dict[str, Slot], cell: Cell, reader: Reader) -> dict[str, Slot]:
    """The slots of a row of a table of firms: whose it is stands in the row's first cell."""
    row = reader.catalogue.indicators.get(value(slots, "indicator") or "")
    head = cell.heads[-1] if cell.heads else None
    if row is None or row.subject not in {"maker", "company"} or head is None or head.row != cell.block.row:
        return slots
    name = BRACKETED.sub("", reader.article.text[head.start : head.end]).strip()
    if not name or NUMBER.fullmatch(name) or reader.pack.cues.no_name.fullmatch(name):
        return slots
    here = {k: v for k, v in slots.items() if k not in {"reporter", "partner"}}
    return {
        **here,
        "entity": stated(
            companies_by_name().get(name, name), head.start, head.start + len(name), "the firm of the row"
        ),
    }


def read(article: Article, figures: Sequence[Figure], items: Sequence[Item]) -> Grid:
    """The figures with each data cell read by its headers; cells without a number are left as they were."""
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in article.blocks:
        if block.kind == "cell" and block.table is not None:
            tables[block.table].append(block)
    if not tables:
        return Grid(list(figures), {}, {}, items)
    cells: dict[int, Cell] = {}
    rows: dict[int, tuple[int, int]] = {}
    for blocks in tables.values():
        caption = _caption(article, blocks[0])
        table = Rows.of(blocks)
        begins = {row: min(b.start for b in line) for row, line in table.by_row.items()}
        for block in blocks:
            rows.setdefault(begins[block.row], (block.start, block.end))
            cell = _cell(article, block, table, caption, items)
            if cell is not None:
                cells[cell.figure.start] = cell
    numbers = sorted((c.block for c in cells.values()), key=_START)
    kept = [f for f in figures if not _inside_of(numbers, f)]
    merged = sorted([*kept, *(c.figure for c in cells.values())], key=lambda f: (f.start, f.end))
    return Grid(merged, cells, rows, items)


def _inside_of(blocks: Sequence[Block], figure: Figure) -> bool:
    """Whether a figure stands in one of some cells, which are in order of place."""
    n = bisect_right(blocks, figure.start, key=_START)
    return n > 0 and figure.end <= blocks[n - 1].end


def _caption(article: Article, first: Block) -> tuple[Block, ...]:
    """The caption, or the short line before the table."""
    before = [b for b in article.blocks if b.end <= first.start and b.table is None]
    near = [b for b in before[-2:] if b.kind in {"caption", "heading"} or _label(article.text[b.start : b.end])]
    return tuple(near)


def _label(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < CAPTION and text[-1:] not in STOPS


def _cell(
    article: Article, block: Block, table: Rows, caption: tuple[Block, ...], items: Sequence[Item]
) -> Cell | None:
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
    return {item.cls for item in _within(block, items)}


def _within(block: Block, placed: Sequence[P]) -> list[P]:
    """The items, or figures, inside a cell; they are in order of place."""
    first, last = (bisect_left(placed, place, key=_START) for place in (block.start, block.end))
    return [one for one in placed[first:last] if one.end <= block.end]


def _corner(article: Article, table: Rows) -> list[Block]:
    """The cell in the corner, when it states the unit."""
    first = [b for b in table.by_row.get(0, ()) if b.column == 0]
    return [b for b in first if UNIT.search(article.text[b.start : b.end])]


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
        units = [u for found in UNIT.finditer(head) for u in _read_units(_inside(found), article.lang)]
        chosen = next((u for u in units if u.kind != "percent"), units[0] if units else None)
        if chosen is not None:
            return chosen
    return None


def _inside(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group)


def _read_units(text: str, lang: str) -> Iterator[Unit]:
    """`1,000ドル` is a thousand dollars, `億円` a hundred million yen, `％` percent; several are parted by commas."""
    for part in re.split(r"[、,，;；](?!\d)", text):
        plain = LABELLED.sub("", part).strip()
        for trial in (plain, f"1{plain}", f"1 {plain}"):
            figure = next((f for f in read_figures(trial, lang) if f.value is not None and f.unit is not None), None)
            if figure is not None and figure.value is not None:
                yield Unit(figure.kind, figure.value, figure.unit)
                break


def _head(text: str, block: Block, figures: Sequence[Figure], items: Sequence[Item]) -> Line:
    sentence = Sentence(block.start, block.end, 0)
    return lines(text, [sentence], _within(block, figures), _within(block, items))[0]


def _placed(place: str | None, slots: dict[str, Slot], block: Block) -> dict[str, Slot] | None:
    """A header that is just a place: the partner of a known reporter, else the reporter."""
    if place is None:
        return None
    reporter = value(slots, "reporter")
    name = "partner" if reporter is not None and reporter != place else "reporter"
    return {name: stated(place, block.start, block.end)}


def _when(event: Event) -> when.When | None:
    figure = event.figure
    return None if figure is None else when.When(figure.period, figure.period_kind, event.start, event.end)


def _claim(
    reader: Reader,
    line: Line,
    event: Event,
    found: tuple[dict[str, Slot], when.When | None],
    discourse: Discourse,
) -> Claim:
    slots, at = found
    figure = event.figure
    compare = value(slots, "change_basis")
    row = reader.catalogue.indicators.get(value(slots, "indicator") or "")
    change = Change()
    if figure is not None and figure.kind == "percent" and compare != "share":
        direction: Direction = "down" if (figure.value or 0) < 0 else "up" if figure.value else "flat"
        basis = compare or (row.change_basis if row is not None else None) or "none"
        change = Change(direction, basis)  # type: ignore[arg-type]
    elif compare == "share":
        change = Change("none", "share")
    return build(reader, line, event, slots, discourse, change, at or when.When(None, None, None, None))
