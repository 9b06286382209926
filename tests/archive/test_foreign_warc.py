"""WARC files that others made: whole records come out, broken ones are named and passed over."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import fsspec
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.archive import Archive, read_warc
from extractor.domain import Capture, Issue
from extractor.domain.errors import UnreadableInput

PAGE = "<html><p>对华出口增长 3%</p></html>".encode()


def record(number: int, body: bytes = PAGE, *, status: str = "200 OK", kind: str = "response", zipped: bool = True,
           **headers: str) -> bytes:  # fmt: skip
    out = BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    pairs = [("Content-Type", "text/html; charset=utf-8"), *((k.replace("_", "-"), v) for k, v in headers.items())]
    head = StatusAndHeaders(status, pairs, protocol="HTTP/1.1") if kind != "warcinfo" else None
    if kind == "warcinfo":
        writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "other"}))
    else:
        fields = {"WARC-Date": f"2024-01-01T00:00:{number:02d}Z"}
        writer.write_record(
            writer.create_warc_record(
                f"https://paper.example/{number}", kind, payload=BytesIO(body), length=len(body), http_headers=head,
                warc_headers_dict=fields,
            )
        )  # fmt: skip
    return out.getvalue()


def read(path: Path | str, data: bytes, **options: int) -> tuple[list[Capture], list[Issue]]:
    if isinstance(path, Path):
        path.write_bytes(data)
    found = list(read_warc(path, **options))
    return [f for f in found if isinstance(f, Capture)], [f for f in found if isinstance(f, Issue)]


@pytest.mark.parametrize("zipped", [True, False])
def test_pages_come_out_and_other_records_are_passed_over(tmp_path, zipped):
    parts = [record(0, kind="warcinfo", zipped=zipped), *(record(n, zipped=zipped) for n in range(1, 4))]
    captures, issues = read(tmp_path / "a.warc.gz", b"".join(parts))
    assert [c.url for c in captures] == [f"https://paper.example/{n}" for n in range(1, 4)]
    assert {(c.body, c.media_type, c.retrieved_at[:10]) for c in captures} == {(PAGE, "text/html", "2024-01-01")}
    assert issues == []


BROKEN = {
    "garbage": (b"\x1f\x8b\x08" + b"rubbish" * 50, "corrupt"),
    "text": (b"this is no record at all" * 20, "corrupt"),
    "flipped": (None, "corrupt"),
    "not a record": (gzip.compress(b"hello, this is gzip but no WARC"), "corrupt"),
    "not found": (record(9, status="404 Not Found"), "status"),
    "empty page": (record(9, b""), "empty"),
    "too large": (record(9, b"x" * 5000), "too_large"),
    "bomb": (record(9, gzip.compress(b"0" * 1_000_000), Content_Encoding="gzip"), "malformed"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_record_in_the_middle_is_named_and_the_rest_is_read(tmp_path, fault):
    broken, code = BROKEN[fault]
    if broken is None:
        whole = bytearray(record(9))
        whole[len(whole) // 2] ^= 0xFF
        broken = bytes(whole)
    captures, issues = read(tmp_path / "a.warc.gz", record(1) + broken + record(2), max_bytes=3000)
    assert [c.url for c in captures] == ["https://paper.example/1", "https://paper.example/2"]
    assert [i.code for i in issues] == [code]


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_a_truncated_last_record_is_named(tmp_path, cut):
    captures, issues = read(tmp_path / "a.warc.gz", record(1) + record(2)[:-cut])
    assert [c.url for c in captures] == ["https://paper.example/1"]
    assert [i.code for i in issues] == ["cut_off"]


def test_a_truncated_last_record_is_named_without_compression_too(tmp_path):
    captures, issues = read(tmp_path / "a.warc", record(1, zipped=False) + record(2, zipped=False)[:-20])
    assert [c.url for c in captures] == ["https://paper.example/1"]
    assert [i.code for i in issues] == ["malformed"]


def test_bodies_that_were_stored_as_sent_are_decoded(tmp_path):
    chunked = b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b"\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n"
    parts = [
        record(1, gzip.compress(PAGE), Content_Encoding="gzip"),
        record(2, chunked, Transfer_Encoding="chunked"),
        record(3, PAGE, Content_Encoding="gzip"),
        record(4, PAGE, X_Crawler_Content_Encoding="gzip"),
    ]
    captures, issues = read(tmp_path / "a.warc.gz", b"".join(parts))
    assert [c.body for c in captures] == [PAGE] * 4
    assert issues == []


def test_any_address_that_fsspec_opens_can_be_read():
    with fsspec.open("memory://bucket/a.warc.gz", "wb") as file:
        file.write(record(1))
    captures, _ = read("memory://bucket/a.warc.gz", b"")
    assert [c.url for c in captures] == ["https://paper.example/1"]


def test_reading_the_same_file_twice_adds_nothing(tmp_path):
    captures, _ = read(tmp_path / "a.warc.gz", record(1) + record(2))
    with Archive(tmp_path / "home") as archive:
        assert [archive.add(c) for c in captures * 2] == [True, True, False, False]
        assert archive.sightings(captures[0].url) == []


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 not a warc"])
def test_what_is_no_warc_file_is_one_clear_error(tmp_path, content):
    path = tmp_path / "a.warc.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableInput):
        list(read_warc(path))
