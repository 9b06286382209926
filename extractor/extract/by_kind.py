"""What a figure's own kind adds to its frame, and what the frame takes from it."""

from __future__ import annotations

from extractor.extract.change import AMOUNTS, only_moves
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.fit import VOLUMES, fitted
from extractor.extract.frame import Frame, Slot, stated, value, without
from extractor.extract.imposed import between_countries, is_imposed
from extractor.extract.owner import HOME, NAMED_SO, whose
from extractor.extract.rank_frames import opener_of, rank_beside, with_rank
from extractor.extract.ranks import ranked
from extractor.extract.shares import LEVELS
from extractor.extract.state import Assigned, State
from extractor.extract.subject import SIGNS
from extractor.extract.surveys import answered
from extractor.extract.traded import growing, rate_sides
from extractor.languages import Pack

BALANCES = frozenset({"goods_trade_value", "goods_trade_balance", None})
"""What turns into a surplus or a deficit of trade."""
IMPOSED = ("indicator", "reporter", "partner", "commodity")
"""What the headline settles of a tariff for sentences that name no country."""


def by_kind(state: State, event: Event, here: Frame) -> Assigned:
    """What the figure's own kind adds: a rank's partner, a rate's countries, a company's name."""
    if kind_of(event) in {"rank", "streak"}:
        here = _ranked(state, event, here)
    here = _between(state, event, _turned(here, event, state.line, state.pack))
    here = _of_same_goods(state, here, event)
    here = answered(_grown(state, event, here), state.line, event, state.discourse, state.pack)
    here = whose(here, state.line, state.since, state.pack, state.catalogue, state.discourse, event)
    meant = value(here, "indicator")
    here, unfit = _fitting(state, event, here)
    _pass_on(state, event, here, not unfit and value(here, "indicator") != meant)
    if kind_of(event) == "rate":
        here = rate_sides(here, event, state.catalogue)
        if state.in_brackets(event):
            return Assigned(event, here, state.since, state.frame)
        state.frame = here
    elif "reporter" in here and here["reporter"].reason.startswith(("agencies.toml", HOME, NAMED_SO)):
        state.frame = {**state.frame, "reporter": here["reporter"]}
    elif "entity" in here:
        state.frame = {**state.frame, "entity": here["entity"]}
    carry = _without_unfit(state) if unfit else {**state.frame, **state.swapped}
    return Assigned(event, here, state.since, carry)


def _ranked(state: State, event: Event, here: Frame) -> Frame:
    """A rank's or a streak's frame: of the last share, if there is one."""
    row = state.catalogue.indicators.get(value(here, "indicator") or "")
    partnered = row is not None and row.partnered
    opener = opener_of(state, here, event)
    rank = rank_beside(state, event)
    return ranked(state.shared or here, rank, state.line, state.found, opener, state.pack, partnered)


def _between(state: State, event: Event, here: Frame) -> Frame:
    """Who imposes a tariff on whom: the sentence goes on about them, and so does the text when its headline says it."""
    sides = between_countries(here, _imposed_before(state), state.line, event, state.pack, state.catalogue)
    if is_imposed(value(sides, "indicator"), state.catalogue):
        state.frame = {**state.frame, **{k: v for k, v in sides.items() if k in {"reporter", "partner"}}}
        if state.line.sentence.start == 0 and value(sides, "reporter") is not None:
            state.discourse.imposed = {k: sides[k] for k in IMPOSED if value(sides, k) is not None}
    return sides


def _fitting(state: State, event: Event, here: Frame) -> tuple[Frame, bool]:
    """The frame as far as the figure can be of it, and whether its indicator was lost because it cannot."""
    fit = fitted(here, event, state.catalogue)
    follows = state.unfit is not None and kind_of(event) in LEVELS and only_moves(state.line, state.unfit[0], event)
    if follows and state.unfit is not None:
        fit = state.unfit[1]
    unfit = value(fit, "indicator") is None and value(here, "indicator") is not None
    here = fit
    running = state.catalogue.indicators.get(value(state.discourse.subject, "indicator") or "")
    if unfit and running is not None and running.unit == "point" and _bare(event):
        here, unfit = dict(state.discourse.subject), False
        state.frame = here
    about = _about(state, event) if unfit else None
    if about is not None:
        here, unfit = about, False
        state.frame = here
    if unfit and (kind_of(event) in AMOUNTS or follows):
        state.unfit = (event, fit)
    return here, unfit


