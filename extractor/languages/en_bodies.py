"""English: offices that are named by their kind, and bodies under their full names."""

from __future__ import annotations

import re

OFFICES = {
    "statistics": re.compile(
        r"\b(?:(?:national|federal|central|general|state|government) )?(?:statistics|statistical) "
        r"(?:office|bureau|agency|department|authority|institute|service|administration|body)\b"
        r"|\bnational institute of statistics\b|\bstatisticians\b|\bbureau of statistics\b",
        re.IGNORECASE,
    ),
    "customs": re.compile(
        r"\bcustoms (?:authority|authorities|office|service|department|administration|agency|data|figures|statistics)\b"
        r"|\bthe customs\b(?=,? (?:said|reported))",
        re.IGNORECASE,
    ),
    "central_bank": re.compile(r"\bcentral bank\b", re.IGNORECASE),
    "ministry": re.compile(
        r"\b(?:(?:finance|trade|commerce|economy|industry|tourism|labou?r|agriculture|investment|transport|planning) ministry"
        r"|ministry of (?:finance|trade|commerce|economy|industry|tourism|labou?r|agriculture|investment|transport|planning))\b",
        re.IGNORECASE,
    ),
}
"""By the kind of the row that is meant."""

_KIND = (
    r"(?:Association|Exchange|Institute|Federation|Council|Chamber|Organi[sz]ation|Commission|Authority|Administration|Agency|"
    r"Bureau|Board|Union|Cent(?:er|re)|Society|Foundation|Committee|Secretariat|Alliance|Confederation|Secretariat)"
)
_WORD = r"(?:[A-Z][\w&.’'-]*|of|and|for|on)"
_NAME = rf"(?!The\s)(?:[A-Z][\w&.’'-]*\s)(?:{_WORD}\s){{0,7}}?{_KIND}(?:\s(?:of|for|on)(?:\s(?:[A-Z][\w&.’'-]*|and|of|the)){{1,5}})?"
_SAYS = (
    r"(?:said|says|reported|reports|announced|estimates?|estimated|showed|shows?|found|data|figures|put|released|noted)"
)
BODY = re.compile(
    rf"\b(?:according to|data from|figures from|data by|statistics from|compiled by|released by|report by|published by)\s(?:the\s)?(?P<name>{_NAME})"
    rf"|\b(?P<later>{_NAME})(?:\s\([A-Z]+\))?\s(?:on\s\w+\s)?{_SAYS}\b"
)
"""A body credited under its full name: according to the Semiconductor Industry Association; the Exchange said."""
