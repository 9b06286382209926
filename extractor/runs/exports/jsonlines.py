"""JSON lines: one record a line, the contract's fields first. The format that can be imported again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.domain.errors import UnreadableInput
from extractor.runs.exports.records import Record, public


def write(found: Iterable[Record], path: Path) -> int:
    """Write the records; how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as handle:
        for record in found:
            handle.write(json.dumps(public(record), ensure_ascii=False) + "\n")
            count += 1
    return count


def read(path: Path) -> Iterator[Record]:
    """The records of a file.

    Raises:
        UnreadableInput: a line is no record.
    """
    with path.open(encoding="utf-8") as handle:
        for number, line in enumerate(handle, start=1):
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                message = f"{path} line {number}: broken JSON: {error.msg}"
                raise UnreadableInput(message, "Export it again") from error
            if not isinstance(record, dict) or not isinstance(record.get("locator"), dict):
                raise UnreadableInput(f"{path} line {number}: no locator", "Give a file of `extractor export`")
            yield record
