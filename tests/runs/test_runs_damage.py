"""What is broken stops nobody: damaged captures, a damaged archive, broken records of others' files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import fsspec
import pytest
import standin
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.archive import Archive
from extractor.domain import Issue
from extractor.runs import batch, inputs, pipeline
from extractor.runs.engines.serial import Serial
from extractor.store import open_database, read

TEXTS = ("first 1", "second 2", "third 3")


def issues(home: Path) -> list[Issue]:
    db = open_database(home, read_only=True)
    found = read.read_issues(db)
    db.close()
    return found


def texts(home: Path) -> set[str]:
    db = open_database(home, read_only=True)
    found = {article.text for article in read.read_articles(db)}
    db.close()
    return found


def archived(home: Path, folder: Path) -> None:
    """Three texts in the archive that nobody has read yet."""
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    with Archive(home) as archive:
        for capture in inputs.captures(sorted(map(str, folder.glob("*.txt"))), {}):
            archive.add(capture)


def flip(home: Path, place: int) -> str:
    """Change a byte in the middle of one archived record; its URL."""
    with Archive(home) as archive:
        entry = list(archive.entries())[place]
    path = home / "captures" / entry.file
    data = bytearray(path.read_bytes())
    data[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(data)
    return entry.url


Read = Callable[[Path], object]
WAYS: dict[str, Read] = {
    "settle": lambda home: pipeline.ingest(home, (), standin.STAGES),
    "run": lambda home: batch.run(home, standin.STAGES, Serial(lambda: standin.STAGES)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_capture_is_an_issue_and_the_others_are_read(tmp_path: Path, way: str) -> None:
    home = tmp_path / "home"
    archived(home, tmp_path / "in")
    url = flip(home, 1)
    WAYS[way](home)
    assert texts(home) == {"first 1", "third 3"}
    assert [(issue.stage, issue.url) for issue in issues(home)] == [("archive", url)]


def test_a_capture_that_was_damaged_after_it_was_read_does_not_stop_a_run(tmp_path: Path) -> None:
    home = tmp_path / "home"
    archived(home, tmp_path / "in")
    pipeline.ingest(home, (), standin.STAGES)
    url = flip(home, 0)
    newer = replace(standin.STAGES, parse_digest="p2")
    batch.run(home, newer, Serial(lambda: newer))
    assert [(issue.stage, issue.url) for issue in issues(home)] == [("archive", url)]


def test_a_lost_index_is_told_once(tmp_path: Path) -> None:
    home = tmp_path / "home"
    archived(home, tmp_path / "in")
    (home / "captures" / "index.db").write_bytes(b"no database at all" * 100)
    for _ in range(2):
        pipeline.ingest(home, (), standin.STAGES)
    assert texts(home) == set(TEXTS)
    assert [(issue.stage, issue.code) for issue in issues(home)] == [("archive", "index_remade")]


def record(number: int, body: bytes, kind: str = "text/plain", status: str = "200 OK") -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            f"https://paper.example/{number}", "response", payload=BytesIO(body), length=len(body), http_headers=head,
            warc_headers_dict={"WARC-Date": f"2024-01-01T00:00:{number:02d}Z"},
        )
    )  # fmt: skip
    return out.getvalue()


NEWS_CRAWL = b"".join([
    record(1, b"first 1"), b"\x1f\x8b\x08" + b"rubbish" * 50, record(2, b"gone", status="404 Not Found"),
    record(3, b"a poison picture", "image/png"), record(4, b"second 2"), record(5, b"third 3")[:-30],
])  # fmt: skip


@pytest.mark.parametrize("place", ["file", "memory"])
def test_a_news_crawl_is_streamed_from_anywhere_and_its_broken_records_are_named(tmp_path: Path, place: str) -> None:
    address = str(tmp_path / "CC-NEWS-1.warc.gz") if place == "file" else "memory://crawl/CC-NEWS-1.warc.gz"
    with fsspec.open(address, "wb") as file:
        file.write(NEWS_CRAWL)
    inputs.check_paths([address], standin.parse)
    home = tmp_path / "home"
    for _ in range(2):
        pipeline.ingest(home, inputs.records([address], {"source": "test"}), standin.STAGES)
    assert texts(home) == {"first 1", "second 2"}
    once = {(issue.stage, issue.code, issue.url) for issue in issues(home)}
    assert once == {
        ("archive", "corrupt", None),
        ("archive", "status", "https://paper.example/2"),
        ("parse", "crash", "https://paper.example/3"),
        ("archive", "cut_off", None),
    }
