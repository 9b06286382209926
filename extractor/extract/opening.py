"""What the headline, dateline and lead settle for the whole article: reporter, partner, period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.catalogue import Catalogue
from extractor.domain import dated
from extractor.extract import credit, surveys, terms, when
from extractor.extract import roles as period_roles
from extractor.extract.discourse import Credited, Discourse
from extractor.extract.events import Event, Line, at_end, kind_of
from extractor.extract.frame import Slot, inferred, stated
from extractor.extract.owning import companies, subject
from extractor.extract.speakers import NATIONAL
from extractor.extract.subject import Subject, stated_in
from extractor.extract.subjects import subjects
from extractor.languages import Pack

COUNTED = frozenset({"rank", "streak"})
"""A headline's "record high" or "second year" does not say yet whose trade the text measures."""
SOON = 8
"""How many sentences may credit another part of the headline."""
CREDITED = 4
"""How many sentences may credit the headline."""
LEAD = 5
"""How many sentences make the opening."""


def opening(
    lines: Sequence[tuple[Line, Pack]], catalogue: Catalogue, published: date | None = None, source: str | None = None
) -> Discourse:
    """The discourse as the article opens.

    The first reporter named runs through the article. A partner does when the lead's first figures are
    about it alone, or when the opening names a pair of countries as such (日中貿易, trade between A and B).
    """
    discourse = Discourse()
    discourse.term = next((at for at in (terms.cycle(line) for line, _ in lines) if at is not None), None)
    for line, pack in lines[:LEAD]:
        surveys.noticed(line, discourse, pack)
    head = [(line, pack, [s for s in subjects(line, pack, catalogue) if s.core]) for line, pack in lines[:LEAD]]
    cores = [core for _, _, found in head for core in found]
    base: dict[str, Slot | None] = {
        "reporter": next((s.slots["reporter"] for s in cores if "reporter" in s.slots and _homed(s, catalogue)), None)
    }
    discourse.about = next((s.slots["indicator"].value for s in cores if "indicator" in s.slots), None)
    opened = _opened_with(head[0]) if head else None
    if opened is not None:
        base["reporter"] = opened
    flows = {flow for s in head[0][2] for flow in s.flows} if head else set()
    discourse.headline = next(iter(flows)) if len(flows) == 1 and not flows & {"total", "balance"} else None
    partner = _partner(head)
    if partner is not None and partner.value is not None:
        reporter = base["reporter"]
        if reporter is not None and reporter.value is not None:
            discourse.pair = frozenset({reporter.value, partner.value})
    base["commodity"] = _goods(head, catalogue)
    base["partner"] = partner or inferred("WLD", "no partner named: trade with all")
    discourse.base = {name: slot.passed_on() for name, slot in base.items() if slot is not None}
    discourse.base_when = _when(head, published)
    discourse.ahead = _ahead(head, published)
    discourse.frame, discourse.when = discourse.base, discourse.base_when
    _of_company(discourse, head, catalogue)
    _credited(lines, catalogue, discourse)
    if "reporter" not in discourse.base and discourse.agency is not None:
        row = catalogue.agencies[discourse.agency]
        if row.place is not None and row.kind in NATIONAL:
            discourse.base = {**discourse.base, "reporter": inferred(row.place, f"agencies.toml: {row.code}: place")}
            discourse.frame = discourse.base
    if "reporter" not in discourse.base and discourse.agency is None and discourse.office_home is not None:
        home = inferred(discourse.office_home, "the country of the office that the text credits")
        discourse.base = {**discourse.base, "reporter": home}
        discourse.frame = discourse.base
    if "reporter" not in discourse.base:
        discourse.outlet_home = _at_home(lines[:LEAD], catalogue, source)
    return discourse


def _of_company(discourse: Discourse, head: Sequence[tuple[Line, Pack, list[Subject]]], catalogue: Catalogue) -> None:
    """The company that an article is about: that of a headline that measures nothing of a country, or of the first
    sentence that measures a company."""
    for n, (line, pack, found) in enumerate(head[:2]):
        rows = [catalogue.indicators.get(stated_in(s, "indicator") or "") for s in found]
        owned = [row is not None and row.subject in {"company", "maker"} for row in rows]
        several = n == 0 and len({one.name for one in companies(line, pack)}) > 1
        name = None if several else subject(line, pack)
        discourse.company = discourse.company or (several and all(owned))
        if all(owned) and (owned or n == 0) and name is not None and name.value is not None:
            discourse.firm, discourse.company = name, True
            discourse.entity, discourse.entity_line = name.passed_on(), line.sentence.line
            return


