"""CSV for spreadsheets: UTF-8, one column a field; empty is null."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.runs.exports.records import Record, flat


def write(found: Iterable[Record], path: Path) -> int:
    """Write the records; how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer: csv.DictWriter[str] | None = None
        for record in found:
            row = flat(record)
            if writer is None:
                writer = csv.DictWriter(handle, list(row), lineterminator="\n")
                writer.writeheader()
            writer.writerow({name: _safe(value) for name, value in row.items()})
            count += 1
    return count


def read(path: Path) -> Iterator[Record]:
    """The locators of a file's rows."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            locator: Record = {
                name.removeprefix("locator."): _plain(value) or None
                for name, value in row.items()
                if name.startswith("locator.")
            }
            locator.update({name: int(locator[name]) for name in ("start", "end")})
            yield {"id": row["id"], "locator": {**locator, "quote": locator["quote"] or ""}}


def _safe(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+@" and value[:1] else value


def _plain(value: str) -> str:
    return value[1:] if value[:1] == "'" and value[1:2] in ("=", "+", "@") else value
