"""Plain text and records: the text stays as it came (NFC), its lines are its blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from extractor.domain import Block, Capture
from extractor.domain.errors import UnreadableInput
from extractor.domain.seen import faked
from extractor.parse.decode import Decoded, clean, decode, is_binary
from extractor.parse.reading import Kind, Reading

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
BULLET = re.compile(r"\s*(?:[•·●○■□◆◇▪‣*\-–・※]|\(?\d{1,2}[.)）、]|[①-⑳])\s*\S")
ENDS_SENTENCE = re.compile(r"[.。．!！?？;；,，、]['\"”’」』）)\]]*\s*$")
LATIN_HEADING, HAN_HEADING = 90, 40
TITLE_CHARS = 200
RECORD_FIELDS = ("id", "url", "source", "lang", "title")


def read_text(capture: Capture) -> Reading:
    """A text file: `text` is the file's text, unstripped.

    Raises:
        UnreadableInput: the file is empty or binary.
    """
    decoded = decode(capture.body, capture.header("content-type"), markup=False)
    if is_binary(decoded.text):
        raise UnreadableInput(f"{capture.url} is not text", "Hand in .txt, .json, .jsonl, .html or a WARC file")
    reading = _reading(clean(decoded.text), "text", title=None)
    reading.issues.extend(charset_issues(decoded))
    return reading


def read_record(capture: Capture) -> Reading:
    """One article as JSON: `{id?, url?, source?, lang?, title?, published?, text}`.

    Raises:
        UnreadableInput: the JSON is broken or has no text.
    """
    decoded = decode(capture.body, capture.header("content-type"), markup=False)
    record = _record(capture.url, decoded.text)
    stated = {key: _string(capture.url, record, key) for key in (*RECORD_FIELDS, "published")}
    reading = _reading(clean(record["text"]), "record", title=stated["title"])
    reading.id, reading.url, reading.source, reading.lang = (stated[key] for key in ("id", "url", "source", "lang"))
    reading.published_text = stated["published"]
    reading.issues.extend(charset_issues(decoded))
    return reading


def charset_issues(decoded: Decoded) -> Iterator[tuple[str, str]]:
    """What is worth saying about how the bytes were read."""
    if decoded.wrong_label:
        yield "wrong_charset", f"labelled {decoded.wrong_label}, read as {decoded.encoding}"
    if decoded.undecodable:
        yield "undecodable_bytes", f"{decoded.undecodable} places have no meaning in {decoded.encoding}"


def _record(url: str, text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:  # broken, thousands of digits in one number, or too deep
        raise UnreadableInput(
            f"{url} is not JSON: {error}", "One object with a text; several go into .jsonl"
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnreadableInput(f"{url} has no text", 'Write {"text": "..."}, with id, url, lang, published as you like')
    return record


def _string(url: str, record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, bool | dict | list):
        raise UnreadableInput(f"{url}: {key} is not a string", f'Write "{key}": "..."')
    return clean(str(value))


def _reading(text: str, layout: str, title: str | None) -> Reading:
    lines = [(line.start(), line.end(), line.group()) for line in LINE.finditer(text) if line.group().strip()]
    blocks = tuple(
        Block(kind=_kind(line, number, len(lines)), start=start, end=end)
        for number, (start, end, line) in enumerate(lines)
    )
    if title is None and blocks and blocks[0].kind == "title":
        title = text[blocks[0].start : blocks[0].end].strip()
    marks = ("unseen_characters",) if faked(text) else ()
    return Reading(text=text, blocks=blocks, layout=layout, title=title, marks=marks)


def _kind(line: str, number: int, lines: int) -> Kind:
    """Title, heading, item or paragraph, by length and the way the line ends."""
    if BULLET.match(line):
        return "item"
    if ENDS_SENTENCE.search(line):
        return "paragraph"
    if number == 0:
        return "title" if lines > 1 and len(line) <= TITLE_CHARS else "paragraph"
    limit = LATIN_HEADING if line.isascii() or _latin(line) else HAN_HEADING
    return "heading" if len(line.strip()) <= limit and number < lines - 1 else "paragraph"


def _latin(line: str) -> bool:
    return sum(char < "\u2e80" for char in line) * 2 > len(line)
