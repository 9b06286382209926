"""Tables: a cell's number takes its unit and its slots from the headers of its column and row, and the caption.

The JETRO reports have one row per year or partner and one column per indicator; "(億円、％、△はマイナス)"
stands in the caption, in a cell of its own, or in a header.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.catalogue import Catalogue, companies_by_name
from extractor.domain import Article, Block, Claim, Figure
from extractor.domain.vocabulary import Direction
from extractor.extract import when
from extractor.extract.build import Change, Reader, build
from extractor.extract.cells import NUMBER, START, Cell, Rows, cell_of, within
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, lines
from extractor.extract.frame import Slot, over, passed_on, stated, value
from extractor.extract.narrow import MEASURES
from extractor.extract.sentences import Sentence
from extractor.extract.shares import share_of
from extractor.extract.subject import Subject, stated_in
from extractor.extract.subjects import subjects
from extractor.languages import Item

CAPTION = 60
"""A caption in the running text is shorter than this, in characters."""
STOPS = frozenset(".。!！?？")
BRACKETED = re.compile(r"[（(][^（）()]*[)）]")


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
            cell = cell_of(article, block, table, caption, items)
            if cell is not None:
                cells[cell.figure.start] = cell
    numbers = sorted((c.block for c in cells.values()), key=START)
    kept = [f for f in figures if not _inside_of(numbers, f)]
    merged = sorted([*kept, *(c.figure for c in cells.values())], key=lambda f: (f.start, f.end))
    return Grid(merged, cells, rows, items)


def _inside_of(blocks: Sequence[Block], figure: Figure) -> bool:
    """Whether a figure stands in one of some cells, which are in order of place."""
    n = bisect_right(blocks, figure.start, key=START)
    return n > 0 and figure.end <= blocks[n - 1].end


def _caption(article: Article, first: Block) -> tuple[Block, ...]:
    """The caption, or the short line before the table."""
    before = [b for b in article.blocks if b.end <= first.start and b.table is None]
    near = [b for b in before[-2:] if b.kind in {"caption", "heading"} or _label(article.text[b.start : b.end])]
    return tuple(near)


def _label(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < CAPTION and text[-1:] not in STOPS


def _head(text: str, block: Block, figures: Sequence[Figure], items: Sequence[Item]) -> Line:
    sentence = Sentence(block.start, block.end, 0)
    return lines(text, [sentence], within(block, figures), within(block, items))[0]


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
