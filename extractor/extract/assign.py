"""Which subject each figure of a sentence belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, Slot, inferred, passed_on, stated
from extractor.extract.owner import whose
from extractor.extract.ranks import ranked
from extractor.extract.subjects import Subject, subjects
from extractor.languages import Pack

SHARES = {"export": "share_of_exports", "import": "share_of_imports", "total": "share_of_trade"}
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
    found = subjects(line, pack, catalogue)
    figures = [e for e in line.events if e.figure is not None]
    frame: Frame = dict(discourse.subject)
    since = line.sentence.start
    opener: Subject | None = None
    shared: Frame | None = None
    whole: Subject | None = None
    topic: Subject | None = None
    n = 0
    spread = _respectively(line, found, figures)
    for event in figures:
        while n < len(found) and found[n].start < event.start:
            subject = found[n]
            n += 1
            if subject is whole:
                continue
            if subject.bare_place and not _prepositional(line, subject):
                topic = topic if topic or subject.bare_place == "WLD" else subject
                opener = opener or topic
                continue
            frame = _paired(_narrowed(frame, subject, topic), discourse)
            topic = None if subject.core else topic
            shared = None if subject.core else shared
            since = subject.start if subject.core or "commodity" in subject.slots else since
        if event.cls == "PERIOD":
            yield Assigned(event, frame, since, frame)
            continue
        here: Frame = {**frame, **spread.get(event.start, {})}
        after = _joined(line, event, found, pack)
        share = _is_share(line, event, since)
        if share:
            shared, whole = _share(here, after, opener), after
            yield Assigned(event, shared, since, frame, True)
            continue
        if shared is not None and event.figure is not None and event.figure.kind == "points":
            yield Assigned(event, shared, event.start - 12, frame)
            continue
        if after is not None:
            here = _paired(_narrowed(here, after, topic), discourse)
        here = ranked(shared or here, event, line, found, opener, pack) if _is_rank(event) else here
        here = _own(whose(here, line, since, pack, catalogue, discourse), event, catalogue)
        frame = {**frame, **(here if _is_rate(event) else _entity(here))}
        yield Assigned(event, here, since, frame)


def _is_rank(event: Event) -> bool:
    return event.figure is not None and event.figure.kind in {"rank", "streak"}


def _is_rate(event: Event) -> bool:
    return event.figure is not None and event.figure.kind == "rate"


def _entity(frame: Frame) -> Frame:
    return {"entity": frame["entity"]} if "entity" in frame else {}


def _prepositional(line: Line, subject: Subject) -> bool:
    return subject.events[0].cls == "PREP"


def _paired(frame: dict[str, Slot], discourse: Discourse) -> dict[str, Slot]:
    """No country trades with itself: when the reporter is the running partner, the pair's other country is meant."""
    reporter, partner = frame.get("reporter"), frame.get("partner")
    if reporter is None or partner is None or reporter.value is None or reporter.value != partner.value:
        return frame
    other = next(iter(discourse.pair - {reporter.value}), None)
    return {**frame, "partner": inferred(other, "the other country of the pair that the text is about")}


def _narrowed(frame: Frame, subject: Subject, topic: Subject | None) -> dict[str, Slot]:
    """The frame with what the subject states over it; a new core drops the goods and sign of the last."""
    base = passed_on(frame)
    if subject.core:
        for name in ("balance_sign", "entity"):
            base.pop(name, None)
        base.update(_topical(subject, topic))
    total = any(e.cls == "TOTALLY" for e in subject.events)
    if total and "partner" not in subject.slots and "flow" in subject.slots:
        base["partner"] = inferred("WLD", "a total without a partner")
    return {**base, **subject.slots}


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


def _is_share(line: Line, event: Event, since: int) -> bool:
    """A percentage with a word of share before it and no other figure between."""
    if event.figure is None or event.figure.kind not in LEVELS:
        return False
    for other in reversed([e for e in line.events if e.end <= event.start]):
        if other.cls == "SHARE":
            return True
        if other.cls in {"FIGURE", "MOVE", "FLOW"}:
            return False
    return False


def _share(frame: Frame, after: Subject | None, topic: Subject | None) -> Frame:
    """The share that a partner or goods have of a flow: the whole after "of", the part before."""
    here = dict(passed_on(frame))
    if after is not None:
        here.update({k: v for k, v in after.slots.items() if k in {"flow", "reporter"}})
        if topic is not None and topic.bare_place != _slot(after, "reporter"):
            here["partner"] = stated(topic.bare_place, topic.start, topic.end)
    flow = here.get("flow")
    code = SHARES.get((flow.value if flow else None) or "")
    here["indicator"] = inferred(code, "a share of the flow") if code else inferred(None, "share of what is not said")
    return here


def _own(frame: Frame, event: Event, catalogue: Catalogue) -> Frame:
    """What the figure's own words add: the countries of a rate's currencies."""
    figure = event.figure
    if figure is not None and figure.kind == "rate" and figure.unit and "/" in figure.unit:
        return _rate(dict(frame), figure.unit, event, catalogue)
    return frame


def _rate(frame: dict[str, Slot], unit: str, event: Event, catalogue: Catalogue) -> Frame:
    """An exchange rate: the countries of its currencies."""
    quote, base = unit.split("/", 1)
    clean = {k: v for k, v in frame.items() if k not in {"flow", "balance_sign", "commodity", "entity"}}
    for name, currency in (("reporter", quote), ("partner", base)):
        place = catalogue.home_of(currency)
        clean[name] = stated(place, event.start, event.end, f"home of {currency}")
    clean["indicator"] = stated("exchange_rate", event.start, event.end)
    return clean


def _respectively(line: Line, found: list[Subject], figures: list[Event]) -> dict[int, Frame]:
    """Lists that distribute: as many flows or partners as figures, in the same order."""
    words = line.of("RESPECTIVELY")
    if not words:
        return {}
    mark = words[-1]
    numbers = [e for e in figures if e.cls == "FIGURE"]
    for subject in reversed([s for s in found if s.start < mark.end or s.start < numbers[-1].start] if numbers else []):
        for names, slot in ((subject.flows, "flow"), (subject.partners, "partner")):
            if len(names) < 2:
                continue
            chosen = [e for e in numbers if e.start > subject.end][: len(names)]
            if len(chosen) == len(names):
                why = "in the order of the list"
                return {
                    e.start: {slot: stated(name, subject.start, subject.end, why)}
                    for e, name in zip(chosen, names, strict=True)
                }
    return {}
