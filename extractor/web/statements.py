"""Findings with the claims that they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.store import facts
from extractor.web.records import Records

MOST_CLAIMS = 6
"""Of a finding about more claims than these, the first are shown."""


def with_claims(db: sqlite3.Connection, findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings as `search.find_findings` returns them, each with the records of its claims in `about`."""
    make = Records(db).make
    found = []
    for finding in findings:
        rows = [_claim(db, claim_id) for claim_id in finding["claims"][:MOST_CLAIMS]]
        found.append({**finding, "about": [make(row) for row in rows if row is not None]})
    return found


def with_variants(db: sqlite3.Connection, findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings as `search.find_differences` returns them, with their claims' records and those of their variants."""
    return [{**finding, "variants": with_claims(db, finding["variants"])} for finding in with_claims(db, findings)]


def of_fact(db: sqlite3.Connection, fact_id: str, claim_keys: Iterable[int]) -> list[dict[str, Any]]:
    """The findings that compare a fact's claims, those that need a look first, then what else rests on them."""
    from extractor.reconcile import by_urgency

    keys = list(claim_keys)
    marks = ", ".join("?" * len(keys))
    where = f"key IN (SELECT finding_key FROM finding_claims WHERE claim_key IN ({marks}))"  # noqa: S608
    found = by_urgency(facts.read_findings(db, where, keys))
    own = [finding for finding in found if fact_id in finding.fact_ids]
    return [
        {**finding.model_dump(mode="json"), "own": finding in own}
        for finding in [*own, *(finding for finding in found if finding not in own)]
    ]


def _claim(db: sqlite3.Connection, claim_id: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM current_claims WHERE id = ?", (claim_id,)).fetchone()
    return row
