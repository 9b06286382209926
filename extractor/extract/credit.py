"""Who is credited for a sentence's figures, and how firmly they are asserted."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue, Indicator
from extractor.domain.vocabulary import Status
from extractor.extract.bodies import Body, body
from extractor.extract.change import clause_start, is_base
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of, once
from extractor.extract.frame import Slot, inferred, stated, value
from extractor.extract.offices import branch_office, in_dateline, meant, sets_goal, shared, without_generic
from extractor.languages import Pack

LEAD_UP = 160
"""How far before a figure the words of a poll begin."""
BODY = 3
"""From which line on a vintage is that of its own paragraph."""
HEAD = 4
"""An agency this close to the start of its sentence is the subject of it."""
PAIR = 12
"""How far behind its base a level stands: from 2.5% to 27.5%."""
VERB = 12
"""How far behind the agency its verb of forecasting stands: the BOJ now expects."""
REACH = 90
"""How far, in characters, a verb of saying may stand from the agency that says it."""


def attribute(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> None:
    """Take over the agency that a sentence credits, and the vintage that it names."""
    agencies = line.of("AGENCY")
    issues = line.of("ISSUE")
    agencies = without_generic(
        line, [a for a in agencies if not _only_asked(line, a, pack, catalogue) and not _in_quotes(line, a)], pack
    )
    agencies = [meant(a, discourse, catalogue, pack) for a in agencies]
    _give_back(line, discourse)
    cited = [
        a
        for a in agencies
        if any(_gap(a, i) <= REACH for i in issues) or _forecasts(line, a) or _decides(line, a, catalogue, pack)
    ]
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
    office = Body(None, *branch) if branch is not None else None
    if office is None and issues and not cited:
        office = _office(line, discourse, catalogue, pack)
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
    if discourse.earlier_vintage is not None:
        discourse.vintage, discourse.earlier_vintage = discourse.earlier_vintage[0], None
    if discourse.passing_vintage is not None and discourse.passing_vintage[0] != line.sentence.line:
        discourse.vintage, discourse.passing_vintage = discourse.passing_vintage[1], None
    for event in line.of("VINTAGE"):
        if pack.cues.had_been.search(line.text, event.end, line.sentence.end):
            discourse.earlier_vintage = (discourse.vintage,)
        if line.sentence.line >= BODY and not pack.joins_words and not cited and discourse.passing_vintage is None:
            discourse.passing_vintage = (line.sentence.line, discourse.vintage)
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


def _only_asked(line: Line, agency: Event, pack: Pack, catalogue: Catalogue) -> bool:
    """Whether an outlet stands in the sentence for its poll alone."""
    if catalogue.agencies[agency.value].polls and any(polled(line, f, pack) for f in line.of("FIGURE")):
        return True
    before = line.text[max(line.sentence.start, agency.start - 24) : agency.start]
    after = line.text[agency.end : agency.end + 24]
    return pack.cues.poll_owner.search(before) is not None or pack.cues.poll_owner.search(after) is not None


def _another_speaks(line: Line, pack: Pack) -> bool:
    """Whether somebody whom the catalogue does not know speaks, or a government sets itself a target."""
    if any(polled(line, figure, pack) for figure in line.of("FIGURE")):
        return False
    text = line.text[line.sentence.start : line.sentence.end]
    return pack.cues.speaker.search(text) is not None and pack.cues.own_voice.search(text) is None


def _another_countrys(agency: Event, line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> bool:
    """Whether a bare "Commerce Ministry" stands in a text about another country than that of the row of that name."""
    row = catalogue.agencies[agency.value]
    if row.kind in NATIONAL and row.place is not None and _of_another(line, agency, row.place):
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


def _of_another(line: Line, agency: Event, home: str) -> bool:
    """Whether another country stands right before an agency's name: 越南国家统计局 is not China's."""
    before = [e for e in line.of("PLACE") if e.end <= agency.start and OWNER.fullmatch(line.text, e.end, agency.start)]
    return bool(before) and before[-1].value != home


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


OWNER = re.compile(r"['’]s? ?|の|\s?")
NATIONAL = frozenset({"customs", "statistics", "central_bank", "ministry"})


def _forecasts(line: Line, agency: Event) -> bool:
    """Whether a word of forecasting follows the agency at once (IMF预计), or it opens a sentence that forecasts."""
    opens = agency.start - line.sentence.start <= HEAD
    words = [e for e in line.of("FORECAST") if e.value != "to_come"]
    return (opens and bool(words)) or any(0 <= e.start - agency.end <= VERB for e in words)


def _decides(line: Line, agency: Event, catalogue: Catalogue, pack: Pack) -> bool:
    """Whether a central bank sets its rate: 日本银行7月31日决定将政策利率提高至0.25%."""
    bank = catalogue.agencies[agency.value].kind == "central_bank"
    return bank and pack.cues.decides.match(line.text, agency.end, line.sentence.end) is not None


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
    countries = discourse.entity is None and not indicator.daily
    if indicator.subject == "company" and (discourse.of_all_firms or countries):
        return True
    return indicator.subject in {"economy", "maker"} and (
        not indicator.daily or family(indicator) in discourse.compiled | discourse.covers
    )


RUN, MOST_IN_RUN = 8, 8
"""How far apart, in characters, figures of one run stand, and how many they are at most."""


def _leads(line: Line, figure: Event) -> Event:
    """The figure that leads a run joined by nothing but words of direction: 下降34.9%，降至3.1万亿日元."""
    figures = [e for e in line.of("FIGURE") if e.end <= figure.start][-MOST_IN_RUN:]
    while figures:
        end = figures[-1].end
        if figure.start - end > RUN:
            break
        at = bisect_left(line.events, end, key=lambda e: e.start)
        if {e.cls for e in line.events[at : at + RUN] if e.end <= figure.start} - {"MOVE"}:
            break
        figure = figures.pop()
    return figure


@once
def polled(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure is what a poll or the market expected: no agency stands behind it."""
    if kind_of(figure) in {"rank", "streak"}:
        return False
    start = max(line.sentence.start, figure.start - LEAD_UP)
    before = pack.cues.poll.search(line.text, start, figure.start)
    return before is not None or pack.cues.polled.match(line.text, figure.end, line.sentence.end) is not None


