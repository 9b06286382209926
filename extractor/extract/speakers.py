"""Who speaks in a sentence: the agencies, offices and bodies that its figures may be credited to."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue
from extractor.extract.bodies import Body, body, measured, office_of_country
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated, value
from extractor.extract.offices import (
    branch_office,
    in_dateline,
    meant,
    of_another,
    sets_goal,
    shared,
    within_name,
    without_generic,
)
from extractor.extract.polls import only_asked
from extractor.languages import Pack

HEAD = 4
"""An agency this close to the start of its sentence is the subject of it."""
VERB = 12
"""How far behind the agency its verb of forecasting stands: the BOJ now expects."""
REACH = 90
"""How far, in characters, a verb of saying may stand from the agency that says it."""
NATIONAL = frozenset({"customs", "statistics", "central_bank", "ministry"})
"""Kinds of agency that report on their own country."""


class Speaker(NamedTuple):
    """Who is credited: the code of the row, if there is one, the slot, the country whose office it is, and whether it
    only forecasts."""

    code: str | None
    slot: Slot | None
    home: str | None = None
    foretells: bool = False


def heard(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> list[Event]:
    """The agencies of a sentence that may speak in it, with what shared names mean."""
    agencies = [a for a in line.of("AGENCY") if not within_name(line, a, pack)]
    agencies = [a for a in agencies if not only_asked(line, a, pack, catalogue) and not _in_quotes(line, a)]
    agencies = [a for a in agencies if not _analysts(line, a, pack)]
    return [meant(a, discourse, catalogue, pack) for a in without_generic(line, agencies, pack)]


def speaker(
    line: Line, agencies: list[Event], discourse: Discourse, catalogue: Catalogue, pack: Pack
) -> Speaker | None:
    """Whom the sentence credits: an agency by its name, one of its branches, its namesake in another country, an office
    or a body that no row stands for."""
    issues = line.of("ISSUE")
    cited = [
        a
        for a in agencies
        if any(_gap(a, i) <= REACH for i in issues) or forecasts(line, a) or _decides(line, a, catalogue, pack)
    ]
    cited = [a for a in cited if not in_dateline(line, a, pack) and not sets_goal(line, a, discourse, pack)]
    branch = branch_office(line, cited, pack, catalogue)
    if branch is not None:
        return Speaker(None, branch[0], branch[1])
    if any(another_countrys(a, line, discourse, catalogue, pack) for a in cited):
        return _abroad(line, cited[0], discourse, catalogue, pack)
    if cited:
        event = _primary(line, cited, catalogue, pack)
        row = catalogue.agencies[event.value]
        far = VERB if pack.joins_words else REACH
        said = any(0 <= i.start - event.end <= far for i in issues)
        slot = stated(row.attribution, event.start, event.end, chain(cited, catalogue))
        return Speaker(row.code, slot, row.place, forecasts(line, event) and not said)
    found = _unnamed(line, discourse, catalogue, pack) if issues or line.of("FORECAST") else None
    return None if found is None else Speaker(found.code, found.slot, found.home, not issues)


def _abroad(line: Line, event: Event, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> Speaker:
    """The office that a name means which the catalogue knows as another country's."""
    before = [e for e in line.of("PLACE") if e.end <= event.start]
    owner = before[-1] if before and of_another(line, event, catalogue.agencies[event.value].place) else None
    home = owner.value if owner is not None else _home(line, event, discourse, catalogue, pack)
    own = _namesake(event, home, catalogue)
    if own is not None:
        return Speaker(own.code, stated(own.attribution, event.start, event.end), own.place)
    start = owner.start if owner is not None else event.start
    if owner is None and not pack.joins_words:
        return Speaker(None, None, home)
    reason = "an office that agencies.toml has no row for, as written"
    return Speaker(None, stated(line.text[start : event.end], start, event.end, reason), home)


def _analysts(line: Line, agency: Event, pack: Pack) -> bool:
    """Whether it is somebody who works there that speaks: 牛津经济研究院经济学家, an economist at S&P Global."""
    behind = pack.cues.analyst_behind.match(line.text, agency.end, line.sentence.end)
    return behind is not None or pack.cues.analyst_lead.search(line.text, line.sentence.start, agency.start) is not None


