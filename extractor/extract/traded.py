"""What words beside a figure make of the subject in force: what a partner took or bought, whose growth, which total."""

from __future__ import annotations

from extractor.catalogue import Catalogue, Indicator
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.subject import PART, Subject
from extractor.languages import Pack

NEXT_ENTRY = 24
"""How far behind the place that a list's entry begins with its figure stands."""
BY_VALUE = frozenset({"goods_trade_value", "goods_trade_balance"})
NAMING = frozenset({"FLOW", "INDICATOR", "COMMODITY", "PLACE", "SHARE"})


def growing(event: Event, here: Frame, line: Line, pack: Pack, catalogue: Catalogue) -> Slot | None:
    """Growth in a text on rates is the economy's: "left its rate at 2%. It projects growth of 1.2%"."""
    row = catalogue.indicators.get(value(here, "indicator") or "")
    if kind_of(event) != "percent" or line.of("INDICATOR", "FLOW"):
        return None
    aimed = pack.cues.growth_aim.search(line.text, line.sentence.start, line.sentence.end) is not None
    if not aimed and (row is None or not row.daily):
        return None
    led = pack.cues.growth_of.search(line.text, line.sentence.start, event.start)
    return None if led is None else inferred("gdp", "growth that a country aims for, or in a text on rates")


def stated_part(here: Frame, line: Line) -> bool:
    """Whether the sentence has said whose part it means: private firms handled 10.25 trillion yuan of imports."""
    entity = here.get("entity")
    return entity is not None and entity.reason == PART and (entity.start or 0) >= line.sentence.start


def of_total(line: Line, pack: Pack) -> bool:
    """Whether a sentence goes on about the total, and names no flow, goods or country before its first figure."""
    first = next((e.start for e in line.of("FIGURE")), line.sentence.start)
    named = {e.cls for e in line.events if e.start < first}
    return pack.cues.the_total.search(line.text, line.sentence.start, first) is not None and not named & NAMING


def sold(event: Event, here: Frame, line: Line, pack: Pack) -> Frame:
    """What a partner took, or goods earned, is exports, though imports or the balance were spoken of before."""
    flow = here.get("flow")
    earlier = flow is not None and (flow.start or 0) < line.sentence.start and flow.value != "export"
    if kind_of(event) != "money" or not earlier or value(here, "indicator") not in BY_VALUE:
        return {}
    led = pack.cues.sold.search(line.text, line.sentence.start, event.start)
    if led is None:
        return {}
    start, end = led.span()
    return {"flow": stated("export", start, end), "indicator": stated("goods_trade_value", start, end)}


def of_balance(here: Frame, after: Subject, event: Event, line: Line) -> Subject:
    """The trade that a deficit is in leaves it a deficit: a deficit of | 305.8 billion euros | in goods trade with."""
    sign = here.get("balance_sign")
    near = sign is not None and sign.end is not None and 0 <= event.start - sign.end <= BALANCE_OF
    if value(here, "flow") != "balance" or not near or set(after.flows) != {"total"}:
        return after
    kept = {name: slot for name, slot in after.slots.items() if name not in {"flow", "indicator", "balance_sign"}}
    return after._replace(slots=kept)


def went_to(line: Line, event: Event, pack: Pack) -> Frame | None:
    """The partner that what a figure counts went to: 27% | went to the U.S.; None without such words, empty where no
    country follows them."""
    gone = pack.cues.went_to.match(line.text, event.end) if kind_of(event) in {"percent", *MEASURES} else None
    if gone is None:
        return None
    to = next((e for e in line.of("PLACE") if gone.end() - len("the ") - 1 <= e.start <= gone.end()), None)
    return {} if to is None else {"partner": stated(to.value, to.start, to.end, "where it went")}


def in_other_measure(subject: Subject, frame: Frame, line: Line) -> bool:
    """Whether a bare flow is the same goods' by value, after their volume: 汽车出口641万辆，出口金额1174亿美元."""
    goods = frame.get("commodity")
    if goods is None or goods.value is None or (goods.start or 0) < line.sentence.start:
        return False
    flow = value(subject.slots, "flow")
    bare = len(subject.events) == 1 and subject.events[0].cls == "FLOW"
    return bare and value(frame, "indicator") == "trade_volume" and flow == value(frame, "flow")


MEASURES = ("money", "quantity", "count")
BALANCE_OF = 12
"""How far behind its noun the amount of a balance stands: a deficit | of about | 305.8 billion."""


def bought(frame: Frame, subject: Subject, discourse: Discourse, pack: Pack) -> Frame:
    """What a partner bought is what the text's country sold it: "China bought $3.9 billion" in a text on Thailand."""
    home = value(discourse.base, "reporter")
    buyer = frame.get("reporter")
    words = {e.item.text.lower() for e in subject.events if e.cls == "FLOW" and e.item is not None}
    if home is None or buyer is None or buyer.value in {home, None} or not words & pack.cues.takes:
        return frame
    if value(frame, "flow") != "import" or value(subject.slots, "partner") not in {None, home}:
        return frame
    flow = stated("export", subject.start, subject.end, "bought by a partner")
    return {**frame, "flow": flow, "reporter": discourse.base["reporter"], "partner": buyer}


def shipped(frame: Frame, subject: Subject, discourse: Discourse, pack: Pack) -> Frame:
    """What a company of which the headline speaks ships is its own sales in units, and no trade of a country."""
    words = {e.item.text.lower() for e in subject.events if e.cls == "FLOW" and e.item is not None}
    named = any(e.cls in {"PLACE", "INDICATOR"} for e in subject.events)
    if not discourse.company or discourse.entity is None or named or not words or not words <= pack.cues.ships:
        return frame
    reason = "shipments of the company that the text is about"
    kept = without(frame, "reporter", "partner", "balance_sign")
    units = inferred("unit_sales", reason)
    return {**kept, "indicator": units, "flow": inferred(None, reason), "entity": discourse.entity.passed_on()}


def renews(topic: Subject | None, place: Subject, line: Line, pack: Pack) -> bool:
    """Whether a place begins the next entry of a list: "Hong Kong ($2.2 billion), China ($1.8 billion)"."""
    figures = line.of("FIGURE")
    if topic is None or not pack.joins_words or not any(topic.end <= e.start < place.start for e in figures):
        return False
    return any(0 <= e.start - place.end <= NEXT_ENTRY for e in figures)


def priced(frame: Frame, goods: Subject, row: Indicator) -> Frame:
    """Goods named in a text on the day's prices: the price of theirs, where there is a row for it."""
    rest = without(frame, "indicator", "reporter", "partner")
    code = row.of_goods.get(goods.goods[0] if goods.goods else "")
    if code is None:
        return rest
    reason = "goods in a text on the day's prices"
    here = {**rest, "indicator": inferred(code, reason)}
    return here if code == "commodity_price" else {**here, "commodity": inferred(None, reason)}


def rate_sides(frame: Frame, event: Event, catalogue: Catalogue) -> Frame:
    """An exchange rate: the countries of its currencies (JPY/USD: Japan, United States)."""
    quote, _, base = ((event.figure.unit if event.figure else None) or "").partition("/")
    if not base:
        return frame
    clean = without(frame, "flow", "balance_sign", "commodity", "entity")
    for name, currency in (("reporter", quote), ("partner", base)):
        place = catalogue.home_of(currency)
        clean[name] = stated(place, event.start, event.end, f"home of {currency}")
    clean["indicator"] = stated("exchange_rate", event.start, event.end)
    return clean
