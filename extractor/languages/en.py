"""English: which rules read what, in the order in which they are tried at each place of a text.

Words stand in `en_terms`, `en_time_terms` and `en_bounds`, numerals in `en_numerals` (one token), `en_small_numbers` and `en_numbers`
(several words), the readers in `en_money`, `en_rates`, `en_ranges`, `en_parts`, `en_counts`, `en_ranks`, `en_periods`
and `en_dates`; the claim stage's words in `en_claim_terms`, its patterns in `en_cues` and `en_speakers`.
"""

from __future__ import annotations

import re

from extractor.languages import en_counts as counts
from extractor.languages import en_dates as dates
from extractor.languages import en_money as money
from extractor.languages import en_numbers as numbers
from extractor.languages import en_numerals as numerals
from extractor.languages import en_parts as parts
from extractor.languages import en_periods as when
from extractor.languages import en_ranges as ranges
from extractor.languages import en_ranks as rank
from extractor.languages import en_rates as rates
from extractor.languages import en_terms as words
from extractor.languages.base import Pack, Rule
from extractor.languages.en_bounds import CONNECTORS
from extractor.languages.en_cues import CUES

N = "(NUM|YNUM|WORD|PORTION)"
C = "(CUR|SYM)"
TO = "(DASH|TO|AND|OR)"
T = "(TIMEU|QUARTER|QUARTERS|FISCAL)"
YEAR = "((OF|IN|COMMA|POSS|DASH)? FISCAL? (YNUM|REL|PTOK))"
FISCAL_YEAR = "((OF|IN|COMMA)? FISCAL? (YNUM|REL|PTOK))"

NOT_FIGURES = (
    Rule("en.none.clock", "15:00", "(NUM|YNUM) COLON NUM (COLON NUM)?", counts.nothing),
    Rule("en.count.list", "22,24,26", "NUM COMMA NUM (COMMA NUM){1,20}", ranges.numbers_listed),
    Rule("en.rank.number", "No. 2 trading partner", "LABEL NUM", rank.numbered),
    Rule("en.none.labels", "chapters 84 and 85", "LABEL NUM ((DASH|AND|OR|TO) (NUM|YNUM)){1,4}", counts.labelled),
    Rule("en.none.label", "Article 301", "LABEL (NUM|YNUM|ORD|WORD)", counts.labelled),
)

