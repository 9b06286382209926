"""Sentences and the slots that an expert reads in them: tests/extract/claims/<language>.toml.

[[text]]
lang = "en"
text = "China's exports to Japan rose 3.5% in 2024."
published = "2025-01-14"                       # optional
[[text.claim]]
quote = "3.5%"                                 # nth = 2 for its second occurrence
flow = "export"
...                                            # any contract field; "-" means None
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.domain import Article, Claim
from extractor.extract import extract_claims

FILES = sorted((Path(__file__).parent / "claims").glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{file.stem}-{n:02}-{case['text'][:24]}", marks=_marks)
    for file in FILES
    for n, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["text"], 1)
    for _marks in [[pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []]
]


def located(claims: list[Claim], quote: str, nth: int) -> Claim:
    found = [c for c in claims if c.quote == quote]
    assert len(found) >= nth, f"{quote!r} is not among {[c.quote for c in claims]}"
    return found[nth - 1]


@pytest.mark.parametrize("case", CASES)
def test_slots(case: dict[str, Any]) -> None:
    article = Article(
        id="t", url=None, source=None, lang=case["lang"], title=None, text=case["text"],
        published_at=case.get("published"),
    )  # fmt: skip
    claims = extract_claims(article)
    for want in case["claim"]:
        claim = located(claims, want["quote"], want.get("nth", 1))
        assert article.text[claim.start : claim.end] == claim.quote
        for slot, expected in want.items():
            if slot in {"quote", "nth"}:
                continue
            got = getattr(claim, slot)
            if slot in {"value", "low", "high"} and expected != "-":
                assert got == Decimal(str(expected)), f"{claim.quote}: {slot}"
            else:
                assert (None if expected == "-" else expected) == got, f"{claim.quote}: {slot}"
