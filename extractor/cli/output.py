"""How rows are printed: JSON lines for programs, tables and sentences for people."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import typer

BASIS = (
    "compiler", "valuation", "partner_rule", "concept", "price_basis", "adjustment", "vintage", "currency_method",
)  # fmt: skip
REST = 34
"""So many columns a table's last one should have."""
NARROW, DRAWING = 16, 24
"""No column is cut to less; one that may hold a drawing is left this wide."""
BESIDE = {*BASIS, "how", "key", "digest", "article_key", "sentence_key", "period_start", "period_end", "magnitude"}


def contract(row: sqlite3.Row) -> dict[str, Any]:
    """A row of current_claims as exactly the contract's fields."""
    names = row.keys()
    fields = {name: row[name] for name in names if name not in BESIDE}
    fields["approximate"] = bool(fields["approximate"])
    basis = {**{name: row[name] for name in BASIS}, "how": json.loads(row["how"])}
    before = names.index("status") + 1
    items = list(fields.items())
    return dict(
        [*items[: _place(items, "status", before)], ("basis", basis), *items[_place(items, "status", before) :]]
    )


def print_json(records: Iterable[Mapping[str, Any]]) -> None:
    """One object a line."""
    for record in records:
        typer.echo(json.dumps(record, ensure_ascii=False))


def print_csv(records: Iterable[Mapping[str, Any]]) -> None:
    """A table for spreadsheets: one column a field, what is nested as `basis.compiler`."""
    writer = None
    for record in records:
        flat = _flat(record)
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(flat), lineterminator="\n")
            writer.writeheader()
        writer.writerow(flat)


def _flat(record: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, Mapping) and name != "how":
            found.update(_flat(value, f"{prefix}{name}."))
        else:
            found[f"{prefix}{name}"] = (
                json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
            )
    return found


def mark(row: sqlite3.Row) -> str:
    """The sentence with the figure between marks."""
    start, end = row["start"] - row["sentence_start"], row["end"] - row["sentence_start"]
    sentence: str = row["sentence"]
    return f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}".replace("\n", " ")


def subject(row: sqlite3.Row) -> str:
    """What a claim is about, in a few words: `JPN import from CHN, 2024`."""
    flow = {"export": "exports to", "import": "imports from", "balance": "balance with", "total": "trade with"}
    parts = [row["reporter"], flow.get(row["flow"] or "", row["indicator"]), row["partner"]]
    words = " ".join(part for part in parts if part)
    extra = [row["commodity"], row["entity"], short_period(row["period"])]
    return ", ".join(part for part in [words, *extra] if part)


def value_text(row: sqlite3.Row | Mapping[str, Any]) -> str:
    """A value with its unit, digits grouped: `25,939,200,000,000 JPY`."""
    if row["value"] is not None:
        number = grouped(row["value"])
    elif row["low"] is not None or row["high"] is not None:
        number = f"{grouped(row['low'])} to {grouped(row['high'])}"
    else:
        number = ""
    if row["unit"] == "rank":
        return f"rank {number}"
    return " ".join(part for part in (number, row["unit"]) if part)


def said(row: sqlite3.Row) -> str:
    """A value as it reads: a fall that only a word says gets the word, `3.9 percent down`."""
    return f"{value_text(row)} {row['direction']}" if falls(row) else value_text(row)


def falls(row: sqlite3.Row) -> bool:
    """Whether a change is a fall that only a word says: "fell 3.9%" stands as 3.9, down."""
    change = row["change_basis"] in ("yoy", "mom", "qoq", "since") and row["kind"] not in ("streak", "rank")
    return bool(change and row["direction"] == "down" and row["value"] and Decimal(row["value"]) > 0)


def counted(number: int, word: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def grouped(text: str | None) -> str:
    """A stored Decimal for reading: digits grouped, no exponent."""
    return "open" if text is None else f"{Decimal(text):,f}"


def short_period(period: str | None) -> str | None:
    """`2024-01-01/2024-12-31` -> `2024`; `2024-04-01/2025-03-31` -> `2024-04 to 2025-03`."""
    if period is None or "/" not in period:
        return period
    start, end = period.split("/")
    if start[:4] == end[:4] and start.endswith("01-01") and end.endswith("12-31"):
        return start[:4]
    if start == end:
        return start
    return start[:7] if start[:7] == end[:7] else f"{start[:7]} to {end[:7]}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], cut: str | None = None) -> None:
    """Columns as wide as they need to be; the last one takes what is left of the terminal.

    Where less than REST is left, the column named `cut` gives way; no other does, for half a number is a wrong one.
    """
    found = [list(map(str, row)) for row in rows]
    widths = [max(_width(cell) for cell in column) for column in zip(head, *found, strict=True)]
    last = widths.pop()
    total = shutil.get_terminal_size().columns if sys.stdout.isatty() or "COLUMNS" in os.environ else 10_000
    room = total - 2 * len(widths)
    if cut is not None:
        place = list(head).index(cut)
        spare = room - min(last, REST) - sum(widths) + widths[place]
        widths[place] = min(widths[place], max(spare, NARROW))
    rest = max(room - sum(widths), DRAWING if cut is None else NARROW)
    for row in [list(head), *found]:
        cells = [_pad(_cut(cell, width), width) for cell, width in zip(row[:-1], widths, strict=True)]
        typer.echo("  ".join([*cells, _cut(row[-1], rest)]).rstrip())


def _place(items: list[tuple[str, Any]], name: str, fallback: int) -> int:
    return next((i + 1 for i, (key, _) in enumerate(items) if key == name), fallback)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str, width: int) -> str:
    """The text in so many columns; of a sentence with a [marked] figure, the part that holds it."""
    if _width(text) <= width:
        return text
    start, end = text.find("["), text.find("]")
    if 0 < start < end and _width(text[: end + 1]) > width - 1:
        spare = width - 2 - _width(text[start : end + 1])
        while start > 0 and _width(text[start - 1]) <= spare * 2 // 3:
            start -= 1
            spare -= _width(text[start])
        text = f"…{text[start:]}"
        if _width(text) <= width:
            return text
    while text and _width(text) > width - 1:
        text = text[:-1]
    return f"{text}…"
