"""Direction and comparison: which verb moves a figure, and against what."""

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
CLOSE = 3
"""A record this close behind a streak is what it is a streak of: 5年連続で最高."""
SIGNED = frozenset({"sign-", "sign+", "balance-", "balance+"})
"""A deficit that goes on is no movement: 赤字は2カ月連続となった."""
HOLDS = re.compile("保持|稳定|站稳|站上|守住|低于|维持|位居|稳居|超过|突破|位列|高于|低于")
"""What a streak is a streak of, when it is no movement: 连续两年保持在2000亿美元以上."""
TO = 4
"""How far behind its word of direction a share stands: climbed to | 25 percent."""
CONTRAST = re.compile(r"\b(?:whereas|while|but|although|though)\b")
OF_RANK = 5
"""How far behind a rank that names a movement its figure stands: the steepest fall | at 1.91%."""
NEAR = 14
"""How far, in characters, a word of direction may stand from the figure that it follows."""
SIDE = re.compile(r"\s(?:from|to|on|by|than)\b")
"""Behind a word of direction that is not the noun of the figure before it: 3.2 percent | up | from."""
OR = re.compile(r",? or |，?或")
"""The same change in other terms: fell $2.03, or 2.8%."""
MARKS = re.compile(r"[，,;；、](?!\d)")
EARLIER = frozenset({"SAME", "PREV:M", "PREV:Q", "Y-1", "FY-1", "FYY-1"})
STEPS = {"SAME": "yoy", "PREV:M": "mom", "PREV:Q": "qoq"}
"""Periods that only a context knows, and the comparison that naming them makes: 较去年同期, 比上月."""


def direction(line: Line, figure: Event, pack: Pack, since: int) -> Direction:
    """Up, down or flat: the way of the indicator. A rate of growth that slows is growth still (see `_slowed`)."""
    found = _direction(line, figure, pack, since)
    return (_slowed(line, figure, pack) or found) if found in {"up", "down"} else found


def _slowed(line: Line, figure: Event, pack: Pack) -> Direction | None:
    """The way of a rate that quickened or slowed: growth cooled to 4.8% is up, 降幅收窄至3.3% down; None for others."""
    if kind_of(figure) != "percent" or figure.figure is None or not figure.figure.value or figure.figure.value < 0:
        return None
    before, after = line.last(figure.start, "MOVE"), line.next(figure.end, "MOVE")
    led = before is not None and pack.cues.to_rate.fullmatch(line.text, before.end, figure.start) is not None
    follows = after is not None and pack.cues.rate_to.fullmatch(line.text, figure.end, after.start) is not None
    if not led and not follows:
        return None
    earlier = line.last(before.start if led and before is not None else figure.start, "FIGURE")
    begin = earlier.end if earlier is not None and not is_base(line, earlier, pack) else line.sentence.start
    end = before.start if led and before is not None else figure.start
    named = [(m.end(), way) for way, noun in pack.cues.grown.items() for m in noun.finditer(line.text, begin, end)]
    return _named(max(named)[1]) if named else None


