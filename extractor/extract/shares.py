"""Shares: which percentages are parts of a whole, and of which."""

from __future__ import annotations

from extractor.extract.change import MARKS
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Frame, inferred, passed_on, stated, value, without
from extractor.extract.subject import Subject, stated_in
from extractor.languages import Pack, everywhere

SHARES = {"export": "share_of_exports", "import": "share_of_imports", "total": "share_of_trade"}
RATES = frozenset(
    {"operating_margin", "gross_margin", "net_margin", "tariff_rate", "policy_rate", "exchange_rate", "bond_yield"}
)
"""Of which nothing is a share."""
OF_COMPANY = frozenset({"company_sales", "operating_profit", "net_profit"})
"""Of which a part is named by its share: 24% of revenue."""
WHOLE = 6
"""How far behind the words for a whole its share stands: 全体のほぼ3分の1."""
LEVELS = frozenset({"percent", "multiple", "points"})
OF_AMOUNT = 5
"""How far behind what it counts, in characters, an amount stands: exports | of | $3.58 trillion."""
BY = 12
"""How far behind a word of direction the amount stands by which something moved: fell by about | 120 billion."""
GAP = 2
"""How far in front of its figure the member of a list stands: machinery | 28.4%."""


def taker(line: Line, event: Event, pack: Pack) -> tuple[int, int] | None:
    """Where the one is named who has a share, behind it: 7割を中国向けが占める."""
    led = pack.cues.taken_by.match(line.text, event.end) if event.figure is not None else None
    if led is None:
        return None
    word = line.next(led.end(), "SHARE")
    end = word.start if word is not None else led.end()
    return (led.end(), end) if not any(led.end() <= e.start < end for e in line.of("FIGURE")) else None


def is_share(line: Line, event: Event) -> bool:
    """A percentage with a word of share before it and no other figure between."""
    if event.figure is None or event.figure.kind not in LEVELS:
        return False
    if not line.of("SHARE"):
        return False
    led = line.ending(event.start, event.start, "MOVE")
    to = bool(led) and _leads_to(line, led[-1])
    moved = () if to or everywhere("share_lead").search(line.text, line.sentence.start, event.start) else ("MOVE",)
    other = line.last(event.start, "SHARE", "FIGURE", "FLOW", *moved)
    if other is not None and other.cls == "SHARE" and other.value == "whole":
        return event.start - other.end <= WHOLE
    if other is not None and other.cls == "SHARE" and event.start - other.end <= 1:
        return True
    if other is not None and other.cls == "SHARE":
        figures = line.ending(other.start - 2, other.start, "FIGURE")
        return not any(not MARKS.search(line.text, e.end, other.start) for e in figures)
    following = line.beginning(event.end, event.end + 2, "SHARE")
    return any(not MARKS.search(line.text, event.end, e.start) for e in following)


def part_of(line: Line, event: Event, whole: Subject, pack: Pack) -> bool:
    """A percentage of something measured, that no word of direction moves: 18% of Japan's exports."""
    between = line.text[event.end : min(e.start for e in whole.events)]
    moved = line.ending(event.start - 12, event.start, "MOVE")
    return whole.core and not moved and pack.cues.share_of.fullmatch(between) is not None


def is_whole(line: Line, subject: Subject) -> bool:
    """Whether a noun phrase is what a share is of: right after a word of share, or itself named so (占出口总值)."""
    indicator = subject.slots.get("indicator")
    if indicator is not None and (indicator.value or "").startswith("share_of_"):
        return True
    following = line.next(subject.end, "FIGURE")
    if following is not None and kind_of(following) == "money" and following.start - subject.end <= OF_AMOUNT:
        return False  # trade of 5.9 trillion, comprising exports of 3.58 trillion
    words = line.ending(subject.start - 1, subject.start, "SHARE")
    words = [w for w in words if w.value != "whole"]
    own = line.ending(words[-1].start - 2, words[-1].start, "FIGURE") if words else []
    return bool(words) and not any(not MARKS.search(line.text, e.end, words[-1].start) for e in own)


def whole_of_part(line: Line, subject: Subject, frame: Frame, pack: Pack) -> bool:
    """Whether a noun phrase is the whole of which a part named before it has a share: 輸出全体 | に占める割合は."""
    if pack.joins_words or not line.beginning(subject.end, subject.end + 1, "SHARE") or len(subject.events) > 2:
        return False
    figure = line.next(subject.end, "FIGURE")
    named = figure is not None and any(subject.end <= e.start < figure.start for e in line.of("PLACE", "COMMODITY"))
    part = [frame[k] for k in ("commodity", "partner") if k in frame and frame[k].value not in {None, "WLD"}]
    return not named and any((slot.start or 0) >= line.sentence.start for slot in part)


