"""Japanese: offices that are named by their kind, and bodies under their full names."""

from __future__ import annotations

import re

_TRADES = {
    "finance": "財務|財政",
    "commerce": "商務",
    "trade": "貿易|通商",
    "economy": "経済",
    "industry": "産業|工業|商工",
    "labour": "労働",
    "agriculture": "農業|農務",
    "tourism": "観光",
    "planning": "計画",
    "energy": "エネルギー",
    "transport": "運輸|交通",
}
OFFICES = {
    "statistics": re.compile(r"(?:国家|連邦|中央|政府)?統計(?:総?局|庁|院|当局)"),
    "customs": re.compile(r"税関(?:当局|総局|総署|庁|局)?|関税(?:庁|総?局)"),
    "central_bank": re.compile("中央銀行|中銀"),
    **{
        f"ministry:{word}": re.compile(rf"(?<![一-龠・])(?:{names})[一-龠・]{{0,6}}?(?:省|部)(?![一-龠])")
        for word, names in _TRADES.items()
    },
}
"""By the kind of the row that is meant; a ministry by what it is in charge of."""

_KIND = (
    "省|庁|総局|(?<![当支薬結])局|署|協会|連盟|連合会|工業会|組合|協議会|会議所|研究所|研究院|総研|センター|機構|機関|委員会|評議会|"
    "公社|取引所|同盟|データバンク|リサーチ|インテリジェンス|アナリティクス"
)
_NAME = rf"(?![同当各両全本該関前新])[一-龠々ァ-ヴーA-Za-z&・]{{1,24}}?(?:{_KIND})(?![一-龠ァ-ヴー])"
_SAYS = (
    r"によると|によれば|が[^。、]{0,24}?(?:発表|公表|まとめ|集計|示し|明らか|調べ|推計|公開)"
    r"|は[^。]{0,40}?(?:発表|公表|予測|見込|予想|推計|試算|としている|と指摘)"
    r"|の(?:まとめ|調べ|調査|発表|統計|推計|集計|資料|データ|予測|試算|報告|見通し|最新|\d{1,2}月\d{1,2}日付発表)|調べ|まとめ"
)
_LEADS = "調査会社|シンクタンク|調査機関|データ会社|業界団体|格付け会社|コンサルティング会社"
BODY = re.compile(
    rf"(?<![一-龠々ァ-ヴーA-Za-z・])(?P<name>{_NAME})(?=(?:（[^（）]{{1,24}}）)?(?:{_SAYS}))"
    rf"|(?:{_LEADS})(?:の|、|「)?(?P<later>[^、。の」は「（）が\d]{{2,20}})(?=」?(?:（[^（）]{{1,24}}）)?(?:{_SAYS}))"
)
"""A body credited under its full name: メキシコ自動車工業会（AMIA）は, 計画投資省外国投資庁のまとめ."""
