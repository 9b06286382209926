"""Fact: every source's figure for one thing side by side, why they differ, and the same thing over time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette import Response

from extractor.reconcile.reading import Reading
from extractor.reconcile.reading import read as readings_of
from extractor.runs.exports.claimreview import claim_review
from extractor.runs.reconciling import Articles
from extractor.runs.rulings import left_out
from extractor.search import find_fact, over_time
from extractor.store import read
from extractor.web import stored
from extractor.web.asking import Ask, Data
from extractor.web.charts import intervals, timeline
from extractor.web.origins import origins_of
from extractor.web.records import Records
from extractor.web.statements import of_fact

ROUTE = r"/fact/(?P<id>[0-9a-f]+)"
TEMPLATE = "fact.html"

COMPARED = (
    "unit", "reporter", "period", "attribution", "compiler", "valuation", "partner_rule", "concept", "price_basis",
    "adjustment", "vintage", "currency_method", "status",
)  # fmt: skip
"""What may differ between sources that speak of one thing; what does is marked."""
MOST_CLAIMS = 60
MOST_PERIODS = 60
MOST_ROWS = 120
REVIEWS = 20


def data(ask: Ask) -> Data:
    """The fact, its claims with what differs between them, findings, charts and the reviews."""
    found = find_fact(ask.db, ask.parts["id"])
    fact = {name: found.fact[name] for name in found.fact.keys() if name not in ("key", "digest")}  # noqa: SIM118
    fact["confirmed"] = bool(fact["confirmed"])
    rows = found.claims[:MOST_CLAIMS]
    claims, readings = _claims(ask.db, rows)
    findings = of_fact(ask.db, fact["id"], [row["key"] for row in rows])
    return {
        "fact": fact,
        "claims": claims,
        "left_out": len(found.claims) - len(rows),
        "differs": _differs(claims),
        "findings": [finding for finding in findings if finding["own"]],
        "other_findings": [finding for finding in findings if not finding["own"]][:12],
        "intervals": intervals.panels(claims, readings),
        "over_time": _over_time(ask.db, found.fact),
        "judgements": stored.judgements(ask.db, fact["id"]),
        "judged_wrong": _judged_wrong(ask.db, found.fact),
        "reviews": _reviews(fact, claims),
    }


def jsonld(found: Data) -> Response:
    """The fact's reviews as schema.org ClaimReview."""
    return Response.json(found["reviews"], headers={"Content-Type": "application/ld+json"})


def _claims(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> tuple[list[Data], list[Reading]]:
    make = Records(db).make
    stored = read.read_claims_by_key(db, [row["key"] for row in rows])
    readings = readings_of(stored.values(), Articles(db))
    converted = [claim.id for claim in stored.values() if any(link.kind == "conversion" for link in claim.links)]
    origin = origins_of(readings, Articles(db), converted)
    claims = []
    for row in rows:
        record = make(row)
        claims.append({**record, **record["basis"], "origin": origin[record["id"]]._asdict()})
    return claims, readings


def _judged_wrong(db: sqlite3.Connection, fact: sqlite3.Row) -> list[Data]:
    """Claims about it that do not count, each with the judgement that says so."""
    make = Records(db).make
    return [{**make(row), "judgement": judgement.model_dump()} for row, judgement in left_out(db, fact)]


def _differs(claims: Sequence[Data]) -> list[str]:
    """The slots in which the claims do not all say the same; one that only some state differs too."""
    return [slot for slot in COMPARED if len({claim[slot] for claim in claims}) > 1]


def _over_time(db: sqlite3.Connection, fact: sqlite3.Row) -> Data:
    """Every claim on the same thing in any period: the chart, and the table below it."""
    same = over_time(db, fact)[-MOST_PERIODS:]
    make = Records(db).make
    rows = [(entry.fact["id"], row) for entry in same for row in entry.claims][:MOST_ROWS]
    claims = [{**make(row), "fact": fact_id, "vintage": row["vintage"]} for fact_id, row in rows]
    readings = readings_of(read.read_claims_by_key(db, [row["key"] for _, row in rows]).values(), Articles(db))
    return timeline.chart(claims, readings, fact["period"])


def _reviews(fact: Data, claims: Sequence[Data]) -> list[Any]:
    own = {"fact_id": fact["id"], **{name: fact[name] for name in ("core_key", "verdict", "explanation")}}
    return [claim_review({**claim, "_fact": own}) for claim in claims[:REVIEWS]]
