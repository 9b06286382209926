"""Which subject each figure of a sentence belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.extract.change import MARKS
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.fit import VOLUMES, fitted
from extractor.extract.frame import EMPTY, Frame, Slot, inferred, passed_on, stated, value
from extractor.extract.owner import whose
from extractor.extract.ranks import ranked
from extractor.extract.subjects import Subject, subjects
from extractor.languages import Pack

SHARES = {"export": "share_of_exports", "import": "share_of_imports", "total": "share_of_trade"}
HEADING = 60
"""A heading is no longer than this, in characters."""
BEFORE_POINTS = 12
"""Where the subject of points that follow a share begins: "24.4%, up 1.8 points"."""
LEVELS = frozenset({"percent", "multiple", "points"})


class Assigned(NamedTuple):
    """A figure, the frame it stands in, where its subject began, and the frame that later figures inherit."""

    event: Event
    frame: Frame
    since: int
    carry: Frame
    share: bool = False


def assign(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Iterator[Assigned]:
    """Each figure of the sentence with its frame: the subject before it, unless one is joined on after it."""
    if not line.of("FIGURE", "PERIOD"):
        return
    state = Assigner(line, pack, catalogue, discourse, subjects(line, pack, catalogue))
    for event in line.events:
        if event.figure is not None:
            yield state.take(event)


def heading(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Frame | None:
    """The frame that a heading opens: a short line without a figure and without a full stop that names a subject."""
    text = line.text[line.sentence.start : line.sentence.end]
    if line.of("FIGURE", "PERIOD") or len(text) > HEADING or text[-1] in ".。!！?？":
        return None
    found = subjects(line, pack, catalogue)
    if not any(subject.slots for subject in found):
        return None
    state = Assigner(line, pack, catalogue, discourse, found)
    for subject in found:
        state.enter(subject)
    return state.frame


class Assigner:
    """Goes through a sentence from left to right, keeping the subject in force.

    `opener` is the place that stands alone at the head of the sentence; `topic` is the same until a
    subject has used it; `shared` is the frame of the last share, for the points and ranks that follow it.
    """

    def __init__(
        self, line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse, found: list[Subject]
    ) -> None:
        self.line, self.pack, self.catalogue, self.discourse = line, pack, catalogue, discourse
        self.found = found
        self.waiting = list(reversed(found))
        self.frame: Frame = dict(discourse.subject)
        self.goods = discourse.base.get("commodity")
        self.since = line.sentence.start
        self.opener: Subject | None = None
        self.topic: Subject | None = None
        self.shared: Frame | None = None
        self.whole: Subject | None = None
        self.part: Subject | None = None
        self.measured: Slot | None = None
        self.before: Subject | None = None
        self.unmeasured = False
        self.spread = _respectively(line, found)

    def take(self, event: Event) -> Assigned:
        """The next figure with its frame."""
        while self.waiting and self.waiting[-1].start < event.start:
            self.enter(self.waiting.pop())
        if event.cls == "PERIOD":
            return Assigned(event, self.frame, self.since, self.frame)
        self.unmeasured = False
        here: Frame = {**self.frame, **self.spread.get(event.start, {})}
        after = _joined(self.line, event, self.found, self.pack)
        if self.before is not None and _kind(event) in LEVELS:
            return self._of_whole(event, here, self.before)
        if _is_share(self.line, event) and _kind(event) == "points":
            return Assigned(event, _share(here, after, self.opener), self.since, self.frame)
        if _is_share(self.line, event):
            self.whole = after
            return self._shared(
                event, _share(here, after, self.opener), self.discourse.subject if after is None else None
            )
        if after is not None and _kind(event) == "percent" and _part_of(self.line, event, after, self.pack):
            self.whole = after
            return self._shared(event, _share(here, after, self.opener or self.topic), None)
        if self.shared is not None and self._from_share(event):
            return Assigned(event, self.shared, self.since, self.frame, True)
        if self.shared is not None and self.part is not None and _goes_on(self.line, event):
            return self._shared(event, self.shared, {})
        if self.shared is not None and _kind(event) == "points":
            return Assigned(event, self.shared, event.start - BEFORE_POINTS, self.frame)
        if after is not None:
            here = _paired(_narrowed(here, after, self.topic, self.goods), here, self.discourse)
        return self._own(event, self._alone(event, here))

    def _alone(self, event: Event, here: Frame) -> Frame:
        """A place that stands alone before a figure ("Vietnam rose 5%, Thailand fell 2%"): partner or reporter."""
        topic = self.topic
        earlier = [e for e in self.line.of("FIGURE") if e.end <= event.start]
        if topic is None or topic.start < (earlier[-1].end if earlier else 0) or _kind(event) in {"rank", "streak"}:
            return here
        row = self.catalogue.indicators.get(value(here, "indicator") or "")
        if row is None or topic.bare_place == value(here, "reporter"):
            return here
        slot = "partner" if row.trade or row.partnered else "reporter"
        self.topic = None
        self.frame = {**self.frame, slot: stated(topic.bare_place, topic.start, topic.end, "stands alone before it")}
        return {**here, slot: self.frame[slot]}

    def _shared(self, event: Event, frame: Frame, outer: Frame | None) -> Assigned:
        """A share: of the country named just before, unless the whole after the figure settles it."""
        part = self.part
        if part is not None and any(part.end <= e.start and e.end <= event.start for e in self.line.of("FIGURE")):
            part = None
        self.shared = frame if outer is None or part is None else _of_part(frame, part, outer)
        self.part = None
        if self.measured is not None:
            self.shared = {**self.shared, "commodity": self.measured}
            self.frame = {**self.frame, "commodity": self.measured}
        return Assigned(event, self.shared, self.since, self.frame, True)

    def _from_share(self, event: Event) -> bool:
        """The share that one rose or fell to: 2014年の37.2％から46.1％へ高まった."""
        before = [e for e in self.line.of("FIGURE") if e.end <= event.start]
        if not before or _kind(before[-1]) != "percent" or _kind(event) != "percent":
            return False
        return bool(self.pack.cues.base_mark.match(self.line.text, before[-1].end))

    def _of_whole(self, event: Event, here: Frame, whole: Subject) -> Assigned:
        """A share of a whole that is named before the figure: 占出口总值的60%; points and growth are its change."""
        self.shared = _share(here, whole, self.opener)
        said = _kind(event) == "percent" and not _grew(self.line, event)
        if said:
            self.before = None
        return Assigned(event, self.shared, event.start - BEFORE_POINTS, self.frame, said)

    def enter(self, subject: Subject) -> None:
        """A new subject takes over; a place alone waits for one; the whole of a share is for that share only."""
        if subject is self.whole:
            return
        if subject.core and _is_whole(self.line, subject):
            self.before = subject
            return
        if subject.bare_place and subject.events[0].cls != "PREP":
            self.part = subject
            if not self.pack.cues.topic_mark.match(self.line.text, subject.end):
                return
            self.topic = self.topic if self.topic or subject.bare_place == "WLD" else subject
            self.opener = self.opener or self.topic
            return
        if not subject.core and "commodity" in subject.slots:
            marked = self.pack.cues.topic_mark.match(self.line.text, subject.end)
            self.measured = subject.slots["commodity"] if marked and marked.group() else None
        frame = _without_goods(self._after_cause(subject, self._after_rate(subject)), subject, self.line)
        self.frame = _paired(_narrowed(frame, subject, self.topic, self._goods_of(subject)), frame, self.discourse)
        if subject.core:
            self.topic = self.shared = self.before = None
            self.unmeasured = True
        if subject.core or "commodity" in subject.slots:
            self.since = subject.start

    def _goods_of(self, subject: Subject) -> Slot | None:
        """The goods of a subject that names none: the article's, those of "its imports", or of a share just stated."""
        its = any(0 <= subject.start - e.end <= 1 for e in self.line.of("ANAPHOR"))
        near = self.frame if its else self.shared or EMPTY
        goods = near.get("commodity")
        here = goods is not None and (its or (goods.start or 0) >= self.line.sentence.start)
        return goods if here and value(near, "commodity") is not None else self.goods

    def _after_cause(self, subject: Subject, frame: Frame) -> Frame:
        """A subject with a reporter of its own does not take the partner of one that no figure measured: "as cars to
        the US fell, Japan's deficit was ..."."""
        if not self.unmeasured or not subject.core or "reporter" not in subject.slots or "partner" in subject.slots:
            return frame
        rest = {k: v for k, v in frame.items() if k not in {"partner", "commodity"}}
        return {**rest, **{k: v for k, v in self.discourse.subject.items() if k in {"partner", "commodity"}}}

    def _after_rate(self, subject: Subject) -> Frame:
        """The frame without the countries of an exchange rate once another indicator is named; back to trade, with
        the partner that the text is about."""
        last = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        back = last is not None and not last.trade and value(subject.slots, "flow") is not None
        if not subject.core or not (value(self.frame, "indicator") == "exchange_rate" or back):
            return self.frame
        if value(self.frame, "indicator") != "exchange_rate":
            return {**self.frame, **{k: v for k, v in self.discourse.base.items() if k == "partner"}}
        rest = {k: v for k, v in self.frame.items() if k not in {"reporter", "partner"}}
        return {**rest, **{k: v for k, v in self.discourse.base.items() if k in {"reporter", "partner"}}}

    def _own(self, event: Event, here: Frame) -> Assigned:
        """What the figure's own kind adds: a rank's partner, a rate's countries, a company's name."""
        if _kind(event) in {"rank", "streak"}:
            here = ranked(self.shared or here, event, self.line, self.found, self.opener, self.pack)
        here = whose(here, self.line, self.since, self.pack, self.catalogue, self.discourse)
        here = fitted(here, event, self.catalogue)
        if _kind(event) == "rank" and value(here, "partner") != value(self.frame, "partner"):
            carried = {name: here[name] for name in ("reporter", "partner") if name in here}
            self.frame, self.topic = {**self.frame, **carried}, None
        elif value(here, "indicator") in VOLUMES:
            kept = {name: here[name] for name in ("indicator", "commodity") if name in here}
            self.frame = {**self.frame, **kept}
        if _kind(event) == "rate":
            here = _rate(here, event, self.catalogue)
            self.frame = here
        elif "entity" in here:
            self.frame = {**self.frame, "entity": here["entity"]}
        return Assigned(event, here, self.since, self.frame)


