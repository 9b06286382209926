"""What cannot be read is refused by name and noted in a run; the rest of the run goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from trust_support import article_from

from extractor.domain.errors import UnreadableInput, UnreadLanguage
from extractor.store import open_database, read

GERMAN = "Die Exporte sind im Mai um 5,9 Prozent auf 130 Milliarden Euro gestiegen, teilte das Amt mit."
ENGLISH = "Exports rose 5.9 percent in May."


def test_a_language_that_is_not_read_is_an_issue_and_no_article(extractor: Callable[..., Any], tmp_path: Path) -> None:
    records = [{"text": ENGLISH}, {"text": GERMAN}, {"text": ENGLISH.replace("5", "6"), "lang": "fr"}]
    lines = tmp_path / "many.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert extractor("ingest", lines, "--home", tmp_path / "home").code == 0
    with closing(open_database(tmp_path / "home", read_only=True)) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone()[0] == 1
        issues = list(read.read_issues(db))
    assert [issue.code for issue in issues] == ["language_not_read"] * 2
    assert "German" in issues[0].message
    assert "--lang" in issues[0].message


def test_what_the_reader_says_of_the_language_stands() -> None:
    assert article_from(GERMAN, "text/plain", lang="en").lang == "en"
    record = json.dumps({"text": ENGLISH, "lang": "en-US"})
    assert article_from(record, "application/json").lang == "en"
    with pytest.raises(UnreadLanguage, match="German"):
        article_from(GERMAN, "text/plain")


@pytest.mark.parametrize("form", ["text/html", "text/plain"])
@pytest.mark.parametrize("size", [300, 4000, 100_000])
def test_bytes_that_are_no_text_are_no_article(form: str, size: int) -> None:
    body = b"\xfe" + bytes(7 * n * n % 251 for n in range(size))
    with pytest.raises(UnreadableInput):
        article_from(body, form)


def test_a_page_with_some_broken_bytes_is_read() -> None:
    page = f"<html><body><article><h1>Trade</h1><p>{ENGLISH}</p></article>".encode() + b"\x00\x01\xff" * 900
    assert ENGLISH in article_from(page).text
