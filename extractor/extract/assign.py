"""Which subject each figure of a sentence belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.catalogue import Catalogue
from extractor.extract.beside import alone, dealt_out, joined, listed_levy, of_place_behind, of_result, of_strange_goods
from extractor.extract.by_kind import by_kind
from extractor.extract.dealt import former, parallel
from extractor.extract.discourse import Discourse
from extractor.extract.entering import enter
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, passed_on, stated, value, without
from extractor.extract.narrow import narrowed, paired
from extractor.extract.owner import owned
from extractor.extract.rank_frames import rank_beside
from extractor.extract.share_frames import further_share, of_whole, own_share, shared
from extractor.extract.shares import LEVELS, share_of
from extractor.extract.state import Assigned, State
from extractor.extract.subject import Subject
from extractor.extract.subjects import subjects
from extractor.extract.surveys import answered
from extractor.extract.traded import of_balance, sold, stated_part, went_to
from extractor.languages import Pack

HEADING = 60
"""A heading is no longer than this, in characters."""
HEADED = ("indicator", "flow", "commodity", "balance_sign")
"""What the headline settles of a figure that the text gives again."""
NEAR_HEADLINE = 2
"""In how many lines after the headline."""


def figure_key(event: Event) -> tuple[object, ...]:
    """What makes two figures the same: kind, value, interval and unit."""
    figure = event.figure
    return () if figure is None else (figure.kind, figure.value, figure.low, figure.high, figure.unit)


def assign(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Iterator[Assigned]:
    """Each figure of the sentence with its frame: the subject before it, unless one is joined on after it."""
    if not line.of("FIGURE", "PERIOD"):
        return
    state = State(line, pack, catalogue, discourse, subjects(line, pack, catalogue))
    for event in line.events:
        if event.figure is not None:
            taken = _take(state, event)
            if taken.share:
                taken = taken._replace(frame=owned(taken.frame, line, taken.since, pack, catalogue, discourse, event))
            yield taken._replace(frame=answered(taken.frame, line, event, discourse, pack))


def heading(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Frame | None:
    """The frame that a heading opens: a short line without a figure and without a full stop that names a subject."""
    text = line.quote
    opens = text[-1] not in ".。!！?？" or pack.cues.list_follows.search(text) is not None
    if line.of("FIGURE", "PERIOD") or len(text) > HEADING or not opens:
        return None
    found = subjects(line, pack, catalogue)
    if not any(subject.slots for subject in found):
        return None
    state = State(line, pack, catalogue, discourse, found)
    for subject in found:
        enter(state, subject)
    return state.frame


def _take(state: State, event: Event) -> Assigned:
    """The next figure with its frame."""
    found = _as_headed(state, event, _found(state, event))
    if event.cls != "PERIOD" and not state.pack.joins_words and event.start not in state.spread:
        answered_to = parallel(state.line, event, state.taken, state.pack) or former(
            state.line, event, state.taken, state.pack
        )
        found = found if answered_to is None else found._replace(frame=passed_on(answered_to))
    if event.cls != "PERIOD":
        state.taken.append((event, found.frame))
    return found


def _as_headed(state: State, event: Event, found: Assigned) -> Assigned:
    """A figure of the first sentences that the headline gave too, with what it is of: (Inflation cools to 2.82%)
    prices paid by consumers rose 2.82%."""
    told = state.discourse.told.get(figure_key(event)) if state.pack.joins_words else None
    if told is None or event.cls == "PERIOD" or not 0 < state.line.sentence.line <= NEAR_HEADLINE:
        return found
    mine = found.frame.get("indicator")
    own = mine is not None and mine.how == "stated" and (mine.start or 0) >= state.line.sentence.start
    rows = [state.catalogue.indicators.get(value(frame, "indicator") or "") for frame in (found.frame, told)]
    if own or rows[0] is rows[1] or all(row is not None and row.trade for row in rows):
        return found
    here = {**found.frame, **passed_on({k: v for k, v in told.items() if k in HEADED})}
    state.frame = {**state.frame, **{k: here[k] for k in HEADED if k in here}}
    return found._replace(frame=here, carry=state.frame)


def _found(state: State, event: Event) -> Assigned:
    """The next figure, once all subjects before it have been entered."""
    place = event.start if kind_of(event) != "streak" else rank_beside(state, event).start
    while state.waiting and state.waiting[-1].start < place:
        enter(state, state.waiting.pop())
    state.in_or_out(event.start)
    if event.cls == "PERIOD":
        return Assigned(event, state.frame, state.since, state.frame)
    state.unmeasured = False
    here: Frame = {**state.frame, **dealt_out(state, event)}
    after = joined(state.line, event, state.found, state.pack) or listed_levy(state, event)
    if state.before is not None and kind_of(event) in LEVELS:
        return of_whole(state, event, here, state.before)
    if kind_of(event) == "percent" and state.pack.cues.of_market.match(state.line.text, event.end):
        reason = "a share of a market"
        share_of_it = {
            **without(here, "flow", "partner", "balance_sign"),
            "indicator": stated("market_share", event.start, event.end, reason),
        }
        return by_kind(state, event, share_of_it)
    share = own_share(state, event, here, after) or further_share(state, event, here)
    return share if share is not None else _measured(state, event, here, after)


def _measured(state: State, event: Event, here: Frame, after: Subject | None) -> Assigned:
    """A figure that is no share: of the subject in force, or of the one that is joined on after it."""
    to = went_to(state.line, event, state.pack)
    if to is not None and kind_of(event) == "percent":
        went = share_of(here, None, state.opener)
        return shared(state, event, {**went, **to} if to else went, None)
    if to:
        return by_kind(state, event, {**here, **to})
    took = sold(event, here, state.line, state.pack)
    if took:
        state.frame = {**without(state.frame, "balance_sign"), **took}
        here = {**without(here, "balance_sign"), **took}
    if after is not None:
        trade = after
        after = of_balance(here, after, event, state.line)
        state.waiting = [after if s is trade else s for s in state.waiting]
        whose_part = {"entity": here["entity"]} if stated_part(here, state.line) else {}
        here = {**paired(narrowed(here, after, state.topic, state.goods), here, state.discourse), **whose_part}
    here = of_result(state, event, of_strange_goods(state, event, of_place_behind(state, event, here, after)))
    mine = by_kind(state, event, alone(state, event, here))
    if after is None or not after.core or state.in_brackets(event):
        return mine
    said = {k: mine.frame[k] for k in after.slots if k in mine.frame} if after.sign_only else after.slots
    return mine._replace(carry={**mine.carry, **said})
