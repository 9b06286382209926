"""English: how sentences name who says a figure: people and offices, polls and surveys."""

from __future__ import annotations

import re

SAYS = r"(?:said|says|told|expects?|expected|forecasts?|estimates?|estimated|predicts?|predicted|projects?|sees|believes?|wrote|noted|warned)"
SPEAKER = re.compile(
    rf"(?:^|[,.;:”\"]\s+|\bwhile\s+)(?!(?:The|It|They|This|That|These|Its|In|On|At|By|For|A|An|Exports?|Imports?|Growth|Sales|Data|Figures|Officials?)\b)"
    rf"(?:[A-Z][\w&.'’-]*\s+){{1,5}}(?:(?:of|at|for)\s+(?:[A-Z][\w&.'’-]*\s+){{1,4}})?(?:,[^,.]{{3,80}},\s+)?{SAYS}\b"
    rf"|\b{SAYS}\s+[A-Z][a-z]+\s+[A-Z][\w-]+,"
    r"|\b(?i:analysts?|economists?|experts?|strategists?|traders|forecasters|researchers)\b[^.;]{0,60}?\b(?:said|say|expect|expected|forecast|estimate|predict|see|believe)"
    r"|\baccording to (?:the |a |an )?(?!ministry|bureau|office|agency|data|figures|statistics|association|report|customs|administration|department|company)[A-Z]"
    r"|\b[Gg]overnment\b(?:'s)?\s+(?:\w+\s+){0,2}?(?:aims?|wants?|plans?|targets?|hopes?|intends?|seeks?|pledged|has set|set|target)\b"
    r"|\b[Ss]eparate(?:ly,)?\s(?:\w+\s)?(?:data|figures|report|survey|release)\b"
)
"""Analysts, researchers, people by name, a government with a target. "The ministry said" goes on with the ministry."""

UNBROKEN = (
    r"(?:(?!\b(?:while|whereas|but|although|though|beat|beats|beating|topped|topping|exceeded|exceeding|surpassed|surpassing|missed|missing|"
    r"above|below|than|short of|compared|versus|against)\b)(?:[^.;\d]|\.\d))"
)
"""What may stand between a figure and those who expected it: no word that holds it against what they expected."""

POLL = re.compile(
    r"\bestimates? (?:that )?[^.;]{0,40}\banalysts?\b(?:[^.;]|\.\d){0,70}$|"
    r"\b(?:economists|analysts?|forecasters|investors|traders|(?:the )?markets?|consensus|poll|Wall Street)\b(?:[^.;]|\.\d){0,60}?\b(?:expect|forecast|estimat|predict|project|"
    r"consensus|median|anticipat|pencil|tipped|looked for|pencilled|priced in|bet\b|reckon|foresee|foresaw|eyed|called for|looking for|cent(?:er|re)d on)\w*(?:[^.;]|\.\d){0,60}$|"
    r"\b(?:expectations?|(?:median|average|market|consensus|analysts?['’]?|mean|poll) (?:forecast|estimate|projection|expectation|prediction)s?)\s+"
    r"(?:of|for|was|were|at|that|had (?:been|centered on|centred on))\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""What leads up to a figure that a poll expected."""
POLLED = re.compile(
    rf"{UNBROKEN}{{0,40}}(?:\b(?:economists|analysts?|forecasters|the market|markets|investors|consensus)\b(?:[^.;]|\.\d){{0,40}}\b(?:expect|forecast|predict|estimat|project|anticipat|pencil|tipp|foresaw)|"
    r"(?:[^.;]|\.\d){0,24}\baccording to (?:a|the) [\w ’']{0,30}\b(?:poll|survey of (?:economists|analysts))\b|"
    r"[^.;,\d]{0,24}\b(?:forecast|expected|predicted|projected|estimated|tipped)\s(?:in|by)\s(?:a|the|economists|analysts)\b|"
    r"[^.;,\d]{0,14}\b(?:consensus|market|median|average) (?:forecast|estimate|expectation|view)s?\b)",
    re.IGNORECASE,
)
"""The same after the figure."""
POLL_OWNER = re.compile(
    r"\b(?:polled|surveyed|asked|canvassed) by (?:(?:the|a|[\w-]+['’]s) ){0,2}(?:[a-z]+ ){0,3}$|^(?:['’]s?)? consensus\b|\btold (?:the )?$|^ (?:had )?(?:compiled|collected|gathered)\b|\b(?:estimates|forecasts|projections|expectations)\b[^.;]{0,20}\b(?:compiled|gathered|collected) by (?:the )?$|^ poll\b"
)
"""Around an outlet that only asked others."""
SURVEY = re.compile(
    r"\brespondents?\b|\bquestionnaires?\b|\b(?:companies|firms|businesses|households) (?:surveyed|polled)\b|"
    r"\bsurvey (?:of|on) (?:[\w'’-]+ ){0,4}(?:companies|firms|businesses|business conditions|business activities|manufacturers|households|consumers|executives)\b|"
    r"\bsurvey (?:finds|found)\b|\bsurveyed (?:[\w,]+ ){0,4}(?:companies|firms|businesses)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:said they|say they|answered|replied|companies|firms|businesses|respondents?|manufacturers|households|those|them|answers?|ratio|proportion|share|percentage)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:statistics (?:office|agency|bureau|department|authority)|customs(?!-)|central bank|"
    r"(?:finance|trade|commerce|economy|industry|tourism|labor|labour) ministry|ministry of \w+)",
    re.IGNORECASE,
)
OFFICE_AGAIN = re.compile(
    r"\b[Tt]he (?:Commission|Bureau|Agency|Bank|Ministry|Association|Federation|central bank|ministry|bureau|agency|office|department|bank|association|authority|institute|commission|organi[sz]ation|council|federation)\b"
)
DOCUMENT_AGAIN = re.compile(
    r"\b[Tt]he (?:white paper|report|document|publication|bulletin|study)\b(?=[^.]{0,40}\b(?:sa|show|not|put|found|find|add|stat|point))"
)
SHARED_OFFICES = frozenset(
    (
        "ministry of finance",
        "ministry of transport",
        "the ministry of transport",
        "finance ministry",
        "ministry of commerce",
        "commerce ministry",
        "the finance ministry",
        "the ministry of finance",
        "the ministry of commerce",
        "the commerce ministry",
        "commerce department",
        "general administration of customs",
        "national bureau of statistics",
        "customs data",
        "cabinet office",
    )
)
