"""A country called by its region: "exports to the Asian country" are to the one of that region named before."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalogue import Catalogue
from extractor.languages import Item, Pack

BACK = 12
"""How many places back the country stands at most that such words mean."""


def by_name(items: Sequence[Item], text: str, pack: Pack, catalogue: Catalogue) -> list[Item]:
    """The terms, with each such place put in the stead of its region; one that fits no country before stays."""
    found: list[Item] = []
    named: list[str] = []
    for item in items:
        if item.cls == "PLACE":
            if pack.cues.a_country.match(text, item.end):
                meant = [c for c in reversed(named[-BACK:]) if str(item.value) in catalogue.places[c].parents]
                item = item._replace(value=meant[0]) if meant else item
            elif str(item.value) in catalogue.places and catalogue.places[str(item.value)].kind == "country":
                named.append(str(item.value))
        found.append(item)
    return found
