"""Sites are found by their files, and the README's ten minutes work when followed to the letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import extractor.sites
from extractor.domain.errors import CatalogueError
from extractor.parse import parse_capture
from extractor.sites import Site, canonical_url, registry, site_of

FOLDER = Path(extractor.sites.__file__).parent
README = (FOLDER / "README.md").read_text(encoding="utf-8")
GAZETTE_PAGE = """<html lang="en"><head><title>Box volumes rise | Harbour Gazette</title></head><body>
<div class="menu"><a href="/">Home</a></div><article class="story"><h1>Box volumes rise</h1>
<p class="byline">Mei Chan</p><time datetime="2025-06-30 09:15">June 30</time><div class="story-text">
<p>Container throughput at the port rose 4.2 percent to 1.31 million TEU in May, the port authority said.</p>
<div class="advert"><p>Buy 2, get 1.</p></div>
<p>Boxes bound for Japan grew 6.8 percent, helped by orders for machine parts and by a low base a year earlier.</p>
<p>The authority expects volumes for the first half to come in about 3 percent above those of last year.</p>
<div class="more-stories"><p>Pilot strike ends</p></div></div></article></body></html>"""


def readme_site() -> str:
    """The README's file, taken out of its list item."""
    block = re.search(r"   ```python\n(.*?)   ```", README, re.DOTALL)
    assert block is not None
    return re.sub(r"^   ", "", block.group(1), flags=re.MULTILINE)


def test_a_site_is_added_by_one_file_as_the_readme_says(tmp_path: Path, capture: Any) -> None:
    (tmp_path / "gazette.py").write_text(readme_site(), encoding="utf-8")
    found = registry(tmp_path)
    url = "https://harbour-gazette.example/2025/06/box-volumes.html?utm_source=feed"
    parsed = parse_capture(capture(GAZETTE_PAGE, url=url), found)
    article = parsed.article
    assert (article.source, article.layout, article.title) == ("gazette", "gazette/V1", "Box volumes rise")
    assert (article.published_at, article.published_how) == ("2025-06-30T09:15:00+08:00", "layout, zone applied")
    assert article.authors == ("Mei Chan",)
    assert article.url == "https://harbour-gazette.example/2025/06/box-volumes.html"
    assert "1.31 million TEU" in article.text
    assert "Buy 2" not in article.text
    assert "Pilot strike" not in article.text
    assert parsed.issues == ()
    assert found["gazette"].discovery.is_article(article.url)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("SITE = 1", "states no SITE"),
        ("x = (", "never closed"),
        ("import no_such_module_here", "no_such_module_here"),
        (readme_site().replace('code="gazette"', 'code="Bad Code"'), "code"),
        (readme_site().replace("crawl=True", "crawl=True, speed=9"), "speed"),
        (readme_site().replace('"article.story h1"', '"article..story"'), "no CSS selector: article..story"),
        (readme_site().replace('"Asia/Hong_Kong"', '"HKT+8"'), "no IANA time zone: HKT+8"),
        (readme_site().replace(r"/\d{4}/\d{2}/", "(("), "no regular expression"),
    ],
)
def test_a_malformed_file_stops_with_its_name_and_reason(source: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(source, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"broken\.py") as error:
        registry(tmp_path)
    assert reason in str(error.value)


def test_two_files_cannot_claim_one_code(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.py").write_text(readme_site(), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"two\.py: the code gazette is taken"):
        registry(tmp_path)


def test_every_file_of_the_folder_is_a_site(sites: Mapping[str, Site]) -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "base", "urls"}
    assert files == set(sites) >= {"jetro", "xinhua", "nikkei"}


def test_nikkei_is_not_crawled_by_default_and_every_policy_says_what_it_rests_on(sites: Mapping[str, Site]) -> None:
    assert not sites["nikkei"].policy.crawl
    assert all(site.policy.rests_on and site.policy.reviewed for site in sites.values())


def test_every_layout_is_in_the_readme_and_its_selectors_are_selectors(sites: Mapping[str, Site]) -> None:
    tree = LexborHTMLParser("<p>x</p>")
    for site in sites.values():
        assert len({layout.name for layout in site.layouts}) == len(site.layouts)
        for layout in site.layouts:
            assert f"`{site.code}/{layout.name}`" in README
            fields = (layout.fits, layout.body, *layout.title, *layout.drop, *layout.published, *layout.paywall)
            for selector in (*fields, *layout.modified, *layout.authors, *layout.dateline, *layout.credit):
                tree.css(selector)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.jetro.go.jp/biznews/2025/07/3f9a1c0d5e7b2468.html", "jetro"),
        ("http://news.xinhuanet.com/fortune/2013-01/10/c_114325312.htm", "xinhua"),
        ("https://english.news.cn/20240112/1f3e5d7c9b8a46020fbeda7531c8e642/c.html", "xinhua"),
        ("https://asia.nikkei.com/Economy/Japan-logs-deficit", "nikkei"),
        ("https://cn.nikkei.com/politicsaeconomy/economic-policy/57834-2025-01-23-10-38-16.html", "nikkei"),
        ("https://www.nikkei.com/article/DGXZQOUA16BNF0W5A410C2000000/", "nikkei"),
    ],
)
def test_addresses_find_their_site_and_count_as_articles(url: str, code: str, sites: Mapping[str, Site]) -> None:
    site = site_of(url, sites)
    assert site is not None
    assert site.code == code
    assert site.discovery.is_article(url)


