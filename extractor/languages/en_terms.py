"""English words by class: what the rules of `en.py` are written in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extractor.languages.base import WORD_RUN
from extractor.languages.en_bounds import LBOUND, RBOUND
from extractor.languages.en_time_terms import DAYS, MONTHS, RELATIVE, SAME, TIME_UNITS

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {
    **{word: n for n, word in enumerate(ONES)},
    **{word: 10 * n for n, word in enumerate(TENS, 2)},
    "nought": 0, "nil": 0,
}  # fmt: skip

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "hundreds": 10**2, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12, "dozens": 12, "quadrillion": 10**15, "quintillion": 10**18,
    "mln": 10**6, "mn": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "tln": 10**12,
    "trln": 10**12, "tril.": 10**12, "tril": 10**12, "bil.": 10**9, "bil": 10**9, "mil.": 10**6, "mil": 10**6,
    "lakh": 10**5, "lakhs": 10**5, "lkhs": 10**5, "crore": 10**7, "crores": 10**7, "Cr": 10**7,
}  # fmt: skip
LETTERS = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12,
}  # fmt: skip

ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
PARTS = {f"{word}s": n for word, n in ORDINALS.items() if n > 2}
SMALL_PARTS = {
    f"{word}th{s}": 10**power for word, power in (("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12))
    for s in ("", "s")
} | {"hundredth": 100, "hundredths": 100}  # fmt: skip


MULTIPLES: Mapping[str, tuple[str, str | None]] = {
    **dict.fromkeys(("doubled", "doubling", "doubles", "redoubled"), ("2", "up")),
    **dict.fromkeys(("tripled", "tripling", "triples", "trebled", "trebling", "trebles"), ("3", "up")),
    **dict.fromkeys(("quadrupled", "quadrupling", "quadruples"), ("4", "up")),
    **dict.fromkeys(("quintupled", "quintupling"), ("5", "up")),
    **dict.fromkeys(("sextupled", "sextupling"), ("6", "up")),
    **dict.fromkeys(("halved", "halving", "halves"), ("0.5", "down")),
}
MULTIPLE_WORDS: Mapping[str, tuple[str, str | None]] = {
    "double": ("2", None), "triple": ("3", None), "treble": ("3", None), "quadruple": ("4", None), "twice": ("2", None),
    "halve": ("0.5", "down"), "thrice": ("3", None),
}  # fmt: skip
FOLDS = {f"{word}{dash}fold": str(n) for word, n in WORDS.items() for dash in ("", "-") if 1 < n <= 20 or n == 30} | {
    "hundredfold": "100", "thousandfold": "1000", "manyfold": "",
}  # fmt: skip

CONSECUTIVE = ("consecutive", "straight", "successive", "back-to-back", "unbroken", "uninterrupted")
SUPERLATIVES = (
    "largest", "biggest", "highest", "lowest", "smallest", "strongest", "weakest", "fastest", "slowest", "steepest", "sharpest",
    "worst", "best", "most expensive", "cheapest", "greatest", "top", "No. 1", "number one", "heaviest", "most valuable",
    "most important", "most", "fewest", "least", "busiest", "deepest", "quickest", "mildest", "widest", "narrowest", "tightest", "poorest",
)  # fmt: skip
HEADS = frozenset(
    "economy market partner destination exporter importer supplier source buyer customer producer maker manufacturer shipper "
    "consumer investor creditor contributor recipient holder level levels total figure value amount rates readings increase rise gain jump surge "
    "drop decline fall decrease contraction growth expansion surplus deficit share volume reading pace rate margin loss profit "
    "base hub port bank lender retailer trader category component item sum tally number high low provider employer donor "
    "miner refiner user vendor seller purchaser carmaker automaker chipmaker shipbuilder steelmaker steelmaker exchange "
    "climb advance slump plunge slide dip tumble improvement deterioration result score price cost yield inflation deflation output "
    "turnover revenue income balance outflow inflow gap shortfall estimate forecast proportion percentage ratio export import "
    "sector industry segment state province city country region position spot place client debtor operator owner player "
    "portion chunk outlay budget".split()
)
RECORDS = (
    "record high", "record highs", "record low", "record lows", "all-time high", "all-time highs", "all-time low", "all-time lows",
    "historic high", "historic highs", "historic low", "historical high", "historical highs", "record-high", "record-low",
    "all-time record", "new record", "all time high", "all-time peak", "record levels", "record level", "historic lows",
    "lifetime high", "multi-year high", "multiyear high", "multi-year low", "multi-year highs", "multi-month high", "multi-month low", "all-time best", "fresh record", "new highs", "new high", "record peak",
)  # fmt: skip
LABELS = (
    "Part", "Phase", "Article", "Articles", "Section", "Chapter", "Clause", "Annex", "Appendix", "No.", "Nos.", "Figure", "Fig.",
    "Table", "Chart", "Exhibit", "Page", "page", "p.", "pp.", "Volume", "Vol.", "vol.", "Issue", "Episode", "Stage", "Tier",
    "Type", "Model", "Flight", "Route", "Highway", "Gate", "Room", "Version", "version", "v.", "Windows", "iPhone", "Galaxy",
    "Boeing", "Airbus", "Group of", "Category", "Grade", "Class", "Lot",
    "Block", "Line", "Zone", "Building", "HS", "HS code", "HS codes", "HS heading", "heading", "headings", "Heading", "subheading",
    "Formula", "World War", "Form", "Schedule", "Rule", "Act", "Directive", "Regulation", "Resolution", "Resolution No.", "Order",
    "Case", "Docket", "ISBN", "ISSN", "Tel", "Tel.", "tel", "Phone", "phone", "Fax", "ID", "id", "Paragraph", "paragraph",
    "Step", "Level", "Pier", "Terminal", "Unit", "Reactor", "Pillar", "Item", "Note", "Day", "Week", "Round", "Task Force", "Catch",
    "Channel", "Radio", "Area", "District", "Ward", "iOS", "Android", "PlayStation",
    "Xbox", "articles", "chapters", "Chapters", "sections", "Sections", "pages", "footnote", "footnotes", "Agenda", "Vision", "Made in China", "Fab", "chapter", "article", "section", "zone", "codes", "code", "number",
    "ChatGPT", "Web", "Gemini", "GPT", "Llama", "Mate", "Pura", "Snapdragon", "Stage",
)  # fmt: skip
TRAPS = (
    "24/7", "9/11", "7-Eleven", "Seven Bank", "Seven-Eleven", "Four Seasons", "Five-Year Plan", "five-year plan",
    "one another", "one-sided", "Big Four", "Big Three", "Big Five", "Group of Seven", "Group of Twenty", "Group of 20",
    "Group of Eight", "Quad", "Third World", "third party", "third parties", "third-party", "second-hand", "secondhand",
    "first-hand", "First Lady", "zero-sum", "two-way", "one-way", "two-thirds majority", "one-stop", "two-tier", "Six Sigma",
    "double-digit", "double-digits", "double digits", "double digit", "triple-digit", "single-digit", "single digits", "single-digits",
    "triple digits", "double taxation", "double standards", "double standard", "double counting", "double-entry", "double down",
    "double-edged", "double-dip", "triple-A", "Seven Sisters", "one-off", "one day", "one-time", "second-guess",
    "first-class", "second-class", "first class", "One China", "one-China", "One Belt, One Road", "One Belt One Road",
    "one country, two systems", "two sessions", "Two Sessions", "Third Plenum", "third plenum", "14th Five-Year Plan", "15th Five-Year Plan",
    "one of", "no one", "everyone", "China Plus One",
    "China plus one", "China + 1", "China +1", "quarter-on-quarter", "quarter on quarter", "quarter-over-quarter",
    "half-hearted", "half-time", "halfway", "Twenty-One", "360-degree", "20/20", "50-50", "50/50", "fifty-fifty",
    "Financial Times", "New York Times", "Straits Times", "The Times", "Global Times", "Japan Times", "year-to-date",
    "first-ever", "at first", "First Solar", "Second World War", "First World War", "World War Two", "World War II",
    "Fifth Avenue", "Level 3", "catch-22", "on the one hand", "one hand", "one-third-party", "first and foremost",
    "one by one", "square one", "day one", "zero-COVID", "zero-Covid", "zero-tolerance", "net zero", "net-zero", "Nikkei 225", "S&P 500", "CSI 300", "FTSE 100", "FTSE 250", "Topix 100", "TOPIX 100",
    "Fortune 500", "Fortune Global 500", "Global 500", "Euro Stoxx 50", "STOXX 600", "Stoxx 600", "CAC 40", "DAX 40", "Russell 2000", "STAR 50",
    "ASX 200", "Kospi 200", "KOSPI 200", "Dow 30", "Nasdaq 100", "SSE 50", "JPX-Nikkei 400", "JPX Prime 150", "S&P/ASX 200", "IBEX 35", "Nifty 50", "zero-emission",
    "4K", "8K", "two-wheelers", "two-wheeler", "three-wheelers", "four-wheel", "four-wheelers", "two-wheeled", "four-wheeled", "twin", "second-tier",
    "first-tier", "737 MAX", "737 Max", "787 Dreamliner", "777X", "three-way", "four-way", "nine-to-five", "top-tier", "May Day", "Third Reich", "three-dimensional", "two-dimensional",
    "half-brother", "the Twelve", "first-come", "seven-seat", "five-star", "one-size", "one size", "first responders",
)  # fmt: skip
SEVERAL = {
    **dict.fromkeys(("peso", "pesos"), "MXN|PHP|ARS|CLP|COP"),
    **dict.fromkeys(("franc", "francs"), "CHF|XOF|XAF"),
    **dict.fromkeys(("krone", "kroner"), "NOK|DKK"),
    **dict.fromkeys(("krona", "kronor"), "SEK|ISK"),
    **dict.fromkeys(("dinar", "dinars"), "KWD|IQD|JOD|BHD|DZD|TND|RSD|LYD"),
    **dict.fromkeys(("rial", "rials"), "IRR|OMR|YER|QAR"),
    **dict.fromkeys(("ringgits",), "MYR"),
    **dict.fromkeys(("kuai",), "CNY"),
}
"""Currencies that share a name: the engine settles them by the countries and currencies of the text, or leaves them open."""

NOUNS = {
    **dict.fromkeys(("items", "products", "goods"), "item"),
    **dict.fromkeys(("cars", "vehicles", "automobiles", "autos", "trucks", "buses", "evs"), "vehicle"),
    **dict.fromkeys(("companies", "firms", "enterprises", "businesses", "manufacturers", "corporations", "suppliers"), "company"),
    **dict.fromkeys(("people", "workers", "employees", "visitors", "tourists", "travelers", "travellers", "respondents",
                     "passengers", "students", "residents", "arrivals", "foreigners", "executives"), "person"),
    **dict.fromkeys(("jobs", "positions"), "job"), **dict.fromkeys(("units", "robots", "machines", "sets", "devices"), "unit"),
    **dict.fromkeys(("countries", "nations", "economies"), "country"), "projects": "project", "cases": "case",
    "categories": "category", "stores": "store", "outlets": "store", "shops": "store", "households": "household",
    "cities": "city", "ships": "ship", "vessels": "ship", "aircraft": "aircraft", "flights": "flight", "trains": "train",
    "orders": "order", "measures": "measure", "deals": "case", "transactions": "case", "containers": "unit",
}  # fmt: skip
"""Counted nouns by which a number further left takes its unit: 1,100 dual-use items."""

TERMS: dict[str, dict[str, Any]] = {
    "WORD": WORDS,
    "SCALE": {word: Decimal(n) for word, n in SCALES.items()},
    "LETTER": {word: Decimal(n) for word, n in LETTERS.items()},
    "ORD": ORDINALS,
    "FRACS": PARTS,
    "TINY": SMALL_PARTS,
    "HALF": dict.fromkeys(("half", "one-half", "one half"), "half"),
    "QUARTER": dict.fromkeys(("quarter",), "quarter"),
    "QUARTERS": dict.fromkeys(("quarters",), "quarter"),
    "TIMEADJ": {"monthly": "month", "annual": "year", "yearly": "year", "quarterly": "quarter", "weekly": "week", "daily": "day"},
    "MINUS": dict.fromkeys(("minus", "negative"), "minus"),
    "PCT": dict.fromkeys(
        ("%", "％", "percent", "per cent", "pct", "pct.", "pc", "percentage", "percents", "per cents", "percentages"), "percent"
    ),
    "POINTS": {
        **dict.fromkeys(
            ("percentage points", "percentage point", "percent point", "percent points", "pct points", "pct point", "pp", "ppt",
             "ppts", "pps", "% points", "% point", "per cent points", "percentage-point", "percentage-points"),
            "percentage_point",
        ),
        **dict.fromkeys(("basis points", "basis point", "bps", "bp", "basis-point"), "basis_point"),
    },
    "PERUNIT": {"per share": "share_of_stock", "per hour": "hour", "an hour": "hour", "per head": "person", "per night": "night"},
    "TIMES": dict.fromkeys(("times", "x", "X"), "times"),
    "FOLD": {"fold": "fold"},
    "MULT": dict(MULTIPLES),
    "MULTW": dict(MULTIPLE_WORDS),
    "FOLDS": FOLDS,
    "LBOUND": LBOUND,
    "RBOUND": RBOUND,
    "MONTH": MONTHS,
    "WDAY": DAYS,
    "TIMEU": TIME_UNITS,
    "REL": RELATIVE,
    "SAME": dict.fromkeys(SAME, "SAME"),
    "SAMEOF": dict.fromkeys(
        (f"{the}{word} {time} {of}" for the in ("the ", "") for word in ("same", "corresponding") for of in ("of", "in")
         for time in ("period", "month", "quarter", "months", "week")),
        "SAME",
    ),
    "QH": {"first half": "H1", "second half": "H2", "first-half": "H1", "second-half": "H2", "latter half": "H2"},
    "FISCAL": dict.fromkeys(
        ("fiscal", "fiscal year", "financial year", "FY", "fiscal years", "business year"),
        "FY",
    ),
    "YEARWORD": dict.fromkeys(("12 months", "twelve months"), "year"),
    "ENDOF": dict.fromkeys(("end of", "end-", "end", "year-end"), "END"),
    "PARTOF": dict.fromkeys(("early", "late", "mid-", "mid", "early in", "late in",
                             "beginning of", "start of", "early-", "late-"), "part"),
    "CONSEC": dict.fromkeys(CONSECUTIVE, "consecutive"),
    "INAROW": dict.fromkeys(("in a row", "running", "in succession", "on the trot", "consecutively"), "consecutive"),
    "SUPER": dict.fromkeys(SUPERLATIVES, 1),
    "RECORD": dict.fromkeys(RECORDS, 1),
    "BARERECORD": {"record": 1},
    "HIGHLOW": dict.fromkeys(("high", "highs", "low", "lows", "peak", "trough"), 1),
    "RANKED": dict.fromkeys(("ranked", "ranking", "ranks", "placed", "ranked as the"), 1),
    "LABEL": dict.fromkeys(LABELS, "label"),
    "STREAK": dict.fromkeys(("streak", "winning streak", "losing streak", "run", "rally", "skid", "slide"), "streak"),
    "ONEIN": {"one in": 1},
    "POINT": {"point": "point"},
    "MINOR": {"sens": "MYR", "kopiyka": "UAH", "kopiykas": "UAH"},
    "CENT": {"c": "USD", "¢": "USD"},
    "MCUR": {f"M{code}": code for code in ("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "JPY")},
    "SYM": {code.lower(): code for code in ("USD", "EUR", "GBP", "JPY", "CNY", "HKD", "AUD", "CAD", "KRW", "INR", "SGD")}
    | {f"{code}$": code for code in ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "TWD")}
    | {f"{code.lower()}$": code for code in ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "TWD")}
    | {"rmb": "CNY"} | dict.fromkeys(("¥", "￥"), "JPY|CNY"),
    "CUR": SEVERAL,
}  # fmt: skip
"""The pack's terms by class."""


