"""Findings: what needs a look first."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from extractor.domain.errors import UnknownTerm

WEIGHT = (
    "suspect_source_error", "conflict", "suspect_extraction", "conflict_if_same_basis", "explained", "revised",
    "agree_truncation", "agree_rounding", "agree_exact", "derivable", "not_comparable", "unverifiable",
    "single_origin", "anticipated", "duplicate",
)  # fmt: skip
"""What a fact-checker should look at first: the reconciler's order of urgency."""


def find_findings(
    db: sqlite3.Connection,
    *,
    verdict: str | None = None,
    check: str | None = None,
    failed: bool = False,
    claim_id: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> list[dict[str, Any]]:
    """Current findings, those that need a look first; `claims` are claim ids.

    Raises:
        UnknownTerm: a verdict or a check that there is not.
    """
    if verdict is not None and verdict not in WEIGHT:
        raise UnknownTerm(f"unknown verdict: {verdict}", f"Use one of: {', '.join(WEIGHT)}")
    tests = [
        ("verdict = ?", verdict),
        ('"check" = ?', check),
        ("passed = ?", 0 if failed else None),
        (
            "key IN (SELECT x.finding_key FROM finding_claims x JOIN claims c ON c.key = x.claim_key WHERE c.id = ?)",
            claim_id,
        ),
    ]
    given = [(sql, value) for sql, value in tests if value is not None]
    where = " AND ".join(sql for sql, _ in given) or "1"
    order = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(WEIGHT))
    sql = f"""SELECT * FROM current_findings WHERE {where}
        ORDER BY CASE verdict {order} END, passed IS NOT 0, -CAST(coalesce(residual, 0) AS REAL), id
        LIMIT ? OFFSET ?"""  # noqa: S608
    rows = db.execute(sql, (*(value for _, value in given), limit, offset)).fetchall()
    return [_finding(db, row) for row in rows]


def count_findings(db: sqlite3.Connection) -> dict[str, int]:
    """How many current findings have each verdict, those that need a look first."""
    found = dict(db.execute("SELECT verdict, count(*) FROM current_findings GROUP BY verdict").fetchall())
    return {verdict: found[verdict] for verdict in WEIGHT if verdict in found}


def _finding(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    claims = db.execute(
        "SELECT c.id FROM finding_claims x JOIN claims c ON c.key = x.claim_key WHERE x.finding_key = ? ORDER BY x.n",
        (row["key"],),
    )
    facts = db.execute("SELECT fact_id FROM finding_facts WHERE finding_key = ? ORDER BY n", (row["key"],))
    names = [name for name in row.keys() if name not in {"key", "digest"}]  # noqa: SIM118 - a Row is no mapping
    return {
        **{name: row[name] for name in names},
        "passed": None if row["passed"] is None else bool(row["passed"]),
        "arithmetic": json.loads(row["arithmetic"]),
        "basis": json.loads(row["basis"]),
        "claims": [claim_id for (claim_id,) in claims],
        "facts": [fact_id for (fact_id,) in facts],
    }
