"""Crawling from the command line: shown, stopped and gone on with, summed up, and remembered by its source."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "sites"))

from bad_server import BadServer, Request

from extractor.domain import Policy
from extractor.sites import Discovery, Layout, Site

STORY = "<p>Exports rose {n} percent to {n}8.9 trillion yen in 2024, the office said in its report for the year.</p>"
PAGE = "<html><body><h1>Story {n}</h1><time>2025-04-0{n}</time><div>{body}</div></body></html>"


def story(number: int, tag: str = "div") -> bytes:
    body = "".join(STORY.format(n=number) for _ in range(3))
    return PAGE.format(n=number, body=body).replace("<div>", f"<{tag}>").replace("</div>", f"</{tag}>").encode()


@pytest.fixture
def server() -> Iterator[BadServer]:
    with BadServer() as running:
        yield running


@pytest.fixture
def paper(server: BadServer, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site of this name is all there is, but for one that may not be crawled."""
    layout = Layout(
        name="V1", valid_from=date(2020, 1, 1), about="all of it", fits="h1", title=("h1",), body="body > div",
        published=("time",),
    )  # fmt: skip
    policy = Policy(crawl=True, requests_per_minute=60_000, rests_on="a test", reviewed=date(2026, 1, 1))
    site = Site(
        code="paper", name="Paper", hosts=(server.netloc,), languages=("en",), time_zone="UTC", policy=policy,
        discovery=Discovery(feeds=(server.url("/rss.xml"),), url_patterns=(r"\.html$",)), layouts=(layout,),
        allow_loopback=True,
    )  # fmt: skip
    walled = site.model_copy(
        update={"code": "walled", "name": "Walled", "policy": policy.model_copy(update={"crawl": False})}
    )
    monkeypatch.setattr("extractor.sites.registry", lambda: {"paper": site, "walled": walled})
    return site