DATES = (
    Rule("en.none.phone", "03-1234-5678-90", "NUM (DASH (NUM|YNUM)){2,8} (DASH (NUM|YNUM)|SLASH (NUM|YNUM))", counts.nothing),
    Rule("en.period.iso", "2025-07-01 15:00", "(YNUM|NUM) DASH NUM DASH (NUM|YNUM) (NUM COLON NUM (COLON NUM)?)?", dates.iso_date),
    Rule("en.period.slashes", "5/17/2018", "(YNUM|NUM) SLASH NUM SLASH (NUM|YNUM)", dates.iso_date),
    Rule("en.period.dates", "May 20 and 21", "MONTH (NUM|ORD) (COMMA (NUM|ORD)){0,6} (AND|CAND) (NUM|ORD)", dates.dates),
    Rule("en.period.first.days", "first 20 days of June", f"ORD (NUM|WORD) TIMEU (OF|IN) (MONTH {YEAR}?|REL)", dates.first_days),
    Rule("en.period.days.day-first", "15-17 June 2025",
         f"(NUM|ORD) (DASH|TO|THROUGH|EMDASH|AND) (NUM|ORD) OF? MONTH {YEAR}?", dates.days_first),
    Rule("en.period.week", "first week of June", f"(ORD TIMEU|REL) (OF|IN) (MONTH {YEAR}?|YNUM|REL)", dates.week_of),
    Rule("en.period.days", "October 2 to October 22, 2025",
         f"MONTH (NUM|ORD) (DASH|TO|THROUGH|EMDASH|AND) MONTH? (NUM|ORD) {YEAR}?", dates.date_range),
    Rule("en.period.date", "Friday, June 27, 2025", f"(WDAY COMMA?)? MONTH THE? (NUM|ORD) {YEAR}?", dates.date),
    Rule("en.period.date.day-first", "27 June 2025", f"(WDAY COMMA?)? (NUM|ORD) OF? MONTH {YEAR}?", dates.date),
    Rule("en.period.date.short", "April 17 last week", "MONTH (NUM|ORD)", dates.date),
    Rule("en.period.ended", "three months to June 2025",
         f"(YEARWORD|FISCAL|QH|REL|((NUM|WORD)? {T})) (ENDED|TO|THROUGH) ENDOF? MONTH (NUM|ORD)? {YEAR}?", when.ended),
    Rule("en.period.months.years", "April 2024 to March 2025", "MONTH YNUM (DASH|TO|THROUGH|EMDASH|AND) MONTH YNUM", when.months),
    Rule("en.period.months", "January-March quarter", f"MONTH (DASH|TO|THROUGH|EMDASH|AND) MONTH {YEAR}? ({T}{YEAR}?|HALF)?", when.months),
    Rule("en.period.quarter.month", "March quarter", f"(MONTH QUARTER {YEAR}?|MONTH YNUM QUARTER)", when.quarter_by_month),
    Rule("en.period.end", "the end of 2023", f"ENDOF (MONTH {YEAR}?|YNUM|REL|FISCAL YNUM)", dates.end_of),
    Rule("en.period.part", "early 2025", f"PARTOF DASH? (MONTH {YEAR}?|YNUM|REL|FISCAL YNUM)", when.part_of),
    Rule("en.period.month", "May 2025", f"MONTH {YEAR}?", when.month),
    Rule("en.period.month.alone", "in November last week", "MONTH", when.month),
    Rule("en.period.quarter", "second quarter of 2024", f"(FISCAL|YNUM POSS? THE?)? ORD FISCAL? DASH? (QUARTER|QUARTERS) {YEAR}?", when.quarter),
    Rule("en.period.quarter.fiscal", "fiscal second quarter last week", "FISCAL? ORD FISCAL? DASH? QUARTER", when.quarter),
    Rule("en.period.first", "first five months of 2025", f"ORD (NUM|WORD) (TIMEU|QUARTERS) {FISCAL_YEAR}?", when.first_months),
    Rule("en.period.half", "first half of fiscal 2025", f"FISCAL? QH {FISCAL_YEAR}?", when.half),
    Rule("en.period.token", "Q1 2024", f"((FISCAL? YNUM COMMA?) PTOK | PTOK {YEAR}?)", when.token),
    Rule("en.period.fiscal", "fiscal 2024", "FISCAL YNUM", when.fiscal_year),
    Rule("en.period.fiscal.after", "2024 fiscal year", "YNUM FISCAL", when.fiscal_year),
    Rule("en.period.same.year", "the same quarter of 2024", "SAMEOF YNUM", when.same_of_year),
    Rule("en.period.same", "the same period a year earlier", "SAME", when.same_period),
    Rule("en.period.relative", "last year", "REL", when.relative),
    Rule("en.period.weekday", "Wednesday", "WDAY", dates.weekday),
)  # fmt: skip

