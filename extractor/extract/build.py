"""One claim from one figure and the slots that were found for it."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Catalogue, Indicator
from extractor.domain import Article, Claim, Evidence, Figure, dated
from extractor.domain.vocabulary import ChangeBasis, Direction, Status
from extractor.extract.basis import basis_of
from extractor.extract.change import is_base
from extractor.extract.concepts import concept_of
from extractor.extract.credit import Credit, credit_for, remember
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, Slot, inferred, value
from extractor.extract.polls import polled, pollster
from extractor.extract.speakers import NATIONAL
from extractor.extract.standing import foretold, goes_on, status
from extractor.extract.when import When, streak_unit
from extractor.languages import Pack


class Reader(NamedTuple):
    """What reading one article needs at hand."""

    article: Article
    pack: Pack
    catalogue: Catalogue


class Change(NamedTuple):
    """Which way a figure goes, and against what it is measured."""

    direction: Direction = "none"
    basis: ChangeBasis = "none"


def figure_of(event: Event) -> Figure:
    """The figure of an event that has one."""
    if event.figure is None:
        raise ValueError("an event without a figure")
    return event.figure


def build(
    reader: Reader,
    line: Line,
    event: Event,
    slots: dict[str, Slot],
    discourse: Discourse,
    change: Change,
    at: When,
) -> Claim:
    """The claim of one figure. Built without validation: every part was made by typed code just before.

    Returns:
        A Claim whose evidence lists each slot that has a value or a reason for having none.
    """
    figure, article = figure_of(event), reader.article
    row = reader.catalogue.indicators.get(value(slots, "indicator") or "")
    if row is not None and row.default_flow == "balance" and value(slots, "flow") is None:
        slots["flow"] = inferred(row.default_flow, f"indicators.toml: {row.code}: default_flow")
    if figure.kind != "rate" and not _has_partner(row, slots):
        slots.pop("partner", None)
    credited = credit_for(line, discourse, row, reader.catalogue)
    if (
        credited.attribution is not None
        and not _answers(row)
        and _of_another(credited, slots, reader.catalogue, figure.kind)
    ):
        credited = Credit()
        if line.text[line.sentence.start - 1 : line.sentence.start] == "\n":
            discourse.other_voice = line.sentence.line
    if polled(line, event, reader.pack):
        credited = Credit(pollster(line, event, reader.pack, reader.catalogue))
    if discourse.by_forecast and not foretold(line, event, reader.pack):
        credited = Credit(vintage=credited.vintage)
    if credited.attribution is not None:
        slots["attribution"] = credited.attribution
    if row is None and figure.kind != "rate" and not discourse.company:
        _homed(slots, credited, discourse)
    sign = value(slots, "balance_sign")
    felt = row is not None and row.code == SENTIMENT and not polled(line, event, reader.pack)
    answers = _answers(row) or felt or (discourse.respondents and credited.attribution is not None)
    told = status(line, event, reader.pack, credited, article.marks, answers)
    if told == "anticipated" and _estimated(credited, at, article):
        told = "preliminary"
    if told == "anticipated" and reader.pack.joins_words and _was(line, event, at, reader):
        told = "attributed" if value(slots, "attribution") is not None else "asserted"
    remember(line, discourse, row, credited, told)
    return Claim.trusted(
        {
            "id": Claim.make_id(article.id, figure.start, figure.end, figure.kind),
            "article_id": article.id,
            "url": article.url,
            "source": article.source,
            "lang": article.lang,
            "published_at": article.published_at,
            "sentence": line.quote,
            "sentence_start": line.sentence.start,
            "sentence_end": line.sentence.end,
            "quote": figure.quote,
            "start": figure.start,
            "end": figure.end,
            "kind": figure.kind,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "unit": streak_unit(figure, at.kind) if figure.kind == "streak" else _unit(figure, row),
            "approximate": figure.approximate,
            "bound": figure.bound,
            "indicator": value(slots, "indicator"),
            "flow": value(slots, "flow"),
            "reporter": value(slots, "reporter"),
            "partner": value(slots, "partner"),
            "commodity": value(slots, "commodity"),
            "entity": value(slots, "entity"),
            "period": at.period,
            "period_kind": at.kind,
            "change_basis": change.basis,
            "direction": change.direction,
            "balance_sign": None if sign is None else int(sign),
            "attribution": value(slots, "attribution"),
            "status": _to_come(goes_on(discourse, line, told), reader, line, discourse, at, _annual(row, figure, at)),
            "basis": basis_of(
                line, event, slots, credited, concept_of(line, discourse, goods=row is not None and row.trade)
            ),
            "rule": figure.rule,
            "run_id": None,
            "evidence": _evidence(slots),
            "links": (),
        }
    )


def _annual(row: Indicator | None, figure: Figure, at: When) -> bool:
    """Whether a figure is of a company's whole year."""
    if row is not None and row.code in FORESEEN and figure.kind == "percent":
        return at.kind in {"fiscal_year", "calendar_year"}
    firms = row is not None and row.subject == "company" and (row.change_basis is not None or row.code == DIVIDEND)
    return firms and figure.kind in RESULTS and at.kind in {"fiscal_year", "calendar_year"}


