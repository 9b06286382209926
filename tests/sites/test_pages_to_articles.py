"""The whole way in: what a bad server sends ends as the article, read right, or as one clear Issue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import faults
from bad_server import BadServer

from extractor.archive import Archive
from extractor.crawl import CrawlSummary, Fetcher, Frontier, Limits, crawl
from extractor.domain import Policy
from extractor.parse import parse_capture
from extractor.sites import Discovery, Site

SENTENCES = {
    "ja": "財務省が発表した貿易統計によると、中国向けの輸出額は前年同月比で3.1%増え、1兆7,583億円となった。",
    "zh": "据海关总署公布的统计数据,今年前两个月我国对日本出口总值同比下降百分之三,进口总值有所增长。",
}
ENCODINGS = [
    ("ja", "utf-8"), ("ja", "shift_jis"), ("ja", "cp932"), ("ja", "euc-jp"), ("ja", "utf-16"), ("ja", "iso-2022-jp"),
    ("zh", "utf-8"), ("zh", "gb2312"), ("zh", "gb18030"), ("zh", "utf-16"),
]  # fmt: skip
LABELS = ("right", "missing", "wrong")


def page(lang: str, marker: str = "") -> str:
    body = "".join(f"<p>{SENTENCES[lang]}（{number}）</p>" for number in range(8))
    return f"<html><head><title>{marker}</title></head><body><article><h1>{marker}</h1>{body}</article></body></html>"


def run(server: BadServer, home: Path, names: list[str]) -> tuple[CrawlSummary, Site]:
    """Crawl the named pages of the server."""
    items = "".join(f"<item><link>/{name}.html</link></item>" for name in names)
    server.page("/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    site = Site(
        code="paper", name="Paper", hosts=(server.netloc,), languages=("ja", "zh"), time_zone="Asia/Tokyo",
        policy=Policy(crawl=True, requests_per_minute=60_000, rests_on="a test", reviewed=date(2026, 1, 1)),
        discovery=Discovery(feeds=(server.url("/rss.xml"),)), allow_loopback=True,
    )  # fmt: skip
    fetcher = Fetcher(limits=Limits(deadline=1.5, attempt=0.4, backoff=0.01))
    with Archive(home) as archive, Frontier(home) as frontier:
        return crawl(site, fetcher=fetcher, frontier=frontier, sink=archive.add), site


def texts(home: Path, site: Site) -> dict[str, str]:
    """The text of every archived page, by the name of the page."""
    with Archive(home) as archive:
        parsed = {capture.url: parse_capture(capture, {site.code: site}) for capture in archive}
    return {url.rpartition("/")[2].removesuffix(".html"): found.article.text for url, found in parsed.items()}


def label(kind: str, encoding: str) -> str:
    other = "utf-8" if encoding != "utf-8" else "iso-8859-1"
    return {"right": f"text/html; charset={encoding}", "missing": "text/html", "wrong": f"text/html; charset={other}"}[
        kind
    ]


def test_whatever_the_charset_and_its_label_the_text_is_read_right(tmp_path):
    cases = {f"{lang}-{encoding}-{kind}": (lang, encoding, kind) for lang, encoding in ENCODINGS for kind in LABELS}
    with BadServer() as server:
        for name, (lang, encoding, kind) in cases.items():
            server.page(f"/{name}.html", page(lang, name).encode(encoding), content_type=label(kind, encoding))
        summary, site = run(server, tmp_path, list(cases))
    assert (summary.fetched, summary.failed) == (len(cases), 0)
    read = texts(tmp_path, site)
    assert {name for name, (lang, _, _) in cases.items() if SENTENCES[lang] not in read[name]} == set()


FAULTS: dict[str, Callable[[str], faults.Route]] = {
    "drip": lambda text: faults.slow_drip(text.encode()),
    "hang": lambda text: faults.hang,
    "reset": lambda text: faults.first(1, faults.reset_in_the_body(text.encode()), faults.whole(text.encode())),
    "truncated": lambda text: faults.content_length(text.encode(), 99_999),
    "gzip": lambda text: lambda r: r.reply(faults.encoded(text.encode(), "gzip", "br"), content_encoding="gzip, br"),
    "bomb": lambda text: lambda r: r.reply(faults.bomb("zstd", megabytes=100), content_encoding="zstd"),
    "flaps": lambda text: faults.first(2, lambda r: r.reply(b"", "503 Busy"), faults.whole(text.encode())),
    "waits": lambda text: faults.first(1, faults.asks_to_wait(1), faults.whole(text.encode())),
    "wall": lambda text: faults.cookie_wall(text.encode()),
    "loop": lambda text: faults.redirect("/loop.html"),
    "private": lambda text: faults.redirect("http://192.168.0.1/x.html"),
}
READ = {"reset", "gzip", "flaps", "waits", "wall"}


def test_each_fault_ends_as_the_article_or_as_one_issue(tmp_path):
    with BadServer() as server:
        for name, make in FAULTS.items():
            server.route(f"/{name}.html", make(page("ja", name)))
        summary, site = run(server, tmp_path, list(FAULTS))
    assert set(texts(tmp_path, site)) == READ
    assert all(SENTENCES["ja"] in text for text in texts(tmp_path, site).values())
    about = [str(issue.url).rpartition("/")[2].removesuffix(".html") for issue in summary.issues]
    assert sorted(about) == sorted(set(FAULTS) - READ)
    assert all(issue.message for issue in summary.issues)
