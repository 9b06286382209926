"""An HTML page: find its site and layout, cut the article's node out, read only that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.domain import Capture
from extractor.domain.errors import UnreadableInput
from extractor.domain.seen import faked
from extractor.parse.blocks import node_text, pieces, soup, visible_text
from extractor.parse.decode import clean_markup, decode, is_binary
from extractor.parse.guard import check_generic, check_page
from extractor.parse.metadata import Metadata, read_metadata
from extractor.parse.phrases import marks_of
from extractor.parse.plain import charset_issues
from extractor.parse.reading import Piece, Reading, compose
from extractor.parse.stated import page_title, stated_time
from extractor.parse.times import Moment, read_time
from extractor.parse.trim import trim
from extractor.parse.visible import MARK, mark_hidden, turn_runs
from extractor.sites import Layout, Site, site_of

SHORT_BODY = 200
"""Characters of body below which a layout is suspected to have changed."""
OPENS = re.compile(r"[\s\x00]*<[!?a-zA-Z]")
"""What opens like this is a page, whatever stands behind it."""
TIME_ATTRIBUTES = ("datetime", "content", "data-time")


def read_page(capture: Capture, sites: Mapping[str, Site]) -> Reading:
    """The article on a page, by its site's layout or, where none fits, by the generic path.

    Raises:
        ParseError: the page is too large or too deep.
        UnreadableInput: there are no bytes, or they are no text.
    """
    decoded = decode(capture.body, capture.header("content-type"))
    if is_binary(decoded.text) and not OPENS.match(decoded.text):
        raise UnreadableInput(f"{capture.url} is not a page: its bytes are no text", "Hand in the page's own HTML")
    check_page(decoded.text, capture.url)
    tree = LexborHTMLParser(clean_markup(decoded.text))
    meta = read_metadata(tree, capture.url)
    mark_hidden(tree)
    turn_runs(tree)
    site = _site(capture, meta, sites)
    layout = next((each for each in site.layouts if tree.css_first(each.fits)), None) if site else None
    reading = _read_layout(tree, meta, site, layout) if site and layout else None
    if reading is None:
        from extractor.parse.generic import read_generic  # half a second to load, and most pages never need it

        check_generic(decoded.text, capture.url)
        reading = read_generic(tree, meta, capture.url, site.time_zone if site else None)
        reading.issues.append(_why_generic(site, layout))
    reading.url = _own_url(capture, meta)
    reading.source = site.code if site else None
    reading.issues.extend(_missing(reading, site, layout))
    if site and reading.published is None:
        reading.published, reading.how = _last_resort(tree, meta, site, reading.url)
    reading.issues.extend(charset_issues(decoded))
    return reading


def _last_resort(tree: LexborHTMLParser, meta: Metadata, site: Site, url: str) -> tuple[Moment | None, str | None]:
    """The time that the page states anywhere, else the day in its address."""
    published, how = stated_time(tree, meta, site.time_zone)
    if published is None and (published := read_time(site.discovery.url_date(url), None)):
        how = "url"
    return published, how


def _site(capture: Capture, meta: Metadata, sites: Mapping[str, Site]) -> Site | None:
    for code in (capture.hint("source"), capture.source):
        if code and code in sites:
            return sites[code]
    return site_of(capture.url, sites) or site_of(meta.url, sites)


def _own_url(capture: Capture, meta: Metadata) -> str:
    """The canonical link where it stays on the page's host (or the page came as a file), else the address itself."""
    if meta.url is None:
        return capture.url
    stated, fetched = _host(meta.url), _host(capture.url)
    return meta.url if not fetched or stated == fetched else capture.url


def _host(url: str) -> str:
    found = re.match(r"https?://([^/?#]+)", url)
    return found.group(1).lower().removeprefix("www.") if found else ""


def _why_generic(site: Site | None, layout: Layout | None) -> tuple[str, str]:
    if site is None:
        return "generic_layout", "no site's file covers this address; read by the generic path"
    what = f"layout {layout.name} finds no body" if layout else "no layout fits"
    return "layout_changed", f"{site.code}: {what}: missing body; read by the generic path"


def _missing(reading: Reading, site: Site | None, layout: Layout | None) -> Iterator[tuple[str, str]]:
    """What an article should have and its layout did not find: a change of layout is seen the same day."""
    where = f"{site.code}: layout {reading.layout}" if site else reading.layout
    if not reading.title and not any(code == "no_title" for code, _ in reading.issues):
        yield "no_title", f"{where}: missing title"
    if reading.published is None:
        yield "no_date", f"{where}: missing published"
    elif layout and not layout.served_on(reading.published.day):
        yield "layout_dates", f"{where}: published {reading.published.day}, outside the layout's dates"
    body = sum(block.end - block.start for block in reading.blocks if block.kind != "title")
    if body < SHORT_BODY:
        yield "short_body", f"{where}: body of {body} characters, under {SHORT_BODY}"


