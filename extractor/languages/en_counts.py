"""English counts and quantities, and the numbers that are no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.domain.vocabulary import Kind
from extractor.languages.base import Context, Item, Number, Reading
from extractor.languages.en_readers import NUMBERS, amount, cell_negative, code, numerals, plain_reading, value_of
from extractor.languages.en_terms import HEADS, NOUNS

SHARES = re.compile(r"%|％|\bper ?cent\b|\bpct\b")
INDEXED = re.compile(r"\b(?:index|PMI|average|Nikkei|Topix|Dow|points?)\b", re.I)
POINTS_MOST = 20
"""More points than that are an index's."""
JOINED = re.compile(r"\s*(?:and|or)\b|.*\d")
BREAKS = re.compile(
    r"\b(?:of|in|on|to|for|from|by|at|with|than|as|was|were|is|are|the|that|which|per|a|an|into|since|during|over|through|said)\b|[.,;:()]",
    re.I,
)
INDEXES = re.compile(
    r"\b(?:PMI|[Ii]ndex|Nikkei (?:\w+ )*average|Topix|TOPIX|DI|diffusion|sentiment|Hang Seng|Composite|Dow|Nasdaq|reading|gauge)\b"
)
CLOCK = re.compile(r"\s?(?:[ap]\.m\.|[ap]m\b|o[’']clock\b)", re.I)
SENTENCE = re.compile(r"[.!?;]\s|\n")
NEAR = 48
"""A whole number further from the index's name is something else's."""
DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|all|our|his|her|between|other|any)\s(?:\w+\s)?$", re.I)


