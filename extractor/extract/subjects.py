"""Noun phrases that say what is measured: "Japan's imports of crude oil from China", 対中輸出額, 自华进口."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.extract.discourse import NO_ROW
from extractor.extract.events import Event, Line
from extractor.extract.frame import Slot, inferred, stated
from extractor.extract.imposed import imposed, joins_target
from extractor.extract.qualified import in_aside, left_out, narrower
from extractor.extract.strange import BOTH_KINDS, of_both_kinds, strange
from extractor.extract.together import BOUND_FOR, own_of_several, role_in, role_of, several
from extractor.languages import Pack

CURRENCY = "a currency that moves"
STRANGE = "a measure without a row"
PART = "whose part of it"
VERB = 8
"""How far, in characters, a currency's verb may stand from it: has, was."""
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
GAP = "balance~"
"""A balance of the sign in force."""
MUTUAL = frozenset({"total", "balance"})
"""Flows that two countries have with each other: 日本と中国の貿易額."""
BOTH = frozenset({"export+import", "import+export"})
CORE = frozenset({"FLOW", "INDICATOR", "OTHER"})
SIGNS = {"sign-": -1, "sign+": 1, "result-": -1, "result+": 1}
RESULT = "result"
"""A profit or loss of the company indicator that is spoken of: no flow of trade."""


class Subject(NamedTuple):
    """A noun phrase and the slots it states. `flows` and `partners` list all that it names, in order.

    `core` says that it names an indicator or a flow; without one it only narrows (a place, goods).
    """

    start: int
    end: int
    events: tuple[Event, ...]
    slots: Mapping[str, Slot]
    flows: tuple[str, ...]
    partners: tuple[str, ...]
    core: bool
    sign_only: bool = False
    """Nothing but 赤字 or 黒字: of the balance that is spoken of, of trade when none is."""

    @property
    def goods(self) -> tuple[str, ...]:
        """The goods that it lists, in order."""
        return tuple(dict.fromkeys(e.value for e in self.events if e.cls == "COMMODITY"))

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it lists, when it names nothing else."""
        return tuple(dict.fromkeys(e.value for e in self.events)) if {e.cls for e in self.events} == {"PLACE"} else ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that it lists, in order."""
        return tuple(dict.fromkeys(e.value for e in self.events if e.cls == "INDICATOR"))

    @property
    def bare_place(self) -> str | None:
        """The place, when the phrase is nothing but a place's name."""
        names = [e for e in self.events if e.cls != "TOTALLY"]
        return names[0].value if len(names) == 1 and names[0].cls == "PLACE" else None


def subjects(line: Line, pack: Pack, catalogue: Catalogue) -> list[Subject]:
    """The noun phrases of a sentence, in order; one in brackets that says another again (its mirror) is left out."""
    known: list[Subject] | None = line.answers.get(subjects)
    if known is None:
        known = line.answers[subjects] = _subjects(line, pack, catalogue)
    return known


def _subjects(line: Line, pack: Pack, catalogue: Catalogue) -> list[Subject]:
    found: list[Subject] = []
    for cluster in _clusters(line, pack, catalogue):
        subject = _read(line, tuple(cluster), catalogue, pack)
        if not (found and found[-1].core and _bracketed(line, found[-1], subject)):
            found.append(subject)
    found = sorted([*found, *_currencies(line, catalogue), *unknown(line, pack)], key=lambda s: s.start)
    after: list[Subject | None] = [*found[1:], None][: len(found)]
    causes = _causes(line, pack) if found else []
    return [
        s for s, following in zip(found, after, strict=True)
        if not _object(line, s, following, pack)
        and not (not s.core and left_out(line, s.start, s.end, pack))
        and not (s.bare_place and in_aside(line, s.start, s.end, pack))
        and not any(a <= s.start and s.end <= b for a, b in causes)
        and not (s.core and pack.cues.gauge.search(line.text, line.sentence.start, s.start))
        and not (s.core and pack.cues.poll_owner.search(line.text, line.sentence.start, s.start))
    ]  # fmt: skip


def _causes(line: Line, pack: Pack) -> list[tuple[int, int]]:
    """The clauses that only give a cause, where no figure stands in them: 其中原油进口因油价走低而缩减16.6%."""
    spans = [m.span() for m in pack.cues.cause_clause.finditer(line.text, line.sentence.start, line.sentence.end)]
    return [(a, b) for a, b in spans if not any(a <= e.start < b for e in line.of("FIGURE"))]


def unknown(line: Line, pack: Pack) -> Iterator[Subject]:
    """The measures that the sentence states and that no row has: none, rather than the one spoken of before."""
    for start, end in strange(line, pack):
        slots = {name: stated(None, start, end, STRANGE) for name in ("indicator", "flow", "balance_sign")}
        if pack.cues.balance_measure.search(line.text, start, end):
            slots["flow"] = stated("balance", start, end, STRANGE)
        yield Subject(end - 1, end, (Event(start, end, None, None, "STRANGE"),), slots, (), (), True)


def _currencies(line: Line, catalogue: Catalogue) -> Iterator[Subject]:
    """A currency that moves is its exchange rate: "the baht has gained 4.6% against the dollar", 日元贬值6.1%."""
    money = line.of("CUR")
    for event in money:
        following = next(line.after(event.end), None)
        if following is None or following.cls not in {"MOVE", "FXMOVE"} or following.start - event.end > VERB:
            continue
        other = next((e for e in money if e.start > event.end and e.value != event.value), None)
        slots = {
            "indicator": stated("exchange_rate", event.start, event.end, CURRENCY),
            "reporter": stated(catalogue.home_of(event.value), event.start, event.end, f"home of {event.value}"),
            "partner": stated(catalogue.home_of(other.value) if other else None, event.start, event.end),
        }
        empty = {name: stated(None, event.start, event.end) for name in ("flow", "balance_sign", "commodity")}
        yield Subject(event.start, event.end, (event,), {**empty, **slots}, (), (), True)


