"""One fact: every source's claim about it, and the same thing in other periods."""

from __future__ import annotations

import sqlite3

from extractor.domain.errors import UnknownTerm
from extractor.search.query import Comparison, claims_of

_CORE = ("indicator", "flow", "exporter", "importer", "commodity", "entity", "measure")


def find_fact(db: sqlite3.Connection, fact_id: str) -> Comparison:
    """A current fact by its id, with its claims.

    Raises:
        UnknownTerm: there is none.
    """
    row = db.execute("SELECT * FROM current_facts WHERE id = ?", (fact_id,)).fetchone()
    if row is None:
        raise UnknownTerm(f"there is no fact {fact_id}", "`extractor compare --json` prints the ids")
    return Comparison(row, claims_of(db, row["key"]))


def facts_of_claim(db: sqlite3.Connection, claim_id: str) -> list[sqlite3.Row]:
    """The current facts that a claim stands behind."""
    sql = """SELECT f.* FROM current_facts f JOIN fact_claims x ON x.fact_key = f.key
        JOIN claims c ON c.key = x.claim_key WHERE c.id = ? ORDER BY f.id"""
    return db.execute(sql, (claim_id,)).fetchall()


def over_time(db: sqlite3.Connection, fact: sqlite3.Row) -> list[Comparison]:
    """Facts about the same thing in every period, earliest first, each with its claims."""
    same = " AND ".join(f"{name} IS :{name}" for name in _CORE)
    sql = f"SELECT * FROM current_facts WHERE {same} AND period IS NOT NULL ORDER BY period, id"  # noqa: S608
    rows = db.execute(sql, {name: fact[name] for name in _CORE}).fetchall()
    return [Comparison(row, claims_of(db, row["key"])) for row in rows]
