"""Captures to articles: plain text, records and pages."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.domain import Capture
from extractor.domain.errors import UnreadableInput
from extractor.languages.detect import detect_language
from extractor.parse.page import read_page
from extractor.parse.plain import read_record, read_text
from extractor.parse.reading import Parsed, finish
from extractor.sites import Site

__all__ = ["Parsed", "detect_language", "parse_capture"]

READERS = {"txt": read_text, "text": read_text, "json": read_record}
OTHER_FORMATS = {
    b"%PDF": "a PDF", b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image",
    b"PK\x03\x04": "a ZIP or Office file", b"\x1f\x8b": "compressed", b"WARC/": "a WARC file",
    b"\x28\xb5\x2f\xfd": "compressed", b"\xfd7zXZ": "compressed", b"\xd0\xcf\x11\xe0": "an Office file",
    b"SQLite format 3\x00": "a database", b"PAR1": "a Parquet file", b"\x7fELF": "a program",
}  # fmt: skip
HTML = ("html", "htm", "shtml", "xhtml", "xml")


def parse_capture(capture: Capture, sites: Mapping[str, Site]) -> Parsed:
    """The article of a capture and what was noticed while reading it.

    The media type decides (text/plain, application/json, text/html), then the header, then the name's ending,
    then the first bytes.

    Raises:
        ParseError: nothing can be read.
        UnreadableInput: the bytes are empty, another format, or a record without text.
    """
    for start, what in OTHER_FORMATS.items():
        if capture.body.startswith(start):
            raise UnreadableInput(f"{capture.url} is {what}, not a page or text", "Hand in its text as .txt")
    kind = _kind(capture)
    reading = READERS[kind](capture) if kind in READERS else read_page(capture, sites)
    return finish(capture, reading, sites)


def _kind(capture: Capture) -> str:
    stated = (capture.media_type or capture.header("content-type") or "").partition(";")[0].strip().lower()
    if stated == "text/plain":
        return "txt"
    if stated.endswith("json"):
        return "json"
    if stated.endswith(("html", "xml")):
        return "html"
    ending = capture.url.partition("?")[0].rpartition(".")[2].lower()
    if ending in READERS or ending in HTML:
        return ending
    return "html" if capture.body.lstrip()[:1] == b"<" else "txt"
