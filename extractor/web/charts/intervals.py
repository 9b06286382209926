"""All claims on one fact as intervals: what each one's digits allow. One panel for each unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from extractor.domain import Interval
from extractor.reconcile.reading import Reading
from extractor.web.charts.scale import Scale, axis_name, scale, short_ticks

WIDTH, LEFT, RIGHT, TOP, ROW, FOOT = 720, 190, 40, 12, 34, 34
NARROWEST = 4
"""An interval is drawn at least this wide, so that exact figures can be seen."""
MOST_ROWS = 24

Row = tuple[Mapping[str, Any], Interval]


def panels(claims: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """One drawing for each unit that at least one claim states a value in, that of most claims first."""
    by_id = {reading.id: reading for reading in readings}
    units: dict[str | None, list[Row]] = {}
    for claim in claims:
        reading = by_id[claim["id"]]
        interval = -reading.rounded if reading.turned else reading.rounded
        if interval.low is not None or interval.high is not None:
            units.setdefault(claim["unit"], []).append((claim, interval))
    return [_panel(unit, rows[:MOST_ROWS]) for unit, rows in sorted(units.items(), key=lambda item: -len(item[1]))]


def _panel(unit: str | None, rows: Sequence[Row]) -> dict[str, Any]:
    ends = [end for _, interval in rows for end in (interval.low, interval.high) if end is not None]
    on = scale(ends, LEFT, WIDTH - RIGHT)
    height = TOP + ROW * len(rows) + FOOT
    return {
        "unit": unit,
        "width": WIDTH,
        "height": height,
        "foot": height - FOOT,
        "left": LEFT,
        "ticks": short_ticks(on, unit),
        "axis": axis_name(on, unit),
        "bars": [_bar(claim, interval, on, TOP + ROW * n + ROW // 2) for n, (claim, interval) in enumerate(rows)],
    }


def _bar(claim: Mapping[str, Any], interval: Interval, on: Scale, y: int) -> dict[str, Any]:
    low, high = interval.low, interval.high
    start = float(on.start) if low is None else on.at(low)
    end = float(on.end) if high is None else on.at(high)
    if end - start < NARROWEST:
        middle = (start + end) / 2
        start, end = middle - NARROWEST / 2, middle + NARROWEST / 2
    return {
        "id": claim["id"],
        "y": y,
        "start": round(start, 1),
        "end": round(end, 1),
        "open_low": low is None,
        "open_high": high is None,
        "source": claim["source"] or "",
        "quote": claim["quote"],
        "lang": claim["lang"],
        "letter": claim["origin"]["letter"] or "–",
        "low": _text(low),
        "high": _text(high),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