RANKS = (
    Rule("en.quantity.hours", "34.3 hours", "NUM TIMEU", counts.hours),
    Rule("en.rank.superlative", "second-largest economy", "((ORD|NUM|WORD) DASH?)? SUPER", rank.superlative),
    Rule("en.rank.record", "record high", "RECORD", rank.record),
    Rule("en.rank.record.bare", "a record surplus", "BARERECORD", rank.bare_record),
    Rule("en.rank.high", "three-year high", f"(NUM|WORD) DASH {T} DASH? HIGHLOW", rank.rank_high),
    Rule("en.rank.ranked", "ranked third", "RANKED (ORD|LABEL? NUM|LABEL? WORD)", rank.ranked),
    Rule("en.rank.place", "first place", "ORD", rank.place),
    Rule("en.rank.stood", "came first, from fourth to fifth", "ORD (TO ORD)?", rank.stood),
    Rule("en.streak", "fourth consecutive year", f"(NUM|WORD|ORD) DASH? CONSEC ({T}|TIMEADJ)", rank.streak),
    Rule("en.streak.row", "two years in a row", f"(NUM|WORD|ORD) {T} (INAROW|CONSEC)", rank.streak),
    Rule("en.streak.run", "eight-day winning streak", f"(NUM|WORD) DASH {T} STREAK", rank.streak),
    Rule("en.streak.of", "second straight decline", "ORD CONSEC", rank.streak_of_what),
    Rule("en.streak.nth.row", "the 16th in a row", "(ORD|NUM) INAROW", rank.streak_in_a_row),
    Rule("en.streak.nth", "for a third month", f"ORD {T}", rank.nth_year),
    Rule("en.none.time", "one to two years", f"{N} (TO|AND|OR|DASH) {N} DASH? {T}", counts.nothing),
    Rule("en.lookback", "first in eight months", f"(NUM|WORD) DASH? {T}", rank.span_of_time),
    Rule("en.lookback.year", "an increase after a year", T, rank.a_year),
)

RATES = (
    Rule(
        "en.price.range",
        "341 yen to 379 yen per kilogram",
        f"(SYM {N} {TO} SYM? {N}|{N} {C}? {TO} {N} {C}) ((DASH? A DASH?|PER|SLASH) UNIT|SLASH LETTER)",
        money.price_range,
    ),
    Rule(
        "en.rate.equation", "$1 = 152.60 yen", f"(SYM {N}|{N} {C}) (EQ|TO|TOTHE) (SYM NUM|NUM {C})", money.rate_equation
    ),
    Rule(
        "en.price.many",
        "4,223 yen per 5 kilograms",
        f"(SYM {N}|{N} {C}) (PER|SLASH) NUM DASH? UNIT",
        money.price_of_many,
    ),
    Rule("en.price.pound", "$4.25 a pound", f"(SYM {N}|{N} DASH? (CUR|SYM|MINOR)) (PER|A|SLASH) CUR", money.by_pound),
    Rule("en.rate", "152.60 yen per dollar", f"(SYM {N}|{N} {C}) (PER|A|SLASH|TOTHE) {C}", money.rate),
    Rule("en.rate.half", "7.1930 per dollar", f"{N} (PER|TOTHE) {C}", money.rate),
    Rule("en.price.each", "129 yen per share", "(SYM {N}|{N} (CUR|SYM|MINOR)) PERUNIT".replace("{N}", N), money.price),
    Rule("en.rate.pair", "USD/JPY 152.60", f"{C} (SLASH|DASH) {C} NUM", money.rate_pair),
    Rule(
        "en.rate.quoted",
        "the dollar rose to 148.85 yen",
        f"(SYM NUM ({TO} SYM? NUM)?|NUM {C}? {TO} NUM {C}|NUM {C} (AND? NUM MINOR)?|NUM MINOR)",
        rates.quoted,
    ),
    Rule(
        "en.price",
        "$9,850 a tonne",
        f"(SYM {N}|{N} (DASH)? (CUR|SYM|MINOR)) ((DASH? A DASH?|PER|SLASH) UNIT|SLASH LETTER)",
        money.price,
    ),
)