def _direction(line: Line, figure: Event, pack: Pack, since: int) -> Direction:
    """Up, down or flat; `since` is where the figure's subject begins.

    The figure's own sign or wording comes first, then the word on the language's usual side, then the
    word on the other side when it is close, then a verb before the subject ("raised its policy rate to").
    """
    if figure.figure is not None and figure.figure.direction is not None:
        return figure.figure.direction
    if (
        figure.figure is not None
        and figure.figure.kind == "rank"
        and pack.cues.move_after
        and not any(i.cls == "MOVE" for i in figure.inner)
    ):
        return "none"
    if is_base(line, figure, pack):
        return "none"
    marked = _marked(line, figure, pack)
    if marked is not None:
        return marked
    rank = line.last(figure.start, "FIGURE")
    ranked = rank is not None and kind_of(rank) == "rank" and figure.start - rank.end <= OF_RANK and pack.joins_words
    inner = [
        item for item in (*figure.inner, *(rank.inner if ranked and rank is not None else ())) if item.cls == "MOVE"
    ]
    if inner:
        return _named(str(inner[-1].value))
    first, second = (_after, _before) if pack.cues.move_after else (_before, _after)
    rate = _rate_word(line, figure, since)
    if rate is not None:
        return rate
    if pack.joins_words and kind_of(figure) in CHANGES:
        noun = line.beginning(figure.end + 1, figure.end + 1, "MOVE")
        if noun and not SIDE.match(line.text, noun[0].end):
            return _named(noun[0].value)
    move = (
        (_led_by(line, figure) if pack.cues.move_after else None)
        or first(line, figure, pack, since)
        or second(line, figure, pack, since)
        or (_by_next(line, figure) if pack.cues.move_after else None)
        or _before(line, figure, pack, line.sentence.start)
        or _trailing(line, figure)
        or _up_from(line, figure, pack)
        or _of_run(line, figure)
        or (_like_next(line, figure, pack, since) or _of_each(line, figure) if pack.cues.move_after else None)
    )
    if move is None and pack.cues.move_after:
        return _as_record(line, figure)
    return "none" if move is None else _as_direction(move)


def _as_record(line: Line, figure: Event) -> Direction:
    """A level that is a record has risen, or fallen, to it: 過去最大の25.3兆円."""
    if kind_of(figure) not in AMOUNTS:
        return "none"
    rank = line.last(figure.start, "FIGURE")
    if rank is None or kind_of(rank) != "rank" or rank.figure is None:
        return "none"
    return (
        rank.figure.direction or "none"
        if line.text[rank.end : figure.start] in {"の", "となる", "となった"}
        else "none"
    )


def _marked(line: Line, figure: Event, pack: Pack) -> Direction | None:
    """A change's own plus (+5.5%), or what follows it at once: 14.4% more than, 38.6% above."""
    if figure.figure is None or kind_of(figure) not in CHANGES | AMOUNTS:
        return None
    for way, more in pack.cues.more_by.items():
        led = more.search(line.text, max(line.sentence.start, figure.start - TO), figure.start)
        if led and line.ending(figure.start - LEAD_UP, figure.start, "THAN", "COMPARE", "PERIOD"):
            return _named(way)
    if kind_of(figure) not in CHANGES:
        return None
    if line.text[max(0, figure.start - 1) : figure.start + 1].strip(" (（").startswith(("+", "＋")):
        return "up"
    if pack.cues.held.search(line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start):
        return "flat"
    for way, verb in pack.cues.by_verb.items():
        if verb.search(line.text, max(line.sentence.start, figure.start - LEAD_UP), figure.start):
            return _named(way)
    after = line.next(figure.end, "FIGURE")
    if (
        after is not None
        and kind_of(after) == kind_of(figure)
        and pack.cues.list_join.fullmatch(line.text, figure.end, after.start)
    ):
        figure = after
    return next((_named(way) for way, mark in pack.cues.beyond.items() if mark.match(line.text, figure.end)), None)


def _rate_word(line: Line, figure: Event, since: int) -> Direction | None:
    """A rate of growth or decline that the subject names (成長率, 減少率): its word's way, or its sign's."""
    if figure.figure is None or figure.figure.kind != "percent" or figure.figure.value is None:
        return None
    words = [e for e in line.of("RATE") if since - 12 <= e.start and e.end <= figure.start]
    if not words:
        return None
    if words[-1].value in {"up", "down"}:
        return _named(words[-1].value)
    return "up" if figure.figure.value > 0 else "down" if figure.figure.value < 0 else "flat"


def led_to(line: Line, share: Event) -> Direction:
    """Which way a share has gone that a word of direction leads up to: 占比升至46.6%, climbed to 25 percent."""
    for move in line.ending(share.start - TO, share.start, "MOVE"):
        between = line.text[move.end : share.start].strip()
        if between == "to" or (not between and line.text[move.end - 1] in "至到"):
            return _named(move.value)
    return "none"


