"""The three functions of the package, and their doctests."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import extractor
from extractor.domain.errors import UnknownTerm, UnreadableInput

TYPED = """
import extractor
from extractor.extract import read_figures
from extractor.extract.figures import figures_of
claims = extractor.extract("up 5%", "en", published="2025-04-17")
reveal_type(claims)
reveal_type(extractor.open("x").search("exports", limit=3, partner="CHN"))
extractor.extract(5)
"""


def test_the_packages_examples_run(judged: Path) -> None:
    found = doctest.testmod(extractor, extraglobs={"home": judged})
    assert (found.failed, found.attempted > 4) == (0, True)


@pytest.mark.parametrize(
    "name",
    [
        "extract.api",
        "extract.explain",
        "domain.seen",
        "domain.interval",
        "domain.period",
        "search.filters",
        "search.ranges",
        "runs.batch",
    ],
)
def test_examples_of_a_module_run(name: str) -> None:
    found = doctest.testmod(import_module(f"extractor.{name}"))
    assert found.failed == 0


def test_extract_is_a_function_and_a_package() -> None:
    from extractor.extract import read_figures
    from extractor.extract.figures import figures_of

    (claim,) = extractor.extract("up 5%", "en")
    assert (claim.value, claim.unit) == (5, "percent")
    assert callable(read_figures)
    assert callable(figures_of)
    (percent, _) = extractor.extract("輸出は昨年、5％増えた。", published=date(2025, 4, 17))[::-1]
    assert percent.period == "2024-01-01/2024-12-31"
    with pytest.raises(UnknownTerm):
        extractor.extract("up 5%", "tlh")


def test_extract_is_found_without_an_import_of_it() -> None:
    code = "import sys, extractor; assert 'spacy' not in sys.modules; print(len(extractor.extract('up 5%')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "1\n"


def test_a_home_is_searched_and_read(judged: Path) -> None:
    with extractor.open(judged) as home:
        (claim,) = home.search("imports", kind="money")
        assert home.claim(claim.id[:8]) == claim
        text = home.article(claim.article_id).text
        assert text[claim.start : claim.end] == claim.quote == "25.94 trillion yen"
        assert any(claim.id in fact.claim_ids for fact in home.facts())
        assert all(finding.verdict == "derivable" for finding in home.findings("derivable"))
        assert len(home.search("exports", "imports", any_language=True)) == 0
        with pytest.raises(UnknownTerm, match="partner"):
            home.search("x", partnr="CHN")


def test_a_folder_without_a_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="extractor demo"):
        extractor.open(tmp_path)


def test_types_are_seen_from_outside(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(TYPED)
    line = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", str(tmp_path / "use.py")]
    ran = subprocess.run(line, capture_output=True, text=True, check=False, cwd=Path(extractor.__file__).parents[1])
    assert ran.stdout.count("list[extractor.domain.claim.Claim]") == 2
    assert ran.stdout.count("error:") == 1
    assert 'expected "str"' in ran.stdout
