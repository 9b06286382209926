"""Japanese: the words by which sentences say what a figure is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.languages.cues import Cues

UP = (
    "増 増加 増え 増大 増額 増やし 増やす 急増 激増 微増 漸増 純増 上昇 上がり 上がっ 上がる 上振れ 引き上げ 値上がり 値上げ 高騰 "
    "急騰 急上昇 急伸 拡大 伸び 伸長 伸ばし 膨らみ 膨らん 膨張 回復 持ち直し 持ち直す 反発 続伸 加速 プラスと プラスに プラスだ "
    "プラス成長 プラスの 高まり 高まっ 改善 躍進 前年を上回 前年同月を上回 前年同期を上回 前年実績を上回 前年度を上回 前月を上回 "
    "上積み 利上げ 増産 増収 増益 高の 高で 高に 高と 高い 高く 押し上げ 上回っ 上回り 上回る"
).split()
DOWN = (
    "減 減少 減り 減っ 減る 減らし 減らす 急減 激減 微減 漸減 純減 削減 減額 低下 下がり 下がっ 下がる 下振れ 引き下げ 値下がり 値下げ "
    "下落 急落 暴落 続落 反落 縮小 縮まり 縮んだ 縮減 落ち込み 落ち込ん 落ち込む 減速 鈍化 マイナスと マイナスに マイナスだ マイナス成長 "
    "マイナスの 悪化 後退 前年を下回 前年同月を下回 前年同期を下回 前年実績を下回 前年度を下回 前月を下回 利下げ 減産 減収 減益 "
    "割り込み 割り込ん 減少率 下落率 低下率 縮小率 縮ん 縮む 縮め 減益 落ちた 安の 安で 安に 安と 安い 安く 押し下げ 前年割れ 下回っ 下回り 下回る"
).split()

LAST_YEAR = (
    "前の年",
    "前の年の同じ月",
    "前の年の同じ時期",
    "前年の同じ時期",
    "前年の同じ月",
    "去年の同じ月",
    "去年の同じ時期",
    "昨年の同じ月",
    "去年",
    "前年",
    "前年同月",
    "前年同期",
    "前年度",
    "前年同四半期",
    "昨年",
    "昨年同期",
    "前年実績",
)
THAN = ("を", "に比べて", "に比べ", "と比べて", "と比べ", "より", "から", "との比較で", "に対して")
COMPARE = {
    **dict.fromkeys(
        ("前年比", "前年同月比", "前年同期比", "前年度比", "対前年比", "対前年同月比", "対前年度比", "前年同日比", "前年同週比", "前年対比",
         "昨年同期比", "昨年同月比", "昨年比", "去年比", "去年同期比", "前年同四半期比", "同年比"), "yoy"
    ),
    **{year + than: "yoy" for year in LAST_YEAR for than in THAN},
    **dict.fromkeys(("前月比", "対前月比", *(f"前月{than}" for than in THAN)), "mom"),
    **dict.fromkeys(("前期比", "前四半期比", "対前期比", *(f"{q}{than}" for q in ("前期", "前四半期") for than in THAN)), "qoq"),
}  # fmt: skip

FLOW = {
    **dict.fromkeys(("輸出", "輸出額", "輸出総額", "総輸出", "総輸出額", "輸出全体", "輸出高", "対外輸出"), "export"),
    **dict.fromkeys(("輸入", "輸入額", "輸入総額", "総輸入", "総輸入額", "輸入全体", "輸入高"), "import"),
    **dict.fromkeys(
        ("貿易", "貿易額", "貿易総額", "総貿易額", "往復貿易", "往復貿易額", "輸出入", "輸出入額", "輸出入総額", "通商額", "対外貿易",
         "対外貿易額", "物品貿易", "財貿易", "貿易全体"), "total"
    ),
    **dict.fromkeys(("輸出と輸入", "輸出・輸入", "輸出も輸入"), "export+import"),
    **dict.fromkeys(("輸入と輸出", "輸入・輸出"), "import+export"),
    **dict.fromkeys(("貿易収支", "貿易バランス", "貿易尻"), "balance"),
    **dict.fromkeys(("貿易赤字", "貿易赤字額", "貿易赤字幅", "対日赤字", "入超", "入超額", "輸入超過", "輸入超過額"), "balance-"),
    **dict.fromkeys(("貿易黒字", "貿易黒字額", "貿易黒字幅", "出超", "出超額", "輸出超過", "輸出超過額"), "balance+"),
    **dict.fromkeys(("赤字", "赤字額", "赤字幅", "マイナス収支"), "sign-"),
    **dict.fromkeys(("黒字", "黒字額", "黒字幅"), "sign+"),
}  # fmt: skip

QUOTED = tuple(
    f"「{w}」"
    for w in (
        "拡大",
        "縮小",
        "増加",
        "減少",
        "改善",
        "悪化",
        "上昇",
        "低下",
        "黒字",
        "赤字",
        "輸出",
        "輸入",
        "増えた",
        "減った",
    )
)
"""Answers in a survey are no movement."""
TRAPS = (
    "黒字見込み 赤字見込み 黒字を見込 赤字を見込 貿易統計 貿易摩擦 貿易戦争 貿易協定 貿易協議 貿易交渉 貿易政策 貿易担当 貿易担当相 貿易振興 貿易保険 貿易会社 貿易障壁 貿易措置 貿易関係 "
    "貿易問題 貿易紛争 貿易自由化 貿易円滑化 貿易救済 貿易制限 貿易業 貿易港 貿易商 貿易不均衡 貿易概況 貿易動向 貿易相 貿易委員会 自由貿易協定 "
    "自由貿易 自由貿易試験区 自由貿易区 保護貿易 輸出規制 輸出管理 輸出管理法 輸出制限 輸出禁止 輸出許可 輸出企業 輸出産業 輸出業者 輸出主導 輸出志向 "
    "輸出関連 輸出管理規則 輸出促進 輸出拡大 輸出基地 輸出拠点 輸出先行き 輸入規制 輸入制限 輸入禁止 輸入関税 輸入許可 輸入企業 輸入業者 輸入品 "
    "輸入代替 輸入物価 赤字企業 黒字企業 赤字国債 黒字化 黒字転換 赤字転落 財政赤字 財政黒字 市場予想 予想を上回 予想を下回 予想に反 目標を上回 "
    "目標を達成 見通しを上回 見通しを下回 計画停電 計画経済 五カ年計画 事業計画 増税 減税 増資 減資 加減 減価償却 増値税 増設 増員 減員 増刊 増便 増床"
).split()

TERMS: Mapping[str, Mapping[str, Any]] = {
    "FLOW": FLOW,
    "CROSS": dict.fromkeys(("を上回っ", "を上回り", "を上回る", "を下回っ", "を下回り", "を下回る"), None),
    "TRAP": dict.fromkeys((*TRAPS, *QUOTED), None),
    "SUBSET": {
        **dict.fromkeys(("民営企業", "民間企業", "私営企業"), "private_enterprises"),
        **dict.fromkeys(("外資企業", "外資系企業", "外商投資企業"), "foreign_invested_enterprises"),
        **dict.fromkeys(("国有企業", "国営企業"), "state_owned_enterprises"),
        **dict.fromkeys(("外需", "外需向け"), "overseas"),
        **dict.fromkeys(("内需", "内需向け"), "domestic"),
    },
    "UNMEASURED": dict.fromkeys(("限月", "渡し", "物", "期限", "に実施", "に行っ", "に開催", "に発効", "に発動", "に施行", "に就任", "に署名", "に設立", "に開業"), "no"),
    "ANAPHOR": dict.fromkeys(("同社", "同社の", "同行", "同グループ"), "it"),
    "MOVE": {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down"), **dict.fromkeys(("変わらず", "同水準", "据え置"), "flat")},
    "FXMOVE": {
        **dict.fromkeys(("円安", "元安", "ウォン安", "ドル安", "ユーロ安", "人民元安", "減価"), "weaker"),
        **dict.fromkeys(("円高", "元高", "ウォン高", "ドル高", "ユーロ高", "人民元高", "増価"), "stronger"),
    },
    "COMPARE": COMPARE,
    "SHARE": dict.fromkeys(
        ("占め", "占有率", "シェア", "割合", "構成比", "比率", "比重", "全体の", "総額の", "に占める", "依存度"), "share"
    ),
    "PREP": {"対": "with"},
    "POSTP": {
        **dict.fromkeys(("向け", "向けの"), "bound"),
        **dict.fromkeys(("への", "宛て"), "to"),
        **dict.fromkeys(("からの", "発の", "産の"), "from"),
        **dict.fromkeys(("との", "との間の", "に対する", "相手の"), "with"),
        **dict.fromkeys(("による",), "by"),
    },
    "THAN": dict.fromkeys(
        ("時点から", "時点より", "時点の予測から", "時点の見通しから", "の予測から", "の見通しから", "時点に比べ", "末から", "時点の予測より"), "than"
    ),
    "TOTALLY": dict.fromkeys(("総額", "全体", "合計", "全世界", "世界全体"), "total"),
    "OPEN": dict.fromkeys(("このうち", "そのうち", "うち", "内訳は", "国・地域別", "国別", "品目別", "地域別", "主要国・地域別"), "open"),
    "RESPECTIVELY": dict.fromkeys(("それぞれ", "各々"), "respectively"),
    "BOTH": dict.fromkeys(("ともに", "いずれも", "双方とも"), "both"),
    "ISSUE": dict.fromkeys(
        ("発表", "公表", "によると", "によれば", "明らかにし", "報じ", "報道", "伝え", "まとめ", "統計では", "調べ", "集計", "調査で", "調査によ", "アンケート", "述べ", "指摘", "データでは",
         "と話し", "と語", "と説明", "公示"), "issue"
    ),
    "FORECAST": dict.fromkeys(
        ("見通し", "予想", "見込み", "見込む", "見込ん", "見込まれ", "予測", "目標", "計画", "予定", "見られ", "可能性", "だろう", "期待", "目指", "方針",
         "めど", "見方", "とみられ", "とみて", "想定", "恐れ", "かもしれない", "試算", "になりそう"), "forecast"
    ),
    "VINTAGE": {
        **dict.fromkeys(("速報", "速報値", "速報ベース", "1次速報", "１次速報", "一次速報"), "flash"),
        **dict.fromkeys(("改定値", "改定", "2次速報", "２次速報", "二次速報", "確々報"), "revised"),
        **dict.fromkeys(("確報", "確報値", "確定値", "確定"), "final"),
    },
    "SERIES": dict.fromkeys(("比較できる", "比較可能な", "統計開始の", "統計を開始した", "統計を取り始めた", "調査開始の", "さかのぼれる"), "series"),
    "SINCE": dict.fromkeys(("以来", "比で", "に比べ", "と比べ", "以降", "に対し", "を起点に", "＝100", "=100", "＝１００", "を100と", "を100とし"), "since"),
    "ALONE": dict.fromkeys(("単月", "単月で", "だけで", "のみで"), "alone"),
    "CURRENCY_BASIS": {
        **dict.fromkeys(("ドルベース", "米ドルベース", "ドル建て", "米ドル建て", "ドル換算", "米ドル換算"), "USD"),
        **dict.fromkeys(("円ベース", "円建て", "円換算"), "JPY"),
        **dict.fromkeys(("人民元ベース", "人民元建て", "元建て", "元ベース", "人民元換算"), "CNY"),
        **dict.fromkeys(("ユーロベース", "ユーロ建て"), "EUR"),
    },
    "ADJUST": {
        **dict.fromkeys(("季節調整済み", "季節調整済", "季節調整値", "季節調整後", "季調済み"), "seasonally_adjusted"),
        **dict.fromkeys(("年率換算", "年率"), "annualised"),
    },
    "RATE": dict.fromkeys(("伸び率", "増減率", "変化率", "前年比伸び率", "前年同期比伸び率"), "rate"),
    "PARTNER_RULE": dict.fromkeys(("双方輸入ベース", "双方輸入", "双方の輸入統計ベース"), "double_import"),
    "PRICE_BASIS": {
        **dict.fromkeys(("実質", "実質ベース", "数量ベースの実質"), "constant"),
        **dict.fromkeys(("名目", "名目ベース"), "current"),
    },
}  # fmt: skip

JOINS = r"(?:の|経済の|側の|国内の|全体の|全体|総|額|・|および|及び|と|や|間の|間|産の|産|製の|製|系|国別の|における|でみた|ベースの|品の|類の)"
KIND_OF_FIRM = (
    "自動車|電機|製作所|商事|物産|重工業|重工|電工|電産|電装|ホールディングス|ＨＤ|HD|製鉄|製鋼|化学|航空|海運|郵船|汽船|建設|製薬|薬品|証券|生命|"
    "モーター|スチール|石油|電力|精機|精工|製紙|製粉|光学|工機|電気工業|工業"
)
NAMED = "任天堂|日産|東芝|日立|富士通|資生堂|楽天|京セラ|三菱電機|三井不動産|日本製鉄|日本電産|日本郵船|商船三井|川崎重工|富士フイルム|華為技術|比亜迪|小米|鴻海"
GENERIC = "メーカー|グループ|セクター|サービス|エネルギー|コロナ|ドル|ユーロ|アジア|アメリカ|データ|ベース|インフレ|プラス|マイナス|シェア"
COMPANY = (
    rf"((?:{NAMED})|[一-龠ァ-ヴーA-Za-zＡ-Ｚａ-ｚ&・]{{1,10}}?(?:{KIND_OF_FIRM})"
    rf"|(?!(?:{GENERIC}))[ァ-ヴーＡ-Ｚａ-ｚA-Za-z][ァ-ヴー・A-Za-zＡ-Ｚａ-ｚ&]{{2,20}})"
)
"""A firm's name: a known one, one that says its trade (〜製作所), or one in katakana or Latin letters."""

