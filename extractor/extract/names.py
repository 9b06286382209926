"""One name for one company: what a text calls Sony and Sony Group is Sony Group."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalogue import companies_by_name
from extractor.domain import Claim


def full_names(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the longer name of a company that the text also calls by the first words of it."""
    names = {c.entity for c in claims if c.entity is not None} - set(companies_by_name().values())
    longer: dict[str, str] = {}
    for name in names:
        full = [other for other in names if other.startswith(f"{name} ")]
        if len(full) == 1:
            longer[name] = full[0]
    if not longer:
        return list(claims)
    return [c.changed({"entity": longer[c.entity]}) if c.entity in longer else c for c in claims]
