"""Captures and sightings as WARC/1.1 records, and back.

A capture is a group of up to three records, each a gzip member of its own: metadata
(source, redirects, what the user said), request, and last the response, so that a group
is whole when its last record is; that one names the others, so that their loss is seen.
A file that somebody handed in is a `resource` record. Bytes that another URL already
has, and pages that were found unchanged, are `revisit` records without a body.

Bodies are stored decoded, as Common Crawl does: Content-Encoding, Transfer-Encoding
and Content-Length keep their values under names that begin with X-Crawler-.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.domain import Capture, Sighting
from extractor.domain.errors import ArchiveError

Pairs = tuple[tuple[str, str], ...]

VERSION = "WARC/1.1"
SAME_BYTES = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
PROFILES = {"same_bytes": SAME_BYTES, "not_modified": NOT_MODIFIED}
TRANSFER = ("content-encoding", "transfer-encoding", "content-length")
PREFIX = "x-crawler-"
REASONS = {200: "OK", 203: "Non-Authoritative Information", 206: "Partial Content", 304: "Not Modified"}


@dataclass
class Stored:
    """What one group of records says. `body` is None for a revisit."""

    kind: Literal["response", "resource", "revisit", "info"] = "info"
    url: str = ""
    sha256: str = ""
    at: str = ""
    status: int = 200
    headers: Pairs = ()
    body: bytes | None = None
    profile: str | None = None
    request_headers: Pairs = ()
    facts: dict[str, str] = field(default_factory=dict)
    hints: Pairs = ()
    via: tuple[str, ...] = ()
    lost: int = 0
    """How many of the records that the group's last one names are not there."""

    def capture(self, body: bytes) -> Capture:
        """The capture, with the body that the record holds or refers to.

        Raises:
            ArchiveError: the bytes do not have the digest that the record states.
        """
        if hashlib.sha256(body).hexdigest() != self.sha256:
            raise ArchiveError(
                f"{self.url}: the archived bytes do not match their digest {self.sha256}",
                "The file was damaged on disk: restore captures/ from a backup, or crawl the page again",
            )
        return Capture(
            url=self.url, body=body, sha256=self.sha256, retrieved_at=self.at, status=self.status,
            source=self.facts.get("source"), media_type=self.facts.get("media-type"),
            headers=self.headers, hints=self.hints, request_headers=self.request_headers, via=self.via,
        )  # fmt: skip

    def sighting(self) -> Sighting:
        """The sighting that a revisit record keeps."""
        why: Literal["not_modified", "same_bytes"] = "not_modified" if self.profile == NOT_MODIFIED else "same_bytes"
        return Sighting(url=self.url, sha256=self.sha256, seen_at=self.at, why=why, headers=self.headers)


