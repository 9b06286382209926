"""A text is read line by line: what a line says does not depend on the others, nor on what was read before."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from extractor.extract import read_figures, reading
from extractor.extract.explain import explain
from extractor.extract.stretches import stretches
from extractor.languages import codes, pack

DAY = date(2025, 6, 18)
PHRASINGS = Path(__file__).parents[1] / "languages" / "phrasings"
LINES = [
    "Exports rose 5.9% to 108.9 trillion yen ($726 billion) in fiscal 2024.",
    "",
    "No figure here.",
    "It was the fourth consecutive year, and the highest since May 2020.",
]


def _phrasings(lang: str) -> list[str]:
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(PHRASINGS.glob(f"{lang}_*.toml"))]
    return [
        p.replace("«", "").replace("»", "") for table in tables for row in table["figure"] for p in row["phrasings"]
    ]


def test_lines_read_as_they_do_alone() -> None:
    text = "\n".join([*LINES, *LINES])
    start, alone = 0, []
    for line in text.split("\n"):
        alone += [(figure.start + start, figure.quote, figure.value) for figure in read_figures(line, "en", DAY)]
        start += len(line) + 1
    assert [(figure.start, figure.quote, figure.value) for figure in read_figures(text, "en", DAY)] == alone


def test_a_line_read_before_reads_the_same_elsewhere() -> None:
    reading.forget()
    first = read_figures(LINES[0], "en", DAY)
    again = read_figures("Head.\n" + LINES[0], "en", DAY)
    assert [f.start + 6 for f in first] == [f.start for f in again]
    assert [f.conversion_of is None or f.conversion_of + 6 for f in first] == [
        f.conversion_of is None or f.conversion_of for f in again
    ]
    text = "Head.\n" + LINES[0]
    assert all(text[part.start : part.end] for figure in again for part in figure.parts)
    assert [part.value for figure in again for part in figure.parts] == [part.value for f in first for part in f.parts]


def test_a_shared_sign_is_settled_by_each_text_anew() -> None:
    line = "The budget is ¥1.2 trillion."
    units = [read_figures(f"{place}.\n{line}", "en")[0].unit for place in ("China", "Japan", "China and Japan")]
    assert units == ["CNY", "JPY", None]


@pytest.mark.parametrize("lang", codes())
def test_no_phrasing_is_skipped(lang: str) -> None:
    skipped = [
        text
        for text in _phrasings(lang)
        if text.strip() and not any(stretches(line, pack(lang)) for line in text.split("\n"))
    ]
    assert skipped == []


def test_a_far_sentence_without_number_words_is_skipped() -> None:
    text = "Prices rose 5%. " + "Nobody says what it is worth to them here. " * 9
    ((start, end),) = stretches(text, pack("en"))
    assert start == 0
    assert end < len(text) / 2


def test_explain_shows_parts_bounds_and_the_rule() -> None:
    lines = explain("About 2.9 times", "en").lines()
    assert lines[0] == "About 2.9 times"
    assert "  '2.9 times' at 6-15" in lines
    assert any(line.strip().startswith("says: multiple 2.9 times (2.85 to 2.95), about, approximate") for line in lines)
    assert any(line.strip() == "rule: en.multiple, as in '2.9 times'" for line in lines)
    assert "    lbound 'About': about" in lines


def test_explain_says_when_there_is_nothing() -> None:
    assert explain("No number.", "en").lines() == ["No number.", "  no figure"]
