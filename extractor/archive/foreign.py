"""Reads WARC files that others made (Common Crawl's CC-News, wget, Heritrix), record by record."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import fsspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extractor.archive.members import MAGIC, Damage, Readable, members
from extractor.archive.records import Pairs, http_parts
from extractor.domain import Capture, Issue
from extractor.domain.errors import ArchiveError, UnreadableInput

MAX_BYTES = 20_000_000
MEMBER_BYTES = 64_000_000
REASONS = {"cut_off": "is cut off", "corrupt": "is corrupt", "too_large": "is too large"}
WHOLE_FILE = "If the whole file is one gzip stream, `warcio recompress` makes it one per record"


def read_warc(url_or_path: str | Path, *, max_bytes: int = MAX_BYTES) -> Iterator[Capture | Issue]:
    """The pages of a WARC file, streamed: a Capture for each response, an Issue for each record that is broken.

    Requests, metadata and revisits are passed over. `Capture.retrieved_at` is the
    record's date, so that reading the same file twice adds nothing.

    Args:
        url_or_path: a file, or any URL that fsspec opens (s3://, gs://, https://, file://); .warc or .warc.gz.
        max_bytes: a longer body is an Issue.

    Raises:
        UnreadableInput: the file cannot be opened, or is no WARC file.
    """
    place = str(url_or_path)
    try:
        opened = fsspec.open(place, "rb")
        with opened as stream:
            yield from _read(_Peeked(stream, place), place, max_bytes)
    except (OSError, ValueError, ImportError) as error:
        hint = "Check the path; for s3:// and gs:// install fsspec's driver (s3fs, gcsfs)"
        why = "no such file" if isinstance(error, FileNotFoundError) else error
        raise UnreadableInput(f"{place}: {why}", hint) from error


def _read(stream: _Peeked, place: str, max_bytes: int) -> Iterator[Capture | Issue]:
    if stream.head.startswith(MAGIC):
        for found in members(stream, limit=MEMBER_BYTES):
            if isinstance(found, Damage):
                hint = f". {WHOLE_FILE}" if found.why == "too_large" else ""
                yield _issue(found.why, f"{place}: the record at byte {found.offset} {REASONS[found.why]}{hint}")
            else:
                yield from _records(BytesIO(found.data), place, found.offset, max_bytes)
    elif stream.head.startswith(b"WARC/"):
        yield from _records(stream, place, 0, max_bytes)
    else:
        raise UnreadableInput(f"{place}: not a WARC file", "Give a .warc or .warc.gz file")


def _records(stream: Any, place: str, offset: int, max_bytes: int) -> Iterator[Capture | Issue]:
    kinds = WarcRecordType.response | WarcRecordType.resource
    any_found = False
    try:
        for record in ArchiveIterator(
            stream, parse_http=False, fsspec_args=False, record_types=WarcRecordType.any_type
        ):
            any_found = True
            if record.record_type & kinds:
                yield _page(record, place, max_bytes)
    except OSError as error:
        yield _issue("corrupt", f"{place}: the record at byte {offset} is corrupt: {error}")
        return
    if not any_found:
        yield _issue("corrupt", f"{place}: there is no WARC record at byte {offset}")


def _page(record: WarcRecord, place: str, max_bytes: int) -> Capture | Issue:
    """One page, or why it is none."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    at = record.headers.get("WARC-Date") or ""
    if not url or not _is_time(at):
        return _issue("malformed", f"{place}: a record has no WARC-Target-URI or no WARC-Date", url or None)
    if record.content_length > max_bytes:
        return _issue("too_large", f"{url}: {record.content_length} bytes, more than {max_bytes}", url)
    try:
        status, headers, body = _payload(record, max_bytes)
    except ArchiveError as error:
        return _issue("malformed", f"{url}: {error}", url)
    if not 200 <= status < 300:
        return _issue("status", f"{url}: the server answered {status}", url)
    if not body:
        return _issue("empty", f"{url}: the page is empty", url)
    media_type = (
        (dict(headers).get("content-type") or record.headers.get("Content-Type") or "").partition(";")[0].strip()
    )
    return Capture(
        url=url, body=body, sha256=hashlib.sha256(body).hexdigest(), retrieved_at=at, status=status,
        media_type=media_type.lower() or None, headers=headers,
    )  # fmt: skip


def _payload(record: WarcRecord, max_bytes: int) -> tuple[int, Pairs, bytes]:
    """Status, headers and decoded body. Raises ArchiveError when the record is cut off or does not decode."""
    if record.record_type == WarcRecordType.resource:
        announced = record.content_length
        body = record.reader.read()
        if len(body) < announced:
            raise ArchiveError(f"the record has {len(body)} of its {announced} bytes")
        return 200, (), body
    status, headers, body = http_parts(record)
    names = dict(headers)
    if names.get("transfer-encoding", "").lower() == "chunked":
        body = _unchunked(body)
    if names.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = _inflated(body, max_bytes)
    return status, headers, body


def _unchunked(body: bytes) -> bytes:
    """A chunked body put together; one that is not chunked after all comes back as it is."""
    parts: list[bytes] = []
    rest = body
    while rest:
        line, _, rest = rest.partition(b"\r\n")
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return body
        if size == 0:
            break
        parts.append(rest[:size])
        rest = rest[size + 2 :]
    return b"".join(parts)


def _inflated(body: bytes, max_bytes: int) -> bytes:
    """A gzip or zlib body decoded; one that the archiver had decoded already comes back as it is."""
    if body[:2] != MAGIC[:2] and body[:1] != b"\x78":
        return body
    inflater = zlib.decompressobj(47)  # gzip or zlib, by its header
    try:
        out = inflater.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise ArchiveError(f"the body does not decode: {error}") from error
    if len(out) > max_bytes:
        raise ArchiveError(f"the body decodes to more than {max_bytes} bytes")
    return out


class _Peeked:
    """A stream whose first bytes can be looked at before it is read."""

    def __init__(self, stream: Readable, place: str) -> None:
        self._stream = stream
        self._place = 0
        self.head = stream.read(8)
        self._pending = self.head
        if not self.head:
            raise UnreadableInput(f"{place}: the file is empty", "Give a .warc or .warc.gz file")

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes."""
        data, self._pending = (self._pending, b"") if self._pending else (self._stream.read(size), b"")
        self._place += len(data)
        return data

    def tell(self) -> int:
        """How many bytes have been read."""
        return self._place


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _issue(code: str, message: str, url: str | None = None) -> Issue:
    return Issue(stage="archive", code=code, message=message, url=url)
