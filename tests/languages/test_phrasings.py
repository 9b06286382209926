"""Every phrasing in `phrasings/<lang>_<kind>.toml` reads as its expected value; the negatives read as nothing.

A file holds `[[figure]]` tables: the expected fields, then `phrasings`, each a text in which «…» marks the figure (the
whole text when unmarked). Figures outside the mark are not looked at. `[[nothing]]` tables list texts that hold no
figure, or none that touches the mark.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.domain import Figure
from extractor.extract import read_figures

FOLDER = Path(__file__).parent / "phrasings"
TABLES = [
    (path.stem, kind, table)
    for path in sorted(FOLDER.glob("*.toml"))
    for kind, tables in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for table in tables
]
NUMBERS = {"value", "low", "high"}


def _cases(wanted: str) -> list[Any]:
    return [
        pytest.param(name, table, phrasing, id=f"{name}: {phrasing}"[:90])
        for name, kind, table in TABLES
        if kind == wanted
        for phrasing in table["phrasings"]
    ]


def _read(name: str, table: dict[str, Any], phrasing: str) -> tuple[list[Figure], int, int]:
    """Figures that touch the mark, and the mark's span."""
    before, opened, rest = phrasing.partition("«")
    inside, _, after = rest.partition("»")
    text = before + inside + after
    start, end = (len(before), len(before) + len(inside)) if opened else (0, len(text))
    published = table.get("published")
    figures = read_figures(text, name[:2], date.fromisoformat(published) if published else None)
    return [figure for figure in figures if figure.start < end and start < figure.end], start, end


@pytest.mark.parametrize(("name", "table", "phrasing"), _cases("figure"))
def test_reads_as_expected(name: str, table: dict[str, Any], phrasing: str) -> None:
    figures, start, end = _read(name, table, phrasing)
    assert len(figures) == 1, figures
    (figure,) = figures
    assert (figure.start, figure.end) == (start, end), figure.quote
    for field, expected in table.items():
        if field in {"phrasings", "published", "why"}:
            continue
        found = getattr(figure, field)
        if field in NUMBERS and expected != "":
            assert found == Decimal(expected), f"{field}: {found}"
        else:
            assert found == (None if expected == "" else expected), f"{field}: {found}"


@pytest.mark.parametrize(("name", "table", "phrasing"), _cases("nothing"))
def test_is_no_figure(name: str, table: dict[str, Any], phrasing: str) -> None:
    figures, _, _ = _read(name, table, phrasing)
    assert figures == []
