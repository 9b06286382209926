"""Measures that the catalogue has no row for: what is stated of them is of no indicator."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, value
from extractor.languages import Pack

HEAD = 2
"""How many characters at its end say what a measure is; a term there is what is measured."""
BEFORE = 16
"""How far before a flow the words begin that say it is of goods and services."""
BOTH_KINDS = "goods and services together: no row"


def strange(line: Line, pack: Pack) -> Iterator[tuple[int, int]]:
    """Where topics stand that are measures of no row: 雇用者報酬は, 輸入カバー率は."""
    if not line.of("FIGURE"):
        return
    for found in pack.cues.unknown_measure.finditer(line.text, line.sentence.start, line.sentence.end):
        start, end = found.span("name")
        if not any(e.start < end and end - HEAD < e.end and e.cls != "TRAP" for e in line.events):
            yield start, end


def of_both_kinds(line: Line, flow: Event, pack: Pack) -> bool:
    """Whether a flow is of goods and services together: 財・サービスの輸出."""
    begin = max(line.sentence.start, flow.start - BEFORE)
    return pack.cues.both_kinds.search(line.text, begin, flow.start) is not None


def goes_on(line: Line, frame: Frame, before: Frame, flows: bool) -> bool:
    """Whether a bare flow goes on about goods and services together, or beside their balance, in one paragraph."""
    said = before.get("indicator")
    if not flows or said is None or value(frame, "indicator") != "goods_trade_value":
        return False
    if said.start is None or "\n" in line.text[said.start : line.sentence.start]:
        return False
    return said.reason == BOTH_KINDS or said.value == "goods_services_balance"
