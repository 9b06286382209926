"""What the claim stage needs of a language to tell how figures hang together: levels, changes, shares, conversions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.languages.company_words import NEVER


@dataclass(frozen=True)
class JoinCues:
    """What stands between figures, and words within names that say how a figure is to be taken."""

    conversion: re.Pattern[str] = NEVER
    """What stands between an amount and its conversion: $3 billion | (about | 440 billion yen)."""
    bracketed_change: re.Pattern[str] = NEVER
    """Within one bracket a semicolon does not part a level from its change: (106.1 billion yen | ; up | 5.4%)."""
    beside_rank: re.Pattern[str] = NEVER
    """What stands between a rank and its level: a record | of | $53 billion."""
    on_record: re.Pattern[str] = NEVER
    """What follows a rank of all time: the highest | on record."""
    figures_joined: re.Pattern[str] = NEVER
    """What stands between two figures of one list: 55.2% | 和 | 20.7%."""
    started_lead: re.Pattern[str] = NEVER
    started_mark: re.Pattern[str] = NEVER
    """What leads up to, or follows, a level that a change starts out from: 由 | 3.85%降至, 3.85％ | から."""
    held_against: re.Pattern[str] = NEVER
    """Found between a change and a level that it is only held against: 微减0.8%，仅略 | 高于 | 铃木的324万辆."""
    share_lead: re.Pattern[str] = NEVER
    """What leads up to a share itself, not to how much it moved by: the share fell | from | 50.7%."""
    or_share: re.Pattern[str] = NEVER
    """What stands between a part and its share: 25 million tons | , or | 38%."""
    moved_to: re.Pattern[str] = NEVER
    """The end of a word of direction that leads up to a level: 升 | 至."""
    aims: re.Pattern[str] = NEVER
    """The end of an indicator's name that makes what follows a forecast: 経済成長 | 目標."""
    made_and_sold: re.Pattern[str] = NEVER
    """The first half of a name for output and sales at once: 产 | 销."""
    flow_to: re.Pattern[str] = NEVER
    """The end of a word of flow that leads up to a partner: sales | to."""
    by_value: re.Pattern[str] = NEVER
    """The end of a word of flow that is counted in money: 出口 | 额."""
    index_name: re.Pattern[str] = NEVER
    """The end of the name of an index: 価格 | 指数."""
    unit_label: re.Pattern[str] = NEVER
    """What a table has before its unit: 単位, Unit."""
    of_base: re.Pattern[str] = NEVER
    """What joins a word of comparison to the figure that is of its period: 前月 | の | 3.3％."""
