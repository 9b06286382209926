"""What a noun phrase says: indicator, flow, sign, goods and places."""

from __future__ import annotations

from extractor.catalogue import Catalogue, Indicator
from extractor.extract.discourse import NO_ROW
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, inferred, stated
from extractor.extract.imposed import imposed
from extractor.extract.phrase_places import partners_of, places
from extractor.extract.qualified import left_out, narrower
from extractor.extract.strange import BOTH_KINDS, of_both_kinds
from extractor.extract.subject import BOTH, CORE, GAP, PART, RESULT, SIGNS, Subject, flow_of, value_of
from extractor.extract.together import BOUND_FOR, role_in
from extractor.languages import Pack

OF_GOODS = frozenset({"agriculture_output"})
"""Whose names begin with the goods that are meant: 玉米产量."""


def read(line: Line, events: tuple[Event, ...], catalogue: Catalogue, pack: Pack) -> Subject:
    flows = [e for e in events if e.cls == "FLOW"]
    slots: dict[str, Slot] = {}
    places(line, events, flows, slots, pack)
    _goods(line, events, slots, catalogue, pack)
    for event in events:
        if event.cls == "SUBSET":
            slots["entity"] = stated(event.value, event.start, event.end, PART)
    _core(line, events, flows, slots, catalogue, pack)
    _visited(events, slots, catalogue)
    imposed(events, slots, catalogue)
    first = events[0] if events[0].cls != "PREP" else events[min(1, len(events) - 1)]
    return Subject(
        start=first.start,
        end=events[-1].end,
        events=events,
        slots=slots,
        flows=_flows(flows),
        partners=partners_of(events),
        core=any(e.cls in CORE for e in events),
        sign_only=all(e.value in SIGNS for e in events if e.cls in CORE),
    )


def _visited(events: tuple[Event, ...], slots: dict[str, Slot], catalogue: Catalogue) -> None:
    """Visitors to a country, investment into it: it is the one that reports them."""
    named = [e for e in events if e.cls == "INDICATOR"]
    row = catalogue.indicators[named[-1].value] if named else None
    target = next((e for e in events if e.cls == "PARTNER" and e.item is not None), None)
    investor = slots.get("reporter")
    if (
        value_of(slots, "indicator") == "fdi"
        and target is not None
        and target.item is not None
        and target.item.value[1] != "WLD"
    ):
        slots["reporter"] = stated(target.item.value[1], target.start, target.end, "the country that it is invested in")
        slots["partner"] = investor or stated(None, target.start, target.end, "all partners")
        return
    if row is None or row.trade or not row.partnered or row.code.startswith("outward"):
        return
    into = [
        e for n, e in enumerate(events) if e.cls == "PLACE" and e.start > named[-1].start and role_in(events, n) == "to"
    ]
    if into and value_of(slots, "partner") == into[0].value:
        slots["reporter"] = stated(into[0].value, into[0].start, into[0].end)
        slots["partner"] = stated(None, into[0].start, into[0].end, "all partners")


def _goods(line: Line, events: tuple[Event, ...], slots: dict[str, Slot], catalogue: Catalogue, pack: Pack) -> None:
    """The goods of the phrase, but for those that it leaves out; a list of three or more has no single code."""
    items = [e for e in events if e.cls == "ITEM"]
    if items:
        slots["commodity"] = stated(None, items[0].start, items[-1].end, "a part that commodities.toml has no row for")
        return
    goods = [e for e in events if e.cls == "COMMODITY" and not left_out(line, e.start, e.end, pack)]
    if not goods:
        return
    codes = {e.value for e in goods} - {catalogue.commodities[e.value].parent for e in goods}
    first, last = goods[0], goods[-1]
    if len(codes) > 2:
        slots["commodity"] = stated(None, first.start, last.end, "several goods together")
    else:
        slots["commodity"] = stated(first.value, first.start, first.end)


def _flows(flows: list[Event]) -> tuple[str, ...]:
    """Every flow that the phrase names, in order: "exports and imports" names two."""
    named = [part for e in flows for part in (e.value.split("+") if e.value in BOTH else [flow_of(e.value)[0]])]
    return tuple(name for name in dict.fromkeys(named) if name != RESULT)


def _core(
    line: Line, events: tuple[Event, ...], flows: list[Event], slots: dict[str, Slot], catalogue: Catalogue, pack: Pack
) -> None:
    """Indicator, flow and sign. A flow with a trade indicator beside it (import unit price) only adds the flow."""
    if events[-1].cls == "OTHER":
        other = events[-1]
        for name in ("indicator", "flow", "balance_sign", "partner", "commodity"):
            slots[name] = stated(None, other.start, other.end, NO_ROW)
        return
    named = [e for e in events if e.cls == "INDICATOR"]
    if named:
        _indicator(line, named[-1], events, slots, catalogue, pack)
    if flows:
        _flow(line, flows, named[-1] if named else None, slots, catalogue, pack)
    elif not named and any(e.value == BOUND_FOR and events[n].cls == "PLACE" for n, e in enumerate(events[1:])):
        event = events[-1]
        slots["flow"] = inferred("export", f"{event.item.text if event.item else ''}: bound for a place")
        slots["indicator"] = inferred("goods_trade_value", "exports to a place")


