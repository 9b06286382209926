"""The README's pictures: `EXTRACTOR_SCREENSHOTS=docs pytest tests/web/test_web_screenshots.py`.

Without the variable they are taken all the same, and thrown away.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any

import pytest
from web_serving import serving

from extractor.cli.main import run

WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 760}
WIDE_ONES, PHONE_ONES = ("home", "search", "fact", "article"), ("search", "article")
LARGEST = 250_000


@pytest.fixture(scope="module")
def pictured(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that is shown: the plain demo's where the pictures are kept."""
    if "EXTRACTOR_SCREENSHOTS" not in os.environ:
        return home
    clean = tmp_path_factory.mktemp("pictured")
    assert run(["demo", "--home", str(clean)]) == 0
    return clean


def places(page: Any) -> dict[str, str]:
    """Picture -> address: the corpus' printing slip, and a difference that is explained."""
    slips = page.request.get("/findings.json?verdict=suspect_source_error").json()["findings"]
    slip = next((f for f in slips if f["check"] == "balance"), slips[0])["about"][0]
    found = page.request.get("/findings.json?verdict=explained").json()["findings"]
    explained = next((f for f in found if "currency" in f["check"]), found[0])
    return {
        "home": "/",
        "search": "/search?q=輸入",
        "fact": f"/fact/{explained['facts'][0]}",
        "article": f"/article/{slip['article_id']}?at={slip['id']}",
    }


def test_pictures_are_taken(pictured: Path, chromium: Any, tmp_path: Path) -> None:
    folder = Path(os.environ.get("EXTRACTOR_SCREENSHOTS") or tmp_path)
    folder.mkdir(exist_ok=True)
    taken = []
    with serving(pictured) as address:
        for suffix, size, scheme, only in (("", WIDE, "light", WIDE_ONES), ("-phone", PHONE, "dark", PHONE_ONES)):
            context = chromium.new_context(viewport=size, color_scheme=scheme, base_url=address)
            page = context.new_page()
            page.goto("/")
            addresses = places(page)
            for name in only:
                page.goto(addresses[name])
                taken.append(folder / f"{name}{suffix}.png")
                page.screenshot(path=taken[-1])
            context.close()
    assert len(taken) == len(WIDE_ONES) + len(PHONE_ONES)
    for picture in taken:
        head = picture.read_bytes()
        width, height = struct.unpack(">II", head[16:24])
        assert (width, height) in {tuple(WIDE.values()), tuple(PHONE.values())}
        assert len(head) < LARGEST, picture.name
