"""Sources: who is read, on what terms, what was captured of them, and where their layouts no longer fit."""

from __future__ import annotations

from extractor.sites import registry
from extractor.sites.base import Layout
from extractor.web.asking import Ask, Data

ROUTE = r"/sources"
TEMPLATE = "sources.html"

CAPTURES = """SELECT source, count(*) AS captures, sum(bytes) AS bytes, max(retrieved_at) AS last
    FROM captures WHERE source IS NOT NULL GROUP BY 1"""
ARTICLES = """SELECT a.source, count(*) AS articles, min(a.published_at) AS first, max(a.published_at) AS latest
    FROM heads h JOIN articles a ON a.key = h.article_key WHERE a.source IS NOT NULL GROUP BY 1"""
ISSUES = """SELECT i.stage, i.code, i.message, i.article_id, i.url, i.run_key, a.source FROM issues i
    JOIN articles a ON a.id = i.article_id WHERE a.source = ? GROUP BY i.code, i.message
    ORDER BY max(i.key) DESC LIMIT 8"""
POLICY = ("crawl", "requests_per_minute", "excerpt_chars", "redistribution", "rests_on", "reviewed")


def data(ask: Ask) -> Data:
    """Each source of sites/ or of the database: policy in force, captures, articles, layouts and their issues."""
    known = registry()
    stored = {row["code"]: row for row in ask.db.execute("SELECT * FROM sources")}
    captures = {row["source"]: dict(row) for row in ask.db.execute(CAPTURES)}
    articles = {row["source"]: dict(row) for row in ask.db.execute(ARTICLES)}
    found = []
    for code in sorted({*known, *stored, *captures, *articles}):
        site, row = known.get(code), stored.get(code)
        own = {name: row[name] for name in POLICY} if row else site.policy.model_dump(mode="json") if site else {}
        found.append(
            {
                "code": code,
                "name": site.name if site else row["name"] if row else code,
                "hosts": list(site.hosts) if site else [],
                "languages": list(site.languages) if site else [],
                "policy": {**own, "crawl": bool(own["crawl"])} if own else None,
                "captures": captures.get(code),
                "articles": articles.get(code),
                "layouts": [_layout(layout) for layout in (site.layouts if site else ())],
                "issues": [dict(issue) for issue in ask.db.execute(ISSUES, (code,))],
            }
        )
    return {"sources": found}


def _layout(layout: Layout) -> Data:
    return layout.model_dump(mode="json", include={"name", "about", "valid_from", "valid_until"})
