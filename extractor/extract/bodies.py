"""Who is credited without a name of the catalogue's: an office of the text's own country, a body written in full."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated
from extractor.extract.offices import owned_by
from extractor.languages import Pack

AT_ONCE = 12
"""How far behind an office its verb of forecasting stands."""
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
    home = home or _only_country(line, catalogue)
    return _office(line, home, catalogue, pack) or _named(line, home, catalogue, pack)


def _office(line: Line, home: str | None, catalogue: Catalogue, pack: Pack) -> Body | None:
    for key, pattern in pack.cues.own_office.items():
        found = pattern.search(line.text, line.sentence.start, line.sentence.end)
        if found is None or not _says(line, *found.span()):
            continue
        owner = _owner(line, found.start())
        measured_of = measured(line, found.end()) or measured(line, line.sentence.start)
        country = _country_of(owner.value if owner is not None else measured_of or home, catalogue)
        row = _row(catalogue, country, key, found.group()) if country is not None else None
        if row is not None:
            slot = stated(row.attribution, found.start(), found.end(), f"the office of {country}: {row.code}")
            return Body(row.code, slot, country)
    return None


def _only_country(line: Line, catalogue: Catalogue) -> str | None:
    """The one country that a sentence names."""
    named = {e.value for e in line.of("PLACE")}
    first = next(iter(named)) if len(named) == 1 else None
    return first if first is not None and catalogue.places[first].kind in {"country", "territory"} else None


def _owner(line: Line, start: int) -> Event | None:
    """The country right before an office: ベトナムの統計総局, Cambodia's customs."""
    before = line.last(start, "PLACE")
    return before if before is not None and owned_by(line, before.end, start) else None


def measured(line: Line, start: int) -> str | None:
    """The first country, from a place on, that owns what is measured: (customs data show that) Chinese exports."""
    for event in line.of("PLACE"):
        after = line.next(event.end, "FLOW", "INDICATOR")
        if (
            event.start < start
            or after is None
            or any(event.start - 1 <= e.end <= event.start for e in line.of("PREP"))
        ):
            continue
        if owned_by(line, event.end, after.start):
            return event.value
    return None


def _row(catalogue: Catalogue, country: str, key: str, words: str) -> Agency | None:
    """The country's one office of a kind; a ministry by the word that tells it from the others."""
    kind, _, word = key.partition(":")
    rows = [r for r in catalogue.agencies.values() if r.place == country and r.kind in {kind, "customs"}]
    if kind == "ministry":
        told = (
            [word] if word else [w for w in words.lower().removeprefix("the ").split() if w not in {"ministry", "of"}]
        )
        rows = [r for r in rows if {w[:STEM] for w in told} & _stems(r)]
    else:
        rows = [r for r in rows if r.kind == kind]
        if len(rows) > 1:
            rows = [r for r in rows if any(words.lower() in n.lower() for names in r.names.values() for n in names)]
    return rows[0] if len(rows) == 1 else None


def _stems(row: Agency) -> frozenset[str]:
    """What an office is in charge of, however the word ends: economy, economic, economics."""
    return frozenset(w[:STEM] for w in row.attribution.lower().replace(",", " ").split())


STEM = 5
"""How many letters tell one trade from another."""


def _known(catalogue: Catalogue, country: str | None, name: str) -> Agency | None:
    """The row of a country's office that a body's bare name stands for: the Bureau of National Statistics."""
    rows = [r for r in catalogue.agencies.values() if r.place == country] if country is not None else []
    wanted = name.lower()
    return next((r for r in rows if r.attribution.lower().removesuffix(")").split(" (")[0] == wanted), None)


def _country_of(code: str | None, catalogue: Catalogue) -> str | None:
    """The country of a province, whose offices report on it."""
    place = catalogue.places.get(code or "")
    if place is None or place.kind != "province":
        return code
    return next((p for p in place.parents if catalogue.places[p].kind == "country"), code)


def _named(line: Line, home: str | None, catalogue: Catalogue, pack: Pack) -> Body | None:
    """A body as written, with the country right before it: ベトナム計画投資省外国投資庁, Laos' Ministry of Commerce."""
    for found in pack.cues.body.finditer(line.text, line.sentence.start, line.sentence.end):
        group = "name" if found.group("name") else "later"
        start, end = found.span(group)
        if any(e.start < end and start < e.end for e in line.of("AGENCY", "FIGURE", "PERIOD")):
            continue
        owner = _owner(line, start) or next((e for e in line.of("PLACE") if e.start == start and e.end < end), None)
        start = min(start, owner.start) if owner is not None else start
        country = (
            owner.value if owner is not None else home if pack.cues.of_state.search(line.text[start:end]) else None
        )
        row = _known(catalogue, country or home, line.text[found.start(group) : end])
        if row is not None:
            return Body(row.code, stated(row.attribution, start, end, f"the office of {row.place}"), row.place)
        return Body(None, stated(line.text[start:end], start, end, WRITTEN), country)
    return None


def _says(line: Line, start: int, end: int) -> bool:
    """Whether a verb of saying, or of forecasting at once, stands beside a name."""
    foretells = any(0 <= e.start - end <= AT_ONCE and e.value != "to_come" for e in line.of("FORECAST"))
    return foretells or any(max(i.start - end, start - i.end) <= NEAR for i in line.of("ISSUE"))


def office_of_country(line: Line, pack: Pack) -> Body | None:
    """The office of a country that the catalogue has no row for, as the sentence writes it: ベトナム統計総局."""
    for event in line.of("PLACE"):
        found = pack.cues.office.match(line.text, event.end)
        if found is not None:
            text = line.text[event.start : found.end()]
            reason = "an office that agencies.toml has no row for, as written"
            return Body(None, stated(text, event.start, found.end(), reason), event.value)
    return None
