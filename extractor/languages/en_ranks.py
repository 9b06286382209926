"""English streaks, look-backs and ranks: fourth consecutive year, first in eight months, three-year high, second-largest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.domain.vocabulary import Direction
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_readers import value_of
from extractor.languages.en_terms import HEADS

NO_UNIT = {"time": None, "period": None, "century": None, "hour": None, "minute": None, "second": None}
LENGTH = {"decade": (Decimal(10), "year"), "century": (Decimal(100), "year")}
TIME = {"FISCAL", "TIMEU", "QUARTER", "QUARTERS", "TIMEADJ"}
COUNTERS = {"NUM", "YNUM", "WORD", "ORD"}


def _exact(value: Decimal) -> Number:
    return Number(value, None)


def _streak(value: Decimal, unit: str, **more: object) -> Reading:
    if unit in NO_UNIT:
        return Reading("streak", _exact(value), None, note=f"counted in {unit}s", **more)  # type: ignore[arg-type]
    factor, base = LENGTH.get(unit, (Decimal(1), unit))
    return Reading("streak", _exact(value * factor), base, **more)  # type: ignore[arg-type]


def _count(items: Sequence[Item]) -> Decimal | None:
    item = next((i for i in items if i.cls in COUNTERS), None)
    if item is None:
        return None
    value = value_of(item).value
    return value if value == int(value) and 0 < value < 1000 else None


def _unit(items: Sequence[Item]) -> str:
    return next("year" if i.cls == "FISCAL" else str(i.value) for i in items if i.cls in TIME)


def streak(items: Sequence[Item], _: Context) -> Reading | None:
    """fourth consecutive year, two straight months, third month running, eight-day winning streak."""
    value = _count(items)
    return None if value is None else _streak(value, _unit(items))


def streak_of_what(items: Sequence[Item], context: Context) -> Reading | None:
    """second straight decline, sixth consecutive increase: the unit is not said here."""
    value = _count(items)
    word = re.match(r"[\s-]+([a-z]+)", context.right(items[-1], 24))
    if value is None or (word is None and not re.match(r"\s*(?:$|[.,;])", context.right(items[-1], 3))):
        return None
    counted = context.after is not None and context.after.cls in COUNTERS
    end = items[-1].end + (word.end() if word and not counted else 0)
    return Reading("streak", _exact(value), None, note="the unit is not said", end=end)


def streak_in_a_row(items: Sequence[Item], _: Context) -> Reading | None:
    """the 16th in a row: of what, the sentence says elsewhere."""
    value = _count(items)
    return None if value is None or value < 2 else Reading("streak", _exact(value), None, note="the unit is not said")


def nth_year(items: Sequence[Item], context: Context) -> Reading | None:
    """(accelerating for) a third month, (now in) its second year."""
    value = _count(items)
    cue = re.search(
        r"\b(?:for\s(?:an?|the)|in(?:to)?\s(?:its|their|an?)|its|their)\s(?:full\s)?$", context.left(items[0], 16), re.I
    )
    if value is None or value < 2 or cue is None or _unit(items) in NO_UNIT or items[-1].text.lower().endswith("s"):
        return None
    if items[-1].cls == "QUARTER" and cue.group().lower().startswith(("for the", "its", "their", "in its", "in their")):
        return None
    return _streak(value, _unit(items))


FIRST = re.compile(
    r"\b(?:the\s)?(first)\b(?!\s(?:half|quarter|\w+\s(?:months|days|weeks|quarters|years)))(?:(?!\b\w+est\b)[^.;!?\n]){0,44}?\b(?:in|for|after)\s(?:(more than|over|at least|nearly|almost|about|roughly)\s)?(?:a\s)?$",
    re.I,
)
CHANGE_BEFORE = re.compile(
    r"\b(?:increase|decrease|rise|rose|decline|declined|fall|fell|gain|drop|dropped|growth|grew|surplus|deficit|again|rebound|recovery|upturn"
    r"|downturn|turned\s\w+|increased|decreased|rebounded|recovered|narrowed|widened)\s(?:for\sthe\sfirst\stime\s)?$",
    re.I,
)
WITHIN = re.compile(r"\b(?:(than)\b[^.;,]*\bany\b[^.;,]*\b(?:in|over|during)\s)?(?:the\s)?(last|past)\s$", re.I)
SUPER_IN = re.compile(
    r"(?:est|most|least|high|low|record|since)\b[^.;,]{0,40}\b(?:in|for)\s(?:the\s)?(?:\w+\s){0,3}$", re.I
)


def span_of_time(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """Eight months: a look-back after "first in", a rank after "than at any point in the last", else no figure."""
    value = _count(items) if items[0].cls in COUNTERS else Decimal(1)
    if value is None:
        return []
    left = context.text[max(0, items[0].start - 64) : items[0].start]
    first = FIRST.search(left)
    if first is not None and _unit(items) not in NO_UNIT:
        bound = {"more than": "over", "over": "over", "at least": "at_least"}.get((first.group(2) or "").lower())
        near = (first.group(2) or "").lower() in {"nearly", "almost", "about", "roughly"}
        start = items[0].start - len(left) + first.start(1)
        return _streak(value, _unit(items), start=start, bound=bound or ("about" if near else None), approximate=near)
    within = WITHIN.search(left)
    if within is not None:
        start = items[0].start - len(left) + within.start(2)
        if within.group(1):
            way: Direction = "down" if re.search(r"\b(?:less|fewer|lower|smaller)\b", left, re.I) else "up"
            return Reading("rank", _exact(Decimal(1)), "rank", start=start, direction=way, timex=_window(items))
        if _unit(items) in {"year", "month", "quarter", "decade", "week"} and not SUPER_IN.search(left):
            unit = {"year": "Y", "month": "M", "quarter": "Q", "week": "W", "decade": "Y"}[_unit(items)]
            n = int(value) * (10 if _unit(items) == "decade" else 1)
            return Reading("period", timex=f"PAST:{n}{unit}", start=start)
    return []


def a_year(items: Sequence[Item], context: Context) -> Reading | None:
    """(an increase) after a year: the year before last was the last such one; (lowest) in a decade is a rank's window."""
    left = context.text[max(0, items[0].start - 64) : items[0].start]
    after = re.search(r"\bafter\s(?:a|one)\s$", left, re.I)
    if (
        after is not None
        and CHANGE_BEFORE.search(left[: after.start()])
        and re.match(r"\s*(?:$|[.,;)\n])", context.right(items[-1], 3))
    ):
        return _streak(Decimal(2), _unit(items), start=items[0].start - len(left) + after.start())
    first = FIRST.search(left)
    if first is not None and left.rstrip().endswith((" a", " one")) and _unit(items) not in NO_UNIT:
        return _streak(Decimal(1), _unit(items), start=items[0].start - len(left) + first.start(1))
    return None


