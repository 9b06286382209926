"""What a new subject does to the frame in force: what it states, what it drops, what it leaves."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.fit import PRICES, VOLUMES
from extractor.extract.frame import Frame, Slot, inferred, passed_on, stated, value, without
from extractor.extract.subject import STRANGE, Subject, stated_in
from extractor.languages import Pack, everywhere

MEASURES = VOLUMES | {"goods_trade_value"}
"""By value, by volume: how the flow in force is measured, without a flow of their own."""


def without_goods(frame: Frame, subject: Subject, line: Line, theme: Slot | None) -> Frame:
    """A partner named in a new sentence opens its own total: the goods of the sentence before do not carry over, but
    for those that the whole article is about (`theme`)."""
    goods = frame.get("commodity")
    if goods is None or goods.start is None or goods.start >= line.sentence.start or "partner" not in subject.slots:
        return frame
    rest = {name: slot for name, slot in frame.items() if name != "commodity"}
    return rest if theme is None else {**rest, "commodity": theme}


def without_balance(frame: Frame, subject: Subject, line: Line, headline: str | None) -> Frame:
    """Goods named in a new sentence after a balance are goods of the flow that the headline is about (`headline`), or
    of one that is not said: 品目別では半導体が11.6％増."""
    flow = frame.get("flow")
    earlier = flow is not None and flow.value == "balance" and (flow.start or 0) < line.sentence.start
    if subject.core or "commodity" not in subject.slots or not earlier:
        return frame
    if value(frame, "indicator") != "goods_trade_balance":
        return frame
    reason = "goods after a balance: the flow of the headline" if headline else "goods after a balance: no flow named"
    measured = inferred("goods_trade_value", reason)
    return {**frame, "flow": inferred(headline, reason), "indicator": measured, "balance_sign": inferred(None, reason)}


def paired(frame: dict[str, Slot], before: Frame, discourse: Discourse) -> dict[str, Slot]:
    """No country trades with itself: a reporter that was the partner takes the last reporter, or the pair's other."""
    reporter, partner = value(frame, "reporter"), value(frame, "partner")
    if reporter is None or reporter == "WLD" or reporter != partner:
        return frame
    last = value(before, "reporter")
    other = last if last not in {None, reporter} else next(iter(discourse.pair - {reporter}), None)
    return {**frame, "partner": inferred(other, "the other country of the two that the text is about")}


def resumed(
    subject: Subject,
    frame: Frame,
    catalogue: Catalogue,
    about: str | None = None,
    lead: str | None = None,
    since: int = 0,
) -> Subject:
    """A broad word (投資) in a text on something narrower of its kind goes on about that: fdi."""
    named = [e for e in subject.events if e.cls == "INDICATOR"]
    row = catalogue.indicators.get(named[-1].value) if named else None
    running = frame.get("indicator")
    if len(named) > 1:
        running = stated(named[-2].value, named[-2].start, named[-2].end)
    if row is None or running is None or named[-1].item is None:
        return subject
    here = len(named) > 1 or (running.how == "stated" and (running.start or 0) >= since)
    if lead == row.code and not here:
        return subject
    if lead in row.broad and not here:
        running = inferred(lead, "what the headline is about")
    if about in row.broad and running.value not in row.broad:
        running = inferred(about, "what the text is about")
    other = catalogue.indicators.get(running.value or "")
    narrower = running.value in row.broad or (row.trade and other is not None and not other.trade)
    if not narrower:
        return subject
    words = named[-1].item.text.lower()
    if all(words != name.lower() for name in row.broad_names) or value(subject.slots, "indicator") != row.code:
        return subject
    of_economy = other is not None and other.subject == "economy" and row.subject == "company"
    dropped = row.default_flow is not None or of_economy
    kept = without(subject.slots, "balance_sign") if dropped else subject.slots
    return subject._replace(slots={**kept, "indicator": running.passed_on()})


WIDE = frozenset({"goods_services_balance"})
"""Balances that a text goes back to when it says "the deficit"."""
PART = frozenset({"services_trade_balance", "primary_income_balance"})
"""Balances that are only a part of the one that a text is about."""


