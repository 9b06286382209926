"""Search and compare over facts.db. Needs no pydantic and no spaCy until a filter asks for the catalogue."""

from extractor.search.filters import FILTERS, Filter
from extractor.search.query import Comparison, Query, claims_of, compare, count, search
from extractor.search.statements import count_findings, find_findings

__all__ = [
    "FILTERS",
    "Comparison",
    "Filter",
    "Query",
    "claims_of",
    "compare",
    "count",
    "count_findings",
    "find_findings",
    "search",
]