INDEXES = tuple(
    f"{the} {trap}"
    for trap in TRAPS
    if any(c.isdigit() for c in trap) and "Nikkei" not in trap
    for the in ("the", "The")
)
"""The article would else make the index an agency: the Nikkei | 225."""
CASED = frozenset(
    word
    for word in (*MONTHS, *DAYS, *LABELS, *LETTERS, *TRAPS, *INDEXES, "X", "FY", "Cr")
    if word in LETTERS or word in LABELS or not word.islower()
)
"""What matches only as written."""

HINT_CLASSES = (
    "WORD SCALE ORD FRACS TINY HALF QUARTER QUARTERS MULT MULTW FOLDS MONTH WDAY REL QH RECORD BARERECORD SUPER ONEIN POINTS"
).split()
HINT_STOPS = frozenset(
    "the of a in and before as points point year years month week part day to on no number most important expensive valuable "
    "time high highs low lows level levels new".split()
)
"""Words that stand in such terms only beside others."""


def hint_words() -> frozenset[str]:
    """Words one of which stands in every sentence that has a figure but no digit, in the cases that are printed."""
    said = {word for name in HINT_CLASSES for term in TERMS[name] for word in WORD_RUN.findall(term)}
    said = {word for word in said if word.lower() not in HINT_STOPS} | {
        "same",
        "corresponding",
        "equivalent",
        "after",
        "highs",
        "lows",
    }
    cased = {word for word in said if word in CASED}
    free = said - cased
    return frozenset(cased | free | {word.capitalize() for word in free} | {word.upper() for word in free})
