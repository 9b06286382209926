"""Home: a search box, what is in the database, and the findings that need a look."""

from __future__ import annotations

from extractor.search import count_findings, find_differences
from extractor.web.asking import Ask, Data
from extractor.web.statements import with_variants

ROUTE = r"/(?:index)?"
TEMPLATE = "home.html"

COUNTS = (
    ("articles", "SELECT count(*) FROM heads"),
    ("claims", "SELECT coalesce(sum(x.claims), 0) FROM heads h JOIN run_articles x "
               "ON x.run_key = h.made_by AND x.article_key = h.article_key"),
    ("facts", "SELECT count(*) FROM facts"),
    ("findings", "SELECT count(*) FROM findings"),
)  # fmt: skip
BY_SOURCE = """SELECT a.source, a.lang, count(*) AS articles, sum(x.claims) AS claims, max(a.published_at) AS latest
    FROM heads h JOIN articles a ON a.key = h.article_key
    JOIN run_articles x ON x.run_key = h.made_by AND x.article_key = h.article_key
    GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2"""
LAST_RUN = "SELECT key, kind, status, started_at, finished_at, articles, claims, issues FROM run_summaries"
LOOK = ("conflict", "suspect_source_error", "suspect_extraction", "conflict_if_same_basis", "explained", "revised")
A_VERDICT = 3


def data(ask: Ask) -> Data:
    """Counts, the sources, the last run, and a few findings of each verdict that asks for a look."""
    db = ask.db
    rows = [row for verdict in LOOK for row in find_differences(db, verdict=verdict, limit=A_VERDICT)]
    run = db.execute(f"{LAST_RUN} ORDER BY key DESC LIMIT 1").fetchone()
    return {
        "counts": {name: db.execute(sql).fetchone()[0] for name, sql in COUNTS},
        "sources": [dict(row) for row in db.execute(BY_SOURCE)],
        "run": dict(run) if run else None,
        "verdicts": count_findings(db),
        "findings": with_variants(db, rows[:8]),
    }
