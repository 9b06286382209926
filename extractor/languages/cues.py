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
    CONCEPT         customs, balance_of_payments: how trade is counted
    PARTNER_RULE    double_import                       PRICE_BASIS  constant, current
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.languages.company_words import NEVER
from extractor.languages.credit_cues import CreditCues
from extractor.languages.join_cues import JoinCues
from extractor.languages.party_cues import PartyCues
from extractor.languages.period_cues import PeriodCues


@dataclass(frozen=True)
class Cues(CreditCues, PeriodCues, PartyCues, JoinCues):
    """A language's claim words and how its phrases are put together.

    `noun_gap` is what may stand between the words of one noun phrase; `of_gap` what joins a figure to
    the noun phrase after it that says what it measures (of, worth of, の, 的); `clause_break` where one
    clause of a sentence ends; `move_after` whether the word of direction follows its figure (2.0％減)
    rather than precedes it (rose 2.0%). `cased` are terms that match only as written. Who says it, which
    period it is of, whose it is and how figures hang together have their cues in the classes that this one is made of.
    """

    terms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    noun_gap: re.Pattern[str] = re.compile(r"\s*")
    of_gap: re.Pattern[str] = re.compile(r"\s*")
    clause_break: re.Pattern[str] = re.compile(r"[,;，；、]")
    move_after: bool = False
    also: tuple[str, ...] = ()
    """Breaks between clauses that may share their verb: and."""
    step: re.Pattern[str] = NEVER
    """What leads up to an amount that something changed by: increased by (82.2 billion dollars), 增加."""
    for_share: re.Pattern[str] = NEVER
    """What leads up to the next share of a list: (those aged 15 to 64) for."""
    growth: re.Pattern[str] = NEVER
    """Words in an indicator's name that make its percentage a change by itself: 成長率, 増加率."""
    averaged: re.Pattern[str] = NEVER
    """Found before a rate or price that is of no single day: average, assumed, 平均, 想定."""
    without_lead: re.Pattern[str] = NEVER
    without_mark: re.Pattern[str] = NEVER
    """What leads up to, or follows, goods that are left out: excluding fresh, を除く."""
    multiplied: re.Pattern[str] = NEVER
    """What follows a multiple that something has grown to: 1.7倍の(54億ドル), 4.8倍に."""
    index_level: re.Pattern[str] = NEVER
    """What leads up to the reading of an index printed with a sign: 为49.5%."""
    grown: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """Nouns of growth and of decline, whose rate a verb may slow: 增速 (放缓至4.8%), 降幅 (收窄至3.3%)."""
    to_rate: re.Pattern[str] = NEVER
    """What leads from such a verb to the rate: slowed | to | 4.8%."""
    rate_to: re.Pattern[str] = NEVER
    """What follows the rate before its verb: 4.8％ | に | 鈍化."""
    adjective: re.Pattern[str] = NEVER
    """Words of direction that say how high a level is, unless they stand right behind an amount of change: 41％と突出して高い."""
    judged: re.Pattern[str] = NEVER
    """Words of direction that say better or worse: improved, 悪化."""
    anaphora: re.Pattern[str] = NEVER
    """The start of a sentence that goes on about what the last one measured: The volume, It, 同, 这一."""
    share_of: re.Pattern[str] = NEVER
    """What joins a percentage to the whole that it is a share of: 18% of Japan's exports."""
    rank_of: Mapping[str, str] = field(default_factory=dict)
    """What a rank's own noun measures: economy -> gdp."""
    cased: frozenset[str] = frozenset()
    beyond: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What follows a change and says its direction, by direction: 14.4% | more than; 38.6% | above."""
    gauge: re.Pattern[str] = NEVER
    """What leads up to what a measure stands for, which is not measured itself: (orders, a) gauge of | capital spending."""
    of_total: re.Pattern[str] = NEVER
    """What follows a share of a whole that has no name of its own: 32.3% | of the total."""
    meanwhile: re.Pattern[str] = NEVER
    """What begins a clause of its own between two measures: (operating profit) as (tariffs bite)."""
    held: re.Pattern[str] = NEVER
    """What leads up to a rate that was left where it was: held its cash rate at."""
    growth_of: re.Pattern[str] = NEVER
    """What leads up to the rate at which an economy grows: growth of."""
    counted_of: re.Pattern[str] = NEVER
    """What follows a number of things, which takes no currency: 15 million | of the consoles."""
    by_verb: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What leads up to a change whose verb stands before what is changed, by direction: to raise capital investment by."""
    widens: re.Pattern[str] = NEVER
    """The start of a sentence that goes back to the whole: Overall,"""
    the_total: re.Pattern[str] = NEVER
    """Found before the first figure of a sentence that goes on about the total."""
    scaled: re.Pattern[str] = NEVER
    """The end of a number that takes the currency of its sentence: imports of 20.1 | billion."""
    keeps: re.Pattern[str] = NEVER
    """What follows a streak of a rank that was kept: (连续7年) 保持 (第一大国)."""
    more_by: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What leads up to how much more or less than its base a figure is, by direction: 比此前预期 | 低 | 700亿日元."""
    turned: re.Pattern[str] = NEVER
    """What stands between a look-back and the balance that something turned to: 时隔3个月 | 转为 | 顺差."""
    whole_lead: tuple[str, ...] = ()
    """What may stand before the goods in a name: 全国 (粮食总产量)."""
    measure_again: re.Pattern[str] = NEVER
    """What leads up to a change that says the one before it in other terms: 下降635亿美元，降幅为 | 1.94%."""
    cause_clause: re.Pattern[str] = NEVER
    """A clause that only gives a cause: 因油价走低而, 受土地市场低迷影响. What it names is measured by no figure behind it."""
    in_hundredths: re.Pattern[str] = re.compile(r"[%％]")
    """Found in points, or a little behind them, when they are percentage points: 个百分点, percentage points."""
    quoted: re.Pattern[str] = NEVER
    """What stands between a currency and what it was worth in another: (the dollar) averaged | (144.39 yen)."""
    unknown_measure: re.Pattern[str] = NEVER
    """A measure (group `name`) that stands as the topic and that the catalogue may not know: 雇用者報酬は, カバー率は."""
    describing: re.Pattern[str] = NEVER
    """What follows a figure in a clause that only describes the next noun: 17兆円|まで膨らんだ|赤字は."""
    list_follows: re.Pattern[str] = NEVER
    """Found in a sentence that opens a list: 主な輸入額は次のとおり."""
    cause: re.Pattern[str] = NEVER
    """What follows goods that a clause names as a cause: AIサーバー|の需要を追い風に."""
    pace: re.Pattern[str] = NEVER
    """Words of direction that say how the pace of growth changed, not which way what grows went: 鈍化."""
    domestic: re.Pattern[str] = NEVER
    """The beginning of a name of investment that is no foreign one: 国内投資."""
    strange_topic: re.Pattern[str] = NEVER
    """A topic (group `name`) right before a figure: 外食|は."""
    verb_gap: re.Pattern[str] = NEVER
    """What stands between an amount and the verb that says what it was for: 3000億円|を|投じる."""
    balance_measure: re.Pattern[str] = NEVER
    """The end of a measure that is a balance: 旅行収支."""
    sales_move: re.Pattern[str] = NEVER
    """What follows a change of sales: 4％|減収."""
    profit_move: re.Pattern[str] = NEVER
    """What follows a change of a profit: 12％|減益."""
