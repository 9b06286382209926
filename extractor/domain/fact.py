"""What reconciliation says: facts, and findings with their arithmetic."""

from __future__ import annotations

from decimal import Decimal

from extractor.domain.base import Frozen
from extractor.domain.vocabulary import Verdict


class Finding(Frozen):
    """One statement of the reconciler about one or more claims.

    `check` names the identity, explanation or comparison that made it (`balance`,
    `currency`, `duplicate` ...). `passed` is None where nothing was tested. `arithmetic`
    is one step a line, numbers written out. `detail` refines a verdict: `scale_slip`.
    """

    id: str
    verdict: Verdict
    check: str
    passed: bool | None
    detail: str | None = None
    claim_ids: tuple[str, ...]
    fact_ids: tuple[str, ...] = ()
    explanation: str
    arithmetic: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    """Which dimensions differ: currency, period, compiler ..."""
    explained: Decimal | None = None
    """Share of the gap that the explanation accounts for, 0 to 1."""
    residual: Decimal | None = None
    suggestion: Decimal | None = None
    """The value that follows from the other figures, when this one is suspected."""
    group: str | None = None
    """The group key of the claims that it was drawn from: whoever replaces the group replaces the finding."""


class Fact(Frozen):
    """All claims about the same thing, reconciled. `value` only where the sources support one.

    `key` is the core key, one readable line. `mentions` counts claims, `outlets` distinct
    sources, `origins` independent origins: a copy, a translation, an AI page or an
    outlet's own conversion adds none.
    """

    id: str
    key: str
    indicator: str | None
    flow: str | None
    exporter: str | None
    importer: str | None
    commodity: str | None
    entity: str | None = None
    period: str | None
    measure: str
    """level, change:yoy, share, rank, streak ..."""
    unit: str | None
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    verdict: Verdict
    explanation: str
    claim_ids: tuple[str, ...]
    mentions: int
    outlets: int
    origins: int
    confirmed: bool = False
    group: str | None = None
    """The group key of the claims that it was drawn from."""
