"""Short names that a text gives its offices: after タイ工業連盟（FTI） or Eurostat's like, FTI is that office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.languages import Item

BEHIND = re.compile(r" ?[（(]([A-Z][A-Za-z&]{1,11})(?:[、,][^（）()]{0,24})?[）)]")
WITHIN = re.compile(r"[（(]([A-Z][A-Za-z&]{1,11})[）)]$")


def abbreviated(items: Sequence[Item], text: str) -> list[Item]:
    """The terms, with the offices that are named again by the letters that stood in brackets behind their names."""
    short: dict[str, tuple[int, str]] = {}
    for item in items:
        if item.cls != "AGENCY":
            continue
        found = WITHIN.search(item.text) or BEHIND.match(text, item.end)
        if found is not None:
            short.setdefault(found.group(1), (max(item.end, found.end() if found.re is BEHIND else 0), str(item.value)))
    if not short:
        return list(items)
    taken = [(i.start, i.end) for i in items]
    more: list[Item] = []
    for name, (begin, code) in short.items():
        for found in re.compile(rf"(?<![A-Za-z0-9&]){re.escape(name)}(?![A-Za-z0-9&])").finditer(text, begin):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                more.append(Item("AGENCY", found.start(), found.end(), name, code))
    return sorted([*items, *more], key=lambda i: (i.start, i.end)) if more else list(items)
