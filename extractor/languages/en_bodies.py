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
        r"\b(?:(?:finance|trade|commerce|economy|economics|industry|tourism|labou?r|agriculture|farm|investment|transport|planning|energy) ministry"
        r"|ministry of (?:finance|trade|commerce|economy|industry|tourism|labou?r|agriculture|investment|transport|planning))\b",
        re.IGNORECASE,
    ),
}
"""By the kind of the row that is meant."""

_KIND = (
    r"(?:Association|Exchange|Institute|Federation|Council|Chamber|Organi[sz]ation|Commission|Authority|Administration|Agency|"
    r"Bureau|Board|Union|Cent(?:er|re)|Society|Foundation|Committee|Secretariat|Alliance|Confederation|Office|Department|"
    r"Ministry|Directorate|Research|Intelligence|Analytics|Consulting|Consortium|Register|Registry)"
)
_STATE = r"(?:Ministry|Department|Directorate|Office|Bureau|Administration|Secretariat|General Department|Board)"
_PROPER = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
_FIRM = r"(?:Group|Corporation|Port|Exchange)"
"""Kinds whose own statements are mostly on themselves: credited where their figures are cited, not where they speak."""


def _named(kind: str) -> str:
    """A name in capitals that ends with a word of its kind, or begins with one, and what it is of."""
    return (
        rf"(?:(?!(?:The|A|An|Its|In|On|According|Data|Figures)\b){_PROPER}\s(?:(?:{_PROPER}|of|and|for|on|\([A-Z][a-z]+\))\s){{0,7}}?{kind}"
        rf"(?:\s\([A-Z][a-z]+\))?(?:\sCo\.,?\sLtd\.|\sInc\.|\sCorp\.|\sLtd\.)?"
        rf"|{_STATE})(?:\s(?:of|for|on)(?:\s(?:{_PROPER}|and|of|the)|,\s{_PROPER}){{1,8}})?(?<!\sand)(?<!\sof)(?<!\sthe)"
    )


_SAYS = (
    r"(?:said|says|reported|reports|announced|estimates?|estimated|showed|shows?|found|data|figures|put|puts|released|noted|"
    r"expects?|forecasts?|projects?|published|revealed|statistics|numbers|survey)"
)
_LEAD = (
    r"(?:[Aa]ccording to|[Dd]ata (?:from|by|of|released by|compiled by|published by)|[Ff]igures (?:from|by|released by)|[Ss]tatistics "
    r"(?:from|by)|[Nn]umbers from|[Cc]ompiled by|[Rr]eleased by|[Rr]eport (?:by|from)|[Pp]ublished by|[Ii]ssued by|[Ss]urvey by)"
)
BODY = re.compile(
    rf"\b{_LEAD}\s(?:the\s|latest\s)*(?:[A-Z][\w-]+['’]s?\s)?(?P<name>{_named(f'(?:{_KIND}|{_FIRM})')})"
    rf"|\b(?P<later>{_named(_KIND)})(?:\s\([A-Z][\w-]+\))?,?\s(?:on\s\w+\s|\w+day\s)?(?:has\s|have\s|also\s)?{_SAYS}\b"
)
"""A body credited under its full name: according to the Semiconductor Industry Association; the Exchange said."""
