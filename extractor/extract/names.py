"""One name for one company: what a text calls Sony and Sony Group is Sony Group."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalogue import companies_by_name
from extractor.domain import Claim
from extractor.languages import Pack


def full_names(claims: Sequence[Claim], pack: Pack) -> list[Claim]:
    """The claims with the longer name of a company that the text also calls by the first words of it."""
    names = {c.entity for c in claims if c.entity is not None} - set(companies_by_name().values())
    longer: dict[str, str] = {}
    for name in names:
        full = [other for other in names if other.startswith(f"{name} ") or _written_on(name, other, pack)]
        if len(full) == 1:
            longer[name] = full[0]
    if not longer:
        return list(claims)
    return [c.changed({"entity": longer[c.entity]}) if c.entity in longer else c for c in claims]


def _written_on(name: str, other: str, pack: Pack) -> bool:
    """Whether a name goes on in a longer one that only says what the firm is: 日立 and 日立製作所."""
    return other.startswith(name) and pack.cues.firm_tail.fullmatch(other, len(name)) is not None
