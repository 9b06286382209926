"""English exchange rates whose first currency is the subject: the dollar rose to 148.85 yen, dollar at 148 yen.

An amount in such a place is what one unit of the subject costs. What may stand between the two is a list of the words
that market reports use; anything else, and any scale (148 billion yen), leaves it an amount of money.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.languages.base import Context, Item, Reading
from extractor.languages.en_money import major_minor, money
from extractor.languages.en_ranges import unit_range
from extractor.languages.en_readers import NUMBERS, code, numerals

REACH = 14
"""How many items before the amount the subject may stand."""
MOVES = (
    r"rose|rise[sn]?|rising|fell|falls?|fallen|falling|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|advanc(?:es?|ed|ing)"
    r"|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|slip(?:s|ped|ping)?|slid|slides?|sliding|sank|sinks?|eas(?:es?|ed|ing)|dip(?:s|ped|ping)?"
    r"|tumbl(?:es?|ed|ing)|plung(?:es?|ed|ing)|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|edg(?:es?|ed|ing)|inch(?:es|ed|ing)?|firm(?:s|ed|ing)?"
    r"|strengthen(?:s|ed|ing)?|weaken(?:s|ed|ing)?|appreciat(?:es?|ed|ing)|depreciat(?:es?|ed|ing)|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?"
    r"|hit(?:s|ting)?|reach(?:es|ed|ing)?|touch(?:es|ed|ing)?|top(?:s|ped|ping)?|cross(?:es|ed|ing)?|break(?:s|ing)?|broke|hover(?:s|ed|ing)?"
    r"|trad(?:es?|ed|ing)|chang(?:es?|ed|ing) hands|fetch(?:es|ed|ing)?|bought|buys?|quoted|clos(?:es?|ed|ing)|open(?:s|ed|ing)?|end(?:s|ed|ing)?"
    r"|finish(?:es|ed|ing)?|stood|stands?|settl(?:es?|ed|ing)|stay(?:s|ed|ing)?|held|holds?|steady|flat|unchanged|worth|moved?|moves|moving|went|goes|back"
)
JOINTS = (
    r"to|at|around|about|near|nearly|above|below|over|under|past|through|beyond|within|in|the|a|an|as|high|low|of|by|from|up|down|higher|lower|only|just"
    r"|as far as|was|is|were|are|had|has|have|been|being|be|will|may|could|briefly|slightly|sharply|further|again|late|early|more than|less than|some"
    r"|against|versus|vs|on|and|between|range|ranging|mid|lower|upper|level|roughly|almost|once|later|earlier|also|then|still|currently|temporarily|for"
    r"|compared|with|while|value|rise|strength|\w+ly|rate|exchange|spot|Tokyo|London|New|York|trading|trade|session|afternoon|morning"
)
CHANGE = r"[$€£¥]?\d[\d.,]*(?:-[\d.]+)?(?:\s?(?:%|percent|per cent|pct|yen|sen|cents?|pips?|won|yuan)(?!\w))?"
"""By how much it moved, before where it moved to: fell 0.3 percent to ...; or its price in another currency."""
NAMES = r"yen|yuan|dollar|greenback|euro|pound|sterling|won|Japanese|Chinese|Korean"
BETWEEN = re.compile(rf"(?:[’']s)?(?:,?\s+(?>(?:{MOVES}|{JOINTS}|{CHANGE}|{NAMES})(?!\w)))*,?\s+", re.I)
ARRIVED = re.compile(
    r"\b(?:to|at|from|near|above|below|past|through|beyond|within|between|in the|of|was|is|were|and|versus|with|worth|quoted|hit(?:s|ting)?"
    r"|reach(?:es|ed|ing)?|touch(?:es|ed|ing)?|top(?:s|ped|ping)?|cross(?:es|ed|ing)?|break(?:s|ing)?|broke|fetch(?:es|ed|ing)?|bought|buys?)"
    r"(?:\s+(?:the|a|an|as|far as|high|low|about|around|roughly|nearly|almost|just|only|some|over|under|more than|less than|mid|lower|upper))*\s+$",
    re.I,
)
"""What leads to where it moved; "fell 1.2 yen" is by how much."""
PLACED = re.compile(
    rf"(?:[’']s\s+(?:\w+\s+)?(?:{MOVES}|rise|level|value|rate|strength|weakness|appreciation|depreciation)"
    rf"|\s+(?:(?:has|had|have|was|is|once|also|then|later|\w+ly)\s+){{0,2}}(?:{MOVES}|at|around|near|above|below|past|is|was|were))(?!\w)",
    re.I,
)
"""The subject's own verb or place must come first: "dollar debt at 148 yen" has none."""
PER_ONE = re.compile(
    r"(?:(?:^|[.;:,(\n“\"]|\b(?:the|a|an|each|every|weaker|stronger|strong|weak|sold|sell|selling|bought|buy|buying|and|as|while|with|if|US|U\.S\.))\s*)$",
    re.I,
)
"""What stands before a subject; a number there makes it an amount."""
OTHER_WORDS = frozenset({"won", "rand", "real", "sol"})
"""Verbs and other words that are currencies too: only after "the"."""


def quoted(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """The dollar rose to 148.85 yen: JPY/USD, by the currency that rose."""
    numbers = numerals(items)
    if any(number.parts for number in numbers) or numbers[0].cls == "WORD":
        return None
    own = code(items, "CUR") or code(items, "SYM") or code(items, "MINOR")
    subjects = [_subject(n, own, context) for n in (items[0], *numbers[1:])]
    if not any(subjects) or own is None or "|" in own:
        return None
    if items[-1].cls == "MINOR" and len(numbers) > 1:
        made: Reading | list[Reading] | None = major_minor(items, context)
    elif len(numbers) > 1:
        made = unit_range(items, context)
    else:
        made = money(items, context)
    if isinstance(made, list):  # fell 1.2 yen to 148.30 yen: a change, then a rate
        return [_as_rate(one, own, subject) for one, subject in zip(made, subjects, strict=True)] or None
    return None if made is None or subjects[0] is None else _as_rate(made, own, subjects[0])


def _as_rate(reading: Reading, own: str, subject: str | None) -> Reading:
    return reading if subject is None else replace(reading, kind="rate", unit=f"{own}/{subject}")


def _subject(first: Item, own: str | None, context: Context) -> str | None:
    """The currency whose price the amount at `first` is, itself in the currency `own`."""
    for n in range(context.at - 1, max(-1, context.at - REACH), -1):
        item = context.line[n]
        if item.cls == "GAP" and ("\n" in item.text or ". " in item.text):
            return None
        if item.cls != "CUR" or item.value == own or (n and context.line[n - 1].cls in NUMBERS):
            continue
        return _priced(item, first, context)
    return None


def _priced(item: Item, first: Item, context: Context) -> str | None:
    """The currency of the subject when nothing but market words leads on to the amount."""
    between = context.text[item.end : first.start]
    if "|" in str(item.value) or len(between) > 90 or not PLACED.match(between):
        return None
    if not ARRIVED.search(between) or not BETWEEN.fullmatch(between):
        return None
    left = context.text[max(0, item.start - 12) : item.start]
    if item.text.lower() in OTHER_WORDS and not re.search(r"\b(?:the|Korean|African|Brazilian)\s$", left):
        return None
    return str(item.value) if PER_ONE.search(left) else None
