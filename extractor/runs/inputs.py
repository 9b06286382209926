"""Files to captures: .txt, .html, .json (one article), .jsonl (one a line), `-` for standard input.

WARC and Parquet files, .jsonl.gz and every URL that fsspec opens are streamed (runs/streams.py).

Everything is looked at before anything is handed on, so that a bad file stops the command before
it has written.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from extractor.archive import Archive
from extractor.domain import Capture, Issue, content_id
from extractor.domain.errors import InputError, ParseError, UnreadableInput
from extractor.runs.streams import stream

MEDIA = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
}
STREAMED = (".warc", ".gz", ".parquet")
LINES = {".jsonl", ".ndjson"}
FORMS = "Give .txt, .html, .json, .jsonl, .warc.gz or .parquet files"
RECORD = 'Write one object with at least "text": {"id": "a1", "text": "..."}'


def check_paths(paths: Sequence[str], parse: Callable[[Capture], object]) -> None:
    """Look at every input and keep nothing. Pages and texts are parsed once; of streams the first record is read.

    Raises:
        UnreadableInput: the first input that is missing, empty, a directory, undecodable, malformed or no article.
    """
    for name in paths:
        if name == "-":
            continue
        if not _is_url(name):
            _check_file(Path(name))
        if _is_streamed(name):
            next(stream([name]), None)
        elif _suffix(Path(name)) not in LINES:
            for capture in captures([name], {}):
                _check_parse(name, capture, parse)


def _check_parse(name: str, capture: Capture, parse: Callable[[Capture], object]) -> None:
    try:
        parse(capture)
    except (ParseError, InputError) as error:
        raise UnreadableInput(f"{name}: {error.message.removeprefix(capture.url).lstrip(': ')}", error.hint) from error


def captures(paths: Sequence[str], hints: Mapping[str, str | None], *, name_ids: bool = False) -> Iterator[Capture]:
    """The captures among the `records`."""
    return (found for found in records(paths, hints, name_ids=name_ids) if isinstance(found, Capture))


def records(
    paths: Sequence[str], hints: Mapping[str, str | None], *, name_ids: bool = False
) -> Iterator[Capture | Issue]:
    """The captures that the files hold, and an Issue for each record of a stream that cannot be read.

    `hints` is what the user says about them (published, lang, source). With `name_ids` an article
    without an id of its own takes the file's name (and line) as its id.

    Raises:
        UnreadableInput: as `check_paths`.
    """
    given = {key: value for key, value in hints.items() if value}
    for name in paths:
        if name == "-":
            yield from _standard_input(given, name_ids=name_ids)
            continue
        path = Path(name)
        if _is_streamed(name):
            yield from (_hinted(found, given) for found in stream([name]))
        elif _suffix(path) in LINES:
            yield from _lines(path.resolve().as_uri(), path.name, path.read_bytes(), given, name_ids=name_ids)
        else:
            body, uri = path.read_bytes(), path.resolve().as_uri()
            record = _record(body, path.name) if _suffix(path) == ".json" else {}
            yield _capture(uri, body, MEDIA[_suffix(path)], _id_of(record, uri, path.name, name_ids=name_ids), given)


def _id_of(record: Mapping[str, object], uri: str, name: str, *, name_ids: bool) -> dict[str, str]:
    """The id of an article that states none: its name, or what its place makes of it.

    So a file that is handed in again, edited or with another date, is a new version of the same article.
    """
    if record.get("id") or (record.get("url") and not name_ids):
        return {}
    return {"id": name if name_ids else content_id(uri)}


def keep(archive: Archive, capture: Capture) -> bool:
    """Archive a capture, unless the same bytes are there from the same place with more said about them."""
    more = f"{capture.url}{'&' if '#' in capture.url else '#'}"
    if any(url.startswith(more) for url in archive.urls(capture.sha256)):
        return False
    return archive.add(capture)


def _hinted(found: Capture | Issue, hints: Mapping[str, str]) -> Capture | Issue:
    if not hints or not isinstance(found, Capture):
        return found
    source = hints.get("source") or found.source
    return found.model_copy(update={"hints": tuple(sorted(hints.items())), "source": source})


def _is_url(name: str) -> bool:
    return "://" in name


def _is_streamed(name: str) -> bool:
    return _is_url(name) or name.lower().endswith(STREAMED)


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise UnreadableInput(f"{path} is a directory", f"{FORMS}, for example {path}/*.html")
    if _is_streamed(path.name):
        if not path.exists():
            raise UnreadableInput(f"{path}: no such file", "Check the path")
        return
    if _suffix(path) not in MEDIA:
        raise UnreadableInput(f"{path}: unknown kind of file {path.suffix or '(no ending)'}", FORMS)
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror}", "Check the path") from error
    if not body.strip():
        raise UnreadableInput(f"{path} is empty", "Leave it out, or fetch it again")
    if _suffix(path) == ".json":
        _record(body, str(path))
    elif _suffix(path) in LINES:
        for number, line in _numbered(body):
            _record(line, f"{path} line {number}")
    elif MEDIA[_suffix(path)] == "text/plain" and b"\0" in body and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInput(f"{path} is not text: it holds NUL bytes", "Save it as UTF-8 text")


def _record(line: bytes, where: str) -> Mapping[str, object]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{where}: not UTF-8 (byte {error.start})", "Save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{where}: broken JSON: {error.msg} at column {error.colno}", RECORD) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{where}: JSON with a number too long or nested too deep", RECORD) from error
    if not isinstance(record, dict):
        raise UnreadableInput(f"{where}: not an object", RECORD)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableInput(f"{where}: no text", RECORD)
    return record


def _numbered(body: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(body.split(b"\n"), start=1):
        if line.strip():
            yield number, line.rstrip(b"\r")


def _lines(uri: str, name: str, body: bytes, hints: Mapping[str, str], *, name_ids: bool) -> Iterator[Capture]:
    for number, line in _numbered(body):
        record = _record(line, f"{name} line {number}")
        place = f"{uri}#{record.get('id') or number}"
        own = _id_of(record, place, f"{name}:{number}", name_ids=name_ids)
        yield _capture(str(record.get("url") or place), line, "application/json", own, hints)


def _standard_input(hints: Mapping[str, str], *, name_ids: bool) -> Iterator[Capture]:
    """JSON records a line, or plain text."""
    body = sys.stdin.buffer.read()
    if not body.strip():
        raise UnreadableInput("standard input is empty", "Pipe a text or JSON lines into it")
    if body.lstrip().startswith(b"{"):
        yield from _lines("file:///dev/stdin", "-", body, hints, name_ids=name_ids)
    else:
        uri = "file:///dev/stdin"
        yield _capture(uri, body, "text/plain", _id_of({}, uri, "-", name_ids=name_ids), hints)


def _capture(url: str, body: bytes, media_type: str, own: Mapping[str, str], given: Mapping[str, str]) -> Capture:
    """What the user says about a file is part of its address, so that saying something else is a new capture."""
    said = urlencode(sorted(given.items()))
    hints = {**own, **given}
    return Capture(
        url=f"{url}{'&' if '#' in url else '#'}{said}" if said else url,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        retrieved_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        source=hints.get("source"),
        media_type=media_type,
        hints=tuple(sorted(hints.items())),
    )
