"""Numbers are read as a person sees them; what a person does not see is no claim."""

from __future__ import annotations

import html
import json
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trust_support import article_from

from extractor.domain.article import Article
from extractor.domain.seen import DIGITS, as_seen
from extractor.extract import extract_claims, read_figures

CASES = tomllib.loads((Path(__file__).parent / "hostile_text.toml").read_text("utf-8"))["case"]
SENTENCE = "<p>The ministry said so on Thursday, and nobody who was asked about it that day disagreed.</p>"
PAGE = f"<html><body><article><h1>Trade</h1>{SENTENCE * 4}<p>%s</p>{SENTENCE}</article></body></html>"
UNSEEN = "\u200b\u200d\u2060\ufeff\u00ad\u034f\ufe0f"

HIDDEN = """
    display:none
    visibility:hidden
    font-size:0
    opacity:0
    position:absolute;left:-9999px
    text-indent:-9999px
    position:absolute;clip:rect(0,0,0,0)
    clip-path:inset(50%)
    width:0;height:0;overflow:hidden
    overflow:hidden;height:0
    transform:scale(0)
    color:transparent
    color:#fff;background:#fff
    background-color:white;color:white
    color:#FFFFFF;background-color:#fff
    color:rgb(255, 255, 255);background:white
    color:rgba(0,0,0,0)
    color:#0000
    font-size:1px
    font-size:.0em
    font:0/0 a
    max-height:0;overflow:hidden
    position:absolute;width:1px;height:1px;overflow:hidden
    position:fixed;left:-100vw
    position:absolute;left:9999px
    transform:translateX(-9999px)
    display:/**/none
    d\\69splay:none
    display:none!important
""".strip().splitlines()
SHOWN = """
    color:#fff;background:#000
    left:-10px
    margin-left:-9px
    overflow:hidden;height:0.5em
    width:0.5em;overflow:hidden
    background-color:white;color:black
    line-height:0
    color:inherit;background:inherit
    margin-left:-100px
    clip:rect(auto,auto,auto,auto)
    left:100px
    width:100px;overflow:hidden
    font-size:10px
    font:1em/1 a
    font-size:0.9em
    transform:translate(-50%,-50%)
    color:#fff
    color:rgba(0,0,0,0.8)
    color:red;background:#fff
""".strip().splitlines()


FORMS = {
    "text/plain": lambda text: text,
    "application/json": lambda text: json.dumps({"text": text}),
    "text/html": lambda text: PAGE % html.escape(text),
}


def readings(article: Article) -> list[str]:
    claims = extract_claims(article)
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.quote
        assert article.text[claim.sentence_start : claim.sentence_end] == claim.sentence
    return [f"{claim.value} {claim.unit or '-'}" for claim in claims if claim.kind != "period"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_text_is_read_as_a_person_sees_it(case: dict[str, Any], form: str) -> None:
    article = article_from(FORMS[form](case["text"]), form, lang=case.get("lang", "en"))
    found = readings(article)
    if "reads" in case:
        assert found == case["reads"]
    else:
        assert found[-1] == case["reads_last"]
    assert ("unseen_characters" in article.marks) == case["marked"]


@pytest.mark.parametrize("style", [line.strip() for line in HIDDEN])
def test_what_a_style_hides_is_no_claim(style: str) -> None:
    for hidden in (f'<span style="{style}">and 77%</span>', f"<style>.x{{{style}}}</style><b class=x>and 77%</b>"):
        assert readings(article_from(PAGE % f"Exports rose 5.9% {hidden} in May.", lang="en")) == ["5.9 percent"]


@pytest.mark.parametrize(
    ("selector", "hidden"),
    [("article p .x", True), ("p>.x", True), ("[data-x]", True), ("i", True), (".y .x", False), (".x:hover", False),
     ("@media print{.x", False), ("body", False)],
)  # fmt: skip
def test_what_a_rule_of_the_page_hides_is_no_claim(selector: str, hidden: bool) -> None:
    sheet = f"<style>{selector}{{display:none}}</style>"
    page = PAGE % f"{sheet}Exports rose 5.9% <i class=x data-x=1>and 77%</i> in May."
    assert readings(article_from(page, lang="en")) == ["5.9 percent", *([] if hidden else ["77 percent"])]


@pytest.mark.parametrize("style", [line.strip() for line in SHOWN])
def test_what_a_style_shows_is_a_claim(style: str) -> None:
    page = PAGE % f'Exports rose 5.9% <span style="{style}">and 77%</span> in May.'
    assert readings(article_from(page, lang="en")) == ["5.9 percent", "77 percent"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("10<span>8</span>.<b>9</b> trillion yen", ["108900000000000 JPY"]),
        ("10<span hidden>7</span>8.9 trillion yen", ["108900000000000 JPY"]),
        ("<bdo dir=rtl>9.801</bdo> trillion yen", ["108900000000000 JPY"]),
        ('<i style="unicode-bidi:bidi-override;direction:rtl">9.801</i> trillion yen', ["108900000000000 JPY"]),
        ("108.9<sup>1</sup> trillion yen", ["108900000000000 JPY"]),
        ("10<sup>6</sup> cars", []),
        ("&#49;&#48;&#56;.9 trillion yen", ["108900000000000 JPY"]),
        ("10&#8203;8.9 trillion yen", ["108900000000000 JPY"]),
        ("108&amp;#46;9 trillion yen", []),
        ("&amp;amp;5.9%", []),
        ("10&#0;8.9 trillion yen &#xD800;&#x110000;", []),
        ("<del>96</del> 108.9 trillion yen", ["108900000000000 JPY"]),
        ("<img alt='up 77%'>108.9 trillion yen<!-- 77% --><script>'77%'</script>", ["108900000000000 JPY"]),
        ("<ruby>5.9%<rt>77%</rt></ruby>", ["5.9 percent"]),
    ],
)
def test_a_number_in_markup(inner: str, expected: list[str]) -> None:
    assert readings(article_from(PAGE % f"Exports were {inner} in May.", lang="en")) == expected


