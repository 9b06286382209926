"""How ranks are assigned: whose place it is, which streak and which amount go with it."""

from __future__ import annotations

from extractor.extract.events import Event, kind_of
from extractor.extract.frame import Frame, value
from extractor.extract.ranks import BEFORE_RANK
from extractor.extract.state import State
from extractor.extract.subject import Subject

KEPT = 16
"""How far behind a streak the rank stands that was kept so long."""
WITH_RANK = 24
"""How far behind a rank its amount stands: "the largest market with $70 billion"."""


def rank_beside(state: State, event: Event) -> Event:
    """The rank that a streak is of: 4年連続で最大の貿易相手, largest trading partner for 16 straight years."""
    if kind_of(event) != "streak":
        return event
    for other in state.line.of("FIGURE"):
        if kind_of(other) == "rank" and (
            0 <= other.start - event.end <= 2 or 0 <= event.start - other.end <= 5 or _keeps(state, event, other)
        ):
            return other
    return event


def _keeps(state: State, streak: Event, rank: Event) -> bool:
    """Whether a streak is of the place that was kept: 连续7年保持货物贸易第一大国地位."""
    return 0 < rank.start - streak.end <= KEPT and state.pack.cues.keeps.match(state.line.text, streak.end) is not None


def opener_of(state: State, frame: Frame, rank: Event) -> Subject | None:
    """The place that a rank is of: the last that stands alone, unless it is the reporter or the rank's owner; else
    the first."""
    owned = bool(state.places) and rank.start - state.places[-1].end <= BEFORE_RANK
    others = state.places[:-1] if owned else state.places
    known = {"WLD", value(frame, "reporter"), state.places[-1].bare_place if owned else None}
    return next((place for place in reversed(others) if place.bare_place not in known), state.opener)


def with_rank(state: State, event: Event) -> tuple[str, ...]:
    """What the amount after a rank shares with it: all, if nothing stands between ("market with $70 billion")."""
    after = next((e for e in state.line.events if e.start >= event.end and e.cls not in {"PLACE", "PREP"}), None)
    near = after is not None and kind_of(after) == "money" and after.start - event.end <= WITH_RANK
    return ("reporter", "partner", "indicator", "flow", "balance_sign") if near else ("reporter", "partner")