def _at_home(lines: Sequence[tuple[Line, Pack]], catalogue: Catalogue, source: str | None) -> str | None:
    """The outlet's own country, when the opening names no other: to its readers 消費者物価指数 needs no "of Japan"."""
    row = catalogue.agencies.get((source or "").upper())
    if row is None or row.kind != "outlet" or row.place is None:
        return None
    own = {row.place}
    for line, pack in lines:
        dateline = pack.cues.dateline.match(line.text, line.sentence.start)
        begin = dateline.end() if dateline is not None else line.sentence.start
        places = [e.value for e in line.of("PLACE", "PARTNER") if e.start >= begin]
        if any(p not in own and row.place not in catalogue.places[p].parents for p in places if p in catalogue.places):
            return None
        if line.of("PAIR"):
            return None
    return row.place


def _opened_with(headline: tuple[Line, Pack, list[Subject]]) -> Slot | None:
    """The country that a headline opens with, set apart by a comma, when no subject of it names another: 米国、…."""
    line, pack, found = headline
    first = line.events[0] if line.events else None
    if pack.joins_words or first is None or first.cls != "PLACE" or first.start != line.sentence.start:
        return None
    listed = any(e.cls == "PLACE" and 0 <= e.start - first.end <= 1 for e in line.events)
    if listed or line.text[first.end : first.end + 1] not in {"、", "，"} or any("reporter" in s.slots for s in found):
        return None
    return stated(first.value, first.start, first.end, "the country that the headline opens with")


def _homed(subject: Subject, catalogue: Catalogue) -> bool:
    """Whether what is measured has a country of its own: oil prices and exchange rates say nothing of the article's."""
    row = catalogue.indicators.get(stated_in(subject, "indicator") or "")
    return row is None or (not row.imposed and (not row.daily or row.rate))


def _partner(head: Sequence[tuple[Line, Pack, list[Subject]]]) -> Slot | None:
    """The partner that the article is about, or None for all."""
    pairs = [s.slots.get("partner") for _, _, found in head for s in found if _pair(s)]
    if pairs:
        return pairs[0]
    measured = [_with_figures(line, found) for line, _, found in head if found and _measures(line)]
    if not measured or not measured[0]:
        return next((s.slots["partner"] for _, _, found in head for s in found if "partner" in s.slots), None)
    named = [s.slots.get("partner") for s in measured[0]]
    if len(measured) > 1 and not any("partner" in s.slots for s in measured[1]) and _another_figure(head):
        return None
    if (
        len(measured) > 1
        and measured[1]
        and "partner" not in measured[1][0].slots
        and measured[1][0].flows == measured[0][0].flows
    ):
        return None
    if len(measured) > 1 and len({s.slots["partner"].value for s in measured[1] if "partner" in s.slots}) > 1:
        return None
    values = {slot.value if slot is not None else None for slot in named}
    first = named[0]
    return first if len(values - {None}) == 1 and first is not None and first.value is not None else None


def _another_figure(head: Sequence[tuple[Line, Pack, list[Subject]]]) -> bool:
    """Whether the headline picks out a figure that the first measured sentence of the text does not state."""
    lines = [line for line, _, found in head if found and _measures(line)]
    quotes = [{e.figure.quote for e in line.of("FIGURE") if e.figure is not None} for line in lines[:2]]
    return lines[0] is head[0][0] and not quotes[0] & quotes[1]


def _with_figures(line: Line, found: list[Subject]) -> list[Subject]:
    """The subjects that a figure follows before the next one: what a sentence measures, not what it gives as cause."""
    ends = [subject.start for subject in found[1:]] + [line.sentence.end]
    figures = line.of("FIGURE")
    return [s for s, end in zip(found, ends, strict=True) if any(s.start <= f.start < end for f in figures)]


def _goods(head: Sequence[tuple[Line, Pack, list[Subject]]], catalogue: Catalogue) -> Slot | None:
    """The goods that the article is about: those of the headline and of the whole first measured sentence."""
    measured = [(line, found) for line, _, found in head[1:] if found and _measures(line)]
    lists = [head[0][2], measured[0][1]] if head and measured else []
    named = [s.slots.get("commodity") for found in lists for s in found]
    if lists and head[0][1].joins_words and not any(named[len(lists[0]) :]):
        named = [*named[: len(lists[0])], *_counted(measured[0][0], catalogue)]
    values = {slot.value if slot is not None else None for slot in named}
    return named[-1] if len(values) == 1 and named and all(lists) else None


