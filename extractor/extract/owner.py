"""Whose figure it is when the noun phrase does not say: the company named before it, the agency's own country."""

from __future__ import annotations

import re

from extractor.catalogue import Catalogue, Indicator
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, Slot, inferred, stated, value
from extractor.extract.offices import meant, of_another, shared, within_name
from extractor.languages import Pack


def whose(
    frame: Frame, line: Line, since: int, pack: Pack, catalogue: Catalogue, discourse: Discourse, event: Event
) -> dict[str, Slot]:
    """The frame with `entity` for a company's figure, or the agency's country as reporter, where they are missing."""
    found = dict(frame)
    row = catalogue.indicators.get(value(found, "indicator") or "")
    if row is not None and row.subject == "company":
        found = _of_division(found, line, pack, discourse)
        row = catalogue.indicators[value(found, "indicator") or row.code]
        listed = _listed(line, event, pack) or _topic(found.get("entity"), line, since, event, pack)
        if listed is not None:
            found["entity"] = listed
            discourse.entity, discourse.entity_line = listed.passed_on(), line.sentence.line
        elif value(found, "entity") is None:
            name = None if discourse.of_all_firms else _introduced(line, pack)
            running = discourse.entity or discourse.headed
            name = name or (None if discourse.of_all_firms else _company(line, since, pack, running))
            if name is not None:
                found["entity"] = name
                discourse.entity, discourse.entity_line = name.passed_on(), line.sentence.line
        if pack.joins_words and not row.partnered and not row.trade:
            found.pop("partner", None)
        home, named = found.get("reporter"), value(found, "entity") is not None
        of_country = pack.joins_words and not named and not discourse.company
        of_country = of_country or discourse.of_all_firms or discourse.of_nobody
        if home is not None and (named or (home.how != "stated" and not of_country)):
            found.pop("reporter")
        if line.sentence.start == 0 and (found.get("entity") is not None or not pack.joins_words):
            discourse.company = True
        if (
            value(found, "commodity") is not None
            and "money" in row.kinds
            and row.change_basis is not None
            and not row.of_goods
            and (event.figure is None or event.figure.kind not in {"count", "quantity"})
        ):
            found["commodity"] = inferred(None, f"{row.code} is of no goods")
        return found
    if row is None and discourse.company and discourse.entity is not None and not pack.joins_words:
        paid = event.figure is not None and event.figure.kind in OWNED and value(found, "flow") is None
        if paid and value(found, "entity") is None and not line.of("AGENCY"):
            return {**{k: v for k, v in found.items() if k != "reporter"}, "entity": discourse.entity}
    if row is not None and row.subject == "maker":
        maker = _listed(line, event, pack) or _maker(line, since, pack, discourse)
        if maker is None and since <= line.sentence.start:
            maker = _maker(line, event.start, pack, discourse)
        if maker is not None:
            return {**{k: v for k, v in found.items() if k != "reporter"}, "entity": maker}
    if row is not None and row.subject == "good":
        return {k: v for k, v in found.items() if k != "reporter" or v.how == "stated"}
    if row is not None and row.code in OWN_SPENDING and _of_company(line, discourse, pack):
        found["entity"] = discourse.entity.passed_on() if discourse.entity is not None else inferred(None, "")
        found.pop("reporter", None)
        return found
    staff = row is not None and row.code == STAFF and not line.of("AGENCY", "PLACE") and not pack.joins_words
    if staff and discourse.entity is not None and (discourse.company or discourse.entity_line == line.sentence.line):
        return {**{k: v for k, v in found.items() if k != "reporter"}, "entity": discourse.entity}
    if row is not None and not row.trade and discourse.entity is not None and _refers(line, since, discourse):
        found["entity"] = discourse.entity
        found.pop("reporter", None)
        return found
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


OWN_SPENDING = frozenset({"capital_expenditure"})
"""What a country and a company both spend."""


def _of_company(line: Line, discourse: Discourse, pack: Pack) -> bool:
    """Whether a text is about a company alone, and the sentence names no country."""
    alone = discourse.company and discourse.entity is not None and "reporter" not in discourse.base
    return alone and pack.joins_words and not line.of("PLACE")


def _of_division(found: dict[str, Slot], line: Line, pack: Pack, discourse: Discourse) -> dict[str, Slot]:
    """What a division of a company earned is its operating profit, in a text that gives that of the company."""
    named = found.get("indicator")
    if named is None or named.value != "net_profit" or "operating_profit" not in discourse.measured:
        return found
    own = named.how == "stated" and (named.start or 0) >= line.sentence.start
    broad = own and line.text[named.start : named.end].lower() == "earnings"
    if (own and not broad) or not pack.cues.division.search(line.quote):
        return found
    return {**found, "indicator": inferred("operating_profit", "a division's earnings are its operating profit")}


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
    return stated(place.value, place.start, place.end) if IN.search(line.text, event.end, place.start) else None


HOME = "the outlet's own country: the text names no other"
NAMED_SO = "named in what is measured"
IN = re.compile(r"\bin (?:the )?$")


