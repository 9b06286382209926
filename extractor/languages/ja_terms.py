"""Japanese words of figures and periods by class, and the words with numerals in them that are none."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extractor.languages.base import Modifier

ABOUT = Modifier("about", True)
OVER = Modifier("over")
UNDER = Modifier("under")
CROSSED = Modifier("over", direction="up")
FELL_BELOW = Modifier("under", direction="down")
AT_LEAST = Modifier("at_least")
AT_MOST = Modifier("at_most")

LBOUND = {
    **dict.fromkeys(
        ("約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "ざっと", "大体", "だいたい", "推定"), ABOUT
    ),
    **dict.fromkeys(("少なくとも", "最低でも", "最低"), AT_LEAST),
    **dict.fromkeys(("最大", "最大で", "最高で", "最長", "最長で", "多くて", "多くても", "上限"), AT_MOST),
}
RBOUND = {
    **dict.fromkeys(("超", "超え"), OVER),
    **dict.fromkeys(("を超え", "を超す", "を超", "を突破", "突破", "の大台に乗"), CROSSED),
    **dict.fromkeys(("を割り込", "を割っ", "割れ", "を割れ"), FELL_BELOW),
    **dict.fromkeys(("より大き", "より多", "より高"), OVER),
    **dict.fromkeys(("より小さ", "より少な", "より低", "未満", "に満たない", "足らず"), UNDER),
    **dict.fromkeys(("より少なくな", "より小さくな", "を下回らな"), AT_LEAST),
    **dict.fromkeys(("より大きくな", "より多くな", "を上回らな"), AT_MOST),
    **dict.fromkeys(("以上", "もしくはそれ以上", "またはそれ以上", "か、それ以上"), AT_LEAST),
    **dict.fromkeys(("以下", "以内", "もしくはそれ以下"), AT_MOST),
    **dict.fromkeys(("前後", "程度", "ほど", "くらい", "ぐらい", "近く", "近い", "規模", "に迫"), ABOUT),
}

MONTH_WORDS = tuple(f"{k}{m}" for k in ("カ", "か", "ヶ", "ヵ", "ケ", "箇", "ｶ", "個") for m in ("月間", "月"))
QUARTERS = {
    f"第{digit}{dot}四半期": n
    for n, digits in enumerate(("1１一", "2２二", "3３三", "4４四"), 1)
    for digit in digits
    for dot in ("", "・")
}
QUARTERS.update({f"{letter}{n}": n for n in range(1, 5) for letter in ("Q", "Ｑ")})
QUARTERS.update({f"{digit}{letter}": int(digit) for digit in "1234１２３４" for letter in ("Q", "Ｑ")})
FISCAL = {f"FY{year}": f"FY{year}" for year in range(1990, 2051)}
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
RELATIVE_YEARS = {
    "昨年": "Y-1", "去年": "Y-1", "一昨年": "Y-2", "おととし": "Y-2", "今年": "Y0", "ことし": "Y0", "本年": "Y0",
    "来年": "Y+1", "再来年": "Y+2", "昨年度": "FYY-1", "今年度": "FYY0", "本年度": "FYY0",
    "来年度": "FYY+1", "今期": "FYY0", "来期": "FYY+1",
}  # fmt: skip
RELATIVE_DAYS = {
    "先月": "M-1", "先々月": "M-2", "今月": "M0", "来月": "M+1", "再来月": "M+2", "先週": "W-1", "今週": "W0",
    "来週": "W+1", "再来週": "W+2", "昨日": "D-1", "一昨日": "D-2", "本日": "D0", "明日": "D+1",
}  # fmt: skip
SAME = {
    **dict.fromkeys(
        (
            "前年同月",
            "前年同期",
            "前年同日",
            "前年",
            "前年度",
            "前の年",
            "前の期",
            "前年同四半期",
            "昨年同期",
            "昨年同月",
            "去年同期",
        ),
        "SAME",
    ),
    "前月": "PREV:M",
    "前の月": "PREV:M",
    "前四半期": "PREV:Q",
    "前期": "PREV",
    "前の期": "BEFORE:T",
    "今期": "NOW:T",
    "来期": "NEXT:T",
    "1年前": "SAME",
    "１年前": "SAME",
}
RECORDS = {
    **dict.fromkeys(
        ("過去最高", "過去最大", "過去最多", "過去最長", "過去最速", "史上最高", "史上最大", "史上最多", "史上最長", "過去最高益", "過去最高額", "最多記録", "最高値", "最高水準", "最高額",
         "最高益", "最高記録"), "up"
    ),
    **dict.fromkeys(
        ("過去最低", "過去最少", "過去最小", "過去最悪", "史上最低", "史上最悪", "史上最小", "最低水準", "最安値"), "down"
    ),
}  # fmt: skip
NOT_COUNTED = (
    "次", "号", "条", "シリーズ", "ナノ", "ビット", "バージョン", "週目", "年目", "日目", "期目", "回目", "度目", "カ月目", "人目", "社目", "例目", "番手", "着", "号線", "章", "類", "級", "号機", "世紀", "輪", "次元", "国間", "者間", "極", "等", "弾", "年債", "年物",
    "年国債", "年物国債", "カ年", "か年", "ヵ年", "ヶ年", "ケ年", "時", "時半", "泊", "番地", "丁目", "号線", "桁", "字", "段階",
    "角",
    "軸",
    "者",
    "本柱",
    "ケタ",
    "けた",
    "代",
    "分",
    "分間",
    "部門", "つ目", "番", "代目", "部作", "面", "歩", "高", "足歩行",
)  # fmt: skip
"""What makes a number a name or an order after it: 2次, 85類, 21世紀, 3国間, 10年債, 5カ年, 午後3時."""

TERMS: Mapping[str, Mapping[str, Any]] = {
    "CUR": {"円": "JPY", "元": "CNY", "ドル": "USD", "ユーロ": "EUR", "ウォン": "KRW"},
    "PCT": dict.fromkeys(("%", "％", "パーセント", "㌫", "﹪"), "percent"),
    "WARI": {"割": Decimal(10), "割引": Decimal(10), "割引き": Decimal(10)},
    "BU": {"分": Decimal(1)},
    "HALF": {"半": Decimal("0.5")},
    "POINTS": {
        **dict.fromkeys(("ポイント", "㌽", "パーセントポイント", "％ポイント", "%ポイント", "パーセント・ポイント"), "percentage_point"),
        **dict.fromkeys(("ベーシスポイント", "ベーシス・ポイント", "bp", "bps", "ｂｐ", "ＢＰ"), "basis_point"),
    },
    "TIMES": {"倍": "times"},
    "DOUBLED": {"半減": Decimal("0.5"), "倍増": Decimal(2)},
    "PART": {
        "半分": Decimal(50), "半数": Decimal(50), "過半数": Decimal(50), "過半": Decimal(50),
    },
    "HALFPRICE": {"半額": Decimal(50)},
    "FLAT": dict.fromkeys(("横ばい", "横這い"), "flat"),
    "OF": {"分の": None},
    "SCALE": {"万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12), "ダース": Decimal(12)},
    "KILO": {
        **dict.fromkeys("kｋKＫ", Decimal(1000)), **dict.fromkeys("MＭ", Decimal(10**6)),
        "mn": Decimal(10**6), "mln": Decimal(10**6), "bn": Decimal(10**9), "bln": Decimal(10**9), "tn": Decimal(10**12),
    },
    "VAGUE": {"数": None, "何": None},
    "EDGE": {"強": OVER, "弱": UNDER, "余り": OVER, "余": OVER, "あまり": OVER},
    "LBOUND": LBOUND,
    "RBOUND": RBOUND,
    "MINUS": dict.fromkeys(("▲", "△", "▼", "マイナス"), -1),
    "PLUS": dict.fromkeys(("プラス", "+", "＋"), 1),
    "DASH": dict.fromkeys(("-", "－", "−", "‐", "–", "—", "―", "ー"), None),
    "TILDE": dict.fromkeys(("～", "〜", "~"), "~"),
    "DOT": {"・": None},
    "EQ": dict.fromkeys(("=", "＝", "≒"), "="),
    "SLASH": dict.fromkeys(("/", "／"), "/"),
    "PER": dict.fromkeys(("当たり", "あたり", "当り", "につき"), "per"),
    "DAILY": dict.fromkeys(("日量",), "per_day"),
    "KARA": {"から": None},
    "LATE": {"前半": (0, 5), "半ば": (3, 7), "後半": (5, 10), "序盤": (0, 3), "終盤": (7, 10)},
    "ORD": dict.fromkeys(("第",), None),
    "PLACED": dict.fromkeys(("位", "番目"), "rank"),
    "RECORD": RECORDS,
    "BEST": {"最高": "up", "最低": "down"},
    "SUPER": dict.fromkeys((*(f"最も{word}{end}" for word in ("高", "多", "大き", "低", "少な", "長", "小さ", "強", "弱") for end in ("い", "く", "かっ")), "最も大きな", "最も小さな", "最多", "首位", "トップだった", "トップとな", "トップに立", "世界一", "日本一"), 1),
    "SINCE": {"以来": "since", "以降": "since"},
    "RUN": dict.fromkeys(("連続", "続けて", "続伸", "続落", "続騰"), None),
    "SPELL": {"半年": (6, "month"), "半世紀": (50, "year"), "四半世紀": (25, "year")},
    "BACK": dict.fromkeys(("ぶり", "振り"), None),
    "QUARTERS": {"四半期": "quarter", "半期": "half"},
    "WEEKS": {"週": "week", "週間": "week"},
    "DAYS": {"営業日": "day", "取引日": "day", "日間": "day"},
    "MONTHS": dict.fromkeys(MONTH_WORDS, "month"),
    "YEARS": {"年間": "year"},
    "TERM": {"期": "term", "会合": "meeting"},
    "YEAR": {"年": None},
    "MONTH": {"月": None},
    "DAY": {"日": None},
    "MTERM": {"月期": None},
    "FYEAR": dict.fromkeys(("年度", "会計年度", "財政年度", "事業年度"), None),
    "DECADE": {"年代": None},
    "ERA": ERAS,
    "GAN": {"元年": 1, "元年度": 1},
    "FISCAL": FISCAL,
    "RELY": RELATIVE_YEARS,
    "RELD": RELATIVE_DAYS,
    "SAME": SAME,
    "QTERM": QUARTERS,
    "HTERM": {
        "上半期": "H1", "下半期": "H2", "上半年": "H1", "下半年": "H2", "上期": "FH1", "下期": "FH2",
        "年前半": "YH1", "年後半": "YH2",
    },
    "END": {"末": None, "末時点": None},
    "TEN": {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20)},
    "NOCOUNT": dict.fromkeys(NOT_COUNTED, None),
}  # fmt: skip

TRAPS = frozenset(
    """1人の女性 一人の女性 女性1人 女性一人 三菱 三井 三越 三洋 三陸 三島 三原 三鷹 三田 三浦 三木 三宅 三沢 三条 三国志 三権 三角 三位一体 三脚 再三 三日月 三日坊主 三本の矢
    三元系 三元触媒 三元豚 三元型 三方 三密 三層 三階 三桁 三ケタ 三振 三振り 三つ巴 三つ星 三回忌 三文判 三半規管
    四日市 四谷 四苦八苦 四季 四方 四輪 四つ葉 四捨五入 四球 四半世紀 四角 四次元 四面楚歌
    五輪 五島 五反田 五井 五稜郭 五十嵐 五感 五分五分 五月雨 五大 五日市 五十音
    七夕 七面鳥 七十七銀行 七福神 八王子 八戸 八幡 八百屋 八方 八百長 八重洲 八重山 八千代 八代 八街 八丁堀 八つ当たり
    九電 九段 九条 九龍 九谷 六本木 六甲 六大学 六ケ所 六ヶ所 六角 二戸 二宮 二子玉川 二条城
    十分 不十分 十字 十八番 十和田 十勝 十日町 五十歩百歩 十両 十二支 十人十色
    百貨店 百貨 百均 百円ショップ 百科 百人一首 百十四銀行 百五銀行 百人力 百年の計
    千代田 千代 千歳 千駄ヶ谷 千里 千島 千曲 千羽鶴 千差万別 千人計画 千円札 千両 千秋楽 万一 万が一
    一部 一方 一般 一層 一定 一致 一貫 一環 一因 一段 一段と 一段落 一時 一時的 一時帰休 一連 一体 一体化 一括 一斉 一気 一見 一旦 一律
    一帯 一帯一路 一応 一番 一目 一変 一転 一服 一巡 一覧 一新 一挙 一切 一概 一角 一面 一同 一員 一例 一種 一言 一流 一歩 一足 一息 一両日
    一手 一人ひとり 一人一人 一つ一つ 一つの中国 一日も早く 一日千秋 一橋 一宮 一関 一極 一極集中 一元化 一元的 一元管理 二元論 二元的 二元体制 多元 一本化 一本調子 一本足 一枚岩
    一進一退 一国二制度 一国両制 一国主義 一次 一次産品 一等 一級 一画 一途 一辺倒 一長一短 一石二鳥 一丸 一存 一夜 一生 一族 一心 一任 一家 一群 一行 一対
    一過性 一喜一憂 一線 一路 一蹴 一望 一回り 一点張り 一人勝ち 一人暮らし 一人前 一件落着 一部始終 一匹狼 一戸建て
    統一 同一 唯一 単一 均一 画一 画一的 随一 逐一 万国 統一地方選
    二者択一 二重 二酸化 二酸化炭素 二酸化硫黄 二極 二極化 二転三転 二輪 二次 二次電池 二分化 二分する 二の足 二男 二世 二人三脚 二桁 二ケタ 二番煎じ
    二枚目 二本立て 二本柱 二面性 一桁 一ケタ 三次 三次元 半減期 四半期ベース 世界一周 首位打者 零細 零細企業 零下 零度 倍増計画
    3M ３Ｍ 2K 4K 8K ２Ｋ ４Ｋ ８Ｋ 日経225 日経２２５ 三・一一 五・四 六・四 九・一一 九・一八 24時間365日 ２４時間３６５日 365日 ３６５日 百聞 百害 最大手 最大限 最大化 最大級
    最大値 最大野党 最大公約数 最大与党 最大派閥 最低限""".split()
)
"""Words that hold a numeral or a counter and are no figure; longest match keeps them whole."""
