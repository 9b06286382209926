"""Title and time as any page states them: JSON-LD, meta tags, headings, `time`. The last resort of every layout."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from extractor.parse.blocks import visible_text
from extractor.parse.metadata import PUBLISHED, Metadata
from extractor.parse.times import Moment, read_time
from extractor.parse.visible import MARK

OUTLET = re.compile(
    r"(?:[A-Z][\w.&’']*|The)(?: (?:[A-Z][\w.&’']*|of|the|and)){0,4}$"
    r"|.{0,10}(?:网|網|新闻|新聞|ニュース|日报|社|誌)$"
)
"""What stands after the last separator of a window title and is the outlet's name, not the headline's end."""
SEPARATORS = (" - ", " | ", "｜", " — ", " – ", "_", "－")


def page_title(tree: LexborHTMLParser, meta: Metadata) -> str | None:
    """The headline that the page states, else its only h1, else its window title without the outlet's name."""
    headings = [visible_text(node.text()) for node in tree.css("h1") if MARK not in node.attributes]
    stated = meta.ld("headline") or meta.meta.get("og:title")
    window = tree.css_first("title")
    beginnings = [*headings, *(visible_text(node.text()) for node in tree.css("h2")[:3])]
    options = (stated, headings[0] if len(headings) == 1 else None, window.text() if window else None, *headings)
    first = next((text for option in options if option and (text := visible_text(option))), None)
    return _without_outlet(first, meta.site_name, beginnings) if first else None


def _without_outlet(title: str, site_name: str | None, headings: list[str]) -> str:
    for heading in headings:
        if heading and title.startswith(heading):
            return heading
    for separator in SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and head.strip() and (tail.strip() == site_name or OUTLET.match(tail.strip())):
            return head.strip()
    return title


def stated_time(tree: LexborHTMLParser, meta: Metadata, zone: str | None) -> tuple[Moment | None, str | None]:
    """The publication time and where it stands: json_ld, meta or time."""
    if moment := read_time(meta.ld("datePublished"), zone):
        return moment, "json_ld"
    if moment := read_time(meta.first(PUBLISHED), zone):
        return moment, "meta"
    for node in tree.css("time[datetime]")[:1]:
        if moment := read_time(node.attributes.get("datetime"), zone):
            return moment, "time"
    return None, None
