"""One record a claim: the contract's fields, evidence, links, and the locator by which it can be cited."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from extractor.search import Query, plan
from extractor.store.rows import claim_from_row

Record = dict[str, Any]
CONTEXT = 32
"""Characters of the article before and after the quote that the locator carries."""


def records(db: sqlite3.Connection, query: Query, excerpts: Mapping[str, int | None]) -> Iterator[Record]:
    """The records of the claims that fit, by article and position.

    `excerpts`: source -> longest stretch of its text that may be handed out (its policy; None: any).
    """
    found = plan(db, query)
    sql = f"""SELECT current_claims.*, x.sha256 AS capture_sha256,
        substr(a.text, max(current_claims.start - {CONTEXT}, 0) + 1, min({CONTEXT}, current_claims.start)) AS prefix,
        substr(a.text, current_claims."end" + 1, {CONTEXT}) AS suffix,
        f.id AS fact_id, f.core_key, f.verdict, f.explanation
        FROM current_claims JOIN articles a ON a.key = current_claims.article_key
        LEFT JOIN captures x ON x.key = a.capture_key
        LEFT JOIN fact_claims fc ON fc.claim_key = current_claims.key LEFT JOIN facts f ON f.key = fc.fact_key
        WHERE current_claims.key IN (SELECT current_claims.key FROM {found.source} WHERE {found.where})
        GROUP BY current_claims.key
        ORDER BY current_claims.article_id, current_claims.start, current_claims."end", current_claims.kind"""  # noqa: S608
    for row in db.execute(sql, found.values):
        yield _record(db, row, excerpts.get(row["source"]))


def _record(db: sqlite3.Connection, row: sqlite3.Row, longest: int | None) -> Record:
    key = (row["key"],)
    evidence = db.execute(
        'SELECT slot, how, reason, start, "end" FROM claim_evidence WHERE claim_key = ? ORDER BY n', key
    )
    links = db.execute("SELECT kind, claim_id FROM claim_links WHERE claim_key = ? ORDER BY n", key)
    claim = claim_from_row(row, map(tuple, evidence), map(tuple, links))
    fields = claim.contract()
    if longest is not None and len(claim.sentence) > longest:
        fields.update(_excerpt(fields, longest))
    return {
        **fields,
        "evidence": [item.model_dump() for item in claim.evidence],
        "links": [link.model_dump() for link in claim.links],
        "locator": {
            "url": row["url"],
            "capture_sha256": row["capture_sha256"],
            "start": row["start"],
            "end": row["end"],
            "quote": row["quote"],
            "prefix": row["prefix"],
            "suffix": row["suffix"],
        },
        "_fact": {name: row[name] for name in ("fact_id", "core_key", "verdict", "explanation")},
    }


def public(record: Record) -> Record:
    """The record as it is handed out: without what only some formats use."""
    return {name: value for name, value in record.items() if not name.startswith("_")}


def flat(record: Record) -> dict[str, Any]:
    """Columns for tables: `basis.compiler`, `locator.url`; lists and the basis' `how` as JSON."""
    found: dict[str, Any] = {}
    for name, value in public(record).items():
        inner = value if isinstance(value, dict) else {"": value}
        for part, content in inner.items():
            column = f"{name}.{part}" if part else name
            found[column] = json.dumps(content, ensure_ascii=False) if isinstance(content, list | dict) else content
    return found


def _excerpt(fields: Mapping[str, Any], longest: int) -> dict[str, Any]:
    """So much of the sentence as may be handed out, the figure in its middle."""
    sentence, base = fields["sentence"], fields["sentence_start"]
    start, end = fields["start"] - base, fields["end"] - base
    spare = max(longest - (end - start), 0)
    first = max(min(start - spare // 2, len(sentence) - longest), 0)
    last = max(min(first + longest, len(sentence)), end)
    return {"sentence": sentence[first:last], "sentence_start": base + first, "sentence_end": base + last}