def pollster(line: Line, figure: Event, pack: Pack, catalogue: Catalogue) -> Slot | None:
    """The outlet that asked: economists polled by Reuters."""
    near = [a for a in line.of("AGENCY") if abs(a.start - figure.start) <= LEAD_UP]
    asked = [a for a in near if _only_asked(line, a, pack, catalogue)]
    if not asked:
        return None
    return stated(catalogue.agencies[asked[0].value].attribution, asked[0].start, asked[0].end, "whose poll it is")


OWN_VERB = ("MOVE", "ISSUE", "FORECAST", "COMPARE", "SHARE", "FLOW", "INDICATOR")


def _verb_start(line: Line, figure: Event, pack: Pack) -> int:
    """Where the clause begins whose verb a figure stands under: "growth of 3 percent for 2025 and 3.1 percent for 2026"
    is one forecast."""
    begin = clause_start(line, figure, pack)
    for _ in range(MOST_IN_RUN):
        earlier = [e for e in line.of("FIGURE") if e.end <= begin]
        joined = line.text.endswith((*pack.cues.also, ","), 0, begin) and pack.joins_words
        if not earlier or not joined or any(begin <= e.start and e.end <= figure.start for e in line.of(*OWN_VERB)):
            break
        if kind_of(earlier[-1]) != kind_of(figure):
            break
        figure = earlier[-1]
        begin = clause_start(line, figure, pack)
    return begin


def _level_of(line: Line, base: Event) -> Event | None:
    """The level that goes with the base of a change: right after it (from 2.5% to 27.5%), else the last before it."""
    same = [e for e in line.of("FIGURE") if kind_of(e) == kind_of(base) and e is not base]
    near = (e for e in same if 0 <= e.start - base.end <= PAIR and "、" not in line.between(base, e))
    after = next(near, None)
    return after or next((e for e in reversed(same) if e.end <= base.start), None)


def _part_end(line: Line, figure: Event, pack: Pack) -> int:
    """Where a headline's part ends that a blank sets apart (1966億円 通期は上方修正); a sentence is one part."""
    blank = HEADLINE_BREAK.search(line.text, figure.end, line.sentence.end) if line.sentence.start == 0 else None
    return blank.start() if blank is not None and not pack.joins_words else line.sentence.end