def _without_goods(frame: Frame, subject: Subject, line: Line) -> Frame:
    """A partner named in a new sentence opens its own total: the goods of the sentence before do not carry over."""
    goods = frame.get("commodity")
    if goods is None or goods.start is None or goods.start >= line.sentence.start or "partner" not in subject.slots:
        return frame
    return {name: slot for name, slot in frame.items() if name != "commodity"}


def _kind(event: Event) -> str:
    return event.figure.kind if event.figure is not None else ""


def _paired(frame: dict[str, Slot], before: Frame, discourse: Discourse) -> dict[str, Slot]:
    """No country trades with itself: a reporter that was the partner takes the last reporter, or the pair's other."""
    reporter, partner = value(frame, "reporter"), value(frame, "partner")
    if reporter is None or reporter != partner:
        return frame
    last = value(before, "reporter")
    other = last if last not in {None, reporter} else next(iter(discourse.pair - {reporter}), None)
    return {**frame, "partner": inferred(other, "the other country of the two that the text is about")}


def _narrowed(frame: Frame, subject: Subject, topic: Subject | None, goods: Slot | None) -> dict[str, Slot]:
    """The frame with what the subject states over it; a new core drops the sign of the last, and its goods for those
    (`goods`) that the whole article is about."""
    base = passed_on(frame)
    own = dict(subject.slots)
    if subject.core and subject.sign_only and _signed(base):
        own.pop("indicator", None)
        if value(base, "flow") != "balance":
            own.pop("flow", None)
        return {**base, **own}
    if subject.core:
        measure = _slot(subject, "indicator") in VOLUMES and not subject.flows
        for name in ("balance_sign", "entity") if measure else ("balance_sign", "entity", "commodity"):
            base.pop(name, None)
        if goods is not None and "commodity" not in base and not any(e.cls == "TOTALLY" for e in subject.events):
            base["commodity"] = goods
        base.update(_topical(subject, topic))
    total = any(e.cls == "TOTALLY" for e in subject.events)
    if total and "partner" not in subject.slots and "flow" in subject.slots:
        base["partner"] = inferred("WLD", "a total without a partner")
    return {**base, **own}


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
        return {} if topic.bare_place == _slot(subject, "partner") else {"reporter": place}
    if "partner" in subject.slots or topic.bare_place == _slot(subject, "reporter"):
        return {}
    return {"partner": place}


