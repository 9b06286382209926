"""Articles from anywhere fsspec reaches (s3://, gs://, https://, file://), streamed record by record.

WARC (.warc, .warc.gz), JSON lines (.jsonl, .jsonl.gz) and Parquet (columns of the JSON record: id, url,
source, lang, title, published, text). What cannot be read is an Issue, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from extractor.archive import read_warc
from extractor.domain import Capture, Issue
from extractor.domain.errors import UnreadableInput

FIELDS = ("id", "url", "source", "lang", "title", "published", "text")
A_BATCH = 500
HINT = "Check the address; for s3:// and gs:// install fsspec's driver (s3fs, gcsfs)"


def stream(urls: Iterable[str]) -> Iterator[Capture | Issue]:
    """Every record of every file that the URLs (globs too) name.

    Raises:
        UnreadableInput: a file cannot be opened or is of no known kind.
    """
    for url in urls:
        for one in expand(url):
            yield from _reader(one)


def expand(url: str) -> list[str]:
    """The files that a URL with wildcards names; a plain one names itself.

    Raises:
        UnreadableInput: none fits, or the place cannot be reached.
    """
    import fsspec

    if not any(character in url for character in "*?["):
        return [url]
    try:
        found = [str(file.full_name) for file in fsspec.open_files(url)]
    except (OSError, ValueError, ImportError) as error:
        raise UnreadableInput(f"{url}: {error}", HINT) from error
    if not found:
        raise UnreadableInput(f"{url}: no such file", HINT)
    return found


def _reader(url: str) -> Iterator[Capture | Issue]:
    name = url.lower().removesuffix(".gz")
    if name.endswith(".warc"):
        return read_warc(url)
    if name.endswith((".jsonl", ".ndjson")):
        return _opened(url, _json_lines, compression="infer")
    if name.endswith(".parquet"):
        return _opened(url, _parquet)
    raise UnreadableInput(f"{url}: unknown kind of file", "Give .warc.gz, .jsonl, .jsonl.gz or .parquet")


def _opened(url: str, read: Any, **options: str) -> Iterator[Capture | Issue]:
    import fsspec

    try:
        with fsspec.open(url, "rb", **options) as handle:
            yield from read(handle, url)
    except (OSError, ValueError, ImportError, EOFError) as error:
        why = "no such file" if isinstance(error, FileNotFoundError) else error
        raise UnreadableInput(f"{url}: {why}", HINT) from error


def _json_lines(handle: Iterable[bytes], url: str) -> Iterator[Capture | Issue]:
    for number, line in enumerate(handle, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            yield _broken(f"{url} line {number}: broken JSON: {error}")
            continue
        yield _capture(record, line.rstrip(b"\r\n"), f"{url}#{number}")


def _parquet(handle: Any, url: str) -> Iterator[Capture | Issue]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(handle)
    except pa.ArrowInvalid as error:
        raise UnreadableInput(f"{url}: {error}", "Give a Parquet file with a column `text`") from error
    columns = [name for name in FIELDS if name in file.schema_arrow.names]
    number = 0
    for batch in file.iter_batches(batch_size=A_BATCH, columns=columns):
        for row in batch.to_pylist():
            number += 1
            record = {name: value for name, value in row.items() if value is not None}
            body = json.dumps(record, ensure_ascii=False, default=str).encode()
            yield _capture(record, body, f"{url}#{number}")


def _capture(record: object, body: bytes, place: str) -> Capture | Issue:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not record["text"].strip():
        return _broken(f"{place}: no text")
    return Capture(
        url=str(record.get("url") or (place if "://" in place else f"file://{place}")),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        retrieved_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        source=record.get("source"),
        media_type="application/json",
    )


def _broken(message: str) -> Issue:
    return Issue(stage="archive", code="unreadable", message=message)