HEADLINE_BREAK = re.compile("[ \u3000]")
OWN_GAP = 4
"""How far behind a word of forecasting the figure stands that is its own: 政府目標の5.2％."""


def _of_next(line: Line, forecast: Event) -> bool:
    """Whether a forecast is of the figure right behind it, not of those before: 5.03％で、政府目標の5.2％を下回る."""
    after = next((e for e in line.events if e.start >= forecast.end), None)
    return after is not None and after.cls == "FIGURE" and after.start - forecast.end <= OWN_GAP


def goes_on(discourse: Discourse, line: Line, found: Status) -> Status:
    """The status of a figure; the parts of a forecast are forecasts: 其中…, うち…, of which."""
    opens = any(e.start - line.sentence.start <= 1 for e in line.of("OPEN"))
    if opens and discourse.status == "anticipated" and found in {"asserted", "attributed"}:
        return "anticipated"
    if not opens and line.sentence.start != discourse.spoken:
        discourse.status, discourse.spoken = found, line.sentence.start
    return found


def _listed_ahead(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure stands in the list of what a verb of forecasting foresees: it sees sales of 1.9 trillion yen, a
    63.1% increase, operating profit of 320 billion yen, up 13.3%. A verb of its own ends the list."""
    if not pack.joins_words:
        return False
    begun = [e for e in line.of("FORECAST") if e.end <= figure.start]
    return bool(begun) and pack.cues.list_ends.search(line.text, begun[-1].end, figure.start) is None


def _held_against(line: Line, figure: Event, forecast: Event, pack: Pack) -> bool:
    """Whether a forecast after a figure is what it is held against (49.5% of the target), or is of a later figure."""
    if forecast.start < figure.end:
        return False
    if pack.cues.goal_lead.fullmatch(line.text, figure.end, forecast.start):
        return True
    return not pack.cues.move_after and any(
        figure.end <= e.start and e.end <= forecast.start for e in line.of("FIGURE")
    )


def status(
    line: Line, figure: Event, pack: Pack, credit: Credit, marks: tuple[str, ...], answers: bool = False
) -> Status:
    """AI text first, then forecasts in the figure's clause, then the vintage, then attribution; what `answers` of a
    survey expect is no forecast of the text's."""
    if "ai_generated" in marks:
        return "ai_generated"
    if answers:
        return "attributed" if credit.attribution is not None and credit.attribution.value is not None else "asserted"
    if polled(line, figure, pack):
        return "anticipated"
    if line.of("FORECAST") and _forecast(line, figure, pack):
        return "anticipated"
    if line.sentence.start == 0 and pack.cues.future.search(line.text[: figure.start]):
        return "anticipated"
    if line.of("FORECAST") and is_base(line, figure, pack):
        level = _level_of(line, figure)
        if level is not None and status(line, level, pack, Credit(), ()) == "anticipated":
            return "anticipated"
    if credit.vintage is not None and credit.vintage.value == "flash":
        return "preliminary"
    credited = credit.attribution is not None and credit.attribution.value is not None
    return "attributed" if credited else "asserted"


def _forecast(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a word of forecasting stands in the figure's clause, or leads up to the rest of the sentence."""
    begin = _verb_start(line, _leads(line, figure), pack)
    stop = pack.cues.clause_break.search(line.text, figure.end, line.sentence.end)
    end = stop.start() if stop is not None and not pack.cues.move_after else _part_end(line, figure, pack)
    words = line.of("FORECAST")
    near = [e for e in words if begin <= e.start < end and abs(e.start - figure.start) < REACH]
    near = [e for e in near if e.end <= figure.start or not _of_next(line, e)]
    if any(not _held_against(line, figure, e, pack) for e in near):
        return True
    if not pack.joins_words and any(e.start - line.sentence.start <= 1 and e.end <= figure.start for e in words):
        return True  # 预计…；… : all of the sentence is foreseen
    return any(e.end <= figure.start and line.text[e.end] in "，：" for e in words) or _listed_ahead(line, figure, pack)