def _leads_to(line: Line, move: Event) -> bool:
    """Whether a word of direction leads up to a level: 升至."""
    return everywhere("moved_to").search(line.text, move.start, move.end) is not None


def grew(line: Line, event: Event) -> bool:
    """Whether a word of direction stands right before the figure and does not lead up to it (升至)."""
    moves = line.ending(event.start - 1, event.start, "MOVE")
    return bool(moves) and not _leads_to(line, moves[-1])


WHOLES = frozenset({None, "company_sales", "company_orders"})
"""What a share is of whatever was spoken of before: 67% of wafer revenue, 15% of its workforce."""


def share_of(frame: Frame, after: Subject | None, topic: Subject | None) -> Frame:
    """The share that a partner or goods have of a flow: the whole after "of", the part before."""
    here = dict(passed_on(frame))
    if after is not None:
        here.update({k: v for k, v in after.slots.items() if k in {"flow", "reporter"}})
        if topic is not None and topic.bare_place != (stated_in(after, "reporter") or value(frame, "reporter")):
            here["partner"] = stated(topic.bare_place, topic.start, topic.end)
        measured = "indicator" in after.slots and value(after.slots, "flow") is None
        if value(after.slots, "indicator") == "share_price":
            return {**without(here, "balance_sign"), "indicator": inferred("stake", "a share of a company's stock")}
        if measured and (value(after.slots, "indicator") in WHOLES):
            return {**without(here, "balance_sign"), "indicator": after.slots["indicator"]}
        if measured:
            known = value(frame, "indicator") is not None and stated_in(after, "indicator") not in OF_COMPANY
            return {**here, "indicator": frame["indicator"] if known else after.slots["indicator"]}
    flow = here.get("flow")
    code = SHARES.get((flow.value if flow else None) or "")
    if value(here, "indicator") in RATES:
        return {**here, "indicator": inferred(None, "share of what is not said")}
    if code is None and value(frame, "flow") is None and value(frame, "indicator") not in {None, "goods_trade_value"}:
        return here
    here["indicator"] = inferred(code, "a share of the flow") if code else inferred(None, "share of what is not said")
    return here


def of_part(frame: Frame, part: Subject, outer: Frame) -> Frame:
    """The share of the country named just before: 輸出に占める米国の割合, 米国は輸出全体の2割を占めた."""
    here = dict(frame)
    here["partner"] = stated(part.bare_place, part.start, part.end, "the country whose share it is")
    if value(here, "reporter") == part.bare_place:
        here.pop("reporter")
        if value(outer, "reporter") not in {None, part.bare_place}:
            here["reporter"] = outer["reporter"].passed_on()
    return here


def in_other_terms(line: Line, event: Event) -> bool:
    """Whether a percentage is the share that the amount right before it makes up, not its change in other terms."""
    before = line.last(event.start, "FIGURE")
    if kind_of(event) != "percent" or before is None or kind_of(before) not in {"money", "quantity", "count"}:
        return False
    lead = next((e for e in line.before(before.start) if not (e.cls == "PREP" and e.value == "by")), None)
    moved = lead is not None and lead.cls == "MOVE" and before.start - lead.end <= BY
    moved = moved or any(e.value == "by" for e in line.ending(before.start - BY, before.start, "PREP"))
    moved = moved or bool(line.beginning(before.end, before.end + 1, "MOVE", "COMPARE"))
    moved = moved or bool(line.beginning(event.end, event.end + GAP, "MOVE", "COMPARE"))
    return not moved and everywhere("or_share").fullmatch(line.text, before.end, event.start) is not None


def next_part(line: Line, event: Event, found: list[Subject], last: Event | None) -> Subject | None:
    """The goods right before a figure that goes on a list of shares: food made up 8.1%, machinery | 28.4%."""
    if last is None or not goes_on(line, event):
        return None
    near = [s for s in found if last.end <= s.start and 0 <= event.start - s.end <= GAP]
    part = near[-1] if near else None
    return (
        part
        if part is not None and not part.core and len(part.goods) == 1 and set(part.slots) == {"commodity"}
        else None
    )


def goes_on(line: Line, event: Event) -> bool:
    """A percentage in a list of shares: "of which China 17.6%", without a word of change beside it."""
    figure = event.figure
    if figure is None or figure.kind != "percent" or figure.direction is not None:
        return False
    if line.ending(event.start - GAP, event.start, "MOVE"):
        return False
    return not any(e.cls in {"MOVE", "COMPARE"} and abs(e.start - event.end) <= 6 for e in line.events)
