"""Chinese: how sentences say what a figure is about, and the patterns that find it."""

from __future__ import annotations

import re

from extractor.languages.cues import Cues
from extractor.languages.zh_bodies import BODY, OFFICES
from extractor.languages.zh_claim_terms import TERMS
from extractor.languages.zh_companies import COMPANIES

SMALL_WORD = r"(?:的|总|额|值|地区|等国家和地区|等国家|等国|等地|等|方面|全部|各类|主要|货物|商品|产品|两国|国家|市场|相关|整体|、|和|及|以及|这一|三大|规模|年|\s)"
"""What may stand between the nouns of one phrase."""

_NO_NAME = r"(?!同一天|当天|当日|同日|当季|此|每|各|其他|一|预计|预期|预测|其中|同期|此外|今年|去年|该|公司|截至|同时|受|由于|随着|不过|但|而|据|因此|另|当|本(?!田)|上|下|第|前|全|从|按|在|对|与|单看|单是|仅|若|分|整体|合计|无论)"
_PRODUCT = "".join(
    f"(?<!{word})"
    for word in "主机 软件 业务 部门 产品 车型 品牌 市场 地区 客户 行业 产业 企业 家电 手机 项目 方面".split()
)
"""The end of what a company makes or serves, which is no name of its own: Switch主机销量."""
_VERB = "(?!同时|给出|宣布|公布|发布|表示|预计|计划|由于|凭借|推进|下调|上调|维持|没有|已经|正在|继续|也是)"
_NAME = rf"{_NO_NAME}((?:{_VERB}[^，。；：、（(\s\d“”《》]){{2,14}}?)(?<!的){_PRODUCT}"
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
    conversion=re.compile(r"\s*[(（]\s*(?:约|约合|約合|合|折合|约折合|相当于|相當於)?\s*"),
    figures_joined=re.compile("[个個]?(?:和|与|與|、|及|以及)"),
    started_lead=re.compile("[由从從自]$"),
    held_against=re.compile("高于|低于|多于|少于|不及|超过|逊于|接近"),
    moved_to=re.compile("[至到]$"),
    aims=re.compile("(?:目标|目標|预期|预测|计划)$"),
    made_and_sold=re.compile("产(?=销)"),
    by_value=re.compile("[额額值]$"),
    index_name=re.compile("指[数數]$"),
    unit_label=re.compile("单位|單位"),
    office_owner=re.compile(r"\s?"),
    legal_form=re.compile("公司|股份|有限|集团|控股"),
    compares=re.compile(r"相比之下|作为对比|相较之下"),
    name_places={"访日": "JPN", "赴日": "JPN", "访华": "CHN", "来华": "CHN", "访韩": "KOR", "赴泰": "THA"},
    grown={"up": re.compile(r"增速|涨幅|增长率|升幅|增幅|通胀率"), "down": re.compile(r"降幅|跌幅")},
    to_rate=re.compile(r"(?:为|约)?"),
    went_to=re.compile("(?:的.{0,6}?)?(?:输往|流向|出口到|出口至|运往|销往|发往|出口给)"),
    terms=TERMS,
    companies=COMPANIES,
    noun_gap=re.compile(rf"(?:{SMALL_WORD}|（[^）]{{0,16}}）|\([^)]{{0,16}}\))*"),
    of_gap=re.compile(r"的?"),
    clause_break=re.compile(r"[;，；：:—]|,(?!\d)|但|而(?!且)"),
    poll=re.compile(r"(?:市场(?:普遍)?(?:预期|预测)|(?:经济学家|分析师)(?:此前)?(?:普遍)?(?:预期|预计|预测)|预期值|预测中值)的?(?:均值|平均值|中值|中位数|值)?(?:为|的|是|[（(])?(?:同比|增长|下降|增加|减少|上升|逆差|顺差|亏损|约)*$"),
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
    index_level=re.compile(
        r"(?:为|至|到|在|于|达|是|报|录得|仅|指数|PMI|跌破|突破|重返|站上|升破|月的|期的|上月|同期)(?:约)?(?:\d+\.?\d*%(?:、|和|与|以及))*$"
    ),
    as_of=re.compile("时(?:的|所作|作出)"),
    growth=re.compile("经济增长|增长率|增速|增长预期"),
    own_voice=re.compile("发言人|负责人|司长|该局|该部|该协会|总署"),
    stock_lead=re.compile("截至$"),
    averaged=re.compile("平均|假设|设定|设想|海关汇率|前提|预想汇率|预期汇率|均值"),
    poll_owner=re.compile("(?:告诉|回答|接受)$|^(?:此前)?(?:(?:调查|访问)的|(?:汇总|统计|整理|收集|调查)的[^，。；]{0,16}(?:预期|预测|预估|均值|中值))"),
    survey=re.compile(r"问卷|受访|实况调查|实态调查|景况调查|动向调查|意向调查|(?:振兴机构|商会|协会)[^。]{0,40}调查|(?:振兴机构|商会|协会|研究所)[^，。]{0,10}调查|(?:企业|经营)[^，。]{0,10}调查|调查(?:报告|结果)[^，。]{0,12}企业"),
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
    analyst_behind=re.compile("的?(?:首席|高级|资深)?(?:经济学家|分析师|策略师|研究员|专家)"),
    city_office=re.compile("(?:[从由据经]|^|[，。；）：\\s])((?!各国|我国|全国|多国|主要|各地|当地|本国|该国|官方|全球|两国|境内|相关|有关)[一-龠]{2,4})$"),
    longer_name=re.compile("(?<=[各多])国"),
    office_kinds={
        "association": re.compile("协会|研究院|智库|公司"),
        "ministry": re.compile("部"),
        "central_bank": re.compile("行"),
    },
    office_again=re.compile("(?:该|这一|这家|上述)(?:机构|局|部|协会|研究院|行|委员会|委|组织|银行|署|中心|智库|公司)(?=[^，。]{0,12}(?:预计|预测|表示|说|称|指出|认为|估计|还|同时|公布|发布))|(?<![一-龠])央行(?=[^，。]{0,6}(?:预计|预测|表示|说|称))"),
    citing=re.compile("(?:援引|引述|引用)[^，。；]{0,6}$"),
    of_state=re.compile("(?:部|局|署|厅|委|委员会|统计处|办公室)$"),
    own_office=OFFICES,
    body=BODY,
    of_firms=re.compile("(?:日资|日系|日本|在华|外资)企业[^，。]{0,14}调查|企业实况调查|问卷|短观|短期经济观测|景气(?:动向|预测)调查"),
    paper=re.compile("白皮书|报告|公报|蓝皮书|展望"),
    document_again=re.compile("(?:该|这份|上述)?(?:白皮书|报告|文件|公报|蓝皮书)(?:显示|介绍|指出|称|提到|说|认为|提出|披露)"),
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
    decides=re.compile(r"[^。；]{0,44}?(?:决定|敲定)"),
    own=re.compile(
        r"的(?:同比|环比)?(?:名义|实际)?(?:增长|下降|上涨|下跌|上升|减少|回落|增加)?了?|(?:所)?(?:创下|创造|创出|录得|刷新|记录)的"
    ),
    more_by={
        "up": re.compile(r"(?:[高多快贵长]|高出|多出|快于)(?:了|约|近|超过?)?$"),
        "down": re.compile(r"(?:[低少慢]|便宜)(?:了|约|近|超过?)?$"),
    },
    turned=re.compile(r"(?:再次|重新|首次|又)?(?:转为|转成|转向|恢复|出现|录得|实现|再现|由[^，。]{1,6}转为)(?:贸易|小幅|大幅)?"),
    base_lead=re.compile(r"(?:与|同|较|比)(?:[^，。；]{1,12})的$"),
    former=re.compile("(?P<first>前者)|(?P<second>后者)"),
    whole_lead=("全国", "全球", "全年", "世界"),
    stock_mark=re.compile(r"(?:当天|当日)(?![^，。]{0,8}(?:公布|发布|宣布|表示|称|说|举行|报道|开幕))"),
    measure_again=re.compile(r"(?:增幅|涨幅|升幅|降幅|跌幅|减幅|累计[涨跌升降]|扩大幅度)(?:为|达|约|达到|仅|超过?)?$"),
    cause_clause=re.compile(
        r"(?<!原)因(?!此|素|为|而)[^，。；]{2,24}?(?:而|，)|(?:由于|因为|随着|受益于|得益于|鉴于)[^，。；]{2,36}，"
        r"|受(?!访|益|到)[^，。；]{2,30}?(?:影响|拖累|带动|推动|冲击|提振|支撑|驱动|刺激|制约)"
    ),
    record_of=re.compile(r"(?:所)?(?:创下|创造|创出|录得|刷新|记录)的"),
    held_lead=re.compile(r"(?:高于|低于|超过|刷新了?|追平了?|不及|少于|多于|逊于|好于|超出|打破了?|持平于)$"),
    own_is=re.compile(r"(?:则|曾)?为(?:净)?(?:亏损|盈利|逆差|顺差|赤字|盈余|增长|下降|萎缩|收缩)?"),
    not_office=re.compile("(?:统计数据|统计|数据)$"),
    year_to=re.compile(r"[（(](?:截至|截止|截止到|止于|至)?"),
    in_hundredths=re.compile("百分|[%％]"),
    entities=(_REPORTING, _SPOKEN, _DATED),
)  # fmt: skip
