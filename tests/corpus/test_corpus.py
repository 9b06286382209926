"""The corpus holds what its README says: pages that parse, claims in the contract's words, quotes that are there."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from extractor.catalogue import load
from extractor.domain import CONTRACT_FIELDS, Article, Capture, Period
from extractor.domain import vocabulary as words
from extractor.parse import parse_capture
from extractor.sites import registry

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = sorted(CORPUS.glob("*/*.html"))
BASIS_FREE = {"quote", "occurrence"}
CLOSED = {
    "kind": words.Kind, "bound": words.Bound, "flow": words.Flow, "period_kind": words.PeriodKind,
    "change_basis": words.ChangeBasis, "direction": words.Direction, "status": words.Status,
}  # fmt: skip
SPANS_UNITS = {"percent", "percentage_point", "basis_point", "times", "rank", "year", "month", "quarter", "day"}


@cache
def article(page: Path) -> Article:
    body = page.read_bytes()
    capture = Capture(
        url=page.name,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        retrieved_at="2026-01-20T00:00:00Z",
        source=page.parent.name,
        media_type="text/html",
    )
    return parse_capture(capture, registry()).article


def rows(page: Path, what: str) -> list[dict[str, Any]]:
    lines = page.with_suffix(f".{what}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def place(text: str, row: dict[str, Any]) -> int:
    """Where the row's quote begins, or -1."""
    at = -1
    for _ in range(row["occurrence"]):
        at = text.find(row["quote"], at + 1)
        if at < 0:
            break
    return at


def each(what: str) -> list[Any]:
    return [pytest.param(page, row, id=f"{page.stem}-{n}") for page in PAGES for n, row in enumerate(rows(page, what))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_by_its_outlets_layout(page: Path) -> None:
    found = article(page)
    assert found.layout is not None
    assert found.layout.startswith(f"{page.parent.name}/V")
    assert found.title
    assert (found.published_at or "").startswith(page.name[:10])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_quotes_are_in_the_text_in_order_and_apart(page: Path) -> None:
    text, end = article(page).text, 0
    for row in rows(page, "claims"):
        start = place(text, row)
        assert start >= end, row
        end = start + len(row["quote"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_traps_are_in_the_text_and_no_claim_lies_in_them(page: Path) -> None:
    text = article(page).text
    claims = [(place(text, row), row["quote"]) for row in rows(page, "claims")]
    for trap in rows(page, "traps"):
        start = place(text, trap)
        assert start >= 0, trap
        assert trap["why"]
        assert not [q for at, q in claims if at < start + len(trap["quote"]) and start < at + len(q)], trap


@pytest.mark.parametrize(("page", "row"), each("claims"))
def test_a_claim_speaks_the_contracts_words(page: Path, row: dict[str, Any]) -> None:
    names, catalogue = set(row) - BASIS_FREE, load()
    assert names <= set(CONTRACT_FIELDS)
    for name, allowed in CLOSED.items():
        assert row.get(name) is None or row[name] in get_args(allowed), name
    assert row.get("indicator") is None or row["indicator"] in catalogue.indicators
    assert row.get("commodity") is None or row["commodity"] in catalogue.commodities
    for name in ("reporter", "partner"):
        assert row.get(name) is None or row[name] in catalogue.places
    if row.get("attribution") is not None:
        named = {agency.attribution for agency in catalogue.agencies.values()}
        as_written = row["attribution"] in article(page).text  # an office without a row
        assert row["attribution"] in named or as_written
    if row.get("period") is not None:
        Period.parse(row["period"])
    known = set(catalogue.units) | set(catalogue.currencies) | SPANS_UNITS
    unit = row.get("unit")
    assert unit is None or "/" in unit or unit in known
    for name in ("value", "low", "high"):
        assert row.get(name) is None or Decimal(row[name]).is_finite()
    assert row["kind"] == "period" or row["value"] is not None or {"low", "high"} <= names


@pytest.mark.parametrize("folder", ["jetro", "xinhua", "nikkei"])
def test_every_outlet_has_twelve_articles_at_least(folder: str) -> None:
    assert len(list((CORPUS / folder).glob("*.html"))) >= 12


def test_every_language_has_twelve_articles_at_least() -> None:
    count = Counter(article(page).lang for page in PAGES)
    assert all(count[lang] >= 12 for lang in ("en", "ja", "zh")), count


def test_the_corpus_holds_its_slip_and_its_contradiction() -> None:
    slip = rows(CORPUS / "jetro" / "2025-07-02-japan-china-trade-2024-exports.html", "claims")
    assert "1066420000" in {row.get("value") for row in slip}
    food = [
        row["value"]
        for page in PAGES
        for row in rows(page, "claims")
        if row.get("commodity") == "food" and row.get("period") == "2024-01-01/2024-01-31"
    ]
    assert set(food) == {"22.2", "35.6"}
