"""The seeds and the corpus as careful readers annotated them: every finding of the experts, and no false alarm."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from gold_claims import GOLD, ROOT, SEEDS, gold_claim
from reconcile_support import article

from extractor.domain import Article, Basis, Capture, Claim, Finding
from extractor.extract import extract_claims
from extractor.parse import parse_capture
from extractor.reconcile import Reconciliation, reconcile
from extractor.sites import registry

CORPUS = ROOT / "corpus"
FIELDS = ("kind", "unit", "indicator", "flow", "reporter", "partner", "commodity", "entity", "period", "attribution")

if not list(CORPUS.glob("*/*.claims.jsonl")) or not GOLD.exists():
    pytest.skip("needs the corpus and the annotated seeds, which lie outside the project", allow_module_level=True)


def expected_claim(page: Article, row: dict[str, Any]) -> Claim:
    """One annotated figure of the corpus, at its place in the page. Its interval is that of the digits written."""
    value = Decimal(row["value"]) if row.get("value") else None
    given = {end: Decimal(row[end]) for end in ("low", "high") if row.get(end)}
    half = Decimal(1).scaleb(ulp(value)) / 2 if value is not None and row["kind"] not in ("rank", "streak") else None
    allowed = {"low": value - half, "high": value + half} if value is not None and half is not None else {}
    start = place(page.text, row["quote"], row.get("occurrence", 1))
    sentence = max(page.text.rfind(stop, 0, start) for stop in ("。", "\n", ". "))
    return Claim(
        id=f"{page.id}@{start}#{row['quote']}", article_id=page.id, source=page.source, lang=page.lang,
        published_at=page.published_at, sentence="", sentence_start=sentence, sentence_end=sentence,
        quote=row["quote"], start=start, end=start + len(row["quote"]), value=value,
        **{name: row.get(name) for name in FIELDS}, **(allowed | given), bound=row.get("bound"),
        approximate=row.get("approximate", False), period_kind=row.get("period_kind"),
        change_basis=row.get("change_basis") or "none", direction=row.get("direction") or "none",
        balance_sign=row.get("balance_sign"), status=row.get("status") or "asserted",
        basis=Basis.model_validate(row.get("basis") or {}), rule="corpus",
    )  # fmt: skip


def place(text: str, quote: str, occurrence: int) -> int:
    """Where the n-th appearance of a quote begins."""
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return start


def ulp(value: Decimal) -> int:
    """Power of ten of the last digit that is not a filling zero; of decimals, the last one written."""
    exponent = int(value.as_tuple().exponent)
    return exponent if exponent < 0 or not value else int(value.normalize().as_tuple().exponent)


@cache
def everything() -> tuple[dict[str, Claim], Reconciliation]:
    claims = [gold_claim(json.loads(line)) for line in (GOLD / "claims.jsonl").read_text("utf-8").splitlines()]
    pages = corpus_pages()
    for path, page in pages.items():
        lines = path.with_name(f"{path.stem}.claims.jsonl").read_text("utf-8").splitlines()
        claims += [expected_claim(page, json.loads(line)) for line in lines]
    seeds = {path.stem[:3]: article(path.stem[:3], path.read_bytes().decode("utf-8")) for path in SEEDS.glob("*.txt")}
    articles = seeds | {page.id: page for page in pages.values()}
    return {claim.id: claim for claim in claims}, reconcile(claims, articles)


def corpus_pages() -> dict[Path, Article]:
    """Every page of the corpus as the parser reads it, its file name as id."""
    pages = {}
    for path in sorted(CORPUS.glob("*/*.html")):
        body = path.read_bytes()
        address = re.search(rb'rel="canonical" href="([^"]+)"', body)
        capture = Capture(
            url=address.group(1).decode() if address else path.as_uri(), body=body, sha256=sha256(body).hexdigest(),
            retrieved_at="2026-02-01T00:00:00+00:00", media_type="text/html",
        )  # fmt: skip
        pages[path] = parse_capture(capture, registry()).article.model_copy(update={"id": path.stem})
    return pages


def findings(check: str, *marks: str) -> list[Finding]:
    """Findings of a check that are about a claim for each mark, a part of its id."""
    return [
        f for f in everything()[1].findings
        if f.check == check and all(any(mark in claim_id for claim_id in f.claim_ids) for mark in marks)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("finding", "check", "marks", "verdict", "told"),
    [
        ("F01", "currency+fiscal_year", ("002-39", "#3.9％"), "explained", "+7.1% / 1.061 = +0.9% in dollars"),
        ("F01", "currency+fiscal_year", ("002-39", "#3.9％"), "explained", "-3.9% x 1.077 = +3.5% in yen"),
        ("F01", "currency+period", ("002-39", "000-01"), "explained", "+7.1% / 1.061 = +0.9% in dollars"),
        ("F02", "currency+double_import+fiscal_year", ("002-37", "#2.7％"), "explained", "+3.4% / 1.061 = -2.5%"),
        ("F11", "agreement", ("002-04", "#5兆2217億円"), "agree_truncation", "cuts digits off"),
        ("F12", "balance_change", ("002-06", "002-07", "002-15"), "derivable", "-16.68% to -13.91%"),
        ("F19", "scope", ("002-32", "#36.1％"), "suspect_source_error", "+190% against +36.1%"),
        ("F20", "multiple", ("002-32",), "unverifiable", "+290%"),
        ("F26", "qualifier", ("004-12", "#seven categories"), "suspect_source_error", "qualifier was lost"),
        ("F29", "month_mean", ("004-05", "004-23"), "derivable", "1.19"),
        ("F33", "independence", ("000-01", "000-14"), "unverifiable", "origins added: 0"),
    ],
)  # fmt: skip
def test_findings_that_need_the_corpus(
    finding: str, check: str, marks: tuple[str, ...], verdict: str, told: str
) -> None:
    found = findings(check, *marks)
    assert found, finding
    assert {f.verdict for f in found} == {verdict}
    assert any(told in " ".join((f.explanation, *f.arithmetic)) for f in found)


def test_the_only_contradiction_is_the_one_that_was_put_there() -> None:
    conflicts = [f for f in everything()[1].findings if f.verdict == "conflict"]
    assert [sorted(everything()[0][claim].quote for claim in f.claim_ids) for f in conflicts] == [
        ["22.2 percent", "35.6%"]
    ]


def test_the_only_slip_is_the_published_one() -> None:
    slips = [f for f in everything()[1].findings if f.verdict == "suspect_source_error" and f.detail == "scale_slip"]
    assert slips
    assert all(any(claim.endswith("10億6,642万ドル") for claim in f.claim_ids) for f in slips)
    assert any(f.suggestion == 10_664_180_000 and "106億6,418万" in f.explanation for f in slips)


def test_the_readers_annotations_contain_no_other_doubt() -> None:
    doubts = [f for f in everything()[1].findings if f.verdict == "suspect_extraction"]
    assert [f.explanation for f in doubts] == []


@cache
def as_extracted() -> tuple[dict[str, Claim], Reconciliation]:
    """The same pages and seeds, read by the extractor."""
    articles = {page.id: page for page in corpus_pages().values()}
    for path in SEEDS.glob("*.txt"):
        text = path.read_bytes().decode("utf-8")
        marks = ("ai_generated",) if "The AI has delivered the news." in text else ()
        articles[path.stem] = article(path.stem, text, marks=marks)
    claims = {claim.id: claim for page in articles.values() for claim in extract_claims(page)}
    return claims, reconcile(claims.values(), articles)


def quoted(finding: Finding) -> set[str]:
    return {as_extracted()[0][claim].quote for claim in finding.claim_ids}


def test_as_extracted_too_the_only_contradiction_is_the_one_that_was_put_there() -> None:
    conflicts = [f for f in as_extracted()[1].findings if f.verdict == "conflict"]
    assert [quoted(f) for f in conflicts] == [{"22.2 percent", "35.6%"}]


def test_as_extracted_too_the_slip_is_named() -> None:
    slips = [f for f in as_extracted()[1].findings if f.detail == "scale_slip"]
    assert slips
    assert all("10億6,642万ドル" in quoted(f) for f in slips)


def test_as_extracted_too_both_growth_rates_are_right() -> None:
    found = [f for f in as_extracted()[1].findings if f.verdict == "explained" and {"7.1%", "3.9％"} <= quoted(f)]
    assert any("-3.9% x 1.077 = +3.5% in yen" in f.explanation for f in found)
    assert any("+7.1% / 1.061 = +0.9% in dollars" in f.explanation for f in found)


def test_as_extracted_too_the_conversion_is_the_outlets_own() -> None:
    found = [
        f
        for f in as_extracted()[1].findings
        if f.detail == "publication_day" and "48.87 billion U.S. dollars" in quoted(f)
    ]
    assert found
    assert "ECB rate of 2024-02-21: 149.99" in found[0].explanation
