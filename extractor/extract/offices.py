"""Offices: by names that many share (央行, Ministry of Finance), by their branches, and where a name is no credit."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated
from extractor.languages import Pack, everywhere

BRANCH = 10
"""How much of a branch's name, in characters, may stand around its region: 海关总署广东分署."""


def shared(agency: Event, pack: Pack) -> bool:
    """Whether an agency is named as many countries' are."""
    return agency.item is not None and agency.item.text.lower() in pack.cues.shared_offices


def without_generic(line: Line, agencies: list[Event], pack: Pack) -> list[Event]:
    """Without a name that many countries share, right behind the full name of one: 澳大利亚储备银行（央行）."""
    return [
        a for n, a in enumerate(agencies)
        if not (n and shared(a, pack) and line.between(agencies[n - 1], a) in {"（", "("})
    ]  # fmt: skip


def owned_by(line: Line, end: int, start: int) -> bool:
    """Whether a country that ends at one place owns the office that begins at another: 日本の税関."""
    return everywhere("office_owner").fullmatch(line.text, end, start) is not None


def of_another(line: Line, agency: Event, home: str | None) -> bool:
    """Whether another country stands right before an agency's name: 越南国家统计局 is not China's."""
    before = [e for e in line.of("PLACE") if e.end <= agency.start and owned_by(line, e.end, agency.start)]
    return bool(before) and before[-1].value != home


def within_name(line: Line, agency: Event, pack: Pack) -> bool:
    """Whether an agency's name is the end of a longer one that no row has: 計画投資省 is no 投資省."""
    if line.text[agency.start].isascii() or not pack.cues.longer_name.match(line.text, agency.start - 1, agency.start):
        return False
    return not any(e.end == agency.start and e.cls != "UNIT" for e in line.events)


def meant(agency: Event, discourse: Discourse, catalogue: Catalogue, pack: Pack) -> Event:
    """The office that a shared name means: the one of its kind that the text named last (日本银行 ... 央行)."""
    last = catalogue.agencies.get(discourse.named_office or "")
    if last is None or last.place is None or not shared(agency, pack):
        return agency
    row = catalogue.agencies[agency.value]
    same = last.kind == row.kind and last.place != row.place and last.kind == "central_bank"
    return agency._replace(value=last.code) if same else agency


def in_dateline(line: Line, agency: Event, pack: Pack) -> bool:
    """Whether an outlet is named by the dateline alone: 新华社北京1月12日电, 【日经中文网】."""
    dateline = pack.cues.dateline.match(line.text, line.sentence.start)
    return dateline is not None and agency.end <= dateline.end()


def sets_goal(line: Line, agency: Event, discourse: Discourse, pack: Pack) -> bool:
    """Whether who is named only set a goal, in a text that credits another: 日本政府提出的“5万亿日元”的目标."""
    other = discourse.attribution is not None and discourse.agency != agency.value
    return other and pack.cues.goal_set.match(line.text, agency.end, line.sentence.end) is not None


def branch_office(line: Line, cited: list[Event], pack: Pack, catalogue: Catalogue) -> tuple[Slot, str | None] | None:
    """The regional branch of an office as the sentence writes it, and its region: 成都海关, 海关总署广东分署."""
    for agency in cited:
        city = (
            pack.cues.city_office.search(line.text, line.sentence.start, agency.start) if shared(agency, pack) else None
        )
        if city is not None and not any(
            e.end > city.start(1) and e.end <= agency.start for e in line.of("PLACE", "AGENCY")
        ):
            return _written(line, city.start(1), agency.end, pack), None
        row = catalogue.agencies[agency.value]
        for place in line.of("PLACE"):
            region = catalogue.places[place.value]
            if row.place is None or row.place not in region.parents or row.place == place.value:
                continue
            start, end = min(place.start, agency.start), max(place.end, agency.end)
            if max(place.start, agency.start) != min(place.end, agency.end):
                continue
            tail = pack.cues.branch.match(line.text, end, end + BRANCH)
            if place.start < agency.start or tail is not None:
                return _written(line, start, tail.end() if tail is not None else end, pack), place.value
    return None


def _written(line: Line, start: int, end: int, pack: Pack) -> Slot:
    """The office's name as written, without its figures: 浙江海关 | 统计."""
    figures = pack.cues.not_office.search(line.text, start, end)
    end = figures.start() if figures is not None else end
    return stated(line.text[start:end], start, end, "a regional office, as written")