def _maker(line: Line, since: int, pack: Pack, discourse: Discourse) -> Slot | None:
    """The company named before what makers sell, or in its paragraph: 比亚迪5月销量; a country's name is none."""
    name = _named(line, line.text[line.sentence.start : since], pack)
    places = (
        line.of("PLACE", "PARTNER", "PAIR") if pack.joins_words else line.of("PLACE", "PARTNER", "PAIR", "COMMODITY")
    )
    if name is not None and not any(_same(e, name) for e in (*places, *line.of("COMMODITY"))):
        discourse.entity, discourse.entity_line = name.passed_on(), line.sentence.line
        return name
    running = discourse.entity
    company = discourse.company or discourse.headed is not None
    if running is not None and company and "reporter" not in discourse.base and not places:
        return running
    return running if discourse.entity_line == line.sentence.line else None


def _topic(running: Slot | None, line: Line, since: int, event: Event, pack: Pack) -> Slot | None:
    """The company that opens a sentence without an indicator of its own: パナソニックHDは1％減の714億円だった."""
    if running is None or (running.start or 0) >= line.sentence.start or since > line.sentence.start:
        return None
    name = _named(line, line.text[line.sentence.start : event.start], pack)
    goods = {(e.start, e.end) for e in line.of("COMMODITY", "PLACE")}
    return None if name is None or (name.start, name.end) in goods else name


def _listed(line: Line, event: Event, pack: Pack) -> Slot | None:
    """The next company of a list that shares the indicator: スズキの純利益は1019億円、日産自動車は1157億円."""
    before = [e for e in line.of("FIGURE", "PERIOD") if e.end <= event.start]
    if not before or pack.cues.listed is None:
        return None
    found = pack.cues.listed.match(line.text, before[-1].end, event.start)
    if found is None:
        return None
    start, end = found.span(1)
    goods = any((e.start, e.end) == (start, end) for e in line.of("COMMODITY"))
    if goods or any(e.start < end and start < e.end for e in line.of(*NAMED, "PLACE")):
        return None
    return stated(found.group(1), start, end)


def _introduced(line: Line, pack: Pack) -> Slot | None:
    """The company that the sentence before ended with, for "this company" to be: 与之相对的是……的迅销。该公司…."""
    if not any(e.start == line.sentence.start for e in line.of("ANAPHOR")):
        return None
    found = pack.cues.introduced.search(line.text, max(0, line.sentence.start - LOOK_BACK), line.sentence.start)
    return None if found is None else stated(found.group(1), found.start(1), found.end(1), "brought up just before")


LOOK_BACK = 24


def _same(event: Event, name: Slot) -> bool:
    """Whether a place stands in a name, or the whole name is goods."""
    first, last = name.start or 0, name.end or 0
    if event.cls == "COMMODITY":
        return event.start <= first and last <= event.end
    return event.start < last and first < event.end


STAFF = "employment"
OWNED = frozenset({"money", "count", "price"})
"""What a text on a company states without a row is the company's."""
VERB = 6
"""How much of the verb that names the measure a pattern may need to see: BYD sold."""


def headed(line: Line, pack: Pack) -> Slot | None:
    """The company that a headline opens with: Tencent lifts AI spending."""
    if not pack.joins_words:
        return None
    name = _named(line, f"{line.text[line.sentence.start : line.sentence.end]} ", pack)
    if name is None or any(
        e.start < (name.end or 0) and (name.start or 0) < e.end for e in line.of("PLACE", "COMMODITY")
    ):
        return None
    return name if name.start == line.sentence.start else None


def _company(line: Line, since: int, pack: Pack, running: Slot | None) -> Slot | None:
    """The name right before the indicator, else the running company, else one that the sentence reports of."""
    before = line.text[line.sentence.start : since]
    verb = line.text[line.sentence.start : since + VERB]
    return (
        _named(line, before, pack)
        or _named(line, verb, pack)
        or running
        or _named(line, line.text[line.sentence.start : line.sentence.end], pack)
    )


NAMED = frozenset({"INDICATOR", "FLOW", "PERIOD", "FIGURE", "AGENCY", "UNIT"})
"""What no company's name overlaps. Where words run together, a counter's character may be part of a name (台积电)."""


def _named(line: Line, text: str, pack: Pack) -> Slot | None:
    """The first pattern's name that is no term of ours; the dateline before it is no part of it."""
    dateline = pack.cues.dateline.match(line.text, line.sentence.start)
    begin = line.sentence.start
    if dateline is not None and dateline.end() < line.sentence.start + len(text):
        begin = dateline.end() + (line.text[dateline.end() : dateline.end() + 1] == " ")
    text = text[begin - line.sentence.start :]
    for pattern in pack.cues.entities:
        match = pattern.search(text)
        if match is None:
            continue
        start, end = begin + match.start(1), begin + match.end(1)
        known = NAMED if pack.joins_words else NAMED - {"UNIT"}
        if not any(e.start < end and start < e.end for e in line.of(*known)):
            return stated(match.group(1), start, end)
    return None


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
        if row.place is not None and row.kind in {"customs", "statistics", "central_bank", "ministry", "association"}:
            return inferred(row.place, f"agencies.toml: {code}: place")
    return None