def _slot(subject: Subject, name: str) -> str | None:
    found = subject.slots.get(name)
    return found.value if found else None


def _joined(line: Line, event: Event, found: list[Subject], pack: Pack) -> Subject | None:
    """The noun phrase right after a figure that says what it measures: "$4 billion worth of goods from Japan"."""
    for subject in found:
        if subject.start < event.end:
            continue
        between = line.text[event.end : min(e.start for e in subject.events)]
        moves = [e for e in line.of("MOVE") if event.end <= e.start and e.end <= subject.start]
        for move in moves:
            between = between.replace(line.text[move.start : move.end], "", 1)
        return subject if pack.cues.of_gap.fullmatch(between) else None
    return None


def _is_share(line: Line, event: Event) -> bool:
    """A percentage with a word of share before it and no other figure between."""
    if event.figure is None or event.figure.kind not in LEVELS:
        return False
    for other in reversed([e for e in line.events if e.end <= event.start]):
        if other.cls == "SHARE":
            return not any(
                0 <= other.start - e.end <= 2 and not MARKS.search(line.text, e.end, other.start)
                for e in line.of("FIGURE")
            )
        if other.cls in {"FIGURE", "MOVE", "FLOW"}:
            break
    return any(
        0 <= e.start - event.end <= 2 and not MARKS.search(line.text, event.end, e.start) for e in line.of("SHARE")
    )


