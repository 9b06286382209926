"""schema.org ClaimReview as JSON-LD: what was claimed, by whom, and what the comparison of sources says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.runs.exports.records import Record

RATING = {
    "agree_exact": 5, "agree_rounding": 5, "agree_truncation": 5, "derivable": 5, "duplicate": 4, "revised": 4,
    "explained": 4, "conflict_if_same_basis": 3, "conflict": 2, "suspect_source_error": 1,
}  # fmt: skip
"""1: an error in the source is suspected; 5: others or the article's own figures bear it out. Others: no rating."""


def claim_review(record: Record) -> dict[str, Any] | None:
    """The review of one claim, or None when it belongs to no fact."""
    fact = record["_fact"]
    if not fact["verdict"]:
        return None
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": fact["verdict"].replace("_", " "),
        "ratingExplanation": fact["explanation"],
    }
    if fact["verdict"] in RATING:
        rating |= {"ratingValue": RATING[fact["verdict"]], "bestRating": 5, "worstRating": 1}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": f"{fact['fact_id']}/{record['id']}",
        "claimReviewed": record["sentence"],
        "itemReviewed": {
            "@type": "Claim",
            "identifier": record["id"],
            "author": {"@type": "Organization", "name": record["attribution"] or record["source"] or "unknown"},
            "datePublished": record["published_at"],
            "appearance": {"@type": "NewsArticle", "url": record["url"], "publisher": record["source"]},
        },
        "author": {"@type": "Organization", "name": "extractor"},
        "reviewRating": rating,
    }


def write(found: Iterable[Record], path: Path) -> int:
    """Write the reviews as one JSON-LD list; how many."""
    reviews = [review for record in found if (review := claim_review(record))]
    path.write_text(json.dumps(reviews, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(reviews)