DOWNWARD = re.compile(r"\b(?:lows?|lowest|fewest|slowest|least|smallest|weakest)\b", re.I)
UPWARD = re.compile(r"\b(?:highs?|highest|most|fastest|records?|strongest|peak)\b", re.I)


def _way(words: str) -> Direction | None:
    """Down for a low, up for a high; a mere largest, most important or second says neither."""
    if "most important" in words.lower():
        return None
    return "down" if DOWNWARD.search(words) else "up" if UPWARD.search(words) else None


def _window(items: Sequence[Item]) -> str | None:
    """The stretch that a rank looks back over: three years is P3Y; None when it states none."""
    value = _count(items)
    if value is None:
        return None
    unit = {"year": "Y", "quarter": "Q", "month": "M"}.get(_unit(items))
    return f"P{int(value)}{unit}" if unit else None


def rank_high(items: Sequence[Item], context: Context) -> Reading | None:
    """three-year high, 16-month low."""
    words = context.text[items[0].start : items[-1].end]
    return Reading("rank", _exact(Decimal(1)), "rank", direction=_way(words), timex=_window(items))


def record(items: Sequence[Item], context: Context) -> Reading | None:
    """record high, all-time low."""
    return Reading("rank", _exact(Decimal(1)), "rank", direction=_way(context.text[items[0].start : items[-1].end]))


BEFORE_RECORD = re.compile(
    r"\b(?:an?|another|hit|hits|its|their|new|at|set|sets|reached|fresh|in|for a|half-year|monthly|annual|quarterly|yearly|full-year|"
    r"half-yearly|first-half|post|posts|posted|logged|marks?|marked|previous|all-time|single-month|weekly|daily)\s$",
    re.I,
)
AFTER_TO_RECORD = re.compile(r"\s*(?:$|[.,;$€£¥\d]|US\$|NT\$|(?:on|in|of|amid|as|by|for)\b)")
"""A noun, not the verb: climbed to record | on demand."""


def bare_record(items: Sequence[Item], context: Context) -> Reading | None:
    """a record current-account surplus, a record $53 billion; not a record of something, nor to record a deficit."""
    left, right = context.left(items[0], 14), context.right(items[0], 16)
    noun = BEFORE_RECORD.search(left) or (re.search(r"\bto\s$", left) and AFTER_TO_RECORD.match(right))
    if not noun and not (re.search(r"\bthe\s$", left) and re.match(r"\s*(?:US|NT|HK)?[$€£¥\d]", right)):
        return None
    if re.match(
        r"\s*(?:of\s(?!\W?\w{0,3}\W?\d)|label|store|holder|keep|player|company|book|date|and\b|number of)|\s*-", right
    ):
        return None
    return Reading("rank", _exact(Decimal(1)), "rank", direction="up")


WORDS = re.compile(r"[A-Za-z][A-Za-z’'&-]*")
STOPS = frozenset(
    "since in on for of the a an and or to by from among ever that which with as at was were is are has had after than so this last over "
    "among behind but while when yet".split()
)

