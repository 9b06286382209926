"""A level whose change the next sentence tells has gone that way: 黒字は25兆円だった。前年度の2.8倍に増えた."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.domain import Claim
from extractor.extract.change import AMOUNTS, CHANGES

SAME = ("indicator", "flow", "reporter", "partner", "commodity", "entity", "period")
COMPARED = frozenset({"yoy", "mom", "qoq"})


def followed(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims; the last level of a sentence takes the way of the change that the next sentence opens with."""
    found = list(claims)
    figures = [n for n, claim in enumerate(claims) if claim.kind != "period"]
    for here, after in pairwise(figures):
        level, change = claims[here], claims[after]
        if _tells(level, change) and "\n" not in text[level.end : change.start]:
            found[here] = level.changed({"direction": change.direction})
    return found


def _tells(level: Claim, change: Claim) -> bool:
    """Whether a figure is the change of the level right before it, in a sentence of its own."""
    if level.kind not in AMOUNTS or change.kind not in {*CHANGES, *AMOUNTS} or level.direction != "none":
        return False
    if level.sentence_start == change.sentence_start or change.change_basis not in COMPARED:
        return False
    if level.indicator is None or change.direction not in {"up", "down"} or level.bound is not None:
        return False
    return all(getattr(level, name) == getattr(change, name) for name in SAME)
