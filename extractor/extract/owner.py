"""Whose figure it is when the noun phrase does not say: the company named before it, the agency's own country."""

from __future__ import annotations

from extractor.catalogue import Catalogue, Indicator
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.firms import companys, of_firm, of_maker
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.offices import meant, of_another, shared, within_name
from extractor.extract.owning import owner
from extractor.extract.speakers import NATIONAL
from extractor.languages import Pack


def whose(
    frame: Frame, line: Line, since: int, pack: Pack, catalogue: Catalogue, discourse: Discourse, event: Event
) -> dict[str, Slot]:
    """The frame with `entity` for a company's figure, or the agency's country as reporter, where they are missing."""
    found = dict(frame)
    row = catalogue.indicators.get(value(found, "indicator") or "")
    if row is not None and row.subject == "company":
        return companys(found, row, line, since, event, pack, catalogue, discourse)
    if row is not None and row.subject == "maker":
        maker = of_maker(found, line, since, event, pack, discourse)
        if maker is not None:
            return {**without(found, "reporter"), "entity": maker}
    if row is not None and row.subject == "good":
        return {k: v for k, v in found.items() if k != "reporter" or v.how == "stated"}
    staff = row is not None and row.code == STAFF and not line.of("AGENCY", "PLACE") and not pack.joins_words
    if staff and discourse.entity is not None and (discourse.company or discourse.entity_line == line.sentence.line):
        return {**without(found, "reporter"), "entity": discourse.entity}
    if row is not None and not row.trade and discourse.entity is not None and _refers(line, since, discourse):
        return {**without(found, "reporter"), "entity": owner(line, event, pack) or discourse.entity}
    if of_firm(row, found, line, event, pack, discourse):
        firm = owner(line, event, pack) or discourse.entity
        return {**without(found, "reporter", "partner"), **({} if firm is None else {"entity": firm})}
    old = found.get("reporter")
    elsewhere = old is not None and (old.start is None or old.start < line.sentence.start) and bool(line.of("AGENCY"))
    if row is not None and (value(found, "reporter") is None or (elsewhere and not row.trade)):
        home = _home(line, discourse, catalogue, pack)
        if home is not None:
            found["reporter"] = home
        elif value(found, "reporter") is None and (located := _located(found, line, pack, event)) is not None:
            found["reporter"] = located
        elif value(found, "reporter") is None and _of_outlets_home(row, line, found, discourse):
            found["reporter"] = inferred(discourse.outlet_home, HOME)
    return found


def owned(
    frame: Frame, line: Line, since: int, pack: Pack, catalogue: Catalogue, discourse: Discourse, event: Event
) -> Frame:
    """The frame of a share, with the company whose share it is: 74% of wafer sales."""
    row = catalogue.indicators.get(value(frame, "indicator") or "")
    of_company = row is not None and row.subject == "company"
    return whose(frame, line, since, pack, catalogue, discourse, event) if of_company else frame


def _of_outlets_home(row: Indicator, line: Line, found: Frame, discourse: Discourse) -> bool:
    """Whether a country's statistic is of nobody but the outlet's own country."""
    national = row.subject == "economy" and not row.daily and value(found, "entity") is None
    others = [e for e in line.of("PLACE") if e.value not in {"WLD", discourse.outlet_home}]
    return discourse.outlet_home is not None and national and not others


def _located(found: Frame, line: Line, pack: Pack, event: Event) -> Slot | None:
    """The country that the indicator's own name holds (訪日外国人), or that follows the figure: rose 4.7% in May in
    Japan."""
    named = found.get("indicator")
    if named is not None and named.start is not None and named.end is not None and named.start >= line.sentence.start:
        words = line.text[named.start : named.end]
        code = next((code for part, code in pack.cues.name_places.items() if part in words), None)
        if code is not None:
            return stated(code, named.start, named.end, NAMED_SO)
    if not pack.joins_words:
        return None
    place = line.next(event.end, "PLACE")
    between = line.of("FIGURE") if place is not None else []
    if place is None or any(event.end <= e.start < place.start for e in between):
        return None
    led = pack.cues.place_lead.search(line.text, event.end, place.start)
    return stated(place.value, place.start, place.end) if led else None


HOME = "the outlet's own country: the text names no other"
NAMED_SO = "named in what is measured"
STAFF = "employment"


def _refers(line: Line, since: int, discourse: Discourse) -> bool:
    """Whether the subject is "its" or 同社, in the paragraph that named the company."""
    return discourse.entity_line == line.sentence.line and any(e.start <= since for e in line.of("ANAPHOR"))


def _home(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> Slot | None:
    """The country of the agency in the sentence, or of the one in force: statistics offices report on their own."""
    home = value(discourse.base, "reporter")
    named = [
        e for e in line.of("AGENCY") if not (home and shared(e, pack) and catalogue.agencies[e.value].place != home)
    ]
    named = [e for e in named if not of_another(line, e, catalogue.agencies[e.value].place)]
    named = [e for e in named if not within_name(line, e, pack)]
    codes = [meant(e, discourse, catalogue, pack).value for e in named] + (
        [discourse.agency] if discourse.agency else []
    )
    for code in codes:
        row = catalogue.agencies[code]
        if row.place is not None and row.kind in NATIONAL | {"association"}:
            return inferred(row.place, f"agencies.toml: {code}: place")
    return None
