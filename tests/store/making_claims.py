"""Claims made by hand: the store must hold whatever the extractor says."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from extractor.domain import Article, Basis, Capture, Claim, Evidence, Link


def make_capture(url: str = "file:///a.txt", body: bytes = b"text") -> Capture:
    digest = hashlib.sha256(body).hexdigest()
    return Capture(url=url, body=body, sha256=digest, retrieved_at="2025-04-17T00:00:00Z", media_type="text/plain")


def make_article(text: str, article_id: str = "a1", **fields: Any) -> Article:
    given = {"url": "https://example.org/a1", "source": "nikkei", "lang": "en", "title": None, **fields}
    return Article(id=article_id, text=text, **given)


def make_claim(article: Article, quote: str, value: str | None = "1", kind: str = "money", **fields: Any) -> Claim:
    """A claim about the first place where the quote stands; its sentence is the line that holds it."""
    start = article.text.index(quote)
    line_start = article.text.rfind("\n", 0, start) + 1
    line_end = article.text.find("\n", start)
    line_end = len(article.text) if line_end < 0 else line_end
    given: dict[str, Any] = {
        "article_id": article.id,
        "url": article.url,
        "source": article.source,
        "lang": article.lang,
        "published_at": article.published_at,
        "sentence": article.text[line_start:line_end],
        "sentence_start": line_start,
        "sentence_end": line_end,
        "value": None if value is None else Decimal(value),
        "unit": "JPY",
        "rule": "test.amount",
    }
    given.update(fields)
    end = start + len(quote)
    claim_id = Claim.make_id(article.id, start, end, kind)
    return Claim(id=claim_id, quote=quote, start=start, end=end, kind=kind, **given)


def full_claim(article: Article, quote: str) -> Claim:
    """A claim with every field set."""
    return make_claim(
        article, quote, "5.2216E+12", low=Decimal("5.22155E+12"), high=Decimal("5.22165E+12"), approximate=True,
        bound="over", indicator="goods_trade_balance", flow="balance", reporter="JPN", partner="CHN",
        commodity="crude_oil", entity="Toyota", period="2024-04-01/2025-03-31", period_kind="fiscal_year",
        change_basis="yoy", direction="down", balance_sign=-1, attribution="Ministry of Finance (Japan)",
        status="preliminary",
        basis=Basis(compiler="JP_MOF", valuation="CIF", partner_rule="origin", concept="customs", price_basis="value",
                    adjustment="not_adjusted", vintage="flash", currency_method="JPY",
                    how={"reporter": "inherited", "valuation": "inferred"}),
        evidence=(Evidence(slot="reporter", how="inherited", reason="heading", start=0, end=3),
                  Evidence(slot="valuation", how="inferred", reason="agency's habit")),
        links=(Link(kind="conversion", claim_id="0" * 16),),
    )  # fmt: skip
