"""Chinese: offices that are named by their kind, and bodies under their full names."""

from __future__ import annotations

import re

_TRADES = {
    "finance": "财政|财务",
    "commerce": "商务|商业",
    "trade": "贸易|贸工|工贸",
    "economy": "经济",
    "industry": "工业|产业",
    "labour": "劳工|劳动|就业",
    "agriculture": "农业",
    "tourism": "旅游|观光",
    "planning": "计划",
    "energy": "能源",
    "transport": "交通|运输",
}
OFFICES = {
    "statistics": re.compile("(?:国家|联邦|中央|政府)?统计(?:总?局|署|部门|机构|厅)"),
    "customs": re.compile("海关(?:部门|总局|总署|当局|署)?|关税(?:厅|局)"),
    "central_bank": re.compile("央行|中央银行"),
    **{
        f"ministry:{word}": re.compile(rf"(?:{names})[一-龠]{{0,5}}?(?:部(?![分署])|省|部门)")
        for word, names in _TRADES.items()
    },
}
"""By the kind of the row that is meant; a ministry by what it is in charge of."""

_KIND = (
    "(?<![全大内中东西南北总干外局])部|(?<![结布格当战大开])局|总署|分署|厅|(?<!党)委|委员会|协会|学会|商会|联合会|联盟|研究院|研究所|"
    "研究中心|中心|机构|理事会|交易所|促进会|事务所|统计处|智库|办公室"
)
_NAME = (
    r"(?![与和该本同各全有这多其一两相当另某后前近今去昨])(?:(?![的是在了对将已为从据由于等记者报道消息])[一-龠A-Za-z·]){2,20}?"
    rf"(?:{_KIND})(?![一-龠])"
)
_NAMED = _NAME.replace("(?![一-龠])", "")
_DAY = (
    r"(?:\d{1,2}月\d{1,2}日|\d{1,2}日|日前|近日|同日|当天|当日|昨日|今日|最新|周[一二三四五六日]|星期[一二三四五六日])?"
)
_SAYS = rf"(?:（[^（）]{{1,20}}）)?{_DAY}(?:在[^，。]{{1,14}})?(?:公开|联合)?"
BODY = re.compile(
    rf"(?:据|根据|从|由)(?P<name>{_NAMED})(?={_SAYS}(?:发布|公布|统计|消息|数据|获悉|了解到|披露|介绍|测算|提供|召开|举行|的(?:数据|统计|报告|消息|预测)))"
    rf"|(?:^|[，。；：”）\s])(?P<later>{_NAMED})(?={_SAYS}(?:发布|公布|表示|宣布|通报|介绍|预计|预测|指出|的?数据显示|统计显示|(?:有关|相关)?负责人|发言人))",
    re.MULTILINE,
)
"""A body credited under its full name: 据柬埔寨工业部统计, 世界黄金协会发布."""