CUES = Cues(
    terms=TERMS,
    noun_gap=re.compile(rf"{JOINS}{{0,3}}"),
    of_gap=re.compile(r"\s*(?:超|余り|強|弱|規模|相当|前後)?の\s*|\s*(?:に上る|に達する)"),
    clause_break=re.compile(r"(?<!は)(?<!では)、|[；;]"),
    move_after=True,
    topic_mark=re.compile(r"(?:は|が|の|も|では|でも|側|政府|経済)|、|[:：（(]|$"),
    partner_prefixes={"対": "with"},
    entities=(
        re.compile(COMPANY + r"(?:の|は|が)(?:[^。]{0,24})$"),
        re.compile(r"^(?:米|独|仏|英|韓|中国の|米国の)?" + COMPANY + r"(?:は|が)"),
    ),
    listed=re.compile(r"[^、。]{0,12}、" + COMPANY + r"(?:が|は)"),
    object_mark=re.compile("を"),
    base_mark=re.compile(r"(?:超|弱|強|余り)?[）)]?(?:から|に比べ|と比べ|より|を(?:上回|下回))"),
    office=re.compile(r"の?(?:国家|連邦|中央)?(?:統計(?:総)?局|統計庁|税関|商務省|商工省|財務省|貿易省|商業省|中央銀行|経済省|労働省|観光局)"),
    growth=re.compile(r"成長率|増加率|伸び率|上昇率"),
    ranked_before=re.compile(r"[がは](?:世界|全体の|第)?"),
    ranked_after=re.compile("[はが]"),
    counterpart=re.compile(r"相手国|相手先|相手|輸出先|輸入先|市場|調達先|供給国|供給元|供給先|仕向け地|パートナー"),
    rank_of={"経済": "gdp"},
)
