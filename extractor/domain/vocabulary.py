"""The closed vocabularies of the contract: the words that code, tables and pages share."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal[
    "money", "percent", "points", "multiple", "quantity", "count",
    "price", "rate", "rank", "streak", "period",
]  # fmt: skip
Bound = Literal["at_least", "at_most", "over", "under", "about"]
Flow = Literal["export", "import", "total", "balance"]
PeriodKind = Literal[
    "calendar_year", "fiscal_year", "half", "quarter", "month", "ytd", "day", "multi_year", "unresolved",
]  # fmt: skip
ChangeBasis = Literal["yoy", "mom", "qoq", "share", "since", "none"]
Direction = Literal["up", "down", "flat", "none"]
Status = Literal["asserted", "attributed", "preliminary", "anticipated", "ai_generated"]
How = Literal["stated", "inherited", "inferred"]
LinkKind = Literal["conversion", "change_of", "base_of", "rank_of", "streak_of", "period_of", "part_of"]
Verdict = Literal[
    "duplicate", "agree_exact", "agree_rounding", "agree_truncation", "derivable", "revised",
    "explained", "suspect_extraction", "suspect_source_error", "conflict", "conflict_if_same_basis",
    "single_origin", "not_comparable", "unverifiable", "anticipated",
]  # fmt: skip

KINDS: tuple[str, ...] = get_args(Kind)
FLOWS: tuple[str, ...] = get_args(Flow)
VERDICTS: tuple[str, ...] = get_args(Verdict)
STATUSES: tuple[str, ...] = get_args(Status)
