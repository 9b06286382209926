"""What people do, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

try:
    from playwright.sync_api import expect
except ModuleNotFoundError:  # the fixture says so and skips
    expect = None

Tab = Callable[..., Any]
PAGES = (
    "home",
    "search",
    "empty",
    "fact",
    "explained",
    "article",
    "claim",
    "findings",
    "finding",
    "runs",
    "sources",
    "judge",
    "api",
)
LOOKS = [
    pytest.param({"width": 1280, "color_scheme": "light"}, {}, id="wide-light"),
    pytest.param({"width": 390, "color_scheme": "dark"}, {"runOnly": ["color-contrast"]}, id="phone-dark"),
]
"""The look, and which of axe's rules depend on it: the second time only those are asked."""


def all_pages(page: Any) -> dict[str, str]:
    """Name -> address of one page of each sort."""
    conflict, explained = (
        page.request.get(f"/findings.json?verdict={verdict}").json()["findings"][0]
        for verdict in ("conflict", "explained")
    )
    claim = conflict["about"][0]
    found = {
        "home": "/",
        "search": "/search?q=輸入",
        "empty": "/search?q=Atlantis",
        "fact": f"/fact/{conflict['facts'][0]}",
        "explained": f"/fact/{explained['facts'][0]}",
        "article": f"/article/{claim['article_id']}?at={claim['id']}",
        "claim": f"/claim/{claim['id']}",
        "findings": "/findings",
        "finding": f"/finding/{explained['id']}",
        "runs": "/runs?before=1&after=2&issues=1",
        "sources": "/sources",
        "judge": "/judge",
        "api": "/api",
    }
    assert tuple(found) == PAGES
    return found


def journey(page: Any) -> None:
    """From a word to a difference that is understood, and to its citation: six clicks."""
    page.get_by_label("Words that the sentence holds").fill("輸入")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark").first).to_be_visible()
    expect(page.locator(".hits .text").first).to_contain_text("輸入")

    page.get_by_role("link", name="only where the verdict is difference explained").click()
    page.get_by_role("link", name=re.compile("^difference explained: compare")).first.click()
    expect(page.get_by_role("heading", name=re.compile("Why do they differ"))).to_be_visible()
    expect(page.locator(".verdict .said")).not_to_be_empty()
    expect(page.locator("tr.differs").first).to_be_visible()
    quote = page.locator("tr", has=page.get_by_role("rowheader", name="As written")).get_by_role("link").first
    written = quote.inner_text()

    quote.click()
    figure = page.locator(".fig.at")
    expect(figure).to_have_text(written)
    expect(figure).to_be_visible()
    expect(page.locator(".here").first).to_be_visible()

    figure.click()
    row = page.locator("tr:target")
    row.get_by_role("link", name=re.compile("claim$")).click()
    cited = page.locator(".cite").inner_text()
    assert written in cited
    assert re.search(r"SHA-256 [0-9a-f]{64}", cited)


def test_a_person_finds_understands_and_cites_a_difference(tab: Tab) -> None:
    journey(tab("/"))


def test_the_same_on_a_phone(tab: Tab) -> None:
    journey(tab("/", width=390, height=800, is_mobile=True, has_touch=True))


def test_the_same_without_javascript(tab: Tab) -> None:
    journey(tab("/", java_script_enabled=False))


def test_the_same_with_the_keyboard_alone(tab: Tab) -> None:
    page = tab("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("semiconductor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=semiconductor*")
    expect(page.get_by_role("heading", name="claims")).to_be_visible()


def test_no_page_scrolls_sideways_on_a_phone(tab: Tab) -> None:
    page = tab("/", width=390)
    for name, place in all_pages(page).items():
        page.goto(place)
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize(("look", "rules"), LOOKS)
def test_axe_finds_nothing(tab: Tab, look: dict[str, Any], rules: dict[str, Any]) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python is not installed").Axe()
    page = tab("/", **look)
    for name, place in all_pages(page).items():
        page.goto(place)
        found = axe.run(page, options={"resultTypes": ["violations"], **rules})["violations"]
        told = [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]
        assert told == [], name


def test_what_is_tapped_is_large_enough(tab: Tab) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links in running text and tables, which lines keep apart."""
    small = """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, summary, nav a, .go")]
        .map(node => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
        .filter(([html, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    page = tab("/", width=390)
    for name, place in all_pages(page).items():
        page.goto(place)
        assert page.evaluate(small) == [], name


def test_a_script_in_an_article_stays_text(tab: Tab) -> None:
    page = tab("/article/evil")
    assert page.title() != "owned"
    assert "<script>" in page.locator("article").inner_text()
    page.goto("/search?q=steel")
    assert page.locator("main img, main script").count() == 0
    page.locator(".readings .to").first.click()
    assert page.title() != "owned"


def test_the_policy_allows_what_the_pages_need(tab: Tab) -> None:
    """The console is silent (the fixture sees to it), the style is there, and JSON-LD can be read."""
    page = tab("/")
    for place in all_pages(page).values():
        page.goto(place)
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.goto(all_pages(page)["fact"])
    text = page.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent")
    assert "ClaimReview" in text


def test_dark_and_light_differ(tab: Tab) -> None:
    def paper(page: Any) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert paper(tab("/", color_scheme="dark")) != paper(tab("/", color_scheme="light"))


def test_a_person_judges_and_takes_it_back(chromium: Any, home: Any, tmp_path: Any) -> None:
    import shutil

    from web_serving import serving

    shutil.copytree(home, tmp_path / "home")
    with serving(tmp_path / "home") as address:
        page = chromium.new_context(base_url=address).new_page()
        page.goto("/findings?verdict=conflict")
        page.get_by_role("link", name=re.compile("compare the sources", re.I)).first.click()
        page.get_by_role("link", name="Judge this fact").click()
        page.get_by_label("The token that").fill("let-me-in")
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("Verdict").select_option("not_comparable")
        page.get_by_label("Why, for whoever").fill("one is value, one is volume")
        page.get_by_label("Who decides").first.fill("maria")
        page.get_by_role("button", name="Keep this judgement").click()
        expect(page.get_by_text("is kept")).to_be_visible()
        page.get_by_text("Take it back").click()
        page.get_by_label("Why", exact=True).fill("I was wrong")
        page.locator("details").get_by_label("Who decides").fill("maria")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("; an undo")).to_be_visible()
        page.context.close()
