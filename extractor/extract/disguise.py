"""Figures and claims of a text as a person sees it, at their places in the text as it came.

Nearly every text is what it looks like and passes straight through.
"""

from __future__ import annotations

from datetime import date

from extractor.domain import Article, Claim, Figure
from extractor.domain.seen import Seen, as_seen
from extractor.extract import claims as plain_claims
from extractor.extract import reading as plain
from extractor.extract.segments import segments


def read_figures(text: str, lang: str, published: date | None = None) -> list[Figure]:
    """Every figure of a text, in order of place; `text[f.start:f.end] == f.quote` for each.

    `published` settles periods such as "last year"; without it they stay unresolved. Characters that nobody sees
    and others' digits are read as they look. Never raises on any Unicode text.

    Raises:
        UnknownTerm: there is no file for the language.
    """
    seen = as_seen(text)
    if seen is None:
        return plain.read_figures(text, lang, published)
    return [_figure(figure, seen) for figure in plain.read_figures(seen.text, lang, published)]


def extract_claims(article: Article) -> list[Claim]:
    """Every claim of an article, in order of place: one for each figure and period expression.

    Pure: the same article gives the same claims. `run_id` is left empty. Slots that nothing settles
    are None; `evidence` says how each of the others was got.

    Raises:
        UnknownTerm: the article's language has no pack.
    """
    seen = as_seen(article.text)
    if seen is None:
        return plain_claims.extract_claims(article)
    blocks = tuple(
        block.model_copy(update={"start": seen.at(block.start), "end": seen.at(block.end)}) for block in article.blocks
    )
    found = plain_claims.extract_claims(article.model_copy(update={"text": seen.text, "blocks": blocks}))
    ids = {claim.id: Claim.make_id(claim.article_id, *seen.span(claim.start, claim.end), claim.kind) for claim in found}
    return [_claim(claim, seen, ids) for claim in found]


def languages_of(article: Article) -> frozenset[str]:
    """The languages whose rules read an article: its own, and those of the stretches that are in others."""
    seen = as_seen(article.text)
    parts = segments(article.text if seen is None else seen.text, article.lang)
    return frozenset({article.lang, *(part.lang for part in parts)})


def _figure(figure: Figure, seen: Seen) -> Figure:
    start, end = seen.span(figure.start, figure.end)
    parts = tuple(
        part.model_copy(update=dict(zip(("start", "end"), seen.span(part.start, part.end), strict=True)))
        for part in figure.parts
    )
    converts = None if figure.conversion_of is None else seen.span(figure.conversion_of, figure.conversion_of + 1)[0]
    return figure.model_copy(
        update={"start": start, "end": end, "quote": seen.raw[start:end], "parts": parts, "conversion_of": converts}
    )


def _claim(claim: Claim, seen: Seen, ids: dict[str, str]) -> Claim:
    start, end = seen.span(claim.start, claim.end)
    first, last = seen.span(claim.sentence_start, claim.sentence_end)
    evidence = tuple(
        item
        if item.start is None or item.end is None
        else item.model_copy(update=dict(zip(("start", "end"), seen.span(item.start, item.end), strict=True)))
        for item in claim.evidence
    )
    links = tuple(link.model_copy(update={"claim_id": ids[link.claim_id]}) for link in claim.links)
    return claim.model_copy(
        update={
            "id": ids[claim.id], "start": start, "end": end, "quote": seen.raw[start:end], "evidence": evidence,
            "sentence_start": first, "sentence_end": last, "sentence": seen.raw[first:last], "links": links,
        }
    )  # fmt: skip
