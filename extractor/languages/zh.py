"""Chinese."""

from __future__ import annotations

from extractor.languages import readers as read
from extractor.languages.base import Pack, Rule
from extractor.languages.numerals import CJK_NUMERAL, cjk

RULES = (
    Rule("zh.money", "2926亿美元", "NUM (CUR|SYM)", read.money),
    Rule("zh.percent", "2.0％", "NUM PCT", read.percent),
    Rule("zh.count", "1,100", "NUM", read.count),
)

PACK = Pack(
    code="zh",
    numeral=CJK_NUMERAL,
    number=cjk,
    terms={"PCT": dict.fromkeys(("%", "％"), "percent")},
    rules=RULES,
    joins_words=False,
)