def by_name(line: Line, event: Event, pack: Pack, since: int) -> Direction:
    """A rate of growth is a change by its name: GDP成長率は5.0％."""
    figure = event.figure
    if figure is None or figure.kind != "percent" or not figure.value:
        return "none"
    named = pack.cues.growth.search(line.text, since, event.start)
    if named is None:
        return "none"
    following = line.next(named.end(), "FIGURE", "PERIOD")
    return "none" if following is not None and following.start < event.start else "up"


def compared(line: Line, figure: Figure) -> bool:
    """A percentage in a sentence that compares and has no verb of direction: 前年同期比は、第1四半期が5.3％."""
    return figure.kind == "percent" and bool(line.of("COMPARE")) and not line.of("MOVE", "FXMOVE", "SHARE")


def is_run(figure: Figure) -> bool:
    """A streak that goes on (third straight rise), rather than a look-back (first rise in three years)."""
    return figure.kind == "streak" and "lookback" not in figure.rule


def like_last(line: Line, figure: Event, last: tuple[Event, Direction] | None, pack: Pack) -> Direction:
    """A change without a verb of its own goes the way of the one before: "A rose 3%, B 5%"; a list of percentages."""
    if last is None or last[1] == "none" or figure.figure is None or last[0].figure is None:
        return "none"
    if OR.fullmatch(line.text[last[0].end : figure.start]):
        return last[1]
    if figure.figure.kind != last[0].figure.kind or figure.figure.kind not in CHANGES:
        return "none"
    if pack.joins_words and CONTRAST.search(line.text, last[0].end, figure.start):
        return "none"
    own = 0 if pack.cues.move_after else 2
    other = line.next(last[0].end + own, "MOVE", "FXMOVE", "SHARE", "ISSUE")
    return "none" if other is not None and other.end <= figure.start else last[1]


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


LEFT = 4
"""How far behind a rate and its "from" the change stands."""


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


TO = 6
"""How far behind the level that a change starts from the one stands that it comes to."""


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


BASES = frozenset({"percent", "money", "count", "quantity", "price"})
AND = 24
"""How far apart, in characters, the period of one base and the next base stand."""


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


FROM_LEVEL = re.compile("[）)]?(?:から|を(?:わずかに|やや|大幅に|大きく|小幅に)?(?:上回|下回)|より|に比べ|に対し|相比)")


def _as_direction(move: Event) -> Direction:
    if move.figure is not None and move.figure.direction is not None:
        return move.figure.direction
    if move.cls == "FXMOVE":
        return "up" if move.value == "weaker" else "down"
    return _named(move.value)


def _named(value: str) -> Direction:
    return "up" if value == "up" else "down" if value == "down" else "flat"