def balanced(subject: Subject, frame: Frame, line: Line, discourse: Discourse) -> Subject:
    """A deficit or surplus without a name: with a partner that of trade in goods; after a part told in an earlier
    sentence, or after the flows, that which the text first named."""
    if not subject.sign_only:
        return subject
    running = frame.get("indicator")
    code = running.value if running is not None else None
    earlier = running is not None and (running.start or 0) < line.sentence.start
    if "partner" in subject.slots:
        return subject._replace(sign_only=False)
    told = discourse.balance is not None and code == discourse.balance.value and value(frame, "flow") == "balance"
    if discourse.balance is not None and not told and (earlier or code not in PART):
        return subject._replace(sign_only=False, slots={**subject.slots, "indicator": discourse.balance.passed_on()})
    return subject._replace(sign_only=False) if code in PART and earlier else subject


def by_volume(subject: Subject) -> Subject:
    """A bare flow in a text on volumes of trade is one: 亚洲出口将增长4.9%; 出口额 is not."""
    flows = [e for e in subject.events if e.cls == "FLOW" and e.item is not None]
    valued = any(e.cls == "INDICATOR" for e in subject.events) or any(
        everywhere("by_value").search(e.item.text) for e in flows if e.item
    )
    if not flows or valued or value(subject.slots, "indicator") != "goods_trade_value":
        return subject
    return subject._replace(
        slots={**subject.slots, "indicator": inferred("trade_volume", "the text is on volumes of trade")}
    )


def narrowed(frame: Frame, subject: Subject, topic: Subject | None, goods: Slot | None) -> dict[str, Slot]:
    """The frame with what the subject states over it; a new core drops the sign of the last, and its goods for those
    (`goods`) that the whole article is about."""
    base = passed_on(frame)
    own = dict(subject.slots)
    nameless = "indicator" in base and base["indicator"].value is None and base["indicator"].reason == STRANGE
    if subject.core and subject.sign_only and nameless and value(base, "flow") == "balance":
        own.pop("indicator", None)
        return {**base, **own}
    if subject.core and subject.sign_only and _signed(base):
        own.pop("indicator", None)
        if value(base, "flow") != "balance":
            own.pop("flow", None)
        return {**base, **_topical(subject, topic), **own}
    if subject.core:
        indexed = any(e.item is not None and everywhere("index_name").search(e.item.text) for e in subject.events)
        measure = stated_in(subject, "indicator") in MEASURES and not subject.flows and not indexed
        gap = value(own, "flow") == "balance" == value(base, "flow") and "balance_sign" not in own
        for name in ("balance_sign", "entity") if measure else ("balance_sign", "entity", "commodity"):
            if not (gap and name == "balance_sign"):
                base.pop(name, None)
        if goods is not None and "commodity" not in base and not any(e.cls == "TOTALLY" for e in subject.events):
            base["commodity"] = goods
        base.update(_topical(subject, topic))
        if value(own, "indicator") in PRICES.values() and "flow" not in own:
            flow = value(base, "flow")
            if value(base, "indicator") in QUOTED:
                return {**base, "commodity": inferred(None, "the price itself")} if "commodity" not in base else base
            own["indicator"] = inferred(PRICES.get(flow), "a unit price of the flow in force")
    if value(base, "entity") == "domestic" and value(own, "partner") is not None and "entity" not in own:
        base.pop("entity")
    if value(own, "entity") in DEMAND and value({**base, **own}, "indicator") not in ORDERS:
        own.pop("entity")
    total = any(e.cls == "TOTALLY" for e in subject.events)
    if total and "partner" not in subject.slots and "flow" in subject.slots:
        base["partner"] = inferred("WLD", "a total without a partner")
    return {**base, **own}


INVESTED = frozenset({"fdi", "outward_fdi", "fdi_stock"})
"""In whose texts "investment" is theirs, and no company's."""
QUOTED = frozenset({"crude_price", "gold_price", "commodity_price"})
"""Prices of which a mean is spoken of: 迪拜原油1月均价."""
DEMAND = frozenset({"domestic", "overseas"})
ORDERS = frozenset({"machine_tool_orders", "machinery_orders", "company_orders", "factory_orders", None})
"""What is ordered at home or abroad; of anything else, 内需 is just what is spoken of."""


