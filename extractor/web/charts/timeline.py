"""The same thing over time: each source its own series, by marker and dash as well as colour; vintages told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.domain import Period
from extractor.reconcile.reading import Reading, span_of
from extractor.web.charts.scale import Scale, scale, ticks

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 720, 300, 110, 24, 16, 44
LABEL = 104
"""Room for the name of a period."""
MARKERS = ("circle", "square", "triangle", "diamond", "cross")
LENGTHS = ((350, "years"), (160, "half-years"), (80, "quarters"), (27, "months"), (0, "days"))


def chart(claims: Sequence[Mapping[str, Any]], readings: Sequence[Reading], period: str | None) -> dict[str, Any]:
    """A row for each claim (earliest period first), and the drawing of those that can share an axis.

    Drawn are claims on periods as long as the fact's own, in the unit that most of them have; a year and
    a month are no two points of one line. None is drawn where there are not two periods.
    """
    by_id = {reading.id: reading for reading in readings}
    rows = [_row(claim, by_id[claim["id"]]) for claim in claims]
    length = _length(span_of(period))
    same = [row for row in rows if row["length"] == length and row["signed"] is not None]
    units = Counter(row["unit"] for row in same)
    unit = units.most_common(1)[0][0] if units else None
    drawn = [row for row in same if row["unit"] == unit]
    enough = len({row["period"] for row in drawn}) > 1
    return {"rows": rows, "length": length, "unit": unit, "drawing": _drawing(drawn, unit) if enough else None}


def _row(claim: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    names = ("id", "fact", "period", "source", "lang", "quote", "value", "low", "high", "unit", "vintage",
             "published_at")  # fmt: skip
    value = reading.value
    signed = None if value is None else f"{-value if reading.turned else value:f}"
    return {**{name: claim[name] for name in names}, "length": _length(reading.period), "signed": signed}


def _length(span: Period | None) -> str | None:
    return next((name for days, name in LENGTHS if span.days >= days), None) if span else None


def _drawing(rows: Sequence[Mapping[str, Any]], unit: str | None) -> dict[str, Any]:
    values = [Decimal(row["signed"]) for row in rows]
    up = scale(values, HEIGHT - FOOT, TOP)
    days = [Decimal(_middle(row).toordinal()) for row in rows]
    along = scale(days, LEFT, WIDTH - RIGHT)
    sources = list(dict.fromkeys(row["source"] or "" for row in rows))
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "foot": HEIGHT - FOOT,
        "ticks": ticks(up, unit),
        "zero": up.at(Decimal(0)) if up.low < 0 < up.high else None,
        "periods": _periods(rows, along),
        "series": [_series(n, source, rows, up, along) for n, source in enumerate(sources)],
    }


def _series(n: int, source: str, rows: Sequence[Mapping[str, Any]], up: Scale, along: Scale) -> dict[str, Any]:
    """One source's points, and the line through the last published of each period."""
    own = [row for row in rows if (row["source"] or "") == source]
    points = [
        {"x": along.at(Decimal(_middle(row).toordinal())), "y": up.at(Decimal(row["signed"])), **row} for row in own
    ]
    latest = {point["period"]: point for point in sorted(points, key=lambda p: p["published_at"] or "")}
    line = " ".join(f"{point['x']},{point['y']}" for _, point in sorted(latest.items()))
    return {"source": source, "marker": MARKERS[n % len(MARKERS)], "number": n % len(MARKERS), "points": points,
            "line": line if len(latest) > 1 else None}  # fmt: skip


def _periods(rows: Sequence[Mapping[str, Any]], along: Scale) -> list[dict[str, Any]]:
    """What is written along the foot, on two lines; a period that has no room on either is left to the table."""
    found = {row["period"]: along.at(Decimal(_middle(row).toordinal())) for row in rows}
    free = [0.0, 0.0]
    written = []
    for period, at in sorted(found.items(), key=lambda item: item[1]):
        line = next((n for n, from_ in enumerate(free) if at >= from_), None)
        if line is not None:
            free[line] = at + LABEL
            written.append({"at": at, "line": line, "period": period})
    return written


def _middle(row: Mapping[str, Any]) -> date:
    span = span_of(row["period"])
    if span is None:
        raise ValueError(f"no days: {row['period']}")
    return date.fromordinal((span.start.toordinal() + span.end.toordinal()) // 2)