def _indicator(
    line: Line, event: Event, events: tuple[Event, ...], slots: dict[str, Slot], catalogue: Catalogue, pack: Pack
) -> None:
    """The indicator that is named, and what its own name says of flow, reporter and goods."""
    row = catalogue.indicators[event.value]
    code = narrower(line, event, events, row, pack)
    words = event.item.text if row.subject == "good" and event.item is not None else ""
    slots["indicator"] = stated(code, event.start, event.end, words)
    if code in row.qualified.values():
        slots.pop("commodity", None)
    flow = row.flows.get(event.item.text.lower() if event.item else "") or row.default_flow
    if flow:
        flow, sign = flow_of(flow)
        slots["flow"] = stated(flow if row.trade else None, event.start, event.end)
        slots["balance_sign"] = stated(None if sign is None else str(sign), event.start, event.end)
    home = row.reporters.get(event.item.text.lower() if event.item else "")
    if home is not None:
        slots["reporter"] = stated(home, event.start, event.end)
    grown = _grown(event, catalogue, pack) if row.code in OF_GOODS else None
    if grown is not None:
        slots["commodity"] = stated(grown, event.start, event.end)
    if not row.trade:
        _untraded(event, row, slots)


def _untraded(event: Event, row: Indicator, slots: dict[str, Slot]) -> None:
    """What an indicator that is no trade has none of."""
    for name in ("flow", "balance_sign", "partner", "commodity"):
        if name == "partner" and row.imposed:
            continue
        if name == "partner" and row.partnered and name not in slots:
            slots[name] = stated(None, event.start, event.end, "all partners")
        slots.setdefault(name, stated(None, event.start, event.end, f"{event.value} has none"))


def _flow(
    line: Line, flows: list[Event], named: Event | None, slots: dict[str, Slot], catalogue: Catalogue, pack: Pack
) -> None:
    """The flow that is named and its sign; the indicator too, where none is named or a balance is meant."""
    event = flows[-1]
    signed = [e for e in flows if flow_of(e.value)[1] is not None]
    if signed and flow_of(event.value)[0] == "total" and pack.joins_words:
        event = signed[-1]
    flow, sign = flow_of(event.value)
    both = {flow_of(e.value)[0] for e in flows} >= {"export", "import"} or _each(line, event, flow)
    why = "both exports and imports" if both else "a company's profit or loss" if flow == RESULT else ""
    slots["flow"] = stated(None if why else flow, event.start, event.end, why)
    if event.value != GAP:
        slots["balance_sign"] = stated(None if sign is None else str(sign), event.start, event.end)
    if named is not None and event.value in SIGNS:
        slots["indicator"] = stated(named.value, named.start, named.end)
        if not catalogue.indicators[named.value].trade:
            slots["flow"] = stated(None, event.start, event.end, f"{named.value} has none")
    elif flow == RESULT:
        slots.setdefault("indicator", stated(None, event.start, event.end, "which profit or loss is not said"))
    elif named is None or flow == "balance":
        code = "goods_trade_balance" if flow == "balance" else "goods_trade_value"
        slots["indicator"] = stated(code, event.start, event.end)
        if flow != "balance" and of_both_kinds(line, event, pack):
            slots["indicator"] = stated(None, event.start, event.end, BOTH_KINDS)


def _grown(event: Event, catalogue: Catalogue, pack: Pack) -> str | None:
    """The goods in the name of what is grown."""
    words = event.item.text.lower() if event.item is not None else ""
    for prefix in pack.cues.whole_lead:
        words = words.removeprefix(prefix)
    found = [
        (len(name), code)
        for code, row in catalogue.commodities.items()
        for name in row.names.get(pack.code, ())
        if words.startswith(name.lower())
    ]
    return max(found)[1] if found else None


def _each(line: Line, event: Event, flow: str) -> bool:
    """Whether a word for both stands beside a flow that names two: both exports and imports, 輸出入ともに."""
    beside = (0 <= b.start - event.end <= 1 or 0 <= event.start - b.end <= 1 for b in line.of("BOTH"))
    if not any(beside):
        return False
    before = (
        e for e in line.of("FLOW") if 0 <= event.start - e.end <= 1 and flow_of(e.value)[0] in {"export", "import"}
    )
    return flow == "total" or (flow in {"export", "import"} and any(flow_of(e.value)[0] != flow for e in before))
