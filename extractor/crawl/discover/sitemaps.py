"""Sitemaps, news sitemaps and sitemap indexes, plain or gz, read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Literal
from urllib.parse import urljoin

from lxml import etree

from extractor.crawl.decode import gunzip
from extractor.crawl.discover.links import Link, moment
from extractor.domain.errors import BrokenResponse


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
    if not plain.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        yield from _lines(plain, url)
        return
    any_found = False
    try:
        for link in _elements(plain, url, time_zone):
            any_found = True
            yield link
    except etree.XMLSyntaxError as error:
        if not any_found:
            raise BrokenResponse(f"{url}: not a sitemap: {error}", "Check its address in the source's file") from error


def _elements(plain: bytes, url: str, time_zone: str) -> Iterator[Link]:
    events = etree.iterparse(
        BytesIO(plain), events=("end",), tag=("{*}url", "{*}sitemap"),
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=False,
    )  # fmt: skip
    for _, element in events:
        # Only direct children: an image's own loc is no page. A news entry nests its date.
        fields = {
            etree.QName(child).localname: (child.text or "").strip() for child in element.iterchildren(etree.Element)
        }
        kind: Literal["page", "sitemap"] = "sitemap" if etree.QName(element).localname == "sitemap" else "page"
        if fields.get("loc"):
            yield Link(
                urljoin(url, fields["loc"]), kind,
                published=moment(element.findtext(".//{*}publication_date"), time_zone),
                modified=moment(fields.get("lastmod"), time_zone),
            )  # fmt: skip
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _lines(plain: bytes, url: str) -> Iterator[Link]:
    lines = plain.decode("utf-8-sig", "replace").split("\n")
    links = [line.strip() for line in lines if line.strip().startswith(("http://", "https://"))]
    if not links:
        raise BrokenResponse(f"{url}: not a sitemap", "Check its address in the source's file")
    yield from (Link(link) for link in links)
