"""Chinese: the words by which sentences say what a figure is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.languages.cues import Cues
from extractor.languages.zh_companies import COMPANIES

UP = (
    "增长 增加 增 上升 上涨 涨 提高 提升 扩大 攀升 飙升 激增 大增 猛增 暴涨 大涨 回升 反弹 走高 上调 增至 升至 涨至 扩大至 增加到 增加至 攀升至 "
    "提高至 高出 上浮 递增 增幅 涨幅 升幅 微增 略增 微涨 跃升 跃升至 上扬 升高 升温 加征 扩张 增多 突增 骤增 新增 放大 恢复 增長 增至 擴大 上漲 提升至 "
    "成长 正成长 加快 回暖 转正 走强 调升 翻倍增长 净增 正增长 涨到 增到 升到 拉升 攀高 抬升 拉高 推高 调高 回升到 回升至 反弹至 上升到 上升至 提高到 增长到 增长至 扩大到 上调至 调升至 攀升到 提升到 升逾 上行 高增 再增 多出"
).split()
DOWN = (
    "下降 降 减少 减 下滑 下跌 跌 降低 收窄 缩小 缩减 萎缩 锐减 骤降 大跌 暴跌 回落 降至 跌至 减至 下调 降幅 跌幅 减幅 微降 略降 微跌 负增长 走低 下挫 "
    "滑落 骤减 大减 减弱 锐降 大降 减少到 减少至 下降至 下降到 缩小至 收窄至 回落至 放缓 放缓至 下滑至 下跌至 跌落 走弱 减產 減少 縮小 下滑到 降到 跌到 "
    "负成长 衰退 下行 转负 缩水 萎靡 猛降 猛跌 调降 调减 收缩 剧减 急剧减少 下修 下修至 拉低 压低 调低 下探 回落到 缩减至 减少至 收窄到 放缓到 下调至 跌破至 走跌 缩小到 萎缩至"
).split()
_FLOWS = {
    "export": "出口 出口额 出口值 出口金额 出口贸易 外销 货物出口 商品出口 出口額 对外出口",
    "import": "进口 进口额 进口值 进口金额 进口贸易 货物进口 商品进口 進口 進口額 ",
    "total": "贸易 贸易额 进出口 进出口额 进出口值 双边贸易额 双边贸易 双边贸易总额 外贸 对外贸易 货物贸易 贸易往来 "
    "货物贸易进出口 外贸进出口 进出口贸易 进出口贸易额 对外贸易额 "
    "進出口 貿易 貿易額 双边贸易总值 外贸规模 贸易规模 进出口规模 货物进出口 双向贸易额",
    "export+import": "出口和进口 出口与进口 出口及进口 出口、进口",
    "import+export": "进口和出口 进口与出口 进口及出口 进口、出口",
    "balance": "贸易差额 贸易收支 贸易平衡 贸易净额 進出口差額",
    "balance-": "贸易逆差 贸易赤字 贸易逆差额 货物贸易逆差 商品贸易逆差 外贸逆差 貿易逆差",
    "balance+": "贸易顺差 贸易盈余 贸易顺差额 货物贸易顺差 商品贸易顺差 外贸顺差 貿易順差",
    "sign-": "逆差 赤字 逆差额",
    "sign+": "顺差 盈余 黑字 順差 顺差额",
    "result-": "亏损 亏损额 由盈转亏 转亏 虧損 亏损状态",
    "result+": "盈利 扭亏为盈 转盈 盈利额",
}
_TRAPS = (
    "日均 月均 人均 户均 周均 扩张区间 收缩区间 负值区间 扩张态势 收缩态势 景气区间 增长区间 下降区间 增长态势 增长趋势 下降趋势 贸易战 贸易摩擦 贸易政策 贸易协定 贸易谈判 贸易关系 贸易壁垒 贸易保护主义 贸易协议 自由贸易 自由贸易协定 贸易自由化 贸易代表 贸易组织 贸易救济 贸易环境 "
    "贸易便利化 贸易强国 贸易结构 贸易方式 贸易紧张 贸易紧张局势 贸易争端 贸易部长 贸易代表办公室 贸易振兴 贸易公司 贸易商 贸易规则 贸易制裁 贸易合作 经贸合作 "
    "经贸关系 经贸磋商 经贸会谈 经贸 贸易中断 贸易条件 贸易对手 出口管制 出口限制 出口导向 出口禁令 进口关税 进口限制 出口退税 出口许可 出口商 进口商 进口博览会 "
    "进博会 出口商品交易会 自贸区 自贸试验区 自贸协定 出口企业 进口企业 出口订单 新出口订单 出口导向型 股市交易 数据中心 大数据 升级 增值税 增值 增加值 增持 增资 "
    "增产 减产 减税 减排 减持 减免 降准 降价 涨价 涨停 跌停 跌破 跌宕 增强 增进 降水 加快推进 加快发展 加快建设 恢复正常 恢复性 恢复谈判 提升至关 "
    "扩大开放 扩大内需 进一步扩大 提高质量 高于一切 新增长点 增长点 增长极 增长动力 从中 与日俱增 与其 同时 同样 同日 同期 对于 对外开放 对外开放 对话 对应 自身 自主 自动 自己 自由 自然 自从 自行 "
    "向好 方向 转向 趋向 对外贸易法 对此 都市 首都 成都 都会 平均 均衡 均为 均有 说明 说法 小说 学说 称号 号称 名称 职称 统称 简称 据点 根据地 占领 占用 抢占 "
    "将近 将军 将领 即将 必将 从而 从事 从业 从业人员 从未 服从 向来 共同 同意 同步 不同 相同 合同 如同 与会 参与 给与 由于 理由 "
    "增长的贡献率 增长贡献率 出口货值 出口交货值 成长股 成长性 成长型 诱导目标 目标区间 目标利率 目标范围 利率目标 政策目标 通胀目标 诱导水平 投资企业 投资者 投资人 投资机构 投资环境 投资信心 "
    "双向投资 外商及港澳台投资企业 外商及港澳台商投资企业 投资银行 投资峰会 投资基金 投资组合 投资建设 投资策略 投资促进 投资合作 投资协定 投资自由化 投资便利化 贸易投资 贸易自由化便利化 贸易畅通 完成营业额 销售旺季 销售网络 收入水平"
).split()

_THAN = {"up": ("超过", "高于", "多于", "好于", "超出", "高出"), "down": ("低于", "不及", "少于", "不如")}
_LAST = {
    **dict.fromkeys(
        "上年同期 去年同期 上年同月 去年同月 前一年同期 前一年同月 上年水平 上年同期水平 去年同期水平 上年实际 前一年".split(),
        "yoy",
    ),
    **dict.fromkeys("上月 上个月 前一个月 前月".split(), "mom"),
    **dict.fromkeys("上季度 上一季度 前一季度 前一财季".split(), "qoq"),
}
"""超过上年同月: a direction and a comparison at once."""

_VIEWS = (
    "季度 月 月份 地区 区域 国别 国家 国家和地区 国家、地区 行业 产业 品种 品类 商品 类别 企业 企业类型 企业性质 贸易方式 主体 市场 市场 项目 部门 领域 投资主体 规模 "
    "中央和地方 城乡 车型 来源地 目的地 种类 用途 产品 门类 三大门类 业务 事业 板块 企业规模 分项 收支 结构"
).split()
"""By what the whole is parted: 分季度看, 按行业看."""

TERMS: Mapping[str, Mapping[str, Any]] = {
    "FLOW": {word: flow for flow, words in _FLOWS.items() for word in words.split()},
    "SUBSET": {
        **dict.fromkeys("民营企业 民企 私营企业".split(), "private_enterprises"),
        **dict.fromkeys("外资企业 外企 外商投资企业".split(), "foreign_invested_enterprises"),
        **dict.fromkeys("国有企业 国企".split(), "state_owned_enterprises"),
        **dict.fromkeys("海外订单 海外订单额 来自海外的订单 海外的订单 外需 外需订单 国外订单".split(), "overseas"),
        **dict.fromkeys("国内订单 国内订单额 内需 内需订单".split(), "domestic"),
    },
    "UNMEASURED": dict.fromkeys("全线贯通 贯通 通车 投产 开工 开通 投入运营 成立 上市 启动 达成 推出 当选 上任 交货 交割 到期 举行 召开 生效 实施 起实施 签署 正式实施 起生效 起征收".split(), "no"),
    "ANAPHOR": dict.fromkeys("该公司 该集团 该行 该企业 该车企".split(), "it"),
    "TRAP": dict.fromkeys(_TRAPS),
    "MOVED_FROM": {
        **{f"{base}{more}": f"{way}:yoy" for base in ("同比", "比上年同期", "比去年同期", "较上年同期", "较去年同期") for more, way in (("多", "up"), ("多增", "up"), ("少", "down"), ("少增", "down"), ("高", "up"), ("低", "down"))},
        **{f"{than}{base}": f"{way}:{step}" for way, words in _THAN.items() for than in words for base, step in _LAST.items()},
    },
    "AHEAD": {f"{will}{word}": way for way, words in (("up", UP), ("down", DOWN)) for word in words for will in "将料或"},
    "MOVE": {
        **dict.fromkeys(UP, "up"),
        **dict.fromkeys(DOWN, "down"),
        **dict.fromkeys("持平 基本持平 大体持平 不变 维持不变 保持不变 维持在".split(), "flat"),
    },
    "OTHER": dict.fromkeys(
        "营业成本 销售成本 生产成本 应收账款 产成品存货 产成品 存货 资产负债率 负债率 总资产 资产总额 总负债 负债总额 净资产 完成营业额 现金流 自由现金流 每股收益 "
        "用户数 用户规模 活跃用户 订阅用户 会员数 票房 票房收入 市场规模 净融资 净流入 净流出 收益 累计货值 货值 电费 水费 房租 学费 医疗费用 外贸依存度 贡献率 "
        "贷款加权平均利率 贷款平均利率 住房贷款利率 房贷利率 贷款利率 存款利率 抵押贷款利率 不良贷款率 资本充足率 储蓄率 投诉量 访问量 播放量 下载量 "
        "研发人员 床位数 开工率 空置率 入住率 客座率 上座率 载客率 准点率 房价收入比 基尼系数 恩格尔系数 森林覆盖率 可再生能源占比 库存 库存量 能耗 单位GDP能耗 "
        "物流总额 社会物流总额 物流总费用 电影票房 保费收入 原保险保费收入 资产规模 管理规模 交易额 交易规模 成交量 融资额 募资额 发行规模 发行量 停留时间 住宿费 购物费 餐饮费 交通费".split()
    ),
    "RATEMOVE": {"加息": "up", "降息": "down"},
    "FXMOVE": {**dict.fromkeys("贬值 貶值 走贬".split(), "weaker"), **dict.fromkeys("升值 走升".split(), "stronger")},
    "COMPARE": {
        **dict.fromkeys("同比 按年 同比实际 同比名义 較去年 较同期 较一年前 比一年前 较上一年 比上一年 较前一年 比前一年 较上年同期 比上年同期".split(), "yoy"),
        **dict.fromkeys("环比 環比 按月 较上月末 比上月末 较上月底 比上月底 较一个月前 比一个月前 较前一个月 比前一个月".split(), "mom"),
        **dict.fromkeys("按季 较上季度末 比上季度末 较前一季度 比前一季度".split(), "qoq"),
    },
    "SHARE": dict.fromkeys("占 占比 占比为 比重 比重为 所占比重 所占比例 占据 佔 佔比 比例 占比达 占到 份额为 占全国 占全省 占全市 占全球 占该国 占其 占同期 占当月".split(), "share"),
    "PREP": {
        **dict.fromkeys(("对", "對", "与", "與", "同", "跟"), "with"),
        **dict.fromkeys(("向", "面向"), "to"),
        **dict.fromkeys(("自", "从", "從", "来自", "由"), "from"),
    },
    "THAN": dict.fromkeys("较 較 比 相比 相較 比起 相比之下 仅次于 僅次於".split(), "than"),
    "TOTALLY": dict.fromkeys("总体 整体 合计 全部 总计 总额 总值 总量 總額".split(), "total"),
    "OPEN": {
        **dict.fromkeys("其中 這其中 这其中".split(), "open"),
        **dict.fromkeys((f"{by}{what}看" for by in ("分", "按", "从") for what in _VIEWS), "view"),
        **dict.fromkeys((f"{by}{what}{seen}" for by in ("按", "分") for what in _VIEWS for seen in ("来看", "划分", "统计")), "view"),
    },
    "RESPECTIVELY": dict.fromkeys("分别 分別 依次".split(), "respectively"),
    "BOTH": dict.fromkeys("均 都 双双 皆".split(), "both"),
    "ISSUE": dict.fromkeys(
        "据 根据 发布 公布 显示 顯示 表示 宣布 称 说 报道 报道称 介绍 介绍说 决定 敲定 指出 援引 数据 数据显示 發布 發佈 公佈 发表 披露 统计 统计显示 通报 "
        "通告 透露 获悉 了解到 公告 报告 发布会 强调 引述 认为 宣布 提出 估算 测算 汇总 表明 报告显示 发布消息 称为 出炉 更新 通报称 解释 解释说 回应 披露称 发文 声明 公告称 刊发 统计称 "
        "消息 消息称 数据表明 数字显示 资料显示 调查显示 证实 告诉 写道 評估 評估报告".split(),
        "issue",
    ),
    "FORECAST": dict.fromkeys(
        "预计 预计将 預計 预期 预测 预估 预计为 有望 或将 将达 将达到 将会 料将 力争 目标 计划 估计 预告 展望 或达 可能 拟 有可能 预计达 "
        "预测值 预估值 预测中值 预想 将为 将继续 将进一步 将在 将于 将维持 将保持 "
        "将达到约 估算为 预料 料 料达 看好 估计将 推算 望达 争取 冲击 规划 期望 设定目标 将出现 将创 将首次 将再次 若按 若能 将使 将令 将导致 将带来 将为 将产生 将占 将占到 将有 将持续 将收于 将录得 按计划 计划到 料将 恐将 或为".split(),
        "forecast",
    ),
    "VINTAGE": {
        **dict.fromkeys("速报 速报值 初值 暂定值 暂定数据 暂定 初步数字 初步统计数据 初步统计结果 初步核算结果 初步估计 快报 初步统计 初步核算 初步数据 初步测算 初步值 快报数据 初步结果".split(), "flash"),
        **dict.fromkeys("修正值 修订值 改定值 修正后 修订后 修正数据 最终修正".split(), "revised"),
        **dict.fromkeys("终值 确报 确报值 最终值 最终数据".split(), "final"),
    },
    "SERIES": dict.fromkeys(
        "有可比数据 有可比统计 有统计 有记录 有统计数据 有可比记录 有统计记录 开始统计 开始有可比数据 有数据记录 开始发布数据".split(), "series"
    ),
    "ALONE": dict.fromkeys("单月 仅 单日 单季".split(), "alone"),
    "CURRENCY_BASIS": {
        **dict.fromkeys("按美元计价 以美元计价 按美元计 以美元计 按美元计算 以美元计算 美元计价 按美元口径 以美元为单位".split(), "USD"),
        **dict.fromkeys("按人民币计价 以人民币计价 按人民币计 以人民币计 按人民币计算 以人民币计算 人民币计价".split(), "CNY"),
        **dict.fromkeys("按日元计价 以日元计价 按日元计算 以日元计算 以日元计 日元计价".split(), "JPY"),
        **dict.fromkeys("按欧元计价 以欧元计价 以欧元计算".split(), "EUR"),
    },
    "ADJUST": {
        **dict.fromkeys("经季节调整 经季节性调整 季节调整后 季节性因素调整后 季调后 经季调 剔除季节因素 经季节因素调整后 季节调整 季调".split(), "seasonally_adjusted"),
        **dict.fromkeys("折年率 折合年化 按年率计算 按年率 换算成年率 年率换算 折合年率 折算年率".split(), "annualised"),
    },
    "RATE": dict.fromkeys("增速 增长率 同比增速 变化率 增减率 增速为".split(), "rate"),
    "PARTNER_RULE": dict.fromkeys(
        "双边进口统计 双方进口统计 双向进口统计 双方进口数据 双方进口基准 双方进口额 双边进口数据 以双方进口统计为基础".split(), "double_import"
    ),
    "PRICE_BASIS": {
        **dict.fromkeys("按不变价格计算 按不变价格 按不变价计算 不变价 按可比价格计算 按可比价格 可比价格 扣除价格因素 剔除价格因素 扣除物价因素".split(), "constant"),
        **dict.fromkeys("名义 按现价计算 现价".split(), "current"),
    },
}  # fmt: skip

SMALL_WORD = r"(?:的|总|额|值|地区|等国家和地区|等国家|等国|等地|等|方面|全部|各类|主要|货物|商品|产品|两国|国家|市场|相关|整体|、|和|及|以及|这一|三大|规模|年|\s)"
"""What may stand between the nouns of one phrase."""

_NO_NAME = r"(?!同一天|当天|当日|同日|当季|此|每|各|其他|一|预计|预期|预测|其中|同期|此外|今年|去年|该|公司|截至|同时|受|由于|随着|不过|但|而|据|因此|另|当|本(?!田)|上|下|第|前|全|从|按|在|对|与|单看|单是|仅|若|分|整体|合计|无论)"
_PRODUCT = "".join(
    f"(?<!{word})"
    for word in "主机 软件 业务 部门 产品 车型 品牌 市场 地区 客户 行业 产业 企业 家电 手机 项目 方面".split()
)
"""The end of what a company makes or serves, which is no name of its own: Switch主机销量."""
_NAME = rf"{_NO_NAME}([^，。；：、（(\s\d“”《》]{{2,14}}?)(?<!的){_PRODUCT}"
_BODY = r"(?:（[^）]*）|\([^)]*\))?(?:公司|股份有限公司)?"
_SPOKEN = re.compile(
    rf"(?:^|[，。；：”\s])(?:日本|美国|中国|韩国|德国)?(?:[^，。；：\s]{{0,8}}?(?:巨头|制造商|企业|车企|厂商|运营商|公司))?{_NAME}{_BODY}"
    r"(?:\d{1,2}日|\d{1,2}月\d{1,2}日|日前|近日|当天|当日|同日|同一天|此前|随后|周[一二三四五六日])?(?:在\S{1,8}?)?(?:公布|发布|宣布|预计|表示|称|披露|公告)"
)
_DATED = re.compile(
    rf"(?:^|[。；]|(?:报道说?|报道称|消息称|获悉)，)\s*(?:日本|美国|中国|韩国|德国)?{_NAME}{_BODY}(?:将|的|也|还|则|于|在|同日|当天|此前)?"
    r"(?:20\d\d|\d{1,2}(?:[～~—–\-至到]\d{1,2})?月|今年|去年|上半年|全年|前\S{1,2}季度|第?[一二三四](?:财季|季度|季)|本财年|上财年|截至|当季|同期|营收|营业收入|净利润|销量|销售额)"
)
_REPORTING = re.compile(
    rf"(?:公布|发布)(?:了)?(?:合并)?(?:财报|业绩|决算|财务报告|业绩报告)的(?:日本|美国|韩国|德国)?{_NAME}{_BODY}，"
)
"""A company's name before what it says, or before the period or the item of its accounts."""

