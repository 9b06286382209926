"""What a subject brings into the frame, and what it ends."""

from __future__ import annotations

from extractor.extract import strange
from extractor.extract.dealt import PARTED
from extractor.extract.frame import EMPTY, Frame, Slot, inferred, value, without
from extractor.extract.narrow import (
    INDEXES,
    balanced,
    by_volume,
    narrowed,
    paired,
    part_of_index,
    resumed,
    sales_of_trade,
    without_balance,
    without_goods,
    without_volume,
)
from extractor.extract.shares import goes_on, is_whole, whole_of_part
from extractor.extract.state import State
from extractor.extract.subject import PART, Subject
from extractor.extract.traded import bought, in_other_measure, priced, renews, shipped

PRICE_INDEXES = INDEXES | {"ppi", "trade_price_index"}
CORE = "core_cpi"


def enter(state: State, subject: Subject) -> None:
    """A new subject takes over; a place alone waits for one; the whole of a share is for that share only."""
    if subject is state.whole or _part_of_index(state, subject):
        return
    state.in_or_out(subject.start)
    if state.topic is not None and PARTED.search(state.line.text, state.topic.end, subject.start):
        state.topic = None
    if subject.core and (is_whole(state.line, subject) or whole_of_part(state.line, subject, state.frame, state.pack)):
        state.before = subject
        return
    if subject.bare_place and subject.events[0].cls != "PREP":
        _stand_alone(state, subject)
        return
    if not subject.core and "commodity" in subject.slots:
        marked = state.pack.cues.topic_mark.match(state.line.text, subject.end)
        state.measured = subject.slots["commodity"] if marked and marked.group() else None
    _those(state, subject)
    frame = _left_of(state, subject)
    part = _part_of(state, subject)
    subject = _meant(state, subject)
    state.frame = paired(narrowed(frame, subject, state.topic, _goods_of(state, subject)), frame, state.discourse)
    state.frame = {**state.frame, **part}
    _of_both_kinds(state, subject, frame)
    _price_of(state, subject)
    named = [e.item.text for e in subject.events if e.cls == "INDICATOR" and e.item is not None]
    if not (named and state.pack.cues.domestic.match(named[-1])):
        state.frame = part_of_index(state.frame, frame, state.pack, state.catalogue)
    state.frame = sales_of_trade(state.frame, frame, subject, state.discourse, state.line, state.pack, state.catalogue)
    state.frame = shipped(state.frame, subject, state.discourse, state.pack)
    state.frame = bought(state.frame, subject, discourse=state.discourse, pack=state.pack)
    if subject.core:
        state.swapped = EMPTY
        state.topic = state.shared = state.before = None
        state.unmeasured = True
    if subject.core or "commodity" in subject.slots:
        state.since = subject.start


def _stand_alone(state: State, place: Subject) -> None:
    """A place alone: of the share that follows, and the topic until a subject has used it."""
    state.part = place
    state.places.append(place)
    if not state.pack.cues.topic_mark.match(state.line.text, place.end):
        return
    if _parts_from_share(state, place):
        state.shared = None
    if renews(state.topic, place, state.line, state.pack):
        state.topic = None
    state.topic = state.topic if state.topic or place.bare_place == "WLD" else place
    state.opener = state.opener or state.topic


def _left_of(state: State, subject: Subject) -> Frame:
    """What the subject leaves of the frame in force."""
    frame = without_goods(_after_cause(state, subject, _after_rate(state, subject)), subject, state.line, state.goods)
    frame = without_balance(frame, subject, state.line, state.discourse.headline)
    return without_volume(frame, subject, state.line, state.discourse.first) if state.pack.joins_words else frame


def _meant(state: State, subject: Subject) -> Subject:
    """The subject as the text around it means it: of the indicator, the balance or the volume that is spoken of."""
    lead = state.discourse.headed_about if state.pack.joins_words else None
    subject = resumed(subject, state.frame, state.catalogue, state.discourse.theme, lead, state.line.sentence.start)
    if state.pack.joins_words:
        subject = balanced(subject, state.frame, state.line, state.discourse)
    return by_volume(subject) if state.discourse.by_volume else subject


def _of_both_kinds(state: State, subject: Subject, frame: Frame) -> None:
    """Exports or imports of goods and services together have no row."""
    only = state.pack.cues.goods_only.search(state.line.text, state.line.sentence.start, subject.start) is not None
    bare = not only and bool(subject.flows) and not subject.indicators and not subject.goods
    if not state.pack.joins_words and strange.goes_on(state.line, state.frame, frame, bare):
        at = state.frame["indicator"]
        state.frame = {**state.frame, "indicator": at._replace(value=None, reason=strange.BOTH_KINDS)}


