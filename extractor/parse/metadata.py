"""What a page says about itself in its head: JSON-LD, meta tags, canonical link, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

ARTICLE_TYPES = re.compile(r"Article|Report|NewsArticle|BlogPosting|WebPage")
PUBLISHED = ("article:published_time", "publishdate", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.created",
             "parsely-pub-date", "sailthru.date", "datepublished", "ptime", "cxenseparse:recs:publishtime")  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "lastmod", "dcterms.modified", "datemodified")
AUTHOR = ("author", "article:author", "dc.creator", "parsely-author")
MAX_LD_CHARS = 1_000_000
MAX_LD_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own statements, as printed; `json_ld` is its article node, or empty."""

    json_ld: dict[str, Any]
    meta: dict[str, str]
    url: str | None
    lang: str | None
    site_name: str | None

    def ld(self, key: str) -> str | None:
        """A string of the JSON-LD article node."""
        value = self.json_ld.get(key)
        return value.strip() or None if isinstance(value, str) else None

    def first(self, names: tuple[str, ...]) -> str | None:
        """The first meta tag of these names that has content."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in JSON-LD, in order."""
        return tuple(dict.fromkeys(_names(self.json_ld.get("author"))))

    @property
    def paywalled(self) -> bool:
        """Whether JSON-LD says that the text is not free."""
        return str(self.json_ld.get("isAccessibleForFree", "true")).lower() == "false"


def read_metadata(tree: LexborHTMLParser, url: str) -> Metadata:
    """The statements of a page that was fetched from `url`."""
    meta: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and (content := (attributes.get("content") or "").strip()):
            meta.setdefault(name.lower(), content)
    link = tree.css_first("link[rel='canonical']")
    stated = (link.attributes.get("href") if link else None) or meta.get("og:url")
    root = tree.css_first("html")
    return Metadata(
        json_ld=_article_node(tree),
        meta=meta,
        url=_absolute(url, stated),
        lang=(root.attributes.get("lang") or "")[:2].lower() or None if root else None,
        site_name=meta.get("og:site_name"),
    )


def _absolute(base: str, stated: str | None) -> str | None:
    """The canonical link as an http(s) URL, or None when it is not one."""
    try:
        joined = urljoin(base, (stated or "").strip())
    except ValueError:
        return None
    return joined if stated and joined.startswith(("http://", "https://")) else None


def _article_node(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first JSON-LD node that is an article with a headline or a date."""
    for script in tree.css("script[type='application/ld+json']"):
        for node in _nodes(_loaded(script.text())):
            if ARTICLE_TYPES.search(str(node.get("@type", ""))) and ("headline" in node or "datePublished" in node):
                return node
    return {}


def _loaded(text: str) -> Any:
    """JSON-LD as pages write it: comment frames around it, raw line ends inside strings."""
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text[:MAX_LD_CHARS]).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of the data, outer ones first."""
    queue, seen = [data], 0
    while queue and seen < MAX_LD_NODES:
        item = queue.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            queue.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            queue.extend(item)


def _names(author: Any) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield name.strip()
