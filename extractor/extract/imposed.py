"""What one country imposes on another: in 米国の日本車への関税 the United States is the reporter, Japan the partner."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.together import role_in
from extractor.languages import Pack


def is_imposed(code: str | None, catalogue: Catalogue) -> bool:
    """Whether an indicator is imposed by one country on another."""
    row = catalogue.indicators.get(code or "")
    return row is not None and row.imposed


def joins_target(line: Line, cluster: list[Event], event: Event, pack: Pack, catalogue: Catalogue) -> bool:
    """Whether a noun goes on to say what is imposed upon: a tariff on | cars from Japan."""
    core = [e for e in cluster if e.cls == "INDICATOR"]
    if not core or not is_imposed(core[-1].value, catalogue) or event.cls == "INDICATOR":
        return False
    return pack.cues.upon.fullmatch(line.between(cluster[-1], event)) is not None


def imposed(events: tuple[Event, ...], slots: dict[str, Slot], catalogue: Catalogue) -> None:
    """Who imposes and upon whom; the imports that a tariff is on are no flow that is measured."""
    named = [e for e in events if e.cls == "INDICATOR"]
    if not named or not is_imposed(named[-1].value, catalogue):
        return
    duty = named[-1]
    targets: list[Event] = []
    owners: list[Event] = []
    for n, event in enumerate(events):
        if event.cls == "PLACE":
            (targets if role_in(events, n) or event.start > duty.start or _of_goods(events, n) else owners).append(
                event
            )
        elif event.cls == "PARTNER" and event.item is not None:
            slots["partner"] = stated(event.item.value[1], event.start, event.end)
    slots["indicator"] = stated(duty.value, duty.start, duty.end)
    for name in ("flow", "balance_sign"):
        slots[name] = stated(None, duty.start, duty.end, f"{duty.value} has none")
    slots.pop("reporter", None)
    if any(e.cls == "PAIR" for e in events):
        slots.pop("partner", None)
    if owners:
        slots["reporter"] = stated(owners[0].value, owners[0].start, owners[0].end)
    codes = list(dict.fromkeys(e.value for e in targets if not owners or e.value != owners[0].value))
    if codes:
        several = f"several together: {', '.join(codes)}" if len(codes) > 1 else ""
        value = codes[0] if len(codes) == 1 else None
        slots["partner"] = stated(value, targets[0].start, targets[-1].end, several)


def _of_goods(events: tuple[Event, ...], n: int) -> bool:
    """Whether goods stand right after a place that is not the first: 米国の | 日本車への関税."""
    return n > 0 and n + 1 < len(events) and events[n + 1].cls == "COMMODITY"


def between_countries(
    frame: Frame, before: Frame, line: Line, figure: Event, pack: Pack, catalogue: Catalogue
) -> Frame:
    """The frame of a tariff: whose it is and upon whom, by the places of its clause where its own phrase names none.

    What trade the text spoke of before says nothing of it, unless the text is about that tariff.
    """
    if not is_imposed(value(frame, "indicator"), catalogue):
        return frame
    here = without(frame, "flow", "balance_sign")
    for name in ("reporter", "partner"):
        slot = here.get(name)
        if slot is not None and (not _of_sentence(slot, line) or slot.value == "WLD"):
            here.pop(name)
    owners, targets = _sides(line, figure, pack, catalogue)
    imposing = None if pack.joins_words else _imposing(before, here, catalogue)
    told = {e.value for e in (*owners, *targets)}
    if imposing is not None and imposing.value not in told and not (owners and targets):
        here.pop("reporter", None)
        owners, targets = [], targets or _nearest(line, figure, owners)
        if targets:
            here.pop("partner", None)
        here["reporter"] = imposing.passed_on()
    if value(here, "reporter") in {e.value for e in targets} - {e.value for e in owners}:
        here.pop("reporter")
    if "reporter" not in here and owners and owners[0].value != value(here, "partner"):
        here["reporter"] = stated(owners[0].value, owners[0].start, owners[0].end, "who imposes it")
    codes = [c for c in dict.fromkeys(e.value for e in targets) if c != value(here, "reporter")]
    if "partner" not in here and codes:
        reason = "upon whom it is imposed" if len(codes) == 1 else f"several together: {', '.join(codes)}"
        here["partner"] = stated(codes[0] if len(codes) == 1 else None, targets[0].start, targets[-1].end, reason)
    if is_imposed(value(before, "indicator"), catalogue) and not owners and not targets:
        here.update({n: before[n] for n in ("reporter", "partner") if n in before and n not in here})
        if pack.joins_words and "commodity" in before and value(here, "commodity") is None and not line.of("COMMODITY"):
            here["commodity"] = before["commodity"].passed_on()
    goods = line.of("COMMODITY")
    if value(here, "commodity") is None and len({e.value for e in goods}) == 1:
        here["commodity"] = stated(goods[0].value, goods[0].start, goods[0].end)
    for name in ("reporter", "partner"):
        here.setdefault(name, inferred(None, "the sentence does not say whose tariff it is, upon whom"))
    return here


def _imposing(before: Frame, here: Frame, catalogue: Catalogue) -> Slot | None:
    """Who imposes, in a text that speaks of one country's tariffs all along: 台湾は20％, in a text on those of 米国."""
    known = before.get("reporter")
    if known is None or known.value is None or not is_imposed(value(before, "indicator"), catalogue):
        return None
    return known if value(here, "partner") != known.value else None


def _nearest(line: Line, figure: Event, places: list[Event]) -> list[Event]:
    """The places of a figure's own clause: 台湾とベトナムは20％."""
    begin = max((e.end for e in line.of("FIGURE") if e.end <= figure.start), default=line.sentence.start)
    return [e for e in places if e.start >= begin]


def _sides(line: Line, figure: Event, pack: Pack, catalogue: Catalogue) -> tuple[list[Event], list[Event]]:
    """The places of the sentence that impose, and those that are imposed upon; no province does either."""
    owners: list[Event] = []
    targets: list[Event] = []
    for event in line.of("PLACE"):
        if catalogue.places[event.value].kind == "province":
            continue
        if not pack.joins_words and _rated(line, event, pack):
            if event.start < figure.start:
                targets = [event]
                while owners and pack.cues.list_join.fullmatch(line.text, owners[-1].end, targets[0].start):
                    targets.insert(0, owners.pop())
                owners.clear()
            continue
        lead = any(0 <= event.start - e.end <= 1 for e in line.of("PREP"))
        follow = pack.cues.target_mark.match(line.text, event.end)
        listed = bool(targets) and pack.cues.list_join.fullmatch(line.text, targets[-1].end, event.start) is not None
        if (
            listed
            or lead
            or follow is not None
            or pack.cues.target_lead.search(line.text, line.sentence.start, event.start)
        ):
            targets.append(event)
        elif event.start < figure.start and not targets:
            owners.append(event)
    return owners, targets


def _rated(line: Line, place: Event, pack: Pack) -> bool:
    """Whether a country is one of a list of rates: 税率は中国が34％、EUが20％; not 米国は25％の関税を課す."""
    rate = line.next(place.end, "FIGURE")
    if rate is None or rate.start - place.end != 1 or not pack.cues.place_mark.match(line.text, place.end):
        return False
    return pack.cues.own.match(line.text, rate.end) is None


def _of_sentence(slot: Slot, line: Line) -> bool:
    """Whether the sentence itself writes a slot, and not in the name of something between two countries (韓米FTA)."""
    if slot.start is None or not line.sentence.start <= slot.start < line.sentence.end:
        return False
    return not any(e.cls == "PAIR" and e.start == slot.start for e in line.events)
