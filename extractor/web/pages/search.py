"""Search results: claims with the sentence and the figure marked, facets and counts; CSV and JSON of what is shown."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from datasette import Response

from extractor.domain.errors import UnknownTerm
from extractor.runs import exports
from extractor.runs.rates import convert
from extractor.search import FILTERS, Query, best, plan
from extractor.search import search as find
from extractor.search.query import Plan
from extractor.search.ranges import in_other_currency
from extractor.search.statements import WEIGHT
from extractor.web.asking import Ask, Data
from extractor.web.records import with_facts

ROUTE = r"/search"
TEMPLATE = "search.html"

A_PAGE = 20
DEEPEST = 10_000
SHOWN_FACETS = ("lang", "source", "flow", "reporter", "partner", "kind", "indicator", "unit")
COUNTED = 20_000
"""Of so many hits, the newest, the facets are counted; a page must not take longer the more there is."""
HITS = """CREATE TEMP TABLE hits AS SELECT current_claims.key AS key, {columns}
    FROM {source} WHERE {where} ORDER BY {newest} DESC LIMIT {most}"""
BY_VERDICT = """SELECT f.verdict, count(*) FROM hits h JOIN fact_claims x ON x.claim_key = h.key
    JOIN current_facts f ON f.key = x.fact_key GROUP BY 1"""
_WORDS = re.compile(r'"([^"]+)"|(\S+)')


def data(ask: Ask) -> Data:
    """The claims that fit. What cannot be read is told beside the form, with what to write instead."""
    given = {row.name: ask.args.get(row.name, "").strip() for row in FILTERS}
    args: Data = {"q": ask.args.get("q", "").strip(), **{name: text for name, text in given.items() if text}}
    for switch in ("any", "best"):
        if ask.args.get(switch):
            args[switch] = "1"
    offset = ask.number("from", 0, DEEPEST)
    query = Query(_terms(args["q"]), given, any_language="any" in args, convert=convert)
    try:
        return {"args": args, "problem": None, **_found(ask, query, offset, ranked="best" in args)}
    except UnknownTerm as error:
        problem = {"error": error.message, "hint": error.hint}
        return {"args": args, "problem": problem, "total": 0, "claims": [], "facets": {}, "from": 0, "next": None,
                "sentence": "", "status_code": 400}  # fmt: skip


def csv(found: Data) -> Response:
    """The claims shown, as `extractor export` writes them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.csv"
        exports.export((_row(claim) for claim in found["claims"]), path, "csv")
        text = path.read_text(encoding="utf-8")
    name = {"Content-Disposition": 'attachment; filename="claims.csv"'}
    return Response(text, headers=name, content_type="text/csv; charset=utf-8")


def _found(ask: Ask, query: Query, offset: int, *, ranked: bool) -> Data:
    planned = plan(ask.db, query)
    total, facets = _counts(ask.db, planned)
    rows = best(ask.db, query, A_PAGE) if ranked else find(ask.db, query, A_PAGE, offset)
    more = None if ranked or offset + A_PAGE >= total else offset + A_PAGE
    return {
        "sentence": planned.sentence,
        "total": min(total, COUNTED),
        "more_than_counted": total > COUNTED,
        "from": offset,
        "next": more,
        "claims": [
            {**claim, "converted": in_other_currency(claim, query.filters.get("value"), convert)}
            for claim in with_facts(ask.db, rows)
        ],
        "facets": facets,
    }


def _counts(db: sqlite3.Connection, planned: Plan) -> tuple[int, dict[str, list[tuple[str, int]]]]:
    """How many claims fit (one more than COUNTED: there are more), and how many have each value of a facet."""
    newest = "sentences_fts.rowid" if "sentences_fts" in planned.source else "current_claims.sentence_key"
    columns = ", ".join(SHOWN_FACETS)
    sql = HITS.format(columns=columns, source=planned.source, where=planned.where, newest=newest, most=COUNTED + 1)
    db.execute(sql, planned.values)
    (total,) = db.execute("SELECT count(*) FROM hits").fetchone()
    counted = {name: db.execute(_facet(name)).fetchall() for name in SHOWN_FACETS}
    counted["verdict"] = sorted(db.execute(BY_VERDICT), key=lambda row: WEIGHT.index(row[0]))
    db.execute("DROP TABLE hits")
    return total, {name: [(str(value), number) for value, number in rows] for name, rows in counted.items() if rows}


def _facet(name: str) -> str:
    return f"SELECT {name}, count(*) FROM hits WHERE {name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 8"  # noqa: S608


def _terms(text: str) -> list[tuple[str]]:
    """The words that a sentence must hold; words in quotation marks belong together."""
    return [(phrase or word,) for phrase, word in _WORDS.findall(text)]


def _row(claim: Data) -> dict[str, Any]:
    """A claim as a row of the table: without what only the page needs."""
    row = {name: value for name, value in claim.items() if name not in ("title", "cut", "facts", "converted")}
    facts = claim["facts"]
    return {**row, "fact": facts[0]["id"] if facts else None, "verdict": facts[0]["verdict"] if facts else None}
