"""Records from WARC, JSON lines and Parquet files, wherever fsspec finds them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import standin

from extractor.domain import Capture, Issue
from extractor.domain.errors import UnreadableInput
from extractor.runs import batch
from extractor.runs.engines.serial import Serial
from extractor.runs.stages import stages
from extractor.runs.streams import stream
from extractor.store import open_database, read

RECORDS = [{"id": f"a{i}", "url": f"https://example.org/{i}", "text": f"{i} and 7"} for i in range(3)]
PAGES = {
    "https://news.example/en": "<html lang=en><body><article><h1>Trade</h1><p>Japan's exports rose 5.9% to "
    "108.9 trillion yen in fiscal 2024, the Ministry of Finance said. Imports were 4.7% higher.</p></article>",
    "https://news.example/ja": "<html lang=ja><body><article><h1>貿易</h1><p>2024年度の輸出は前年度比5.9％増の"
    "108兆9345億円だった。輸入は4.7％増の114兆1562億円となり、貿易収支は5兆2217億円の赤字だった。</p></article>",
    "https://shop.example/": "<html><body><p>Add to cart</p></body></html>",
    "https://blog.example/fr": "<html lang=fr><body><article><p>Bonjour tout le monde, voici un texte sans chiffres et "
    "sans nouvelles, écrit pour personne en particulier et pour tout le monde à la fois.</p></article></body></html>",
}


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    files = fsspec.filesystem("memory")
    yield files
    files.store.clear()


def record(kind: str, body: bytes, url: str = "") -> bytes:
    """One gzip member with one WARC record."""
    headers = [
        "WARC/1.0", f"WARC-Type: {kind}", "WARC-Date: 2025-04-17T00:00:00Z",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>",
        f"Content-Length: {len(body)}", f"Content-Type: application/{'http' if url else 'warc-fields'}",
        *([f"WARC-Target-URI: {url}"] if url else []),
    ]  # fmt: skip
    return gzip.compress("\r\n".join(headers).encode() + b"\r\n\r\n" + body + b"\r\n\r\n")


def warc() -> bytes:
    """A file as Common Crawl's news crawl writes it: one gzip member a record; two records are broken."""
    members = [record("warcinfo", b"software: test\r\n")]
    for url, page in PAGES.items():
        body = page.encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        members.append(record("response", head.encode() + body, url))
    broken = bytearray(record("response", bytes(range(256)) * 4, "https://broken.example/"))
    broken[40] ^= 0xFF
    members.insert(2, bytes(broken))
    return b"".join(members) + record("response", b"y" * 900, "https://cut.example/")[:60]


def parquet() -> bytes:
    buffer = BytesIO()
    pq.write_table(pa.Table.from_pylist(RECORDS), buffer)
    return buffer.getvalue()


LINES = "\n".join(json.dumps(record) for record in RECORDS).encode()


@pytest.mark.parametrize(
    ("name", "body"),
    [("x.jsonl", LINES), ("x.jsonl.gz", gzip.compress(LINES)), ("x.parquet", parquet())],
)
def test_records_of_every_kind(memory: fsspec.AbstractFileSystem, name: str, body: bytes) -> None:
    memory.pipe(f"/bucket/{name}", body)
    found = list(stream([f"memory://bucket/{name}"]))
    assert [json.loads(one.body)["text"] for one in found if isinstance(one, Capture)] == [
        "0 and 7",
        "1 and 7",
        "2 and 7",
    ]
    assert [one.url for one in found] == [record["url"] for record in RECORDS]


def test_broken_lines_are_issues_and_the_rest_goes_on(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe("/bucket/x.jsonl", b'{"text": "1"}\n{"text": \n[]\n{"text": ""}\n{"text": "2"}\n')
    found = list(stream(["memory://bucket/x.jsonl"]))
    assert [isinstance(one, Issue) for one in found] == [False, True, True, True, False]


def test_globs(memory: fsspec.AbstractFileSystem) -> None:
    for number in range(3):
        memory.pipe(f"/bucket/{number}.jsonl", b'{"text": "1"}')
    assert len(list(stream(["memory://bucket/*.jsonl"]))) == 3


@pytest.mark.parametrize(
    "url", ["memory://none/x.jsonl", "memory://none/*.jsonl", "file:///x.docx", "nowhere://x.jsonl"]
)
def test_what_cannot_be_opened_is_refused(url: str) -> None:
    with pytest.raises(UnreadableInput):
        list(stream([url]))


def test_a_news_crawl_runs_through_and_broken_records_are_named(
    memory: fsspec.AbstractFileSystem, tmp_path: Path
) -> None:
    memory.pipe("/cc/CC-NEWS.warc.gz", warc())
    steps = stages()
    for _ in range(2):
        batch.run(tmp_path, steps, Serial(lambda: steps), given=stream(["memory://cc/CC-NEWS.warc.gz"]))
    with closing(open_database(tmp_path)) as db:
        values = {str(claim.value) for claim in read.read_claims(db)}
        codes = [issue.code for issue in read.read_issues(db, 1) if issue.stage == "archive"]
        sources = {claim.url for claim in read.read_claims(db)}
    assert {"108900000000000", "114156200000000"} <= values
    assert sources <= set(PAGES)
    assert len(codes) == 2


def test_given_records_are_archived_and_read(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe("/bucket/x.jsonl", LINES)
    summary = batch.run(
        tmp_path, standin.STAGES, Serial(lambda: standin.STAGES), given=stream(["memory://bucket/x.jsonl"])
    )
    assert (summary.captures, summary.articles) == (3, 3)
