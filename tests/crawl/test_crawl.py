"""A crawl of a site: what is fetched, what is left alone, and what the summary says of it."""

from __future__ import annotations

import gzip
import hashlib
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import faults
import pytest
from bad_server import BadServer

from extractor.archive import Archive
from extractor.crawl import CrawlSummary, Event, Frontier, Limits, crawl, crawl_all
from extractor.domain.errors import ArchiveError, Refused, StoreError
from extractor.sites import Site


def feed(*items: tuple[str, str] | str) -> bytes:
    """An RSS feed; an item is a link, or a link and the day of its publication."""
    pairs = [(item, "") if isinstance(item, str) else item for item in items]
    lines = [f"<item><link>{link.replace('&', '&amp;')}</link><pubDate>{day}</pubDate></item>" for link, day in pairs]
    return f"<rss version='2.0'><channel>{''.join(lines)}</channel></rss>".encode()


def sitemap(*entries: tuple[str, str]) -> bytes:
    lines = [f"<url><loc>{link}</loc><lastmod>{modified}</lastmod></url>" for link, modified in entries]
    return f"<urlset>{''.join(lines)}</urlset>".encode()


@pytest.fixture
def run(tmp_path, hasty) -> Callable[..., CrawlSummary]:
    """Crawl one site into one home, as often as called."""

    def once(site: Site, **options: object) -> CrawlSummary:
        with Archive(tmp_path) as archive, Frontier(tmp_path) as frontier:
            given = {"fetcher": hasty, "sink": archive.add, "seen": archive.sight, **options}
            return crawl(site, frontier=frontier, **given)

    return once


def archived(home) -> dict[str, bytes]:
    with Archive(home) as archive:
        return {capture.url.partition("//")[2].partition("/")[2]: capture.body for capture in archive}


def paths(server: BadServer) -> list[str]:
    """What was asked for, robots.txt apart."""
    return [request.path for request in server.log if request.path != "/robots.txt"]


def test_every_kind_of_announcement_leads_to_its_pages(server, make_site, run, tmp_path):
    site = make_site(
        server, feeds=("/rss.xml",), sitemaps=("/index.xml",), sections=("/news/",), data_sources=("/ds.json",)
    )
    for number in range(1, 6):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)
    server.page("/rss.xml", feed("/1.html", "/not-an-article.pdf", "https://elsewhere.example/x.html"))
    server.page(
        "/index.xml", f"<sitemapindex><sitemap><loc>{server.url('/map.xml.gz')}</loc></sitemap></sitemapindex>".encode()
    )
    server.page(
        "/map.xml.gz", gzip.compress(sitemap((server.url("/2.html"), "2024-05-17"))), content_type="application/gzip"
    )
    server.page("/news/", b"<a href='../3.html'>3</a> <a href='4.html'>none</a> <a href='/1.html#comments'>1</a>")
    server.page("/ds.json", b'{"datasource":[{"publishUrl":"/5.html","publishTime":"2024-05-17 10:00:00"}]}')
    summary = run(site)
    assert archived(tmp_path) == {f"{n}.html": b"<p>page %d</p>" % n for n in (1, 2, 3, 5)}
    assert (summary.fetched, summary.failed, summary.documents) == (4, 1, 5)
    assert summary.reasons == {"status_404": 1}


def test_one_page_under_many_addresses_is_fetched_once(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/1.html", b"<p>page</p>")
    server.page(
        "/rss.xml", feed("/1.html?utm_source=rss", "/1.html?utm_source=mail&fbclid=x", "/1.html", "/1.html#top")
    )
    assert run(site).fetched == 1
    assert paths(server) == ["/rss.xml", "/1.html"]
    assert list(archived(tmp_path)) == ["1.html"]


def test_a_second_crawl_asks_only_for_what_is_new_or_due(server, make_site, run):
    site = make_site(server, feeds=("/rss.xml",))
    server.route("/rss.xml", lambda r: r.reply(feed("/1.html", *(["/2.html"] if r.count > 1 else []))))
    for number in (1, 2):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)
    assert str(run(site)) == "paper: 1 fetched, 0 unchanged, 0 refused, 0 failed"
    assert run(site).fetched == 1
    assert str(run(site)) == "paper: 0 fetched, 0 unchanged, 0 refused, 0 failed, 2 known from before"
    assert paths(server) == ["/rss.xml", "/1.html", "/rss.xml", "/2.html", "/rss.xml"]


