"""A period with what says so: as a word states it, as a sentence opens with it, as it lies to another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from extractor.domain import Figure, dated
from extractor.domain.vocabulary import PeriodKind
from extractor.extract.events import Event, Line
from extractor.extract.roles import REFERENCE, glosses
from extractor.languages import Pack

YEARS = frozenset({"calendar_year", "fiscal_year"})
"""Kinds of period that are a year."""
SPANS = frozenset({"calendar_year", "fiscal_year", "half", "quarter", "month", "ytd", "multi_year"})
OPENS = 8
"""How far into a paragraph the period begins that it opens with: In the (first half)."""


class When(NamedTuple):
    """A period with its evidence: the event that states it, or why it is inferred."""

    period: str | None
    kind: PeriodKind | None
    start: int | None
    end: int | None
    reason: str = ""


def unfinished(period: str | None, published: date | None) -> bool:
    """Whether a period was not over when the text came out; unknown is not."""
    return period is not None and published is not None and period[-10:] > published.isoformat()


def of_event(event: Event) -> When:
    """The period that an event states."""
    figure = event.figure
    if figure is None:
        return When(None, None, None, None)
    return When(figure.period, figure.period_kind, event.start, event.end, figure.evidence or "")


def spoken_of(line: Line, roles: Mapping[int, str], pack: Pack) -> When | None:
    """The reference period of a sentence that has no other figure; None when it names none."""
    marks = [e for e in line.of("PERIOD") if roles.get(e.start) == REFERENCE and not glosses(line, e, pack)]
    return of_event(marks[-1]) if marks and not line.of("FIGURE") else None


def opens(line: Line, roles: Mapping[int, str], pack: Pack) -> When | None:
    """The span that a paragraph opens with (前7个月，..., In the first half, ...); None without a comma after it."""
    start = line.sentence.start
    if start and line.text[start - 1] != "\n":
        return None
    first = next(iter(line.of("PERIOD")), None)
    if first is None or first.start - start > OPENS or roles.get(first.start) != REFERENCE or first.figure is None:
        return None
    if pack.cues.alone_lead.search(line.text, start, first.start) or pack.cues.alone_mark.match(line.text, first.end):
        return None
    comma = line.text[first.end : first.end + 2].lstrip()[:1] in {",", "，", "、"}
    return of_event(first) if comma and first.figure.period_kind in SPANS and line.of("FIGURE") else None


def whole_span(line: Line, figure: Event) -> When | None:
    """From the first to the last period that a sentence names before a mean over years; None for fewer than two."""
    named = [e.figure.period for e in line.of("PERIOD") if e.end <= figure.start and e.figure is not None]
    spans = sorted(p for p in named if dated(p))
    if len(spans) < 2:
        return None
    days = f"{spans[0][:10]}/{max(p[11:] for p in spans)}"
    return When(days, "multi_year", None, None, "a mean over the years that the sentence names")


def of_days(figure: Figure) -> bool:
    """Whether a period is a stretch of days, which is measured as a month is: the first 20 days of November."""
    return (
        figure.period_kind == "day"
        and bool(figure.period)
        and (figure.period or "")[:10] != (figure.period or "")[-10:]
    )


def _days(at: When | None) -> tuple[str, str] | None:
    """The first and the last day of a period; None when they are not known."""
    if at is None or not dated(at.period):
        return None
    first, last = at.period.split("/")
    return first, last


def before(at: When, main: When) -> bool:
    """Whether a period was over, and had begun a year or more, before another began."""
    earlier_days, days = _days(at), _days(main)
    if earlier_days is None or days is None:
        return False
    year_before = f"{int(days[0][:4]) - 1}{days[0][4:]}"
    return earlier_days[1] < days[0] and earlier_days[0] <= year_before


def within(at: When, main: When | None) -> bool:
    """Whether a period is a part of a longer one."""
    part, whole = _days(at), _days(main)
    return part is not None and whole is not None and part != whole and whole[0] <= part[0] and part[1] <= whole[1]