@pytest.mark.parametrize(
    "body", [b"Exports were 10\xed\xa0\x808.9 trillion yen.", b"Exports were 10\x008.9 trillion yen."]
)
def test_bytes_that_are_no_character_leave_no_number(body: bytes) -> None:
    assert readings(article_from(body, "text/plain", lang="en")) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["", *UNSEEN]), min_size=24, max_size=24))
def test_shapeless_characters_change_no_reading(between: list[str]) -> None:
    plain = "rose 5.9% to 108.9 yen"
    dressed = "".join(char + unseen for char, unseen in zip(plain, between, strict=False))
    found = read_figures(dressed, "en")
    assert [figure.value for figure in found] == [figure.value for figure in read_figures(plain, "en")]
    assert all(dressed[figure.start : figure.end] == figure.quote for figure in found)


@given(st.sampled_from(DIGITS), st.sampled_from(DIGITS))
def test_every_digit_of_every_script_has_its_value(first: str, second: str) -> None:
    (figure,) = read_figures(f"up {first}{second}.5% then", "en")
    assert figure.value is not None
    assert float(figure.value) == int(first) * 10 + int(second) + 0.5


def test_no_script_is_forgotten() -> None:
    """Scanning all of Unicode takes a third of a second, too long for every start of a command."""
    every = {chr(code) for code in range(0x660, 0x110000) if unicodedata.category(chr(code)) == "Nd"}
    assert every - set("０１２３４５６７８９") <= set(DIGITS)


@settings(max_examples=200)
@given(st.text(alphabet=st.one_of(st.sampled_from("0123.,% \n\u202e\u202c\u200b\u0336\u0301О⁶×"), st.characters())))
def test_every_seen_character_has_its_place(text: str) -> None:
    seen = as_seen(text)
    if seen is None:
        return
    assert len(seen.places) == len(seen.text) == len(set(seen.places))
    for at in range(len(seen.text)):
        start, end = seen.span(at, at + 1)
        assert end == start + 1


def test_hostile_texts_are_stored_and_found_whole(extractor: Callable[..., Any], tmp_path: Path) -> None:
    for number, case in enumerate(CASES):
        record = {"text": case["text"], "lang": case.get("lang", "en"), "published": "2025-04-17"}
        (tmp_path / f"{number}.json").write_text(json.dumps(record))
    home = tmp_path / "home"
    assert extractor("ingest", *tmp_path.glob("*.json"), "--home", home).code == 0
    assert extractor("doctor", "--home", home).code == 0
    found = extractor("search", "--kind", "money", "--limit", "100", "--home", home, "--json")
    values = {json.loads(line)["value"] for line in found.out.splitlines()}
    assert {"108900000000000", "1758300000000"} <= values
    for words in ("108.9 trillion yen", "1兆7583億円"):
        assert extractor("search", words, "--kind", "money", "--home", home).code == 0
