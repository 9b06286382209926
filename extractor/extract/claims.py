"""Article to claims: each figure in the frame of its clause, its sentence and the text before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extractor.catalogue import load
from extractor.domain import Article, Claim, Figure
from extractor.domain.vocabulary import Direction, How
from extractor.extract import change, credit, ranks, tables, when
from extractor.extract.anchor import anchored, by_latest_month
from extractor.extract.assign import Assigned, assign
from extractor.extract.build import Change, Reader, build, figure_of
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, lines
from extractor.extract.fiscal import fiscal_years
from extractor.extract.frame import Frame, Slot, value
from extractor.extract.links import linked
from extractor.extract.opening import opening
from extractor.extract.segments import Segment, figures_in, items_of, parted, segments
from extractor.extract.sentences import Sentence, split
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
    items = items_of(article, parts)
    sentences = parted(split(article.text, reader.pack.abbreviations), parts)
    figures = _dated(article, parts, items, sentences, reader)
    grid = tables.read(article, figures, items)
    text_lines = lines(article.text, sentences, grid.figures, items)
    packs = {part.start: pack(part.lang) for part in parts}
    starts = sorted(packs)
    read = [(line, packs[starts[bisect_right(starts, line.sentence.start) - 1]]) for line in text_lines]
    discourse = opening(read, reader.catalogue)
    claims: list[Claim] = []
    for line, words in read:
        discourse.enter(line.sentence.line)
        here = reader._replace(pack=words)
        in_table = grid.at(line.sentence.start) is not None
        claims += grid.claims(here, line, discourse) if in_table else _sentence(here, line, discourse)
    return linked(claims, grid.figures)


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
    return fiscal_years(figures, items, published, reader.catalogue)


def _sentence(reader: Reader, line: Line, discourse: Discourse) -> Iterator[Claim]:
    credit.attribute(line, discourse, reader.catalogue)
    roles = {e.start: when.role(line, e) for e in line.of("PERIOD")}
    own = when.periods_for(line, reader.pack, roles)
    carry: Frame | None = None
    seen: when.When | None = None
    last: tuple[Event, Direction] | None = None
    for assigned in assign(line, reader.pack, reader.catalogue, discourse):
        if assigned.event.cls == "PERIOD":
            yield _period_claim(reader, line, assigned, discourse, roles)
            continue
        carry = assigned.carry
        at = own.get(assigned.event.start) or discourse.when
        seen = own.get(assigned.event.start) or seen
        claim = _figure_claim(reader, line, assigned, discourse, at, own, roles, last)
        last = (assigned.event, claim.direction)
        yield claim
    discourse.leave(carry, seen)


def _period_claim(reader: Reader, line: Line, assigned: Assigned, discourse: Discourse, roles: dict[int, str]) -> Claim:
    figure = figure_of(assigned.event)
    role = roles.get(figure.start, when.REFERENCE)
    slots: dict[str, Slot] = {"indicator": Slot(role, "inferred", "what the expression is for in its sentence")}
    if figure.evidence:
        slots["period"] = Slot(figure.period, "inferred", figure.evidence, figure.start, figure.end)
    at = when.When(figure.period, figure.period_kind, figure.start, figure.end)
    return build(reader, line, assigned.event, slots, discourse, Change(), at)


def _figure_claim(
    reader: Reader,
    line: Line,
    assigned: Assigned,
    discourse: Discourse,
    at: when.When | None,
    own: dict[int, when.When],
    roles: dict[int, str],
    last: tuple[Event, Direction] | None,
) -> Claim:
    figure = figure_of(assigned.event)
    slots = dict(assigned.frame)
    moved = Change("none", "share")
    if not assigned.share:
        moved = _change(reader, line, assigned, discourse, at, roles, last, slots)
    if at is not None:
        how: How = "inferred" if at.reason else "stated" if figure.start in own else "inherited"
        slots["period"] = Slot(at.period, how, at.reason, at.start, at.end)
    period = at.period if at else None
    if figure.kind == "streak" and figure.value is not None:
        period = when.streak_period(period, figure.unit, int(figure.value)) or period
    if figure.kind == "rank":
        period = ranks.since_base(line, roles, period) or period
    shown = when.When(period, at.kind if at else None, None, None)
    return build(reader, line, assigned.event, slots, discourse, moved, shown)


def _change(
    reader: Reader,
    line: Line,
    assigned: Assigned,
    discourse: Discourse,
    at: when.When | None,
    roles: dict[int, str],
    last: tuple[Event, Direction] | None,
    slots: dict[str, Slot],
) -> Change:
    """Direction and comparison of a figure; the comparison's evidence goes to the slots."""
    figure = figure_of(assigned.event)
    direction, _ = change.direction(line, assigned.event, reader.pack, assigned.since)
    if direction == "none":
        direction = change.like_last(line, assigned.event, last)
    row = reader.catalogue.indicators.get(value(slots, "indicator") or "")
    base = when.base_after(line, assigned.event, roles)
    named = when.basis_between(base, at.period if at else None)
    basis, compare = change.change_basis(line, figure, direction != "none", row, discourse.compare, named)
    if compare is not None:
        slots["change_basis"] = compare
        if compare.how == "stated" and named is None:
            discourse.compare = compare
    return Change(direction, basis)