def _counted(line: Line, catalogue: Catalogue) -> list[Slot]:
    """The goods that the first figure of a sentence counts: 4.91 million automobiles."""
    first = next((e for e in line.of("FIGURE") if kind_of(e) not in COUNTED), None)
    unit = catalogue.units.get(first.figure.unit or "") if first is not None and first.figure is not None else None
    if first is None or unit is None or unit.goods is None:
        return []
    return [stated(unit.goods, first.start, first.end, f"units.toml: {unit.code}: goods")]


def _measures(line: Line) -> bool:
    return any(e.figure is not None and e.figure.kind not in COUNTED for e in line.of("FIGURE"))


def _credited(lines: Sequence[tuple[Line, Pack]], catalogue: Catalogue, discourse: Discourse) -> None:
    """The headline and the first sentence are credited to whom the lead credits."""
    for line, pack in lines[:CREDITED]:
        credit.attribute(line, discourse, catalogue, pack)
        if discourse.attribution is not None:
            break
    scratch = replace(discourse, voices={}, credited={})
    for line, pack in lines[1:SOON]:
        credit.attribute(line, scratch, catalogue, pack)
        for about in credit.families(line, catalogue) if scratch.credit_line == line.sentence.line else ():
            if scratch.attribution is not None:
                discourse.soon.setdefault(about, Credited(scratch.agency, scratch.attribution, scratch.vintage))
    shown = {e.figure.quote for e in lines[0][0].of("FIGURE") if e.figure is not None} if lines else set()
    credited = [line for line, _ in lines[1:CREDITED] if _holds(line, discourse)]
    if any(e.figure is not None and e.figure.quote in shown for line in credited for e in line.of("FIGURE")):
        discourse.covers |= credit.families(lines[0][0], catalogue)


def _holds(line: Line, discourse: Discourse) -> bool:
    """Whether a sentence is the one that credits somebody."""
    slot = discourse.attribution
    return slot is not None and line.sentence.start <= (slot.start or 0) < line.sentence.end


def _pair(subject: Subject) -> bool:
    return any(e.cls == "PAIR" or (e.cls == "PREP" and e.value == "between") for e in subject.events)


def _when(head: Sequence[tuple[Line, Pack, list[Subject]]], published: date | None) -> when.When | None:
    """What the text is of: the period of the sentence that opens it, where that measures; else the first named."""
    found = [(line, _first_period(line, pack, published)) for line, pack, _ in head]
    lead = found[1] if len(found) > 1 else None
    apart = lead is not None and lead[1] is not None and _measures(lead[0]) and not head[0][1].joins_words
    return lead[1] if apart and lead is not None else next((at for _, at in found if at is not None), None)


def _first_period(line: Line, pack: Pack, published: date | None) -> when.When | None:
    for event in line.of("PERIOD"):
        figure = event.figure
        if figure is None or period_roles.role(line, event, pack) != period_roles.REFERENCE:
            continue
        to_come = figure.period is not None and published is not None and figure.period[:10] > published.isoformat()
        to_come = to_come or _forecast_of(line, event, published)
        counted = at_end(event)
        undated = published is None and figure.period is not None
        stretch = figure.period_kind == "unresolved" and dated(figure.period)
        if (figure.period_kind in when.SPANS or counted or undated or stretch or when.of_days(figure)) and not to_come:
            return when.When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")
    return None


def _ahead(head: Sequence[tuple[Line, Pack, list[Subject]]], published: date | None) -> when.When | None:
    """The period that the opening foresees: a headline's forecast is of it."""
    for line, pack, _ in head:
        for event in line.of("PERIOD"):
            foreseen = _forecast_of(line, event, published) and when.of_event(event).kind in when.SPANS
            if foreseen and period_roles.role(line, event, pack) == period_roles.REFERENCE:
                return when.of_event(event)._replace(reason="the period that the opening foresees")
    return None


def _forecast_of(line: Line, event: Event, published: date | None) -> bool:
    """Whether a period is a forecast's: it was not over when the text came out, and its sentence foresees."""
    period = event.figure.period if event.figure is not None else None
    return when.unfinished(period, published) and bool(line.of("FORECAST"))
