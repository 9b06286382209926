"""What the claim stage needs of a language to tell who says a figure: offices, papers, polls, surveys, speakers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.languages.company_words import NEVER


@dataclass(frozen=True)
class CreditCues:
    """How sentences name who says something. Patterns are searched, or matched beside what their notes name."""

    poll: re.Pattern[str] = NEVER
    """What leads up to a figure that a poll expected: economists had forecast a deficit of, 市場予想は."""
    polled: re.Pattern[str] = NEVER
    """The same after the figure: (4.0%) that economists had forecast, を見込んでいた市場予想."""
    growth_aim: re.Pattern[str] = NEVER
    """Found in a sentence on the growth that a country aims for: the government ... growth."""
    sets_goal: re.Pattern[str] = NEVER
    """Found in a sentence in which a government sets itself a goal, which no office reports: set a growth target."""
    own_office: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """An office named by its kind alone, by the kind of its row: the statistics office, the customs service."""
    body: re.Pattern[str] = NEVER
    """A body that is credited under its full name, groups `name` and `later`: the Shanghai Shipping Exchange | said;
    according to | the Semiconductor Industry Association."""
    analyst_behind: re.Pattern[str] = NEVER
    analyst_lead: re.Pattern[str] = NEVER
    """What follows, or leads up to, a body when one of its people speaks for himself: 的经济学家, an economist at."""
    city_office: re.Pattern[str] = NEVER
    """What stands before an office's name when it is a city's: 从 | 成都 | 海关."""
    citing: re.Pattern[str] = NEVER
    """What leads up to a body whose figures another relays: citing data from, 援引."""
    of_state: re.Pattern[str] = NEVER
    """Found in the name of a body that is a state's: Ministry, 省, 局."""
    office: re.Pattern[str] = NEVER
    """What follows a country when one of its offices is meant: statistics office, 統計総局, 海关."""
    own_voice: re.Pattern[str] = NEVER
    """Found where it is the agency's own that speaks: its spokesman, the bureau, 同省, 发言人."""
    poll_owner: re.Pattern[str] = NEVER
    """Found around an outlet that only asked others: economists polled by."""
    future: re.Pattern[str] = NEVER
    """Found in a headline that speaks of what is to come: minimum wage to rise 6%."""
    survey: re.Pattern[str] = NEVER
    """Found in a sentence that speaks of a survey of people or firms."""
    survey_noun: re.Pattern[str] = NEVER
    asked: re.Pattern[str] = NEVER
    """Found in a sentence of a survey that counts those asked: of the firms, 回答企業, と答えた."""
    response_rate: re.Pattern[str] = NEVER
    speaker: re.Pattern[str] = NEVER
    """Found in a sentence in which somebody speaks whom no table knows: economists said, アナリストは〜とみる."""
    dateline: re.Pattern[str] = NEVER
    """A line's dateline, at its start: places in it are no subject, days in it are of publication."""
    upon_day: re.Pattern[str] = NEVER
    """What joins a verb of saying to its day: announced | on | February 18."""
    list_ends: re.Pattern[str] = NEVER
    """Found where a list of forecasts has ended: a verb of the past, while, against."""
    earlier_release: re.Pattern[str] = NEVER
    """What follows a word of vintage that is of an earlier release: a flash estimate | released on Oct. 1 had."""
    of_firms: re.Pattern[str] = NEVER
    """Found where the release that is credited is a survey of firms: Tankan, 短観."""
    paper: re.Pattern[str] = NEVER
    """A paper that somebody issues: white paper, 白皮书."""
    document_again: re.Pattern[str] = NEVER
    """A paper credited before, without who issued it: the white paper, 白皮书介绍."""
    office_kinds: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """The kind of row that an office named again must be of, where its noun says so: the association, 该协会."""
    office_again: re.Pattern[str] = NEVER
    """An office named before, without its name: the central bank, the ministry."""
    shared_offices: frozenset[str] = frozenset()
    """Names that many countries' offices share, in lower case: 财政部, 央行, ministry of finance."""
    goal_set: re.Pattern[str] = NEVER
    """What follows who set a goal and leads up to it: (日本政府) 提出的“5万亿日元”的目标."""
    branch: re.Pattern[str] = NEVER
    """The end of the name of an office's regional branch: (海关总署广东) 分署."""
    decides: re.Pattern[str] = NEVER
    """What follows a central bank that sets its rate: (日本银行) 31日在会议上决定."""
    not_office: re.Pattern[str] = NEVER
    """The end of an office's name that says what it brought out: 浙江海关 | 统计."""
    longer_name: re.Pattern[str] = NEVER
    """The character right before a name that makes it the end of a longer one: 計画|投資省."""
    survey_of: re.Pattern[str] = NEVER
    """What follows the month of a survey in which a plan or forecast was other: 3月|調査の0.1％増."""
    foretells: re.Pattern[str] = NEVER
    """Found where somebody forecasts who is not named: と予測する."""
    other_survey: re.Pattern[str] = NEVER
    """Found in a sentence that cites statistics of an office it does not name: 商業動態統計によると."""
