"""Findings with the claims that they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.search import find_differences
from extractor.web.records import Records

MOST_CLAIMS = 6
"""Of a finding about more claims than these, the first are shown."""
MOST_FINDINGS = 40


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


def of_fact(db: sqlite3.Connection, fact_id: str, claim_keys: Sequence[int]) -> list[dict[str, Any]]:
    """What compares a fact's claims (`own`), what needs a look first, then what else rests on them."""
    found = with_variants(db, find_differences(db, claim_keys=claim_keys, limit=MOST_FINDINGS))
    told = [{**finding, "own": fact_id in finding["facts"]} for finding in found]
    return sorted(told, key=lambda finding: not finding["own"])


def _claim(db: sqlite3.Connection, claim_id: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM current_claims WHERE id = ?", (claim_id,)).fetchone()
    return row