def _pass_on(state: State, event: Event, here: Frame, changed: bool) -> None:
    """What a rank leaves in force for the figures after it, and a figure that is of another measure than was meant."""
    if kind_of(event) == "rank" and value(here, "partner") != value(state.frame, "partner"):
        carried = {name: here[name] for name in with_rank(state, event) if name in here}
        if value(here, "reporter") == value(state.frame, "partner"):
            state.swapped = {n: s for n, s in state.frame.items() if n in {"reporter", "partner"}}
        state.frame, state.topic = {**state.frame, **carried}, None
    elif value(here, "indicator") in VOLUMES or changed:
        kept = {name: here[name] for name in ("indicator", "commodity") if name in here}
        state.frame = {**state.frame, **kept}
    if kind_of(event) == "rank" and any(i.cls == "INDICATOR" for i in event.inner) and "indicator" in here:
        state.frame = {**state.frame, "indicator": here["indicator"]}  # Europe's largest economy contracted by 0.2%


def _imposed_before(state: State) -> Frame:
    """What the text spoke of before; in one whose headline is about tariffs, those."""
    before, about = state.discourse.subject, state.discourse.imposed
    if about is not None and state.pack.joins_words and not state.pack.cues.all_alike.search(state.line.quote):
        before = {**before, **{k: about[k] for k in IMPOSED if k in about and value(before, k) in {None, "WLD"}}}
    known = is_imposed(value(before, "indicator"), state.catalogue) and value(before, "reporter") is not None
    return before if about is None or known else about


def _grown(state: State, event: Event, here: Frame) -> Frame:
    """The economy's growth, in a text on rates."""
    gdp = growing(event, here, state.line, state.pack, state.catalogue)
    if gdp is None:
        return here
    state.frame = {**state.frame, "indicator": gdp}
    return {**here, "indicator": gdp}


def _of_same_goods(state: State, here: Frame, event: Event) -> Frame:
    """A quantity in a list of partners is of the goods before it: 进口原油1.08亿吨；自沙特进口7864万吨."""
    figure = event.figure
    if figure is None or figure.kind != "quantity":
        return here
    if value(here, "commodity") is None and state.weighed is not None and state.weighed[0] == figure.unit:
        here = {**here, "commodity": state.weighed[1]}
        state.frame = {**state.frame, "commodity": state.weighed[1]}
    goods = here.get("commodity")
    state.weighed = (figure.unit, goods) if goods is not None and goods.value is not None else None
    return here


def _about(state: State, event: Event) -> Frame | None:
    """A count that the measure in force does not take is of what the text is about, where that is counted so."""
    row = state.catalogue.indicators.get(state.discourse.about or "")
    figure = event.figure
    counted = row is not None and figure is not None and figure.unit in {row.counter, *row.counts} - {None}
    if row is None or not counted or row.trade:
        return None
    if value(state.discourse.subject, "indicator") is None or state.pack.joins_words:
        return None
    return {**state.discourse.base, "indicator": Slot(row.code, "inferred", "what the text is about")}


def _without_unfit(state: State) -> Frame:
    """What later sentences inherit when the figure did not fit: tariffs that cost 70 billion yen do not run on."""
    before = state.discourse.subject
    rest = without(state.frame, "indicator", "reporter", "entity")
    return {**rest, **{k: v for k, v in before.items() if k in {"indicator", "reporter", "entity"}}}


def _turned(here: Frame, event: Event, line: Line, pack: Pack) -> Frame:
    """A streak of a balance that turned has the sign that it turned to: 20个月来首次由顺差转为逆差."""
    signs = [e for e in line.of("FLOW") if e.start >= event.end and e.value in SIGNS]
    if kind_of(event) == "streak" and signs and value(here, "indicator") in BALANCES:
        to = signs[0]
        if pack.cues.turned.fullmatch(line.text, event.end, to.start):
            sign = stated(str(SIGNS[to.value]), to.start, to.end, "what it turned to")
            balance = stated("goods_trade_balance", to.start, to.end)
            return {**here, "indicator": balance, "flow": stated("balance", to.start, to.end), "balance_sign": sign}
    if kind_of(event) != "streak" or len(signs) < 2 or value(here, "flow") != "balance":
        return here
    last = signs[-1]
    return {**here, "balance_sign": stated(str(SIGNS[last.value]), last.start, last.end, "what it turned to")}


def _bare(event: Event) -> bool:
    """Whether a figure is a number without a unit: 49.4, the reading of a part of the index spoken of."""
    figure = event.figure
    return figure is not None and figure.kind == "count" and figure.unit in {None, "point"}
