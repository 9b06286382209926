"""A poisoned row of the catalogue or the corpus stops the load and says where it stands and what is wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from trust_support import article_from

from extractor.catalogue import load
from extractor.domain.errors import CatalogueError
from extractor.runs.evaluate import expected

TABLES = Path(__import__("extractor.catalogue", fromlist=["load"]).__file__).parent

POISON = [
    ("places", '[XXA]\nkind = "country"\nen = "Utopia"', "row XXA: en: not a list"),
    ("places", '[XXA]\nkind = "country"\nen = [7]', "row XXA: en: 7 is no name"),
    ("places", '[XXA]\nkind = "country"\nen = ["Utopia", " "]', "row XXA: en: ' ' is no name"),
    ("places", '[XXA]\nkind = "country"\nen = ["Uto\\u200Bpia"]', "row XXA: en"),
    ("places", '[XXA]\nkind = "country"\nen = ["\\u202Eaipotu"]', "nobody sees"),
    ("places", '[XXA]\nkind = "planet"\nen = ["Utopia"]', "row XXA: kind"),
    ("places", '[XXA]\nkind = "country"\nen = ["Utopia"]\ncurrency = "XXQ"', "currencies.toml has no XXQ"),
    ("places", '[XXA]\nkind = "country"\nen = ["Utopia"]\nparents = ["Atlantis"]', "places.toml has no Atlantis"),
    ("places", '[XXA]\nkind = "country"\nen = ["Utopia"]\nfiscal_year_starts = 13', "row XXA: fiscal_year_starts"),
    ("places", '[JPN]\nkind = "country"\nen = ["Japan"]', "places.toml"),
    ("units", '[furlong]\nkind = "length"\nen = ["furlong"]', "row furlong: kind"),
    ("units", '[furlong]\nkind = "quantity"\nen = ["furlong"]\nfactor = "many"', "row furlong: factor"),
    ("units", '[furlong]\nkind = "quantity"\nen = ["furlong"]\nbase = "league"', "units.toml has no league"),
    ("agencies", '[XX_STAT]\nkind = "statistics"\nen = ["Bureau"]', "row XX_STAT: attribution"),
    ("agencies", '[XX_STAT]\nkind = "statistics"\nen = ["B"]\nattribution = "B"\nplace = "XXA"',
     "places.toml has no XXA"),
    ("commodities", '[flux]\nen = ["flux"]\nparent = "aether"', "commodities.toml has no aether"),
    ("indicators", '[happiness]\nen = ["happiness"]\nkinds = ["joy"]', "row happiness: kinds"),
    ("currencies", "\x00", "currencies.toml"),
]  # fmt: skip
ROWS = [
    ("{", "row 2"),
    ('{"kind": "money"}', "row 2: 'quote'"),
    ('{"quote": "7 trillion yen"}', "does not stand"),
    ('{"quote": "5.9%", "occurrence": 2}', "does not stand 2 times"),
    ('{"quote": "5.9%", "occurrence": "many"}', "row 2"),
    ("[]", "row 2"),
    ('{"quote": "5.9%", "value": "many"}', "row 2"),
    ('{"quote": "5.9%", "low": ""}', "row 2"),
]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the catalogue, to be poisoned."""
    for path in TABLES.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(("table", "row", "complaint"), POISON)
def test_a_poisoned_row_stops_the_load(tables: Path, table: str, row: str, complaint: str) -> None:
    with (tables / f"{table}.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{row}\n")
    with pytest.raises(CatalogueError) as caught:
        load(tables)
    assert complaint in str(caught.value)
    assert f"{table}.toml" in str(caught.value)


def test_a_sound_row_is_all_that_a_place_needs(tables: Path) -> None:
    """catalogue/README.md: a code, the names, the row's own fields."""
    row = '\n[XXA]\nkind = "country"\nen = ["Utopia"]\nja = ["ユートピア"]\nzh = ["乌托邦"]\ncurrency = "JPY"\n'
    with (tables / "places.toml").open("a", encoding="utf-8") as file:
        file.write(row)
    assert load(tables).places["XXA"].names["zh"] == ("乌托邦",)
    assert load(tables).digest != load().digest


@pytest.mark.parametrize(("row", "complaint"), ROWS)
def test_a_poisoned_expectation_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    path = tmp_path / "page.claims.jsonl"
    path.write_text(f'{{"quote": "5.9%"}}\n{row}\n')
    with pytest.raises(CatalogueError) as caught:
        expected(path, article_from("Exports rose 5.9% to 108.9 trillion yen.", "text/plain", lang="en"))
    assert complaint in str(caught.value)
    assert "page.claims.jsonl: row 2" in str(caught.value)


def test_evaluate_tells_a_poisoned_row_in_one_line(extractor: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body><article><p>Exports rose 5.9% in May 2024.</p></article></body></html>"
    )
    (tmp_path / "page.claims.jsonl").write_text('{"quote": "7%"}\n')
    ran = extractor("evaluate", tmp_path)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "page.claims.jsonl: row 1" in ran.err
