"""Places that stand together in one phrase: whose role a list shares, and that several are no one partner."""

from __future__ import annotations

from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated
from extractor.languages import Pack

BOUND_FOR = "bound"
"""A postposition that means exports by itself: 米国向けは9.1％増."""
MOST_PLACES = 32
"""No list of places that share a word is longer."""


def role_in(events: tuple[Event, ...], n: int) -> str | None:
    """The preposition before a place (or before the list that it stands in), or the postposition after it."""
    if n + 1 < len(events) and events[n + 1].cls == "POSTP":
        return "to" if events[n + 1].value == BOUND_FOR else events[n + 1].value
    k = n - 1
    while k >= 0 and n - k < MOST_PLACES and events[k].cls == "PLACE":
        k -= 1
    if k >= 0 and events[k].cls == "PREP":
        return events[k].value if events[k].value != "between" or k == n - 1 else "with"
    return None


def role_of(line: Line, events: tuple[Event, ...], n: int, pack: Pack) -> str | None:
    """The same, where a postposition may also follow the list that the place stands in: 中国と香港向け."""
    for place in range(n, min(n + MOST_PLACES, len(events))):
        role = role_in(events, place)
        if role is not None or place + 1 == len(events) or events[place + 1].cls != "PLACE":
            return role
        if not _joined(line, events[place], events[place + 1], pack):
            return None
    return None


def several(line: Line, partners: list[Event], slots: dict[str, Slot], pack: Pack) -> None:
    """Partners that a list names together are no one partner: exports to China and Hong Kong."""
    first, last = partners[0], partners[-1]
    if len({str(e.value) for e in partners}) < 2 or not _joined(line, partners[-2], last, pack):
        return
    reason = f"several partners together: {', '.join(dict.fromkeys(_code(e) for e in partners))}"
    slots["partner"] = stated(None, first.start, last.end, reason)


def own_of_several(line: Line, loose: list[Event], slots: dict[str, Slot], pack: Pack, mutual: bool) -> bool:
    """Two places without a preposition that a list joins: each other's partners in a `mutual` flow
    (日本と中国の貿易額), else no one reporter. False when they are no list."""
    if len(loose) != 2 or not _joined(line, loose[0], loose[1], pack):
        return False
    if mutual and "partner" not in slots:
        slots.setdefault("reporter", stated(loose[0].value, loose[0].start, loose[0].end))
        slots["partner"] = stated(loose[1].value, loose[1].start, loose[1].end)
    else:
        reason = f"several together: {loose[0].value}, {loose[1].value}"
        slots.setdefault("reporter", stated(None, loose[0].start, loose[1].end, reason))
    return True


def _joined(line: Line, left: Event, right: Event, pack: Pack) -> bool:
    """Whether a list joins two places; one whose own the next noun is, ends no list (China, and Japan's imports)."""
    if pack.cues.owner_mark.match(line.text, right.end):
        return pack.cues.list_join.fullmatch(line.text, left.end, right.start) is not None and not pack.joins_words
    return pack.cues.list_join.fullmatch(line.text, left.end, right.start) is not None


def _code(event: Event) -> str:
    return str(event.item.value[1]) if event.cls == "PARTNER" and event.item is not None else event.value
