"""A streak of n means n periods of one sign, the last of them the one in hand."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.reconcile.equations import SameSign
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import growth, period_name

NAME = "streak"
GROUPS = ("article", "series")
LOOKBACK = "lookback"
"""Part of the rules' names for 2年ぶり, "first in two years": only the last period has the sign."""
LENGTHS = {"year": (365, 366), "month": (28, 31), "quarter": (90, 92)}


def trials(view: View) -> Iterator[Trial]:
    """ "A deficit for the fourth year" with the deficits of these years; "fell for the second year" with the falls."""
    for streak in view.heads(measure=tuple(f"streak:{unit}" for unit in LENGTHS)):
        yield from _signs(view, streak)


def _signs(view: View, streak: Reading) -> Iterator[Trial]:
    level = streak.claim.flow == "balance" and streak.claim.direction not in ("up", "down")
    sign = streak.claim.balance_sign if level else {"up": 1, "down": -1}.get(streak.claim.direction)
    found = [
        r for r in view.all_near(streak, "period", measure="level" if level else "change:yoy")
        if _counted(r, streak) and (not level or r.claim.balance_sign is not None)
    ]  # fmt: skip
    if sign is None or not found:
        return
    if not level and streak.claim.flow == "balance" and any(r.sign != sign for r in found):
        return  # "a deficit for the fourth year" that shrank: the run is of deficits, not of widening ones
    values = ", ".join(f"{period_name(r.period)}: {_said(r, level)}" for r in found)
    yield Trial(
        NAME, f"'{streak.claim.quote}' means one sign in each", SameSign(sign),
        (Term(streak), *(Term(r) for r in found)), (values,),
    )  # fmt: skip


def _counted(reading: Reading, streak: Reading) -> bool:
    """A known sign in a period of the streak's own length inside the streak; of a look-back only the last one."""
    if reading.measure.startswith("change") and reading.claim.direction not in ("up", "down"):
        return False
    unit = streak.measure.partition(":")[2]
    if reading.period is None or streak.period is None or not streak.period.contains(reading.period):
        return False
    last = reading.period.end == streak.period.end
    return LENGTHS[unit][0] <= reading.period.days <= LENGTHS[unit][1] and (last or LOOKBACK not in streak.claim.rule)


def _said(reading: Reading, level: bool) -> str:
    if level:
        return "surplus" if reading.claim.balance_sign == 1 else "deficit"
    return growth(reading.value)
