"""What a reader does not see is not in the text; what a reader sees is there as it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from extractor.parse import parse_capture
from extractor.parse.blocks import pieces, soup, visible_text
from extractor.sites import Site

BODY = "<p>Exports rose 5.9 percent to 108.9 trillion yen in fiscal 2024, the ministry said on Thursday.</p>"
HIDDEN = [
    '<p style="display:none">Hidden 999.</p>',
    '<p style="color:red; DISPLAY : NONE !important">Hidden 999.</p>',
    '<div style="visibility:hidden"><p>Hidden 999.</p></div>',
    '<p style="opacity: 0">Hidden 999.</p>',
    '<p style="font-size:0px">Hidden 999.</p>',
    "<p hidden>Hidden 999.</p>",
    '<p class="gone">Hidden 999.</p>',
    '<div id="ghost"><span>Hidden 999.</span></div>',
    "<template><p>Hidden 999.</p></template>",
    '<table style="display:none"><tr><td>Hidden</td><td>999</td></tr><tr><td>a</td><td>999</td></tr></table>',
    "<table><tr><td>a</td><td>b</td></tr><tr hidden><td>x</td><td>999</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "<noscript><p>Hidden 999.</p></noscript>",
    "<script>var x = 'Hidden 999.';</script>",
    "<!-- <p>Hidden 999.</p> -->",
    "<p><del>Hidden 999.</del></p>",
    "<select><option>Hidden 999.</option></select>",
    "<textarea>Hidden 999.</textarea>",
]
SEEN = [
    '<p style="opacity:0.5">Seen 777.</p>',
    '<p style="font-size:0.9em">Seen 777.</p>',
    '<p class="print-only">Seen 777.</p>',
    '<p class="gone2">Seen 777.</p>',
    '<p style="display:block">Seen 777.</p>',
    "<details open><p>Seen 777.</p></details>",
    '<p><span aria-hidden="true">Seen 777.</span></p>',
]
STYLE = (
    "<style>/* .gone2{display:none} */ .gone, #ghost{display:none} .gone2:hover{display:none}"
    "@media print{.print-only{display:none}} .x{opacity:.4}</style>"
)


def page(inner: str, generic: bool) -> str:
    main = f"<article><h1>Exports rise</h1>{BODY * 3}{inner}{BODY}</article>"
    if not generic:
        main = f'<div class="conTop"><h1>Exports rise</h1></div><div id="detailContent">{BODY * 3}{inner}{BODY}</div>'
    return f"<html><head>{STYLE}<title>Exports rise</title></head><body>{main}</body></html>"


@pytest.mark.parametrize("generic", [False, True])
@pytest.mark.parametrize("inner", HIDDEN)
def test_hidden_text_is_not_read(inner: str, generic: bool, capture: Any, sites: Mapping[str, Site]) -> None:
    url = "https://example.com/a" if generic else "https://english.news.cn/20240112/x/c.html"
    article = parse_capture(capture(page(inner, generic), url=url), sites).article
    assert "999" not in article.text
    assert "108.9 trillion yen" in article.text


@pytest.mark.parametrize("inner", SEEN)
def test_visible_text_is_read(inner: str, capture: Any, sites: Mapping[str, Site]) -> None:
    url = "https://english.news.cn/20240112/x/c.html"
    assert "Seen 777." in parse_capture(capture(page(inner, generic=False), url=url), sites).article.text


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("1,0\u200b00", "1,000"),
        ("5\u2060.\ufeff9 per\u00adcent", "5.9 percent"),
        ("\u202e9.5\u202c percent", "5.9 percent"),
        ("a\u00a0 \n b", "a b"),
        ("1兆\n  7583億円", "1兆7583億円"),
        ("rose\n5.9", "rose 5.9"),
        ("　輸出　輸入　", "輸出　輸入"),
        ("カ\u3099", "ガ"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_text_is_what_a_person_sees(raw: str, seen: str) -> None:
    assert visible_text(raw) == seen


@pytest.mark.parametrize("raw", ["1,0\u200b00 yen", "5.9&#8203;3 percent", "&#x202e;9.5&#x202c; percent", "1\u00ad5%"])
@pytest.mark.parametrize("url", ["https://example.com/a", "https://english.news.cn/20240112/x/c.html"])
def test_a_number_in_disguise_is_marked(raw: str, url: str, capture: Any, sites: Mapping[str, Site]) -> None:
    generic = "example" in url
    marked = parse_capture(capture(page(f"<p>It was {raw}.</p>", generic), url=url), sites).article
    plain = parse_capture(capture(page("<p>It was 1,000\u200b yen, \u200e5%.</p>", generic), url=url), sites).article
    assert "unseen_characters" in marked.marks
    assert "unseen_characters" not in plain.marks


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one<br>two</p>", [("paragraph", "one"), ("paragraph", "two")]),
        ("<div>loose<p>para</p>tail</div>", [("paragraph", "loose"), ("paragraph", "para"), ("paragraph", "tail")]),
        ("<ul><li><p>first</p></li><li>second</li></ul>", [("item", "first"), ("item", "second")]),
        ("<h2>Trade<br>2024</h2>", [("heading", "Trade 2024")]),
        ("<p><strong>一、进出口</strong></p>", [("heading", "一、进出口")]),
        ("<p><b>Exports rose.</b></p>", [("paragraph", "Exports rose.")]),
        ("<p>5.2<sup>1</sup> percent, CO<sub>2</sub></p>", [("paragraph", "5.2¹ percent, CO₂")]),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>", [("paragraph", "漢字")]),
        ("<figure><img><figcaption>Port</figcaption></figure>", [("caption", "Port")]),
        ("<p>a&amp;lt;b &yen;5 &#65297;</p>", [("paragraph", "a&lt;b ¥5 １")]),
    ],
)
def test_blocks(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in pieces(soup(html))] == expected


def test_table_cells_keep_their_place_under_spans() -> None:
    html = (
        "<table><caption>Trade</caption><thead><tr><th rowspan=2>Year</th><th colspan=2>Flow</th></tr>"
        "<tr><th>Exports</th><th>Imports</th></tr></thead>"
        "<tr><td>2024</td><td>1,564</td><td>1,671</td></tr></table>"
    )
    cells = [(p.row, p.column, p.text, p.header) for p in pieces(soup(html)) if p.kind == "cell"]
    assert cells == [
        (0, 0, "Year", True), (0, 1, "Flow", True), (1, 1, "Exports", True), (1, 2, "Imports", True),
        (2, 0, "2024", False), (2, 1, "1,564", False), (2, 2, "1,671", False),
    ]  # fmt: skip


def test_a_layout_table_is_no_table() -> None:
    html = "<table><tr><td><table><tr><td><p>para one</p></td><td>side</td></tr></table></td></tr></table>"
    assert [(p.kind, p.text) for p in pieces(soup(html))] == [("paragraph", "para one"), ("paragraph", "side")]
