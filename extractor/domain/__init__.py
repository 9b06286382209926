"""Frozen domain types and the error tree. Imports nothing else of the project.

Names are loaded when first asked for: the errors and the text helpers do not need pydantic,
and a command that only reads the database should not pay for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.domain.article import Article, Block, Capture, Language, Policy, Sighting
    from extractor.domain.base import Frozen, content_id
    from extractor.domain.claim import CONTRACT_FIELDS, Basis, Claim, Evidence, Link
    from extractor.domain.fact import Fact, Finding
    from extractor.domain.figure import Figure, Part
    from extractor.domain.interval import Interval, last_digit
    from extractor.domain.period import Period, dated
    from extractor.domain.run import Issue, Judgement, Run

_HOMES = {
    "article": ("Article", "Block", "Capture", "Language", "Policy", "Sighting"),
    "base": ("Frozen", "content_id"),
    "claim": ("CONTRACT_FIELDS", "Basis", "Claim", "Evidence", "Link"),
    "fact": ("Fact", "Finding"),
    "figure": ("Figure", "Part"),
    "interval": ("Interval", "last_digit"),
    "period": ("Period", "dated"),
    "run": ("Issue", "Judgement", "Run"),
}

__all__ = [
    "CONTRACT_FIELDS",
    "Article",
    "Basis",
    "Block",
    "Capture",
    "Claim",
    "Evidence",
    "Fact",
    "Figure",
    "Finding",
    "Frozen",
    "Interval",
    "Issue",
    "Judgement",
    "Language",
    "Link",
    "Part",
    "Period",
    "Policy",
    "Run",
    "Sighting",
    "content_id",
    "dated",
    "last_digit",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        for module, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"extractor.domain.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
