"""The Claim: the public contract. JSON lines, SQLite columns and this model agree."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import Field

from extractor.domain.base import Frozen, content_id
from extractor.domain.vocabulary import (
    Bound,
    ChangeBasis,
    Direction,
    Flow,
    How,
    Kind,
    LinkKind,
    PeriodKind,
    Status,
)


class Basis(Frozen):
    """On what footing a figure was compiled; null where nothing says so.

    `how` names, for every slot of the claim (or of this basis) that was not written in the
    sentence itself, how it was got.
    """

    compiler: str | None = None
    """Agency that compiled the figure, a code of the catalogue: JP_MOF, CN_GACC, JETRO ..."""
    valuation: str | None = None
    """CIF, FOB."""
    partner_rule: str | None = None
    """origin, destination, consignment, double_import (双方輸入ベース)."""
    concept: str | None = None
    """customs, balance_of_payments, real, nominal, core ..."""
    price_basis: str | None = None
    """value, volume, unit_price, constant, current."""
    adjustment: str | None = None
    """seasonally_adjusted, annualised, not_adjusted."""
    vintage: str | None = None
    """flash, revised, final."""
    currency_method: str | None = None
    """Currency that a growth rate or a conversion is in: USD, JPY, CNY, publication_day ..."""
    how: dict[str, How] = Field(default_factory=dict)


class Evidence(Frozen):
    """Why a slot has its value: where in the article, or which catalogue row or rule."""

    slot: str
    how: How
    reason: str
    start: int | None = None
    end: int | None = None


class Link(Frozen):
    """This claim's relation to another of the same article, by claim id."""

    kind: LinkKind
    claim_id: str


class Claim(Frozen):
    """What one figure asserts in its sentence. Unknown slots are None, never guessed.

    Offsets are code points in the article's text, end exclusive; `text[start:end] == quote`.
    `evidence` and `links` are kept beside the contract's fields: see `contract()`.
    """

    id: str
    article_id: str
    url: str | None = None
    source: str | None = None
    lang: str
    published_at: str | None = None
    sentence: str
    sentence_start: int
    sentence_end: int
    quote: str
    start: int
    end: int
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None
    indicator: str | None = None
    flow: Flow | None = None
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    entity: str | None = None
    period: str | None = None
    period_kind: PeriodKind | None = None
    change_basis: ChangeBasis = "none"
    direction: Direction = "none"
    balance_sign: int | None = None
    attribution: str | None = None
    status: Status = "asserted"
    basis: Basis = Basis()
    rule: str
    run_id: str | None = None
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()

    @staticmethod
    def make_id(article_id: str, start: int, end: int, kind: str) -> str:
        """The content hash of article, span and kind."""
        return content_id(article_id, start, end, kind)

    def contract(self) -> dict[str, Any]:
        """Exactly the contract's fields, ready for JSON (Decimals as strings)."""
        return self.model_dump(mode="json", exclude={"evidence", "links"})


CONTRACT_FIELDS: tuple[str, ...] = tuple(name for name in Claim.model_fields if name not in {"evidence", "links"})
