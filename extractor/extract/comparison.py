"""Against what a change is measured: the words beside it, the base that is named, the text's own custom."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from extractor.catalogue import Indicator
from extractor.domain import Figure
from extractor.domain.vocabulary import ChangeBasis
from extractor.extract.change import AMOUNTS, CHANGES, LEAD_UP, MARKS, STEPS, is_base, is_run
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Slot, inferred, stated
from extractor.languages import Pack, everywhere

MARKET = "market_share"
IN_THE = 8
"""How far behind the base of a rate the words that date it stand: compared with 3.7 percent | in the previous month."""
FROM = 2
"""A period of comparison and its "from": 前の年から | 4万1227人."""
INCREMENTS = frozenset({"new_loans", "social_financing"})
"""What is itself an increase: 人民币贷款增加12.92万亿元."""
BRACKET = re.compile(r"[（(][^）)]{1,16}[）)]")


def change_basis(
    line: Line,
    figure: Figure,
    moved: bool,
    indicator: Indicator | None,
    running: Slot | None,
    own: ChangeBasis | None,
    pack: Pack,
    first: Slot | None = None,
    custom: Slot | None = None,
) -> tuple[ChangeBasis, Slot | None]:
    """What a change is measured against: the base period named (`own`), the sentence's own words, the text's
    running basis, the indicator's custom, what the text `first` compared the indicator with."""
    if indicator is not None and figure.kind == "percent" and indicator.code == MARKET:
        return "share", inferred("share", "a share of a market")
    if indicator is not None and indicator.change_basis == "share" and figure.kind == "percent":
        return "share", inferred("share", f"indicators.toml: {indicator.code}: change_basis")
    if not moved and indicator is not None and indicator.growth and figure.kind == "percent" and pack.joins_words:
        slot = inferred(indicator.change_basis, f"indicators.toml: {indicator.code}: change_basis")
        return indicator.change_basis or "none", slot
    if not moved or not (
        figure.kind in CHANGES or is_run(figure) or _in_points(line, figure) or _by_amount(line, figure, pack)
    ):
        return "none", None
    if figure.kind == "percent" and indicator is not None and indicator.rate:
        return "none", None
    if (
        indicator is not None
        and indicator.code in INCREMENTS
        and figure.kind in AMOUNTS
        and not _beside_compare(line, figure)
    ):
        return "none", None
    if own is not None:
        return own, stated(own, figure.end, line.sentence.end, "the period it is compared with")
    found = compare_near(line, figure)
    if found is not None and figure.kind == "percent" and not pack.joins_words and _own_step(line, figure, found):
        found = None
    dated = found is not None and found.item is None and pack.joins_words
    growth = indicator is not None and (indicator.growth or indicator.basis_of)
    if found is not None and growth and (dated or _of_base(line, figure, found, pack)):
        found = None
    if found is not None:
        return found.value, stated(found.value, found.start, found.end)  # type: ignore[return-value]
    yearly = indicator is not None and indicator.growth and indicator.code != "gdp"
    if any(e.value == "annualised" for e in line.of("ADJUST")) and not (yearly and not pack.joins_words):
        return "qoq", inferred("qoq", "an annualised rate is of a quarter to the next")
    settled = custom if first is None or (custom is not None and first.value == custom.value) else first
    if custom is not None and settled is not None and settled.value is not None and _earlier(running, line):
        return settled.value, settled if settled is custom else settled.passed_on()  # type: ignore[return-value]
    if running is not None and running.value is not None and _applies(running, line, figure, indicator):
        return running.value, running.passed_on()  # type: ignore[return-value]
    if indicator is not None and indicator.change_basis == "share":
        return "none", None
    if indicator is not None and indicator.change_basis is not None:
        slot = inferred(indicator.change_basis, f"indicators.toml: {indicator.code}: change_basis")
        return indicator.change_basis, slot
    if first is not None and first.value is not None and indicator is not None and not indicator.daily:
        return first.value, first.passed_on()  # type: ignore[return-value]
    return "none", None


def _beside_compare(line: Line, figure: Figure) -> bool:
    """Whether a comparison stands close before an amount, with no mark between: 同比多4.32万亿元."""
    compare = line.last(figure.start, "COMPARE")
    return compare is not None and not MARKS.search(line.text, compare.end, figure.start)