def _price_of(state: State, subject: Subject) -> None:
    """Goods alone, in a text on prices: the whole index has them, and a daily price is theirs."""
    if subject.core or "commodity" not in subject.slots:
        return
    row = state.catalogue.indicators.get(value(state.frame, "indicator") or "")
    if value(subject.slots, "commodity") and row is not None and row.code == CORE:
        whole = inferred("cpi", "goods in a text on core prices: of the whole index")
        state.frame = {**state.frame, "indicator": whole}
    if row is not None and row.daily and not row.rate:
        state.frame = priced(state.frame, subject, row)
    if state.pack.cues.delivered.match(state.line.text, subject.end):
        state.frame = priced(state.frame, subject, state.catalogue.indicators["crude_price"])


def _those(state: State, subject: Subject) -> None:
    """Exports spoken of again: shipments to the US rose despite a tariff, and | those to the EU | added 4.9%."""
    row = state.catalogue.indicators.get(value(state.frame, "indicator") or "")
    if row is not None and row.trade and value(state.frame, "flow") is not None:
        state.traded = dict(state.frame)
    first = subject.events[0]
    again = state.pack.cues.those.search(state.line.text, state.line.sentence.start, first.start)
    if again is not None and state.traded and not subject.core and (row is None or not row.trade):
        state.frame = without(state.traded, "partner", "commodity")


def _part_of_index(state: State, subject: Subject) -> bool:
    """Whether a measure without a row is a part of the index that is spoken of: housing costs, of the CPI."""
    row = state.catalogue.indicators.get(value(state.frame, "indicator") or "")
    parted = row is not None and ((row.unit == "point" and not row.daily) or row.code in PRICE_INDEXES)
    return subject.events[0].cls == "STRANGE" and parted


def _parts_from_share(state: State, place: Subject) -> bool:
    """Whether a country that is named after another's share is not one of the list of shares."""
    following = state.line.next(place.end, "FIGURE")
    aside = state.line.text[place.end : place.end + 1] in {"（", "("}
    if state.shared is None or aside or (following is not None and goes_on(state.line, following)):
        return False
    return value(state.shared, "partner") not in {None, place.bare_place}


def _part_of(state: State, subject: Subject) -> Frame:
    """Whose part of it the sentence speaks of: private enterprises saw their exports rise."""
    entity = state.frame.get("entity")
    here = entity is not None and (entity.start or 0) >= state.line.sentence.start
    ends = {"TOTALLY", "SUBSET"} if state.pack.joins_words or state.pack.cues.move_after else {"SUBSET"}
    kept = here and subject.core and not any(e.cls in ends for e in subject.events)
    return {"entity": entity} if kept and entity is not None and entity.reason == PART else {}


def _goods_of(state: State, subject: Subject) -> Slot | None:
    """The goods of a subject that names none: the article's, those of "its imports", of a share just stated, or
    those that the sentence opens with as its topic (コーヒーは…、輸出額は…)."""
    first = state.found[0]
    topic = first.slots.get("commodity") if not first.core and subject is not first else None
    if topic is not None and not state.pack.joins_words and first.start - state.line.sentence.start <= 1:
        marked = state.pack.cues.topic_mark.match(state.line.text, first.end)
        if marked is not None and marked.group() == state.line.text[first.end : first.end + 1] and marked.group():
            return topic.passed_on()
    its = any(0 <= subject.start - e.end <= 1 for e in state.line.of("ANAPHOR"))
    near = state.frame if its else state.shared or EMPTY
    goods = near.get("commodity")
    its = its or in_other_measure(subject, state.frame, state.line)
    goods = state.frame.get("commodity") if its else goods
    near = state.frame if its else near
    here = goods is not None and (its or (goods.start or 0) >= state.line.sentence.start)
    return goods if here and value(near, "commodity") is not None else state.goods


def _after_cause(state: State, subject: Subject, frame: Frame) -> Frame:
    """A subject with a reporter of its own does not take the partner of one that no figure measured: "as cars to
    the US fell, Japan's deficit was ..."."""
    if not state.unmeasured or not subject.core or "reporter" not in subject.slots or "partner" in subject.slots:
        return frame
    rest = without(frame, "partner", "commodity")
    return {**rest, **{k: v for k, v in state.discourse.subject.items() if k in {"partner", "commodity"}}}


def _after_rate(state: State, subject: Subject) -> Frame:
    """The frame without the countries of an exchange rate once another indicator is named; back to trade, with
    the partner that the text is about."""
    last = state.catalogue.indicators.get(value(state.frame, "indicator") or "")
    back = last is not None and not last.trade and value(subject.slots, "flow") is not None
    if not subject.core or not (value(state.frame, "indicator") == "exchange_rate" or back):
        return state.frame
    if value(state.frame, "indicator") != "exchange_rate":
        return {**state.frame, **{k: v for k, v in state.discourse.base.items() if k == "partner"}}
    rest = without(state.frame, "reporter", "partner")
    return {**rest, **{k: v for k, v in state.discourse.base.items() if k in {"reporter", "partner"}}}
