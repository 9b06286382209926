"""Every layout of every site reads its fixture page as the file beside it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extractor.parse import parse_capture
from extractor.sites import Site, registry

PAGES = Path(__file__).parent / "pages"
FIXTURES = sorted(path.stem for path in PAGES.glob("*.json"))
FIELDS = (
    "url", "layout", "lang", "title", "published_at", "published_how", "modified_at", "dateline", "credit",
)  # fmt: skip


def expected_of(name: str) -> dict[str, Any]:
    return dict(json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", FIXTURES)
def test_a_layout_reads_its_page(name: str, capture: Any, sites: Mapping[str, Site]) -> None:
    expected = expected_of(name)
    page = (PAGES / f"{name}.html").read_bytes()
    parsed = parse_capture(capture(page, url=expected.get("fetched", expected["url"])), sites)
    article = parsed.article
    assert {field: getattr(article, field) for field in FIELDS} == {field: expected[field] for field in FIELDS}
    assert list(article.authors) == expected["authors"]
    assert list(article.marks) == expected["marks"]
    read = [
        [block.kind, article.text[block.start : block.end]]
        + ([block.table, block.row, block.column, block.header] if block.kind == "cell" else [])
        for block in article.blocks
    ]
    assert read == expected["blocks"]
    assert [issue.code for issue in parsed.issues] == expected["issues"]


def test_every_layout_has_a_page_and_says_whether_it_is_synthetic() -> None:
    layouts = {f"{site.code}/{layout.name}": layout for site in registry().values() for layout in site.layouts}
    covered = {expected_of(name)["layout"] for name in FIXTURES}
    assert covered == set(layouts)
    for name in FIXTURES:
        first = (PAGES / f"{name}.html").read_bytes().split(b"\n", 1)[0]
        assert (b"synthetic" in first) == layouts[expected_of(name)["layout"]].synthetic


@pytest.mark.parametrize("name", FIXTURES)
def test_a_page_handed_in_as_a_file_finds_its_site_by_its_canonical_link(
    name: str, capture: Any, sites: Mapping[str, Site]
) -> None:
    expected = expected_of(name)
    page = (PAGES / f"{name}.html").read_bytes()
    if b'rel="canonical"' not in page:
        pytest.skip("the page of 2012 has no canonical link")
    article = parse_capture(capture(page, url=f"file:{name}.html"), sites).article
    assert (article.layout, article.url) == (expected["layout"], expected["url"])
