"""Every span of an article leads back to the characters of the archived page that it was read from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from extractor.parse import parse_capture
from extractor.parse.decode import decode
from extractor.parse.source_map import SourceMap
from extractor.sites import Site

PAGES = Path(__file__).parent / "pages"
URL = "https://english.news.cn/20240112/x/c.html"


def plain(text: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]*>", "", text)).split())


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_every_number_of_a_page_is_found_in_its_source(name: str, capture: Any, sites: Mapping[str, Site]) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    received = capture((PAGES / f"{name}.html").read_bytes(), url=expected.get("fetched", expected["url"]))
    article = parse_capture(received, sites).article
    source_map, source = SourceMap(received, article), decode(received.body).text
    numbers = list(re.finditer(r"[\d,.]*\d", article.text))
    assert numbers
    for number in numbers:
        span = source_map.span(number.start(), number.end())
        assert span is not None
        assert source[span[0] : span[1]] == number.group()


@pytest.mark.parametrize(
    ("inner", "quote", "raw"),
    [
        ("<p>rose 5.9&nbsp;percent</p>", "5.9 percent", "5.9&nbsp;percent"),
        ("<p>to <b>108</b>.9 trillion</p>", "108.9", "108</b>.9"),
        ("<p>&#165;5 billion</p>", "¥5 billion", "&#165;5 billion"),
        ("<p>CO<sub>2</sub> fell</p>", "CO₂", "CO<sub>2"),
        ("<p>カ\u3099ス3割</p>", "ガス3割", "カ\u3099ス3割"),
        ("<p>1,0\u200b00 boxes</p>", "1,000", "1,0\u200b00"),
        ("<!-- 7,7 --><script>7,7</script><p>now 7,7</p>", "7,7", "7,7"),
    ],
)
def test_markup_inside_a_span_is_part_of_it(
    inner: str, quote: str, raw: str, capture: Any, sites: Mapping[str, Site]
) -> None:
    page = f'<div class="conTop"><h1>T</h1></div><div id="detailContent"><p>Start</p>{inner}</div>'
    received = capture(page, url=URL)
    article = parse_capture(received, sites).article
    start = article.text.index(quote)
    span = SourceMap(received, article).span(start, start + len(quote))
    assert span is not None
    assert page[span[0] : span[1]] == raw
    assert span[0] > page.index("Start")


@pytest.mark.parametrize(
    ("body", "media_type", "quote", "raw"),
    [
        ("a\r\n輸出は 5兆円\n", "text/plain", "5兆円", "5兆円"),
        ("\ufeffExports 5.9%", "text/plain", "5.9%", "5.9%"),
        (
            '{"title": "x", "text": "\\ud83d\\ude00 say \\"5.9\\" \\u8f38\\u51fa"}', "application/json",
            '😀 say "5.9" 輸出', '\\ud83d\\ude00 say \\"5.9\\" \\u8f38\\u51fa',
        ),
    ],
)  # fmt: skip
def test_plain_text_and_records(body: str, media_type: str, quote: str, raw: str, capture: Any) -> None:
    received = capture(body, url="file:x", media_type=media_type)
    article = parse_capture(received, {}).article
    start = article.text.index(quote)
    span = SourceMap(received, article).span(start, start + len(quote))
    assert span is not None
    assert body.removeprefix("\ufeff")[span[0] : span[1]] == raw


def test_a_span_across_blocks_has_no_single_place(capture: Any) -> None:
    received = capture("one\ntwo", url="file:x", media_type="text/plain")
    article = parse_capture(received, {}).article
    assert SourceMap(received, article).span(0, len(article.text)) is None