MONEY = (
    Rule(
        "en.money.range",
        "$10-$20 billion",
        f"(SYM {N} {C}? {TO} SYM? {N} {C}?|{N} {C}? {TO} {N} {C})",
        ranges.unit_range,
    ),
    Rule(
        "en.money.list",
        "$5, $10 and $15 billion",
        "SYM NUM (COMMA SYM NUM){0,8} (AND|CAND|OR) SYM NUM",
        ranges.listed,
    ),
    Rule(
        "en.money.list.suffix",
        "5, 10 and 15 billion yen",
        f"NUM (COMMA NUM){{0,8}} (AND|CAND|OR) NUM {C}",
        ranges.listed,
    ),
    Rule("en.quantity.pounds", "six pounds of meat", f"{N} CUR", money.pounds),
    Rule("en.money.one", "a dollar and 42 cents", f"CUR AND {N} MINOR", money.one_and_minor),
    Rule("en.money.minor", "152 yen 60 sen", f"(SYM {N}|{N} {C}) AND? NUM MINOR", money.major_minor),
    Rule("en.money.scale-last", "75 USD million", f"{N} (CUR|SYM) SCALE", money.scale_last),
    Rule("en.money.cents", "43c", f"((SYM {N}|{N} {C}) AND?)? NUM CENT", money.tight_cents),
    Rule("en.money.spoken", "20 rupees 43", f"(SYM {N}|{N} {C}) AND? (NUM|WORD)", money.spoken_minor),
    Rule("en.money.from", "to $9.9 billion from 37.3 billion", f"(SYM {N}|{N} {C}) FROM NUM", ranges.from_elided),
    Rule("en.money.prefix", "$48.87 billion", f"SYM DASH? {N} CUR?", money.money),
    Rule("en.money.suffix", "7.33 trillion yen", f"{N} DASH? (CUR|SYM|MINOR)", money.money),
    Rule("en.money.millions", "120 MEUR", f"({N} MCUR|MCUR {N})", money.millions),
    Rule("en.money.place", "42 Malaysia ringgit", f"{N} PLACE CUR", money.foreign_named),
    Rule("en.money.named", "ringgit 42", f"CUR {N}", money.named_first),
)

PARTS = (
    Rule("en.points.range", "25 to 50 basis points", f"{N} POINTS? {TO} {N} POINTS", ranges.unit_range),
    Rule(
        "en.points.list", "0.2 and 0.5 percentage point", "NUM (COMMA NUM){0,8} (AND|CAND|OR) NUM POINTS", ranges.listed
    ),
    Rule("en.points", "13.2 percentage points", f"{N} (DASH|OFA|OF)? POINTS", parts.points),
    Rule(
        "en.points.part",
        "half a percentage point",
        "(HALF (A|OFA|DASH)? (POINTS|POINT|UNIT)|QUARTER (OFA|A|DASH)? (POINTS|POINT|UNIT))",
        parts.part_of_point,
    ),
    Rule("en.points.one", "a percentage point", "POINTS", parts.one_point),
    Rule("en.percent.range", "17% to 35.3%", f"{N} PCT? {TO} {N} PCT", ranges.unit_range),
    Rule("en.percent.list", "18, 20 and 25 percent", "NUM (COMMA NUM){0,8} (AND|CAND|OR) NUM PCT", ranges.listed),
    Rule("en.percent.from", "to 15.1 percent from 12.3", f"{N} PCT FROM NUM", ranges.from_elided),
    Rule("en.percent", "29.2 percent", f"{N} DASH? PCT", parts.percent),
    Rule(
        "en.percent.part",
        "half a percent",
        "(HALF|QUARTER|PORTION|ORD) (A|OFA|OF|DASH) (NUM|WORD)? PCT",
        parts.part_of_percent,
    ),
    Rule("en.percent.before", "percent of 10", "PCT OF (NUM|WORD)", parts.percent_after),
    Rule("en.multiple.range", "two to three times", f"{N} {TO} {N} TIMES", ranges.unit_range),
    Rule("en.multiple", "2.9 times", f"{N} TIMES", parts.times),
    Rule("en.multiple.fold", "10-fold", f"{N} DASH? FOLD", parts.fold),
    Rule("en.multiple.folds", "sixfold", "FOLDS", parts.folds),
    Rule("en.multiple.verb", "doubled", "MULT", parts.multiple),
    Rule("en.multiple.word", "double the level", "MULTW", parts.multiple_word),
    Rule("en.multiple.half", "cut in half", "HALF", parts.by_half),
    Rule("en.percent.fraction.in", "one in five", f"(ONEIN|{N} (OUTOF|IN)) (NUM|WORD)", parts.one_in),
    Rule("en.percent.fraction.over", "1 over 3", f"{N} LBOUND {N}", parts.one_over),
    Rule("en.percent.fraction", "two thirds", "PORTION", parts.share),
    Rule("en.percent.fraction.half", "half of the firms", "HALF", parts.half),
    Rule("en.percent.fraction.nth", "a third of buyers", "(ORD|QUARTER)", parts.ordinal_share),
    Rule("en.percent.fraction.slash", "3/4", "NUM SLASH NUM", parts.slash),
)

