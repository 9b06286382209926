"""Article: the text as archived with every figure marked, the figures' readings, and the article's own arithmetic."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from extractor.domain import Claim
from extractor.reconcile import by_urgency
from extractor.store import facts, read
from extractor.web import excerpts, marking, stored
from extractor.web.asking import Ask, Data

ROUTE = r"/article/(?P<id>[^/]+?)"
TEMPLATE = "article.html"

FIGURES_A_PART = 100
CHARS_A_PART = 12_000
MOST_CHECKS = 20


def data(ask: Ask) -> Data:
    """The article in parts of some figures each; `?at=CLAIM` opens the part that holds it and marks its sentence."""
    article = read.read_article(ask.db, ask.parts["id"])
    claims = _claims(ask.db, article.id)
    most = excerpts.longest(ask.db, article.source)
    focus = next((claim for claim in claims if claim.id == ask.args.get("at")), None)
    here = (focus.sentence_start, focus.sentence_end) if focus else None
    audit = _audit(ask.db, article.id, claims)
    parts = _parts(marking.blocks(article, claims, most, here))
    number = _part_of(parts, focus.id) if focus else min(ask.number("part", 1, 10_000), len(parts)) or 1
    shown = {piece["claim"] for block in parts[number - 1] for piece in block["pieces"] if "claim" in piece}
    return {
        "article": article.model_dump(mode="json", exclude={"text", "blocks"}),
        "capture": stored.capture(ask.db, article.capture_sha256),
        "excerpt_chars": most,
        "at": focus.id if focus else None,
        "part": number,
        "parts": len(parts),
        "blocks": parts[number - 1],
        "claims": _figures(ask.db, [claim for claim in claims if claim.id in shown or number == len(parts) == 1]),
        "count": len(claims),
        "audit": audit if number == 1 or focus else [],
        "doubted": sorted(
            {finding["claim_ids"][0] for finding in audit if finding["verdict"] == "suspect_source_error"}
        ),
    }


def _claims(db: sqlite3.Connection, article_id: str) -> list[Claim]:
    """The article's claims by position, fetched together."""
    (key,) = db.execute("SELECT article_key FROM heads WHERE article_id = ?", (article_id,)).fetchone()
    found = read.read_claims_by_key(db, read.claim_keys_of(db, [key])[key])
    return sorted(found.values(), key=lambda claim: (claim.start, claim.end, claim.kind))


def _parts(blocks: Sequence[Data]) -> list[list[Data]]:
    """The blocks in parts that make pages of a bearable size; a table's rows may be parted, a block is not."""
    parts: list[list[Data]] = [[]]
    figures = chars = 0
    for block in blocks:
        own = sum("claim" in piece for piece in block["pieces"])
        long = sum(len(piece.get("text", "")) for piece in block["pieces"])
        if parts[-1] and (figures + own > FIGURES_A_PART or chars + long > CHARS_A_PART):
            parts.append([])
            figures = chars = 0
        parts[-1].append(block)
        figures, chars = figures + own, chars + long
    return parts


def _part_of(parts: Sequence[Sequence[Data]], claim_id: str) -> int:
    """The part that shows a claim, from 1."""
    for number, part in enumerate(parts, start=1):
        if any(piece.get("claim") == claim_id for block in part for piece in block["pieces"]):
            return number
    return 1


def _figures(db: sqlite3.Connection, claims: Sequence[Claim]) -> list[Data]:
    """What the margin says of each figure, with the verdict of its fact."""
    marks = ", ".join("?" * len(claims))
    sql = f"""SELECT c.id, f.id, f.verdict FROM claims c JOIN fact_claims x ON x.claim_key = c.key
        JOIN current_facts f ON f.key = x.fact_key WHERE c.id IN ({marks})"""  # noqa: S608
    known = {
        claim: {"id": fact, "verdict": verdict} for claim, fact, verdict in db.execute(sql, [c.id for c in claims])
    }
    hidden = {"url", "source", "lang", "published_at", "sentence", "sentence_start", "sentence_end", "run_id"}
    found: list[Data] = []
    for claim in claims:
        fields: dict[str, Any] = {name: field for name, field in claim.contract().items() if name not in hidden}
        found.append({**fields, "fact": known.get(claim.id)})
    return found


def _audit(db: sqlite3.Connection, article_id: str, claims: Sequence[Claim]) -> list[Data]:
    """Every identity that the article's own numbers allow, what does not add up first."""
    quotes = {claim.id: claim.quote for claim in claims}
    found = by_urgency(facts.read_findings(db, '"group" = ?', (f"article|{article_id}",)))
    return [
        {**finding.model_dump(mode="json"), "quotes": [quotes[claim_id] for claim_id in finding.claim_ids]}
        for finding in found[:MOST_CHECKS]
    ]
