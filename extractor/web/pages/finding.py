"""Finding: one statement of the reconciler with its claims and arithmetic, at an address that stays."""

from __future__ import annotations

from extractor.domain.errors import UnknownTerm
from extractor.store import facts
from extractor.web.asking import Ask, Data
from extractor.web.statements import with_claims

ROUTE = r"/finding/(?P<id>[0-9a-f]+)"
TEMPLATE = "finding.html"


def data(ask: Ask) -> Data:
    """The finding, and the claims that it is about."""
    found = next(facts.read_findings(ask.db, "id = ?", (ask.parts["id"],)), None)
    if found is None:
        raise UnknownTerm(f"there is no finding {ask.parts['id']}", "/findings lists them")
    fields = found.model_dump(mode="json", exclude={"claim_ids", "fact_ids"})
    (shown,) = with_claims(ask.db, [{**fields, "claims": found.claim_ids, "facts": found.fact_ids}])
    return {"finding": shown}
