"""English."""

from __future__ import annotations

from decimal import Decimal

from extractor.languages import readers as read
from extractor.languages.base import Modifier, Pack, Rule
from extractor.languages.en_cues import CUES
from extractor.languages.numerals import DIGIT_RUN, digits

SCALES = {
    "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "bln": 10**9,
    "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

RULES = (
    Rule("en.money.prefix", "$48.87 billion", "SYM NUM SCALE*", read.money),
    Rule("en.money.suffix", "7.33 trillion yen", "NUM SCALE* (CUR|SYM)", read.money),
    Rule("en.percent", "29.2 percent", "NUM PCT", read.percent),
    Rule("en.points", "13.2 percentage points", "NUM POINTS", read.points),
    Rule("en.times", "2.9 times", "NUM TIMES", read.times),
    Rule("en.year", "2024", "NUM", read.year),
    Rule("en.count", "1,100", "NUM SCALE*", read.count),
)

PACK = Pack(
    code="en",
    numeral=DIGIT_RUN,
    number=digits,
    terms={
        "SCALE": {word: Decimal(scale) for word, scale in SCALES.items()},
        "PCT": dict.fromkeys(("%", "％", "percent", "per cent", "pct"), "percent"),
        "POINTS": {"percentage points": "percentage_point", "basis points": "basis_point"},
        "TIMES": dict.fromkeys(("times",), "times"),
        "LBOUND": {
            "about": Modifier("about", True), "roughly": Modifier("about", True), "over": Modifier("over"),
            "more than": Modifier("over"), "nearly": Modifier("about", True), "at least": Modifier("at_least"),
        },
        "RBOUND": {"or more": Modifier("at_least")},
    },
    rules=RULES,
    cues=CUES,
    cased=frozenset({"May", "March", "US"}),
)  # fmt: skip