def _before(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """The last word of direction before the figure in its clause, at or after its subject."""
    move = line.last(figure.start, "MOVE", "FXMOVE")
    return move if move is not None and move.start >= max(since, clause_start(line, figure, pack)) else None


def _after(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """The next word of direction after the figure, close by and with no other figure between."""
    for event in line.after(figure.end):
        if event.cls in {"FIGURE"} or event.start - figure.end > NEAR:
            return None
        if pack.cues.clause_break.search(line.text, figure.end, event.start):
            return None
        if event.cls in {"MOVE", "FXMOVE"}:
            shown = event.start - figure.end > 1 and pack.cues.adjective.match(line.text, event.start)
            return None if shown else event
    return None


def _like_next(line: Line, figure: Event, pack: Pack, since: int) -> Event | None:
    """In a list whose verb comes last, the verb of the next figure of the kind: 3.4％、7.1％増加した."""
    for event in line.after(figure.end):
        if event.cls in {"FLOW", "INDICATOR", "COMMODITY", "SHARE", "MOVE"} or figure.figure is None:
            return None
        if event.figure is not None and event.figure.kind == figure.figure.kind:
            return _after(line, event, pack, since)
    return None


def _of_each(line: Line, figure: Event) -> Event | None:
    """The verb that a list shares: 鉄鋼は2.9％、石油製品は6.3％、それぞれ減少した."""
    if figure.figure is None or figure.figure.kind not in CHANGES:
        return None
    for each in line.of("RESPECTIVELY", "BOTH"):
        after = [e for e in line.of("MOVE") if 0 <= e.start - each.end <= CLOSE]
        between = [e for e in line.events if figure.end <= e.start and e.end <= each.start]
        if each.start >= figure.end and after and not any(e.cls in {"MOVE", "FLOW", "SHARE"} for e in between):
            return after[0]
    return None


def _up_from(line: Line, figure: Event, pack: Pack) -> Event | None:
    """The way from the base named after a level: "49.7, up from 49.5"."""
    if figure.figure is None or figure.figure.kind in CHANGES:
        return None
    after, move = line.next(figure.end, "FIGURE"), line.next(figure.end, "MOVE")
    if after is not None and after.figure is not None and after.figure.conversion_of == figure.start:
        after = line.next(after.end, "FIGURE")
    if after is None or move is None or move.end > after.start or not is_base(line, after, pack):
        return None
    return move


def _of_run(line: Line, figure: Event) -> Event | None:
    """What a streak is a streak of: the nearest word of direction before it in the sentence, over commas."""
    if figure.figure is None or not is_run(figure.figure):
        return None
    after = line.next(figure.end, "FIGURE")
    ranked = after is not None and after.figure is not None and after.figure.kind == "rank"
    if ranked and after is not None and not MARKS.search(line.text, figure.end, after.start):
        close = after.start - figure.end <= CLOSE and after.figure is not None and after.figure.direction is not None
        return after if close else None
    before = line.last(figure.start, "FIGURE")
    reached = before is not None and kind_of(before) == "rank" and 0 < figure.start - before.end <= CLOSE
    if reached and before is not None and before.figure is not None and before.figure.direction is not None:
        return before
    move = line.last(figure.start, "MOVE")
    if move is None or HOLDS.match(line.text, figure.end):
        return None
    signed = [e for e in line.of("FLOW") if e.value in SIGNED and move.end <= e.start and e.end <= figure.start]
    return None if signed else move


def _led_by(line: Line, level: Event) -> Event | None:
    """The word of direction that leads up to a level: 2円増の70円."""
    if level.figure is None or level.figure.kind not in AMOUNTS:
        return None
    return next((e for e in line.of("MOVE") if line.text[e.end : level.start] == "の"), None)


def _by_next(line: Line, level: Event) -> Event | None:
    """The direction of the change that is stated right behind a level: 266億ドルで13.5％増, 900兆ルピア（21.0％増）."""
    if level.figure is None or level.figure.kind not in AMOUNTS or level.figure.direction is not None:
        return None
    after = next((e for e in line.events if e.start >= level.end), None)
    if after is None or kind_of(after) not in CHANGES or not BESIDE_LEVEL.fullmatch(line.text[level.end : after.start]):
        return None
    return next((e for e in line.of("MOVE") if 0 <= e.start - after.end <= 1), None)


BESIDE_LEVEL = re.compile("で|と|、|[（(]|だが|となり|になり|で、|と、")


def _trailing(line: Line, figure: Event) -> Event | None:
    """A word of direction in the rest of a sentence that has no further figure: "was 7 trillion, and it widened"."""
    if figure.figure is None or figure.figure.kind in CHANGES:
        return None
    move = line.next(figure.end, "MOVE")
    if move is None:
        return None
    rest = list(line.after(figure.end))
    if any(e.cls == "FIGURE" and e.figure is not None and e.figure.kind not in {"rank", "streak"} for e in rest):
        return None
    flows = {e.value for e in rest if e.cls == "FLOW"}
    own = [e.value for e in line.events if e.cls == "FLOW" and e.end <= figure.start]
    return move if flows and own and all(f.startswith(own[-1][:7]) for f in flows) else None


def clause_start(line: Line, figure: Event, pack: Pack) -> int:
    """Where the figure's clause begins: after the last break before it that separates clauses."""
    if pack.cues.clause_break.match(line.text, figure.start - 1, figure.start):
        return figure.start  # a comma with a digit right behind it separates no digits here: the figure begins there
    breaks = line.ends(pack.cues.clause_break)
    n = bisect_right(breaks, figure.start)
    return breaks[n - 1] if n else line.sentence.start
