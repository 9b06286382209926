"""Article to claims: each figure in the frame of its clause, its sentence and the text before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.catalogue import Catalogue, load
from extractor.domain import Article, Claim, Evidence, Figure
from extractor.domain.vocabulary import Direction, How
from extractor.extract import change, credit, when
from extractor.extract.anchor import anchored
from extractor.extract.assign import Assigned, assign
from extractor.extract.basis import basis_of
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, lines
from extractor.extract.figures import figures_from
from extractor.extract.fiscal import fiscal_years
from extractor.extract.frame import Frame, Slot, value
from extractor.extract.lexicon import lexicon
from extractor.extract.links import linked
from extractor.extract.opening import opening
from extractor.extract.sentences import split
from extractor.languages import Pack, pack


class Reader(NamedTuple):
    """What reading one article needs at hand."""

    article: Article
    pack: Pack
    catalogue: Catalogue


def extract_claims(article: Article) -> list[Claim]:
    """Every claim of an article, in order of place: one for each figure and period expression.

    Pure: the same article gives the same claims. `run_id` is left empty. Slots that nothing settles
    are None; `evidence` says how each of the others was got.

    Raises:
        UnknownTerm: the article's language has no pack.
    """
    reader = Reader(article, pack(article.lang), load())
    nlp, words = lexicon(article.lang)
    items = words.items(nlp.make_doc(article.text))
    sentences = split(article.text, reader.pack.abbreviations)
    published = article.published_date
    figures = list(figures_from(article.text, items, article.lang, published))
    if published is None:
        found = anchored(article.text, figures, sentences)
        if found is not None:
            published = found
            figures = list(figures_from(article.text, items, article.lang, published))
    figures = fiscal_years(figures, items, published, reader.catalogue)
    text_lines = lines(article.text, sentences, figures, items)
    discourse = opening(text_lines, reader.pack, reader.catalogue)
    claims: list[Claim] = []
    for line in text_lines:
        discourse.enter(line.sentence.line)
        claims += _sentence(reader, line, discourse)
    return linked(claims, figures)


def _sentence(reader: Reader, line: Line, discourse: Discourse) -> Iterator[Claim]:
    credit.attribute(line, discourse, reader.catalogue)
    roles = {e.start: when.role(line, e) for e in line.of("PERIOD")}
    own = when.periods_for(line, reader.pack, roles)
    last: Frame | None = None
    seen: when.When | None = None
    for assigned in assign(line, reader.pack, reader.catalogue, discourse):
        if assigned.event.cls == "PERIOD":
            yield _period_claim(reader, line, assigned, discourse, roles)
            continue
        last = assigned.carry
        seen = own.get(assigned.event.start) or seen
        yield _figure_claim(reader, line, assigned, discourse, own.get(assigned.event.start))
    discourse.leave(last, seen)


def _period_claim(reader: Reader, line: Line, assigned: Assigned, discourse: Discourse, roles: dict[int, str]) -> Claim:
    figure = _figure(assigned.event)
    role = roles.get(figure.start, when.REFERENCE)
    slots: dict[str, Slot] = {"indicator": Slot(role, "inferred", "what the expression is for in its sentence")}
    if figure.evidence:
        slots["period"] = Slot(figure.period, "inferred", figure.evidence, figure.start, figure.end)
    return _claim(reader, line, assigned.event, slots, discourse, "none", figure.period, figure.period_kind)


def _figure_claim(reader: Reader, line: Line, assigned: Assigned, discourse: Discourse, own: when.When | None) -> Claim:
    figure = _figure(assigned.event)
    slots = dict(assigned.frame)
    direction, _ = change.direction(line, assigned.event, reader.pack, assigned.since)
    row = reader.catalogue.indicators.get(value(slots, "indicator") or "")
    moved = direction != "none" and not assigned.share
    basis, compare = change.change_basis(line, figure, moved, row, discourse.compare)
    if compare is not None:
        slots["change_basis"] = compare
        if compare.how == "stated":
            discourse.compare = compare
    if assigned.share:
        basis, direction = "share", "none"
    at = own or discourse.when
    if at is not None:
        how: How = "stated" if own is not None and not at.reason else "inferred" if at.reason else "inherited"
        slots["period"] = Slot(at.period, how, at.reason, at.start, at.end)
    period = at.period if at else None
    if figure.kind == "streak" and figure.value is not None:
        period = when.streak_period(period, figure.unit, int(figure.value)) or period
    claim = _claim(reader, line, assigned.event, slots, discourse, direction, period, at.kind if at else None)
    return claim.model_copy(update={"change_basis": basis})


def _figure(event: Event) -> Figure:
    if event.figure is None:
        raise ValueError("an event without a figure")
    return event.figure


def _claim(
    reader: Reader,
    line: Line,
    event: Event,
    slots: dict[str, Slot],
    discourse: Discourse,
    direction: Direction,
    period: str | None,
    period_kind: str | None,
) -> Claim:
    figure, article = _figure(event), reader.article
    if discourse.attribution is not None:
        stated_here = line.sentence.start <= (discourse.attribution.start or 0) < line.sentence.end
        slots["attribution"] = discourse.attribution if stated_here else discourse.attribution.passed_on()
    sign = value(slots, "balance_sign")
    return Claim.model_construct(
        id=Claim.make_id(article.id, figure.start, figure.end, figure.kind),
        article_id=article.id,
        url=article.url,
        source=article.source,
        lang=article.lang,
        published_at=article.published_at,
        sentence=line.text[line.sentence.start : line.sentence.end],
        sentence_start=line.sentence.start,
        sentence_end=line.sentence.end,
        quote=figure.quote,
        start=figure.start,
        end=figure.end,
        kind=figure.kind,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        approximate=figure.approximate,
        bound=figure.bound,
        indicator=value(slots, "indicator"),
        flow=value(slots, "flow"),
        reporter=value(slots, "reporter"),
        partner=value(slots, "partner"),
        commodity=value(slots, "commodity"),
        entity=value(slots, "entity"),
        period=period,
        period_kind=period_kind,
        change_basis="none",
        direction=direction,
        balance_sign=None if sign is None else int(sign),
        attribution=value(slots, "attribution"),
        status=credit.status(line, event, reader.pack, discourse, article.marks),
        basis=basis_of(line, event, slots, discourse, reader.catalogue),
        rule=figure.rule,
        run_id=None,
        evidence=_evidence(slots),
        links=(),
    )


def _evidence(slots: Frame) -> tuple[Evidence, ...]:
    return tuple(
        Evidence.model_construct(slot=name, how=slot.how, reason=slot.reason, start=slot.start, end=slot.end)
        for name, slot in slots.items()
        if slot.value is not None or slot.reason
    )
