"""Claims handed out: one file per format, each row with what is needed to cite it and to verify it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from extractor.domain.errors import UnknownTerm
from extractor.runs.exports import claimreview, csvfile, jsonlines, parquet, prov
from extractor.runs.exports.records import Record, records

FORMATS: Mapping[str, Callable[[Iterable[Record], Path], int]] = {
    "jsonl": jsonlines.write,
    "csv": csvfile.write,
    "parquet": parquet.write,
    "claimreview": claimreview.write,
    "prov": prov.write,
}
"""Each writes records to a file and returns how many."""

ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".jsonld": "claimreview"}

__all__ = ["FORMATS", "Record", "export", "format_of", "records"]


def format_of(path: Path, given: str | None) -> str:
    """The format that the user names, else the one of the file's ending.

    Raises:
        UnknownTerm: neither says it.
    """
    name = given or ENDINGS.get(path.suffix.lower(), "")
    if name not in FORMATS:
        raise UnknownTerm(f"unknown format: {given or path.name}", f"Use --format with one of: {', '.join(FORMATS)}")
    return name


def export(found: Iterable[Record], path: Path, name: str) -> int:
    """Write the records whole or not at all; how many."""
    part = path.with_name(f"{path.name}.part")
    try:
        count = FORMATS[name](found, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def read(path: Path) -> Iterable[dict[str, Any]]:
    """The rows of an export in a format that keeps the locators: jsonl, csv or parquet."""
    readers = {"jsonl": jsonlines.read, "csv": csvfile.read, "parquet": parquet.read}
    name = ENDINGS.get(path.suffix.lower(), "")
    if name not in readers:
        raise UnknownTerm(f"{path}: cannot be read back", "Give a .jsonl, .csv or .parquet file of `extractor export`")
    return readers[name](path)