def _part_of(line: Line, event: Event, whole: Subject, pack: Pack) -> bool:
    """A percentage of something measured, that no word of direction moves: 18% of Japan's exports."""
    between = line.text[event.end : min(e.start for e in whole.events)]
    moved = any(0 <= event.start - e.end <= 12 for e in line.of("MOVE"))
    return whole.core and not moved and pack.cues.share_of.fullmatch(between) is not None


def _is_whole(line: Line, subject: Subject) -> bool:
    """Whether a noun phrase is what a share is of: right after a word of share, or itself named so (占出口总值)."""
    indicator = subject.slots.get("indicator")
    if indicator is not None and (indicator.value or "").startswith("share_of_"):
        return True
    return any(0 <= subject.start - e.end <= 1 for e in line.of("SHARE"))


def _grew(line: Line, event: Event) -> bool:
    """Whether a word of direction stands right before the figure and does not lead up to it (升至)."""
    moves = [e for e in line.of("MOVE") if 0 <= event.start - e.end <= 1]
    return bool(moves) and line.text[moves[-1].end - 1] not in "至到"


def _share(frame: Frame, after: Subject | None, topic: Subject | None) -> Frame:
    """The share that a partner or goods have of a flow: the whole after "of", the part before."""
    here = dict(passed_on(frame))
    if after is not None:
        here.update({k: v for k, v in after.slots.items() if k in {"flow", "reporter"}})
        if topic is not None and topic.bare_place != _slot(after, "reporter"):
            here["partner"] = stated(topic.bare_place, topic.start, topic.end)
        measured = "indicator" in after.slots and value(after.slots, "flow") is None
        if measured:
            known = value(frame, "indicator") is not None
            return {**here, "indicator": frame["indicator"] if known else after.slots["indicator"]}
    flow = here.get("flow")
    code = SHARES.get((flow.value if flow else None) or "")
    here["indicator"] = inferred(code, "a share of the flow") if code else inferred(None, "share of what is not said")
    return here


def _of_part(frame: Frame, part: Subject, outer: Frame) -> Frame:
    """The share of the country named just before: 輸出に占める米国の割合, 米国は輸出全体の2割を占めた."""
    here = dict(frame)
    here["partner"] = stated(part.bare_place, part.start, part.end, "the country whose share it is")
    if value(here, "reporter") == part.bare_place:
        here.pop("reporter")
        if value(outer, "reporter") not in {None, part.bare_place}:
            here["reporter"] = outer["reporter"].passed_on()
    return here


def _goes_on(line: Line, event: Event) -> bool:
    """A percentage in a list of shares: "of which China 17.6%", without a word of change beside it."""
    figure = event.figure
    if figure is None or figure.kind != "percent" or figure.direction is not None:
        return False
    return not any(e.cls in {"MOVE", "COMPARE"} and abs(e.start - event.end) <= 6 for e in line.events)


def _rate(frame: Frame, event: Event, catalogue: Catalogue) -> Frame:
    """An exchange rate: the countries of its currencies (JPY/USD: Japan, United States)."""
    quote, _, base = ((event.figure.unit if event.figure else None) or "").partition("/")
    if not base:
        return frame
    clean = {k: v for k, v in frame.items() if k not in {"flow", "balance_sign", "commodity", "entity"}}
    for name, currency in (("reporter", quote), ("partner", base)):
        place = catalogue.home_of(currency)
        clean[name] = stated(place, event.start, event.end, f"home of {currency}")
    clean["indicator"] = stated("exchange_rate", event.start, event.end)
    return clean


def _respectively(line: Line, found: list[Subject]) -> dict[int, Frame]:
    """Lists that distribute: as many flows or partners as figures, in the same order."""
    words = line.of("RESPECTIVELY")
    if not words:
        return {}
    mark = words[-1]
    numbers = line.of("FIGURE")
    for subject in reversed([s for s in found if s.start < mark.end or s.start < numbers[-1].start] if numbers else []):
        lists = (
            (subject.flows, "flow"),
            (subject.partners, "partner"),
            (subject.goods, "commodity"),
            (subject.indicators, "indicator"),
        )
        for names, slot in lists:
            if len(names) < 2:
                continue
            chosen = _runs([e for e in numbers if e.start > subject.end], len(names))
            if chosen:
                why = "in the order of the list"
                return {
                    e.start: {slot: stated(name, subject.start, subject.end, why)}
                    for run in chosen
                    for e, name in zip(run, names, strict=True)
                }
    return {}


def _runs(numbers: list[Event], length: int) -> list[list[Event]]:
    """The figures in lists of that many of one kind each: three amounts, then three percentages."""
    found: list[list[Event]] = []
    for n in range(0, len(numbers) - length + 1, length):
        run = numbers[n : n + length]
        if found and len({_kind(e) for e in run}) > 1:
            break
        found.append(run)
    return found
