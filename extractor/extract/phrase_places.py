"""Whose trade a noun phrase speaks of: its reporter and its partners."""

from __future__ import annotations

from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, stated
from extractor.extract.subject import CORE, MUTUAL, flow_of
from extractor.extract.together import own_of_several, role_in, role_of, several
from extractor.languages import Pack


def places(line: Line, events: tuple[Event, ...], flows: list[Event], slots: dict[str, Slot], pack: Pack) -> None:
    """Reporter and partner, by preposition, postposition and place in the phrase."""
    exporting = any(flow_of(e.value)[0] == "export" for e in flows)
    importing = any(flow_of(e.value)[0] == "import" for e in flows)
    loose: list[Event] = []
    partners: list[Event] = []
    for n, event in enumerate(events):
        if event.cls == "PAIR" and event.item is not None:
            first, second = event.item.value
            slots["reporter"] = stated(first, event.start, event.end)
            slots["partner"] = stated(second, event.start, event.end)
        elif event.cls == "PARTNER" and event.item is not None:
            slots["partner"] = stated(event.item.value[1], event.start, event.end)
            partners.append(event)
        elif event.cls == "PLACE":
            role = role_of(line, events, n, pack)
            if role is None:
                loose.append(event)
            elif role == "between":
                slots["reporter"] = stated(event.value, event.start, event.end)
            else:
                reporter = role == "by" or (role == "from" and exporting and not importing)
                reporter = reporter or (role == "to" and importing and not exporting)
                slots.setdefault("reporter" if reporter else "partner", stated(event.value, event.start, event.end))
                if not reporter:
                    partners.append(event)
    mutual = any(flow_of(e.value)[0] in MUTUAL for e in flows)
    if not own_of_several(line, loose, slots, pack, mutual):
        _loose(loose, events, slots, pack)
    if len(partners) > 1:
        several(line, partners, slots, pack)


def _loose(loose: list[Event], events: tuple[Event, ...], slots: dict[str, Slot], pack: Pack) -> None:
    """Places without a preposition: the reporter, before a flow or goods, on either side of another indicator; whose
    goods are imported is the partner (imports of | Chinese | cars)."""
    flows = [e for e in events if e.cls == "FLOW"]
    core = [e for e in events if e.cls in CORE or e.cls == "COMMODITY"]
    trade = any(e.cls in {"FLOW", "COMMODITY"} for e in core)
    for event in loose:
        bought = pack.joins_words and flows and flow_of(flows[0].value)[0] == "import" and event.start > flows[-1].end
        if bought and any(e.cls == "COMMODITY" and 0 <= e.start - event.end <= 1 for e in core):
            slots.setdefault("partner", stated(event.value, event.start, event.end))
        elif core and (event.start < core[-1].start or not trade):
            slots.setdefault("reporter", stated(event.value, event.start, event.end))


def partners_of(events: tuple[Event, ...]) -> tuple[str, ...]:
    found = [e.value for n, e in enumerate(events) if e.cls == "PLACE" and role_in(events, n) in {"to", "from", "with"}]
    found += [e.item.value[1] for e in events if e.cls == "PARTNER" and e.item is not None]
    return tuple(found)
