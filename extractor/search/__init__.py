"""Search and compare over facts.db. Needs no pydantic and no spaCy until a filter asks for the catalogue."""

from extractor.search.facts import facts_of_claim, find_fact, over_time
from extractor.search.filters import FILTERS, Filter
from extractor.search.query import FACETS, Comparison, Query, best, claims_of, compare, count, facets, plan, search
from extractor.search.statements import count_findings, find_differences, find_findings

__all__ = [
    "FACETS",
    "FILTERS",
    "Comparison",
    "Filter",
    "Query",
    "best",
    "claims_of",
    "compare",
    "count",
    "count_findings",
    "facets",
    "facts_of_claim",
    "find_differences",
    "find_fact",
    "find_findings",
    "over_time",
    "plan",
    "search",
]