LOOSE = frozenset({"top", "best", "worst", "most important", "most", "least", "fewest"})
"""Superlatives of anything: ranks only with a noun or a window after them."""
WINDOW = re.compile(
    r"(?:\sfor\s(?:any\s|an?\s|the\s)?(?:single\s)?[A-Za-z]+)?\s+(?:since|in\s(?:\w+\s)?(?:\w+\s)?(?:years?|months?|decades?|quarters?|weeks?)|on record|ever|in\s(?:the\s)?(?:world|region|country|nation|bloc|industry|sector|group)|(?-i:in\s(?:the\s)?[A-Z][\w-]+)|among|globally|worldwide|"
    r"nationwide|at\s[\d$€£¥])"
)


def superlative(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """largest export destination, second-largest economy, highest monthly total: the noun is part of the span."""
    place = next((value_of(i).value for i in items if i.cls in {"ORD", "NUM", "WORD"}), Decimal(1))
    if place != int(place) or place > 200:
        return None
    if items[0].cls in {"NUM", "WORD"} and items[1].cls == "SUPER":
        counted = items[0].cls == "NUM" or place > 12
        return Reading("count", value_of(items[0]), end=items[0].end) if counted else []  # Japan's 10 biggest banks
    left = context.left(items[0], 24)
    if (
        re.search(r"\b(?:one of|among|some of|at|of)\s(?:the\s|its\s|their\s)?(?:\w+[’']s\s)?$", left, re.I)
        and place == 1
    ):
        return None
    end = _noun_end(items[-1], context)
    word = items[-1].text.lower()
    if end is None:
        windowed = WINDOW.match(context.right(items[-1], 40))
        if windowed is None and (place == 1 or word in LOOSE):
            return None
        end = items[-1].end
    return Reading("rank", _exact(place), "rank", end=end, direction=_way(word) if place == 1 else None)


def _noun_end(item: Item, context: Context) -> int | None:
    """Where the noun of the superlative ends, within four words; None when none is known."""
    after = context.text[item.end : item.end + 64]
    found: int | None = None
    previous = 0
    for n, word in enumerate(WORDS.finditer(after)):
        between = after[previous : word.start()]
        if n == 4 or word.group().lower() in STOPS or not re.fullmatch(r"\s+|-", between) or "\n" in between:
            break
        previous = word.end()
        if word.group().lower() in HEADS:
            if found is not None and word.group().lower() in {"rose", "fell", "result"}:
                break
            found = word.end()
        elif found is not None:
            break
    return None if found is None else item.end + found


def ranked(items: Sequence[Item], context: Context) -> Reading | None:
    """ranked third, ranks No. 2, first place: small places only."""
    place = next((value_of(i).value for i in items if i.cls in {"ORD", "NUM", "WORD"}), None)
    if place is None or place != int(place) or not 0 < place <= 200:
        return None
    return Reading(
        "rank", _exact(place), "rank", start=next(i.start for i in items if i.cls in {"ORD", "NUM", "WORD", "LABEL"})
    )


STOOD = re.compile(
    r"\s*(?:$|[.,;)\n]|(?:in|at|with|on|among|behind|after|by|overall|globally|worldwide|and|from|this|last)\b)"
)


def stood(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """came first, stood third, down to second, from fourth to fifth: nothing that it orders may follow."""
    if not STOOD.match(context.right(items[-1], 12)):
        return None
    left = context.left(items[0], 40)
    places = [item for item in items if item.cls == "ORD"]
    moved = len(places) == 2 and re.search(r"\bfrom\s$", left)
    if not moved and (len(places) == 2 or not CAME.search(left)):
        return None
    return [Reading("rank", _exact(value_of(item).value), "rank", start=item.start, end=item.end) for item in places]


CAME = re.compile(
    r"\b(?:came|comes|come|stood|stands|finished|placed|ranking|stayed|remained|was|is|were|coming)\s(?:in\s|a\s(?:close\s|distant\s))?$|"
    r"\b(?:slip|f[ae]ll|rose|rise|climb|mov|dropp?|push|slid|jump|advanc|overtak|sank|tumbl|leap|knock|bump|down|up|back)\w*\s"
    r"(?:[\w,]+\s){0,12}?to\s$",
    re.I,
)


def place(items: Sequence[Item], context: Context) -> Reading | None:
    """first place, second spot."""
    after = re.match(r"\s(?:place|spot|position|rank)\b(?!\sof\b)", context.right(items[0], 12))
    if after is None or re.search(r"\bin the\s$", context.left(items[0], 8)):
        return None
    return Reading("rank", _exact(value_of(items[0]).value), "rank", end=items[0].end + after.end())


def numbered(items: Sequence[Item], context: Context) -> Reading | None:
    """No. 2 trading partner."""
    value = value_of(items[-1]).value
    if items[0].text not in {"No.", "number"} or value > 50 or _noun_end(items[-1], context) is None:
        return None
    return Reading("rank", _exact(value), "rank", end=_noun_end(items[-1], context))
