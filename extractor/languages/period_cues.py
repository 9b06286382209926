"""What the claim stage needs of a language to tell which period a figure is of, and what it is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.languages.company_words import NEVER


@dataclass(frozen=True)
class PeriodCues:
    """What stands around periods, and around levels and bases that are of another period than the sentence's own."""

    base_mark: re.Pattern[str] = NEVER
    """What follows a level that a change starts out from: 前年の9兆円から44.0％縮小."""
    base_lead: re.Pattern[str] = NEVER
    """What leads up to a level that a change starts out from: from a revised (71.7 billion), compared with a profit of."""
    had_been: re.Pattern[str] = NEVER
    """Found behind a vintage that is an earlier one than the text's: (a flash estimate) had indicated."""
    whole_time: re.Pattern[str] = NEVER
    """Found in a sentence that goes back to the whole time of the text: over the whole period."""
    delivered: re.Pattern[str] = NEVER
    """What follows goods that are quoted day by day: gold | for August delivery."""
    to_date: re.Pattern[str] = NEVER
    """What leads up to the day until which a flow was counted: as of."""
    aside_clause: re.Pattern[str] = NEVER
    """A clause between commas that only describes: , which had been 264.9 billion in 2022,"""
    before_lead: re.Pattern[str] = NEVER
    """What leads up to a period that had not come yet: before, prior to."""
    known_level: re.Pattern[str] = NEVER
    level_in: re.Pattern[str] = NEVER
    """What leads up to a level that is known from before, and what joins it to its period: the | 28.4 billion | recorded
    in (2023)."""
    in_period: re.Pattern[str] = NEVER
    """What joins a level to its period after it: in, in the, for."""
    event_lead: re.Pattern[str] = NEVER
    """What leads up to a period in which something happened that is no measurement: a deal struck in."""
    yearly: re.Pattern[str] = NEVER
    """What leads up to a mean over years: an average annual increase of, 年均."""
    times_of: re.Pattern[str] = NEVER
    """What joins a multiple to the period that it is of: 2.6 times | the (May level)."""
    compares: re.Pattern[str] = NEVER
    """How a sentence begins that only compares: That compares with a 4.7% gain in May."""
    followed: re.Pattern[str] = NEVER
    """What leads up to what was before: (up 6.9 percent) after a | 5.2 percent | slump in November."""
    announced: re.Pattern[str] = NEVER
    """What follows a month in which something was announced that is no statistic: 去年12月宣布."""
    brought_out: re.Pattern[str] = NEVER
    """What follows a month in which something was published: 2月に発表した."""
    as_of: re.Pattern[str] = NEVER
    """What follows the time at which a forecast was made: 4月時点の2.2％."""
    stock_lead: re.Pattern[str] = NEVER
    stock_mark: re.Pattern[str] = NEVER
    """What stands before, or after, the day on which something is counted: as of, 時点, 截至."""
    contract: re.Pattern[str] = NEVER
    """What follows the month of a contract, which is no time measured: August | delivery."""
    than_in: re.Pattern[str] = NEVER
    """What leads up to the period that a figure is more or less than in: 41.9% more | than in | June 2024."""
    aside: re.Pattern[str] = NEVER
    """Found between a figure and another whose period is no longer the first's own: after (a 3.3-percent fall in May)."""
    describes: re.Pattern[str] = NEVER
    """Found before a period of a clause that only describes what the sentence measures: , which."""
    goal_lead: re.Pattern[str] = NEVER
    """What stands between a figure and the forecast or goal that it is held against: 49.5% | of the (2025) | target."""
    goal_mark: re.Pattern[str] = NEVER
    """What follows the period of a goal: the 2025 | target."""
    than_lead: re.Pattern[str] = NEVER
    """What leads up to a period that is only compared with: more than in (the same period of last year)."""
    year_to: re.Pattern[str] = NEVER
    """What stands between a fiscal year and its last month: 2024财年 | （截至 | 2025年3月."""
    base_behind: re.Pattern[str] = NEVER
    """What follows a period that is only a base: (在2022年) 的高基数上."""
    alone_lead: re.Pattern[str] = NEVER
    alone_mark: re.Pattern[str] = NEVER
    """What stands before, or after, a period that is looked at for once, which does not run on: 单看12月份, 7月当月."""
    prior_year: re.Pattern[str] = NEVER
    """A period that counts from the year spoken of, not from the day of publication: 上年, 上年末."""
    compared_lead: re.Pattern[str] = NEVER
    """What stands right before a period that is only compared with: 较, 比."""
    restored: re.Pattern[str] = NEVER
    """What leads up to a base of which a percentage is left or reached again: 恢复到 (2019年的八成)."""
    revises: re.Pattern[str] = NEVER
    """What follows a forecast that is revised, for the same period: (从1.9%) 上调至 (2.1%)."""
    own: re.Pattern[str] = re.compile(r"[的の]")
    """Between a period and the figure that is its own: 11月份 | 的同比下降 | 7.3%, 前年の | 9兆円."""
    record_of: re.Pattern[str] = NEVER
    """What joins a period to the record that was set in it: (刷新了今年6月) 创下的 (149亿美元的纪录)."""
    held_lead: re.Pattern[str] = NEVER
    """What leads up to a period whose level is only held against: 高于 (3月的0.3%), 追平 (1月的低位)."""
    own_is: re.Pattern[str] = NEVER
    """Between a period of comparison and the level that it had: 上年同期 | 为亏损 | 1742亿日元."""
    dated_level: re.Pattern[str] = NEVER
    """What stands between a level that a change starts out from and its period: 6月（100.2％）から, 2月時点の2.3％から."""
    issued_later: re.Pattern[str] = NEVER
    """What follows a month in which a release came out whose own period is still to be named: 2月、2024年の…と発表した."""
    reported_on: re.Pattern[str] = NEVER
    """What follows the period of a release that a sentence without a figure announces: 2024年の貿易統計を発表した."""
    last_term: re.Pattern[str] = NEVER
    """A comparison with the business term before, which is a year for a company: 前期比."""
    whole_term: re.Pattern[str] = NEVER
    """Found in a clause that speaks of the whole business term: 通期の, 年間配当は."""
    than_term: re.Pattern[str] = NEVER
    """What follows a business term that is only compared with: 前期を, 前の期より."""
    base_alone: re.Pattern[str] = NEVER
    """What leads up to a level that a change starts out from, though no other level is stated: 前期の|3.3％から減速した."""
    was_then: re.Pattern[str] = NEVER
    """What stands between a level and the period behind it that it is of: 413件|だった|前年."""
    held_then: re.Pattern[str] = NEVER
    """What stands between a rank and the period behind it in which it was reached: 過去最高|を記録した|前年."""
    foreseen_before: re.Pattern[str] = NEVER
    """What leads up to a level that was forecast before, of the same period: 従来予想（3兆円）."""
    month_end: re.Pattern[str] = NEVER
    """The end of a day on which things are counted: 3月末."""
    counted_at: re.Pattern[str] = NEVER
    """What follows the end of a month at which things are counted: 8月末|の店舗数は."""
