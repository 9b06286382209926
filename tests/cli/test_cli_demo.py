"""The demo: from pages over HTTP to findings, on one screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.runs.demo import corpus_folder


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "home"


@pytest.fixture(scope="module")
def shown(demo_home: Path) -> str:
    from io import StringIO
    from unittest.mock import patch

    from extractor.cli.main import run

    with patch("sys.stdout", new_callable=StringIO) as out:
        assert run(["demo", "--home", str(demo_home)]) == 0
    return out.getvalue()


def test_every_page_becomes_an_article_with_claims(shown: str) -> None:
    pages = len(list(corpus_folder().glob("*/*.html")))
    counts = {
        name: int(number) for number, name in re.findall(r"^ *(\d+) (captures|articles|claims|facts)$", shown, re.M)
    }
    assert counts["captures"] == pages
    assert counts["articles"] == pages
    assert counts["claims"] > 10 * pages
    assert counts["facts"] > pages


def test_the_contradiction_and_the_slip_of_the_corpus_are_shown(shown: str) -> None:
    assert "35.6" in shown
    assert "106億6,418万" in shown


def test_it_says_where_everything_is_and_what_to_try(
    shown: str, demo_home: Path, extractor: Callable[..., Any]
) -> None:
    assert str(demo_home / "facts.db") in shown
    lines = [line.split()[1:] for line in shown.splitlines() if line.startswith("  extractor ")]
    assert len(lines) == 3
    for line in lines:
        assert extractor(*line).code == 0


def test_a_second_time_nothing_is_new(shown: str, demo_home: Path, extractor: Callable[..., Any]) -> None:
    ran = extractor("demo", "--home", demo_home)
    assert ran.code == 0
    assert re.findall(r"\d+ captures", ran.out) == re.findall(r"\d+ captures", shown)


def test_compare_says_why_a_fact_differs_from_its_neighbours(
    shown: str, demo_home: Path, extractor: Callable[..., Any]
) -> None:
    ran = extractor(
        "compare", "--reporter", "JPN", "--partner", "CHN", "--flow", "import", "--limit", "5", "--home", demo_home
    )
    assert "explained with " in ran.out
    assert "one counts 2024, the other fiscal 2024" in ran.out
    assert "More facts fit than the 5 shown" in ran.out


def test_findings_say_who_says_what_with_the_figure_marked(
    shown: str, demo_home: Path, extractor: Callable[..., Any]
) -> None:
    ran = extractor("findings", "--verdict", "suspect_source_error", "--home", demo_home)
    assert "jetro: この結果、日本の対中貿易収支は[10億6,642万ドル]の赤字" in ran.out


def test_search_says_the_direction_and_what_finds_more(
    shown: str, demo_home: Path, extractor: Callable[..., Any]
) -> None:
    ran = extractor("search", "imports", "--period", "2024", "--home", demo_home)
    assert "3.9 percent down" in ran.out
    assert "--any-language finds the words in every language" in ran.out
    assert "--any-language finds" not in extractor("search", "imports", "--any-language", "--home", demo_home).out


def test_findings_refuses_a_check_that_there_is_not(shown: str, demo_home: Path, extractor: Callable[..., Any]) -> None:
    ran = extractor("findings", "--check", "foo", "--home", demo_home)
    assert (ran.code, "balance" in ran.err) == (2, True)
