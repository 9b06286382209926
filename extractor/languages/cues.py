"""What the claim stage needs of a language: the words by which sentences say what a figure is about.

`terms` maps a class to its terms and what each stands for:

    AGAIN           short words for a measure named before, and the indicators that they can mean: 生産
    FLOW            export, import, total, balance, balance- (deficit), balance+ (surplus),
                    balance~ (a gap: of the sign in force)
    TRAP            words that are no subject: trade tensions, 貿易摩擦
    SUBSET          whose part of a flow: private_enterprises, foreign_invested_enterprises ...
    UNMEASURED      right after a period, makes it no period of measurement: (February) delivery, 限月, 交割
    ANAPHOR         its, the company's, 同社, 该公司
    PLAN            agreed to: what is planned is to come, and no forecast
    AHEAD           up, down: a forecast (its first character) and a direction at once, 将增长
    RATEMOVE        up, down: the policy rate (its first character) and a direction at once, 降息
    MOVED_FROM      up:yoy: both at once, "higher than a year earlier"
    ITEM            parts that commodities.toml has no row for: 电费, 采矿业
    OTHER           names of what no row of the catalogue measures: operating costs, 营业成本
    MOVE            up, down, flat                      FXMOVE   weaker, stronger (a currency)
    COMPARE         yoy, mom, qoq                       SHARE    words of share: accounted for, 占, 占める
    PREP / POSTP    before / after a place: to, from, with, between, by (対, 向け, からの, 自, 与)
    TOTALLY         total, overall, 総額, 总值           OPEN     among them, of which, うち, 其中
    RESPECTIVELY    respectively, それぞれ, 分别          BOTH     both, ともに, 均
    ISSUE           said, announced, according to, 発表, によると, 据, 显示
    FORECAST        expected, forecast, 見通し, 预计; to_come: of what is to come, not what somebody foresees (will)
    VINTAGE         flash, revised, final               SERIES          where a series begins: records began, 比較できる
    SINCE           since, 以来 (before or after its period); ahead: before it only (compared with May)
    THAN            before the period compared with: 较, 比
    CURRENCY_BASIS  in dollar terms (USD) ...           ADJUST   seasonally_adjusted, annualised
    RATE            growth rate, 伸び率, 増減率, 增速 (table headers)
    PARTNER_RULE    double_import                       PRICE_BASIS  constant, current
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.languages.company_words import CompanyWords


def _gap(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True)
class Cues:
    """A language's claim words and how its phrases are put together.

    `noun_gap` is what may stand between the words of one noun phrase; `of_gap` what joins a figure to
    the noun phrase after it that says what it measures (of, worth of, の, 的); `clause_break` where one
    clause of a sentence ends; `move_after` whether the word of direction follows its figure (2.0％減)
    rather than precedes it (rose 2.0%). `partner_prefixes` make a partner of a one-character place
    name: 対 (with), 自 (from). `entities` find a company's name (group 1) in a sentence's text up to
    its indicator. `cased` are terms that match only as written.
    """

    terms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    noun_gap: re.Pattern[str] = field(default_factory=lambda: _gap(r"\s*"))
    of_gap: re.Pattern[str] = field(default_factory=lambda: _gap(r"\s*"))
    clause_break: re.Pattern[str] = field(default_factory=lambda: _gap(r"[,;，；、]"))
    move_after: bool = False
    topic_mark: re.Pattern[str] = field(default_factory=lambda: _gap(""))
    """What follows a place that stands alone when it is the topic: は, が; nothing where the order of words says it."""
    partner_prefixes: Mapping[str, str] = field(default_factory=dict)
    entities: tuple[re.Pattern[str], ...] = ()
    companies: CompanyWords = field(default_factory=CompanyWords)
    also: tuple[str, ...] = ()
    """Breaks between clauses that may share their verb: and."""
    poll: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a figure that a poll expected: economists had forecast a deficit of, 市場予想は."""
    polled: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The same after the figure: (4.0%) that economists had forecast, を見込んでいた市場予想."""
    listed: re.Pattern[str] | None = None
    """A company between two figures, in a list that shares the indicator: 、日産自動車は."""
    object_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a noun phrase that is an object only: 水産物の輸入を (止めた中国)."""
    base_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a level that a change starts out from: 前年の9兆円から44.0％縮小."""
    base_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a level that a change starts out from: from a revised (71.7 billion), compared with a profit of."""
    step: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to an amount that something changed by: increased by (82.2 billion dollars), 增加."""
    had_been: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found behind a vintage that is an earlier one than the text's: (a flash estimate) had indicated."""
    abroad: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows sales that are exports: sold | overseas."""
    all_alike: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence on tariffs that hit all countries alike: baseline, blanket."""
    whole_time: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence that goes back to the whole time of the text: over the whole period."""
    the_country: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The start of a sentence about the country that the last one was about: The country."""
    growth_aim: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence on the growth that a country aims for: the government ... growth."""
    division: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence on a part of a company: the chip division."""
    of_market: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a share of a market: 19% | of the global smartphone market."""
    those: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands before a partner or goods of the flow spoken of before: those | to the EU."""
    for_share: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to the next share of a list: (those aged 15 to 64) for."""
    delivered: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows goods that are quoted day by day: gold | for August delivery."""
    sets_goal: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence in which a government sets itself a goal, which no office reports: set a growth target."""
    to_date: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to the day until which a flow was counted: as of."""
    to_do: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a word that would lead up to a partner, when a verb does: sales to | exceed."""
    aside_clause: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A clause between commas that only describes: , which had been 264.9 billion in 2022,"""
    before_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a period that had not come yet: before, prior to."""
    known_level: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    level_in: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a level that is known from before, and what joins it to its period: the | 28.4 billion | recorded
    in (2023)."""
    own_office: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """An office named by its kind alone, by the kind of its row: the statistics office, the customs service."""
    body: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A body that is credited under its full name, groups `name` and `later`: the Shanghai Shipping Exchange | said;
    according to | the Semiconductor Industry Association."""
    analyst_behind: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    analyst_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows, or leads up to, a body when one of its people speaks for himself: 的经济学家, an economist at."""
    city_office: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands before an office's name when it is a city's: 从 | 成都 | 海关."""
    citing: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a body whose figures another relays: citing data from, 援引."""
    of_state: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in the name of a body that is a state's: Ministry, 省, 局."""
    office: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a country when one of its offices is meant: statistics office, 統計総局, 海关."""
    growth: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Words in an indicator's name that make its percentage a change by itself: 成長率, 増加率."""
    ranked_before: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    ranked_after: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a country and its rank among partners: 中国が首位, 2位は韓国."""
    counterpart: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a rank's words when it ranks a partner: largest export market, 輸入相手国, 第一大贸易伙伴. Groups named
    export, import and total say by which flow, when no word of flow does."""
    list_join: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins two places of a list that are meant together: and, と, 和."""
    owner_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What makes a name the owner of the next noun: 's."""
    upon: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between something imposed and what it is imposed on: (a tariff) on all (cars from Japan)."""
    own_voice: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found where it is the agency's own that speaks: its spokesman, the bureau, 同省, 发言人."""
    in_period: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins a level to its period after it: in, in the, for."""
    averaged: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found before a rate or price that is of no single day: average, assumed, 平均, 想定."""
    event_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a period in which something happened that is no measurement: a deal struck in."""
    poll_owner: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found around an outlet that only asked others: economists polled by."""
    without_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    without_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to, or follows, goods that are left out: excluding fresh, を除く."""
    yearly: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a mean over years: an average annual increase of, 年均."""
    times_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins a multiple to the period that it is of: 2.6 times | the (May level)."""
    multiplied: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a multiple that something has grown to: 1.7倍の(54億ドル), 4.8倍に."""
    index_level: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to the reading of an index printed with a sign: 为49.5%."""
    compares: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """How a sentence begins that only compares: That compares with a 4.7% gain in May."""
    followed: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to what was before: (up 6.9 percent) after a | 5.2 percent | slump in November."""
    a_country: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a region when one of its countries is meant: the Asian | country."""
    name_places: Mapping[str, str] = field(default_factory=dict)
    """Parts of indicators' names that hold a country: 訪日 (外国人客数), 访日."""
    grown: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """Nouns of growth and of decline, whose rate a verb may slow: 增速 (放缓至4.8%), 降幅 (收窄至3.3%)."""
    to_rate: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads from such a verb to the rate: slowed | to | 4.8%."""
    rate_to: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the rate before its verb: 4.8％ | に | 鈍化."""
    announced: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a month in which something was announced that is no statistic: 去年12月宣布."""
    brought_out: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a month in which something was published: 2月に発表した."""
    adjective: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Words of direction that say how high a level is, unless they stand right behind an amount of change: 41％と突出して高い."""
    as_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the time at which a forecast was made: 4月時点の2.2％."""
    stock_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    stock_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands before, or after, the day on which something is counted: as of, 時点, 截至."""
    future: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a headline that speaks of what is to come: minimum wage to rise 6%."""
    judged: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Words of direction that say better or worse: improved, 悪化."""
    survey: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence that speaks of a survey of people or firms."""
    survey_noun: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    asked: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence of a survey that counts those asked: of the firms, 回答企業, と答えた."""
    response_rate: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    speaker: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence in which somebody speaks whom no table knows: economists said, アナリストは〜とみる."""
    target_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    target_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows, or leads up to, a country upon which something is imposed: 日本車に, on Japanese cars."""
    anaphora: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The start of a sentence that goes on about what the last one measured: The volume, It, 同, 这一."""
    share_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins a percentage to the whole that it is a share of: 18% of Japan's exports."""
    dateline: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A line's dateline, at its start: places in it are no subject, days in it are of publication."""
    rank_of: Mapping[str, str] = field(default_factory=dict)
    """What a rank's own noun measures: economy -> gdp."""
    cased: frozenset[str] = frozenset()
    beyond: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What follows a change and says its direction, by direction: 14.4% | more than; 38.6% | above."""
    gauge: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to what a measure stands for, which is not measured itself: (orders, a) gauge of | capital spending."""
    of_total: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a share of a whole that has no name of its own: 32.3% | of the total."""
    upon_day: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins a verb of saying to its day: announced | on | February 18."""
    contract: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the month of a contract, which is no time measured: August | delivery."""
    list_ends: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found where a list of forecasts has ended: a verb of the past, while, against."""
    meanwhile: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What begins a clause of its own between two measures: (operating profit) as (tariffs bite)."""
    earlier_release: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a word of vintage that is of an earlier release: a flash estimate | released on Oct. 1 had."""
    of_firms: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found where the release that is credited is a survey of firms: Tankan, 短観."""
    paper: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A paper that somebody issues: white paper, 白皮书."""
    document_again: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A paper credited before, without who issued it: the white paper, 白皮书介绍."""
    office_kinds: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """The kind of row that an office named again must be of, where its noun says so: the association, 该协会."""
    office_again: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """An office named before, without its name: the central bank, the ministry."""
    than_in: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to the period that a figure is more or less than in: 41.9% more | than in | June 2024."""
    held: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a rate that was left where it was: held its cash rate at."""
    aside: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found between a figure and another whose period is no longer the first's own: after (a 3.3-percent fall in May)."""
    takes: frozenset[str] = frozenset()
    """Words of buying, said of a partner: China | bought | $3.9 billion (of what the text's country sold)."""
    weak_flows: frozenset[str] = frozenset()
    """Words of a flow that are none where a text speaks of no trade: purchases, shipped."""
    ships: frozenset[str] = frozenset()
    """Words of a flow that, said of a company, are its sales: shipped, shipments."""
    describes: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found before a period of a clause that only describes what the sentence measures: , which."""
    sold: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to an amount that a partner took or that goods earned: exports, whatever was spoken of before."""
    went_to: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a share of a flow and leads up to its partner: 27% | went to (the U.S.)."""
    growth_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to the rate at which an economy grows: growth of."""
    counted_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a number of things, which takes no currency: 15 million | of the consoles."""
    by_verb: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What leads up to a change whose verb stands before what is changed, by direction: to raise capital investment by."""
    widens: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The start of a sentence that goes back to the whole: Overall,"""
    the_total: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found before the first figure of a sentence that goes on about the total."""
    goal_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a figure and the forecast or goal that it is held against: 49.5% | of the (2025) | target."""
    goal_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the period of a goal: the 2025 | target."""
    than_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a period that is only compared with: more than in (the same period of last year)."""
    scaled: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of a number that takes the currency of its sentence: imports of 20.1 | billion."""
    shared_offices: frozenset[str] = frozenset()
    """Names that many countries' offices share, in lower case: 财政部, 央行, ministry of finance."""
    goal_set: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows who set a goal and leads up to it: (日本政府) 提出的“5万亿日元”的目标."""
    branch: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of the name of an office's regional branch: (海关总署广东) 分署."""
    year_to: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a fiscal year and its last month: 2024财年 | （截至 | 2025年3月."""
    base_behind: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a period that is only a base: (在2022年) 的高基数上."""
    introduced: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of a sentence that brings a company up, for 该公司 to refer to: 与之相对的是旗下拥有优衣库的 | 迅销 | 。"""
    alone_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    alone_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands before, or after, a period that is looked at for once, which does not run on: 单看12月份, 7月当月."""
    prior_year: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A period that counts from the year spoken of, not from the day of publication: 上年, 上年末."""
    compared_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands right before a period that is only compared with: 较, 比."""
    keeps: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a streak of a rank that was kept: (连续7年) 保持 (第一大国)."""
    restored: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a base of which a percentage is left or reached again: 恢复到 (2019年的八成)."""
    revises: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a forecast that is revised, for the same period: (从1.9%) 上调至 (2.1%)."""
    decides: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a central bank that sets its rate: (日本银行) 31日在会议上决定."""
    own: re.Pattern[str] = field(default_factory=lambda: _gap(r"[的の]"))
    """Between a period and the figure that is its own: 11月份 | 的同比下降 | 7.3%, 前年の | 9兆円."""
    more_by: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What leads up to how much more or less than its base a figure is, by direction: 比此前预期 | 低 | 700亿日元."""
    turned: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a look-back and the balance that something turned to: 时隔3个月 | 转为 | 顺差."""
    former: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Words for the first (group first) or the second (group second) of two just listed: 前者, 后者."""
    whole_lead: tuple[str, ...] = ()
    """What may stand before the goods in a name: 全国 (粮食总产量)."""
    measure_again: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a change that says the one before it in other terms: 下降635亿美元，降幅为 | 1.94%."""
    cause_clause: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A clause that only gives a cause: 因油价走低而, 受土地市场低迷影响. What it names is measured by no figure behind it."""
    record_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What joins a period to the record that was set in it: (刷新了今年6月) 创下的 (149亿美元的纪录)."""
    held_lead: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a period whose level is only held against: 高于 (3月的0.3%), 追平 (1月的低位)."""
    own_is: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Between a period of comparison and the level that it had: 上年同期 | 为亏损 | 1742亿日元."""
    not_office: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of an office's name that says what it brought out: 浙江海关 | 统计."""
    in_hundredths: re.Pattern[str] = field(default_factory=lambda: _gap(r"[%％]"))
    """Found in points, or a little behind them, when they are percentage points: 个百分点, percentage points."""
    quoted: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a currency and what it was worth in another: (the dollar) averaged | (144.39 yen)."""
    dated_level: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a level that a change starts out from and its period: 6月（100.2％）から, 2月時点の2.3％から."""
    issued_later: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a month in which a release came out whose own period is still to be named: 2月、2024年の…と発表した."""
    reported_on: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the period of a release that a sentence without a figure announces: 2024年の貿易統計を発表した."""
    last_term: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A comparison with the business term before, which is a year for a company: 前期比."""
    whole_term: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a clause that speaks of the whole business term: 通期の, 年間配当は."""
    unknown_measure: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A measure (group `name`) that stands as the topic and that the catalogue may not know: 雇用者報酬は, カバー率は."""
    longer_name: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The character right before a name that makes it the end of a longer one: 計画|投資省."""
    than_term: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a business term that is only compared with: 前期を, 前の期より."""
    base_alone: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a level that a change starts out from, though no other level is stated: 前期の|3.3％から減速した."""
    both_kinds: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a flow of goods and services together: 財・サービスの|輸出."""
    goods_only: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a flow of goods alone: 財の|輸入."""
    describing: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a figure in a clause that only describes the next noun: 17兆円|まで膨らんだ|赤字は."""
    list_follows: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence that opens a list: 主な輸入額は次のとおり."""
    no_name: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The first cell of a row that is of no single firm: 合計, その他."""
    was_then: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a level and the period behind it that it is of: 413件|だった|前年."""
    cause: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows goods that a clause names as a cause: AIサーバー|の需要を追い風に."""
    taken_by: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a share and leads up to who has it: 7割|を中国向けが占める."""
    market: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found before a share that is one of a market: 世界市場でのシェア."""
    survey_of: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the month of a survey in which a plan or forecast was other: 3月|調査の0.1％増."""
    place_mark: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a place that a figure right before it is of: 881万人の韓国|が."""
    together: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found before a figure of several countries or firms together: 上位5カ国の."""
    pace: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Words of direction that say how the pace of growth changed, not which way what grows went: 鈍化."""
    held_then: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between a rank and the period behind it in which it was reached: 過去最高|を記録した|前年."""
    foretells: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found where somebody forecasts who is not named: と予測する."""
    foreseen_before: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What leads up to a level that was forecast before, of the same period: 従来予想（3兆円）."""
    domestic: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The beginning of a name of investment that is no foreign one: 国内投資."""
    firm_stock: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a firm whose stock is quoted: トヨタ|株は."""
    other_survey: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """Found in a sentence that cites statistics of an office it does not name: 商業動態統計によると."""
    strange_topic: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """A topic (group `name`) right before a figure: 外食|は."""
    relative: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between the subject of a clause that describes a country and the country: 関税|が続く|中国."""
    verb_gap: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What stands between an amount and the verb that says what it was for: 3000億円|を|投じる."""
    balance_measure: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of a measure that is a balance: 旅行収支."""
    firm_tail: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of a firm's full name that its short name leaves out: 日立|製作所."""
    levies: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a levy that somebody imposes: 相互関税|を課す."""
    sales_move: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a change of sales: 4％|減収."""
    profit_move: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows a change of a profit: 12％|減益."""
    month_end: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """The end of a day on which things are counted: 3月末."""
    counted_at: re.Pattern[str] = field(default_factory=lambda: _gap(r"(?!)"))
    """What follows the end of a month at which things are counted: 8月末|の店舗数は."""
