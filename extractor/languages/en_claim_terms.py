"""English: the words of claims by class, from flows and trends to bases and concepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
