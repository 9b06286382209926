"""Which places lie in which, and which cannot overlap. From the catalogue's `parents`."""

from __future__ import annotations

from functools import cache

from extractor.catalogue import load
from extractor.reconcile.reading import WORLD


@cache
def ancestors(code: str) -> frozenset[str]:
    """Every region and bloc that holds the place, the world included."""
    found: set[str] = {WORLD} - {code}
    open_ = [code]
    while open_:
        place = load().places.get(open_.pop())
        for parent in place.parents if place else ():
            if parent not in found:
                found.add(parent)
                open_.append(parent)
    return frozenset(found)


@cache
def members(code: str) -> frozenset[str]:
    """Every catalogued place inside a region or bloc."""
    return frozenset(other for other in load().places if code in ancestors(other))


def disjoint(a: str, b: str) -> bool:
    """Whether nothing can lie in both: two countries, or a country and a bloc without it."""
    if a == b or a in ancestors(b) or b in ancestors(a):
        return False
    if _single(a) and _single(b):
        return True
    if _single(a) or _single(b):
        bloc = b if _single(a) else a
        return bool(members(bloc))
    return bool(members(a)) and bool(members(b)) and not members(a) & members(b)


def _single(code: str) -> bool:
    place = load().places.get(code)
    return place is not None and place.kind in ("country", "territory")
