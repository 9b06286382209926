"""How shares are assigned: of which whole a percentage is, and what later figures have of it."""

from __future__ import annotations

from extractor.extract.change import is_base
from extractor.extract.events import Event, kind_of
from extractor.extract.frame import Frame, stated, value, without
from extractor.extract.owner import whose
from extractor.extract.shares import (
    goes_on,
    grew,
    in_other_terms,
    is_share,
    next_part,
    of_part,
    part_of,
    share_of,
    taker,
)
from extractor.extract.state import Assigned, State
from extractor.extract.subject import Subject

MARKET = 60
"""How far before a share, in characters, the market is named that it is of."""
BEFORE_POINTS = 12
"""Where the subject of points that follow a share begins: "24.4%, up 1.8 points"."""


def own_share(state: State, event: Event, here: Frame, after: Subject | None) -> Assigned | None:
    """A share by its own words: who has it, a word of share, a total, the whole behind the figure; None for others."""
    line, pack = state.line, state.pack
    percent = kind_of(event) == "percent"
    where = taker(line, event, pack) if percent else None
    if where is not None:
        return _taken(state, event, here, where)
    share = is_share(line, event)
    if share and kind_of(event) == "points":
        return Assigned(event, share_of(here, after, state.opener), state.since, state.frame)
    if share:
        state.whole = after
        outer = state.discourse.subject if after is None else None
        return shared(state, event, share_of(here, after, state.opener), outer)
    if not percent:
        return None
    if pack.cues.of_total.match(line.text, event.end) and not grew(line, event):
        return shared(state, event, share_of(here, None, state.opener), None)
    if after is None and pack.joins_words:
        after = next((s for s in state.found if s.start >= event.end), None)
    if after is None or not part_of(line, event, after, pack):
        return None
    state.whole = after
    part = share_of(here, after, state.opener or state.topic)
    row = state.catalogue.indicators.get(value(part, "indicator") or "")
    if row is not None and row.subject == "company" and pack.joins_words:
        part = whose(part, line, state.since, pack, state.catalogue, state.discourse, event)
    return shared(state, event, part, None)


def further_share(state: State, event: Event, here: Frame) -> Assigned | None:
    """A share that goes on from the last one, or an amount in other terms; None for others."""
    last = state.shared
    if last is not None and _likewise(state, event):
        return shared(state, event, last, {})
    if last is not None and _from_share(state, event):
        state.shared_at = event
        return Assigned(event, last, state.since, state.frame, True)
    if last is not None and state.part is not None and goes_on(state.line, event):
        return shared(state, event, last, {})
    listed = next_part(state.line, event, state.found, state.shared_at) if last is not None else None
    if listed is not None and last is not None:
        return shared(state, event, {**last, **listed.slots}, None)
    if in_other_terms(state.line, event):
        return shared(state, event, share_of(here, None, state.opener), None)
    if last is not None and kind_of(event) == "points":
        return Assigned(event, last, event.start - BEFORE_POINTS, state.frame)
    return None


def of_whole(state: State, event: Event, here: Frame, whole: Subject) -> Assigned:
    """A share of a whole that is named before the figure: 占出口总值的60%; points and growth are its change."""
    state.shared = share_of(here, whole, state.opener)
    said = kind_of(event) == "percent" and not grew(state.line, event)
    state.shared_at = event
    if said and not any(start > event.start for start in state.spread):
        state.before = None
    return Assigned(event, state.shared, event.start - BEFORE_POINTS, state.frame, said)


def shared(state: State, event: Event, frame: Frame, outer: Frame | None) -> Assigned:
    """A share: of the country named just before, unless the whole after the figure settles it."""
    state.shared_at = event
    part = state.part
    if part is not None and any(part.end <= e.start and e.end <= event.start for e in state.line.of("FIGURE")):
        part = None
    state.shared = frame if outer is None or part is None else of_part(frame, part, outer)
    begin = max(state.line.sentence.start, event.start - MARKET)
    word = state.line.last(event.start, "SHARE")
    if word is not None and state.pack.cues.market.search(state.line.text, begin, word.start):
        named = stated("market_share", word.start, word.end, "a share of a market")
        state.shared = {**without(state.shared, "flow", "partner", "balance_sign"), "indicator": named}
    state.part = None
    last = state.line.last(event.start, "FIGURE", "PERIOD")
    begin = state.line.sentence.start if last is None or kind_of(last) == "count" else last.end
    if state.pack.cues.together.search(state.line.text, begin, event.start):
        state.shared = {**state.shared, "partner": stated(None, event.start, event.end, "of several together")}
    row = state.catalogue.indicators.get(value(state.shared, "indicator") or "")
    if row is not None and row.subject == "maker":
        mine = whose(state.shared, state.line, state.since, state.pack, state.catalogue, state.discourse, event)
        entity = mine.get("entity")
        if entity is not None and (entity.start or 0) >= state.line.sentence.start:
            state.shared = mine
    if state.measured is not None:
        state.shared = {**state.shared, "commodity": state.measured}
        state.frame = {**state.frame, "commodity": state.measured}
    return Assigned(event, state.shared, state.since, state.frame, True)


def _taken(state: State, event: Event, here: Frame, where: tuple[int, int]) -> Assigned:
    """A share of what is spoken of, and who is named behind it as having it."""
    frame = share_of(here, None, None)
    had = next((s for s in state.found if where[0] <= s.start < where[1]), None)
    if had is not None:
        frame = {**frame, **{k: v for k, v in had.slots.items() if k in {"partner", "commodity", "entity"}}}
        if had.bare_place is not None:
            frame = {**frame, "partner": stated(had.bare_place, had.start, had.end, "who has the share")}
    return shared(state, event, frame, None)


def _likewise(state: State, event: Event) -> bool:
    """The next of a list of shares: those over 65 accounted for 29.58%, and those aged 15 to 64 | for | 59.04%."""
    last = state.shared_at
    if last is None or kind_of(event) != "percent" or last is not state.line.last(event.start, "FIGURE"):
        return False
    return state.pack.cues.for_share.search(state.line.text, last.end, event.start) is not None


def _from_share(state: State, event: Event) -> bool:
    """The share that one rose or fell to: 2014年の37.2％から46.1％へ高まった."""
    before = state.line.last(event.start, "FIGURE")
    if before is None or kind_of(before) != "percent" or kind_of(event) != "percent":
        return False
    if before is not state.shared_at:
        return False
    cues, text = state.pack.cues, state.line.text
    led = cues.base_lead.search(text, before.end, event.start)
    led_up = is_base(state.line, before, state.pack)
    return led is not None or led_up or bool(cues.base_mark.match(text, before.end))
