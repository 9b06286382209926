"""Frozen domain types and the error tree. Imports nothing else of the project."""

from extractor.domain.article import Article, Block, Capture, Language, Policy
from extractor.domain.base import Frozen, content_id
from extractor.domain.claim import CONTRACT_FIELDS, Basis, Claim, Evidence, Link
from extractor.domain.fact import Fact, Finding
from extractor.domain.figure import Figure, Part
from extractor.domain.interval import Interval, last_digit
from extractor.domain.period import Period
from extractor.domain.run import Issue, Judgement, Run

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
    "content_id",
    "last_digit",
]
