"""Facts and findings: written for a run, shared between runs where they are the same. Inside a `transaction`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from extractor.domain import Fact, Finding, content_id
from extractor.domain.errors import StoreError
from extractor.store.rows import Row

FACT_COLUMNS = tuple(name for name in Fact.model_fields if name not in {"key", "claim_ids"})
FINDING_COLUMNS = tuple(name for name in Finding.model_fields if name not in {"claim_ids", "fact_ids"})


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


_FACT = _insert("facts", ("digest", "core_key", *FACT_COLUMNS))
_FINDING = _insert("findings", ("digest", *FINDING_COLUMNS))


def save_reconciliation(
    db: sqlite3.Connection,
    run_key: int,
    claim_keys: Mapping[str, int],
    facts: Iterable[Fact],
    findings: Iterable[Finding],
    digest: str,
) -> None:
    """Write what the reconciler said about the claims that `claim_keys` names (claim id -> key).

    `digest` says which claims and which rules it rests on: see `reconciled_by`.

    Raises:
        StoreError: a fact or a finding names a claim that was not given.
    """
    db.execute("DELETE FROM run_facts WHERE run_key = ?", (run_key,))
    db.execute("DELETE FROM run_findings WHERE run_key = ?", (run_key,))
    for fact in facts:
        members = _keys(claim_keys, fact.claim_ids, f"fact {fact.id}")
        values = (fact.key, *(_plain(getattr(fact, name)) for name in FACT_COLUMNS))
        key, new = _save(db, "facts", _FACT, content_id(values, members), values)
        if new:
            db.executemany("INSERT INTO fact_claims VALUES (?, ?, ?)", [(key, n, c) for n, c in enumerate(members)])
        db.execute("INSERT OR IGNORE INTO run_facts VALUES (?, ?)", (run_key, key))
    for finding in findings:
        members = _keys(claim_keys, finding.claim_ids, f"finding {finding.id}")
        values = tuple(_plain(getattr(finding, name)) for name in FINDING_COLUMNS)
        key, new = _save(db, "findings", _FINDING, content_id(values, members, finding.fact_ids), values)
        if new:
            db.executemany("INSERT INTO finding_claims VALUES (?, ?, ?)", [(key, n, c) for n, c in enumerate(members)])
            db.executemany(
                "INSERT INTO finding_facts VALUES (?, ?, ?)", [(key, n, f) for n, f in enumerate(finding.fact_ids)]
            )
        db.execute("INSERT OR IGNORE INTO run_findings VALUES (?, ?)", (run_key, key))
    db.execute("UPDATE runs SET reconciled = ? WHERE key = ?", (digest, run_key))
    _forget_before(db, run_key)


def reconciled_by(db: sqlite3.Connection) -> str | None:
    """The digest that the current facts rest on, or None when there are none."""
    found = db.execute("SELECT reconciled FROM runs WHERE active = 1 AND reconciled IS NOT NULL ORDER BY key DESC")
    row = found.fetchone()
    return None if row is None else str(row[0])


def read_facts(db: sqlite3.Connection, where: str = "1", values: Iterable[object] = ()) -> Iterator[Fact]:
    """Current facts, by id. `where` is SQL over the view current_facts."""
    sql = f"SELECT * FROM current_facts WHERE {where} ORDER BY id"  # noqa: S608
    for row in db.execute(sql, tuple(values)).fetchall():
        fields = {name: row[name] for name in FACT_COLUMNS}
        fields.update({name: _decimal(row[name]) for name in ("value", "low", "high")})
        ids = _claim_ids(db, "fact", row["key"])
        yield Fact(**{**fields, "confirmed": bool(row["confirmed"])}, key=row["core_key"], claim_ids=ids)


def read_findings(db: sqlite3.Connection, where: str = "1", values: Iterable[object] = ()) -> Iterator[Finding]:
    """Current findings, by id. `where` is SQL over the view current_findings."""
    sql = f"SELECT * FROM current_findings WHERE {where} ORDER BY id"  # noqa: S608
    for row in db.execute(sql, tuple(values)).fetchall():
        fields = {name: row[name] for name in FINDING_COLUMNS}
        fields.update({name: _decimal(row[name]) for name in ("explained", "residual", "suggestion")})
        fields.update({name: tuple(json.loads(row[name])) for name in ("arithmetic", "basis")})
        fields["passed"] = None if row["passed"] is None else bool(row["passed"])
        facts = db.execute("SELECT fact_id FROM finding_facts WHERE finding_key = ? ORDER BY n", (row["key"],))
        ids = _claim_ids(db, "finding", row["key"])
        yield Finding(**fields, claim_ids=ids, fact_ids=tuple(fact_id for (fact_id,) in facts))


def _forget_before(db: sqlite3.Connection, run_key: int) -> None:
    """An ingest's facts take the place of the ingest's before it; those that runs compare are kept."""
    kinds = dict(db.execute("SELECT key, kind FROM runs WHERE key IN (?, ?)", (run_key, run_key - 1)).fetchall())
    if kinds.get(run_key) != "ingest" or kinds.get(run_key - 1) != "ingest":
        return
    for table, owner in (("facts", "fact"), ("findings", "finding")):
        links = ("fact_claims",) if owner == "fact" else ("finding_claims", "finding_facts")
        gone = (
            f"SELECT {owner}_key FROM run_{table} WHERE run_key = :old AND {owner}_key NOT IN "  # noqa: S608
            f"(SELECT {owner}_key FROM run_{table} WHERE run_key <> :old)"
        )
        keys = [(key,) for (key,) in db.execute(gone, {"old": run_key - 1})]
        db.execute(f"DELETE FROM run_{table} WHERE run_key = ?", (run_key - 1,))  # noqa: S608
        for link in links:
            db.executemany(f"DELETE FROM {link} WHERE {owner}_key = ?", keys)  # noqa: S608
        db.executemany(f"DELETE FROM {table} WHERE key = ?", keys)  # noqa: S608
    db.execute("UPDATE runs SET reconciled = NULL WHERE key = ?", (run_key - 1,))


def _save(db: sqlite3.Connection, table: str, insert: str, digest: str, values: Row) -> tuple[int, bool]:
    found = db.execute(f"SELECT key FROM {table} WHERE digest = ?", (digest,)).fetchone()  # noqa: S608
    if found:
        return int(found[0]), False
    return int(db.execute(insert, (digest, *values)).lastrowid or 0), True


def _keys(known: Mapping[str, int], ids: Iterable[str], owner: str) -> tuple[int, ...]:
    try:
        return tuple(known[claim_id] for claim_id in ids)
    except KeyError as error:
        raise StoreError(
            f"{owner} names the claim {error}, which is not there", "This is a fault; report it"
        ) from error


def _claim_ids(db: sqlite3.Connection, owner: str, key: int) -> tuple[str, ...]:
    sql = (
        f"SELECT c.id FROM {owner}_claims x JOIN claims c ON c.key = x.claim_key "  # noqa: S608
        f"WHERE x.{owner}_key = ? ORDER BY x.n"
    )
    return tuple(claim_id for (claim_id,) in db.execute(sql, (key,)))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bool):
        return int(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