def _earlier(running: Slot | None, line: Line) -> bool:
    """Whether the comparison in force is none of the sentence's own."""
    return running is None or (running.start or 0) < line.sentence.start


def _own_step(line: Line, figure: Figure, compare: Event) -> bool:
    """Whether a word of comparison is the period of the rate right behind it: 前月の3.3％から縮小."""
    joined = everywhere("of_base").fullmatch(line.text, compare.end, figure.start)
    return joined is not None and any(e is compare for e in _steps(line))


def _of_base(line: Line, figure: Figure, compare: Event, pack: Pack) -> bool:
    """Whether a comparison only dates the rate that another came from: to 33.5% from 35.1% a month earlier."""
    if not pack.joins_words or figure.kind != "percent" or compare.value == "yoy":
        return False
    return any(
        0 <= compare.start - e.end <= IN_THE and kind_of(e) == "percent" and is_base(line, e, pack)
        for e in line.of("FIGURE")
    )


def _by_amount(line: Line, figure: Figure, pack: Pack) -> bool:
    """How much something changed by: between a comparison and a verb (前年から139万人減り), or after "rose by"."""
    if figure.kind in AMOUNTS and pack.cues.step.search(
        line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start
    ):
        return True
    compared = bool(line.ending(figure.start - 1, figure.start, "COMPARE"))
    compared = compared or any(0 <= figure.start - e.end <= FROM for e in _steps(line))
    inside = BRACKET.match(line.text, figure.end)
    end = inside.end() if inside is not None else figure.end
    return bool(compared and line.beginning(end, end + 1, "MOVE"))


def _in_points(line: Line, figure: Figure) -> bool:
    """Whether points of an index are a change of it: a word of direction right before ("up 0.2 points")."""
    if figure.kind != "count" or figure.unit != "point" or figure.quote[-1].isdecimal():
        return False
    behind = line.beginning(figure.end, figure.end + 1, "MOVE")
    return bool(behind or line.ending(figure.start - 4, figure.start, "MOVE"))


GDP_PARTS = frozenset({"gdp", "private_consumption", "capital_expenditure", "government_consumption"})
"""What the offices compare as they compare the whole economy, all through a text."""


def _applies(running: Slot, line: Line, figure: Figure, indicator: Indicator | None) -> bool:
    """Whether a comparison of an earlier sentence holds for an indicator: not for rates and prices of the day."""
    if indicator is None or indicator.trade or indicator.change_basis is not None:
        return True
    if (indicator.subject == "currency" and figure.kind == "percent") or indicator.code in GDP_PARTS:
        return True
    start = running.start or 0
    same_paragraph = start < line.sentence.end and "\n" not in line.text[start : line.sentence.start]
    return same_paragraph and not indicator.daily


def compare_near(line: Line, figure: Figure) -> Event | None:
    """The comparison that is nearest to the figure in its sentence: in its own clause first, then by distance."""

    def far(event: Event) -> tuple[int, int]:
        before = event.end <= figure.start
        between = line.text[event.end : figure.start] if before else line.text[figure.end : event.start]
        marks = MARKS.findall(between)
        return len(marks) + sum(mark in ";；" for mark in marks), len(between)

    near = [*_beside(line.of("COMPARE"), figure), *_beside(_steps(line), figure)]
    return min((e for e in near if not _of_next(line, figure, e)), key=far, default=None)


def _of_next(line: Line, figure: Figure, compare: Event) -> bool:
    """Whether a comparison behind a figure, after a comma, is that of the next one: 升至4.2%，比上月加快3.7个百分点."""
    behind = compare.start >= figure.end and "，" in line.text[figure.end : compare.start]
    return behind and line.next(compare.end, "FIGURE") is not None


def _beside(words: list[Event], figure: Figure) -> list[Event]:
    """The word before a figure and the one after it: any other is farther."""
    n = bisect_right(words, figure.start, key=attrgetter("end"))
    return words[max(0, n - 1) : n + 1]


def _steps(line: Line) -> list[Event]:
    """The sentence's periods of comparison, as words of comparison."""
    steps: list[Event] | None = line.answers.get(_steps)
    if steps is None:
        found = [(e, STEPS.get(e.figure.timex or "")) for e in line.of("PERIOD") if e.figure is not None]
        steps = [Event(e.start, e.end, None, None, "COMPARE", step) for e, step in found if step is not None]
        line.answers[_steps] = steps
    return steps
