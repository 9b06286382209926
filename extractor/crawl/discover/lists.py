"""Section pages and the JSON lists that they are filled from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from extractor.crawl.discover.links import Link, absolute, moment
from extractor.domain.errors import BrokenResponse

URL_KEYS = ("publishurl", "linkurl", "url", "link", "href", "contenturl", "shareurl")
TIME_KEYS = ("publishtime", "pubtime", "pubdate", "publishdate", "releasetime", "date", "time")
MAX_NODES = 500_000


def read_section(body: bytes, url: str) -> Iterator[Link]:
    """Every link of a page, made absolute by its `base` or its own address; each once."""
    tree = LexborHTMLParser(body)
    base_node = tree.css_first("base[href]")
    base = absolute(url, (base_node.attributes.get("href") if base_node else None) or "") or url
    seen: set[str] = set()
    for node in tree.css("a[href]"):
        link = absolute(base, (node.attributes.get("href") or "").strip())
        if link and link not in seen:
            seen.add(link)
            yield Link(link)


def read_data_source(body: bytes, url: str, *, time_zone: str = "UTC") -> Iterator[Link]:
    """The articles of a JSON list (Xinhua's `datasource` and `data.list` among them), JSONP wrappers included.

    Any object with a field such as publishUrl, LinkUrl or url names one; its publishTime, PubTime or
    pubDate is when it was published, in `time_zone` where there is no offset.

    Raises:
        BrokenResponse: it is no JSON.
    """
    text = body.decode("utf-8-sig", "replace").strip()
    if wrapped := re.fullmatch(r"[\w.$]+\s*\((.*)\)\s*;?", text, re.DOTALL):
        text = wrapped[1]
    try:
        root = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenResponse(f"{url}: not JSON: {error}", "Check its address in the source's file") from error
    for item in _objects(root):
        fields = {key.lower(): value for key, value in item.items() if isinstance(value, str)}
        target = next((fields[key] for key in URL_KEYS if fields.get(key)), None)
        link = absolute(url, target.strip()) if target else None
        if link:
            time = next((fields[key] for key in TIME_KEYS if fields.get(key)), None)
            yield Link(link, published=moment(time, time_zone))


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    """Every object, outermost first, without recursion."""
    stack = [root]
    for _ in range(MAX_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, dict):
            yield node
            stack.extend(value for value in reversed(node.values()) if isinstance(value, dict | list))
        elif isinstance(node, list):
            stack.extend(value for value in reversed(node) if isinstance(value, dict | list))
