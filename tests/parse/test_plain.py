"""Plain text and records keep their text; what is handed in beside them counts; bad input gets one clear line."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.domain import Capture
from extractor.domain.errors import ParseError, UnreadableInput
from extractor.parse import parse_capture

SHARED = Path(__file__).parents[2] / ".." / "shared"
STORY = "Exports rise\n\nTokyo, Japan – July 1, 2025 – Exports rose 5.9%.\r\nBy region:\n  • China 3.8%\n輸出\n"


def test_the_text_of_a_file_is_its_text(capture: Any) -> None:
    article = parse_capture(capture(STORY, url="file:story.txt", media_type="text/plain"), {}).article
    assert article.text == STORY
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("title", "Exports rise"),
        ("paragraph", "Tokyo, Japan – July 1, 2025 – Exports rose 5.9%."),
        ("heading", "By region:"),
        ("item", "  • China 3.8%"),
        ("paragraph", "輸出"),
    ]
    assert (article.title, article.lang, article.layout) == ("Exports rise", "en", "text")
    assert (article.published_at, article.published_how) == ("2025-07-01", "dateline")
    assert article.dateline == "Tokyo, Japan – July 1, 2025"


@given(st.text(min_size=1))
def test_offsets_of_any_text_hold(text: str) -> None:
    body = text.encode("utf-8", "surrogatepass")
    received = Capture(
        url="file:x.txt", body=body, sha256="0", retrieved_at="", media_type="text/plain", hints=(("lang", "en"),)
    )
    try:
        article = parse_capture(received, {}).article
    except (ParseError, UnreadableInput):
        return
    assert unicodedata.is_normalized("NFC", article.text)
    article.text.encode("utf-8")
    assert "\x00" not in article.text
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.start < block.end <= len(article.text)
        assert article.text[block.start : block.end].strip()
        ends.append(block.end)


def test_what_is_handed_in_wins(capture: Any) -> None:
    hints = {"published": "2025-04-17", "lang": "ja", "source": "jetro", "title": "A title", "id": "story-1"}
    article = parse_capture(capture(STORY, url="file:story.txt", media_type="text/plain", **hints), {}).article
    assert (article.published_at, article.published_how) == ("2025-04-17", "hint")
    assert (article.lang, article.source, article.title, article.id) == ("ja", "jetro", "A title", "story-1")


def test_a_published_hint_that_is_no_date_is_refused(capture: Any) -> None:
    with pytest.raises(UnreadableInput, match="published is no date: soon") as error:
        parse_capture(capture(STORY, media_type="text/plain", published="soon"), {})
    assert error.value.hint


def test_a_record_gives_its_fields(capture: Any, sites: Any) -> None:
    record = {
        "id": "r1", "url": "https://www.jetro.go.jp/biznews/2025/07/a.html?x=1", "source": "jetro", "title": "題",
        "published": "2025-07-01 10:00", "text": " 輸出は3.3％減\n", "other": [1],
    }  # fmt: skip
    body = json.dumps(record, ensure_ascii=False)
    article = parse_capture(capture(body, url="file:r.json", media_type="application/json"), sites).article
    assert article.text == " 輸出は3.3％減\n"
    assert (article.id, article.source, article.title, article.lang) == ("r1", "jetro", "題", "ja")
    assert article.url == "https://www.jetro.go.jp/biznews/2025/07/a.html"
    assert (article.published_at, article.published_how) == ("2025-07-01T10:00:00+09:00", "record, zone applied")


def test_a_record_with_only_a_text_is_enough(capture: Any) -> None:
    article = parse_capture(capture('{"text": "Exports rose 5%."}', media_type="application/json"), {}).article
    assert (article.text, article.title, article.published_at) == ("Exports rose 5%.", None, None)


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        ("{", "application/json", "is not JSON"),
        ("[1]", "application/json", "has no text"),
        ('{"text": 5}', "application/json", "has no text"),
        ('{"text": "x", "title": {}}', "application/json", "title is not a string"),
        ("[" * 100_000, "application/json", "is not JSON"),
        ("", "text/plain", "empty"),
        ("", "text/html", "empty"),
        (" \n\t ", "text/plain", "no text"),
        ("<html><body></body></html>", "text/html", "no text"),
        (bytes(range(256)) * 20, "text/plain", "is not text"),
        (b"%PDF-1.4\n%\xe2\xe3", "text/html", "is a PDF"),
        (b"\xff\xd8\xff\xe0\x00", "text/plain", "is an image"),
        (b"PK\x03\x04\x14", None, "Office file"),
        ('{"text": " "}', "application/json", "no text"),
    ],
)
def test_bad_input_is_one_line_and_what_to_do(body: Any, media_type: str | None, reason: str, capture: Any) -> None:
    with pytest.raises((UnreadableInput, ParseError), match=reason) as error:
        parse_capture(capture(body, url="file:x", media_type=media_type), {})
    assert error.value.hint
    assert "\n" not in error.value.message


@pytest.mark.parametrize(
    ("url", "content_type", "body", "layout"),
    [
        ("file:a.txt", None, "<p>5</p>", "text"),
        ("file:a.json", None, '{"text": "5"}', "record"),
        ("https://example.com/a", "application/json; charset=utf-8", '{"text": "5"}', "record"),
        ("https://example.com/a", "text/plain", "5", "text"),
        ("https://example.com/a", None, "<html><article><p>Exports rose 5 percent.</p></article>", "generic"),
        ("file:a", None, "Exports rose 5 percent", "text"),
    ],
)
def test_the_kind_of_input_is_found(url: str, content_type: str | None, body: str, layout: str, capture: Any) -> None:
    article = parse_capture(capture(body, url=url, media_type=None, content_type=content_type), {}).article
    assert article.layout == layout


def test_the_same_text_from_the_same_place_is_the_same_article(capture: Any) -> None:
    first, again, other = (
        parse_capture(capture(text, url=url, media_type="text/plain"), {}).article.id
        for text, url in ((STORY, "file:a"), (STORY, "file:a"), (STORY + "x", "file:a"))
    )
    assert first == again != other


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not beside this checkout")
def test_the_real_articles_keep_every_code_point(capture: Any) -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        body = path.read_bytes()
        article = parse_capture(capture(body, url=f"file:{path.name}", media_type="text/plain"), {}).article
        assert article.text == body.decode("utf-8")
        assert article.lang == "en"
        assert ("ai_generated" in article.marks) == (path.name.startswith("000_"))
