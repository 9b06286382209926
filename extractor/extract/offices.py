"""Names of offices that many countries share: 财政部, 央行, Ministry of Finance."""

from __future__ import annotations

import re

from extractor.extract.events import Event, Line
from extractor.languages import Pack

GENERIC = frozenset(
    {
        "Ministry of Finance", "Finance Ministry", "Ministry of Commerce", "Commerce Ministry", "the Finance Ministry",
        "the Ministry of Finance", "the Ministry of Commerce", "the Commerce Ministry", "Commerce Department",
        "General Administration of Customs", "National Bureau of Statistics", "customs data", "Cabinet Office",
        "財政部", "財政省", "商務省", "商務部", "国家統計局", "中国の中央銀行", "労働省", "商工省",
        "中央統計庁", "税関総署",
        "财政部", "财政部门", "商务部", "国家统计局", "统计局", "央行", "海关", "海关总署", "海关数据",
        "海关统计", "劳工部", "中央统计局",
    }
)  # fmt: skip
"""Names that many countries' offices share."""
SHARED = frozenset(name.lower() for name in GENERIC)


def shared(agency: Event) -> bool:
    """Whether an agency is named as many countries' are."""
    return agency.item is not None and agency.item.text.lower() in SHARED


def without_generic(line: Line, agencies: list[Event]) -> list[Event]:
    """Without a name that many countries share, right behind the full name of one: 澳大利亚储备银行（央行）."""
    return [
        a for n, a in enumerate(agencies)
        if not (n and shared(a) and line.between(agencies[n - 1], a) in {"（", "("})
    ]  # fmt: skip


OWNER = re.compile(r"['’]s? ?|の|\s?")


def of_another(line: Line, agency: Event, home: str | None) -> bool:
    """Whether another country stands right before an agency's name: 越南国家统计局 is not China's."""
    before = [e for e in line.of("PLACE") if e.end <= agency.start and OWNER.fullmatch(line.text, e.end, agency.start)]
    return bool(before) and before[-1].value != home


def within_name(line: Line, agency: Event, pack: Pack) -> bool:
    """Whether an agency's name is the end of a longer one that no row has: 計画投資省 is no 投資省."""
    if not pack.cues.longer_name.match(line.text, agency.start - 1, agency.start):
        return False
    return not any(e.end == agency.start for e in line.events)
