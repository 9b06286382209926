"""English: how sentences name companies, and say whose a figure is."""

from __future__ import annotations

import re

from extractor.languages.company_words import CompanyWords

MEASURED = (
    r"(?:sales|revenues?|profits?|earnings|income|loss(?:es)?|margins?|shares?|stock|results?|deliveries|output|orders|"
    r"dividends?|guidance|forecasts?|outlook|market (?:share|value|cap)|shipments|turnover|business|board|chief|CEO|president)"
)
ACTS = (
    r"(?:said|says|reported|reports|posted|posts|announced|announces|booked|logged|saw|sees|earned|sold|sells|raised|raises|cut|cuts|"
    r"lowered|lowers|swung|swings|expects?|expected|forecasts?|projects?|projected|projecting|recorded|returned|suffered|trimmed|"
    r"slashed|upgraded|downgraded|kept|maintained|plans?|planned|aims?|shipped|ships|delivered|delivers|generated|made|makes|"
    r"turned|spent|spends|invested|invests|will|has|had|is|was|also|now|still|currently|did|paid|pays|boosted|lifted|lifts|"
    r"narrowed|widened|revised|predicts?|predicted|estimates?|produced|produces|built|builds|assembled|exported|controlled|"
    r"controls|held|holds|owns|accounted|accounts|ranked|ranks|led|leads|topped|beat|beats|missed|misses|jumped|rose|fell|"
    r"climbed|gained|dropped|slid|grew|bought|buys|acquired|agreed|brought|took|gave|set|put|left|stuck|decided|unveiled|authorized|authorised|approved|launched|completed|resumed|halted|opened|closed|won|received|lost|repurchased|issued|declared|targets?|targeted|guided|budgeted|spun|completes|secured)"
)
FORMS = r"(?:Co|Corp|Corporation|Company|Inc|Incorporated|Ltd|Limited|Group|Holdings?|Plc|PLC|plc|AG|SE|NV|SpA|KK)"

AFTER = re.compile(
    rf"['’]s?\s(?:[\w.%-]+\s){{0,4}}{MEASURED}\b|,?\s{FORMS}\b|\s(?:on \w+day\s)?"
    r"(?:said|reported|posted|announced|booked|expects|forecasts?|unveiled|shares|stock|executives|employees|shareholders)\b"
)
"""What follows a name that is a common word too, where it is a company's: Target's sales, Gap said."""

OTHERWISE = re.compile(r"\s(?:River|rainforest|Rainforest|Basin|County|City|Prefecture|Strait)\b|-(?:like|style)\b")

SUBJECT = re.compile(
    r"(?:^[\"“]?|[,;:—–”\"]\s+|(?:--|-)\s|\b(?:while|whereas|but|as|when|after|because|although|though|and|that|where|since)\s)"
    r"(?:(?:the|The|its|Japan['’]s|rival|Rival|peer|automaker|chipmaker|carmaker|retailer|conglomerate|group|maker|giant|"
    r"Japanese|Chinese|South Korean|Korean|Taiwanese|U\.S\.|American|German|French|British|Indian|European|Dutch|Swiss|[a-z]+)\s){0,4}$"
)
"""What stands before a name that is the subject of its clause."""

ACTING = re.compile(
    rf"(?:\s\([^()]{{1,40}}\))?(?:,\s[^,;.]{{3,120}},)?(?:\s(?:Group|Corp\.?|Co\.?|Inc\.?|Holdings|Ltd\.?))?"
    rf"(?:\son\s\w+day(?:\s\w+)?)?(?:\s\w+ly)?\s{ACTS}\b"
)
"""What follows one."""

OWNING = re.compile(r"(?:\s\([^()]{1,40}\))?['’]s?\s(?![A-Z]\w*\d)")

OF = re.compile(
    r"\b(?:at|of|for|by|from)\s(?:(?:the|automaker|chipmaker|conglomerate|rival|group|Japan['’]s|parent)\s){0,3}$"
)
"""What leads from an indicator to the company that it is of: net profit at."""

BOOKED = re.compile(r"\s(?:that|which)?\s?$")
"""What stands between a figure and the company of a clause that says who had it: the $97.7 billion that (Tesla booked)."""

NAMED = re.compile(
    rf"(?<![\w.&'’-])(?P<name>(?:(?!The\b|A\b|An\b)[A-Z][\w&'’-]*+\s(?:(?:of|and|&)\s)?){{1,5}}{FORMS}\b\.?)"
)
"""A company that says so in its name."""

FORM = re.compile(rf"(?:,?\s{FORMS}\b\.?)+$")
SHORT = re.compile(r"\s?\((?:or\s|known as\s|hereafter\s)?[\"“]?(?P<short>[A-Z][\w&-]{1,11})[\"”]?\)")
INDUSTRY = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:companies|firms|businesses|banks|makers|manufacturers|automakers|carmakers|chipmakers|industry|sector|corporations|retailers|lenders|airlines)\b"
)
STOCK_BEFORE = re.compile(r"\b[Ss](?:hares|tock) (?:of|in) (?:the )?$")
STOCK_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s(?:Corp\.?|Group|Motor|Inc\.?))?\s(?:shares|stock)\b(?! (?:buyback|repurchase|split|exchange|offering))"
)
SPENT = re.compile(
    r"\s(?:(?:over|through) [^,.;]{1,24}\s)?(?:on|in|into|for)\s(?:(?:its|the|new|total|a|on|annual|overall)\s){0,2}"
)
MARKET_SHARE = re.compile(r"\b[Ss]hare of (?:(?:the|its|[A-Z][\w-]+['’]s)\s)?(?:[\w.-]+\s){0,3}?market\b")
TOGETHER = re.compile(
    r"\bcombined\b|\b(?:[Tt]he|[Aa]ll) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){0,3}?"
    r"(?:companies|firms|automakers|carmakers|banks|houses|makers|groups|retailers|airlines|lenders)\b"
)

COMPANIES = CompanyWords(
    market_share=MARKET_SHARE,
    together=TOGETHER,
    industry=INDUSTRY,
    stock_before=STOCK_BEFORE,
    stock_after=STOCK_AFTER,
    spent=SPENT,
    after=AFTER,
    otherwise=OTHERWISE,
    subject=SUBJECT,
    acting=ACTING,
    owning=OWNING,
    of=OF,
    booked=BOOKED,
    named=NAMED,
    form=FORM,
    short=SHORT,
)
