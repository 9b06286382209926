"""What a site announces is read, whatever it is written in; what is hostile ends early."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.crawl.discover import Link, read_data_source, read_feed, read_section, read_sitemap
from extractor.crawl.discover.links import last_day, moment
from extractor.domain.errors import BrokenResponse, FetchError, TooLarge

BASE = "https://news.example/list/index.xml"
LIMIT = 20_000_000

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>対中貿易</title>
<item><title>輸出</title><link>/2024/05/a.html</link><pubDate>Fri, 17 May 2024 10:21:00 +0900</pubDate></item>
<item><title>輸入 &amp; more</title><link>https://news.example/b.html</link></item>
<item><title>no link</title></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
<entry><link rel="alternate" href="c.html"/><published>2024-05-17T10:21:00+08:00</published>
<updated>2024-05-18T00:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis", "euc-jp", "gb18030", "utf-16"])
def test_a_feed_in_any_encoding(encoding):
    links = list(read_feed(RSS.format(encoding=encoding).encode(encoding), BASE))
    assert links == [
        Link("https://news.example/2024/05/a.html", published="2024-05-17T01:21:00Z"),
        Link("https://news.example/b.html"),
    ]


def test_an_atom_feed():
    expected = Link(
        "https://news.example/list/c.html", published="2024-05-17T02:21:00Z", modified="2024-05-18T00:00:00Z"
    )
    assert list(read_feed(ATOM, BASE)) == [expected]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + '<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "http://127.0.0.1:1/x">]>'
)


def test_entities_of_entities_in_a_feed_are_not_expanded():
    body = (
        LAUGHS
        + "<rss version='2.0'><channel><item><link>/a.html</link><title>&j;&file;&web;</title></item></channel></rss>"
    )
    assert [link.url for link in read_feed(body.encode(), BASE)] == ["https://news.example/a.html"]


def test_entities_of_entities_in_a_sitemap_are_not_expanded():
    body = LAUGHS + "<urlset><url><loc>https://news.example/a.html</loc><x>&j;&file;&web;</x></url></urlset>"
    with pytest.raises(BrokenResponse, match="entity"):
        list(read_sitemap(body.encode(), BASE, limit=LIMIT))


def test_entities_that_lead_elsewhere_are_not_followed():
    body = LAUGHS + "<urlset><url><loc>https://news.example/a.html</loc><x>&file;&web;</x></url></urlset>"
    assert list(read_sitemap(body.encode(), BASE, limit=LIMIT)) == [Link("https://news.example/a.html")]


def test_a_tree_of_nothing_takes_no_memory(memory):
    body = b"<urlset><url><loc>/a.html</loc></url>" + b"<x/>" * 2_000_000 + b"</urlset>"
    memory.reset()
    assert list(read_sitemap(body, BASE, limit=LIMIT)) == [Link("https://news.example/a.html")]
    assert memory.rise < 64


def test_a_link_made_of_entities_leads_nowhere():
    body = LAUGHS + "<urlset><url><loc>&file;</loc></url></urlset>"
    assert list(read_sitemap(body.encode(), BASE, limit=LIMIT)) == []


@pytest.mark.parametrize("body", [b"", b"<html><p>404</p></html>", b"/etc/passwd", b"http://127.0.0.1:1/feed"])
def test_what_is_no_feed_says_so(body):
    with pytest.raises(BrokenResponse, match="not a feed"):
        list(read_feed(body, BASE))


HOSTILE = {
    "deep": b"<a>" * 200_000 + b"</a>" * 200_000,
    "deep and never closed": b"<item>" * 200_000,
    "deep in another encoding": ("<a>" * 200_000).encode("utf-16"),
    "many": b"<x/>" * 300_000,
    "one with many attributes": b"<item " + b"".join(b"a%d='1' " % n for n in range(100_000)) + b"/>",
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_a_feed_that_would_take_minutes_to_read_is_left_out(shape):
    with pytest.raises(TooLarge, match="than a feed has"):
        list(read_feed(b"<rss version='2.0'><channel>" + HOSTILE[shape], BASE))


def test_html_inside_a_feed_is_not_counted_as_its_elements():
    html = "<br>" * 1000
    items = f"<item><link>/a.html</link><description><![CDATA[{html}]]></description></item>"
    body = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
    assert [link.url for link in read_feed(body, BASE)] == ["https://news.example/a.html"]


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://news.example/a.html </loc><lastmod>2024-05-17</lastmod>
  <image:image><image:loc>https://img.example/1.jpg</image:loc></image:image></url>
<url><loc>https://news.example/b.html?x=1&amp;y=2</loc>
  <news:news><news:publication_date>2024-05-17T10:21:00+08:00</news:publication_date></news:news></url>
<url><lastmod>2024-05-17</lastmod></url>
<url><loc>http://[bad</loc></url>
<url><loc>mailto:a@example.org</loc></url>
</urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/1.xml.gz</loc><lastmod>2024-05-17T00:00:00Z</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize("pack", [lambda body: body, gzip.compress])
def test_a_news_sitemap_plain_and_gz(pack):
    assert list(read_sitemap(pack(SITEMAP.encode()), BASE, limit=LIMIT, time_zone="Asia/Tokyo")) == [
        Link("https://news.example/a.html", modified="2024-05-16T15:00:00Z"),
        Link("https://news.example/b.html?x=1&y=2", published="2024-05-17T02:21:00Z"),
    ]


def test_an_index_names_further_sitemaps():
    assert list(read_sitemap(INDEX, BASE, limit=LIMIT)) == [
        Link("https://news.example/1.xml.gz", "sitemap", modified="2024-05-17T00:00:00Z")
    ]


def test_a_sitemap_that_breaks_off_yields_what_came_before():
    assert len(list(read_sitemap(SITEMAP.encode()[:-250], BASE, limit=LIMIT))) == 1


def test_a_plain_list_of_urls_is_a_sitemap_too():
    links = list(read_sitemap(b"\xef\xbb\xbfhttps://news.example/a.html\r\nnot a url\r\n", BASE, limit=LIMIT))
    assert links == [Link("https://news.example/a.html")]


def test_a_sitemap_bomb_is_too_large():
    with pytest.raises(TooLarge):
        list(read_sitemap(gzip.compress(b"<urlset>" + b" " * 2_000_000), BASE, limit=1_000_000))


@pytest.mark.parametrize("body", [b"", b"<html><p>404</p>", b"nothing here", b"<urlset", gzip.compress(b"")])
def test_what_is_no_sitemap_says_so(body):
    with pytest.raises(BrokenResponse):
        list(read_sitemap(body, BASE, limit=LIMIT))


def test_the_links_of_a_section_page():
    page = """<base href="/fortune/"><a href="a.html">1</a><a href="a.html">again</a>
      <a href="//m.news.example/b.html">2</a><a href="mailto:x@example.org">3</a>
      <a href="javascript:void(0)">4</a><a>5</a><a href="http://[bad">6</a>"""
    assert [link.url for link in read_section(page.encode(), BASE)] == [
        "https://news.example/fortune/a.html",
        "https://m.news.example/b.html",
    ]


DATA = {
    "xinhua datasource": {"datasource": [
        {"contentId": "1", "title": "a", "publishUrl": "../20240517/0a/c.html", "publishTime": "2024-05-17 10:21:00"}]},
    "xinhua list": {"status": 0, "data": {"list": [
        {"Title": "a", "LinkUrl": "https://news.example/20240517/0a/c.html", "PubTime": "2024-05-17 10:21:00"}]}},
    "bare list": [{"url": "/20240517/0a/c.html", "date": "20240517102100", "image": {"width": 3}}],
}  # fmt: skip


@pytest.mark.parametrize("shape", DATA)
@pytest.mark.parametrize("wrap", ["{}", "callback({});", "\ufeff{}"])
def test_json_lists(shape, wrap):
    body = wrap.replace("{}", json.dumps(DATA[shape])).encode()
    assert list(read_data_source(body, BASE, time_zone="Asia/Shanghai")) == [
        Link("https://news.example/20240517/0a/c.html", published="2024-05-17T02:21:00Z")
    ]


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"callback(", b'{"a":'])
def test_what_is_no_json_says_so(body):
    with pytest.raises(BrokenResponse, match="not JSON"):
        list(read_data_source(body, BASE))


@given(st.one_of(st.binary(max_size=300), st.text("<>/&;!?[]{}()=\"'abcurlset: \n", max_size=120).map(str.encode)))
def test_any_bytes_end_in_links_or_an_error_of_ours(body):
    for read in (
        lambda: read_feed(body, BASE),
        lambda: read_sitemap(body, BASE, limit=LIMIT),
        lambda: read_section(body, BASE),
        lambda: read_data_source(body, BASE),
    ):
        with suppress(FetchError):
            assert all(isinstance(link.url, str) for link in read())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-17T10:21:00+09:00", "2024-05-17T01:21:00Z"), ("2024-05-17 10:21", "2024-05-17T01:21:00Z"),
        ("2024-05-17", "2024-05-16T15:00:00Z"), ("2024-05", "2024-04-30T15:00:00Z"),
        ("Fri, 17 May 2024 01:21:00 GMT", "2024-05-17T01:21:00Z"), ("20240517102100", "2024-05-17T01:21:00Z"),
        ("yesterday", None), ("", None), (None, None), ("2024-13-99", None), ("0001-01-01T00:00:00+09:00", None),
    ],
)  # fmt: skip
def test_times(text, expected):
    assert moment(text, "Asia/Tokyo") == expected


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_none(text):
    found = moment(text)
    assert found is None or len(found) == 20


@pytest.mark.parametrize(
    ("partial", "expected"),
    [("2024-02", "2024-02-29"), ("2024-02-10", "2024-02-10"), ("2024-13", None), ("2024", None), (None, None)],
)
def test_a_month_lasts_until_its_last_day(partial, expected):
    assert last_day(partial) == expected
