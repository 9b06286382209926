"""Keys: which claims are about the same thing, and which groups a claim is reconciled in.

The core key says what is measured; claims that share it make one Fact. Mirror flows
("Japan's exports to China", "China's imports from Japan") share it. The basis key says on
what footing. The group keys say with which other claims a claim may have to be compared:

- `article|`  the claims of one article: do its own numbers add up?
- `topic|`    one flow of goods (or one indicator) in one year, every source: the facts
- `frame|`    one reporter's trade in one period, every partner: balances, shares, parts
- `series|`   one flow through time: previous years, months within years, streaks
- `loose|`    figures whose period or indicator is unknown: only copies are compared

Everything that reconciliation says is a function of one group, so a new article touches
exactly the groups of its claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from extractor.catalogue import load
from extractor.domain import Claim, Period
from extractor.reconcile.reading import Reading, measure, order, oriented, span_of, stem

RATE = "exchange_rate"
LEVEL_FLOWS = ("export", "import", "total", "balance")


def core_key(claim: Claim) -> str | None:
    """One readable line that names the thing measured; None where no indicator is known.

    A slot that is unknown is written `?`, and then the key is the article's own: two
    unknowns are never taken for the same thing.
    """
    if not measures(claim):
        return None
    exporter, importer = oriented(claim)
    flow = "trade" if claim.flow in ("export", "import") else claim.flow
    known = span_of(claim.period) is not None and exporter is not None and not (claim.flow and importer is None)
    parts = [
        measure(claim),
        stem(claim.indicator),
        flow or "-",
        f"{exporter or '?'}>{importer or ('?' if claim.flow else '-')}",
        claim.commodity or "all",
        claim.entity or "-",
        claim.period or "?",
    ]
    return "|".join(str(part) for part in parts) + ("" if known else f"|@{claim.article_id}")


def measures(claim: Claim) -> bool:
    """Whether the claim measures its indicator: a kind that it takes, no bare number, no share of an unnamed part."""
    indicator = load().indicators.get(claim.indicator or "")
    if claim.indicator is None or claim.kind == "period" or (claim.kind == "count" and claim.unit is None):
        return False
    if indicator is not None and claim.change_basis == "share" and not indicator.rate and not _part(claim):
        return False
    return indicator is None or claim.kind in indicator.kinds or claim.change_basis != "none"


def _part(claim: Claim) -> bool:
    """Whether a share says of which part it is: 29.58% of a population is some age group's, and no slot says whose."""
    return bool(claim.commodity or claim.entity or claim.partner not in (None, "WLD"))


def basis_key(reading: Reading) -> str:
    """On what footing: reporter, currency and every basis slot, `?` where unknown."""
    slots = [reading.claim.reporter, reading.currency, *reading.basis.values()]
    return "|".join(slot or "?" for slot in slots)


def group_keys(claim: Claim) -> tuple[str, ...]:
    """Every group that the claim is reconciled in, apart from the context that `keys_of` adds."""
    keys = [f"article|{claim.article_id}"]
    if not measures(claim):
        return (*keys, *_loose(claim))
    exporter, importer = oriented(claim)
    name, commodity, entity = stem(claim.indicator), claim.commodity or "all", claim.entity or "-"
    topic = f"topic|{_family(claim)}|{exporter or '?'}>{importer or '-'}|{commodity}|{entity}"
    if span_of(claim.period) is None or exporter is None or (claim.flow and importer is None):
        return (*keys, f"{topic}|?@{claim.article_id}", *_loose(claim))
    keys.append(f"{topic}|{year_of(str(claim.period))}")
    if claim.flow in LEVEL_FLOWS:
        keys.append(f"frame|{claim.reporter}|{claim.period}")
    flow = "trade" if claim.flow in ("export", "import") else claim.flow or "-"
    keys.append(f"series|{name}|{flow}|{exporter}>{importer or '-'}|{commodity}|{entity}")
    return tuple(keys)


def _loose(claim: Claim) -> tuple[str, ...]:
    if claim.unit is None or claim.kind not in ("count", "quantity") or claim.value is None:
        return ()
    return (f"loose|{claim.unit}|{claim.value.normalize():f}",)


def _family(claim: Claim) -> str:
    """Trade by value, by volume and by unit price share a topic: one may explain the other."""
    return "trade" if claim.flow in ("export", "import") else f"{stem(claim.indicator)}:{claim.flow or '-'}"


def year_of(period: str) -> int:
    """The year that a span is counted under: where its last twelve months begin, else where it begins.

    >>> year_of("2024-04-01/2025-03-31"), year_of("2023-01-01/2024-12-31"), year_of("2025-03-01/2025-03-31")
    (2024, 2024, 2025)
    """
    span = span_of(period) or Period.parse(period)
    if span.days < 365:
        return span.start.year
    return (span.end + timedelta(days=1)).year - 1


def keys_of(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Group key -> claim ids, for the claims of whole articles.

    An article's exchange rates join every topic of that article: they are the context in
    which its growth rates are converted. Claims of one article must be given together.
    """
    groups: dict[str, set[str]] = {}
    topics: dict[str, set[str]] = {}
    rates: dict[str, set[str]] = {}
    ordered = sorted(claims, key=order)
    for claim in ordered:
        for key in group_keys(claim):
            groups.setdefault(key, set()).add(claim.id)
            if key.startswith("topic|"):
                topics.setdefault(claim.article_id, set()).add(key)
        if claim.indicator == RATE:
            rates.setdefault(claim.article_id, set()).add(claim.id)
    for article, ids in rates.items():
        for key in topics.get(article, ()):
            groups[key] |= ids
    place = {claim.id: number for number, claim in enumerate(ordered)}
    return {key: tuple(sorted(ids, key=place.__getitem__)) for key, ids in sorted(groups.items())}
