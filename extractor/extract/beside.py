"""What stands beside a figure and says what it is of: a noun behind it, a list, a place alone before it."""

from __future__ import annotations

from extractor.extract.change import clause_start
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import EMPTY, Frame, stated, value, without
from extractor.extract.imposed import is_imposed
from extractor.extract.state import State
from extractor.extract.subject import Subject
from extractor.languages import Pack

SPENT = frozenset(
    {"capital_expenditure", "investment_amount", "research_spending", "acquisition_value", "share_buyback"}
)
"""What an amount before them is spent on: 2.3 trillion yen on capital expenditure, 3000億円を投じる."""
SALES = "company_sales"


def joined(line: Line, event: Event, found: list[Subject], pack: Pack) -> Subject | None:
    """The noun phrase right after a figure that says what it measures: "$4 billion worth of goods from Japan"."""
    for subject in found:
        if subject.start < event.end:
            continue
        between = line.text[event.end : min(e.start for e in subject.events)]
        moves = [e for e in line.of("MOVE") if event.end <= e.start and e.end <= subject.start]
        for move in moves:
            between = between.replace(line.text[move.start : move.end], "", 1)
        if pack.cues.of_gap.fullmatch(between):
            return subject
        if value(subject.slots, "indicator") == "company_sales" and kind_of(event) == "percent":
            return subject if pack.cues.share_of.fullmatch(between) else None
        if value(subject.slots, "indicator") not in SPENT:
            return None
        spent = pack.cues.verb_gap.fullmatch(between)
        on = kind_of(event) == "money" and pack.cues.companies.spent.fullmatch(between)
        return subject if spent or on else None
    return None


def listed_levy(state: State, event: Event) -> Subject | None:
    """What the last of a list of rates is of: カナダに25％、中国に10％の追加関税."""
    following = state.line.next(event.end, "FIGURE")
    if state.pack.joins_words or kind_of(event) != "percent" or following is None or kind_of(following) != "percent":
        return None
    if not state.pack.cues.clause_break.search(state.line.text, event.end, min(event.end + 2, following.start)):
        return None
    levy = joined(state.line, following, state.found, state.pack)
    return levy if levy is not None and is_imposed(value(levy.slots, "indicator"), state.catalogue) else None


def of_result(state: State, event: Event, here: Frame) -> Frame:
    """Sales or profits, where the word for the change says which: 4％減収、12％減益; which profit is not said."""
    running = state.catalogue.indicators.get(value(here, "indicator") or "")
    if running is None or running.subject != "company" or kind_of(event) not in {"percent", "multiple"}:
        return here
    profit = running.default_flow is not None
    if profit and state.pack.cues.sales_move.match(state.line.text, event.end):
        return {**without(here, "balance_sign"), "indicator": stated(SALES, event.end, event.end + 2)}
    if not profit and state.pack.cues.profit_move.match(state.line.text, event.end):
        return {**here, "indicator": stated(None, event.end, event.end + 2, "which profit is not said")}
    return here


def of_strange_goods(state: State, event: Event, here: Frame) -> Frame:
    """Without goods, where the topic right before a figure is something that no table knows: 外食は1.1％増."""
    goods = here.get("commodity")
    begin = clause_start(state.line, event, state.pack)
    if goods is None or goods.value is None or (goods.start or 0) >= begin or state.goods is not None:
        return here
    topic = state.pack.cues.strange_topic.search(state.line.text, begin, event.start)
    if topic is None or any(e.start < topic.end("name") and topic.start("name") < e.end for e in state.line.events):
        return here
    reason = "goods that no row has"
    state.frame = {**state.frame, "commodity": stated(None, topic.start("name"), topic.end("name"), reason)}
    return {**here, "commodity": state.frame["commodity"]}


def of_place_behind(state: State, event: Event, here: Frame, after: Subject | None) -> Frame:
    """The partner that a figure is of, where it stands behind it: 881万人の韓国が, 2.9倍になった中国."""
    row = state.catalogue.indicators.get(value(here, "indicator") or "")
    if row is None or not (row.trade or row.partnered) or state.pack.joins_words or kind_of(event) == "streak":
        return here
    place = after if after is not None and after.bare_place is not None and kind_of(event) != "rank" else None
    told = state.pack.cues.describing.match(state.line.text, event.end)
    if place is None and told is not None:
        place = next((s for s in state.found if s.start == told.end() and s.bare_place is not None), None)
    if place is None or place.bare_place in {value(here, "reporter"), "WLD"}:
        return here
    if not state.pack.cues.place_mark.match(state.line.text, place.end):
        return here
    return {**here, "partner": stated(place.bare_place, place.start, place.end, "the place behind it")}


def dealt_out(state: State, event: Event) -> Frame:
    """What a list deals out to a figure: countries are partners where what is measured has them, regions of the
    text's own country are not."""
    dealt = state.spread.get(event.start, EMPTY)
    place = dealt.get("reporter") or dealt.get("partner")
    row = state.catalogue.indicators.get(value({**state.frame, **dealt}, "indicator") or "")
    home = state.discourse.base.get("reporter")
    if place is None or place.value is None or row is None or home is None or home.value is None:
        return dealt
    own = {home.value, *state.catalogue.places[home.value].parents} if "-" in place.value else {home.value}
    inside = place.value == home.value or bool(own & set(state.catalogue.places[place.value].parents))
    if inside and "partner" in dealt and row.trade:
        return {**without(dealt, "partner"), "reporter": place}
    if "reporter" in dealt and not inside and (row.trade or row.partnered):
        return {**without(dealt, "reporter"), "partner": place, "reporter": home}
    return dealt


def alone(state: State, event: Event, here: Frame) -> Frame:
    """A place that stands alone before a figure ("Vietnam rose 5%, Thailand fell 2%"): partner or reporter."""
    topic = state.topic
    before = [e for e in state.line.of("FIGURE") if e.end <= event.start]
    joins = state.pack.joins_words
    earlier = next((e for e in reversed(before) if not joins or kind_of(e) != "rank"), None)
    ranked_ = {"rank"} if not joins else {"rank", "streak"}
    if topic is None or topic.start < (earlier.end if earlier else 0) or kind_of(event) in ranked_:
        return here
    row = state.catalogue.indicators.get(value(here, "indicator") or "")
    if row is None or topic.bare_place == value(here, "reporter"):
        return here
    home = value(state.discourse.base, "reporter")
    place = state.catalogue.places.get(topic.bare_place or "")
    member = place is not None and (home in place.parents or (home == "WLD" and not row.trade))
    inside = member and not state.pack.joins_words
    slot = "partner" if (row.trade or row.partnered) and not inside else "reporter"
    state.topic = None
    state.frame = {**state.frame, slot: stated(topic.bare_place, topic.start, topic.end, "stands alone before it")}
    goods = state.frame.get("commodity")
    if (
        slot == "partner"
        and goods is not None
        and (goods.start or 0) < state.line.sentence.start
        and state.pack.joins_words
    ):
        state.frame = (
            {**state.frame, "commodity": state.goods} if state.goods is not None else without(state.frame, "commodity")
        )
        here = without(here, "commodity") | {k: v for k, v in state.frame.items() if k == "commodity"}
    return {**here, slot: state.frame[slot]}
