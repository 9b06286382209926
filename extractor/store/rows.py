"""Claims and articles as rows of the tables, and back. A row is a plain tuple: cheap to send between processes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.domain import Article, Basis, Claim, Evidence, Link, content_id
from extractor.domain.grams import grams

Row = tuple[Any, ...]

BASIS = tuple(name for name in Basis.model_fields if name != "how")
_FROM_ARTICLE = ("article_id", "url", "source", "lang", "published_at")
_FROM_SENTENCE = ("sentence", "sentence_start", "sentence_end")
_APART = {*_FROM_ARTICLE, *_FROM_SENTENCE, "id", "basis", "run_id", "evidence", "links"}
SLOTS = tuple(name for name in Claim.model_fields if name not in _APART)
"""The contract's fields that stand in the claims table under their own names."""
CLAIM_COLUMNS = ("id", *SLOTS, *BASIS, "how")
ARTICLE_COLUMNS = tuple(name for name in Article.model_fields if name != "capture_sha256")
_DECIMALS = ("value", "low", "high")
_JSON = ("blocks", "authors", "marks")


class ClaimRow(NamedTuple):
    """One claim, with what hangs on it."""

    digest: str
    sentence: tuple[int, int]
    values: Row
    evidence: tuple[Row, ...]
    links: tuple[Row, ...]


class ArticleRows(NamedTuple):
    """An article and its claims, ready to be written."""

    id: str
    digest: str
    values: Row
    capture_sha256: str | None
    sentences: tuple[tuple[int, int, str, str], ...]
    """Start, end, text, and the tokens that it is found by."""
    claims: tuple[ClaimRow, ...]
    sketch: tuple[int, ...] = ()
    """Hashes by which near-duplicates are found; empty: made when they are looked for."""
    langs: tuple[str, ...] = ()
    """The languages beside its own whose rules read it."""


def article_rows(article: Article, claims: Iterable[Claim] = ()) -> ArticleRows:
    """An article and its claims as plain tuples."""
    found = tuple(claims)
    sentences = {(claim.sentence_start, claim.sentence_end): claim.sentence for claim in found}
    values = _article_values(article)
    return ArticleRows(
        id=article.id,
        digest=content_id(*values),
        values=values,
        capture_sha256=article.capture_sha256,
        sentences=tuple((start, end, text, grams(text)) for (start, end), text in sorted(sentences.items())),
        claims=tuple(claim_row(claim) for claim in found),
    )


def claim_row(claim: Claim) -> ClaimRow:
    """A claim as plain tuples; `digest` covers all of it but the run."""
    values = (
        claim.id,
        *(_plain(getattr(claim, name)) for name in SLOTS),
        *(getattr(claim.basis, name) for name in BASIS),
        json.dumps(claim.basis.how, sort_keys=True),
    )
    evidence = tuple((e.slot, e.how, e.reason, e.start, e.end) for e in claim.evidence)
    links = tuple((link.kind, link.claim_id) for link in claim.links)
    span = (claim.sentence_start, claim.sentence_end)
    return ClaimRow(content_id(span, values, evidence, links), span, values, evidence, links)


def claim_from_row(row: sqlite3.Row, evidence: Iterable[Row] = (), links: Iterable[Row] = ()) -> Claim:
    """A claim from a row of the view current_claims (or one with the same columns)."""
    fields = {name: row[name] for name in (*_FROM_ARTICLE, *_FROM_SENTENCE, "id", "run_id", *SLOTS)}
    for name in _DECIMALS:
        fields[name] = None if fields[name] is None else Decimal(fields[name])
    fields["approximate"] = bool(fields["approximate"])
    fields["basis"] = Basis(**{name: row[name] for name in BASIS}, how=json.loads(row["how"]))
    fields["evidence"] = tuple(Evidence(slot=s, how=h, reason=r, start=a, end=b) for s, h, r, a, b in evidence)
    fields["links"] = tuple(Link(kind=kind, claim_id=claim_id) for kind, claim_id in links)
    return Claim(**fields)


def article_from_row(row: sqlite3.Row | Mapping[str, Any], capture_sha256: str | None) -> Article:
    """An article from a row of the table articles."""
    fields = {name: json.loads(row[name]) if name in _JSON else row[name] for name in ARTICLE_COLUMNS}
    return Article(**fields, capture_sha256=capture_sha256)


def _article_values(article: Article) -> Row:
    dumped = article.model_dump(mode="json", exclude={"capture_sha256"}, exclude_defaults=False)
    dumped["blocks"] = [block.model_dump(mode="json", exclude_defaults=True) for block in article.blocks]
    return tuple(
        json.dumps(dumped[name], ensure_ascii=False) if name in _JSON else dumped[name] for name in ARTICLE_COLUMNS
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return int(value) if isinstance(value, bool) else value