def test_a_page_that_has_not_changed_adds_a_sighting_and_no_capture(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html", "/2.html"))
    server.route("/1.html", faults.unchanged(b"<p>conditional</p>", "v1"))
    server.page("/2.html", b"<p>sent in full each time</p>")
    assert run(site).fetched == 2
    for _ in range(2):
        summary = run(site, revisit=timedelta(0))
        assert (summary.fetched, summary.unchanged) == (0, 2)
    # The ETag of the last 304 is the one that is sent.
    assert [r.headers.get("if-none-match") for r in server.asked("/1.html")] == [None, '"v1"', '"v1-2"']
    with Archive(tmp_path) as archive:
        assert len(archive) == 2
        seen = {url: [why for _, _, why in archive.sightings(server.url(url))] for url in ("/1.html", "/2.html")}
    assert seen == {"/1.html": ["not_modified"] * 2, "/2.html": ["same_bytes"] * 2}


def test_a_page_that_has_changed_is_a_second_capture(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html"))
    server.route("/1.html", lambda r: r.reply(b"<p>version %d</p>" % r.count, etag=f'"{r.count}"'))
    assert (run(site).fetched, run(site, revisit=timedelta(0)).fetched) == (1, 1)
    with Archive(tmp_path) as archive:
        assert [capture.body for capture in archive] == [b"<p>version 1</p>", b"<p>version 2</p>"]


def test_an_old_page_is_asked_for_again_when_its_sitemap_says_that_it_changed(server, make_site, run):
    site = make_site(server, sitemaps=("/map.xml",))
    days = ["2024-01-01", "2024-01-01", "2999-01-01"]
    server.route("/map.xml", lambda r: r.reply(sitemap((server.url("/1.html"), days[r.count - 1]))))
    server.page("/1.html", b"<p>page</p>")
    summaries = [run(site) for _ in days]
    assert [(s.fetched, s.unchanged) for s in summaries] == [(1, 0), (0, 0), (0, 1)]


def test_a_sitemap_that_its_index_says_has_not_changed_is_not_read_again(server, make_site, run):
    site = make_site(server, sitemaps=("/index.xml",))
    index = "<sitemap><loc>/old.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>/new.xml</loc></sitemap>"
    server.page("/index.xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    server.page("/old.xml", sitemap(("/1.html", "2024-01-01")))
    server.page("/new.xml", sitemap(("/2.html", "2024-01-01")))
    run(site, since=date(2024, 2, 1))
    assert [len(server.asked(path)) for path in ("/index.xml", "/old.xml", "/new.xml")] == [1, 0, 1]
    run(site)
    run(site)
    assert [len(server.asked(path)) for path in ("/index.xml", "/old.xml", "/new.xml")] == [3, 1, 3]


def test_a_frontier_that_cannot_be_used_says_what_to_do(site, run, tmp_path):
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "frontier.db").write_bytes(b"no database at all" * 300)
    with pytest.raises(StoreError, match="begins anew"):
        run(site)


def test_a_feed_that_has_not_changed_is_not_sent_again(server, make_site, run):
    site = make_site(server, feeds=("/rss.xml",))
    server.route("/rss.xml", faults.unchanged(feed("/1.html"), "feed"))
    server.page("/1.html", b"<p>page</p>")
    assert [run(site).fetched, run(site).fetched] == [1, 0]
    assert [r.headers.get("if-none-match") for r in server.asked("/rss.xml")] == [None, '"feed"']


def test_a_dry_run_lists_what_would_be_fetched_and_leaves_no_trace(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/robots.txt", b"User-agent: *\nDisallow: /private/\n")
    server.page("/rss.xml", feed(("/1.html", "Fri, 17 May 2024 10:00:00 GMT"), "/private/2.html"))
    server.page("/1.html", b"<p>page</p>")
    summary = run(site, dry_run=True)
    assert [(p.url, p.published, p.conditional, bool(p.refused)) for p in summary.planned] == [
        (server.url("/1.html"), "2024-05-17T10:00:00Z", False, False),
        (server.url("/private/2.html"), None, False, True),
    ]
    assert paths(server) == ["/rss.xml"]
    assert archived(tmp_path) == {}
    assert run(site).fetched == 1


def test_since_and_limit_leave_the_rest_waiting(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    days = {1: "Wed, 15 May 2024", 2: "Thu, 16 May 2024", 3: "Fri, 17 May 2024", 4: "Sat, 18 May 2024"}
    server.page("/rss.xml", feed(*((f"/{n}.html", f"{day} 10:00:00 GMT") for n, day in days.items())))
    for number in days:
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)
    first = run(site, since=date(2024, 5, 16), limit=2)
    assert (first.fetched, first.left) == (2, 1)
    assert sorted(archived(tmp_path)) == ["3.html", "4.html"]
    assert run(site, since=date(2024, 5, 16)).fetched == 1
    assert run(site).fetched == 1


def test_the_date_in_a_url_counts_where_nothing_else_says_it(server, make_site, run):
    site = make_site(server, sections=("/",))
    site = site.model_copy(
        update={"discovery": site.discovery.model_copy(update={"date_in_url": r"/(?P<year>\d{4})/(?P<month>\d{2})/"})}
    )
    server.page("/", b"<a href='/2024/04/a.html'>April</a><a href='/2024/05/b.html'>May</a>")
    server.page("/2024/05/b.html", b"<p>May</p>")
    assert run(site, since=date(2024, 5, 17)).fetched == 1
    assert paths(server) == ["/", "/2024/05/b.html"]


def test_a_bad_page_does_not_stop_the_others_and_the_summary_says_why(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    bad = {"hang": faults.hang, "bomb": lambda r: r.reply(faults.bomb("gzip", megabytes=30), content_encoding="gzip"),
           "loop": faults.redirect("/loop.html"), "away": faults.redirect("http://10.0.0.1/x.html"),
           "gone": lambda r: r.reply(b"", "410 Gone")}  # fmt: skip
    for name, route in bad.items():
        server.route(f"/{name}.html", route)
    for number in range(3):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)
    server.page("/robots.txt", b"User-agent: *\nDisallow: /secret\n")
    server.page("/rss.xml", feed("/0.html", *(f"/{name}.html" for name in bad), "/1.html", "/secret.html", "/2.html"))
    summary = run(site)
    assert sorted(archived(tmp_path)) == ["0.html", "1.html", "2.html"]
    assert str(summary) == "paper: 3 fetched, 0 unchanged, 2 refused (1 by robots.txt), 4 failed"
    assert summary.reasons == {
        "too_slow": 1, "too_large": 1, "broken_response": 1, "refused": 1, "status_410": 1, "robots": 1,
    }  # fmt: skip
    assert {issue.stage for issue in summary.issues} == {"crawl"}
    assert all(issue.url and issue.url in issue.message for issue in summary.issues)


def test_a_page_that_failed_is_tried_at_the_next_crawl_and_one_that_is_gone_is_not(server, make_site, run):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html", "/2.html"))
    server.route("/1.html", faults.first(4, lambda r: r.reply(b"", "500 Error"), faults.whole(b"<p>page</p>")))
    assert run(site).failed == 2
    assert (run(site).fetched, len(server.asked("/2.html"))) == (1, 1)


def test_a_host_that_asks_for_an_hour_is_left_alone(server, make_site, run):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html", "/2.html", "/3.html"))
    for number in (1, 2, 3):
        server.route(f"/{number}.html", faults.asks_to_wait(3600))
    summary = run(site)
    assert (summary.fetched, summary.failed, summary.left) == (0, 0, 3)
    assert summary.reasons == {"asked_to_wait": 1}
    run(site)
    assert [path for path in paths(server) if path.endswith(".html")] == ["/1.html"]


def test_a_host_that_is_down_is_given_up_and_its_pages_wait(server, make_site, run, hasty):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed(*(f"/{n}.html" for n in range(20))))
    for number in range(20):
        server.route(f"/{number}.html", lambda r: r.reset())
    quick = replace(hasty, limits=Limits(deadline=2, attempts=1, host_failures=3))
    summary = run(site, fetcher=quick)
    assert (summary.failed, summary.left) == (3, 17)
    assert summary.reasons["host_down"] == 1


def test_one_bad_host_holds_up_nobody_else(make_site, hastier, tmp_path):
    with BadServer() as slow, BadServer() as quick:
        slow_site, quick_site = (
            make_site(slow, "slow", feeds=("/rss.xml",)),
            make_site(quick, "quick", feeds=("/rss.xml",)),
        )
        for server in (slow, quick):
            server.page("/rss.xml", feed(*(f"/{n}.html" for n in range(2))))
        for number in range(2):
            slow.route(f"/{number}.html", faults.hang)
            quick.page(f"/{number}.html", b"<p>page %d</p>" % number)
        done: list[str] = []
        with Archive(tmp_path) as archive, Frontier(tmp_path) as frontier:
            first, second = crawl_all(
                [slow_site, quick_site], fetcher=hastier, frontier=frontier, sink=archive.add, seen=archive.sight,
                progress=lambda event: done.append(event.site) if event.what == "done" else None,
            )  # fmt: skip
        assert (first.site, first.fetched, second.site, second.fetched) == ("slow", 0, "quick", 2)
        assert done == ["quick", "slow"]


def test_a_source_that_may_not_be_crawled_is_not(server, make_site, run, hasty, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    off = site.model_copy(update={"policy": site.policy.model_copy(update={"crawl": False})})
    server.page("/rss.xml", feed("/1.html"))
    server.page("/1.html", b"<p>page</p>")
    with pytest.raises(Refused, match="extractor ingest"):
        run(off)
    with Archive(tmp_path) as archive, Frontier(tmp_path) as frontier:
        (summary,) = crawl_all([off], fetcher=hasty, frontier=frontier, sink=archive.add)
    assert (summary.refused, summary.reasons) == (1, {"policy": 1})
    assert server.log == []
    assert run(off, licensed=True).fetched == 1


def test_progress_is_told_at_every_step(server, make_site, run):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html", "/2.html"))
    for number in (1, 2):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)
    events: list[Event] = []
    run(site, progress=events.append)
    assert [(e.what, e.handled, e.waiting) for e in events] == [
        ("document", 0, 0), ("fetching", 0, 2), ("fetched", 1, 1), ("fetching", 1, 1), ("fetched", 2, 0),
        ("done", 2, 0),
    ]  # fmt: skip


def test_a_redirect_to_a_page_that_waits_counts_for_both(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/old.html", "/new.html"))
    server.route("/old.html", faults.redirect("/new.html"))
    server.page("/new.html", b"<p>page</p>")
    run(site)
    assert len(server.asked("/new.html")) == 1
    with Archive(tmp_path) as archive:
        assert [(c.url, c.via) for c in archive] == [(server.url("/new.html"), (server.url("/old.html"),))]


def test_when_the_archive_fails_the_crawl_stops_and_the_page_is_not_lost(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html", "/2.html"))
    for number in (1, 2):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)

    def full(capture: object) -> None:
        raise ArchiveError("the disk is full", "Free some space")

    with pytest.raises(ArchiveError, match="disk is full"):
        run(site, sink=full)
    assert run(site).fetched == 2
    assert paths(server) == ["/rss.xml", "/1.html", "/1.html", "/2.html"]


def test_ctrl_c_ends_the_crawl_without_loss(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed(*(f"/{n}.html" for n in range(6))))
    for number in range(6):
        server.page(f"/{number}.html", b"<p>page %d</p>" % number)

    def press(event: Event) -> None:
        if event.what == "fetched" and event.handled == 3:
            os.kill(os.getpid(), signal.SIGINT)

    summary = run(site, progress=press)
    assert summary.interrupted
    assert "run it again" in str(summary)
    assert summary.fetched + summary.left == 6
    assert run(site).fetched == summary.left
    assert len(archived(tmp_path)) == 6
    assert len(server.asked("/rss.xml")) == 1


def test_two_crawls_of_one_site_into_one_home_do_not_run_at_once(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    with Frontier(tmp_path) as frontier, frontier.claim("paper"), pytest.raises(StoreError, match="another program"):
        run(site)


def test_fifty_thousand_pages_in_a_sitemap_are_taken_in_in_little_memory(server, make_site, run, memory):
    site = make_site(server, sitemaps=("/map.xml.gz",))
    body = b"<urlset>%s</urlset>" % b"".join(b"<url><loc>/%06d.html</loc></url>" % n for n in range(50_000))
    server.page("/map.xml.gz", gzip.compress(body), content_type="application/gzip")
    server.page("/000000.html", b"<p>page</p>")
    memory.reset()
    summary = run(site, limit=1)
    assert memory.rise < 64
    assert (summary.fetched, summary.left) == (1, 49_999)


def test_the_archive_holds_what_was_asked_and_by_whom(server, make_site, run, tmp_path):
    site = make_site(server, feeds=("/rss.xml",))
    server.page("/rss.xml", feed("/1.html"))
    body = "<p>対中輸出</p>".encode("shift_jis")
    server.page(
        "/1.html", faults.encoded(body, "gzip"), content_encoding="gzip", content_type="text/html; charset=utf-8"
    )
    run(site)
    with Archive(tmp_path) as archive:
        (capture,) = list(archive)
    assert (capture.body, capture.source, capture.media_type) == (body, "paper", "text/html")
    assert capture.sha256 == hashlib.sha256(body).hexdigest()
    assert capture.header("content-encoding") == "gzip"
    assert dict(capture.request_headers)["user-agent"].startswith("extractor/")
