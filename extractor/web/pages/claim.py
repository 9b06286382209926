"""Claim: one figure with everything behind it, and how to cite it."""

from __future__ import annotations

from extractor.search import facts_of_claim, find_differences
from extractor.store import read
from extractor.web import stored
from extractor.web.asking import Ask, Data
from extractor.web.citing import citation
from extractor.web.records import Records
from extractor.web.statements import with_variants

ROUTE = r"/claim/(?P<id>[0-9a-f]{4,64})"
TEMPLATE = "claim.html"

SLOTS = (
    "indicator", "flow", "reporter", "partner", "commodity", "entity", "period", "period_kind", "change_basis",
    "direction", "balance_sign", "bound", "attribution", "status", "compiler", "valuation", "partner_rule", "concept",
    "price_basis", "adjustment", "vintage", "currency_method",
)  # fmt: skip


def data(ask: Ask) -> Data:
    """The claim's record, where each slot came from, the article and its capture, facts, findings and judgements."""
    claim = read.read_claim(ask.db, ask.parts["id"])
    row = ask.db.execute("SELECT * FROM current_claims WHERE id = ?", (claim.id,)).fetchone()
    article = read.read_article(ask.db, claim.article_id)
    record = Records(ask.db).make(row)
    capture = stored.capture(ask.db, article.capture_sha256)
    reasons = {item.slot: item for item in claim.evidence}
    slots = []
    for name in SLOTS:
        value = getattr(claim, name, None) if name not in record["basis"] else record["basis"][name]
        if value not in (None, "none"):
            item = reasons.get(name)
            how = item.how if item else claim.basis.how.get(name, "stated")
            at = article.text[item.start : item.end] if item and item.start is not None else None
            slots.append({"slot": name, "value": str(value), "how": how, "reason": item.reason if item else None,
                          "at": at})  # fmt: skip
    facts = [{name: fact[name] for name in ("id", "verdict", "explanation", "mentions", "outlets", "origins")}
             for fact in facts_of_claim(ask.db, claim.id)]  # fmt: skip
    return {
        "claim": record,
        "slots": slots,
        "links": [link.model_dump() for link in claim.links],
        "article": article.model_dump(mode="json", exclude={"text", "blocks"}),
        "capture": capture,
        "cite": citation(record, article, capture["retrieved_at"] if capture else None),
        "facts": facts,
        "findings": with_variants(ask.db, find_differences(ask.db, claim_keys=[row["key"]], limit=12)),
        "judgements": stored.judgements(ask.db, claim.id),
    }
