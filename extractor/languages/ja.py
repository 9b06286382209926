"""Japanese."""

from __future__ import annotations

from extractor.languages import readers as read
from extractor.languages.base import Pack, Rule
from extractor.languages.numerals import CJK_NUMERAL, cjk

RULES = (
    Rule("ja.money", "8兆1,350億円", "NUM (CUR|SYM)", read.money),
    Rule("ja.percent", "2.0％", "NUM PCT", read.percent),
    Rule("ja.count", "1,100", "NUM", read.count),
)

PACK = Pack(
    code="ja",
    numeral=CJK_NUMERAL,
    number=cjk,
    terms={"PCT": dict.fromkeys(("%", "％", "パーセント"), "percent")},
    rules=RULES,
    joins_words=False,
)
