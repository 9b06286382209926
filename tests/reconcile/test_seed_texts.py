"""The seeds as they stand: read by the extractor, then reconciled. What a user of both sees."""

from __future__ import annotations

from functools import cache

import pytest
from gold_claims import SEEDS
from reconcile_support import article

from extractor.domain import Article, Claim, Finding
from extractor.extract import extract_claims
from extractor.reconcile import check_article, reconcile

if not SEEDS.exists():
    pytest.skip("the seeds lie outside the project and are not here", allow_module_level=True)

ALARMS = ("suspect_source_error", "conflict", "conflict_if_same_basis")
APRIL = "002_936d003705f734d7"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
LEVELS = (
    "5.2216 trillion", "108.9345 trillion", "114.1562 trillion", "21.6482 trillion", "12.6429 trillion",
    "9.0053 trillion", "58.0513 trillion", "55.176 trillion", "18.8917 trillion", "25.9392 trillion",
    "7.0474 trillion", "9.774 trillion",
    "12.3047 trillion", "544 billion", "9.8478 trillion", "9.3037 trillion",
)  # fmt: skip


def seed(name: str, text: str) -> Article:
    """A seed as an article: dated where its text dates it, marked where it says that a model wrote it."""
    marks = ("ai_generated",) if "The AI has delivered the news." in text else ()
    return article(name, text, published_at="2025-04-17" if name == APRIL else None, marks=marks)


@cache
def everything() -> tuple[dict[str, Claim], list[Finding]]:
    articles = {name: seed(name, text) for name, text in TEXTS.items()}
    claims = {claim.id: claim for one in articles.values() for claim in extract_claims(one)}
    return claims, list(reconcile(claims.values(), articles).findings)


def quotes(finding: Finding) -> set[str]:
    return {everything()[0][claim_id].quote for claim_id in finding.claim_ids}


def test_nothing_among_the_seeds_is_called_a_contradiction_or_an_error() -> None:
    assert [f.explanation for f in everything()[1] if f.verdict in ALARMS] == []


@pytest.mark.parametrize(
    ("finding", "check", "among"),
    [
        ("F10", "balance", {"5.2216 trillion yen", "108.9345 trillion yen", "114.1562 trillion yen"}),
        ("F10", "balance", {"9.0053 trillion yen", "21.6482 trillion yen", "12.6429 trillion yen"}),
        ("F10", "balance", {"7.0474 trillion yen", "18.8917 trillion yen", "25.9392 trillion yen"}),
        ("F10", "balance", {"544 billion yen", "9.8478 trillion yen", "9.3037 trillion yen"}),
        ("F12", "balance_change", {"15%", "5.9%", "4.7%"}),
        ("F13", "balance_change", {"1.3%", "3.8%", "7.7%"}),
        ("F14", "share", {"19.9%", "21.6482 trillion yen", "108.9345 trillion yen"}),
        ("F15", "parts", {"21.6482 trillion yen", "58.0513 trillion yen", "9.774 trillion yen"}),
        ("F16", "period", {"152.60 yen per dollar"}),
        ("F17", "exchange_rate", {"152.60 yen per dollar", "6.1%"}),
    ],
)  # fmt: skip
def test_findings_from_the_texts_alone(finding: str, check: str, among: set[str]) -> None:
    found = [f for f in everything()[1] if f.check == check and among <= quotes(f)]
    assert found, finding
    assert found[0].passed is True


def test_f20_the_multiple_is_ambiguous() -> None:
    assert any(f.check == "multiple" and f.detail == "ambiguous" for f in everything()[1])


def test_f33_the_page_of_a_model_has_no_weight() -> None:
    found = [f for f in everything()[1] if f.detail == "ai_generated"]
    assert [len(f.claim_ids) for f in found] == [7]


def test_dollars_in_brackets_are_the_outlets_conversion() -> None:
    found = [f for f in everything()[1] if f.check == "conversion"]
    assert [quotes(f) for f in found] == [{"7.33 trillion yen", "$48.87 billion"}]
    assert "no second source" in found[0].explanation


def test_a_point_moved_in_the_text_is_found_and_put_right() -> None:
    """Each of the sixteen levels, with its point moved to the right: nearly all such slips must be named."""
    text = TEXTS[APRIL]
    named = 0
    for level in LEVELS:
        number, scale = level.split()
        moved = (
            f"{number}0 {scale}"
            if "." not in number
            else f"{float(number) * 10:.{len(number.split('.')[1]) - 1}f} {scale}"
        )
        found = check_article(extract_claims(seed(APRIL, text.replace(level, moved))))
        slips = [f for f in found if f.detail == "scale_slip"]
        named += len(slips) == 1 and f"'{moved} yen'" in slips[0].explanation
    assert named >= 15
