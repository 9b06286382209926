"""Who got the figure from whom: mentions, outlets and origins, counted apart.

The claims of a fact are nodes. Two are joined when they rest on the same raw data: the same
agency, an outlet that the other cites, one wire's text, a text copied or translated, the same rare number.
Origins are the components of that graph; claims of a model, forecasts and an outlet's own
conversions bring none. "Confirmed" needs two that say whose figure it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from extractor.catalogue import load
from extractor.domain import Article
from extractor.reconcile.copies import copied_pairs, related
from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading, agency_of

__all__ = ["Components", "Origins", "origins", "related", "source_name"]

RARE_DIGITS = 4
"""Two offices that count for themselves do not meet in four significant digits."""


@dataclass(frozen=True)
class Origins:
    """Counts of a fact, and one readable name for each origin: the agency, or the outlet.

    `named` counts the origins that say whose figure it is; only these can confirm each other.
    """

    mentions: int
    outlets: int
    origins: int
    names: tuple[str, ...]
    named: int = 0


class Components:
    """Union-find over names; the smallest name stands for its component."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name that stands for the component of `name`."""
        parent = self._parent.setdefault(name, name)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        return parent

    def join(self, a: str, b: str) -> None:
        """Make the components of both one."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def origins(readings: Sequence[Reading], articles: Mapping[str, Article], converted: Iterable[str] = ()) -> Origins:
    """Count the independent origins of one fact's readings.

    `converted` are ids of claims that are an outlet's own conversion. `articles` may lack
    any of the readings' articles; then their texts are not compared.
    """
    without = set(converted)
    weighing = [r for r in readings if r.weighs and r.id not in without]
    graph = Components()
    for joined in (_by_agency, _by_number, _by_citation):
        for a, b in joined(weighing):
            graph.join(a, b)
    if len({graph.find(_node(r)) for r in weighing}) > 1:
        for a, b in _by_wire(weighing, articles):
            graph.join(a, b)
        _join_copies(weighing, articles, graph)
    roots: dict[str, list[Reading]] = {}
    for reading in weighing:
        roots.setdefault(graph.find(_node(reading)), []).append(reading)
    names = tuple(sorted(min(source_name(r) for r in found) for found in roots.values()))
    named = sum(1 for found in roots.values() if any(_credited(r) for r in found))
    return Origins(len(readings), len({_outlet(r) for r in readings}), len(roots), names, named)


def _join_copies(readings: Sequence[Reading], articles: Mapping[str, Article], graph: Components) -> None:
    by_article: dict[str, list[Reading]] = {}
    for reading in readings:
        by_article.setdefault(reading.claim.article_id, []).append(reading)
    for a, b in copied_pairs(sorted(by_article), articles):
        for reading in (*by_article[a], *by_article[b]):
            graph.join(_node(by_article[a][0]), _node(reading))


def source_name(reading: Reading) -> str:
    """Whose figure it is: the compiler's, else the one it is credited to, else the outlet's own."""
    return _credited(reading) or _outlet(reading)


def _credited(reading: Reading) -> str | None:
    """The agency or outlet that the text itself names."""
    return reading.basis["compiler"] or agency_of(reading.claim.attribution) or reading.claim.attribution


def _outlet(reading: Reading) -> str:
    return reading.claim.source or reading.claim.article_id


def _node(reading: Reading) -> str:
    return f"claim:{reading.id}"


def _by_agency(readings: Sequence[Reading]) -> Iterable[tuple[str, str]]:
    """A claim and whoever compiled it; what is republished goes back to the office that counted."""
    for reading in readings:
        name = source_name(reading)
        yield _node(reading), name.casefold()
        if reading.basis["partner_rule"] == "double_import":
            counted = customs_of(reading.oriented[1])
            if counted:
                yield _node(reading), counted.casefold()


@lru_cache(maxsize=512)
def customs_of(place: str | None) -> str | None:
    """The customs office of a country, as the catalogue knows it."""
    found = (
        code for code, agency in sorted(load().agencies.items()) if agency.kind == "customs" and agency.place == place
    )
    return next(found, None) if place else None


def _by_citation(readings: Sequence[Reading]) -> Iterable[tuple[str, str]]:
    """A claim that credits an outlet, and that outlet's own claims, whoever they credit in turn."""
    own: dict[str, list[Reading]] = {}
    for reading in readings:
        own.setdefault(_outlet(reading).casefold(), []).append(reading)
    for reading in readings:
        for name in {str(reading.claim.attribution).casefold(), str(agency_of(reading.claim.attribution)).casefold()}:
            for cited in own.get(name, ()):
                if meets(reading.rounded, cited.rounded):
                    yield _node(reading), _node(cited)


def _by_wire(readings: Sequence[Reading], articles: Mapping[str, Article]) -> Iterable[tuple[str, str]]:
    """In a syndicated text, what is credited to nobody is the wire's: one origin with the wire and all who carry it."""
    for reading in readings:
        article = articles.get(reading.claim.article_id)
        if article is not None and article.credit and not _credited(reading):
            yield _node(reading), wire_of(article.credit).casefold()


@lru_cache(maxsize=512)
def wire_of(credit: str) -> str:
    """The catalogue's code of the outlet that a syndicated text is credited to, else the credit as printed.

    >>> wire_of("新华社"), wire_of("Source: The Herald")
    ('XINHUA', 'Source: The Herald')
    """
    printed = credit.strip().casefold()
    outlets = {code: agency.names for code, agency in sorted(load().agencies.items()) if agency.kind == "outlet"}
    found = (code for code, names in outlets.items() if printed in {n.casefold() for n in chain(*names.values())})
    return next(found, credit.strip())


def _by_number(readings: Sequence[Reading]) -> Iterable[tuple[str, str]]:
    """Claims with the same rare number in the same currency: one counted, the others repeat."""
    for reading in readings:
        if len(reading.digits) >= RARE_DIGITS:
            yield _node(reading), f"number:{reading.digits}:{reading.currency}"
