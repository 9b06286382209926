"""Refuses pages that no article needs and that would hold up every reader: size, depth, tags, attributes."""

from __future__ import annotations

import re

from extractor.domain.errors import ParseError

MAX_CHARS = 20_000_000
MAX_TAGS = 300_000
MAX_GENERIC_TAGS = 20_000
MAX_DEPTH = 1_500
MAX_ATTRIBUTES = 4_000
DEPTH_SCAN_FROM = 3_000
"""Fewer tags than this cannot nest deep enough to hurt."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
FLAT = frozenset(
    """area base br col embed hr img input link meta param source track wbr
    p option dt dd tr td th thead tbody""".split()  # noqa: SIM905
)
"""Void, or closed by the next of its kind: these do not nest by being left open."""
HINT = "It is no news page; save the article's own part as .txt or .html"


def check_generic(html: str, url: str) -> None:
    """Let a page through to the generic extractor, whose time grows faster than the number of tags.

    Raises:
        ParseError: the page has more tags than the generic extractor reads in time.
    """
    tags = html.count("<")
    if tags > MAX_GENERIC_TAGS:
        raise ParseError(f"{url} has {tags:,} tags and no layout, more than {MAX_GENERIC_TAGS:,}", HINT)


def check_page(html: str, url: str) -> None:
    """Let a page through that can be read in time linear in its length.

    Raises:
        ParseError: the page is too large, too deep or has tags that no reader needs.
    """
    if len(html) > MAX_CHARS:
        raise ParseError(f"{url} has {len(html):,} characters, more than {MAX_CHARS:,}", HINT)
    tags = html.count("<")
    if tags > MAX_TAGS:
        raise ParseError(f"{url} has {tags:,} tags, more than {MAX_TAGS:,}", HINT)
    if tags > DEPTH_SCAN_FROM and (depth := _depth(html)) > MAX_DEPTH:
        raise ParseError(f"{url} nests its tags more than {MAX_DEPTH:,} deep ({depth:,})", HINT)
    for tag in LONG_TAG.finditer(html):
        if len(tag.group().split()) > MAX_ATTRIBUTES:
            raise ParseError(f"{url} has a tag with more than {MAX_ATTRIBUTES:,} attributes", HINT)


def _depth(html: str) -> int:
    """How deep tags are open at most, void and self-closing kinds aside."""
    depth = deepest = 0
    for tag in TAG.finditer(html):
        if tag.group(2).lower() in FLAT:
            continue
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