@pytest.mark.parametrize("url", ["https://notjetro.go.jp/x", "https://news.cn.example.com/x", "file:x", "", "http://["])
def test_other_addresses_find_none(url: str, sites: Mapping[str, Site]) -> None:
    assert site_of(url, sites) is None


@pytest.mark.parametrize(
    ("code", "url", "one"),
    [
        (
            "jetro",
            "http://jetro.go.jp/biznews/2025/07/a.html?print=1#top",
            "https://www.jetro.go.jp/biznews/2025/07/a.html",
        ),
        ("xinhua", "http://www.news.cn/2023-01/13/c_1.htm?page=2", "https://www.news.cn/2023-01/13/c_1.htm"),
        ("nikkei", "https://www.nikkei.com/article/DGXZQ1?n_cid=X&unlock=1", "https://www.nikkei.com/article/DGXZQ1/"),
        (None, "HTTP://Example.COM:80/a?utm_source=x&b=2&a=1#f", "http://example.com/a?a=1&b=2"),
        (None, "https://user:pw@example.com:8443/", "https://example.com:8443/"),
        (None, "file:page.html", "file:page.html"),
    ],
)
def test_one_article_has_one_address(code: str | None, url: str, one: str, sites: Mapping[str, Site]) -> None:
    site = sites[code] if code else None
    assert canonical_url(url, site) == one
    assert canonical_url(one, site) == one


@given(
    st.from_regex(
        r"https?://[a-z]{1,5}\.[a-z]{2,3}(:\d{1,3})?(/[\w%.]{0,5}){0,3}(\?[\w=&%+]{0,20})?(#\w*)?", fullmatch=True
    )
)
def test_the_one_address_is_its_own(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


def test_a_site_moves_to_a_port_of_this_machine(sites: Mapping[str, Site]) -> None:
    demo = sites["jetro"].model_copy(update={"hosts": ("127.0.0.1:8001",), "allow_loopback": True})
    other = sites["xinhua"].model_copy(update={"hosts": ("127.0.0.1:8002",), "allow_loopback": True})
    moved = {"jetro": demo, "xinhua": other}
    assert site_of("http://127.0.0.1:8001/biznews/2025/07/a.html", moved) is demo
    assert site_of("http://127.0.0.1:8002/x", moved) is other
    assert canonical_url("http://127.0.0.1:8001/a.html", demo) == "http://127.0.0.1:8001/a.html"


def test_dates_in_addresses(sites: Mapping[str, Site]) -> None:
    dates = {
        "jetro": ("https://www.jetro.go.jp/biznews/2025/07/3f9a1c0d5e7b2468.html", "2025-07"),
        "xinhua": ("https://english.news.cn/20240112/1f3e/c.html", "2024-01-12"),
        "nikkei": ("https://cn.nikkei.com/a/57834-2025-01-23-10-38-16.html", "2025-01-23"),
    }
    for code, (url, day) in dates.items():
        assert sites[code].discovery.url_date(url) == day
    assert sites["xinhua"].discovery.url_date("https://www.news.cn/2023-01/13/c_1.htm") == "2023-01-13"
