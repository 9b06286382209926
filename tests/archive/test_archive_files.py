"""What goes into the archive comes out of it, whatever happened in between."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.checker import Checker

from extractor.archive import Archive
from extractor.domain import Capture, Sighting
from extractor.domain.errors import ArchiveError


def noise(seed: int, size: int) -> bytes:
    """Bytes that do not compress, the same ones for a seed."""
    return hashlib.shake_256(str(seed).encode()).digest(size)


def warc_files(home: Path) -> list[Path]:
    return sorted((home / "captures").glob("*.warc.gz"))


def test_a_capture_comes_back_as_it_was(tmp_path, capture):
    kept = capture(
        body="円安で対中輸出が減少".encode("cp932"),
        via=("http://news.example/1", "https://news.example/short?a=1"),
        hints=(("published", "2024-01-31"), ("title", "対中貿易\n2行目")),
        headers=(
            ("content-type", "text/html; charset=shift_jis"),
            ("content-encoding", "gzip"),
            ("content-length", "20"),
            ("set-cookie", "a=1"),
            ("set-cookie", "b=2"),
            ("x-note", "caf\xe9"),
            ("x-empty", ""),
        ),
    )
    with Archive(tmp_path) as archive:
        assert archive.add(kept)
    with Archive(tmp_path) as archive:
        assert archive.get(kept.sha256) == kept
        assert list(archive) == [kept]


def test_a_file_that_was_handed_in_has_neither_request_nor_headers(tmp_path, capture):
    kept = capture(url="file:///home/a/記事.txt", headers=(), request_headers=(), media_type="text/plain", source=None)
    with Archive(tmp_path) as archive:
        archive.add(kept)
        assert archive.get(kept.sha256) == kept


headers = st.lists(
    st.tuples(
        st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
        st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f\x85"), max_size=30),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=3000), pairs=headers, hint=st.text(max_size=30), status=st.integers(200, 299))
def test_any_bytes_and_headers_come_back(tmp_path_factory, capture, body, pairs, hint, status):
    tidy = tuple((name, value.strip()) for name, value in pairs if not name.startswith("x-crawler-"))
    kept = capture(body=body, headers=tidy, hints=(("title", hint),), status=status if tidy else 200)
    with Archive(tmp_path_factory.mktemp("home")) as archive:
        archive.add(kept)
        assert archive.get(kept.sha256) == kept


def test_the_same_page_twice_is_kept_once_and_seen_twice(tmp_path, capture):
    later = capture(1, retrieved_at="2026-02-02T00:00:00Z")
    with Archive(tmp_path) as archive:
        assert archive.add(capture(1))
        assert not archive.add(later)
        assert not archive.add(capture(1))
        assert len(archive) == 1
        assert archive.sightings(later.url) == [(later.sha256, "2026-02-02T00:00:00Z", "same_bytes")]


def test_the_same_bytes_at_another_address_are_another_capture_but_stored_once(tmp_path, capture):
    body = noise(1, 50_000)
    with Archive(tmp_path) as archive:
        archive.add(capture(1, body))
        size = warc_files(tmp_path)[0].stat().st_size
        assert archive.add(capture(2, body))
        assert warc_files(tmp_path)[0].stat().st_size - size < 2_000
        assert archive.urls(capture(1, body).sha256) == ["https://news.example/1.html", "https://news.example/2.html"]
        assert archive.get(capture(1, body).sha256, "https://news.example/2.html") == capture(2, body)


def test_a_page_not_modified_adds_a_date_and_no_capture(tmp_path, capture):
    seen = Sighting(
        url=capture(1).url, sha256=capture(1).sha256, seen_at="2026-03-01T00:00:00Z", why="not_modified",
        headers=(("etag", '"new"'),),
    )  # fmt: skip
    with Archive(tmp_path) as archive:
        archive.add(capture(1))
        archive.sight(seen)
        assert len(archive) == 1
        assert archive.sightings(seen.url) == [(seen.sha256, seen.seen_at, "not_modified")]
        with pytest.raises(ArchiveError, match="no capture"):
            archive.sight(seen.model_copy(update={"sha256": "0" * 64}))


def test_bytes_that_do_not_match_their_digest_are_not_taken(tmp_path, capture):
    with Archive(tmp_path) as archive:
        with pytest.raises(ArchiveError, match="not the digest"):
            archive.add(capture(1).model_copy(update={"sha256": "0" * 64}))
        assert len(archive) == 0


def test_a_flipped_bit_is_found_on_reading(tmp_path, capture):
    body = noise(2, 20_000)
    with Archive(tmp_path) as archive:
        archive.add(capture(1, body))
        archive.add(capture(2))
        path = warc_files(tmp_path)[0]
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        with pytest.raises(ArchiveError, match="damaged"):
            archive.get(capture(1, body).sha256)
        assert [issue.url for issue in archive.check()] == [capture(1).url]
        assert archive.get(capture(2).sha256) == capture(2)


def test_files_rotate_by_size_and_every_capture_is_found(tmp_path, capture):
    kept = [capture(n, noise(n, 3_000)) for n in range(12)]
    with Archive(tmp_path, rotate_bytes=10_000) as archive:
        for one in kept:
            archive.add(one)
        assert list(archive) == kept
    assert len(warc_files(tmp_path)) == 4
    assert all(path.stat().st_size < 15_000 for path in warc_files(tmp_path))


def test_other_tools_read_the_files_and_agree_with_the_digests(tmp_path, capture, capsys):
    with Archive(tmp_path) as archive:
        archive.add(capture(1))
        archive.add(capture(2, capture(1).body))
        archive.add(capture(3, url="file:///a.txt", headers=(), request_headers=()))
        archive.add(capture(1, retrieved_at="2026-02-02T00:00:00Z"))
    checker = Checker(type("cmd", (), {"inputs": [str(warc_files(tmp_path)[0])], "verbose": True})())
    assert checker.process_all() in (None, 0)
    assert "digest pass" in capsys.readouterr().out


@pytest.mark.parametrize("lost", ["nothing", "index.db"])
def test_the_index_is_made_again_from_the_files(tmp_path, capture, lost):
    with Archive(tmp_path) as archive:
        archive.add(capture(1))
        archive.add(capture(2, capture(1).body))
        archive.add(capture(1, retrieved_at="2026-02-02T00:00:00Z"))
        before = [entry.model_dump() for entry in archive.entries()]
        seen = archive.sightings(capture(1).url)
    if lost != "nothing":
        for path in (tmp_path / "captures").glob("index.db*"):
            path.unlink()
    with Archive(tmp_path) as archive:
        assert [entry.model_dump() for entry in archive.entries()] == before
        assert archive.sightings(capture(1).url) == seen


@pytest.mark.parametrize("damage", [b"no database at all" * 300, None])
def test_a_damaged_index_is_put_aside_and_made_again(tmp_path, capture, damage):
    with Archive(tmp_path) as archive:
        archive.add(capture(1))
    index = tmp_path / "captures" / "index.db"
    if damage is None:  # made by a later version
        with closing(sqlite3.connect(index)) as db:
            db.execute("PRAGMA user_version = 99")
    else:
        index.write_bytes(damage)
    with Archive(tmp_path) as archive:
        assert list(archive) == [capture(1)]
        assert [issue.code for issue in archive.problems] == ["index_remade"]
    assert index.with_name("index.db.damaged").exists()


def test_an_archive_that_another_program_holds_says_so(tmp_path, capture, monkeypatch):
    monkeypatch.setattr("extractor.archive.index.WAIT_SECONDS", 0)
    with Archive(tmp_path) as archive, closing(sqlite3.connect(tmp_path / "captures" / "index.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="other program"):
            archive.add(capture(1))


def test_a_record_cut_at_any_byte_is_cut_away_and_the_rest_stays(tmp_path, capture):
    kept = [capture(n) for n in range(3)]
    sizes = []
    with Archive(tmp_path) as archive:
        for one in kept:
            archive.add(one)
            sizes.append(warc_files(tmp_path)[0].stat().st_size)
    whole = warc_files(tmp_path)[0].read_bytes()
    index = {path.name: path.read_bytes() for path in (tmp_path / "captures").glob("index.db*")}
    for cut in range(sizes[1] + 1, sizes[2], (sizes[2] - sizes[1]) // 40):
        home = tmp_path / str(cut)
        (home / "captures").mkdir(parents=True)
        (home / "captures" / warc_files(tmp_path)[0].name).write_bytes(whole[:cut])
        for name, data in index.items() if cut % 2 else ():
            (home / "captures" / name).write_bytes(data)
        with Archive(home) as archive:
            assert list(archive) == kept[:2]
            assert {issue.code for issue in archive.problems} <= {"cut_off", "lost"}
            assert archive.problems
            assert archive.add(kept[2])
        with Archive(home) as archive:
            assert list(archive) == kept
            assert archive.problems == ()


def test_a_damaged_stretch_is_passed_over_when_the_index_is_made_again(tmp_path, capture):
    kept = [capture(n, noise(n, 5_000)) for n in range(3)]
    with Archive(tmp_path) as archive:
        for one in kept:
            archive.add(one)
        middle = next(entry for entry in archive.entries() if entry.sha256 == kept[1].sha256)
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    data[middle.offset + middle.length - 2000] ^= 0xFF
    path.write_bytes(data)
    for old in (tmp_path / "captures").glob("index.db*"):
        old.unlink()
    with Archive(tmp_path) as archive:
        assert list(archive) == [kept[0], kept[2]]
        assert [issue.code for issue in archive.problems] == ["corrupt"]


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> bytes:
    """A WARC file of four captures, one of them a revisit."""
    home = tmp_path_factory.mktemp("written")
    with Archive(home) as archive:
        for one in four():
            archive.add(one)
    return warc_files(home)[0].read_bytes()


def four() -> list[Capture]:
    bodies = [b"<p>page 1</p>", b"<p>page 1</p>", noise(3, 300), b"<p>page 4</p>"]
    return [
        Capture(
            url=f"https://news.example/{n}", body=body, sha256=hashlib.sha256(body).hexdigest(), source="example",
            retrieved_at="2026-01-01T00:00:00Z", headers=(("content-type", "text/html"),),
        )
        for n, body in enumerate(bodies)
    ]  # fmt: skip


STRANGERS = [gzip.compress(b"no record"), gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n\r\n\r\n")]
damages = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.one_of(st.binary(max_size=20), st.just(b"\x1f\x8b\x08"), st.just(bytes(600)), st.sampled_from(STRANGERS)),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages)
def test_whatever_happens_to_a_file_what_can_be_read_is_what_was_written(tmp_path_factory, capture, written, damage):
    damaged = bytearray(written)
    for share, piece, lost in damage:
        place = len(damaged) * share // 10_000
        damaged[place : place + lost] = piece
    home = tmp_path_factory.mktemp("home")
    (home / "captures").mkdir()
    (home / "captures" / "captures-00001.warc.gz").write_bytes(damaged)
    with Archive(home) as archive:
        for entry in archive.entries():
            with suppress(ArchiveError):
                found = archive.read(entry)
                whole = next(one for one in four() if one.url == found.url)
                if "incomplete" in {issue.code for issue in archive.problems if issue.url == found.url}:
                    whole = whole.model_copy(update={"source": None})
                assert found == whole
        archive.add(capture(5))
        assert archive.get(capture(5).sha256) == capture(5)
    with Archive(home) as archive:
        assert archive.get(capture(5).sha256) == capture(5)


def test_two_programs_may_write_one_after_the_other(tmp_path, capture):
    with Archive(tmp_path) as one, Archive(tmp_path) as other:
        for n in range(0, 10, 2):
            one.add(capture(n))
            other.add(capture(n + 1))
        assert list(one) == list(other) == [capture(n) for n in range(10)]


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path):
    (tmp_path / "home").write_text("a file")
    with pytest.raises(ArchiveError, match="Choose another"):
        Archive(tmp_path / "home")


def test_a_full_disk_leaves_nothing_half_written(tmp_path, capture, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with Archive(tmp_path) as archive:
        archive.add(capture(1))
        size = warc_files(tmp_path)[0].stat().st_size
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(ArchiveError, match="No space left"):
            archive.add(capture(2))
        monkeypatch.undo()
        assert warc_files(tmp_path)[0].stat().st_size == size
        assert archive.add(capture(2))
        assert list(archive) == [capture(1), capture(2)]


def test_an_unknown_digest_says_what_to_do(tmp_path):
    with Archive(tmp_path) as archive, pytest.raises(ArchiveError, match="Crawl or ingest"):
        archive.get("0" * 64)


def test_entries_can_be_gone_through_from_a_place_and_by_source(tmp_path, capture):
    with Archive(tmp_path) as archive:
        for n in range(6):
            archive.add(capture(n, source="a" if n % 2 else "b"))
        every = list(archive.entries())
        assert [entry.url for entry in archive.entries(after=every[2].id)] == [entry.url for entry in every[3:]]
        assert {entry.source for entry in archive.entries(source="a")} == {"a"}
        assert archive.latest(capture(3).url) == every[3]
        assert capture(3).sha256 in archive


def test_an_empty_body_is_a_capture_too(tmp_path, capture):
    empty: Capture = capture(1, b"")
    with Archive(tmp_path) as archive:
        archive.add(empty)
        assert archive.get(empty.sha256) == empty
