"""The archive: captures go in once, come out whole, and are never changed.

The WARC files are the truth and the index follows them. A record is written and
synced before the index knows it; what a killed program left behind is found when the
archive is opened again: whole records are indexed, a record that is cut off is cut away.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from types import TracebackType

from extractor.archive.index import Entry, Index
from extractor.archive.members import Damage, Member, members
from extractor.archive.records import (
    Stored,
    capture_records,
    ends_group,
    info_record,
    parse_records,
    read_stored,
    sighting_record,
)
from extractor.domain import Capture, Issue, Sighting
from extractor.domain.errors import ArchiveError

ROTATE_BYTES = 1_000_000_000
PATTERN = "captures-*.warc.gz"
PAGE = 500
FULL_DISK = "Free some space or choose another --home; what was archived before is safe"


class Archive:
    """Captures under `<home>/captures/`: WARC/1.1 files and `index.db`.

    Several programs may use one archive; they write one after the other.

    Args:
        home: the folder that holds `captures/`; made when it is missing.
        rotate_bytes: a file that has reached this size is closed and the next begun.

    Attributes:
        problems: what was found wrong with the files, when they were opened or by another program's death since.

    Raises:
        ArchiveError: the folder cannot be used.
    """

    def __init__(self, home: Path, *, rotate_bytes: int = ROTATE_BYTES) -> None:
        self.folder = Path(home) / "captures"
        self._rotate_bytes = rotate_bytes
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"{self.folder}: {error.strerror}", "Choose another --home") from error
        self._index = Index(self.folder / "index.db")
        self.problems: tuple[Issue, ...] = ()
        if self._index.damage:
            self.problems += (_issue("index_remade", f"index.db was damaged and is made again: {self._index.damage}"),)
        if self._behind():
            with self._index.change():
                self.problems += tuple(self._catch_up())

    def add(self, capture: Capture) -> bool:
        """Keep a capture. False when its URL is known with these bytes: then a sighting is kept.

        Bytes that another URL has brought already are kept once and referred to.

        Raises:
            ArchiveError: the bytes do not match `capture.sha256`, or cannot be written.
        """
        if hashlib.sha256(capture.body).hexdigest() != capture.sha256:
            raise ArchiveError(f"{capture.url}: sha256 is not the digest of the body", "Make the capture again")
        with self._index.change():
            known = self._index.find(capture.sha256, capture.url)
            if known is not None:
                self._see_again(capture, known)
                return False
            first = self._index.find(capture.sha256)
            data = capture_records(capture, first=(first.url, first.retrieved_at) if first else None)
            name, offset = self._append(data)
            self._index.put(_entry(capture, name, offset, len(data), has_body=first is None))
        return True

    def sight(self, sighting: Sighting) -> None:
        """Keep that a page was asked for again and had not changed.

        Raises:
            ArchiveError: no capture has the digest that the sighting names.
        """
        with self._index.change():
            first = self._index.find(sighting.sha256, sighting.url) or self._index.find(sighting.sha256)
            if first is None:
                raise ArchiveError(f"{sighting.url}: no capture {sighting.sha256} to be seen again", "Crawl it anew")
            self._append(sighting_record(sighting, (first.url, first.retrieved_at)))
            self._index.put_sighting(sighting)

    def get(self, sha256: str, url: str | None = None) -> Capture:
        """The capture of these bytes: of `url` when one is given, else the first.

        Raises:
            ArchiveError: there is none, or its bytes no longer match the digest.
        """
        entry = self._index.find(sha256, url)
        if entry is None:
            raise ArchiveError(f"no capture {sha256} in {self.folder}", "Crawl or ingest the page again")
        return self.read(entry)

    def read(self, entry: Entry) -> Capture:
        """The capture that a row of the index stands for. Raises ArchiveError as `get` does."""
        stored = self._stored(entry)
        if stored.body is not None:
            return stored.capture(stored.body)
        whole = self._index.find(entry.sha256)
        body = self._stored(whole).body if whole is not None and whole.has_body else None
        if body is None:
            raise ArchiveError(f"{entry.url}: the capture that holds its bytes is lost", "Crawl the page again")
        return stored.capture(body)

    def entries(self, *, source: str | None = None, after: int = 0) -> Iterator[Entry]:
        """The captures without their bytes, in order of arrival; `after` is the `id` to go on behind."""
        while page := self._index.after(after, source, PAGE):
            yield from page
            after = page[-1].id

    def latest(self, url: str) -> Entry | None:
        """The last capture of a URL."""
        return self._index.latest(url)

    def urls(self, sha256: str) -> list[str]:
        """Every URL that served these bytes, the first one first."""
        return self._index.urls(sha256)

    def sightings(self, url: str) -> list[tuple[str, str, str]]:
        """When a URL was found unchanged: digest, time, and not_modified or same_bytes."""
        return self._index.sightings(url)

    def check(self) -> Iterator[Issue]:
        """Read every capture and verify its digest; an Issue for each that fails."""
        for entry in self.entries():
            try:
                self.read(entry)
            except ArchiveError as error:
                yield Issue(stage="archive", code=error.code, message=str(error), url=entry.url)

    def close(self) -> None:
        """Close the index; the WARC files are closed after every record."""
        self._index.close()

    def __iter__(self) -> Iterator[Capture]:
        return (self.read(entry) for entry in self.entries())

    def __len__(self) -> int:
        return self._index.count()

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and self._index.find(sha256) is not None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _see_again(self, capture: Capture, known: Entry) -> None:
        """The same page with the same bytes: a sighting, unless it is the very same capture."""
        if known.retrieved_at == capture.retrieved_at:
            return
        seen = Sighting(url=capture.url, sha256=capture.sha256, seen_at=capture.retrieved_at, why="same_bytes",
                        headers=capture.headers)  # fmt: skip
        self._append(sighting_record(seen, (known.url, known.retrieved_at)))
        self._index.put_sighting(seen)

    def _stored(self, entry: Entry) -> Stored:
        try:
            with (self.folder / entry.file).open("rb") as file:
                file.seek(entry.offset)
                data = file.read(entry.length)
        except OSError as error:
            raise ArchiveError(f"{self.folder / entry.file}: {error.strerror}", "Restore captures/") from error
        found = list(members(BytesIO(data)))
        whole = [member.data for member in found if isinstance(member, Member)]
        if len(whole) < len(found) or not whole:
            raise ArchiveError(f"{entry.url}: its record in {entry.file} is damaged", "Restore captures/ from a backup")
        return read_stored(whole)

    def _append(self, data: bytes) -> tuple[str, int]:
        """Write a group at the end of the current file and sync it; the file's name and the offset."""
        self.problems += tuple(self._catch_up())
        files = self._index.files()
        name = next(reversed(files), "")
        if not name or files[name] >= self._rotate_bytes:
            name = f"captures-{len(files) + 1:05d}.warc.gz"
            opening = info_record(name, f"extractor/{version('extractor')}")
            self._write(name, 0, opening)
            files[name] = len(opening)
        return name, self._write(name, files[name], data)

    def _write(self, name: str, size: int, data: bytes) -> int:
        """Write behind `size` bytes, which it returns: the offset of what was written."""
        path = self.folder / name
        try:
            with path.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            if path.exists():
                os.truncate(path, size)
            raise ArchiveError(f"{path}: {error.strerror}", FULL_DISK) from error
        self._index.reach(name, size + len(data))
        return size

    def _behind(self) -> bool:
        return self._sizes() != self._index.files()

    def _sizes(self) -> dict[str, int]:
        return {path.name: path.stat().st_size for path in sorted(self.folder.glob(PATTERN))}

    def _catch_up(self) -> Iterator[Issue]:
        """Make the index agree with the files; what was wrong with them. Inside a change."""
        sizes = self._sizes()
        known = self._index.files()
        for name in sorted({*sizes, *known}):
            size, reached = sizes.get(name, 0), known.get(name, 0)
            if size < reached:
                for url in self._index.lose(name, size):
                    yield _issue("lost", f"{name} is shorter than it was: the capture is lost; crawl it again", url)
            elif size > reached or name not in known:
                yield from self._index_file(name, reached)

    def _index_file(self, name: str, start: int) -> Iterator[Issue]:
        """Index the groups behind `start`; cut away a last one that is not whole."""
        path = self.folder / name
        group: list[Member] = []
        whole = start
        with path.open("rb") as file:
            file.seek(start)
            for found in members(file, offset=start):
                if isinstance(found, Damage):
                    if found.why != "cut_off":
                        yield _issue(found.why, f"{name}: {found.length} bytes at {found.offset} cannot be read")
                        whole = found.offset + found.length
                    group.clear()
                    continue
                group.append(found)
                try:
                    if not ends_group(parse_records(found.data)[0]):
                        continue
                    yield from self._index_group(name, group)
                except ArchiveError as error:
                    yield _issue("corrupt", f"{name}: the record at {found.offset} cannot be read: {error.message}")
                whole = found.offset + found.length
                group.clear()
        if path.stat().st_size > whole:
            yield _issue("cut_off", f"{name}: a record at {whole} was not whole and has been cut away")
            os.truncate(path, whole)
        self._index.reach(name, whole)

    def _index_group(self, name: str, group: list[Member]) -> Iterator[Issue]:
        stored = read_stored(member.data for member in group)
        if stored.kind == "info":
            return
        if stored.lost:  # the page itself is whole, and may be the only copy
            lost = f"{stored.url}: {stored.lost} of the records beside the page are lost (source, hints or request)"
            yield _issue("incomplete", lost, stored.url)
        self._index.reach(name, 0)  # captures refer to their file's row
        if stored.kind == "revisit" and self._index.find(stored.sha256, stored.url):
            self._index.put_sighting(stored.sighting())
            return
        length = sum(member.length for member in group)
        self._index.put(_stored_entry(stored, name, group[0].offset, length))


def _entry(capture: Capture, name: str, offset: int, length: int, *, has_body: bool) -> Entry:
    return Entry(
        id=0, url=capture.url, sha256=capture.sha256, source=capture.source, retrieved_at=capture.retrieved_at,
        status=capture.status, media_type=capture.media_type, file=name, offset=offset, length=length,
        has_body=has_body,
    )  # fmt: skip


def _stored_entry(stored: Stored, name: str, offset: int, length: int) -> Entry:
    return Entry(
        id=0, url=stored.url, sha256=stored.sha256, source=stored.facts.get("source"), retrieved_at=stored.at,
        status=stored.status, media_type=stored.facts.get("media-type"), file=name, offset=offset, length=length,
        has_body=stored.kind != "revisit",
    )  # fmt: skip


def _issue(code: str, message: str, url: str | None = None) -> Issue:
    return Issue(stage="archive", code=code, message=message, url=url)