def announce(server: BadServer, count: int) -> None:
    """A feed of so many stories, each with its day."""
    items = "".join(
        f"<item><link>/{n}.html</link><pubDate>{n:02} Apr 2025 00:00:00 GMT</pubDate></item>"
        for n in range(1, count + 1)
    )
    server.page("/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    for number in range(1, count + 1):
        server.page(f"/{number}.html", story(number))


def asked(server: BadServer) -> list[str]:
    return [request.path for request in server.log if request.path.endswith(".html")]


def test_the_summary_names_every_url_that_was_not_had_and_why(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 4)
    server.page("/robots.txt", b"User-agent: *\nDisallow: /2.html\n")
    server.route("/3.html", lambda request: request.reply(b"gone", "404 Not Found"))
    ran = extractor("crawl", "paper", "--home", tmp_path)
    assert ran.code == 0
    assert "paper: 2 fetched, 0 unchanged, 1 refused (1 by robots.txt), 1 failed" in ran.out
    lines = ran.out.splitlines()
    assert any("robots" in line and server.url("/2.html") in line for line in lines)
    assert any("404" in line and server.url("/3.html") in line for line in lines)
    assert "2 articles read" in ran.out
    shown = [line for line in ran.err.splitlines() if line.startswith("paper: fetched")]
    assert [server.url("/1.html") in line or server.url("/4.html") in line for line in shown] == [True, True]
    listed = extractor("runs", "issues", "1", "--home", tmp_path, "--json").out.splitlines()
    kept = [(row["stage"], row["code"], row["source"], row["url"]) for row in map(json.loads, listed)]
    assert sorted(kept) == [
        ("crawl", "robots", "paper", server.url("/2.html")),
        ("crawl", "status_404", "paper", server.url("/3.html")),
    ]


def test_the_summary_for_programs(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 2)
    server.route("/2.html", lambda request: request.reply(b"", "404 Not Found"))
    ran = extractor("crawl", "--home", tmp_path, "--json", "--quiet")
    crawled, read = map(json.loads, ran.out.splitlines())
    assert (crawled["site"], crawled["fetched"], crawled["failed"], crawled["reasons"]) == (
        "paper", 1, 1, {"status_404": 1},
    )  # fmt: skip
    assert [issue["url"] for issue in crawled["issues"]] == [server.url("/2.html")]
    assert read["articles"] == 1
    assert ran.err == ""


def test_ctrl_c_loses_nothing_and_says_how_to_go_on(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 6)

    def press(request: Request) -> None:
        request.reply(story(4))
        if request.count == 1:
            os.kill(os.getpid(), signal.SIGINT)

    server.route("/4.html", press)
    ran = extractor("crawl", "paper", "--home", tmp_path)
    assert ran.code == 130
    assert "interrupted; run the same command again to go on" in ran.err
    assert "left for the next crawl" in ran.out
    assert "interrupted" in extractor("sources", "paper", "--home", tmp_path).out
    again = extractor("crawl", "paper", "--home", tmp_path)
    assert again.code == 0
    assert "6 articles read" in again.out
    pages = asked(server)
    assert set(pages) == {f"/{n}.html" for n in range(1, 7)}
    assert len(pages) <= 7, "only what was under way is asked for twice"


def test_ctrl_c_while_reading_shows_what_was_crawled_and_the_rest_is_read_later(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(server, 3)
    with monkeypatch.context() as patched:
        patched.setattr("extractor.cli.crawling.Watch.read", lambda *_: os.kill(os.getpid(), signal.SIGINT))
        ran = extractor("crawl", "paper", "--home", tmp_path)
    assert ran.code == 130
    assert "3 fetched" in ran.out
    assert "interrupted; run the same command again to go on" in ran.err
    assert "2 articles read" in extractor("crawl", "paper", "--home", tmp_path).out
    assert len(asked(server)) == 3


def test_a_dry_run_lists_pages_with_their_days_and_fetches_none(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 3)
    server.page("/robots.txt", b"User-agent: *\nDisallow: /3.html\n")
    ran = extractor("crawl", "paper", "--dry-run", "--since", "2025-04-02", "--home", tmp_path)
    assert ran.out.splitlines()[0].startswith("paper: 1 would be fetched, 1 refused")
    assert f"would fetch: {server.url('/2.html')} (2025-04-02)" in ran.out
    assert server.url("/1.html") not in ran.out
    assert asked(server) == []
    assert not (tmp_path / "facts.db").exists()


def test_a_limit_leaves_the_rest_for_the_next_crawl(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 3)
    ran = extractor("crawl", "paper", "--limit", "2", "--home", tmp_path)
    assert "2 fetched" in ran.out
    assert "1 left for the next crawl" in ran.out
    assert asked(server) == ["/3.html", "/2.html"], "the newest first"


def test_a_source_whose_policy_says_no_needs_a_licence(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 1)
    ran = extractor("crawl", "walled", "--home", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "Walled is not crawled: a test" in ran.err
    assert "--licensed" in ran.err
    assert server.log == []
    assert "1 fetched" in extractor("crawl", "walled", "--licensed", "--home", tmp_path).out


def test_a_changed_layout_shows_beside_its_source_the_same_day(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 2)
    assert "never" in extractor("sources", "--home", tmp_path).out
    extractor("crawl", "paper", "--home", tmp_path)
    (before,) = map(json.loads, extractor("sources", "paper", "--json", "--home", tmp_path).out.splitlines())
    assert before["page_issues"] == {}
    assert (before["last_crawl"]["fetched"], before["last_crawl"]["failed"]) == (2, 0)
    announce(server, 4)
    for number in (3, 4):
        server.page(f"/{number}.html", story(number, "section"))
    extractor("crawl", "paper", "--home", tmp_path)
    (after,) = map(json.loads, extractor("sources", "paper", "--json", "--home", tmp_path).out.splitlines())
    assert after["page_issues"]["layout_changed"] == 2
    assert "2 layout_changed" in extractor("sources", "--home", tmp_path).out
    assert "may have changed its layout" in extractor("sources", "paper", "--home", tmp_path).out


def test_how_the_crawls_went_outlives_a_rebuild(
    extractor: Callable[..., Any], server: BadServer, paper: Site, tmp_path: Path
) -> None:
    announce(server, 2)
    server.route("/2.html", lambda request: request.reply(b"", "404 Not Found"))
    extractor("crawl", "paper", "--home", tmp_path)
    before = extractor("sources", "--home", tmp_path).out
    assert "1 failed" in before
    assert extractor("rebuild", "--home", tmp_path).code == 0
    assert extractor("sources", "--home", tmp_path).out == before
    assert "status_404" in extractor("runs", "issues", "1", "--home", tmp_path).out


def test_real_sites_are_not_asked_without_a_contact(
    extractor: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EXTRACTOR_CONTACT", raising=False)
    ran = extractor("crawl", "jetro", "--home", tmp_path / "home")
    assert (ran.code, ran.out) == (2, "")
    assert "--contact" in ran.err
    assert not (tmp_path / "home").exists()


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar(server: BadServer, paper: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.cli.main import run

    announce(server, 2)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert run(["crawl", "paper", "--home", str(tmp_path)]) == 0
    assert "paper" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