def info_record(name: str, software: str) -> bytes:
    """The warcinfo record that opens a file."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=VERSION)
    fields = {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
    writer.write_record(writer.create_warcinfo_record(name, fields))
    return out.getvalue()


def capture_records(capture: Capture, *, first: tuple[str, str] | None = None) -> bytes:
    """The group of records of a capture, compressed.

    Args:
        first: URL and date of an earlier capture of the same bytes; then a revisit is written, without body.
    """
    group = _Group(capture.url, _utc(capture.retrieved_at))
    group.metadata(capture)
    if capture.request_headers:
        group.request(capture.request_headers)
    if first is not None:
        group.revisit(SAME_BYTES, capture.sha256, first, _head(capture.status, capture.headers))
    elif capture.headers:
        group.whole("response", capture, _head(capture.status, capture.headers))
    else:
        group.whole("resource", capture, None)
    return group.out.getvalue()


def sighting_record(sighting: Sighting, first: tuple[str, str]) -> bytes:
    """The revisit record of a sighting, compressed; `first` is URL and date of the capture that it confirms."""
    group = _Group(sighting.url, _utc(sighting.seen_at))
    status = 304 if sighting.why == "not_modified" else 200
    group.revisit(PROFILES[sighting.why], sighting.sha256, first, _head(status, sighting.headers))
    return group.out.getvalue()


def read_stored(records: Iterable[bytes]) -> Stored:
    """What a group says; its records' bytes in order, uncompressed.

    Raises:
        ArchiveError: a record is malformed or shorter than it says.
    """
    stored = Stored()
    for data in records:
        for record in parse_records(data):
            try:
                _take(stored, record)
            except (LookupError, ValueError) as error:
                raise ArchiveError(f"a WARC record lacks what this program writes: {error}") from error
    return stored


def parse_records(data: bytes) -> list[WarcRecord]:
    """The WARC records in uncompressed bytes, usually one. Raises ArchiveError when there is none."""
    try:
        found = []
        for record in ArchiveIterator(BytesIO(data), parse_http=False, fsspec_args=False):
            record.freeze()
            found.append(record)
    except (OSError, ValueError) as error:
        raise ArchiveError(f"a WARC record is malformed: {error}") from error
    if not found:
        raise ArchiveError("no WARC record where one was expected")
    return found


def ends_group(record: WarcRecord) -> bool:
    """Whether the record is the last of its group."""
    return record.record_type not in (WarcRecordType.metadata, WarcRecordType.request)


def http_parts(record: WarcRecord) -> tuple[int, Pairs, bytes]:
    """Status, headers (lower case, transfer names restored) and body of an HTTP record.

    Raises:
        ArchiveError: the record holds less than its Content-Length says.
    """
    announced = record.content_length
    block = record.reader.read()
    if len(block) < announced:
        raise ArchiveError(f"a WARC record has {len(block)} of its {announced} bytes")
    head, gap, body = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(" ", 2)
    if not gap or len(words) < 2:
        raise ArchiveError("a WARC record holds no HTTP message")
    status = int(words[1]) if re.fullmatch("[0-9]{3}", words[1]) else 0
    return status, tuple(_pair(line) for line in lines[1:] if ":" in line), body


def digest_label(sha256: str) -> str:
    """The digest as WARC writes it: `sha256:` and base32."""
    return "sha256:" + base64.b32encode(bytes.fromhex(sha256)).decode()


class _Head(StatusAndHeaders):  # type: ignore[misc]  # warcio ships no types
    """An HTTP head that is written byte for byte: warcio would percent-encode what is not ASCII."""

    def to_ascii_bytes(self, header_filter: object = None) -> bytes:
        lines = [f"{self.protocol} {self.statusline}", *(f"{name}: {value}" for name, value in self.headers)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


class _Group:
    """Writes the records of one capture or sighting."""

    def __init__(self, url: str, at: str) -> None:
        self.url = url
        self.at = at
        self.out = BytesIO()
        self._writer = WARCWriter(self.out, gzip=True, warc_version=VERSION)
        self._companions: list[str] = []

    def metadata(self, capture: Capture) -> None:
        facts = {"source": capture.source, "media-type": capture.media_type}
        lines = [f"{name}: {json.dumps(value)}" for name, value in facts.items() if value is not None]
        lines += [f"via: {json.dumps(url)}" for url in capture.via]
        lines += [f"hint: {json.dumps(hint)}" for hint in capture.hints]
        if lines:
            self._write("metadata", ("\r\n".join(lines) + "\r\n").encode("ascii"), None, {})

    def request(self, headers: Pairs) -> None:
        path = "/" + self.url.partition("://")[2].partition("/")[2]
        self._write("request", b"", _Head(f"{path} HTTP/1.1", list(headers), protocol="GET"), {})

    def whole(self, kind: str, capture: Capture, head: _Head | None) -> None:
        extra = {"WARC-Payload-Digest": digest_label(capture.sha256)}
        media_type = "" if head else (capture.media_type or "application/octet-stream")
        self._write(kind, capture.body, head, extra, media_type)

    def revisit(self, profile: str, sha256: str, first: tuple[str, str], head: _Head) -> None:
        extra = {
            "WARC-Profile": profile,
            "WARC-Refers-To-Target-URI": first[0],
            "WARC-Refers-To-Date": _utc(first[1]),
            "WARC-Payload-Digest": digest_label(sha256),
        }
        self._write("revisit", b"", head, extra)

    def _write(self, kind: str, body: bytes, head: _Head | None, extra: dict[str, str], media_type: str = "") -> None:
        block = hashlib.sha256(head.to_ascii_bytes() if head else b"")
        block.update(body)
        fields = {"WARC-Date": self.at, **extra, "WARC-Block-Digest": digest_label(block.hexdigest())}
        record = self._writer.create_warc_record(
            self.url, kind, payload=BytesIO(body), length=len(body), http_headers=head,
            warc_headers_dict=fields, warc_content_type=media_type,
        )  # fmt: skip
        if kind in ("metadata", "request"):
            self._companions.append(record.rec_headers.get_header("WARC-Record-ID"))
        else:
            for other in self._companions:
                record.rec_headers.add_header("WARC-Concurrent-To", other)
        self._writer.write_record(record)


def _take(stored: Stored, record: WarcRecord) -> None:
    """Add what one record of a group says."""
    kind = record.record_type
    stored.lost -= not ends_group(record)
    if kind == WarcRecordType.metadata:
        _take_metadata(stored, record.reader.read().decode("ascii"))
    elif kind == WarcRecordType.request:
        stored.request_headers = http_parts(record)[1]
    elif kind in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.revisit):
        _take_last(stored, record)


def _take_metadata(stored: Stored, text: str) -> None:
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        said = json.loads(value)
        if name == "via":
            stored.via += (said,)
        elif name == "hint":
            stored.hints += ((said[0], said[1]),)
        else:
            stored.facts[name] = said


def _take_last(stored: Stored, record: WarcRecord) -> None:
    fields = {name.lower(): value for name, value in record.headers.items()}
    stored.lost += sum(name.lower() == "warc-concurrent-to" for name, _ in record.headers.items())
    stored.url = fields["warc-target-uri"]
    stored.at = fields["warc-date"]
    stored.sha256 = base64.b32decode(fields["warc-payload-digest"].partition(":")[2]).hex()
    stored.profile = fields.get("warc-profile")
    if record.record_type == WarcRecordType.resource:
        announced = record.content_length
        stored.kind, stored.body = "resource", record.reader.read()
        if len(stored.body) < announced:
            raise ArchiveError(f"{stored.url}: the archived record is cut off")
        return
    stored.kind = "revisit" if record.record_type == WarcRecordType.revisit else "response"
    stored.status, stored.headers, body = http_parts(record)
    stored.body = None if stored.kind == "revisit" else body


def _head(status: int, headers: Pairs) -> _Head:
    moved = {name for name, _ in headers} & {"content-encoding", "transfer-encoding"}
    pairs = [(PREFIX + name if moved and name in TRANSFER else name, value) for name, value in headers]
    return _Head(f"{status} {REASONS.get(status, 'Status')}", pairs, protocol="HTTP/1.1")


def _pair(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    name = name.strip().lower()
    return (name.removeprefix(PREFIX) if name.removeprefix(PREFIX) in TRANSFER else name, value.strip())


def _utc(at: str) -> str:
    """An ISO time in UTC as WARC writes it, with Z."""
    return at.replace("+00:00", "Z")
