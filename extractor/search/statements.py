"""Findings: what needs a look first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from extractor.domain.errors import UnknownTerm
from extractor.search.query import Query, plan

WEIGHT = (
    "suspect_source_error", "conflict", "suspect_extraction", "conflict_if_same_basis", "explained", "revised",
    "agree_truncation", "agree_rounding", "agree_exact", "derivable", "not_comparable", "unverifiable",
    "single_origin", "anticipated", "duplicate",
)  # fmt: skip
"""What a fact-checker should look at first: the reconciler's order of urgency."""


WINDOW = 2_000
"""So many findings, those that need a look first, are put together at a time."""
VARIANTS = 12
"""So many variants of one difference are given."""
ORDER = f"""CASE verdict {" ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(WEIGHT))} END,
    passed IS NOT 0, -CAST(coalesce(residual, 0) AS REAL), id"""
# What a finding is about: its facts, else those behind its claims, else the claims themselves.
ABOUT = """coalesce(
    (SELECT group_concat(fact_id) FROM (SELECT fact_id FROM finding_facts WHERE finding_key = w.key ORDER BY 1)),
    (SELECT group_concat(about) FROM (
      SELECT DISTINCT coalesce(f.id, c.id) AS about FROM finding_claims x JOIN claims c ON c.key = x.claim_key
      LEFT JOIN fact_claims y ON y.claim_key = x.claim_key LEFT JOIN facts f ON f.key = y.fact_key
      WHERE x.finding_key = w.key ORDER BY 1)))"""
# Whether a claim of a finding is one that its own article's arithmetic blames: the first of such a finding.
DOUBTED = """SELECT 1 FROM finding_claims x JOIN finding_claims y ON y.claim_key = x.claim_key AND y.n = 0
    JOIN current_findings d ON d.key = y.finding_key
    WHERE x.finding_key = ? AND d.verdict = 'suspect_source_error' AND d."group" LIKE 'article|%'"""


def find_findings(
    db: sqlite3.Connection,
    *,
    verdict: str | None = None,
    check: str | None = None,
    failed: bool = False,
    claim_id: str | None = None,
    about: Query | None = None,
    limit: int = 50,
    offset: int = 0,
) -> list[dict[str, Any]]:
    """Current findings, those that need a look first; `claims` are claim ids.

    `about`: only what rests on a claim that fits.

    Raises:
        UnknownTerm: a verdict or a check that there is not.
    """
    where, values = _where(db, verdict, check, failed=failed, claim_id=claim_id, about=about)
    sql = f"SELECT * FROM current_findings WHERE {where} ORDER BY {ORDER} LIMIT ? OFFSET ?"  # noqa: S608
    return [_finding(db, row) for row in db.execute(sql, (*values, limit, offset)).fetchall()]


def find_differences(
    db: sqlite3.Connection,
    *,
    verdict: str | None = None,
    check: str | None = None,
    failed: bool = False,
    about: Query | None = None,
    claim_keys: Sequence[int] | None = None,
    limit: int = 50,
    offset: int = 0,
) -> list[dict[str, Any]]:
    """Findings as `find_findings` gives them, one for each difference: a verdict and a check on the same facts.

    The others that say the same of other mentions stand in its `variants`; `variant_count` counts all of them.
    `about`: only what rests on a claim that fits; `claim_keys`: on one of these claims.
    """
    where, values = _where(db, verdict, check, failed=failed, about=about)
    if claim_keys is not None:
        marks = ", ".join("?" * len(claim_keys))
        where += f" AND key IN (SELECT finding_key FROM finding_claims WHERE claim_key IN ({marks}))"  # noqa: S608
        values += claim_keys
    window, wanted = WINDOW, offset + limit
    while True:
        sql = f"""SELECT w.key, verdict || '|' || "check" || '|' || coalesce({ABOUT}, id) AS same
            FROM (SELECT key, id, verdict, "check", passed, residual FROM current_findings
              WHERE {where} ORDER BY {ORDER} LIMIT ?) w ORDER BY {ORDER}"""  # noqa: S608
        rows = db.execute(sql, (*values, window)).fetchall()
        groups: dict[str, list[int]] = {}
        for row in rows:
            groups.setdefault(row["same"], []).append(row["key"])
        if len(groups) >= wanted or len(rows) < window:
            return [_difference(db, found) for found in list(groups.values())[offset:wanted]]
        window *= 4


def _difference(db: sqlite3.Connection, found: list[int]) -> dict[str, Any]:
    """The finding that stands for a group, one without a doubted figure where there is one, with its variants."""
    ordered = found if len(found) == 1 else sorted(found, key=lambda key: bool(db.execute(DOUBTED, (key,)).fetchone()))
    head, *rest = ordered
    sql = "SELECT * FROM current_findings WHERE key = ?"
    first, *others = (_finding(db, db.execute(sql, (key,)).fetchone()) for key in (head, *rest[:VARIANTS]))
    return {**first, "variants": others, "variant_count": len(rest)}


def _where(
    db: sqlite3.Connection, verdict: str | None, check: str | None, *, failed: bool, claim_id: str | None = None,
    about: Query | None = None,
) -> tuple[str, list[object]]:  # fmt: skip
    if verdict is not None and verdict not in WEIGHT:
        raise UnknownTerm(f"unknown verdict: {verdict}", f"Use one of: {', '.join(WEIGHT)}")
    tests: list[tuple[str, object]] = [
        ("verdict = ?", verdict),
        ('"check" = ?', check),
        ("passed = ?", 0 if failed else None),
        (
            "key IN (SELECT x.finding_key FROM finding_claims x JOIN claims c ON c.key = x.claim_key WHERE c.id = ?)",
            claim_id,
        ),
    ]
    given = [(sql, value) for sql, value in tests if value is not None]
    conditions, values = [sql for sql, _ in given], [value for _, value in given]
    if about is not None and (about.terms or any(about.filters.values())):
        found = plan(db, about)
        conditions.append(f"""key IN (SELECT finding_key FROM finding_claims WHERE claim_key IN (
            SELECT current_claims.key FROM {found.source} WHERE {found.where}))""")  # noqa: S608
        values += found.values
    return " AND ".join(conditions) or "1", values


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
