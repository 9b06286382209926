"""Names of offices that many countries share: 财政部, 央行, Ministry of Finance."""

from __future__ import annotations

from extractor.extract.events import Event, Line

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