def _in_quotes(line: Line, agency: Event) -> bool:
    """Whether an agency is only spoken of, in somebody else's words."""
    before = line.text[line.sentence.start : agency.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def another_countrys(agency: Event, line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> bool:
    """Whether a bare "Commerce Ministry" stands in a text about another country than that of the row of that name."""
    row = catalogue.agencies[agency.value]
    if row.kind in NATIONAL and row.place is not None and of_another(line, agency, row.place):
        return True
    if row.kind not in NATIONAL or row.place is None or agency.item is None:
        return False
    reporter = _home(line, agency, discourse, catalogue, pack)
    if reporter is None or reporter == row.place or row.place in catalogue.places[reporter].parents:
        return False
    place = catalogue.places[row.place]
    names = [n.lower() for group in (place.names, place.adjectives) for words in group.values() for n in words]
    words = agency.item.text.lower()
    if any(name in words for name in (*names, *place.short.values())) or any(
        e.value == row.place for e in line.of("PLACE")
    ):
        return False
    return shared(agency, pack)


def _home(line: Line, agency: Event, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> str | None:
    """The country that a shared name of an office is read for: the one whose figures the sentence states, else the one
    that the text is about."""
    own = measured(line, line.sentence.start) if shared(agency, pack) else None
    about = own or value(discourse.base, "reporter")
    return about if about is not None and catalogue.places[about].kind in COUNTRIES else None


COUNTRIES = frozenset({"country", "territory", "province", "bloc"})


def _namesake(agency: Event, home: str | None, catalogue: Catalogue) -> Agency | None:
    """The office of that name in another country: Ministry of Finance (Taiwan)."""
    words = agency.item.text.lower() if agency.item else ""
    rows = [row for row in catalogue.agencies.values() if row.place == home and row.kind in NATIONAL] if words else []
    words = words.removeprefix("the ")
    if words.endswith(" ministry"):
        words = f"ministry of {words.removesuffix(' ministry')}"
    by_attribution = next((row for row in rows if row.attribution.lower().startswith(f"{words} (")), None)
    named = (row for row in rows if any(n.lower().endswith(words) for names in row.names.values() for n in names))
    return by_attribution or next(named, None)


def _unnamed(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> Body | None:
    """An office, or another body, that no name of the catalogue's stands for."""
    known = body(line, value(discourse.base, "reporter"), catalogue, pack)
    if known is not None and known.home is not None:
        return known
    return office_of_country(line, pack) or known


def forecasts(line: Line, agency: Event) -> bool:
    """Whether a word of forecasting follows the agency at once (IMF预计), or it opens a sentence that forecasts."""
    opens = agency.start - line.sentence.start <= HEAD
    words = [e for e in line.of("FORECAST") if e.value != "to_come"]
    return (opens and bool(words)) or any(0 <= e.start - agency.end <= VERB for e in words)


def _decides(line: Line, agency: Event, catalogue: Catalogue, pack: Pack) -> bool:
    """Whether a central bank sets its rate: 日本银行7月31日决定将政策利率提高至0.25%."""
    bank = catalogue.agencies[agency.value].kind == "central_bank"
    return bank and pack.cues.decides.match(line.text, agency.end, line.sentence.end) is not None


def _primary(line: Line, cited: list[Event], catalogue: Catalogue, pack: Pack) -> Event:
    """The body that compiled comes before whoever relays it: JETRO reports, citing | the ministry."""
    quoted = [e for e in cited if pack.cues.citing.search(line.text, line.sentence.start, e.start)]
    if quoted:
        return quoted[0]
    compilers = [e for e in cited if catalogue.agencies[e.value].kind != "outlet"]
    return (compilers or cited)[0]


def chain(cited: list[Event], catalogue: Catalogue) -> str:
    """Everybody credited in the sentence, relay by relay: 'Xinhua, citing Nikkei'."""
    names = list(dict.fromkeys(catalogue.agencies[e.value].attribution for e in cited))
    return " < ".join(names) if len(names) > 1 else ""


def _gap(a: Event, b: Event) -> int:
    return max(b.start - a.end, a.start - b.end)
