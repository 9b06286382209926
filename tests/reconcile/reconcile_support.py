"""Claims and articles made on the spot, and finding a finding."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from extractor.domain import Article, Basis, Claim, Finding


def about(findings: Iterable[Finding], check: str, *ids: str) -> Finding:
    """The finding of a check that is about these claims and the fewest others."""
    of_check = [f for f in findings if f.check == check]
    fitting = [f for f in of_check if set(ids) <= set(f.claim_ids)]
    assert fitting, f"no {check} finding on {ids}; there are {[f.claim_ids for f in of_check]}"
    return min(fitting, key=lambda f: (len(f.claim_ids), f.id))


def make_claim(value: str, scale: str = "1", *, article: str = "a", start: int = 0, **fields: Any) -> Claim:
    """`make_claim("5.2216", "1e12", flow="balance", balance_sign=-1)`: rounded at the last digit written."""
    number, factor = Decimal(value), Decimal(scale)
    half = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
    kind = fields.get("kind", "money")
    basis = Basis(compiler=fields.pop("compiler", None), vintage=fields.pop("vintage", None))
    made: dict[str, Any] = {
        "id": f"{article}-{start}-{kind}-{value}", "article_id": article, "source": article, "lang": "en",
        "sentence": "", "sentence_start": 0, "sentence_end": 0, "quote": value, "start": start,
        "end": start + len(value), "kind": kind,
        "value": number * factor, "low": (number - half) * factor, "high": (number + half) * factor,
        "unit": "JPY" if kind == "money" else kind, "indicator": "goods_trade_value", "flow": "export",
        "reporter": "JPN", "partner": "CHN", "period": "2024-01-01/2024-12-31", "period_kind": "calendar_year",
        "basis": basis, "rule": "made",
    }  # fmt: skip
    return Claim(**made | fields)


def article(article_id: str, text: str = "", **fields: Any) -> Article:
    """An article with this text."""
    return Article(
        id=article_id, url=None, source=fields.pop("source", article_id), lang="en", title=None, text=text, **fields
    )
