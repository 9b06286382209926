"""Chinese words by class: what stands beside numerals, times, bounds, and words with numerals that are no figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extractor.languages.base import Modifier, Number


def both(words: str) -> tuple[str, ...]:
    """The words of a list written with spaces."""
    return tuple(words.split())


_ABOUT, _OVER, _UNDER = Modifier("about", True), Modifier("over"), Modifier("under")
_LEAST, _MOST = Modifier("at_least"), Modifier("at_most")

BEFORE: Mapping[str, Modifier] = {
    **dict.fromkeys(both("约 約 大约 大約 约为 約為 近 将近 將近 接近 大概 约合 約合 大致 差不多 几乎 折合约 估计约"), _ABOUT),
    **dict.fromkeys(both("超 超过 超過 超过了 超過了 超出 逾 高于 高於 大于 大於 多于 多於 超逾 已超 已逾"), _OVER),
    **dict.fromkeys(both("不足 不到 低于 低於 少于 少於 小于 小於 未满 未滿 不满 未达 不及"), _UNDER),
    **dict.fromkeys(both("至少 最少 不低于 不低於 不少于 不少於 起码 起碼 大于等于 大于或者等于 大于或等于 至少有 至少是 至少为"), _LEAST),
    **dict.fromkeys(both("至多 最多 不超过 不超過 不高于 不高於 不多于 小于等于 小于或等于 最多为 最多達 最高不超过 最高可达 最多可达"), _MOST),
}  # fmt: skip
_CROSSED = {
    **dict.fromkeys(both("突破 突破了 首破 首超 首次突破 首次超过"), Modifier("over", direction="up")),
    **dict.fromkeys(both("跌破 失守 跌穿"), Modifier("under", direction="down")),
}
BEFORE = {**BEFORE, **_CROSSED}
AFTER: Mapping[str, Modifier] = {
    **dict.fromkeys(both("左右 上下 前后 前後 许"), _ABOUT),
    **dict.fromkeys(both("以上 及以上 或以上 （含）以上 (含)以上 或者以上 之上 有余 開外 开外"), _LEAST),
    **dict.fromkeys(both("以下 及以下 或以下 以内 以內 之内 （含）以下 (含)以下"), _MOST),
}

YEARS = {
    "今年": "Y0", "本年": "Y0", "去年": "Y-1", "上年": "Y-1", "前年": "Y-2", "明年": "Y+1", "后年": "Y+2", "後年": "Y+2",
    "本年度": "Y0", "今年度": "Y0", "上年度": "Y-1", "去年度": "Y-1", "上一年": "Y-1", "下一年": "Y+1", "大前年": "Y-3",
}  # fmt: skip
MONTHS = {
    "上月": "M-1", "上个月": "M-1", "上個月": "M-1", "本月": "M0", "这个月": "M0", "下月": "M+1", "下个月": "M+1",
    "下個月": "M+1", "本月份": "M0", "上月份": "M-1",
}  # fmt: skip
DAYS = {
    "今天": "D0", "今日": "D0", "昨天": "D-1", "昨日": "D-1", "明天": "D+1", "明日": "D+1", "前天": "D-2", "后天": "D+2",
    "本周": "W0", "上周": "W-1", "下周": "W+1", "本週": "W0", "上週": "W-1", "下週": "W+1", "这周": "W0",
    "本季度": "Q0", "上季度": "Q-1", "本季": "Q0", "上季": "Q-1", "上个季度": "Q-1", "上一季度": "Q-1", "下季度": "Q+1",
    "今早": "D0", "今晚": "D0", "昨晚": "D-1",
}  # fmt: skip
_WEEKDAYS = {
    f"{near}{week}{day}": f"W{offset}-{n}" if offset else f"XXXX-WXX-{n}"
    for near, offset in (("", ""), ("本", "0"), ("上", "-1"), ("下", "+1"))
    for week in ("周", "週", "星期")
    for n, days in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1)
    for day in days
    if not (week == "周" and day == "天")
}
SHARE_OF_YEAR = {"上半年": "H1", "下半年": "H2", "上半": "H1", "下半": "H2"}
SPAN_UNITS = {
    "年": "year", "个年头": "year", "個月": "month", "个月": "month", "月": "month", "个季度": "quarter", "個季度": "quarter",
    "季度": "quarter", "季": "quarter", "周": "week", "个星期": "week", "天": "day", "日": "day", "个交易日": "day",
    "個交易日": "day", "个财年": "year", "个财季": "quarter", "个财政年度": "year", "年度": "year",
}  # fmt: skip
RANK_NOUNS = both(
    "贸易伙伴国 贸易伙伴 貿易夥伴 貿易伙伴 贸易对象国 贸易国 贸易逆差国 逆差来源国 顺差来源国 顺差来源地 目的地 目的国 对象国 市场 市場 出口国 进口国 来源国 来源地 "
    "來源地 來源國 来源 供应国 供应商 生产国 消费国 消费市场 汽车市场 经济体 經濟體 单一市场 投资来源国 投资来源地 外资来源国 外资来源地 "
    "投资来源 投资目的地 投资国 债权国 持有国 客源国 客源地 买家 卖家 产油国 供应来源 股东"
)
RECORDS = {
    **dict.fromkeys(both(
        "历史新高 歷史新高 新高 历史最高 历史最高值 历史最高水平 历史最高纪录 历史最好水平 历史最大 歷史最高 历史高点 新高点 "
        "历史同期最高 历年同月最高 历年同期最高 历年同期新高 同月最高 同月新高 同期最高 同月历史最高 同月历史新高 历年最高 历史最高额 历史同期最好水平 历史同月最高 单月最高 单月历史最高 季度新高 历史同期新高 同期新高 历史同期最高水平 同期历史新高 最高纪录 新纪录 新紀錄 历史纪录 历史记录 最高记录 "
        "历史最高点 历史性突破 新高度 月度新高 单月新高 年度新高 阶段新高 单月历史新高 历史最佳 历史峰值"
    ), "up"),
    **dict.fromkeys(both(
        "历史新低 歷史新低 新低 历史最低 历史最低水平 历史最低值 歷史最低 历史最低点 历史同期最低 历史同期新低 最低纪录 新低点"
    ), "down"),
}  # fmt: skip
SUPERLATIVES = {
    **dict.fromkeys(both("最高水平 最高值 最高点 最高位 最高 最大 最多 最快 最强 最好水平 最佳 最长 最大规模"), "up"),
    **dict.fromkeys(both("最低水平 最低值 最低点 最低位 最低 最少 最小 最慢 最弱 最差 最差水平"), "down"),
    **dict.fromkeys(both("最大涨幅 最大增幅 最快增速 最高增速 最大单月涨幅"), "up"),
    **dict.fromkeys(both("最大跌幅 最大降幅 最低增速 最大单月跌幅 最小增幅"), "down"),
}

CONNECTORS = {
    **dict.fromkeys(both("至 到 ~ ～ 〜 ∼ 到了 至约 到约"), "TO"), "和": "AND", "与": "AND", "與": "AND",
    "/": "SLASH", "／": "SLASH", ":": "COLON", "：": "COLON", "∶": "COLON", "比": "COLON", "之": "OF", "的": "OF", ".": "DOT", "、": "COMMA", "·": "MID", "・": "MID", "‧": "MID",
    **dict.fromkeys(both("兑 兌 兑换 兌換 对 對 可兑换 可兑 能兑换 等于 换 合 可换 约合 折合"), "AGAINST"),
}  # fmt: skip

TERMS: Mapping[str, Mapping[str, Any]] = {
    "PCT": dict.fromkeys(("%", "％", "﹪", "%％"), "percent"),
    "POINTS": {
        **dict.fromkeys(both("个百分点 個百分點 个百分點 個百分点 百分点 百分點 个百分比点"), "percentage_point"),
        **dict.fromkeys(both("个基点 個基點 个基點 個基点 基点 基點 个bp 个BP bp bps"), "basis_point"),
    },
    "HUNDREDTH": {
        **dict.fromkeys(both("百分之 佰分之"), 1), **dict.fromkeys(both("千分之 仟分之"), 10),
        **dict.fromkeys(both("万分之 萬分之"), 100), **dict.fromkeys(both("百万分之 百萬分之"), 10000),
    },
    "AGAINST": {"折合": "against"},
    "TENPARTS": dict.fromkeys(both("十分之 拾分之"), 10),
    "PARTS": dict.fromkeys(("分之",), "parts"),
    "TENTH": {"成": 10},
    "DISCOUNT": {"折": 10},
    "HALF": {"半": "0.5"},
    "HALFOF": {**dict.fromkeys(both("一半 半数 半數"), "half"), **dict.fromkeys(both("过半 過半 逾半数 过半数 超半数"), "over"),
               **dict.fromkeys(both("近半 近半数 近一半"), "about")},
    "BEI": {"倍": "times"},
    "DOUBLE": {
        "翻番": 2, "翻倍": 2, "倍增": 2, "翻了番": 2, "翻了倍": 2,
    },
    "FAN": dict.fromkeys(both("翻 翻了"), "turn"),
    "FANUNIT": dict.fromkeys(("番",), "turns"),
    "HALVED": dict.fromkeys(both("腰斩 腰斬 减半 減半 折半 拦腰斩断"), "0.5"),
    "FEW": dict.fromkeys(both("数 數 几 幾"), "some"),
    "MORE": dict.fromkeys(both("多 余 餘 来 來"), "over"),
    "UP": {
        f"{over}{words}": Number(Decimal(scale), None)
        for over in "上过過"
        for words, scale in (("百", 100), ("千", 1000), ("万", 10**4), ("亿", 10**8), ("百万", 10**6), ("千万", 10**7), ("百亿", 10**10),
                             ("千亿", 10**11), ("万亿", 10**12), ("十万", 10**5), ("十亿", 10**9), ("萬", 10**4), ("億", 10**8))
    },
    "DOZEN": {"打": 12},
    "MINUS": dict.fromkeys(both("负 負"), "minus"),
    "DASH": dict.fromkeys(both("- － − – — —— -- ── ― ‐ ‑"), "dash"),
    "PER": dict.fromkeys(both("每 每一"), "per"),
    "LBOUND": BEFORE,
    "RBOUND": AFTER,
    "BLOCK": dict.fromkeys(both("块钱 块 圆整 圆 圓 元整 元钱"), "CNY"),
    "CUR": {"元": "CNY", "美刀": "USD", "蚊": "HKD", "比特币": "BTC", "个比特币": "BTC", "奈拉": "NGN", "日圓": "JPY", "歐元": "EUR",
            "韓元": "KRW", "韓圜": "KRW", "臺幣": "TWD", "英鎊": "GBP", "港圓": "HKD", "新臺幣": "TWD", "盧布": "RUB"},
    "SYM": {"¥": "CNY", "￥": "CNY", "Ұ": "CNY"},
    "MINOR": dict.fromkeys(both("角 毛 分 仙"), "CNY"),
    "PLUS": dict.fromkeys(both("又 零 加"), "plus"),
    "UNIT": {
        "位": "person", "名": "person", "点": "point", "點": "point", "噸": "tonne", "萬噸": "tonne", "台": "unit", "臺": "unit", "輛": "vehicle",
        "桶/日": "barrel_per_day", "桶／日": "barrel_per_day", "个标准箱": "teu", "项": "item", "項": "item", "種": "item",
        "個": "unit", "份": "copy", "双": "pair", "雙": "pair", "间": "company", "間": "company",
    },
    "YEAR": dict.fromkeys(both("年 年度"), "year"),
    "MONTH": dict.fromkeys(both("月 月份"), "month"),
    "DAY": dict.fromkeys(both("日"), "day"),
    "DAYNO": dict.fromkeys(both("号 號"), "day"),
    "QUARTER": dict.fromkeys(both("季度 季"), "quarter"),
    "SPAN": {w: u for w, u in SPAN_UNITS.items() if w not in {"年", "月", "日", "季", "季度", "年度"}},
    "FIRST": dict.fromkeys(both("前 头 頭 首"), "first"),
    "SEASON": {"首季": 1, "首季度": 1, "末季": 4},
    "ORD": dict.fromkeys(("第",), "ordinal"),
    "PART": SHARE_OF_YEAR,
    "WHOLE": dict.fromkeys(both("全年 全年度"), "year"),
    "END": dict.fromkeys(both("年末 年底 末 底"), "end"),
    "START": dict.fromkeys(both("年初 初"), "start"),
    "TENDAYS": dict.fromkeys(both("上旬 中旬 下旬"), "tenth"),
    "FISCAL": dict.fromkeys(both("财年 财政年度 財年 財政年度 会计年度"), "fiscal"),
    "RELFISCAL": {"本财年": "Y0", "上财年": "Y-1", "上一财年": "Y-1", "下财年": "Y+1", "下一财年": "Y+1", "本財年": "Y0", "新财年": "Y0"},
    "RELYEAR": YEARS,
    "RELMONTH": MONTHS,
    "RELDAY": {**DAYS, **_WEEKDAYS},
    "SAME": dict.fromkeys(both("去年同期 上年同期 上一年同期 去年同月 上年同月 去年同季 前一年同期 去年同時期"), "SAME"),
    "SAMETIME": dict.fromkeys(both("同期 同月 同季"), "same"),
    "SOFAR": dict.fromkeys(both("今年以来 今年以來 年初至今 今年迄今 年初以来 今年来"), "YTD"),
    "DECADE": dict.fromkeys(both("年代"), "decade"),
    "CENTURY": {"上世纪": 1900, "上个世纪": 1900, "本世纪": 2000, "20世纪": 1900, "二十世纪": 1900, "19世纪": 1800, "21世纪": 2000},
    "RECENT": dict.fromkeys(both("近 最近 过去 過去 未来 未來 今后 此后 之前"), "recent"),
    "SINCE": dict.fromkeys(both("以来 以來 以来的 来的"), "since"),
    "ANEW": dict.fromkeys(both("首次 首度 首现 第一次 首次出现 首次实现"), "first time"),
    "AFTER": dict.fromkeys(both("时隔 時隔 相隔"), "after"),
    "STRAIGHT": {
        **dict.fromkeys(both("连续 連續 已连续 连续了 持续"), "none"), **dict.fromkeys(both("连涨 连升 连增"), "up"),
        **dict.fromkeys(both("连跌 连降 连减"), "down"),
    },
    "BIG": dict.fromkeys(both("大 高 高位 高水平 低 低位 低水平 快"), "big"),
    "RANKNOUN": dict.fromkeys(RANK_NOUNS, "noun"),
    "RECORD": RECORDS,
    "SUPER": SUPERLATIVES,
    "TOP": dict.fromkeys(both("首位 榜首 第一位"), 1),
    "RANKED": dict.fromkeys(both("排名 排在 位居 位列 名列 居于 位于 稳居 高居"), "ranked"),
    "HOUR": dict.fromkeys(both("时 時 点钟 點鐘"), "hour"),
    "MINUTE": dict.fromkeys(both("分钟 分鐘"), "minute"),
    "DAYPART": dict.fromkeys(both("上午 下午 凌晨 晚上 晚间 早上 中午 傍晚 清晨 北京时间 当地时间 东京时间 深夜"), "hour of day"),
    "INDEX": dict.fromkeys(both("指数 指數 强 种工业股票 成分股 强企业 佳企业 级"), "name"),
}  # fmt: skip

TRAPS = frozenset(
    both(
        """
    一带一路 一帶一路 一路 十分 一方面 另一方面 一方 一般 一些 四川 三亚 三亞 一部分 一点 一定 一直 一旦 一再 一向 一律 一起 一致 一同
    一样 一樣 一时 一時 一度 一下 一经 一手 一流 一切 一行 一边 一邊 进一步 進一步 唯一 统一 統一 单一 單一 同一 万一 其一 不一 合一 专一
    一体化 一體化 一体 一揽子 一系列 一大批 一批 一线 二线 三线 四线 五线 一级 二级 三级 二手 二手房 二手车 三文鱼 三星 三菱 三井 三洋 三桶油
    五粮液 五矿 九江 万达 万豪 万华 万向 亿航 亿纬 百事 百货 百貨 百姓 千禧 双十一 双11 双12 618 十一黄金周 十一假期 七一 八一 六一
    五一 十四五 十五五 十三五 十二五 十一五 三农 三農 三方 四方 五方 双方 两会 两国 兩國 两岸 兩岸 两地 两者 两端 两用 两手 两方 两侧 两极
    全年预算 全年目标 全年任务 全年计划 全年预期 全年发展目标 三角洲 长三角 珠三角 金三角 三峡 三江 三明 三沙 一季报 三季报 二战 一战 十九大 二十大 三中全会 四中全会 五中全会 六中全会 二十国集团
    七国集团 七国 三国 一国两制 一国 一中 一个中国 五台山 一看 两两 一一 周年 半导体 半導體 半年报 半年報 半岛 半島 半成品 半壁江山 一次性 一条龙
    一站式 一举 一触即发 一如既往 一贯 一共 一概 一心 一味 一员 一席之地 一位难求 千方百计 千家万户 成千上万 万物 万众 万元户 百年 百花
    三轴 四轴 五轴 六轴 3轴 4轴 5轴 6轴 百家争鸣 千年 万年 千古 万里 千里 万象 千万不 千万别 亿万 万千 万能 万国 万无一失 九牛一毛 朝三暮四 五花八门 五金 五行 五官 八卦 七夕
    四面八方 四处 四周 三包 三资 三明治 三维 二维码 二维 二氧化碳 三元锂 三元前驱体 二元结构 一元复始 多元
    单元 公元 公元前 元件 元首 元素 元老 元旦 二孩 三孩 一胎 二胎 一波三折 一成不变 一成不變 百元店 年初步 七上八下 对折 骨折 不成 人数 总数 户数 件数 次数 基数 倍数
    系数 参数 多数 大多数 函数 代数 少数 位数 岁数 字数 票数 台数 辆数 家数 天数 点数 人數 總數 户籍 附近 临近 邻近 就近 亲近 靠近 远近 贴近
    合约 预约 节约 公约 条约 契约 违约 履约 签约 北约 纽约 制约 隐约 合約 預約 紐約 簽約 中超 英超 赶超 其余 剩余 剩餘 业余 结余 残余 盈余 余额 余地
    以上海 以上述 以下简称 以上市 左右手 上下游 上下级 前后脚 许多 許多 许可 不到位 不足以 点名 点燃 点评 点击 点火 二十四节气 三十而立 七彩 七匹狼
    八达岭 五菱 一汽 二汽 一加 三一 三六零 九阳 丝绸之路 百万富翁 千万富翁 亿万富翁 百亿级 千亿级 万亿级 十亿级 百万级 千万级 百亿补贴
    百分比 百分制 百分百 首次公开 初步 初期 初级 初始 底部 底层 末端 角度 角色 分别 分析 分布 分享 分配 分行 分支 分为 分类 分公司 分红 分化
    时代 时间 时期 时候 时段 时任 时尚 时速 番茄 番禺 半天 半夜 大半 一季报 来自 来源 来说 来看 来到 来访 5G 4G 6G 3D 4K 8K 24/7 7×24 成倍增长 成倍增加 成倍 七台河 五家渠 中国+1 中国＋1 中国加一 12306 9·11 T+0 T+1
    第三方 第三产业 第二产业 第一产业 第一时间 第一线 第一手 第一财经 四轮车 两轮车 二轮车 三轮车 一升一降 一增一减 一涨一跌 一降一升 一减一增 一进一出 一来一往 第一生命 第一三共 第一太平 第一工业制药 第一汽车 第二次世界大战 第一次世界大战 二季报 前一日 前一天 前一交易日 上一交易日 前一个交易日 上一个交易日 三部曲 三部门 两部门 四部门 多部门 七部门 八部门
    """
    )
)
"""Words with numerals or counters in them that state no figure, and longer words that begin with a class's word."""