def _read_layout(tree: LexborHTMLParser, meta: Metadata, site: Site, layout: Layout) -> Reading | None:
    """What the layout finds, or None when there is no body. The body is cut last: what it drops is marked then."""
    zone = layout.time_zone or site.time_zone
    published, how = _time(tree, layout, meta, "published", zone)
    reading = Reading(
        text="",
        blocks=(),
        layout=f"{site.code}/{layout.name}",
        title=_title(tree, layout, meta),
        published=published,
        how=how,
        modified=_time(tree, layout, meta, "modified", zone)[0],
        authors=_authors(tree, layout, meta),
        dateline=_first_text(tree, layout.dateline),
        credit=_credit(tree, layout),
    )
    walled = meta.paywalled or any(tree.css_first(selector) for selector in layout.paywall)
    cut = _cut(tree, layout)
    body = [piece for html in cut for piece in pieces(soup(html))]
    if not body:
        return None
    marks = [*marks_of("\n".join(piece.text for piece in body))]
    marks += ["paywalled"] * walled + ["unseen_characters"] * any(faked(html) for html in cut)
    reading.marks = tuple(dict.fromkeys(marks))
    if reading.title is None:
        reading.issues.append(("no_title", f"{site.code}: layout {reading.layout}: missing title"))
        reading.title = page_title(tree, meta)
    own = [piece for piece in trim(body) if piece.text != reading.title]
    reading.text, reading.blocks = compose([Piece("title", reading.title), *own] if reading.title else own)
    return reading


def _title(tree: LexborHTMLParser, layout: Layout, meta: Metadata) -> str | None:
    if "title" in layout.json_ld and (stated := meta.ld("headline")):
        return visible_text(stated)
    return _first_text(tree, layout.title)


def _time(
    tree: LexborHTMLParser, layout: Layout, meta: Metadata, which: str, zone: str
) -> tuple[Moment | None, str | None]:
    """JSON-LD where the layout trusts it, then the layout's selectors."""
    key = {"published": "datePublished", "modified": "dateModified"}[which]
    if which in layout.json_ld and (moment := read_time(meta.ld(key), zone)):
        return moment, "json_ld"
    for selector in getattr(layout, which):
        for node in tree.css(selector):
            for printed in _printed(node):
                if moment := read_time(printed, zone):
                    return moment, "layout"
    return None, None


def _printed(node: LexborNode) -> Iterator[str]:
    for name in TIME_ATTRIBUTES:
        if value := node.attributes.get(name):
            yield value
    yield node.text(separator=" ")


def _authors(tree: LexborHTMLParser, layout: Layout, meta: Metadata) -> tuple[str, ...]:
    if "authors" in layout.json_ld and meta.authors:
        return meta.authors
    found = (_text(node) for selector in layout.authors for node in tree.css(selector))
    return tuple(dict.fromkeys(name for name in found if name))


def _credit(tree: LexborHTMLParser, layout: Layout) -> str | None:
    printed = _first_text(tree, layout.credit)
    return re.sub(r"^(?:来源|來源|稿源|出所|Source)\s*[:：]\s*", "", printed)[:60] or None if printed else None


def _first_text(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> str | None:
    for selector in selectors:
        if (node := tree.css_first(selector)) is not None and (text := _text(node)):
            return text
    return None


def _text(node: LexborNode) -> str:
    """A short node's text on one line; only one with tags inside is worth a tree of its own."""
    html = node.html or ""
    return visible_text(node.text()) if html.count("<") <= 4 else node_text(soup(html))


def _cut(tree: LexborHTMLParser, layout: Layout) -> list[str]:
    """The layout's body nodes as HTML, what it drops marked in them. A node inside another is cut once."""
    for selector in layout.drop:
        for node in tree.css(selector):
            node.attrs[MARK] = ""
    nodes = tree.css(layout.body)
    outer = {node.mem_id for node in nodes}
    return [node.html or "" for node in nodes if not _inside(node, outer)]


def _inside(node: LexborNode, outer: set[int]) -> bool:
    """Whether an ancestor is among the nodes too, so that the node's text would come twice."""
    parent = node.parent
    while parent is not None:
        if parent.mem_id in outer:
            return True
        parent = parent.parent
    return False
