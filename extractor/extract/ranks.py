"""Ranks: whose they are, and over what stretch of time they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.domain import dated
from extractor.extract.events import Event, Line
from extractor.extract.fit import VOLUMES
from extractor.extract.frame import Frame, Slot, inferred, stated, value, without
from extractor.extract.subject import BOTH, Subject, flow_of
from extractor.languages import Pack

BEFORE_RANK = 4
"""How far before a rank its own noun may end: 輸出先の首位."""


def ranked(
    frame: Frame,
    event: Event,
    line: Line,
    found: list[Subject],
    opener: Subject | None,
    pack: Pack,
    partnered: bool = False,
) -> Frame:
    """The frame of a rank: "Japan's second-largest export market" ranks a partner of Japan by Japan's exports.

    `partnered` says that what is measured has partners without a flow: visitors, investment.
    "Record highs" of both exports and imports have no single flow: None, with that reason.
    """
    here = dict(frame)
    figure = event.figure
    if (value(here, "indicator") or "").startswith("share_of_"):
        here["indicator"] = inferred("goods_trade_value", "the flow that the share is of")
    if figure is None or figure.kind != "rank":
        return here
    for noun, code in pack.cues.rank_of.items():
        if noun in figure.quote:
            return {**_without_trade(here), "indicator": stated(code, event.start, event.end)}
    flows = [item for item in event.inner if item.cls == "FLOW"]
    for item in flows:
        here["flow"] = stated(flow_of(str(item.value))[0], item.start, item.end)
        here["indicator"] = stated("goods_trade_value", item.start, item.end)
        here["balance_sign"] = stated(None, item.start, item.end)
    before = pack.cues.counterpart.search(line.text[max(0, event.start - BEFORE_RANK) : event.start])
    if before or pack.cues.counterpart.search(figure.quote):
        has_flow = bool(flows) or partnered or (before is not None and value(here, "flow") is not None)
        return {**here, **_counterpart(here, event, line, found, opener, has_flow, pack)}
    place = _ranked_place(line, event, pack)
    if place is not None and (value(here, "flow") is not None or partnered) and place.value != value(here, "reporter"):
        return {**here, "partner": stated(place.value, place.start, place.end, "the country that is ranked")}
    if value(here, "flow") is None:
        beside = next((e for e in line.of("PLACE") if e.start == event.end), None)
        if beside is not None and value(here, "indicator") is not None:
            return {**here, "reporter": stated(beside.value, beside.start, beside.end, "the place that is ranked")}
    if _both(line, event, here):
        here["flow"] = Slot(None, "stated", "both exports and imports", event.start, event.end)
    return here


SINCE_BEFORE = 48
"""How far before a period its "since" may stand: since comparable data became available in 1979."""
SINCE_AFTER = 8
"""How far behind a period its "since" may stand: 2020年3月以来, 1979年有可比数据以来."""


BRACKETS = re.compile("(?:[（(][^（）()]{1,24}[）)])? ?")
"""What may stand between a level's period and the words that rank another behind it: 2022年（9,447億ドル）に次ぐ."""


def _ranked_place(line: Line, event: Event, pack: Pack) -> Event | None:
    """The country right beside its rank among partners: 中国が首位, 2位は韓国."""
    for place in line.of("PLACE"):
        if place.end <= event.start and pack.cues.ranked_before.fullmatch(line.between(place, event)):
            return place
        if place.start >= event.end and pack.cues.ranked_after.fullmatch(line.between(event, place)):
            return place
    return None


def since_base(
    line: Line, roles: Mapping[int, str], end: str | None, rank: int, joins_words: bool = False
) -> str | None:
    """From the base that the sentence names ("since September 2022") to the end of the period in force."""
    if not dated(end):
        return None
    bases = [e for e in line.of("PERIOD") if roles.get(e.start) in {"base_period", "series_start"} and e.figure]
    since = [e for e in bases if any(0 <= s.start - e.end <= SINCE_AFTER for s in line.of("SINCE"))]
    bases = [e for e in bases if not any(BRACKETS.fullmatch(line.text, e.end, t.start) for t in line.of("THAN"))]
    if joins_words:
        led = [s for s in line.of("SINCE") if s.value != "ahead"]
        since = [
            e
            for e in bases
            if roles[e.start] == "series_start" or any(0 <= e.start - s.end <= SINCE_BEFORE for s in led)
        ]
    else:
        since = since or bases
    for event in sorted(since, key=lambda e: abs(e.start - rank)):
        period = event.figure.period if event.figure is not None else None
        if dated(period):
            first, last = period.split("/")[0], end.split("/")[1]
            return f"{first}/{last}" if first < last else None
    return None


def _without_trade(frame: Frame) -> dict[str, Slot]:
    return without(frame, "flow", "balance_sign", "partner", "commodity")


def _both(line: Line, event: Event, frame: Frame) -> bool:
    """A word for both before the rank in its sentence, or a subject that names both flows."""
    words = [e for e in line.of("BOTH") if e.end <= event.start]
    named = frame.get("flow")
    both_named = named is not None and any(
        e.cls == "FLOW" and e.value in BOTH and e.start == named.start for e in line.events
    )
    return both_named or bool(words and value(frame, "flow") in {"export", "import", None})


def _counterpart(
    frame: Frame, event: Event, line: Line, found: list[Subject], opener: Subject | None, has_flow: bool, pack: Pack
) -> dict[str, Slot]:
    """Reporter and partner of a rank among partners: the owner right before it, and the country that is ranked."""
    here: dict[str, Slot] = {}
    if not has_flow:
        named = pack.cues.counterpart.search(event.figure.quote if event.figure is not None else "")
        flow = (named.lastgroup if named is not None else None) or "total"
        here["flow"] = inferred(flow, "a rank among trading partners")
        if value(frame, "indicator") not in VOLUMES or value(frame, "flow") != flow:
            here["indicator"] = inferred("goods_trade_value", "a rank among trading partners")
        here["balance_sign"] = inferred(None, "a rank among trading partners")
    owner = next((e for e in reversed(line.of("PLACE")) if e.end <= event.start and event.start - e.end <= 4), None)
    if owner is not None and not pack.cues.noun_gap.fullmatch(line.between(owner, event)):
        owner = None
    if owner is not None:
        here["reporter"] = stated(owner.value, owner.start, owner.end)
    reporter = owner.value if owner is not None else value(frame, "reporter")
    if opener is not None and opener.bare_place != reporter:
        here["partner"] = stated(opener.bare_place, opener.start, opener.end)
    else:
        after = next((e for e in line.of("PLACE") if e.start >= event.end and e.value != reporter), None)
        if after is not None and after.start - event.end <= 4:
            here["partner"] = stated(after.value, after.start, after.end)
        elif reporter is not None and reporter == value(frame, "partner") and value(frame, "reporter") != reporter:
            here["partner"] = frame["reporter"].passed_on()
    return here
