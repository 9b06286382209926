"""What a site's file states: where its articles are, what may be done with them, and how its pages are laid out."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from extractor.domain import Frozen, Language, Policy

Trusted = Literal["title", "published", "modified", "authors"]
NO_PAGE = LexborHTMLParser("<p></p>")


def _selector(text: str) -> str:
    try:
        NO_PAGE.css(text)
    except SelectolaxError as error:
        raise ValueError(f"no CSS selector: {text}") from error
    return text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"no regular expression: {text}: {error}") from error
    return text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"no IANA time zone: {name}") from error
    return name


Selector = Annotated[str, AfterValidator(_selector)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Zone = Annotated[str, AfterValidator(_zone)]


class Discovery(Frozen):
    """Where a site announces its articles. Addresses are absolute; patterns are regular expressions on the URL."""

    feeds: tuple[str, ...] = ()
    """RSS or Atom."""
    sitemaps: tuple[str, ...] = ()
    """Sitemaps, news sitemaps and sitemap indexes, plain or gz."""
    sections: tuple[str, ...] = ()
    """Pages that list articles."""
    data_sources: tuple[str, ...] = ()
    """JSON lists of articles."""
    url_patterns: tuple[Pattern, ...] = ()
    """An article's URL matches one of these (searched, not anchored); empty = any URL of the hosts."""
    not_articles: tuple[Pattern, ...] = ()
    """URLs that match one of these are no articles, whatever `url_patterns` says."""
    date_in_url: Pattern | None = None
    """Pattern with the groups `year`, `month` and, where there is one, `day`."""

    def is_article(self, url: str) -> bool:
        """Whether the URL looks like an article's."""
        if any(re.search(pattern, url) for pattern in self.not_articles):
            return False
        return not self.url_patterns or any(re.search(pattern, url) for pattern in self.url_patterns)

    def url_date(self, url: str) -> str | None:
        """The date that the URL states, as `YYYY-MM-DD` (or `YYYY-MM` where it has no day), or None."""
        found = re.search(self.date_in_url, url) if self.date_in_url else None
        if found is None:
            return None
        parts = {key: value for key, value in found.groupdict().items() if value}
        return "-".join(parts[key] for key in ("year", "month", "day") if key in parts)


class Layout(Frozen):
    """One shape of a site's article page and the days on which it was served. Everything is a CSS selector.

    A site's layouts are tried in order; the first whose `fits` is found reads the page. The nodes that `body`
    names are cut out of the page before anything reads them; `drop` names what is thrown out of them.
    Of several selectors in a tuple the first that yields text wins.
    """

    name: str
    """V1, V2 ...: the article's `layout` is `code/name`."""
    valid_from: date
    valid_until: date | None = None
    about: str
    """Which pages: section, host, years."""
    fits: Selector
    title: tuple[Selector, ...]
    body: Selector
    drop: tuple[Selector, ...] = ()
    published: tuple[Selector, ...] = ()
    """Nodes whose `datetime` or `content` attribute, or whose text, holds the time."""
    modified: tuple[Selector, ...] = ()
    authors: tuple[Selector, ...] = ()
    dateline: tuple[Selector, ...] = ()
    credit: tuple[Selector, ...] = ()
    """Where the page names the agency that a syndicated text comes from."""
    paywall: tuple[Selector, ...] = ()
    """Found only where the reader gets a part of the article."""
    json_ld: tuple[Trusted, ...] = ()
    """The fields of the page's JSON-LD that are right on this site, read before the selectors."""
    time_zone: Zone | None = None
    """Where it differs from the site's."""
    synthetic: bool = True
    """No real page of this shape could be seen when the fixture was written."""

    def served_on(self, day: date) -> bool:
        """Whether the day lies within the layout's dates."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Site(Frozen):
    """A source: one outlet, its crawl policy and its page layouts, the most particular and newest first.

    A site on another host (a mirror, the demo) is `site.model_copy(update={"hosts": ("127.0.0.1:8001",), ...})`.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    hosts: tuple[str, ...]
    """`jetro.go.jp` stands for its subdomains too; a port (`127.0.0.1:8001`) counts where it is given."""
    languages: tuple[Language, ...]
    time_zone: Zone
    """IANA name; applied to times that a page prints without an offset."""
    policy: Policy
    discovery: Discovery = Discovery()
    layouts: tuple[Layout, ...] = ()
    canonical: tuple[tuple[Pattern, str], ...] = ()
    """Rows of pattern and replacement that turn a URL into the article's one address, applied in order."""
    allow_loopback: bool = False
    """Whether the crawler may fetch this site from a loopback address (demo and tests)."""

    def serves(self, url: str) -> bool:
        """Whether the URL is on one of the site's hosts; a malformed one is on none."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host, netloc = (parts.hostname or "").lower(), parts.netloc.rpartition("@")[2].lower()
        return any(netloc == own or host == own or host.endswith(f".{own}") for own in self.hosts)
