"""Parquet: the columns of the CSV, typed; numbers that matter stay exact as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.domain import CONTRACT_FIELDS, Basis
from extractor.runs.exports.records import Record, flat

A_GROUP = 20_000
INTEGERS = {"sentence_start", "sentence_end", "start", "end", "balance_sign", "locator.start", "locator.end"}
LOCATOR = ("url", "capture_sha256", "start", "end", "quote", "prefix", "suffix")


def schema(*, locator: bool = True) -> Any:
    """The file's columns: those of the contract, evidence and links as JSON, and the locator's."""
    import pyarrow as pa

    names: list[str] = []
    for name in CONTRACT_FIELDS:
        names += [f"basis.{slot}" for slot in Basis.model_fields] if name == "basis" else [name]
    names += ["evidence", "links"]
    if locator:
        names += [f"locator.{part}" for part in LOCATOR]
    return pa.schema([(name, _type(name)) for name in names])


def write(found: Iterable[Record], path: Path) -> int:
    """Write the records; how many."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = schema()
    rows = iter(flat(record) for record in found)
    count = 0
    with pq.ParquetWriter(path, columns, compression="zstd") as writer:
        while group := list(islice(rows, A_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=columns))
            count += len(group)
    return count


def read(path: Path) -> Iterator[Record]:
    """The locators of a file's rows."""
    import pyarrow.parquet as pq

    names = ["id", *(f"locator.{part}" for part in LOCATOR)]
    for batch in pq.ParquetFile(path).iter_batches(columns=names):
        for row in batch.to_pylist():
            yield {"id": row["id"], "locator": {part: row[f"locator.{part}"] for part in LOCATOR}}


def _type(name: str) -> Any:
    import pyarrow as pa

    if name in INTEGERS:
        return pa.int64()
    return pa.bool_() if name == "approximate" else pa.string()
