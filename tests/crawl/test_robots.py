"""robots.txt by RFC 9309: what each answer of the server means."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise

import faults
import pytest

from extractor.crawl import Frontier
from extractor.crawl.errors import DisallowedByRobots
from extractor.crawl.robots import RobotsRecord, Rules
from extractor.domain.errors import FetchError

PRIVATE = b"User-agent: *\nDisallow: /private/\n"
HUGE = b"User-agent: *\nDisallow: /private/\n" + b"# padding\n" * 200_000 + b"Disallow: /\n"
NOBODY: dict[str, list[str]] = {"open": ["/a.html", "/private/a.html"], "closed": []}
RULES = {"open": ["/a.html"], "closed": ["/private/a.html"]}
NOTHING = {"open": [], "closed": ["/a.html", "/private/a.html"]}

ANSWERS = {
    "rules": (faults.whole(PRIVATE), RULES),
    "byte order mark": (faults.whole(b"\xef\xbb\xbf" + PRIVATE), RULES),
    "404": (lambda r: r.reply(PRIVATE, "404 Not Found"), NOBODY),
    "403": (lambda r: r.reply(PRIVATE, "403 Forbidden"), NOBODY),
    "401": (lambda r: r.reply(PRIVATE, "401 Unauthorized"), NOBODY),
    "500": (lambda r: r.reply(PRIVATE, "500 Server Error"), NOTHING),
    "503": (lambda r: r.reply(PRIVATE, "503 Unavailable"), NOTHING),
    "429": (lambda r: r.reply(PRIVATE, "429 Too Many Requests"), NOTHING),
    "hang": (faults.hang, NOTHING),
    "reset": (lambda r: r.reset(), NOTHING),
    "503, then rules": (faults.first(1, lambda r: r.reply(b"", "503 Busy"), faults.whole(PRIVATE)), RULES),
    "huge: the first 500 KiB count": (faults.whole(HUGE), RULES),
    "endless": (faults.endless(), NOBODY),
    "a page in place of rules": (faults.whole(b"<html>not found</html>"), NOBODY),
    "empty": (faults.whole(b""), NOBODY),
    "moved": (faults.redirect("/moved-robots.txt"), RULES),
    "moved in a loop": (faults.redirect("/robots.txt"), NOBODY),
    "moved to a private address": (faults.redirect("http://10.0.0.1/robots.txt"), NOTHING),
    "longest match": (faults.whole(b"User-agent: *\nDisallow: /\nAllow: /private/\n"),
                      {"open": ["/private/a.html"], "closed": ["/a.html"]}),
    "wildcards": (faults.whole(b"User-agent: *\nDisallow: /*/a.html$\n"), RULES),
    "groups of one name are one": (
        faults.whole(b"User-agent: extractor\nDisallow: /b\n\nUser-agent: x\nDisallow: /\n\n"
                     b"User-agent: extractor\nDisallow: /private/\n"), RULES),
    "our own group, not everybody's": (
        faults.whole(b"User-agent: *\nDisallow: /\n\nUser-Agent: Extractor\nDisallow: /private/\n"), RULES),
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_each_answer_allows(answer, server, site, hasty):
    route, expected = ANSWERS[answer]
    server.route("/robots.txt", route)
    server.page("/moved-robots.txt", PRIVATE)
    for path in ("/a.html", "/private/a.html"):
        server.page(path, b"<p>page</p>")

    async def ask() -> None:
        async with hasty.session([site]) as session:
            for path in expected["open"]:
                await session.fetch(server.url(path), site)
            for path in expected["closed"]:
                with pytest.raises(DisallowedByRobots):
                    await session.fetch(server.url(path), site)

    asyncio.run(ask())
    assert [r.path for r in server.log if "robots" not in r.path] == expected["open"]


def test_it_is_asked_for_once_a_day(server, site, hasty, tmp_path):
    server.page("/robots.txt", PRIVATE)
    server.page("/a.html", b"<p>page</p>")

    async def ask(frontier: Frontier) -> None:
        async with hasty.session([site], frontier) as session:
            await session.fetch(server.url("/a.html"), site)
            await session.fetch(server.url("/a.html"), site)

    with Frontier(tmp_path) as frontier:
        asyncio.run(ask(frontier))
        asyncio.run(ask(frontier))
        assert len(server.asked("/robots.txt")) == 1
        record = frontier.robots(server.url())
        assert record is None
        record = frontier.robots(f"http://{server.netloc}")
        assert record is not None
        frontier.keep_robots(record.model_copy(update={"fetched_at": time.time() - 86_401}))
        asyncio.run(ask(frontier))
        assert len(server.asked("/robots.txt")) == 2


def test_while_it_cannot_be_read_a_copy_of_last_week_counts(server, site, hasty, tmp_path):
    server.page("/robots.txt", b"", "500 Server Error")
    server.page("/a.html", b"<p>page</p>")
    week_ago = time.time() - 7 * 86_400
    with Frontier(tmp_path) as frontier:
        frontier.keep_robots(
            RobotsRecord(origin=f"http://{server.netloc}", fetched_at=week_ago, verdict="rules", body=PRIVATE)
        )

        async def ask() -> None:
            async with hasty.session([site], frontier) as session:
                await session.fetch(server.url("/a.html"), site)
                with pytest.raises(DisallowedByRobots):
                    await session.fetch(server.url("/private/a.html"), site)

        asyncio.run(ask())


def test_the_pause_that_a_host_asks_for_is_kept(server, site, hasty):
    server.page("/robots.txt", b"User-agent: *\nCrawl-delay: 0.3\n")
    for number in range(3):
        server.page(f"/{number}.html", b"<p>page</p>")

    async def ask() -> None:
        async with hasty.session([site]) as session:
            await asyncio.gather(*(session.fetch(server.url(f"/{n}.html"), site) for n in range(3)))

    asyncio.run(ask())
    at = [r.at for r in server.log if r.path != "/robots.txt"]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(at))


@pytest.mark.parametrize(
    ("body", "interval"),
    [(b"User-agent: *\nCrawl-delay: 10", 10), (b"User-agent: *\nRequest-rate: 1/20", 20), (b"", 0),
     (b"User-agent: *\nCrawl-delay: soon", 0), (b"\xff\xfeU\x00s\x00", 0)],
)  # fmt: skip
def test_intervals(body, interval):
    assert Rules(RobotsRecord(origin="http://a", fetched_at=0, verdict="rules", body=body)).interval == interval


def test_a_refusal_says_what_robots_txt_was(server, site, hasty):
    server.page("/robots.txt", b"", "500 Server Error")
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read \(status 500\)"):
        hasty.fetch(server.url("/a.html"), site)
