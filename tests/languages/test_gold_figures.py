"""The figures of the three annotated seeds, as an expert reads them; no trap read, nothing spurious in all five."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.domain import Figure
from extractor.extract import read_figures

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold").exists(), reason="needs ../shared: seeds and gold")

PUBLISHED = {"000": "2025-07-01", "001": "2025-07-01", "002": "2025-04-17", "003": "2025-02-20", "004": "2026-01-14"}
OTHERS = {
    "001": (
        "$152.01 billion|highest level|2024|$292.6 billion|largest trading partner|May 2025|2.62%"
        "|second consecutive period|$124.6 billion|17.6%|10.6%|through May 2025|23.8%|65%|2023|$18.6 billion"
        "|$10.4 billion|$3.92 billion|$6.46 billion|$36.91 billion|$25.62 billion|11.63%|18.8%|971,973 tons"
        "|$43.5 billion|3.3%|three-year high"
    ),
    "003": (
        "January|29.2 percent|7.33 trillion yen|$48.87 billion|second consecutive month|by half|1.76 trillion yen"
        "|15.6 percent|half|last year"
    ),
}
"""What stands in the two seeds without gold, as read by hand."""


@cache
def seed(prefix: str) -> str:
    (path,) = (SHARED / "seeds").glob(f"{prefix}*")
    return path.read_bytes().decode("utf-8")


@cache
def figures(prefix: str) -> tuple[Figure, ...]:
    return tuple(read_figures(seed(prefix), "en", date.fromisoformat(PUBLISHED[prefix])))


def gold(name: str) -> list[dict[str, Any]]:
    path = SHARED / "gold" / name
    if not path.exists():
        return []
    return [json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines()]


def _japanese(row: dict[str, Any]) -> bool:
    return any("぀" <= c <= "鿿" for c in row["quote"])


CLAIMS = [row for row in gold("claims.jsonl") if not _japanese(row)]


@pytest.mark.parametrize("row", CLAIMS, ids=[f"{r['seed'][:3]}-{r['quote_start']}-{r['quote']}" for r in CLAIMS])
def test_gold_figure(row: dict[str, Any]) -> None:
    found = [f for f in figures(row["seed"][:3]) if f.start < row["quote_end"] and row["quote_start"] < f.end]
    assert [f.quote for f in found] == [row["quote"]]
    (figure,) = found
    assert figure.kind == row["kind"]
    if row["kind"] == "period":
        settled_by_discourse = (
            row["period_kind"] == "fiscal_year"
        )  # a bare 2024 of a fiscal-year release: claims decide
        assert settled_by_discourse or figure.period == row["period"]
        return
    assert figure.value == row["value"]
    assert figure.unit == row["unit"]
    assert (figure.low, figure.high) == (row.get("low", row["value"]), row.get("high", row["value"])) or row[
        "kind"
    ] in {"rank", "streak"}
    assert figure.approximate == row.get("approximate", False)


@pytest.mark.parametrize("row", gold("traps.jsonl"), ids=lambda row: row["quote"])
def test_trap_is_no_figure(row: dict[str, Any]) -> None:
    assert [
        f.quote for f in figures(row["seed"][:3]) if f.start < row["quote_end"] and row["quote_start"] < f.end
    ] == []


@pytest.mark.parametrize("prefix", ["000", "002", "004"])
def test_nothing_spurious_in_the_annotated_seeds(prefix: str) -> None:
    spans = [(r["quote_start"], r["quote_end"]) for r in gold("claims.jsonl") if r["seed"].startswith(prefix)]
    extra = [f.quote for f in figures(prefix) if not any(f.start < end and start < f.end for start, end in spans)]
    assert extra == []


@pytest.mark.parametrize("prefix", sorted(OTHERS))
def test_the_other_seeds_hold_these_figures_and_no_more(prefix: str) -> None:
    assert {f.quote for f in figures(prefix)} == set(OTHERS[prefix].split("|"))
