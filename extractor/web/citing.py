"""How a figure is cited: who printed it, when, where, its characters in the archived page and the page's digest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.domain import Article
from extractor.sites import registry
from extractor.web.words import day


def citation(record: Mapping[str, Any], article: Article, retrieved_at: str | None) -> str:
    """One paragraph that names the figure, its page, and how to find it there again."""
    site = registry().get(article.source or "")
    outlet = site.name if site else article.source or "Unnamed source"
    parts = [f"“{record['quote']}”, in: {outlet}, “{article.title or article.id}”"]
    if article.published_at:
        parts.append(day(article.published_at))
    if article.url:
        parts.append(article.url)
    if retrieved_at:
        parts.append(f"archived {day(retrieved_at)}")
    where = f"characters {record['start']}–{record['end']}"
    digest = f" of the page with SHA-256 {article.capture_sha256}" if article.capture_sha256 else ""
    return f"{', '.join(parts)}; {where}{digest}. Claim {record['id']}."
