"""Clusters of nouns: runs of nouns, places and prepositions with only small words between them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.catalogue import Catalogue
from extractor.extract.events import Event, Line
from extractor.extract.imposed import joins_target
from extractor.extract.subject import CORE
from extractor.languages import Pack

NOUN_CLASSES = frozenset(
    {
        "PLACE",
        "FLOW",
        "INDICATOR",
        "COMMODITY",
        "PREP",
        "POSTP",
        "PARTNER",
        "PAIR",
        "TOTALLY",
        "AGENCY",
        "SUBSET",
        "OTHER",
        "ITEM",
    }
)
WITH_CLAUSE = 40
"""How far behind such a "with" its noun stands, in characters."""


def clusters(line: Line, pack: Pack, catalogue: Catalogue) -> Iterator[list[Event]]:
    """Runs of nouns, places and prepositions with nothing but small words between them."""
    cluster: list[Event] = []
    for event in line.events:
        if event.cls not in NOUN_CLASSES:
            if cluster and event.cls not in {"TRAP", "NUM"}:
                yield from _whole(cluster)
                cluster = []
            continue
        if cluster and not (
            _continues(line, cluster, event, pack) or joins_target(line, cluster, event, pack, catalogue)
        ):
            yield from _whole(cluster)
            cluster = []
        if not cluster and pack.joins_words and _absolute(line, event):
            continue
        cluster.append(event)
    yield from _whole(cluster)


def _continues(line: Line, cluster: list[Event], event: Event, pack: Pack) -> bool:
    """Small words join; but where words are written apart, what follows "with China and" begins a phrase of its own."""
    gap = line.between(cluster[-1], event)
    if not pack.cues.noun_gap.fullmatch(gap):
        return False
    apart = (
        event.cls == cluster[-1].cls == "PLACE"
        and gap.strip() == ","
        and pack.cues.owner_mark.match(line.text, event.end)
    )
    if apart:
        return False
    if pack.joins_words and event.cls == "PREP" and event.value == "with" and "," in gap:
        return False
    if pack.cues.meanwhile.fullmatch(gap) and event.cls in CORE and any(e.cls in CORE for e in cluster):
        return False
    if pack.joins_words and event.cls == "COMMODITY" and cluster[-1].cls in CORE and gap.strip() == ",":
        return False  # 8.1% of imports, machinery 28.4%
    after_partner = cluster[-1].cls == "PLACE" and any(e.cls == "PREP" for e in cluster)
    return not (pack.joins_words and event.cls in CORE and after_partner and gap.strip())


def _absolute(line: Line, event: Event) -> bool:
    """Whether "with" opens a clause of its own and no partner: ..., with steel exports to China falling 18.8%."""
    if event.cls != "PREP" or event.value != "with" or not line.text[: event.start].rstrip().endswith(","):
        return False
    following = [e for e in line.events if event.end <= e.start <= event.end + WITH_CLAUSE]
    return any(e.cls in CORE for e in following) and not any(e.figure is not None for e in following[:1])


def _whole(cluster: list[Event]) -> Iterator[list[Event]]:
    """The run without prepositions at its end; nothing when only prepositions are left."""
    while cluster and cluster[-1].cls == "PREP":
        cluster = cluster[:-1]
    if any(event.cls not in {"PREP", "POSTP", "TOTALLY"} for event in cluster):
        yield cluster
