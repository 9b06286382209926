"""Which company a company's figure is of: the one that its sentence names, the one that the text goes on about."""

from __future__ import annotations

from extractor.catalogue import Catalogue, Indicator
from extractor.extract.change import clause_start
from extractor.extract.companies import called
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.owning import listed, owner
from extractor.languages import Pack

FIRMS_TOO = frozenset({"capital_expenditure", "employment", "production_capacity"})
"""What a country has and a company too: of the company, in a text on one."""
OWNED = frozenset({"money", "count", "price", "percent", "quantity"})
"""What a text on a company states without a row is the company's."""
SIGNED = frozenset({"net_profit", "operating_profit", "ordinary_profit"})
LOOK_BACK = 24
VERB = 6
"""How much of the verb that names the measure a pattern may need to see: BYD sold."""
NAMED = frozenset({"INDICATOR", "FLOW", "PERIOD", "FIGURE", "AGENCY", "UNIT"})
"""What no company's name overlaps. Where words run together, a counter's character may be part of a name (台积电)."""


def companys(
    found: dict[str, Slot],
    row: Indicator,
    line: Line,
    since: int,
    event: Event,
    pack: Pack,
    catalogue: Catalogue,
    discourse: Discourse,
) -> dict[str, Slot]:
    """A company's figure: with its company, without a country; a profit is one where no word says otherwise."""
    found = _of_division(found, line, pack, discourse)
    row = catalogue.indicators[value(found, "indicator") or row.code]
    name = _of_company(found, line, since, event, pack, discourse)
    place = _industry(line, event, pack)
    if place is not None and (name is None or (name.start or 0) < place.start):
        return {**without(found, "entity"), "reporter": stated(place.value, place.start, place.end)}
    if _together(line, event, pack, name):
        return without(found, "entity", "reporter")
    if name is not None:
        found["entity"] = name
        discourse.named_company(name, line.sentence.line)
    if pack.joins_words and not row.partnered and not row.trade:
        found.pop("partner", None)
    home, named = found.get("reporter"), value(found, "entity") is not None
    of_country = pack.joins_words and not named and not discourse.company
    of_country = of_country or discourse.of_all_firms or discourse.of_nobody
    if home is not None and (named or (home.how != "stated" and not of_country)):
        found.pop("reporter")
    if line.sentence.start == 0 and (found.get("entity") is not None or not pack.joins_words):
        discourse.company = True
    if row.code in SIGNED and "balance_sign" not in found:
        found["balance_sign"] = inferred("1", "a profit, where no word speaks of a loss")
    goods = found.get("commodity")
    unmeant = "money" in row.kinds and row.change_basis is not None and not row.of_goods
    unmeant = unmeant and kind_of(event) not in {"count", "quantity"}
    running = named and goods is not None and (goods.start or 0) < line.sentence.start
    if goods is not None and goods.value is not None and (unmeant or running):
        found["commodity"] = inferred(None, f"{row.code} is of no goods")
    return found


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


def of_firm(row: Indicator | None, found: Frame, line: Line, event: Event, pack: Pack, discourse: Discourse) -> bool:
    """Whether what a company may have too, or what is no known indicator, is the company's that the text is about."""
    about = discourse.firm is not None or (discourse.company and pack.joins_words)
    if not about or discourse.entity is None:
        return False
    if row is None and (kind_of(event) not in OWNED or value(found, "flow") is not None or line.of("AGENCY")):
        return False
    if row is not None and (
        row.code not in FIRMS_TOO or (discourse.firm is None and line.of("PLACE")) or kind_of(event) == "rate"
    ):
        return False
    home = found.get("reporter")
    here = home is not None and home.how == "stated" and (home.start or 0) >= line.sentence.start
    return not here and _industry(line, event, pack) is None


