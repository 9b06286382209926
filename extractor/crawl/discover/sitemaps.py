"""Sitemaps, news sitemaps and sitemap indexes, plain or gz, read as a stream: no tree is built."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from extractor.crawl.decode import gunzip
from extractor.crawl.discover.links import Link, absolute, moment
from extractor.domain.errors import BrokenResponse

PIECE = 1 << 16
WANTED = {"loc": 1, "lastmod": 1, "publication_date": 2}
"""Elements that are read, and how deep inside an entry they may stand: an image's own loc stands deeper."""


def read_sitemap(body: bytes, url: str, *, limit: int, time_zone: str = "UTC") -> Iterator[Link]:
    """The pages and further sitemaps that a sitemap names. No entity is expanded, nothing else is loaded.

    A sitemap that breaks off yields what stands before the break; a plain list of URLs is read too.

    Args:
        limit: bytes after decompression.
        time_zone: for times without an offset.

    Raises:
        BrokenResponse: it is no sitemap, or damaged before its first entry.
        TooLarge: it decompresses to more than `limit`.
    """
    plain = gunzip(body, limit=limit)
    if plain[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        yield from _elements(plain, url, time_zone)
    else:
        yield from _lines(plain, url)


def _elements(plain: bytes, url: str, time_zone: str) -> Iterator[Link]:
    entries = _Entries()
    parser = etree.XMLParser(target=entries, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    any_found = False
    try:
        for start in range(0, len(plain), PIECE):
            parser.feed(plain[start : start + PIECE])
            found = _links(entries.take(), url, time_zone)
            any_found = any_found or bool(found)
            yield from found
        parser.close()
    except etree.XMLSyntaxError as error:
        found = _links(entries.take(), url, time_zone)
        yield from found
        if not any_found and not found:
            raise BrokenResponse(f"{url}: not a sitemap: {error}", "Check its address in the source's file") from error


def _links(entries: list[tuple[str, dict[str, str]]], url: str, time_zone: str) -> list[Link]:
    return [
        Link(
            target,
            "sitemap" if name == "sitemap" else "page",
            published=moment(fields.get("publication_date"), time_zone),
            modified=moment(fields.get("lastmod"), time_zone),
        )
        for name, fields in entries
        if (target := absolute(url, fields["loc"]))
    ]


class _Entries:
    """A target for lxml's parser: gathers the wanted fields of each `url` and `sitemap` element."""

    def __init__(self) -> None:
        self._done: list[tuple[str, dict[str, str]]] = []
        self._entry: dict[str, str] | None = None
        self._depth = 0
        self._field = ""

    def take(self) -> list[tuple[str, dict[str, str]]]:
        """The entries since the last call."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: object) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if self._entry is None:
            if name in ("url", "sitemap"):
                self._entry, self._depth = {}, 0
            return
        self._depth += 1
        self._field = name if WANTED.get(name) == self._depth else ""

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._entry is not None and self._field:
            self._entry[self._field] = self._entry.get(self._field, "") + text

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._entry is None:
            return
        if self._depth == 0:
            fields = {name: text.strip() for name, text in self._entry.items()}
            if fields.get("loc"):
                self._done.append((tag.rpartition("}")[2], fields))
            self._entry = None
        else:
            self._depth -= 1
        self._field = ""

    def close(self) -> None:
        """The document ends."""


def _lines(plain: bytes, url: str) -> Iterator[Link]:
    lines = plain.decode("utf-8-sig", "replace").split("\n")
    links = [line.strip() for line in lines if line.strip().startswith(("http://", "https://"))]
    if not links:
        raise BrokenResponse(f"{url}: not a sitemap", "Check its address in the source's file")
    yield from (Link(link) for link in links)
