"""Who is credited for a sentence's figures, and how firmly they are asserted."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue, Indicator
from extractor.extract.bodies import Body, body
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, inferred, stated, value
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
from extractor.extract.polls import only_asked, polled
from extractor.languages import Pack

HEAD = 4
"""An agency this close to the start of its sentence is the subject of it."""
VERB = 12
"""How far behind the agency its verb of forecasting stands: the BOJ now expects."""
REACH = 90
"""How far, in characters, a verb of saying may stand from the agency that says it."""


def attribute(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> None:
    """Take over the agency that a sentence credits, and the vintage that it names."""
    agencies = [a for a in line.of("AGENCY") if not within_name(line, a, pack)]
    issues = line.of("ISSUE")
    agencies = [a for a in agencies if not only_asked(line, a, pack) and not _in_quotes(line, a)]
    agencies = without_generic(line, agencies, pack)
    agencies = [meant(a, discourse, catalogue, pack) for a in agencies]
    _give_back(line, discourse)
    cited = [a for a in agencies if any(_gap(a, i) <= REACH for i in issues) or _forecasts(line, a)]
    cited = [a for a in cited if not in_dateline(line, a, pack) and not sets_goal(line, a, discourse, pack)]
    branch = branch_office(line, cited, pack, catalogue)
    if branch is not None:
        cited = []
    if any(_another_countrys(a, line, discourse, catalogue, pack) for a in cited):
        first, cited, own = cited[0], [], _namesake(cited[0], discourse, catalogue)
        discourse.agency = discourse.named_office = own.code if own is not None else None
        written = first.item.text if first.item is not None and pack.joins_words else None
        discourse.attribution = (
            stated(own.attribution if own else written, first.start, first.end) if own or written else None
        )
        discourse.compiled, discourse.covers = set(), _families(line, catalogue)
    office = Body(None, *branch) if branch else _office(line, discourse, catalogue, pack) if issues and not cited else None
    if office is not None:
        discourse.agency, discourse.attribution = office.code, office.slot
        discourse.office_home = office.home
        discourse.compiled, discourse.covers = set(), _families(line, catalogue)
    if cited:
        event = _primary(cited, catalogue)
        row = catalogue.agencies[event.value]
        if discourse.agency != row.code:
            _lend(line, event, discourse)
            discourse.compiled = set()
            discourse.vintage = None if discourse.agency is not None else discourse.vintage
        discourse.agency = row.code
        discourse.attribution = stated(row.attribution, event.start, event.end, chain(cited, catalogue))
        discourse.covers = _families(line, catalogue)
    again = None if cited or office is not None else _office_again(line, discourse, catalogue, pack)
    named = [
        a.value for a in agencies
        if catalogue.agencies[a.value].kind != "outlet" and not _another_countrys(a, line, discourse, catalogue, pack)
    ]  # fmt: skip
    discourse.named_office = named[-1] if named else discourse.named_office
    reports = again is not None and discourse.agency == again[0] and not discourse.by_forecast
    if again is not None:
        discourse.agency, discourse.attribution = again[0], again[1]
    if cited or office is not None or again is not None:
        discourse.by_forecast = again is not None and not issues and not reports
    if cited or office is not None or again is not None:
        discourse.other_voice = -1
    elif discourse.attribution is not None and not agencies and _another_speaks(line, pack):
        discourse.other_voice = line.sentence.line
        discourse.widen()
    for event in line.of("VINTAGE"):
        discourse.vintage = stated(event.value, event.start, event.end)


def _lend(line: Line, event: Event, discourse: Discourse) -> None:
    """A body that only forecasts speaks for its paragraph: whoever was credited before is kept for the next one."""
    said = any(0 <= i.start - event.end <= VERB for i in line.of("ISSUE"))
    if discourse.attribution is None or said or not _forecasts(line, event):
        discourse.lent = None
    elif discourse.lent is None:
        kept = (discourse.agency, discourse.attribution, discourse.compiled, discourse.covers, discourse.vintage)
        discourse.lent = (line.sentence.line, kept)


def _give_back(line: Line, discourse: Discourse) -> None:
    """A new paragraph after a forecast is credited as the text before it was."""
    if discourse.lent is None or discourse.lent[0] == line.sentence.line:
        return
    kept, discourse.lent = discourse.lent[1], None
    discourse.agency, discourse.attribution, discourse.compiled, discourse.covers, discourse.vintage = kept


def _office_again(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> tuple[str, Slot] | None:
    """The office last named, when the sentence says "the central bank" and reports or forecasts."""
    found = pack.cues.office_again.search(line.text, line.sentence.start, line.sentence.end)
    if found is None or discourse.named_office is None or not line.of("ISSUE", "FORECAST"):
        return None
    row = catalogue.agencies[discourse.named_office]
    return row.code, stated(row.attribution, found.start(), found.end(), "the office last named")


def _in_quotes(line: Line, agency: Event) -> bool:
    """Whether an agency is only spoken of, in somebody else's words."""
    before = line.text[line.sentence.start : agency.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _another_speaks(line: Line, pack: Pack) -> bool:
    """Whether somebody whom the catalogue does not know speaks, or a government sets itself a target."""
    if any(polled(line, figure, pack) for figure in line.of("FIGURE")):
        return False
    text = line.text[line.sentence.start : line.sentence.end]
    return pack.cues.speaker.search(text) is not None and pack.cues.own_voice.search(text) is None


def _another_countrys(agency: Event, line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> bool:
    """Whether a bare "Commerce Ministry" stands in a text about another country than that of the row of that name."""
    row = catalogue.agencies[agency.value]
    if row.kind in NATIONAL and row.place is not None and of_another(line, agency, row.place):
        return True
    reporter = value(discourse.base, "reporter")
    if row.kind not in NATIONAL or row.place is None or reporter in {None, row.place} or agency.item is None:
        return False
    place = catalogue.places[row.place]
    names = [n.lower() for group in (place.names, place.adjectives) for words in group.values() for n in words]
    words = agency.item.text.lower()
    if any(name in words for name in (*names, *place.short.values())) or any(
        e.value == row.place for e in line.of("PLACE")
    ):
        return False
    return shared(agency, pack)


def _namesake(agency: Event, discourse: Discourse, catalogue: Catalogue) -> Agency | None:
    """The office of that name in the country that the text is about: Ministry of Finance (Taiwan)."""
    home, words = value(discourse.base, "reporter"), agency.item.text.lower() if agency.item else ""
    rows = [row for row in catalogue.agencies.values() if row.place == home and row.kind in NATIONAL] if words else []
    words = words.removeprefix("the ")
    if words.endswith(" ministry"):
        words = f"ministry of {words.removesuffix(' ministry')}"
    by_attribution = next((row for row in rows if row.attribution.lower().startswith(f"{words} (")), None)
    named = (row for row in rows if any(n.lower().endswith(words) for names in row.names.values() for n in names))
    return by_attribution or next(named, None)


def _office(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> Body | None:
    """An office, or another body, that no name of the catalogue's stands for."""
    known = body(line, value(discourse.base, "reporter"), catalogue, pack)
    if known is not None and known.home is not None:
        return known
    unknown = _unknown_office(line, pack)
    return Body(None, *unknown) if unknown is not None else known


def _unknown_office(line: Line, pack: Pack) -> tuple[Slot, str] | None:
    """The office of a country that the catalogue has no row for, as the sentence writes it, and the country:
    ベトナム統計総局."""
    for event in line.of("PLACE"):
        named = pack.cues.office.match(line.text, event.end)
        if named is not None:
            text = line.text[event.start : named.end()]
            reason = "an office that agencies.toml has no row for, as written"
            return stated(text, event.start, named.end(), reason), event.value
    return None


NATIONAL = frozenset({"customs", "statistics", "central_bank", "ministry"})


def _forecasts(line: Line, agency: Event) -> bool:
    """Whether a word of forecasting follows the agency at once (IMF预计), or it opens a sentence that forecasts."""
    opens = agency.start - line.sentence.start <= HEAD
    words = [e for e in line.of("FORECAST") if e.value != "to_come"]
    return (opens and bool(words)) or any(0 <= e.start - agency.end <= VERB for e in words)


def _primary(cited: list[Event], catalogue: Catalogue) -> Event:
    """The body that compiled comes before the outlet that relays it."""
    compilers = [e for e in cited if catalogue.agencies[e.value].kind != "outlet"]
    return (compilers or cited)[0]


def chain(cited: list[Event], catalogue: Catalogue) -> str:
    """Everybody credited in the sentence, relay by relay: 'Xinhua, citing Nikkei'."""
    names = list(dict.fromkeys(catalogue.agencies[e.value].attribution for e in cited))
    return " < ".join(names) if len(names) > 1 else ""


def _gap(a: Event, b: Event) -> int:
    return max(b.start - a.end, a.start - b.end)


class Credit(NamedTuple):
    """Who is credited for one figure: the slot, the agency's row when one compiles, and the vintage."""

    attribution: Slot | None = None
    agency: Agency | None = None
    vintage: Slot | None = None


def credit_for(line: Line, discourse: Discourse, indicator: Indicator | None, catalogue: Catalogue) -> Credit:
    """The credit in force for a figure of an indicator.

    What the sentence itself credits holds for all of it. An agency of an earlier sentence holds for what it
    compiles: customs for trade, no agency for a company's results.
    """
    slot = discourse.attribution
    if slot is None:
        return Credit(vintage=discourse.vintage)
    row = catalogue.agencies.get(discourse.agency or "")
    if line.sentence.start <= (slot.start or 0) < line.sentence.end:
        if indicator is not None:
            discourse.compiled.add(family(indicator))
        return Credit(slot, compiling(row), discourse.vintage)
    if discourse.other_voice == line.sentence.line:
        return Credit(inferred(None, "somebody else speaks in this paragraph"))
    ahead = (slot.start or 0) >= line.sentence.end
    if ahead and indicator is not None and discourse.covers and family(indicator) not in discourse.covers:
        return Credit()
    ahead = ahead and indicator is not None and compiling(row) is not None and family(indicator) in discourse.covers
    if indicator is not None and not ahead and not _compiles(row, indicator, discourse):
        return Credit()
    return Credit(slot.passed_on(), compiling(row), discourse.vintage)


def _families(line: Line, catalogue: Catalogue) -> frozenset[str]:
    """What a sentence that credits an agency is about: a headline about something else is not credited to it."""
    named = {family(catalogue.indicators[e.value]) for e in line.of("INDICATOR")}
    return frozenset(named | ({"trade"} if line.of("FLOW") else set()))


def family(indicator: Indicator) -> str:
    """What one release covers together: all of trade, or the one indicator."""
    return "trade" if indicator.trade else indicator.code


def compiling(row: Agency | None) -> Agency | None:
    """The agency, when it compiles rather than relays."""
    return row if row is not None and row.kind != "outlet" else None


def _compiles(row: Agency | None, indicator: Indicator, discourse: Discourse) -> bool:
    """Whether an agency of an earlier sentence stands behind this indicator too: customs behind trade, others
    behind what they have not been seen to cover, but for companies' results and the markets' prices."""
    if row is not None and row.kind == "customs":
        known = indicator.trade or family(indicator) in discourse.compiled
        return known or (indicator.subject == "currency" and "trade" in discourse.compiled)
    if row is not None and row.kind == "central_bank" and indicator.rate:
        return True
    if indicator.subject == "company" and discourse.of_all_firms:
        return True
    return indicator.subject in {"economy", "maker"} and (
        not indicator.daily or family(indicator) in discourse.compiled
    )
