"""Chinese: how sentences name companies, and say whose a figure is."""

from __future__ import annotations

import re

from extractor.languages.company_words import CompanyWords

MEASURED = (
    "净利|净亏|营收|营业|销售|销量|利润|股价|市值|出货|业绩|财报|订单|订购|分红|股息|市场份额|份额|交付|研发|亏损|盈利|毛利|"
    "合并|全球|总裁|首席|董事|社长|股份|第[一二三四]|上半|前三|年度|季度|财年"
)
AFTER = re.compile(
    rf"(?:公司|集团|股份|控股|汽车|手机|高管|方面)|的?(?:[^，。；的]{{0,8}}?)(?:{MEASURED})"
    r"|(?:在?\d{1,2}月?(?:\d{1,2})?日|日前|近日|当天|周[一二三四五六日])?(?:宣布|表示|称|发布|公布|预计|计划|披露|报告|将)"
)
OTHERWISE = re.compile("业(?!务|绩)|市(?!场|值|占)|县|(?:流域|雨林|支付|客运|货运|展能力|需要|量|粥)")
SUBJECT = re.compile(
    r"(?:^[“【]?|[，。；：:”】）)、\s—]|(?:日本|美国|中国|韩国|德国|法国|英国|荷兰|印度|台湾|企业|巨头|公司|厂商|车企|制造商|运营商|龙头|商|集团|银行|其中|此外|而|但|与|和|据|对手|的))$"
)
ACTING = re.compile(r"(?:公司|集团|汽车|方面)?(?:[（(][^（）()]{1,24}[）)])?(?!和|与|及|、|等|的)")
OWNING = re.compile(r"(?:公司|集团|汽车)?(?:[（(][^（）()]{1,24}[）)])?的")
NAMED = re.compile(
    r"(?:^|(?<=[。；\n]))(?!该|本|这|上市|子公司|分公司|母公司|多家|各|其|一家|两家|外资|国有|民营|保险|证券|全国|此外|截至|同日)"
    r"(?P<name>[一-龠A-Za-z]{2,12}?(?:股份有限公司|有限公司|集团(?!公布的)))"
)
FORM = re.compile("(?:股份有限公司|有限公司|公司|集团|控股)+$")
SHORT = re.compile(r"[（(](?:以下)?(?:简称)?[“\"]?(?P<short>[A-Za-z一-龠]{2,8})[”\"]?[）)]")
INDUSTRY = re.compile(r"(?:的)?[^，。\d]{0,6}?(?:企业|行业|业(?!绩|务)|厂商|上市公司|车企)")
STOCK_BEFORE = re.compile(r"(?!)")
STOCK_AFTER = re.compile(r"(?:的)?(?:A股|H股|港股|美股)?股(?=价|票)")
SPENT = re.compile(r"(?:[（(][^）)]{1,24}[）)])?(?:用于|投向|投入到?|的|作为)(?:[^，。\d]{0,6})?")
TOGETHER = re.compile(r"[\d一二三四五六七八九十]+(?:家|大)(?:[^，。\d]{0,8})?(?:公司|企业|车企|银行|商社|集团)")

COMPANIES = CompanyWords(
    together=TOGETHER,
    industry=INDUSTRY,
    stock_before=STOCK_BEFORE,
    stock_after=STOCK_AFTER,
    spent=SPENT,
    after=AFTER,
    otherwise=OTHERWISE,
    subject=SUBJECT,
    acting=ACTING,
    owning=OWNING,
    named=NAMED,
    form=FORM,
    short=SHORT,
)