def _object(line: Line, subject: Subject, following: Subject | None, pack: Pack) -> bool:
    """The object of a clause that describes the next subject: 水産物の輸入を止めた中国向け."""
    told = following is not None and subject.core and following.bare_place is not None
    if told and following is not None and pack.cues.relative.fullmatch(line.text, subject.end, following.start):
        return True
    cause = None if subject.core else pack.cues.cause.match(line.text, subject.end)
    if cause is not None and not any(subject.end <= e.start < cause.end() for e in line.of("FIGURE")):
        return True
    if following is None or not pack.cues.object_mark.match(line.text, subject.end):
        return False
    first = min(e.start for e in subject.events)
    if any(pack.cues.own.fullmatch(line.text, e.end, first) for e in line.ending(first - 1, first, "FIGURE")):
        return False
    return not any(subject.end <= e.start < following.start for e in line.of("FIGURE"))


def _bracketed(line: Line, main: Subject, other: Subject) -> bool:
    """対中輸出（中国の対日輸入）: all of the brackets right after the main phrase."""
    opens = line.text[main.end : other.start].strip() in {"(", "（"}
    return opens and line.text[other.end : other.end + 1] in {")", "）"}


def _clusters(line: Line, pack: Pack, catalogue: Catalogue) -> Iterator[list[Event]]:
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


def _absolute(line: Line, event: Event) -> bool:
    """Whether "with" opens a clause of its own and no partner: ..., with steel exports to China falling 18.8%."""
    if event.cls != "PREP" or event.value != "with" or not line.text[: event.start].rstrip().endswith(","):
        return False
    following = [e for e in line.events if event.end <= e.start <= event.end + WITH_CLAUSE]
    return any(e.cls in CORE for e in following) and not any(e.figure is not None for e in following[:1])


WITH_CLAUSE = 40
"""How far behind such a "with" its noun stands, in characters."""


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


def _whole(cluster: list[Event]) -> Iterator[list[Event]]:
    """The run without prepositions at its end; nothing when only prepositions are left."""
    while cluster and cluster[-1].cls == "PREP":
        cluster = cluster[:-1]
    if any(event.cls not in {"PREP", "POSTP", "TOTALLY"} for event in cluster):
        yield cluster


def _read(line: Line, events: tuple[Event, ...], catalogue: Catalogue, pack: Pack) -> Subject:
    flows = [e for e in events if e.cls == "FLOW"]
    slots: dict[str, Slot] = {}
    _places(line, events, flows, slots, pack)
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
        partners=_partners(events),
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


def value_of(slots: Mapping[str, Slot], name: str) -> str | None:
    """The value of a slot, None when there is none."""
    return slots[name].value if name in slots else None


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


def flow_of(value: str) -> tuple[str, int | None]:
    """`balance-` is the flow balance with the sign of a deficit, `sign-` a deficit of whatever is spoken of (赤字);
    `export+import` is total trade."""
    if value in BOTH:
        return "total", None
    if value in SIGNS:
        return (RESULT if value.startswith(RESULT) else "balance"), SIGNS[value]
    if value.startswith("balance"):
        return "balance", {"-": -1, "+": 1}.get(value[7:])
    return value, None


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
        event = named[-1]
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
            for name in ("flow", "balance_sign", "partner", "commodity"):
                if name == "partner" and row.imposed:
                    continue
                if name == "partner" and row.partnered and name not in slots:
                    slots[name] = stated(None, event.start, event.end, "all partners")
                slots.setdefault(name, stated(None, event.start, event.end, f"{event.value} has none"))
    if (
        not flows
        and not named
        and any(e.value == BOUND_FOR and events[n].cls == "PLACE" for n, e in enumerate(events[1:]))
    ):
        event = events[-1]
        slots["flow"] = inferred("export", f"{event.item.text if event.item else ''}: bound for a place")
        slots["indicator"] = inferred("goods_trade_value", "exports to a place")
    if not flows:
        return
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
    if named and event.value in SIGNS:
        slots["indicator"] = stated(named[-1].value, named[-1].start, named[-1].end)
        if not catalogue.indicators[named[-1].value].trade:
            slots["flow"] = stated(None, event.start, event.end, f"{named[-1].value} has none")
    elif flow == RESULT:
        slots.setdefault("indicator", stated(None, event.start, event.end, "which profit or loss is not said"))
    elif not named or flow == "balance":
        code = "goods_trade_balance" if flow == "balance" else "goods_trade_value"
        slots["indicator"] = stated(code, event.start, event.end)
        if flow != "balance" and of_both_kinds(line, event, pack):
            slots["indicator"] = stated(None, event.start, event.end, BOTH_KINDS)


OF_GOODS = frozenset({"agriculture_output"})
"""Whose names begin with the goods that are meant: 玉米产量."""


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


def _places(line: Line, events: tuple[Event, ...], flows: list[Event], slots: dict[str, Slot], pack: Pack) -> None:
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


def _partners(events: tuple[Event, ...]) -> tuple[str, ...]:
    found = [e.value for n, e in enumerate(events) if e.cls == "PLACE" and role_in(events, n) in {"to", "from", "with"}]
    found += [e.item.value[1] for e in events if e.cls == "PARTNER" and e.item is not None]
    return tuple(found)


def stated_in(subject: Subject, name: str) -> str | None:
    """The value of a slot that a subject states; None when it states none."""
    found = subject.slots.get(name)
    return found.value if found else None