def of_maker(
    found: dict[str, Slot], line: Line, since: int, event: Event, pack: Pack, discourse: Discourse
) -> Slot | None:
    """The company that what makers sell is of; None for a country's, or for all makers'."""
    own = owner(line, event, pack)
    home = found.get("reporter")
    if own is None and home is not None and home.how == "stated" and (home.start or 0) >= line.sentence.start:
        return None
    if own is None and discourse.firm is None and _of_all(line, since, event):
        found.pop("entity", None)
        return None
    maker = (None if own is not None else _listed(line, event, pack)) or _maker(line, since, own, pack, discourse)
    if maker is None and since <= line.sentence.start:
        maker = _maker(line, event.start, own, pack, discourse)
    return maker


def _together(line: Line, event: Event, pack: Pack, name: Slot | None) -> bool:
    """Whether several companies are meant together, named in the clause after any one of them."""
    begin = clause_start(line, event, pack)
    own = name.start if name is not None and name.how == "stated" else None
    last = [m.start() for m in pack.cues.companies.together.finditer(line.text, begin, event.start)]
    return bool(last) and (own is None or own < last[-1])


def _industry(line: Line, event: Event, pack: Pack) -> Event | None:
    """The country whose firms are meant together before a figure: 中国银行业, Japanese automakers' profits."""
    places = [e for e in line.of("PLACE") if e.end <= event.start]
    return next((e for e in reversed(places) if pack.cues.companies.industry.match(line.text, e.end)), None)


def _of_company(found: Frame, line: Line, since: int, event: Event, pack: Pack, discourse: Discourse) -> Slot | None:
    """The company that a company's figure is of; None to leave what the frame has."""
    own = owner(line, event, pack)
    if own is not None:
        return own
    weak = None if listed(discourse.entity) else _listed(line, event, pack)
    weak = weak or (None if listed(discourse.entity) else _topic(found.get("entity"), line, since, event, pack))
    if weak is not None:
        return _called(weak, line, pack)
    if discourse.of_all_firms or value(found, "entity") is not None:
        return None
    name = _introduced(line, pack)
    if name is None and not listed(discourse.entity):
        name = _company(line, since, pack, discourse.entity or discourse.headed)
    return discourse.entity if name is None else _called(name, line, pack)


def _called(name: Slot, line: Line, pack: Pack) -> Slot:
    """A name found by the words around it, as claims carry it."""
    if name.value is None:
        return name
    return name._replace(value=called(name.value, name.end or 0, line.text, pack))


def _of_all(line: Line, since: int, event: Event) -> bool:
    """Whether a sentence goes on about all makers again: it names what is sold anew, and no company."""
    named = any(since <= e.start < event.start for e in line.of("INDICATOR")) and since >= line.sentence.start
    return named and not any(e.start <= since for e in line.of("ANAPHOR"))


def _maker(line: Line, until: int, own: Slot | None, pack: Pack, discourse: Discourse) -> Slot | None:
    """The company named before what makers sell, or in its paragraph: 比亚迪5月销量; a country's name is none."""
    name = own
    if name is None and not listed(discourse.entity):
        name = _named(line, line.text[line.sentence.start : until], pack)
    places = (
        line.of("PLACE", "PARTNER", "PAIR") if pack.joins_words else line.of("PLACE", "PARTNER", "PAIR", "COMMODITY")
    )
    if name is not None and not any(_same(e, name) for e in (*places, *line.of("COMMODITY"))):
        name = _called(name, line, pack)
        discourse.named_company(name, line.sentence.line)
        return name
    running = discourse.entity
    if running is not None and discourse.company and "reporter" not in discourse.base and not places:
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


def _same(event: Event, name: Slot) -> bool:
    """Whether a place stands in a name, or the whole name is goods."""
    first, last = name.start or 0, name.end or 0
    if event.cls == "COMMODITY":
        return event.start <= first and last <= event.end
    return event.start < last and first < event.end


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


def headed(line: Line, pack: Pack) -> Slot | None:
    """The company that a headline opens with: Tencent lifts AI spending."""
    if not pack.joins_words:
        return None
    name = _named(line, line.text[line.sentence.start : line.sentence.end], pack)
    if name is None or any(
        e.start < (name.end or 0) and (name.start or 0) < e.end for e in line.of("PLACE", "COMMODITY")
    ):
        return None
    return name if name.start == line.sentence.start else None
