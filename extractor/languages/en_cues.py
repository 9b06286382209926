"""English: the words by which sentences say what a figure is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.languages.cues import Cues
from extractor.languages.en_bodies import BODY, OFFICES
from extractor.languages.en_companies import COMPANIES
from extractor.languages.en_moves import BASES, DOWN, LEADS, UP

TERMS: Mapping[str, Mapping[str, Any]] = {
    "FLOW": {
        **dict.fromkeys(
            ("exports", "export", "exported", "exporting", "outbound shipments", "shipments", "shipped", "sold to", "sales to", "sold goods", "sold goods worth", "sells goods"), "export"
        ),
        **dict.fromkeys(
            ("imports", "import", "imported", "importing", "inbound shipments", "purchases", "purchased", "bought"), "import"
        ),
        **dict.fromkeys(
            (
                "trade", "total trade", "trade value", "foreign trade", "two-way trade", "bilateral trade", "merchandise trade",
                "trade in goods", "goods trade",                 "trade turnover", "total trade turnover", "total turnover", "import-export turnover", "foreign trade turnover", "total import-export turnover", "external trade", "total bilateral trade", "foreign trade volume",
            ),
            "total",
        ),
        **dict.fromkeys(("exports and imports", "export and import"), "export+import"),
        **dict.fromkeys(("imports and exports", "import and export"), "import+export"),
        **dict.fromkeys(("trade balance", "balance of trade", "merchandise trade balance"), "balance"),
        "gap": "balance~",
        **dict.fromkeys(("a profit of", "profit of", "profits of"), "result+"),
        **dict.fromkeys(("a loss of", "loss of", "losses of"), "result-"),
        **dict.fromkeys(("deficit", "red ink", "shortfall", "in the red"), "sign-"),
        **dict.fromkeys(("trade deficit", "bilateral deficit", "trade gap", "trade shortfall", "merchandise trade deficit", "goods trade deficit"), "balance-"),
        **dict.fromkeys(("surplus", "black ink", "in the black"), "sign+"),
        **dict.fromkeys(("trade surplus", "bilateral surplus", "merchandise trade surplus", "goods trade surplus"), "balance+"),
    },
    "SUBSET": {
        **dict.fromkeys(("private enterprises", "private firms", "private companies", "private enterprises'"), "private_enterprises"),
        **dict.fromkeys(("foreign-invested enterprises", "foreign-invested firms", "foreign-funded enterprises"), "foreign_invested_enterprises"),
        **dict.fromkeys(("overseas orders", "foreign orders", "export orders", "orders from overseas", "foreign ones", "overseas ones", "orders from abroad"), "overseas"),
        **dict.fromkeys(("domestic orders", "orders at home", "domestic ones"), "domestic"),
        **dict.fromkeys(("state-owned enterprises", "state-owned firms"), "state_owned_enterprises"),
    },
    "OTHER": dict.fromkeys(
        (
            "deliveries", "aircraft deliveries", "workforce", "global workforce", "total workforce", "headcount", "staff", "total assets", "net debt", "free cash flow", "earnings per share",
            "return on equity", "monthly active users", "active users", "subscribers",
            "travel surplus", "travel balance", "travel deficit", "digital deficit", "secondary income deficit", "secondary income",
            "financial account", "capital account", "gross domestic income", "GDI", "construction investment", "construction spending",
            "participation rate", "labor force participation rate", "labour force participation rate", "labor participation rate",
            "savings rate", "saving rate", "household savings rate", "vacancy rate", "occupancy rate", "room occupancy", "hotel occupancy",
            "default rate", "delinquency rate", "mortality rate", "birth rate", "death rate", "divorce rate", "dependency ratio",
            "capital adequacy ratio", "bad loan ratio", "non-performing loan ratio", "loan-to-deposit ratio", "price-to-earnings ratio",
            "debt ratio", "equity ratio", "penetration rate", "Gini coefficient", "Engel coefficient",
            "approval rating", "approval rate", "support rate", "turnout", "voter turnout", "inventory ratio", "inventories index",
            "shipments index", "inventory index", "leading index", "coincident index", "lagging index", "pass rate", "survival rate",
            "job openings", "vacancies", "quit rate", "productivity", "labor productivity", "labour productivity",
            "net exports",
            "private inventories", "net inflows", "net outflows", "capital outflows",
            "capital inflows", "portfolio investment", "remittances", "local procurement rate", "procurement rate",
            "monthly active users", "active users", "monthly active accounts", "active accounts", "subscribers", "page views", "downloads",
        ),
        "other",
    ),
    "UNMEASURED": dict.fromkeys(("delivery", "contract", "deadline", "futures"), "no"),
    "ANAPHOR": dict.fromkeys(("its", "their", "the company", "the company's", "the automaker", "the group", "the firm"), "it"),
    "TRAP": dict.fromkeys(
        [f"trade {noun}" for noun in (
            "tensions friction frictions policy policies war wars talks deal deals agreement agreements relations relationship ties "
            "strategy strategies dynamics barriers barrier landscape negotiations terms cooperation minister ministry dispute disputes "
            "representative fair show union winds names truce flows partners norms restrictions environment order liberalization"
        ).split()] + ["import reliance", "import patterns", "import costs", "export-oriented", "export controls", "export control",
                      "export restrictions", "added up to", "adding up to", "adds up to", "added value", "in addition", "non-oil and gas", "non-oil", "non-energy", "non-gold", "non-farm", "pay gap", "wage gap", "output gap",
                      "gender gap", "funding gap", "rate gap", "income gap", "wealth gap", "gap between", "export ban", "import ban", "stock trade", "import license", "trade-in", "trade in program", "trade union", "trade unions", "trade group", "trade body", "trade association", "share purchases", "bond purchases", "asset purchases", "home purchases", "stock purchases", "land purchases", "government purchases", "public purchases", "purchases of shares", "purchases of bonds"],
        None,
    ),
    "MOVE": {
        **dict.fromkeys((w.replace("-", " ") for w in UP), "up"),
        **dict.fromkeys((w.replace("-", " ") for w in DOWN), "down"),
        **{f"{verb} up to": "up" for verb in "edged edges edge ticked ticks crept creeps inched inches went moved moves climbed jumped rose shot revised raised bumped marked adjusted pushed lifted".split()},
        **{f"{verb} down to": "down" for verb in "edged edges edge ticked ticks crept creeps inched inches went moved moves came".split()},
        **dict.fromkeys(("flat", "unchanged", "little changed", "level with", "steady"), "flat"),
    },
    "MOVED_FROM": {
        f"{word} than {base}": f"{way}:{basis}"
        for way, words in (("up", "higher larger bigger greater more stronger wider faster"), ("down", "lower smaller less fewer weaker narrower slower"))
        for word in words.split()
        for basis, bases in BASES.items()
        for base in bases
    },
    "FXMOVE": {
        **dict.fromkeys(("depreciated", "depreciation", "depreciate"), "weaker"),
        **dict.fromkeys(("appreciated", "appreciation", "appreciate", "firmed", "firming"), "stronger"),
    },
    "COMPARE": {
        **{f"{lead} {base}": basis for basis, bases in BASES.items() for base in bases for lead in LEADS},
        **dict.fromkeys(
            (
                "year-on-year", "year on year", "year-over-year", "year over year", "yoy", "y/y", "y-o-y", "on year", "on-year", "on the year",
                "over the same period last year", "annually", "on an annual basis", "a year earlier", "a year ago", "year-earlier",
                "a year before", "the year before", "a year previously", "one year earlier", "one year ago", "on a yearly basis", "on a year-on-year basis",
                "in year-on-year terms", "in annual terms", "year-ago", "12 months earlier", "twelve months earlier", "over the year",
                "over the past year", "over 12 months", "over the past 12 months",
                *(f"{lead} the same {part} {of}" for lead in LEADS for part in ("period", "month", "quarter") for of in ("in", "of")),
            ),
            "yoy",
        ),
        **dict.fromkeys(
            (
                "month-on-month", "month on month", "month-over-month", "month over month", "m/m", "mom", "m-o-m", "on month", "on-month",
                "on the month", "on a monthly basis", "a month earlier", "a month ago", "a month before", "the month before", "over the month",
                "on a month-on-month basis", "in monthly terms", "one month earlier", "one month ago",
            ),
            "mom",
        ),
        **dict.fromkeys(
            (
                "quarter-on-quarter", "quarter on quarter", "quarter-over-quarter", "quarter over quarter", "q/q", "qoq", "q-o-q", "on quarter",
                "on-quarter", "on the quarter", "on a quarterly basis", "a quarter earlier", "a quarter ago", "the quarter before", "one quarter earlier",
                "three months earlier", "three months before", "over the quarter", "on a quarter-on-quarter basis", "in quarterly terms",
            ),
            "qoq",
        ),
    },
    "SHARE": dict.fromkeys(
        (
            "accounted for", "accounting for", "accounts for", "account for", "representing", "represented", "represents", "taking up", "took up", "takes up", "shares of",
            "made up", "making up", "makes up", "make up", "constituted", "constitutes", "constitute", "comprises", "comprise", "equal to", "equivalent to", "equaling", "share of", "proportion of", "share", "comprised", "comprising", "contributing", "contributed", "contributes",
        ),
        "share",
    ),
    "PREP": {
        **dict.fromkeys(("to", "into", "bound for"), "to"),
        **dict.fromkeys(("from",), "from"),
        **dict.fromkeys(("with", "against", "followed by"), "with"),
        **dict.fromkeys(("between",), "between"),
        **dict.fromkeys(("by",), "by"),
    },
    "POSTP": dict.fromkeys(("-bound", "bound"), "bound"),
    "TOTALLY": dict.fromkeys(("overall", "total", "all"), "total"),
    "OPEN": dict.fromkeys(("among them", "of which", "of this,", "of these", "of that,", "among these", "including", "among the main components", "among components", "among the components", "by component", "by item", "by category",
         "among major items", "by type", "among the categories"), "open"),
    "RESPECTIVELY": dict.fromkeys(("respectively",), "respectively"),
    "BOTH": dict.fromkeys(("both",), "both"),
    "ISSUE": dict.fromkeys(
        (
            "said", "says", "announced", "released", "reported", "reports", "according to", "showed", "show", "shows", "data from",
            "revealed", "published", "issued", "citing", "cited", "unveiled", "stated", "surveyed", "survey", "estimated", "estimates", "compiled by", "figures from", "statistics from", "customs data", "official data", "announces", "disclosed", "posted by", "noted", "indicated", "indicate", "indicates", "put", "puts", "calculated", "recorded by", "tallied by", "collected by", "supplied by", "provided by", "issued by", "published by", "reveals", "unveils", "confirmed", "report by", "report from", "data by", "data released", "data published", "numbers from", "statement from", "told", "counted", "as reported", "found", "finds",
        ),
        "issue",
    ),
    "FORECAST": {
        **dict.fromkeys(
            (
                "expected", "is expected to", "are expected to", "forecast", "forecasts", "forecasting", "projected", "projects", "projection",
                "predicted", "predicts", "estimates that", "anticipated", "anticipates", "outlook", "expects", "hopes to",
                "hope to", "expect", "predict", "projections", "estimates for", "sees", "now see", "still see", "officials see", "staff see", "policymakers see", "members see", "analysts see", "economists see", "they see", "seeing", "foresees", "foresee", "foreseen", "foreseeing",
                "envisages", "envisaged", "envisions", "guidance", "spending plan", "spending plans", "spending range", "spending target", "investment plan", "guided for", "penciled in", "pencilled in", "tipped", "anticipate",
                "anticipating", "expecting", "predicting", "projecting", "projected to", "assumes", "assuming", "assumed", "assume", "forecasted",
                "projections for", "is seen", "are seen", "was seen", "seen rising", "seen falling", "seen growing", "call for",
                "prediction", "predictions", "estimate for", "budgeted", "budgets for", "forecasts that", "reckons", "reckon",
                "pencils in", "bet on", "betting on",
            ),
            "forecast",
        ),
        **dict.fromkeys(
            (
                "is likely to", "will",  "aiming for", "aims for", "aim for", "aiming to", "targeting", "targeted for", "budgeting for", "target", "targets", "goal of", "its goal", "set a goal", "would", "plans to", "planned", "aims to", "set to", "could", "is to", "are to", "due to reach", "wants to",
                "want to", "intends to", "intend to", "seeks to", "has pledged to", "have pledged to", "had pledged to", "aim to", "plan to", "should", "might", "is poised to",
                "are poised to", "poised to", "on track to", "on course to", "is due to", "are due to", "slated to", "likely to", "intends",
                "vows to", "vowed to", "pledges to", "promises to", "pledge to", "seek to", "in line to", "planning to", "scheduled to",
                "on pace to",
            ),
            "to_come",
        ),
    },
    "PLAN": dict.fromkeys(("agreed to", "have agreed to", "has agreed to", "decided to", "has decided to"), "to_come"),
    "VINTAGE": {
        **dict.fromkeys(("flash", "preliminary", "provisional", "flash report", "advance estimate"), "flash"),
        **dict.fromkeys(("revised", "downwardly revised", "upwardly revised", "second preliminary"), "revised"),
        **dict.fromkeys(("final figures", "final data", "confirmed figures"), "final"),
    },
    "SINCE": {
        **dict.fromkeys(("since", "going back to", "dating back to"), "since"),
        **dict.fromkeys(("compared with", "compared to", "versus", "than in"), "ahead"),
    },
    "SERIES": {**dict.fromkeys(
        ("comparable data", "comparable figures", "records began", "record-keeping began", "the series began", "data began", "data became available",
         "the survey began", "records started", "first asked", "was first compiled", "first compiled", "the data began", "data collection began", "statistics began", "first published"), "series"
    ), **dict.fromkeys(("series that began", "series that started", "records going back to", "data going back to", "records dating back to", "data dating back to", "series dating back to"), "began")},
    "ALONE": dict.fromkeys(("alone",), "alone"),
    "CURRENCY_BASIS": {
        **dict.fromkeys(("in dollars", "in U.S. dollars", "in US dollars", "in dollar terms", "in U.S. dollar terms", "in US dollar terms", "dollar-denominated", "on a dollar basis"), "USD"),
        **dict.fromkeys(("in yen terms", "yen-denominated", "on a yen basis"), "JPY"),
        **dict.fromkeys(("in yuan terms", "yuan-denominated", "in renminbi terms", "on a yuan basis"), "CNY"),
        **dict.fromkeys(("in euro terms", "euro-denominated"), "EUR"),
    },
    "ADJUST": {
        **dict.fromkeys(("seasonally adjusted", "seasonally-adjusted"), "seasonally_adjusted"),
        **dict.fromkeys(("annualized", "annualised", "an annualized", "annual rate"), "annualised"),
    },
    "RATE": dict.fromkeys(("growth rate", "rate of change", "change", "growth rates", "rate of growth"), "rate"),
    "CONCEPT": {
        **dict.fromkeys(("balance of payments", "balance-of-payments", "on a balance of payments basis", "on a balance-of-payments basis", "balance of payments data", "balance of payments statistics"), "balance_of_payments"),
        **dict.fromkeys(("customs-cleared", "on a customs-cleared basis", "customs clearance basis", "on a customs basis", "customs-clearance basis"), "customs"),
    },
    "PARTNER_RULE": dict.fromkeys(("double-import basis", "on a double import basis", "two-way import basis", "based on both sides' import statistics"), "double_import"),
    "PRICE_BASIS": {
        **dict.fromkeys(("in real terms", "real terms", "inflation-adjusted"), "constant"),
        **dict.fromkeys(("in nominal terms", "nominal terms"), "current"),
    },
}  # fmt: skip

SMALL_WORD = (
    r"(?:the|of|goods|products|all|its|their|a|an|for|in|merchandise|total|overall|overseas|other|and|or|that|country|"
    r"nation|world|new|value|volume|worth|such|as|combined)"
)

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

CUES = Cues(
    followed=re.compile(
        r"\b(?:after|following|against|versus|compared (?:with|to))\s(?:an? |the |its )?(?:(?:revised|downwardly|upwardly|upward|downward|sharp|modest) ){0,2}$"
    ),
    compares=re.compile(r"(?:That|This|It|The \w+) compare[sd] (?:with|to)\b|By comparison\b|In comparison\b"),
    a_country=re.compile(
        r"\s(?:country|nation|neighbor|neighbour|giant|power|economy|state|island|republic|partner)\b"
    ),
    grown={
        "up": re.compile(r"\b(?:growth|inflation|expansion)\b"),
        "down": re.compile(r"\b(?:decline|contraction|decrease|deflation)\b"),
    },
    to_rate=re.compile(r"\s(?:down |further |sharply |slightly )?to\s(?:about |around |just )?"),
    terms=TERMS,
    companies=COMPANIES,
    noun_gap=re.compile(rf"(?:['’]s?)?\s*(?:{SMALL_WORD}\s+){{0,4}}|\s*,\s*(?:and\s+)?|[-–]", re.IGNORECASE),
    of_gap=re.compile(
        r"\s*(?:worth\s+)?(?:of|in)\s+(?:(?:the|all|goods|its|their|total|overall|of)\s+){0,3}|\s+(?:(?:came|arrived|hailed)\s+)?",
        re.IGNORECASE,
    ),
    base_lead=re.compile(
        r"\b(?:from|compared (?:with|to)|versus|against|(?:smaller|lower|larger|higher|bigger|weaker|stronger|more|less|fewer) than)\s+(?:(?:a|an|its|their|the|just|about|around|a range of|less than|more than|fewer than|under|over|nearly|almost|roughly|some|revised|upwardly|downwardly|"
        r"previous|prior|earlier|last|initial|original|record|forecast|estimate|projection|reading|peak|loss|profit|net|deficit|"
        r"surplus|plus|minus|gain|rise|fall|drop|increase|decrease|decline|growth|expansion|contraction|of|\w+ (?:forecasts?|estimates?|projections?) of)\s+)*$"
    ),
    had_been=re.compile(r"\bhad\b|\binitially\b"),
    abroad=re.compile(r"\s(?:overseas|abroad|to foreign|to overseas)\b"),
    all_alike=re.compile(
        r"\b(?:baseline|blanket|universal|reciprocal|across-the-board|global|all (?:countries|imports|goods)|other countries)\b"
    ),
    whole_time=re.compile(
        r"\b(?:(?:over|in|for|during) the (?:whole|entire|full) (?:period|year|span)|for the year as a whole|in the year as a whole|full-year)\b|\b(?:in|over|for) the (?:year|period)\b(?=\s(?:to\s[\d$]|by\s[\d])|[.,;])"
    ),
    the_country=re.compile(
        r"(?:The (?:country|nation|island|kingdom|city-state|southeast Asian country|South Asian country))\b"
    ),
    growth_aim=re.compile(
        r"\b(?:[Gg]overnment|lawmakers|parliament|National Assembly|cabinet|authorities|ministry|central bank|premier|prime minister)\b"
        r"[^.;]{0,80}\bgrowth\b|\bgrowth (?:target|goal)\b"
    ),
    division=re.compile(r"\b(?:division|segment|business|unit|arm|[Ee]arnings from)\b"),
    of_market=re.compile(r"\s+of\s+(?:the\s)?(?:[\w'’-]+\s){0,5}?market\b(?!\s(?:value|cap))"),
    those=re.compile(r"\b(?:those|that)\s(?:of\s)?$"),
    for_share=re.compile(r"\sfor\s(?:about\s|around\s|some\s|another\s|nearly\s)?$"),
    delivered=re.compile(r"\s(?:for\s\w+\s(?:delivery|settlement)|futures|contracts?)\b"),
    sets_goal=re.compile(
        r"\b(?:set|sets|setting)\s(?:a|an|its|the|their)\s(?:[\w-]+\s){0,3}(?:target|goal)\b|\b[Gg]overnment\b[^.;]{0,30}\baim(?:s|ing)?\b"
    ),
    to_date=re.compile(r"\b(?:as of|up to|through|by)\s(?:the\s)?$"),
    to_do=re.compile(
        r"\s(?:exceed|reach|rise|fall|grow|be|total|increase|drop|decline|hit|come|top|surpass|stay|remain|expand|climb|jump|recover|"
        r"shrink|slip|double|edge|gain|advance|contract|slow)\b"
    ),
    aside_clause=re.compile(r",\s(?:which|who|whose|where)\s(?:[^,;]|,(?=\d))*,(?!\d)"),
    before_lead=re.compile(r"\b(?:before|prior to|preceding)\s(?:the\s)?$"),
    known_level=re.compile(r"\bthe (?:about |around |roughly |nearly |almost |some |record |revised )?$"),
    level_in=re.compile(
        r"\s(?:(?:was |were )?(?:recorded|seen|registered|reported|logged|posted|booked|achieved|measured|reached|notched|marked|sold|exported|imported|earned|set|level|peak|total)\s)?"
        r"(?:(?:in|of|for|during|at)\s(?:the\s)?)?"
    ),
    analyst_lead=re.compile(
        r"\b(?:economist|analyst|strategist|researcher|fellow|expert|lecturer|professor)s?(?:\s(?:at|with|from|for|of))\s(?:the\s)?$"
    ),
    citing=re.compile(
        r"\b(?:citing|quoting)\s(?:(?:the|that|which|data|figures|statistics|numbers|a|report|reports|from|by|of|preliminary|official|[A-Z]\w+['’]s?)\s)*$"
    ),
    of_state=re.compile(r"\b(?:Ministry|Department|Bureau|Office|Directorate|Administration|Secretariat)\b"),
    own_office=OFFICES,
    body=BODY,
    office=re.compile(
        r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:statistics (?:office|agency|bureau|department|authority)|customs(?!-)|central bank|"
        r"(?:finance|trade|commerce|economy|industry|tourism|labor|labour) ministry|ministry of \w+)",
        re.IGNORECASE,
    ),
    also=("and",),
    speaker=SPEAKER,
    own_voice=re.compile(
        r"\b(?:spokes(?:man|woman|person)|officials?|deputy head|the (?:ministry|bureau|office|agency|administration|association))\b"
    ),
    in_period=re.compile(r"\s(?:in|for|during|of)\s(?:the\s)?"),
    without_lead=re.compile(
        r"\b(?:exclud\w+|strip\w* out|without|leav\w+ out|minus|less)\s+(?:(?:the|volatile|fresh|prices of|costs of|both|food and)\s+)*$"
    ),
    yearly=re.compile(
        r"\b(?:average annual|annual average|average yearly|compound annual|on average (?:each|every|a) year)\b[^,;.]{0,24}$"
    ),
    times_of=re.compile(r"\s(?:the(?: level (?:in|of))?|that (?:in|of)|what (?:it was|they were) in|its|their)\s"),
    growth=re.compile(r"\bgrowth\b"),
    stock_lead=re.compile(r"\b(?:as of|at) (?:the )?$"),
    future=re.compile(
        r"\bto (?:rise|fall|grow|drop|decline|expand|shrink|slow|impose|raise|cut|levy|lower|hike|spend|invest|build|double|halve)\b"
    ),
    judged=re.compile("improv(?:ed|es|ement)|worsened|deteriorated"),
    averaged=re.compile(
        r"\b(?:averag(?:ed|ing|es)|(?:an?|on|the) average|average (?:of|rate|price|exchange|market)|assum|presum)"
    ),
    event_lead=re.compile(
        r"\b(?:struck|signed|reached|agreed|concluded|announced|launched|opened|effect|effective|force|imposed|approved|founded|established|introduced|"
        r"projected|forecast|forecasted|foreseen|predicted|disclosed|flagged|guided|penciled|indicated|unveiled|held|decided|passed|enacted|banned|suspended|resumed|closed|"
        r"elected|appointed|peaked|bottomed|begun|started|merged|acquired|scheduled)(?:\s\w+){0,2}?\s(?:in|on|since|from)\s(?:the\s)?$"
        r"|\b(?:until|till|ahead of|in time for|effective)\s(?:the\s|an?\s)?$"
    ),
    poll_owner=re.compile(
        r"\b(?:polled|surveyed|asked|canvassed) by (?:(?:the|a|[\w-]+['’]s) ){0,2}(?:[a-z]+ ){0,3}$|^(?:['’]s?)? consensus\b|\btold (?:the )?$|^ (?:had )?(?:compiled|collected|gathered)\b|\b(?:estimates|forecasts|projections|expectations)\b[^.;]{0,20}\b(?:compiled|gathered|collected) by (?:the )?$|^ poll\b"
    ),
    survey=re.compile(
        r"\brespondents?\b|\bquestionnaires?\b|\b(?:companies|firms|businesses|households) (?:surveyed|polled)\b|"
        r"\bsurvey (?:of|on) (?:[\w'’-]+ ){0,4}(?:companies|firms|businesses|business conditions|business activities|manufacturers|households|consumers|executives)\b|"
        r"\bsurvey (?:finds|found)\b|\bsurveyed (?:[\w,]+ ){0,4}(?:companies|firms|businesses)\b",
        re.IGNORECASE,
    ),
    survey_noun=re.compile("survey|poll"),
    asked=re.compile(
        r"\b(?:said they|say they|answered|replied|companies|firms|businesses|respondents?|manufacturers|households|those|them|answers?|ratio|proportion|share|percentage)\b",
        re.IGNORECASE,
    ),
    response_rate=re.compile(
        r"\bresponse rate(?:\s(?:of|was|stood at|came to))?\s*$|\s*(?:of them )?(?:responded|replied)\b"
    ),
    target_lead=re.compile(
        r"\b(?:on|against|upon|hit|hitting|face|faces)\s+(?:(?:all|most|some|the|imported|imports|of|from|goods|products|certain|cars|autos|vehicles|steel|automobiles)\s+){0,5}$"
    ),
    target_mark=re.compile(r"\s+(?:(?:will|would|could|now|already|also|still|currently)\s+)*fac(?:e|es|ed|ing)\b"),
    list_join=re.compile(r"[-–]|\s*,?\s*(?:and|or|as well as)\s+(?:the\s+)?"),
    owner_mark=re.compile("['’]s"),
    upon=re.compile(
        r"\s*(?:on|against|for|to)\s+(?:(?:all|most|some|the|its|their|imported|imports of|goods|products|nearly all|certain)\s+){0,3}"
    ),
    poll=re.compile(
        r"\bestimates? (?:that )?[^.;]{0,40}\banalysts?\b(?:[^.;]|\.\d){0,70}$|"
        r"\b(?:economists|analysts?|forecasters|investors|traders|(?:the )?markets?|consensus|poll|Wall Street)\b(?:[^.;]|\.\d){0,60}?\b(?:expect|forecast|estimat|predict|project|"
        r"consensus|median|anticipat|pencil|tipped|looked for|pencilled|priced in|bet\b|reckon|foresee|foresaw|eyed|called for|looking for|cent(?:er|re)d on)\w*(?:[^.;]|\.\d){0,60}$|"
        r"\b(?:expectations?|(?:median|average|market|consensus|analysts?['’]?|mean|poll) (?:forecast|estimate|projection|expectation|prediction)s?)\s+"
        r"(?:of|for|was|were|at|that|had (?:been|centered on|centred on))\s+(?:\w+\s+){0,3}$",
        re.IGNORECASE,
    ),
    polled=re.compile(
        rf"{UNBROKEN}{{0,40}}(?:\b(?:economists|analysts?|forecasters|the market|markets|investors|consensus)\b(?:[^.;]|\.\d){{0,40}}\b(?:expect|forecast|predict|estimat|project|anticipat|pencil|tipp|foresaw)|"
        r"(?:[^.;]|\.\d){0,24}\baccording to (?:a|the) [\w ’']{0,30}\b(?:poll|survey of (?:economists|analysts))\b|"
        r"[^.;,\d]{0,24}\b(?:forecast|expected|predicted|projected|estimated|tipped)\s(?:in|by)\s(?:a|the|economists|analysts)\b|"
        r"[^.;,\d]{0,14}\b(?:consensus|market|median|average) (?:forecast|estimate|expectation|view)s?\b)",
        re.IGNORECASE,
    ),
    step=re.compile(
        r"\b(?:rose|rises|risen|increased|increases|grew|grown|climbed|jumped|expanded|widened|fell|falls|fallen|declined|decreased|"
        r"dropped|shrank|narrowed|slipped|up|down|(?:increase|rise|gain|decrease|decline|drop|fall)s?\s+of)\s+(?:by\s+)?(?:(?:a|an|about|"
        r"around|some|nearly|almost|over|more than|revised)\s+)*$|\b(?:reduce|cut|lower|boost|raise|lift)[sd]?\b[^,;.]{0,40}\bby\s+(?:about\s+|around\s+)?$"
    ),
    anaphora=re.compile(
        r"(?:The (?:volume|value|figure|amount|total|reading|pace|increase|decline|growth|gain|drop)|It|This|That|Its|They|Their)\b"
    ),
    share_of=re.compile(r"\s+of\s+(?:(?:the|all|total|its|their|overall|[a-z]+)\s+){0,2}"),
    dateline=re.compile(
        r"(?m)^[ \t]*(?:[A-Z][A-Z.'\- ]+(?:/[A-Z .]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+)"
        r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?))?(?: ?\([A-Za-z .]+\))?(?: [–—-] [A-Z][a-z]+ \d{1,2}, \d{4})? ?(?:--|—|–|-)(?= )"
    ),
    counterpart=re.compile(
        r"\b(?:(?P<export>market|destination|buyer|customer)|investor|(?P<import>source|supplier)|(?P<total>partner))s?\b"
    ),
    rank_of={"economy": "gdp", "economies": "gdp"},
    entities=(
        re.compile(
            r"((?:(?!(?:It|They|The|This|That|He|She|We|Its|Their|In|On|For|But|And)\b)[A-Z][\w&.\-]*\s)*[A-Z][\w&.\-]*)['’]s?\s(?:[\w\-]+\s){0,4}$"
        ),
        re.compile(
            r"^(?!(?:It|They|The|This|That|He|She|We|In|On|For|But|And|Sales|Exports|Imports|Economists|Analysts)\b)((?:[A-Z][\w&.\-]*\s)*[A-Z][\w&.\-]*)(?:,[^,]*,)?\s(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?:said|reported|posted|announced|booked|logged|saw|earned|sold|raised|cut|lowered|swung|expects|forecasts|projects|recorded|returned|suffered|trimmed|slashed|upgraded|downgraded|kept|maintained|plans|aims|raises|lifts|lifted|cuts|lowers|posts|reports|books|logs|swings|earns|sells|suffers|trims|slashes|upgrades|downgrades|keeps|maintains|sees|returns|warns|boosts|boosted|doubles|doubled|shipped|delivered|generated|made|invests|invested|unveiled|bought|acquired)\b"
        ),
    ),
    beyond={
        "up": re.compile(
            r"\s(?:more|higher|larger|bigger|greater|above|stronger|up (?:on|from)|over the year-|in excess of|faster)\b"
        ),
        "down": re.compile(
            r"\s(?:less|lower|smaller|fewer|below|weaker|down (?:on|from)|short of|under the year-|slower|cheaper)\b"
        ),
    },
    ranked_before=re.compile(
        r"(?:,[^,;]{2,60},)?,?\s(?:(?:was|is|were|remained|stayed|came|comes|stood|stands|placed|finished|again|still|also|in|the|a|close|distant|became|ranks?|ranked|ranking|as)\s){1,4}"
    ),
    gauge=re.compile(
        r"\b(?:gauge|measure|indicator|proxy|barometer|bellwether|predictor|harbinger|yardstick|signal|precursor|driver|engine)s?\s(?:of|for)\s(?:[\w'’-]+\s){0,4}$"
    ),
    of_total=re.compile(
        r"\s+of\s+(?:the |its |their |all |that |this )?(?:\w+['’]s? )?(?:national |overall |combined |country['’]s |entire )?(?:total|figure|whole|overall|pie|sum)\b"
    ),
    upon_day=re.compile(r"\s(?:late |early |earlier )?(?:on |in )?(?:a statement on )?"),
    contract=re.compile(r"[\s-](?:delivery|futures|contract|settlement|expiry)\b"),
    list_ends=re.compile(
        r";|\b(?:while|whereas|but|although|though|after|following|was|were|had|has|have|is|are|rose|fell|grew|shrank|sank|came|stood|said|says|"
        r"against|compared|versus|from|than|because|since|which|who|target|goal|[a-z]{3,}(?<!increas)(?<!advanc)(?<!exce)(?<!proce)(?<!succe)ed)\b"
    ),
    meanwhile=re.compile(r"\s+as\s+"),
    goal_set=re.compile(
        r"['’]s?\s(?:[\w-]+\s){0,3}?(?:[\d.]+(?:%| percent| pct)\s)?(?:[\w-]+\s){0,2}?(?:target|goal|objective)\b"
        r"|\s(?:has |have |had )?(?:set|sets|targets|is aiming|aims|hopes|wants|plans)\b[^.;]{0,60}?\b(?:target|goal|to|for|of)\b"
    ),
    of_firms=re.compile(
        r"\b[Tt]ankan\b|\b[Ss]urvey (?:on|of) (?:the )?(?:Business Conditions|Japanese (?:[Cc]ompanies|[Ff]irms|[Aa]ffiliates))"
    ),
    paper=re.compile(r"\b(?:[Ww]hite paper|[Rr]eport|[Bb]ulletin|[Oo]utlook|[Ss]tudy)\b"),
    document_again=re.compile(
        r"\b[Tt]he (?:white paper|report|document|publication|bulletin|study)\b(?=[^.]{0,40}\b(?:sa|show|not|put|found|find|add|stat|point))"
    ),
    office_kinds={
        "association": re.compile(r"\b(?:association|federation|institute|council)\b"),
        "ministry": re.compile(r"\b(?:ministry|department)\b"),
        "central_bank": re.compile(r"\b(?:central )?bank\b"),
    },
    office_again=re.compile(
        r"\b[Tt]he (?:Commission|Bureau|Agency|Bank|Ministry|Association|Federation|central bank|ministry|bureau|agency|office|department|bank|association|authority|institute|commission|organi[sz]ation|council|federation)\b"
    ),
    than_in=re.compile(
        r"\b(?:more|less|higher|lower|fewer|larger|smaller|bigger|stronger|weaker|faster|slower|same) (?:than|as) (?:in |during |for |that of |that in )?(?:the )?$"
        r"|\b(?:behind only|second only to) (?:that of |that in |the )?$"
    ),
    held=re.compile(
        r"\b(?:held|kept|left|maintained|hold|keep|leave|holding|keeping|leaving|maintaining)\s(?:[\w'’.%-]+\s){0,6}?(?:rates?|yield|target|range|Rate)\s(?:\w+\s){0,2}?(?:at|in)\s(?:a\srange\sof\s)?$"
    ),
    aside=re.compile(r"\b(?:after|following|against|versus|compared (?:with|to))\b"),
    takes=frozenset(("bought", "purchased", "buys", "purchases")),
    ships=frozenset(("shipped", "shipments")),
    weak_flows=frozenset(
        (
            "purchases",
            "purchased",
            "bought",
            "sold to",
            "sales to",
            "shipments",
            "shipped",
            "deficit",
            "surplus",
            "gap",
            "shortfall",
            "red ink",
            "black ink",
            "in the red",
            "in the black",
        )
    ),
    describes=re.compile(r",\s(?:which|who|whose|where)\s[^,]*$"),
    sold=re.compile(
        r"\b(?:took|takes|absorbed|absorbs|received|earned|fetched|brought in|netted)\s(?:about\s|some\s|in\s|nearly\s|over\s)?$"
    ),
    went_to=re.compile(
        r"\s(?:went|goes|go|headed|was shipped|were shipped|was sold|were sold|ended up)\s(?:to|in)\s(?:the\s)?"
    ),
    growth_of=re.compile(
        r"\b(?:growth|expansion|contraction)s?\s(?:rate\s|target\s|goal\s|forecast\s|projection\s|estimate\s|outlook\s)?(?:for (?:this year|next year|\d{4})\s)?(?:from\s|(?:from|of)\s[\d.]+\s?(?:percent|%|pct)\s)?(?:of\s|at\s|to\s|by\s|from\s)?(?:(?:about|around|just|only|between|at least)\s)?$"
    ),
    counted_of=re.compile(r"\s(?:of\s(?:the|its|these|those|them|their)\b|[a-z]{4,}s\b(?<!dollars)(?<!euros))"),
    by_verb={
        "up": re.compile(
            r"\b(?:raise|boost|lift|hike|increase|expand|raising|boosting|lifting)\b[^,;.\d]{1,40}\bby\s(?:about\s|around\s|up to\s)?$"
        ),
        "down": re.compile(
            r"\b(?:cut|reduce|lower|trim|slash|cutting|reducing|lowering|trimming|bring [^,;.\d]{1,30} down)\b[^,;.\d]{1,40}\bby\s(?:about\s|around\s|up to\s)?$"
        ),
    },
    widens=re.compile(r"(?:Overall|In total|In all|All told|Altogether|As a whole|Nationwide),"),
    the_total=re.compile(r"\b[Tt]he total\b"),
    goal_lead=re.compile(
        r"\s+(?:of|above|below|over|under|than|short of)\s+(?:(?:the|its|their|a|an|this|\d{4}|[a-z]+(?:['’]s)?)\s+){0,4}"
    ),
    goal_mark=re.compile(r"\s+(?:\w+\s)?(?:target|goal|budget|plan|quota|outlook|guidance|base)s?\b"),
    than_lead=re.compile(
        r"\b(?:than|from|compared (?:with|to)|versus|over|against|on|above|below)\s(?:in\s|during\s|for\s|that of\s|those of\s)?(?:the\s)?$"
    ),
    shared_offices=frozenset(
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
    ),
    in_hundredths=re.compile(r"percent|[%]"),
    scaled=re.compile(r"(?:million|billion|trillion|bn|bln|mln|tn|trn)$"),
    quoted=re.compile(
        r"\s(?:has |had |was |is |were |then )?(?:averag|clos|trad|quot|fetch|bu[yi]|bought|chang|climb|ros|rise|fell|fall|slip|slid|weaken|strengthen|firm|"
        r"eas|gain|drop|jump|surg|stood|end|settl|hover|hit|touch|reach|dipp|edg|sank|plung|tumbl|advanc|inch|retreat|rebound|worth|valu|depreciat|appreciat|"
        r"soften|rall|fetch|tick|crept|bounc)\w*\b(?:[^.;$€£]|\.\d){0,44}$"
    ),
    clause_break=re.compile(r"[,;:—–](?!\d| by\b)|\bwhile\b|\bwhereas\b|\bbut\b|\band\b"),
)