def without_volume(frame: Frame, subject: Subject, line: Line, first: Frame) -> Frame:
    """Goods named in a new sentence after a volume told in passing are by value again, as the paragraph began."""
    running = frame.get("indicator")
    passing = running is not None and running.value == "trade_volume" and (running.start or 0) < line.sentence.start
    if (
        not passing
        or subject.core
        or "commodity" not in subject.slots
        or value(first, "indicator") != "goods_trade_value"
    ):
        return frame
    return {**frame, "indicator": first["indicator"].passed_on()}


def sales_of_trade(
    frame: Frame, before: Frame, subject: Subject, discourse: Discourse, line: Line, pack: Pack, catalogue: Catalogue
) -> Frame:
    """Sales and revenue of goods in a text on trade that names no company are trade: soybean revenue, coal sales."""
    running = value(before, "indicator") or discourse.about
    made = catalogue.indicators["industrial_output"].of_goods.get(value(discourse.base, "commodity") or "")
    if value(frame, "indicator") == "industrial_output" and made is not None and pack.joins_words:
        return {**frame, "indicator": inferred(made, "output, in a text on goods that have a row of their own")}
    if value(frame, "indicator") != "company_sales" or running is None or discourse.entity is not None:
        return frame
    named = [e for e in subject.events if e.cls == "COMMODITY"]
    goods = stated(named[-1].value, named[-1].start, named[-1].end) if named else before.get("commodity")
    abroad = pack.cues.abroad.match(line.text, subject.end) is not None
    code = catalogue.indicators["company_sales"].of_goods.get(value(discourse.base, "commodity") or "")
    if code is not None and not abroad:
        home = {"reporter": discourse.base["reporter"]} if "reporter" in discourse.base else {}
        return {**frame, **home, "indicator": inferred(code, "sales, in a text on goods that have a row of their own")}
    row = catalogue.indicators.get(running)
    trade = row is not None and row.trade
    if not trade or goods is None or goods.value is None:
        return frame
    measured = inferred("goods_trade_value", "sales of goods, in a text on trade")
    kept = {name: before[name].passed_on() for name in ("flow", "reporter", "partner") if name in before}
    if value(before, "flow") not in {"export", "import"}:
        kept["flow"] = inferred("export", "what a country sells, in a text on trade")
        kept["partner"] = discourse.base.get("partner", kept.get("partner", measured))
    return {**frame, **kept, "indicator": measured, "commodity": goods}


INDEXES = frozenset({"cpi", "core_cpi"})
"""Of which the prices of single goods are parts."""


def part_of_index(frame: Frame, before: Frame, pack: Pack, catalogue: Catalogue) -> Frame:
    """Prices of goods in a text on consumer prices are a part of that index: "food prices rose 3.0%"."""
    named, running = frame.get("indicator"), before.get("indicator")
    if named is not None and named.value == "investment_amount" and running is not None and running.value in INVESTED:
        return {**frame, "indicator": running.passed_on(), **{k: before[k] for k in ("reporter",) if k in before}}
    if named is None or named.value != "commodity_price" or running is None or running.value not in INDEXES:
        return frame
    here = {**frame, "indicator": inferred("cpi", "prices of goods, in a text on consumer prices")}
    if "reporter" in before:
        here["reporter"] = before["reporter"].passed_on()
    words = named.reason.lower()
    goods = [
        c
        for c, row in catalogue.commodities.items()
        if any(words.startswith(n.lower()) for n in row.names.get(pack.code, ()))
    ]
    if goods:
        here["commodity"] = inferred(goods[0], "the goods whose prices they are")
    return here


def _signed(frame: Frame) -> bool:
    """Whether the frame's indicator can be in deficit or surplus itself: the current account, a profit."""
    code = value(frame, "indicator") or ""
    return bool(code) and (value(frame, "flow") in {"balance", None}) and code != "goods_trade_value"


def _topical(subject: Subject, topic: Subject | None) -> dict[str, Slot]:
    """The role of a place that stands alone before the subject: the reporter, or the partner of a stated one."""
    if topic is None:
        return {}
    place = stated(topic.bare_place, topic.start, topic.end, "the place that the sentence opens with")
    if "reporter" not in subject.slots:
        return {} if topic.bare_place == stated_in(subject, "partner") else {"reporter": place}
    if "partner" in subject.slots or topic.bare_place == stated_in(subject, "reporter"):
        return {}
    return {"partner": place}
