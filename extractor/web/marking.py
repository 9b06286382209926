"""An article's text as pieces: plain text, figures that lead to their claims, and what may not be shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from extractor.domain import Article, Block, Claim
from extractor.web.excerpts import Span, stretches

Piece = dict[str, Any]


def blocks(article: Article, claims: Sequence[Claim], most: int | None, here: Span | None) -> list[dict[str, Any]]:
    """The article's blocks, each with its pieces; empty ones are left out.

    `most`: the longest stretch of text that may be shown (None: any). `here`: a sentence to mark.
    """
    figures = outermost(claims)
    starts = [claim.start for claim in figures]
    whole = article.blocks or (Block(kind="paragraph", start=0, end=len(article.text)),)
    found = []
    for block in whole:
        near = figures[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        own = [claim for claim in near if claim.end <= block.end]
        pieces = list(_pieces(article.text, (block.start, block.end), own, most, here))
        if any(piece.get("text", "gap").strip() for piece in pieces):
            found.append({**block.model_dump(exclude={"start", "end"}), "pieces": pieces})
    return found


def outermost(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in the order of the text, without those whose figure lies within or across another's."""
    found: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.end, c.kind)):
        if not found or claim.start >= found[-1].end:
            found.append(claim)
    return found


def _pieces(text: str, block: Span, claims: Sequence[Claim], most: int | None, here: Span | None) -> Iterator[Piece]:
    shown = [block] if most is None or block[1] - block[0] <= most else _excerpt(claims, block, most)
    at = block[0]
    for first, last in shown:
        if first > at:
            yield {"gap": True}
        yield from _stretch(text, (first, last), claims, here)
        at = last
    if at < block[1]:
        yield {"gap": True}


def _excerpt(claims: Sequence[Claim], block: Span, most: int) -> list[Span]:
    sentences: dict[Span, list[Span]] = {}
    for claim in claims:
        sentence = (max(claim.sentence_start, block[0]), min(claim.sentence_end, block[1]))
        sentences.setdefault(sentence, []).append((claim.start, claim.end))
    return stretches(list(sentences.items()), most)


def _stretch(text: str, span: Span, claims: Sequence[Claim], here: Span | None) -> Iterator[Piece]:
    """The stretch cut where figures and the marked sentence begin and end."""
    own = {claim.start: claim for claim in claims if span[0] <= claim.start and claim.end <= span[1]}
    cuts = {*span, *own, *(claim.end for claim in own.values())}
    inside = [end for end in here or () if span[0] < end < span[1]]
    cuts |= {end for end in inside if not any(claim.start < end < claim.end for claim in own.values())}
    for first, last in pairwise(sorted(cuts)):
        claim = own.get(first)
        piece: Piece = {"text": text[first:last]}
        if claim is not None:
            piece |= {"claim": claim.id, "kind": claim.kind}
        if here is not None and here[0] <= first and last <= here[1]:
            piece["here"] = True
        yield piece
