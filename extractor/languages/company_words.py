"""What the claim stage needs of a language to tell whose figure it is, when it is a company's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NEVER = re.compile(r"(?!)")


def _never() -> re.Pattern[str]:
    return NEVER


@dataclass(frozen=True)
class CompanyWords:
    """How sentences name companies. All stand beside a name: before it (searched up to it) or after it (matched)."""

    after: re.Pattern[str] = field(default_factory=_never)
    """What follows a name that is a common word too, where it is a company's: Target's sales, Gap said."""
    otherwise: re.Pattern[str] = field(default_factory=_never)
    """What follows a name that is something else's: Amazon | River, 日立 | 市."""
    subject: re.Pattern[str] = field(default_factory=_never)
    """What stands before a name that is the subject of its clause."""
    acting: re.Pattern[str] = field(default_factory=_never)
    """What follows one: a verb, は."""
    owning: re.Pattern[str] = field(default_factory=_never)
    """What makes a name the owner of the noun that follows: 's, の, 的."""
    of: re.Pattern[str] = field(default_factory=_never)
    """What leads from an indicator to the company that it is of: (net profit) at."""
    booked: re.Pattern[str] = field(default_factory=_never)
    """What stands between a figure and the company that had it: (the $97.7 billion) that (Tesla booked)."""
    named: re.Pattern[str] = field(default_factory=_never)
    """A company that no table lists but says so in its `name`: Acme Widgets Co., 〜ホールディングス."""
    industry: re.Pattern[str] = field(default_factory=_never)
    """What follows a country whose firms are meant together: (Japanese) automakers, (中国) 银行业."""
    together: re.Pattern[str] = field(default_factory=_never)
    """Found before the figures of several companies together: the three automakers, 5社合計, 三家车企."""
    market_share: re.Pattern[str] = field(default_factory=_never)
    """A share of a market that is named: share of the Indian market."""
    stock_before: re.Pattern[str] = field(default_factory=_never)
    stock_after: re.Pattern[str] = field(default_factory=_never)
    """What stands beside a company whose share price is meant: shares of (Sony), (トヨタ) 株は."""
    spent: re.Pattern[str] = field(default_factory=_never)
    """What joins an amount to what it is spent on: (2.3 trillion yen) on (capital expenditure), を (投じる), 用于."""
    years: Mapping[str, int] = field(default_factory=dict)
    """This business year, the last, the next, by how many years they are off: 今期 is 0."""
    year_named: re.Pattern[str] = field(default_factory=_never)
    """The end of a business year's name that says its last month: 2025年3 | 月期."""
    form: re.Pattern[str] = field(default_factory=_never)
    """The part of such a name that only says what it is: Co., 株式会社, 集团."""
    short: re.Pattern[str] = field(default_factory=_never)
    """The short name that brackets behind a name give it: (AWC), （以下简称“星河”）."""