DIVIDEND = "dividend"
FORESEEN = frozenset({"gdp"})
"""Whose rate for a year that is not over can only be foreseen."""
SENTIMENT = "business_sentiment"
"""What firms expect of it is their answer, no forecast."""
RESULTS = frozenset({"money", "percent", "multiple", "points"})


def _to_come(found: Status, reader: Reader, line: Line, discourse: Discourse, at: When, annual: bool) -> Status:
    """The status of a figure; what is of a period that had not begun is a forecast, whatever the words, and so is what
    a body that only forecasts says of one that is not over, and a company's result of one (`annual`)."""
    published = reader.article.published_date
    foretold = annual or discourse.foretells_line == line.sentence.line
    shown = None if at.period is None else at.period[-10:] if foretold else at.period[:10]
    ahead = published is not None and shown is not None and shown > published.isoformat()
    known = ahead and at.kind in {"calendar_year", "fiscal_year", "half", "quarter", "multi_year"}
    return "anticipated" if known and found != "ai_generated" else found


def _estimated(credited: Credit, at: When, article: Article) -> bool:
    """Whether what is "expected" is a flash estimate of a period that is over: is expected to be 2.0% in June."""
    over = article.published_date is not None and dated(at.period)
    flash = credited.vintage is not None and credited.vintage.value == "flash"
    return flash and over and at.period is not None and at.period[-10:] <= str(article.published_date)


def _homed(slots: dict[str, Slot], credited: Credit, discourse: Discourse) -> None:
    """What an office states of a measure without a row is its country's."""
    row, base = credited.agency, discourse.base.get("reporter")
    if row is None or row.kind not in NATIONAL or row.place is None or credited.attribution is None:
        return
    if value(slots, "reporter") is None and value(slots, "entity") is None:
        own = base is not None and base.value == row.place
        slots["reporter"] = (
            base if own and base is not None else inferred(row.place, f"agencies.toml: {row.code}: place")
        )


def _was(line: Line, event: Event, at: When, reader: Reader) -> bool:
    """Whether a level that a forecast is held against is known: 7.5 million, compared with 9.95 million | in 2024."""
    published = reader.article.published_date
    if published is None or not dated(at.period) or at.period[-10:] >= published.isoformat():
        return False
    return not polled(line, event, reader.pack) and is_base(line, event, reader.pack)


def _answers(row: Indicator | None) -> bool:
    """Whether an indicator counts the answers of a survey."""
    return row is not None and row.change_basis == "share"


def _of_another(credited: Credit, slots: Frame, catalogue: Catalogue, kind: str) -> bool:
    """Whether an agency of an earlier sentence would stand behind the figures of a country that is not its own."""
    home = credited.agency.place if credited.agency is not None and credited.agency.kind in NATIONAL else None
    inherited = credited.attribution is not None and credited.attribution.how == "inherited"
    reporter = slots.get("reporter")
    if home is None or not inherited or reporter is None or reporter.how != "stated":
        return False
    place = catalogue.places.get(reporter.value or "")
    inside = place is not None and home in place.parents
    if kind == "rank":
        return not inside and home != reporter.value
    return not inside and home not in {reporter.value, value(slots, "partner")}


def _has_partner(row: Indicator | None, slots: Frame) -> bool:
    """Trade always has a partner, if only the world; visitors and orders one that is named; the rest what is said."""
    if row is not None and row.trade:
        return True
    if row is None and value(slots, "flow") in {"export", "import", "balance"}:
        return True
    slot = slots.get("partner")
    if slot is None or slot.value == "WLD":
        return False
    return slot.how == "stated" or (row is not None and row.partnered)


def _unit(figure: Figure, indicator: Indicator | None) -> str | None:
    """The figure's unit; a bare number takes its indicator's: PMI 49.2 is in points."""
    if indicator is not None and indicator.counter is not None and figure.unit == "unit":
        return indicator.counter
    if figure.unit is not None or figure.kind != "count" or indicator is None:
        return figure.unit
    return indicator.unit or indicator.counter


def _evidence(slots: Frame) -> tuple[Evidence, ...]:
    return tuple(
        [
            Evidence.trusted(
                {"slot": name, "how": slot.how, "reason": slot.reason, "start": slot.start, "end": slot.end}
            )
            for name, slot in slots.items()
            if slot.value is not None or slot.reason
        ]
    )
