"""Who is credited without a name of the catalogue's: an office of the text's own country, a body written in full."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated
from extractor.extract.offices import OWNER
from extractor.languages import Pack

NEAR = 40
"""How far, in characters, a verb of saying may stand from the office that says it."""
WRITTEN = "a body that agencies.toml has no row for, as written"


class Body(NamedTuple):
    """Who is credited: the row's code, when there is one, the slot, and the country whose office it is."""

    code: str | None
    slot: Slot
    home: str | None


def body(line: Line, home: str | None, catalogue: Catalogue, pack: Pack) -> Body | None:
    """The office of a country that a sentence credits by its kind (the statistics office, Germany's central bank), or
    a body that it writes in full (the Shanghai Shipping Exchange)."""
    if not line.of("ISSUE"):
        return None
    return _office(line, home, catalogue, pack) or _named(line, home, pack)


def _office(line: Line, home: str | None, catalogue: Catalogue, pack: Pack) -> Body | None:
    for key, pattern in pack.cues.own_office.items():
        found = pattern.search(line.text, line.sentence.start, line.sentence.end)
        if found is None or not _says(line, *found.span()):
            continue
        owner = _owner(line, found.start())
        country = owner.value if owner is not None else _measured(line, found.end()) or home
        row = _row(catalogue, country, key, found.group()) if country is not None else None
        if row is not None:
            slot = stated(row.attribution, found.start(), found.end(), f"the office of {country}: {row.code}")
            return Body(row.code, slot, country)
    return None


def _owner(line: Line, start: int) -> Event | None:
    """The country right before an office: ベトナムの統計総局, Cambodia's customs."""
    before = line.last(start, "PLACE")
    return before if before is not None and OWNER.fullmatch(line.text, before.end, start) else None


def _measured(line: Line, start: int) -> str | None:
    """The country that stands right before what is measured, behind the office: (customs data show that) Chinese exports."""
    for event in line.of("PLACE"):
        if event.start >= start and any(0 <= e.start - event.end <= OWN for e in line.of("FLOW", "INDICATOR")):
            return event.value
    return None


OWN = 3
"""How far a country may stand from what is its own: China's exports."""


def _row(catalogue: Catalogue, country: str, key: str, words: str) -> Agency | None:
    """The country's one office of a kind; a ministry by the word that tells it from the others."""
    kind, _, word = key.partition(":")
    rows = [r for r in catalogue.agencies.values() if r.place == country and r.kind in {kind, "customs"}]
    if kind == "ministry":
        told = [word] if word else [w for w in words.lower().removeprefix("the ").split() if w not in {"ministry", "of"}]
        rows = [r for r in rows if any(w in _words(r) for w in told)]
    else:
        rows = [r for r in rows if r.kind == kind]
    return rows[0] if len(rows) == 1 else None


def _words(row: Agency) -> frozenset[str]:
    return frozenset(row.attribution.lower().replace(",", " ").split())


def _named(line: Line, home: str | None, pack: Pack) -> Body | None:
    """A body as written, with the country right before it: ベトナム計画投資省外国投資庁, Laos' Ministry of Commerce."""
    for found in pack.cues.body.finditer(line.text, line.sentence.start, line.sentence.end):
        group = "name" if found.group("name") else "later"
        start, end = found.span(group)
        if any(e.start < end and start < e.end for e in line.of("AGENCY", "FIGURE", "PERIOD")):
            continue
        owner = _owner(line, start) or next((e for e in line.of("PLACE") if e.start == start and e.end < end), None)
        start = min(start, owner.start) if owner is not None else start
        country = owner.value if owner is not None else home if pack.cues.of_state.search(line.text[start:end]) else None
        return Body(None, stated(line.text[start:end], start, end, WRITTEN), country)
    return None


def _says(line: Line, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside a name."""
    return any(max(i.start - end, start - i.end) <= NEAR for i in line.of("ISSUE"))


def office_of_country(line: Line, pack: Pack) -> Body | None:
    """The office of a country that the catalogue has no row for, as the sentence writes it: ベトナム統計総局."""
    for event in line.of("PLACE"):
        found = pack.cues.office.match(line.text, event.end)
        if found is not None:
            text = line.text[event.start : found.end()]
            reason = "an office that agencies.toml has no row for, as written"
            return Body(None, stated(text, event.start, found.end(), reason), event.value)
    return None