def counted(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """8,312 firms, seven categories, 770,000 tonnes; "the two countries" only points at them."""
    numeral, unit = items[0], items[-1]
    value = value_of(numeral).value
    if numeral.cls == "WORD" and (
        (value == 1 and unit.value in THINGS) or (value < 11 and DEFINITE.search(context.left(numeral, 16)))
    ):
        return []
    if (
        numeral.cls == "YNUM"
        and context.text[numeral.end : unit.start] == " "
        and re.search(
            r"\b(?:in|since|of|the|from|by|until|during|through|fiscal|early|late|mid|for)\s$",
            context.left(numeral, 8),
            re.I,
        )
    ):
        return None
    reading = plain_reading("count", str(unit.value), items, context)
    if unit.value == "point" and value < POINTS_MOST and _of_a_share(context.left(numeral, 96)):
        return replace(reading, kind="points", unit="percentage_point")
    return reading


def _of_a_share(left: str) -> bool:
    """Whether points are a percentage's: down 0.3 point from 20.6 percent, not the index's."""
    return bool(SHARES.search(left)) and not INDEXED.search(left)


def points_listed(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """down 0.5 and 0.2 points: the unit holds for each."""
    if code(items, "UNIT", "POINT") != "point":
        return None
    share = _of_a_share(context.left(items[0], 96))
    kind: Kind = "points" if share else "count"
    unit = "percentage_point" if share else "point"
    found = numerals(items)
    ends = [*(item.end for item in found[:-1]), items[-1].end]
    return [
        Reading(kind, value_of(item), unit, start=item.start, end=end) for item, end in zip(found, ends, strict=True)
    ]


def counted_of(items: Sequence[Item], context: Context) -> list[Reading]:
    """14 of 33 categories: both count the same."""
    unit = code(items, "UNIT")
    first, second = numerals(items)[:2]
    return [
        Reading("count", value_of(first), unit, start=first.start, end=first.end),
        Reading("count", value_of(second), unit, start=second.start, end=items[-1].end),
    ]


def bare(items: Sequence[Item], context: Context) -> Reading | list[Reading] | None:
    """A number without a unit of its own: the noun after it may give one (1,100 dual-use items)."""
    item = items[0]
    if item.cls == "WORD":
        return _bare_word(item, context)
    if AGED.search(context.left(item, 12)) or _names(item, context) or _numbers_heading(item, context):
        return []
    number, start, direction = amount(item, context)
    if (
        _glued(item, context)
        or CLOCK.match(context.right(item, 8))
        or NTH.match(context.right(item, 12))
        or (len(item.text) > 1 and item.text[0] == "0" and item.text.isdecimal())
    ):
        return []
    unit, end = _unit_ahead(item, context)
    if unit is None and _of_an_index(item, context):
        unit = "point"
    return cell_negative(Reading("count", number, unit, direction=direction, start=start, end=end), items, context)


def _names(item: Item, context: Context) -> bool:
    """Whether a number only points at things (of the 47 prefectures) or belongs to a product's name (Switch 2, China 2.0)."""
    value, left, right = value_of(item).value, context.left(item, 24), context.right(item, 16)
    if not item.text.replace(".", "").isdecimal() or value > POINTED or _unit_ahead(item, context)[0] is not None:
        return False
    if re.search(r"\b(?:[Oo]f|[Ii]n|[Aa]ll) (?:the|its|all|their) $", left) and re.match(r" [a-z]+s\b", right):
        return True
    return (
        value <= PRODUCT
        and bool(re.search(r"[a-z,]['’s]* [A-Z][a-z]{2,} $", left))
        and not re.match(r"[.,]?\d|\s?[-/:%]", right)
    )


def hours(items: Sequence[Item], context: Context) -> Reading | None:
    """34.3 hours: with a decimal it is a measure, and no stretch of time in passing."""
    if "." not in items[0].text or str(items[-1].value) not in {"hour", "minute"}:
        return None
    return plain_reading("quantity", str(items[-1].value), items, context)


def _numbers_heading(item: Item, context: Context) -> bool:
    """Whether a number only numbers a heading: 2. Appetite for expansion divides the region."""
    begins = item.start == 0 or context.text[item.start - 1] == "\n"
    return begins and item.text.isdecimal() and len(item.text) <= 2 and HEADED.match(context.right(item, 6)) is not None


HEADED = re.compile(r"[.)]\s[A-Z]")
NTH = re.compile(r"\s(?:million|billion|thousand)th\b|\s(?:hotline|helpline)\b")
"""Behind a number that counts nothing: the 10 millionth container, the 12367 hotline."""
AGED = re.compile(r"\b(?:aged?|ages)\s(?:between\s|over\s|under\s|\d+\s(?:to|and|or)\s)?$", re.I)
POINTED, PRODUCT = 100, 20
"""What a number that only points at things, and one of a product's name, is at most."""


def _of_an_index(item: Item, context: Context) -> bool:
    """The PMI came in at 49.7 from 49.5: the index stands before in the same sentence."""
    left = SENTENCE.split(context.left(item, 140))[-1]
    return bool(INDEXES.search(left if "." in item.text else left[-NEAR:]))


def _glued(item: Item, context: Context) -> bool:
    """China+1, 1.2.3, 5-3, +81: numbers tied to what is no figure."""
    before = context.text[max(0, item.start - 2) : item.start]
    after = context.text[item.end : item.end + 2]
    if re.search(r"[A-Za-z]\d+[-‐–]$", context.left(item, 8)):
        return True
    if re.search(r"[\w)]\+$|^\+$|[#@_&=*\\]$|\d[.,:/]$|[A-Za-z][-‐–.]$|^\+|\s\+$", before) and not before.endswith("$"):
        return True
    return bool(re.match(r"[.,:/]\d|[-‐]\w|[_@*]|°", after)) and not re.match(
        r"-(?:strong|odd|plus|or|and)", context.text[item.end : item.end + 8]
    )


def _bare_word(item: Item, context: Context) -> Reading | list[Reading]:
    """Words up to twelve count something only with a unit; alone on their line they are just the number."""
    unit, end = _unit_ahead(item, context)
    value = Decimal(item.value)
    alone = not context.left(item).split("\n")[-1].strip() and not context.right(item).split("\n")[0].strip()
    if (value == 1 and not alone) or re.match(r"[-‐]", context.right(item, 1)):
        return []
    if unit is not None and not DEFINITE.search(context.left(item, 16)):
        return Reading("count", Number(value, None), unit, end=end)
    stated = value > 12 or alone or value == 0 or re.search(r"\b(?:are|were|is|was)\s$", context.left(item, 6), re.I)
    return Reading("count", Number(value, None)) if stated else []


AGENTS = re.compile(r"(?:ers|ors|ists|ees|ians)$")
"""What is counted in "10 buyers cut orders"; the orders are not."""


def _unit_ahead(item: Item, context: Context) -> tuple[str | None, int]:
    """The counted noun up to three words further on (dual-use items, Japanese firms), and where the figure ends:
    with the noun when it follows at once."""
    after = context.right(item, 64)
    for found in re.finditer(r"[a-z]+", after):
        before = after[: found.start()]
        if not before.strip():
            if found.group() in NOUNS:
                return NOUNS[found.group()], item.end + found.end()
            if AGENTS.search(found.group()):
                return None, item.end
            continue
        if BREAKS.search(before) or len(before.split()) > 3 or not before.startswith(" ") or JOINED.match(before):
            return None, item.end
        if found.group() in NOUNS and before[-1] == " ":
            return NOUNS[found.group()], item.end
        if AGENTS.search(found.group()):
            return None, item.end
    return None, item.end


def nothing(_: Sequence[Item], __: Context) -> list[Reading]:
    """Not a figure."""
    return []


def labelled(items: Sequence[Item], context: Context) -> list[Reading] | None:
    """Part 2, Article 301: a label's number, unless a unit follows."""
    if len(items) > 2 and not (
        items[0].text.endswith(("s", "s.")) or all(item.cls in {"DASH", *NUMBERS} for item in items[1:])
    ):
        return None  # Article 301 and 25 ...
    numeral = items[-1]
    after = context.after
    if after is not None and after.cls in {"SCALE", "MINOR", "SYM", "PCT", "CUR", "POINTS", "TIMES", "UNIT", "TIMEU"}:
        return None
    label = items[0].text
    if label in {"No.", "number"} and re.match(
        r"\s+(?:\w+[ -]){0,3}(?:" + "|".join(sorted(HEADS)) + r")\b", context.right(numeral, 48)
    ):
        return None
    if "," in numeral.text or ("." in numeral.text and label[0].islower()):
        return None
    return []


def counted_in_brackets(items: Sequence[Item], context: Context) -> Reading:
    """20 (kg)."""
    return plain_reading("count", code(items, "UNIT"), items, context)


THINGS = frozenset(
    "country person company item category case point unit vehicle project order measure round site page copy store city ship "
    "household job seat flight train head".split()
)
"""Of these, one is no statistic: one company said."""
MEMBERS = frozenset(
    {"country", "person", "company", "city", "household", "store", "seat", "page", "round", "share_of_stock"}
)


def feet_and_inches(items: Sequence[Item], context: Context) -> Reading | None:
    """5 feet 2 inches: in feet."""
    units = [str(item.value) for item in items if item.cls == "UNIT"]
    feet, inches = (value_of(item).value for item in numerals(items)[:2])
    if (
        units[0] != "foot"
        or units[1:] not in ([], ["inch"])
        or inches >= 12
        or (len(units) == 1 and items[-1].text.strip() != "in")
    ):
        return None
    return Reading("count", Number(feet + inches / 12, None), "foot")


def metres(items: Sequence[Item], context: Context) -> Reading | None:
    """1.8m tall; 38,000 t."""
    if items[1].text == "t" and re.match(r"(?:\s(?:of|a|per|in|from|to)\b|[.,;)]|$)", context.right(items[1], 6)):
        return plain_reading("count", "tonne", items, context)
    if items[1].text != "m" or not re.match(
        r"\s(?:tall|long|wide|high|deep|apart|above|below)\b", context.right(items[1], 8)
    ):
        return None
    return plain_reading("count", "metre", items, context)


def inches(items: Sequence[Item], context: Context) -> Reading | None:
    """10" wide, a 6.7-inch phone's 6.7" screen."""
    mark = _INCHES.match(context.text, items[0].end)
    return None if mark is None else plain_reading("count", "inch", items[:1], context).at(items[0].start, mark.end(1))


_INCHES = re.compile(
    r"(\s?[\"″”])\s(?:long|wide|tall|high|deep|thick|across|screens?|displays?|panels?|TVs?|monitors?|pipes?|wafers?|tablets?|"
    r"phones?|smartphones?|laptops?|wheels?)\b"
)


def compound(items: Sequence[Item], context: Context) -> Reading | list[Reading]:
    """500-tonne; a 27-nation bloc counts its members and a 3-nanometer chip names its make: no figures."""
    unit = code(items, "UNIT", "POINT")
    return [] if unit in MEMBERS or unit == "nanometre" else plain_reading("count", unit, items, context)
