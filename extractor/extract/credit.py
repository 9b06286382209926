"""Who is credited for a sentence's figures: how a credit begins, carries on, is lent and ends."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue, Indicator
from extractor.domain.vocabulary import Status
from extractor.extract.discourse import Credited, Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, inferred, stated
from extractor.extract.polls import polled
from extractor.extract.speakers import NATIONAL, Speaker, another_countrys, heard, speaker
from extractor.languages import Pack

OFFICIAL = NATIONAL | {"association", "international"}


class Credit(NamedTuple):
    """Who is credited for one figure: the slot, the agency's row when one compiles, and the vintage."""

    attribution: Slot | None = None
    agency: Agency | None = None
    vintage: Slot | None = None


def attribute(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> None:
    """Take over whom a sentence credits, and the vintage that it names."""
    _give_back(line, discourse)
    agencies = heard(line, discourse, catalogue, pack)
    found = speaker(line, agencies, discourse, catalogue, pack)
    again = None
    if found is None:
        again = _paper_again(line, discourse, pack) or _office_again(line, discourse, catalogue, pack)
    if found is not None:
        _begin(found, line, discourse, catalogue, pack)
        discourse.by_forecast = False
    elif again is not None:
        _resume(again, line, discourse)
    else:
        _end(line, agencies, discourse, pack)
    if found is not None or again is not None:
        discourse.other_voice = -1
    elif discourse.attribution is not None and not agencies and _another_speaks(line, pack, discourse):
        discourse.other_voice = line.sentence.line
        discourse.widen()
    named = [
        a.value for a in agencies
        if catalogue.agencies[a.value].kind != "outlet" and not another_countrys(a, line, discourse, catalogue, pack)
    ]  # fmt: skip
    discourse.named_office = named[-1] if named else discourse.named_office
    if discourse.attribution is not None and not agencies and pack.cues.sets_goal.search(line.quote):
        discourse.goal_at = line.sentence.start
    _vintage(line, discourse, pack)


def _begin(found: Speaker, line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> None:
    """A sentence credits somebody by name: from here on the figures are theirs."""
    if found.code is None or discourse.agency != found.code:
        _lend(found, line, discourse, catalogue)
        discourse.compiled = set()
        discourse.vintage = None if discourse.attribution is not None else discourse.vintage
    elif discourse.credit_line not in {-1, line.sentence.line} and _other_release(line, discourse, catalogue):
        discourse.vintage = None
    discourse.agency, discourse.attribution = found.code, found.slot
    discourse.office_home = found.home if found.code is None else discourse.office_home
    discourse.foretells_line = line.sentence.line if found.foretells else -1
    row = catalogue.agencies.get(found.code or "")
    discourse.official = row.kind in OFFICIAL if row is not None else found.home is not None
    discourse.respondents = pack.cues.of_firms.search(line.quote) is not None
    discourse.covers, discourse.credit_line = families(line, catalogue), line.sentence.line
    if found.slot is not None and pack.cues.paper.search(line.quote):
        discourse.paper = Credited(found.code, found.slot, None)
    if found.code is not None and catalogue.agencies[found.code].kind != "outlet":
        discourse.named_office = found.code


def _other_release(line: Line, discourse: Discourse, catalogue: Catalogue) -> bool:
    """Whether an agency is credited anew, in a later paragraph, for what it was not credited for before."""
    about = families(line, catalogue)
    dated = any(e.figure is not None and e.figure.period_kind == "day" for e in line.of("PERIOD"))
    return dated and bool(about) and not about & (discourse.compiled | discourse.covers)


def _resume(again: tuple[str | None, Slot], line: Line, discourse: Discourse) -> None:
    """The office last named speaks again, as "the ministry"."""
    reports = discourse.agency == again[0] and not discourse.by_forecast
    if discourse.agency != again[0]:
        discourse.compiled, discourse.lent = set(), None
    discourse.agency, discourse.attribution = again
    discourse.credit_line = line.sentence.line
    discourse.by_forecast = not line.of("ISSUE") and not reports


def _end(line: Line, agencies: list[Event], discourse: Discourse, pack: Pack) -> None:
    """A later paragraph is about a survey that nobody is named for."""
    start = discourse.attribution.start if discourse.attribution is not None else None
    if agencies or not line.of("ISSUE") or start is None or "\n" not in line.text[start : line.sentence.start]:
        return
    if pack.cues.other_survey.search(line.text, line.sentence.start, line.sentence.end):
        discourse.agency, discourse.attribution = None, None
        discourse.compiled, discourse.covers = set(), frozenset()


def _lend(found: Speaker, line: Line, discourse: Discourse, catalogue: Catalogue) -> None:
    """A body that only forecasts speaks for its paragraph, an outlet for its sentence: whoever was credited before is
    kept for the next one."""
    row = catalogue.agencies.get(found.code or "")
    relays = row is not None and row.kind == "outlet" and discourse.agency is not None
    discourse.lent_sentence = line.sentence.start if relays else -1
    if discourse.attribution is None or not (found.foretells or relays):
        discourse.lent = None
    elif discourse.lent is None:
        kept = (discourse.agency, discourse.attribution, discourse.compiled, discourse.covers, discourse.vintage)
        discourse.lent = (line.sentence.line, kept)


def _give_back(line: Line, discourse: Discourse) -> None:
    """A new paragraph after a forecast is credited as the text before it was."""
    if discourse.lent is None or (discourse.lent[0] == line.sentence.line and discourse.lent_sentence < 0):
        return
    discourse.lent_sentence = -1
    kept, discourse.lent = discourse.lent[1], None
    discourse.agency, discourse.attribution, discourse.compiled, discourse.covers, discourse.vintage = kept


def _vintage(line: Line, discourse: Discourse, pack: Pack) -> None:
    """The vintage that a sentence names: of the release, where it stands in the paragraph that credits somebody, or in
    the next; else of the sentence alone, as is that of an earlier release (a flash estimate had indicated 1.8%)."""
    of_release = discourse.attribution is None or line.sentence.line - discourse.credit_line <= 1
    discourse.passing_vintage = None
    for event in line.of("VINTAGE"):
        if event.value == "revised" and discourse.passing_vintage is not None:
            continue  # a first estimate that revises the months before
        slot = stated(event.value, event.start, event.end)
        discourse.passing_vintage = slot
        earlier = pack.cues.had_been.search(line.text, event.end, line.sentence.end)
        if of_release and not earlier and not pack.cues.earlier_release.match(line.text, event.end, line.sentence.end):
            discourse.vintage = slot


def _paper_again(line: Line, discourse: Discourse, pack: Pack) -> tuple[str | None, Slot] | None:
    """Whoever issued the white paper or report that a sentence cites again."""
    known = discourse.paper
    found = pack.cues.document_again.search(line.text, line.sentence.start, line.sentence.end) if known else None
    if known is None or found is None:
        return None
    return known.code, stated(known.slot.value, found.start(), found.end(), "who issued the paper")


def _office_again(line: Line, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> tuple[str, Slot] | None:
    """The office last named, when the sentence says "the central bank" and reports or forecasts."""
    found = pack.cues.office_again.search(line.text, line.sentence.start, line.sentence.end)
    if found is None or discourse.named_office is None or not line.of("ISSUE", "FORECAST"):
        return None
    row = catalogue.agencies[discourse.named_office]
    wanted = [kind for kind, noun in pack.cues.office_kinds.items() if noun.search(found.group())]
    if wanted and row.kind not in wanted:
        known = [catalogue.agencies[code] for code in discourse.voices]
        row = next((r for r in reversed(known) if r.kind in wanted), row)
    firm = any(0 <= e.start - found.start() <= 1 for e in line.of("ANAPHOR"))
    if firm and row.kind != "central_bank" and (row.kind != "association" or discourse.entity is not None):
        return None
    return row.code, stated(row.attribution, found.start(), found.end(), "the office last named")


def _another_speaks(line: Line, pack: Pack, discourse: Discourse) -> bool:
    """Whether somebody whom the catalogue does not know speaks, or a government sets itself a target."""
    if any(polled(line, figure, pack) for figure in line.of("FIGURE")):
        return False
    text = line.text[line.sentence.start : line.sentence.end]
    if pack.cues.own_voice.search(text) is not None:
        return False
    start = discourse.attribution.start if discourse.attribution is not None else None
    earlier = start is None or start > line.sentence.start or "\n" in line.text[start : line.sentence.start]
    foretells = earlier and pack.cues.foretells.search(text) is not None
    return foretells or pack.cues.speaker.search(text) is not None


def credit_for(line: Line, discourse: Discourse, indicator: Indicator | None, catalogue: Catalogue) -> Credit:
    """The credit in force for a figure of an indicator.

    What the sentence itself credits holds for all of it. Of earlier sentences' agencies that one is meant which was
    credited for the same indicator; else the last, for what it compiles: customs for trade, no agency for a company's
    results.
    """
    slot, vintage = discourse.attribution, discourse.passing_vintage or discourse.vintage
    if slot is None:
        return Credit(vintage=vintage)
    row = catalogue.agencies.get(discourse.agency or "")
    if line.sentence.start <= (slot.start or 0) < line.sentence.end:
        if indicator is not None:
            discourse.compiled.add(family(indicator))
        return Credit(slot, compiling(row), vintage)
    if discourse.goal_at == line.sentence.start:
        return Credit(inferred(None, "a goal that is set, and no statistic"))
    if discourse.other_voice == line.sentence.line:
        return Credit(inferred(None, "somebody else speaks in this paragraph"))
    own = None
    if indicator is not None and discourse.lent is None and (slot.start or 0) < line.sentence.start:
        own = _own_compiler(indicator, discourse, catalogue)
    if own is not None and own.slot.value != slot.value and discourse.credit_line != line.sentence.line:
        return Credit(own.slot.passed_on(), compiling(catalogue.agencies.get(own.code or "")), own.vintage)
    ahead = (slot.start or 0) >= line.sentence.end
    if ahead and indicator is not None and discourse.covers and family(indicator) not in discourse.covers:
        return _soon(indicator, discourse, catalogue)
    told = discourse.soon.get(family(indicator)) if ahead and indicator is not None else None
    if told is not None and told.slot.value != slot.value and not discourse.covers:
        return Credit(told.slot.passed_on(), compiling(catalogue.agencies.get(told.code or "")), told.vintage)
    ahead = ahead and indicator is not None and compiling(row) is not None and family(indicator) in discourse.covers
    if indicator is not None and not ahead and not _compiles(row, indicator, line, discourse):
        return Credit()
    return Credit(slot.passed_on(), compiling(row), vintage)


def _soon(indicator: Indicator, discourse: Discourse, catalogue: Catalogue) -> Credit:
    """Whom the text credits later for what its headline measures."""
    told = discourse.soon.get(family(indicator))
    if told is None:
        return Credit()
    return Credit(told.slot.passed_on(), compiling(catalogue.agencies.get(told.code or "")), told.vintage)


def _own_compiler(indicator: Indicator, discourse: Discourse, catalogue: Catalogue) -> Credited | None:
    """Who was credited for an indicator before somebody else spoke, or whose own it is of those credited."""
    own = discourse.credited.get(family(indicator))
    if own is not None:
        return own
    for code, voice in discourse.voices.items():
        if indicator.code in catalogue.agencies[code].compiles:
            return voice
    return None


def remember(line: Line, discourse: Discourse, indicator: Indicator | None, credit: Credit, told: Status) -> None:
    """Keep who was credited in so many words for what a figure measures, but for forecasts."""
    slot = credit.attribution
    if slot is None or slot.value is None or slot.how != "stated" or told == "anticipated":
        return
    if line.sentence.start <= (slot.start or 0) < line.sentence.end and discourse.attribution is slot:
        voice = Credited(discourse.agency, slot, credit.vintage)
        if discourse.agency is not None:
            discourse.voices[discourse.agency] = voice
        if indicator is not None:
            discourse.credited[family(indicator)] = voice


def families(line: Line, catalogue: Catalogue) -> frozenset[str]:
    """What a sentence that credits an agency is about: a headline about something else is not credited to it."""
    named = {family(catalogue.indicators[e.value]) for e in line.of("INDICATOR")}
    return frozenset(named | ({"trade"} if line.of("FLOW") else set()))


def family(indicator: Indicator) -> str:
    """What one release covers together: all of trade, or the one indicator."""
    return "trade" if indicator.trade else indicator.code


def compiling(row: Agency | None) -> Agency | None:
    """The agency, when it compiles rather than relays."""
    return row if row is not None and row.kind != "outlet" else None


def _compiles(row: Agency | None, indicator: Indicator, line: Line, discourse: Discourse) -> bool:
    """Whether an agency of an earlier sentence stands behind this indicator too: customs behind trade, others
    behind what they have not been seen to cover, but for companies' results and the markets' prices."""
    known = family(indicator) in discourse.compiled or family(indicator) in discourse.covers
    if row is not None and row.kind == "customs":
        return indicator.trade or known or (indicator.subject == "currency" and "trade" in discourse.compiled)
    if (
        row is not None
        and row.kind == "central_bank"
        and indicator.rate
        and discourse.credit_line == line.sentence.line
    ):
        return True
    countries = discourse.entity is None and not indicator.daily
    market = row is not None and row.kind == "association" and row.place is None and row.code in discourse.voices
    if indicator.subject == "company" and (discourse.of_all_firms or countries or market):
        return True
    return indicator.subject in {"economy", "maker"} and (not indicator.daily or known)
