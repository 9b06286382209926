"""Search and compare: claims by words and filters, and every source's value for one fact side by side."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.domain.errors import UnknownTerm
from extractor.domain.grams import fold
from extractor.search import fulltext, ranges
from extractor.search.filters import Condition, read_filters
from extractor.search.fulltext import Term
from extractor.search.ranges import Converter

RANKED = 500
"""How many of the newest hits are looked at to find the best."""

FACETS = ("source", "lang", "kind", "indicator", "flow", "reporter", "partner", "commodity", "unit", "status")


@dataclass(frozen=True)
class Query:
    """Words (each must stand in the sentence) and filter options (name -> text).

    `any_language`: a word of the catalogue stands for what it means, in whatever language.
    `convert` is asked for rates when a range of values is in another currency than a claim.
    """

    terms: Sequence[Term] = ()
    filters: Mapping[str, str | None] = field(default_factory=dict)
    any_language: bool = False
    convert: Converter | None = None


@dataclass(frozen=True)
class Plan:
    """A query as SQL: `sql` selects from current_claims; `sentence` says what it keeps."""

    source: str
    where: str
    values: tuple[str | int, ...]
    sentence: str


@dataclass(frozen=True)
class Comparison:
    """One fact and every current claim about it."""

    fact: sqlite3.Row
    claims: tuple[sqlite3.Row, ...]


def search(db: sqlite3.Connection, query: Query, limit: int = 20, offset: int = 0) -> list[sqlite3.Row]:
    """Claims that fit, those of the sentences stored last first; rows of the view current_claims.

    The index hands sentences out newest first, so that the first page costs the same however many
    hits there are; ordering by anything else would need all of them.
    """
    found = plan(db, query)
    sql = f"""SELECT current_claims.* FROM {found.source} WHERE {found.where}
        ORDER BY {_order(found)} DESC LIMIT ? OFFSET ?"""  # noqa: S608
    rows = db.execute(sql, (*found.values, limit, offset)).fetchall()
    return sorted(rows, key=lambda row: (-row["sentence_key"], row["start"]))


def best(db: sqlite3.Connection, query: Query, limit: int = 20) -> list[sqlite3.Row]:
    """Of the newest claims that fit, those whose sentence is most about the words: short, and saying them often."""
    words = [fold(term[0]) for term in query.terms]
    found = plan(db, query)
    sql = f"""SELECT current_claims.key, sentence_key, current_claims.start, sentence
        FROM {found.source} WHERE {found.where} ORDER BY {_order(found)} DESC LIMIT ?"""  # noqa: S608

    def weight(row: sqlite3.Row) -> tuple[float, int, int]:
        text = fulltext.folded_sentence(row["sentence"])
        said = sum(text.count(word) * len(word) for word in words)
        return (-said / max(len(text), 1), -row["sentence_key"], row["start"])

    keys = [row["key"] for row in sorted(db.execute(sql, (*found.values, RANKED)), key=weight)[:limit]]
    marks = ", ".join("?" * len(keys))
    rows = db.execute(f"SELECT * FROM current_claims WHERE key IN ({marks})", keys)  # noqa: S608
    return sorted(rows, key=lambda row: keys.index(row["key"]))


def count(db: sqlite3.Connection, query: Query) -> int:
    """How many claims fit."""
    found = plan(db, query)
    sql = f"SELECT count(*) FROM {found.source} WHERE {found.where}"  # noqa: S608
    return int(db.execute(sql, found.values).fetchone()[0])


def facets(db: sqlite3.Connection, query: Query, column: str, limit: int = 12) -> list[tuple[str, int]]:
    """How many fitting claims have each value of a column (a filter's name), most frequent first."""
    if column not in FACETS:
        raise UnknownTerm(f"no facet {column}", f"Use one of: {', '.join(FACETS)}")
    found = plan(db, query)
    sql = f"""SELECT {column}, count(*) FROM {found.source} WHERE {found.where} AND {column} IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""  # noqa: S608
    return [(str(value), int(number)) for value, number in db.execute(sql, (*found.values, limit))]


def compare(db: sqlite3.Connection, query: Query, limit: int = 20) -> list[Comparison]:
    """Facts that a fitting claim belongs to, those with most outlets first, each with all its claims."""
    found = plan(db, query)
    sql = f"""SELECT f.* FROM current_facts f WHERE f.key IN (
          SELECT x.fact_key FROM fact_claims x WHERE x.claim_key IN (
            SELECT current_claims.key FROM {found.source} WHERE {found.where}))
        ORDER BY f.measure LIKE 'streak%' OR f.measure LIKE 'rank%', f.outlets DESC, f.mentions DESC, f.id
        LIMIT ?"""  # noqa: S608
    facts = db.execute(sql, (*found.values, limit)).fetchall()
    return [Comparison(fact, claims_of(db, fact["key"])) for fact in facts]


def claims_of(db: sqlite3.Connection, fact_key: int) -> tuple[sqlite3.Row, ...]:
    """The current claims behind a fact, in the reconciler's order."""
    sql = """SELECT c.* FROM fact_claims x JOIN current_claims c ON c.key = x.claim_key
        WHERE x.fact_key = ? ORDER BY x.n"""
    return tuple(db.execute(sql, (fact_key,)))


def plan(db: sqlite3.Connection, query: Query) -> Plan:
    """The SQL of a query, and its sentence.

    Raises:
        UnknownTerm: a filter's value that nothing here knows.
    """
    fulltext.prepare(db)
    ranges.prepare(db, query.convert)
    meant = [_meaning(term) if query.any_language else None for term in query.terms]
    plain = [term for term, found in zip(query.terms, meant, strict=True) if found is None]
    conditions = [*(found for found in meant if found), *read_filters(db, query.filters)]
    match, tests = fulltext.conditions(db, plain)
    parts = [*(Condition(sql, (value,), "") for sql, value in tests), *conditions]
    source = "current_claims"
    if match is not None:
        source = "sentences_fts JOIN current_claims ON current_claims.sentence_key = sentences_fts.rowid"
        parts.insert(0, Condition("sentences_fts MATCH ?", (match,), ""))
    words = [f"the sentence holds {' or '.join(repr(word) for word in term)}" for term in plain]
    return Plan(
        source=source,
        where=" AND ".join(f"({part.sql})" for part in parts) or "1",
        values=tuple(value for part in parts for value in part.values),
        sentence="; ".join([*words, *(condition.sentence for condition in conditions)]) or "all claims",
    )


def _meaning(term: Term) -> Condition | None:
    from extractor.search.meanings import meaning

    return meaning(term[0]) if len(term) == 1 else None


def _order(found: Plan) -> str:
    return "sentences_fts.rowid" if "sentences_fts" in found.source else "current_claims.sentence_key"
