"""Who is credited without a name of the catalogue's: an office of the text's own country, a body written in full."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Agency, Catalogue
from extractor.extract.events import Line
from extractor.extract.frame import Slot, stated
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
    return _office(line, home, catalogue, pack) or _named(line, pack)


def _office(line: Line, home: str | None, catalogue: Catalogue, pack: Pack) -> Body | None:
    for kind, pattern in pack.cues.own_office.items():
        found = pattern.search(line.text, line.sentence.start, line.sentence.end)
        if found is None or not _says(line, *found.span()):
            continue
        owner = next((e for e in reversed(line.of("PLACE")) if 0 <= found.start() - e.end <= 3), None)
        country = owner.value if owner is not None else home
        if country is None:
            continue
        row = _row(catalogue, country, kind, found.group())
        if row is not None:
            slot = stated(row.attribution, found.start(), found.end(), f"the office of {country}: {row.code}")
            return Body(row.code, slot, country)
    return None


def _row(catalogue: Catalogue, country: str, kind: str, words: str) -> Agency | None:
    """The country's one office of a kind; a ministry by the word that tells it from the others."""
    rows = [r for r in catalogue.agencies.values() if r.place == country and r.kind in {kind, "customs"}]
    if kind == "ministry":
        told = words.lower().removeprefix("the ").split()
        named = [
            r for r in rows if any(w in r.attribution.lower().split() for w in told if w not in {"ministry", "of"})
        ]
        return named[0] if len(named) == 1 else None
    rows = [r for r in rows if r.kind == kind]
    return rows[0] if len(rows) == 1 else None


def _named(line: Line, pack: Pack) -> Body | None:
    for found in pack.cues.body.finditer(line.text, line.sentence.start, line.sentence.end):
        name = found.group("name") or found.group("later")
        start = found.start("name") if found.group("name") else found.start("later")
        if any(e.start < start + len(name) and start < e.end for e in line.of("AGENCY", "FIGURE", "PERIOD")):
            continue
        return Body(None, stated(name, start, start + len(name), WRITTEN), None)
    return None


def _says(line: Line, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside a name."""
    return any(max(i.start - end, start - i.end) <= NEAR for i in line.of("ISSUE"))
