"""Facts and findings, group by group: written inside a `transaction`, and read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from extractor.domain import Fact, Finding, content_id
from extractor.domain.errors import StoreError

FACT_COLUMNS = tuple(name for name in Fact.model_fields if name not in {"key", "claim_ids"})
FINDING_COLUMNS = tuple(name for name in Finding.model_fields if name not in {"claim_ids", "fact_ids"})


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


_FACT = _insert("facts", ("digest", "core_key", *FACT_COLUMNS))
_FINDING = _insert("findings", ("digest", *FINDING_COLUMNS))


def replace_groups(
    db: sqlite3.Connection,
    groups: Iterable[str],
    claim_keys: Mapping[str, int],
    facts: Iterable[Fact],
    findings: Iterable[Finding],
    ruled: Mapping[str, Fact] | None = None,
) -> None:
    """Put what was said about some groups in the place of what was said before.

    `claim_keys`: claim id -> row key, for every claim of the groups. `ruled`: fact id -> the fact with the
    verdict that a person gave it. It is what is kept, but for its digest: that is of what the reconciler said,
    for a judgement is about that.

    Raises:
        StoreError: a fact or a finding names a claim that was not given.
    """
    names = [(name,) for name in groups]
    db.executemany('DELETE FROM facts WHERE "group" = ?', names)
    db.executemany('DELETE FROM findings WHERE "group" = ?', names)
    for fact in facts:
        members = _keys(claim_keys, fact.claim_ids, f"fact {fact.id}")
        key = db.execute(_FACT, (digest_of(fact), *_values((ruled or {}).get(fact.id, fact)))).lastrowid
        db.executemany("INSERT INTO fact_claims VALUES (?, ?, ?)", [(key, n, claim) for n, claim in enumerate(members)])
    for finding in findings:
        members = _keys(claim_keys, finding.claim_ids, f"finding {finding.id}")
        values = tuple(_plain(getattr(finding, name)) for name in FINDING_COLUMNS)
        key = db.execute(_FINDING, (content_id(values, finding.claim_ids, finding.fact_ids), *values)).lastrowid
        db.executemany("INSERT INTO finding_claims VALUES (?, ?, ?)", [(key, n, c) for n, c in enumerate(members)])
        db.executemany(
            "INSERT INTO finding_facts VALUES (?, ?, ?)", [(key, n, f) for n, f in enumerate(finding.fact_ids)]
        )


def digest_of(fact: Fact) -> str:
    """The digest of all that is said of a fact: what a judgement on it was about."""
    return content_id(_values(fact), fact.claim_ids)


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


def _values(fact: Fact) -> tuple[object, ...]:
    return (fact.key, *(_plain(getattr(fact, name)) for name in FACT_COLUMNS))


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
