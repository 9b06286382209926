"""A home with the corpus and a hostile article, served; and a real browser where there is one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from web_serving import serving

from extractor.cli.main import run

HOSTILE = {
    "id": "evil",
    "url": "javascript:alert(1)",
    "source": "nobody",
    "lang": "en",
    "published": "2025-04-17",
    "title": "<script>document.title='owned'</script> Exports rose 5.9%",
    "text": "Exports of <img src=x onerror=\"document.title='owned'\"> steel rose 7.7 percent to 1.25 billion dollars "
    "in March 2025, </script><script>document.title='owned'</script> the ministry said.",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's home, with one article more that tries to break the pages, read in two runs."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "evil.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    assert run(["demo", "--home", str(folder / "home")]) == 0
    assert run(["ingest", str(folder / "evil.json"), "--home", str(folder / "home")]) == 0
    return folder / "home"


@pytest.fixture(scope="session")
def address(home: Path) -> Iterator[str]:
    """Where the pages are."""
    with serving(home) as found:
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """Asks for pages without a browser."""
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.fixture
def own_client(home: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    """The same pages over a copy of the home, for tests that write."""
    shutil.copytree(home, tmp_path / "home")
    with serving(tmp_path / "home") as found, httpx.Client(base_url=found, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def chromium(home: Path) -> Iterator[Any]:
    """A real browser; without one the journeys are skipped, unless EXTRACTOR_REQUIRE_BROWSER=1 asks for it.

    The home is made before: while Playwright runs, nothing else in this thread can use asyncio.
    """
    found = os.environ.get("EXTRACTOR_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        why = "no Chromium: install it, or name it in EXTRACTOR_CHROMIUM"
        if os.environ.get("EXTRACTOR_REQUIRE_BROWSER") == "1":
            pytest.fail(why)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens pages: `tab("/search", width=390)`; what the console complains about fails the test."""
    contexts: list[Any] = []
    said: list[str] = []

    def opened(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, base_url=address, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []
