"""What a change is stated by, and which level it starts from."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.domain import Figure
from extractor.domain.vocabulary import Direction
from extractor.extract.events import Event, Line, kind_of, once
from extractor.languages import Pack

CHANGES = frozenset({"percent", "points", "multiple"})
"""Kinds that state a change when a verb of direction goes with them."""
AMOUNTS = frozenset({"money", "count", "quantity"})
LEAD_UP = 80
"""How far before a figure the words that make it a base or an amount of change begin, in characters."""
NEAR = 14
"""How far, in characters, a word of direction may stand from the figure that it follows."""
TO = 6
"""How far behind the level that a change starts from, or behind its word of direction, a figure stands."""
LEFT = 4
"""How far behind a rate and its "from" the change stands."""
AND = 24
"""How far apart, in characters, the period of one base and the next base stand."""
BASES = frozenset({"percent", "money", "count", "quantity", "price"})
MARKS = re.compile(r"[，,;；、](?!\d)")
EARLIER = frozenset({"SAME", "PREV:M", "PREV:Q", "Y-1", "FY-1", "FYY-1"})
STEPS = {"SAME": "yoy", "PREV:M": "mom", "PREV:Q": "qoq"}
"""Periods that only a context knows, and the comparison that naming them makes: 较去年同期, 比上月."""
FROM_LEVEL = re.compile("[）)]?(?:から|を(?:わずかに|やや|大幅に|大きく|小幅に)?(?:上回|下回)|より|に比べ|に対し|相比)")


def is_run(figure: Figure) -> bool:
    """A streak that goes on (third straight rise), rather than a look-back (first rise in three years)."""
    return figure.kind == "streak" and "lookback" not in figure.rule


@once
def is_base(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a figure is what a change starts from: led up to by "from" (before から), another level beside it."""
    if figure.figure is None or figure.figure.kind in {"rank", "streak", "period"}:
        return False
    if _of_step(line, figure) or _record_of(line, figure, pack) or _held_level(line, figure, pack):
        return True
    starts = pack.cues.base_mark.match(line.text, figure.end) is not None
    if starts and pack.cues.base_alone.search(
        line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start
    ):
        return True
    dated = starts and (_dated(line, figure, pack) or _of_named_period(line, figure, pack))
    if dated or period_behind(line, figure, pack) is not None or compared_behind(line, figure, pack):
        return True
    own = _of_kind(line)[figure.figure.kind]
    if len(own) < 2:
        return _stepped_from(line, figure, pack)
    led = (
        None
        if _moves(line, figure)
        else pack.cues.base_lead.search(line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start)
    )
    marked = (starts and (own[0] is figure or _dated(line, figure, pack) or leads_to(line, figure))) or _crossed(
        line, figure
    )
    marked = marked or (led is not None and own[-1] is not figure and led.group().lstrip().startswith("from"))
    if marked or base_period(line, figure) is not None or (led is not None and own[0] is not figure):
        return True
    if pack.joins_words and _goes_on_from(line, figure, pack):
        return True
    before = line.ending(figure.start - 2, figure.start, "PREP")
    after = line.beginning(figure.end, figure.end + 1, "POSTP")
    return any(e.value == "from" for e in (*before, *after))


def compared_behind(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level is that of the period compared with right behind it: 413件だった前年を上回った."""
    after = line.next(figure.end, "COMPARE")
    return after is not None and pack.cues.was_then.fullmatch(line.text, figure.end, after.start) is not None


def _of_named_period(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a rate right behind its period is left at once: 7月の2.5％から0.2ポイント拡大."""
    after = line.next(figure.end, "FIGURE", "MOVE")
    led = any(figure.start - e.end == 1 for e in line.of("PERIOD"))
    near = (
        after is not None and after.start - figure.end <= LEFT and (after.cls == "MOVE" or kind_of(after) == "points")
    )
    return not pack.joins_words and led and near and kind_of(figure) == "percent"


def period_behind(line: Line, figure: Event, pack: Pack) -> Event | None:
    """The period right behind a level that it is of: 413件だった前年."""
    after = line.next(figure.end, "PERIOD")
    near = after is not None and pack.cues.was_then.fullmatch(line.text, figure.end, after.start) is not None
    return after if near else None


def leads_to(line: Line, figure: Event) -> bool:
    """Whether the level that a level came to follows it at once: 3960億ユーロから2909億ユーロへ."""
    own = _of_kind(line)[kind_of(figure)]
    n = own.index(figure) + 1
    return n < len(own) and own[n].start - figure.end <= TO and "、" not in line.text[figure.end : own[n].start]


def _dated(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level stands in brackets behind its period, or behind the time of a forecast: 6月（100.2％）から,
    2月時点の2.3％から."""
    mark = line.last(figure.start, "PERIOD")
    return mark is not None and pack.cues.dated_level.fullmatch(line.text, mark.end, figure.start) is not None


def _goes_on_from(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level is the next of a list of bases: compared with 2.2% in August | and | 4.3% in September 2023."""
    before = line.last(figure.start, "FIGURE")
    if (
        before is None
        or kind_of(before) != kind_of(figure)
        or kind_of(figure) not in BASES
        or not is_base(line, before, pack)
    ):
        return False
    own = line.ending(figure.start - AND, figure.start, "PERIOD")
    joined = bool(own) and pack.cues.list_join.fullmatch(line.text, own[-1].end, figure.start) is not None
    return joined and own[-1].start - before.end <= AND


def _held_level(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level of another period is only what one is held against: 高于3月的0.3%, 较3月的49.0%."""
    before = line.last(figure.start, "PERIOD")
    if before is None or pack.joins_words:
        return False
    stepped = before.figure is not None and before.figure.timex in STEPS and kind_of(figure) != "multiple"
    if stepped and pack.cues.own_is.fullmatch(line.text, before.end, figure.start):
        return True
    if not pack.cues.own.fullmatch(line.text, before.end, figure.start):
        return False
    if stepped:
        return True
    held = pack.cues.held_lead.search(line.text, line.sentence.start, before.start) is not None
    return held or (is_rate(figure) and _after_than(line, before))


def _record_of(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level is the record of an earlier period: 刷新了今年6月创下的149亿美元的纪录."""
    before = line.last(figure.start, "PERIOD")
    return before is not None and pack.cues.record_of.fullmatch(line.text, before.end, figure.start) is not None


def _stepped_from(line: Line, figure: Event, pack: Pack) -> bool:
    """Whether a level is where points start out from, though no other level follows: 从1.475%上调0.15个百分点."""
    led = any(e.value == "from" for e in line.ending(figure.start - 1, figure.start, "PREP"))
    after = line.next(figure.end, "FIGURE")
    return (
        led and not pack.joins_words and after is not None and kind_of(after) == "points"
        and after.start - figure.end <= TO and bool(line.beginning(figure.end, figure.end + 1, "MOVE"))
    )  # fmt: skip


def _of_kind(line: Line) -> dict[str, list[Event]]:
    """The figures of a line by kind, but for periods."""
    found: dict[str, list[Event]] | None = line.answers.get(_of_kind)
    if found is None:
        found = line.answers[_of_kind] = {}
        for event in line.of("FIGURE"):
            found.setdefault(kind_of(event), []).append(event)
    return found


def _crossed(line: Line, figure: Event) -> bool:
    """Whether a level of a period named right before it is what another is above or below: 23年の1.20を下回った."""
    after = any(0 <= e.start - figure.end <= 1 for e in line.of("CROSS"))
    return after and any(0 <= figure.start - e.end <= 1 for e in line.of("PERIOD"))


def only_moves(line: Line, level: Event, figure: Event) -> bool:
    """Whether nothing but words of direction and comparison stand between a level and its change."""
    between = {e.cls for e in line.events if level.end <= e.start and e.end <= figure.start}
    return between <= {"MOVE", "COMPARE", "TRAP", "PERIOD"} and figure.start - level.end <= NEAR * 3


def _moves(line: Line, figure: Event) -> bool:
    """Whether a word of direction stands right after a figure: a 5.8-percent increase."""
    return bool(line.beginning(figure.end, figure.end + 1, "MOVE"))


def base_period(line: Line, figure: Event) -> Event | None:
    """The period of the level that a change starts from, named between "from" and the level: 从3月的248亿美元."""
    for event in line.ending(figure.start - 1, figure.start, "PERIOD"):
        if any(e.value == "from" for e in line.ending(event.start - 1, event.start, "PREP")):
            return event
    return None


def _of_step(line: Line, figure: Event) -> bool:
    """Whether a level is that of the period before, named right before it: 前年度の6兆円, 比上年同月的3.5万亿日元."""
    if figure.figure is None or (
        figure.figure.kind in CHANGES and not (is_rate(figure) and _crossed_over(line, figure))
    ):
        return False
    periods = line.ending(figure.start - 1, figure.start, "PERIOD")
    return any((e.figure is not None and e.figure.timex in EARLIER) or _after_than(line, e) for e in periods)


def is_rate(figure: Event) -> bool:
    """Whether a figure is a percentage written with its sign, which can be a level of its own: 前年の5.05％."""
    return figure.figure is not None and figure.figure.unit == "percent" and figure.figure.quote[-1] in "%％"


def _after_than(line: Line, period: Event) -> bool:
    """Whether a period is what a level is held against: 较5月的185亿欧元."""
    return any(0 <= period.start - e.end <= 1 for e in line.of("THAN"))


def held_against(line: Line, level: Event) -> Event | None:
    """The period of a level that another is held against, when it says which: 较5月的185亿欧元."""
    near = (e for e in line.of("PERIOD") if 0 <= level.start - e.end <= 1 and _after_than(line, e))
    return next((e for e in near if e.figure is not None and "/" in (e.figure.period or "")), None)


def _crossed_over(line: Line, figure: Event) -> bool:
    """Whether the percentage is what another level went from, or is above or below: 前年同期の9.0％から."""
    return FROM_LEVEL.match(line.text, figure.end) is not None


def clause_start(line: Line, figure: Event, pack: Pack) -> int:
    """Where the figure's clause begins: after the last break before it that separates clauses."""
    if pack.cues.clause_break.match(line.text, figure.start - 1, figure.start):
        return figure.start  # a comma with a digit right behind it separates no digits here: the figure begins there
    breaks = line.ends(pack.cues.clause_break)
    n = bisect_right(breaks, figure.start)
    return breaks[n - 1] if n else line.sentence.start


def way_of(word: str) -> Direction:
    """The direction that a word of the tables stands for; any other word says that nothing moved."""
    return "up" if word == "up" else "down" if word == "down" else "flat"