CUES = Cues(
    terms=TERMS,
    companies=COMPANIES,
    noun_gap=re.compile(rf"(?:{SMALL_WORD}|（[^）]{{0,16}}）|\([^)]{{0,16}}\))*"),
    of_gap=re.compile(r"的?"),
    clause_break=re.compile(r"[;，；：:—]|,(?!\d)|但|而(?!且)"),
    poll=re.compile(r"(?:市场(?:普遍)?(?:预期|预测)|(?:经济学家|分析师)(?:此前)?(?:普遍)?(?:预期|预计|预测)|预期值|预测中值)(?:均?值?为|的|是|中值为)?(?:同比|增长|下降)*$"),
    polled=re.compile(r"的?(?:市场(?:普遍)?(?:预期|预测)|(?:经济学家|分析师)(?:此前)?(?:普遍)?(?:预期|预测))"),
    office=re.compile(
        r"的?(?:国家|联邦|中央)?(?:海关|央行|中央银行|(?:统计|商工|商务|工商|工贸|贸工|财政|贸易|经济|劳工|劳动|旅游|产业|内政|农业)[一-龠]{0,5}?(?:部门?|总?局|署|厅))"
    ),
    step=re.compile(r"(?:增加|减少|下降|上升|增长|缩小|扩大|收窄|升值|贬值|提高|上调|下调|降低|多增|少增|同比多|同比少|同期多|同期少|高出|多出)(?:了|约|近|超)?$"),
    speaker=re.compile(
        r"(?:分析人士|分析师|专家|经济学家|业内人士|市场人士|研究员|教授|证券|中金公司|研究院|研究所|投行|机构)[^。，；]{0,14}?(?:表示|认为|预计|预测|指出|称|说|估计)"
        r"|市场(?:普遍)?(?:预计|认为)|政府[^。]{0,40}(?:目标|力争|计划)|(?:目标|力争)[^。]{0,20}(?:政府|当局)"
    ),
    without_lead=re.compile("(?:扣除|剔除|去除|除去|不含|不包括|不包含|不计|除)(?:波动较大的|波动性较大的)?(?:生鲜|食品和|新鲜|食品、)?$"),
    event_lead=re.compile(r"继[^，。\d]{0,6}$"),
    yearly=re.compile("(?:年均|年平均)[^，。]{0,6}$"),
    announced=re.compile("宣布"),
    brought_out=re.compile(r"(?:初|底|末|份|中旬|下旬|上旬)?(?:发布|公布|发表|估算|更新|出炉)"),
    index_level=re.compile(r"(?:为|至|到|在|于|达|是|报|录得|仅)(?:约)?$"),
    as_of=re.compile("时(?:的|所作|作出)"),
    growth=re.compile("经济增长|增长率|增速|增长预期"),
    own_voice=re.compile("发言人|负责人|司长|该局|该部|该协会|总署"),
    stock_lead=re.compile("截至$"),
    averaged=re.compile("平均|假设|设定|设想|海关汇率|前提|预想汇率|预期汇率|均值"),
    poll_owner=re.compile("^(?:此前)?(?:调查|访问)的"),
    survey=re.compile(r"问卷|受访|(?:振兴机构|商会|协会|研究所)[^，。]{0,10}调查|(?:企业|经营)[^，。]{0,10}调查|调查(?:报告|结果)[^，。]{0,12}企业"),
    survey_noun=re.compile("调查"),
    asked=re.compile(r"企业|受访|回答|比例|占比"),
    response_rate=re.compile(r"(?:回收率|回答率|有效回收率)(?:为|达)?$"),
    target_lead=re.compile(r"(?:对|對|针对|向)(?:自|从|來自|来自|原产于|原产地为|所有|部分)*$"),
    list_join=re.compile(r"(?:两国|等国)?\s*(?:、|和|与|與|及|以及)\s*"),
    upon=re.compile(r"(?:的|所有|全部|进口|商品|产品){0,3}"),
    move_after=False,
    partner_prefixes={
        "对": "with", "對": "with", "与": "with", "同": "with", "自": "from", "从": "from", "向": "to", "输": "to", "销": "to",
    },
    dateline=re.compile(
        r"【[^】\n]{2,14}】|(?:[(（【]\s{0,4}+)?(?:新华社|中新社|中新网|人民网|新华网|共同社|央视网|日经中文网|[^。，\n]{0,6}讯)?[^。，：\n]{0,10}\d{1,2}月\d{1,2}日(?:专电|电|讯)"
        r"(?:\s*[（(](?:记者|通讯员)?[^）)]*[）)])?"
    ),
    counterpart=re.compile(
        r"(?P<export>出口市场|出口目的[地国]|出口对象|买家)|(?P<import>供应[国地商方]|进口来源|来源[国地]|來源)|(?P<total>贸易伙伴|貿易夥伴|贸易对象|贸易国)|目的地|目的国|市场|市場|对象国|供应|逆差国|客源"
    ),
    rank_of={"经济体": "gdp", "經濟體": "gdp"},
    shared_offices=frozenset("财政部 财政部门 商务部 国家统计局 统计局 央行 海关 海关总署 海关数据 海关统计 劳工部 中央统计局".split()),
    goal_set=re.compile(r"(?:此前|曾|已)?(?:提出|设定|制定|确定|规划|定下|修订|敲定)[^。，]{0,30}(?:目标|计划)"),
    branch=re.compile("分署|省局|市局|分局|分行"),
    base_behind=re.compile(r"的?(?:较?[高低]|同期|较[高低]的)?基数"),
    introduced=re.compile(r"(?:的|是)[“《]?([^，。；：“”《》的是\s\d]{2,8})[”》]?。$"),
    alone_lead=re.compile("(?:单看|单是|仅|就)$"),
    alone_mark=re.compile("当月|单月|当季|单季|一个月|单日"),
    prior_year=re.compile("上一?年"),
    compared_lead=re.compile("[较比与與從从由自於于]$"),
    keeps=re.compile("(?:保持|蝉联|稳居|位居|位列|成为|为|是|居)"),
    restored=re.compile("(?:恢复到|恢复至|相当于|仅为|只有|回升到|回到)(?:了)?$"),
    revises=re.compile(r"(?:左右)?(?:上调|下调|调高|调低|上修|下修|修正)"),
    year_to=re.compile(r"[（(](?:截至|截止|截止到|止于|至)?"),
    in_hundredths=re.compile("百分|[%％]"),
    entities=(_REPORTING, _SPOKEN, _DATED),
)  # fmt: skip