COUNTS = (
    Rule("en.quantity.range", "100 to 150 tonnes", f"{N} UNIT? {TO} {N} UNIT", ranges.unit_range),
    Rule(
        "en.quantity.bounds",
        "more than 3 but less than 5 tonnes",
        f"LBOUND SYM? {N} (C|PCT|POINTS|UNIT)? (AND|COMMA) LBOUND SYM? {N} (C|PCT|POINTS|UNIT)?".replace(
            "(C|", "(CUR|SYM|"
        ),
        ranges.bounded,
    ),
    Rule("en.quantity.feet", "5 feet 2 inches", f"{N} UNIT AND? {N} (UNIT|IN)", counts.feet_and_inches),
    Rule(
        "en.quantity.points",
        "0.5 and 0.2 points",
        "NUM (COMMA NUM){0,6} (AND|CAND) NUM (UNIT|POINT)",
        counts.points_listed,
    ),
    Rule("en.quantity.of", "14 of 33 categories", f"{N} OF {N} UNIT", counts.counted_of),
    Rule("en.quantity", "770,000 tonnes", f"{N} (UNIT|POINT)", counts.counted),
    Rule("en.quantity.bracket", "20 (kg)", f"{N} OPEN UNIT CLOSE", counts.counted_in_brackets),
    Rule("en.quantity.inches", '10" wide', "NUM GAP", counts.inches),
    Rule("en.quantity.metres", "1.8m tall", "NUM LETTER", counts.metres),
    Rule("en.quantity.dash", "500-tonne", f"{N} DASH (UNIT|POINT)", counts.compound),
    Rule("en.period.split", "2024/25", "YNUM (DASH|SLASH|TO|THROUGH|AND|EMDASH) (YNUM|NUM)", when.split_year),
    Rule("en.period.year", "2024", "YNUM", when.year),
    Rule("en.count.range", "1,000 to 1,500", f"{N} (DASH|TO|AND) {N}", ranges.unit_range),
    Rule("en.count.power", "2.5^-1", "NUM (CARET|CARETMINUS) RBOUND? NUM", ranges.power),
    Rule("en.count.restated", "forty-five (45)", f"{N} OPEN {N} CLOSE", ranges.restated),
    Rule("en.count", "1,100", "(NUM|YNUM|WORD)", counts.bare),
)

ABBREVIATIONS = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Mrs Ms Dr Prof Gov Sen Rep Gen St No Nos Inc Corp Co Ltd Bros vs "
    "approx est Fig U.S U.K U.N E.U a.m p.m i.e e.g etc O.S.K A.P".split()
)
"""A full stop after one of these ends no sentence."""

PACK = Pack(
    code="en",
    numeral=numerals.NUMERAL,
    number=numerals.number,
    numeral_class=numerals.numeral_class,
    numeral_starts=numerals.STARTS,
    terms=words.TERMS,
    numerals=numbers.RULES,
    rules=(*NOT_FIGURES, *DATES, *RANKS, *RATES, *MONEY, *PARTS, *COUNTS),
    connectors=CONNECTORS,
    cased=words.CASED,
    traps=frozenset((*words.TRAPS, *words.INDEXES)),
    cues=CUES,
    abbreviations=ABBREVIATIONS,
    sentence_end=". ",
    figure_hint=re.compile(r"[0-9０-９½¼¾⅓⅔]"),
    hint_words=words.hint_words(),
)
