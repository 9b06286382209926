"""Article to claims: each figure in the frame of its clause, its sentence and the text before it."""

from __future__ import annotations

from bisect import bisect_right

from extractor.catalogue import load
from extractor.domain import Article, Claim, Figure
from extractor.extract import machines, tables
from extractor.extract.abbreviated import abbreviated
from extractor.extract.anchor import anchored, by_latest_month
from extractor.extract.begun import completed
from extractor.extract.build import Reader
from extractor.extract.business_years import business_years
from extractor.extract.echo import echoed
from extractor.extract.events import lines
from extractor.extract.fiscal import fiscal_years
from extractor.extract.followed import followed
from extractor.extract.glossed import glossed
from extractor.extract.lent import lent
from extractor.extract.links import linked
from extractor.extract.names import full_names
from extractor.extract.opening import opening
from extractor.extract.passage import sentence_claims
from extractor.extract.prior_year import prior_years
from extractor.extract.segments import Segment, figures_in, items_of, parted, segments
from extractor.extract.sentences import Sentence, split
from extractor.extract.variation import by_name
from extractor.extract.weak import untraded
from extractor.languages import Item, pack


def extract_claims(article: Article) -> list[Claim]:
    """Every claim of an article, in order of place: one for each figure and period expression.

    Pure: the same article gives the same claims. `run_id` is left empty. Slots that nothing settles
    are None; `evidence` says how each of the others was got.

    Raises:
        UnknownTerm: the article's language has no pack.
    """
    reader = Reader(article, pack(article.lang), load())
    parts = segments(article.text, article.lang)
    items = untraded(abbreviated(items_of(article, parts), article.text), article.text, reader.pack)
    items = by_name(items, article.text, reader.pack, reader.catalogue)
    sentences = parted(split(article.text, reader.pack.abbreviations), parts)
    figures = lent(
        _dated(article, parts, items, sentences, reader), items, sentences, article.text, reader.pack, reader.catalogue
    )
    figures = machines.counted(figures, items, reader.catalogue)
    grid = tables.read(article, figures, items)
    text_lines = lines(article.text, sentences, grid.figures, items)
    packs = {part.start: pack(part.lang) for part in parts}
    starts = sorted(packs)
    read = [(line, packs[starts[bisect_right(starts, line.sentence.start) - 1]]) for line in text_lines]
    discourse = opening(read, reader.catalogue, article.published_date, article.source)
    claims: list[Claim] = []
    for line, words in read:
        discourse.enter(line.sentence.line)
        here = reader._replace(pack=words)
        in_table = grid.at(line.sentence.start) is not None
        claims += grid.claims(here, line, discourse) if in_table else sentence_claims(here, line, discourse)
    headline = max((s.end for s in sentences if s.line == sentences[0].line), default=0)
    settled = followed(linked(claims, grid.figures), article.text)
    return full_names(echoed(settled, headline, article.text, reader.catalogue), reader.pack)


def _dated(
    article: Article, parts: list[Segment], items: list[Item], sentences: list[Sentence], reader: Reader
) -> list[Figure]:
    """The figures with their periods settled: by the publication date, or by the day that the text's dates support."""
    published = article.published_date
    figures = figures_in(article, parts, items, published)
    if published is None:
        published = anchored(figures, sentences)
        if published is None:
            return by_latest_month(figures)
        figures = figures_in(article, parts, items, published)
    figures = glossed(fiscal_years(figures, items, published, reader.catalogue), article.text, reader.pack)
    figures = business_years(
        completed(figures, items, sentences, published), items, published, reader.pack, reader.catalogue
    )
    return prior_years(figures, article.text, reader.pack)
