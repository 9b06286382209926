"""Japanese: the rules of its figures and periods. Words stand in ja_terms, readers in the other ja_ modules."""

from __future__ import annotations

from extractor.languages import ja_days as days
from extractor.languages import ja_parts as parts
from extractor.languages import ja_periods as when
from extractor.languages import ja_ranges as ranges
from extractor.languages import ja_ranks as ranks
from extractor.languages import ja_rates as rates
from extractor.languages import ja_readers as read
from extractor.languages.base import Numeral, Pack, Rule
from extractor.languages.ja_cues import CUES
from extractor.languages.ja_numerals import NUMERAL, STARTS, number
from extractor.languages.ja_terms import TERMS, TRAPS

SIGN = "(MINUS|DASH|PLUS)?"
N = "(VAGUE? NUM (VAGUE NUM|(VAGUE|EDGE) SCALE?|SCALE|KILO)?|VAGUE SCALE)"
"""A numeral with what widens it: 8兆1,350億, 数十億, 十数億, 7 万."""
AMOUNT_UNIT = "(CUR|PCT|WARI|POINTS|TIMES|UNIT|YEARS|MONTHS|DAYS|WEEKS|YEAR|DAY)"
MONEY = f"{N} (CUR|SYM)"
SEN = "(NUM MINOR? (TILDE|DASH))? NUM MINOR"
"""60銭, and as rates are quoted 30～32銭."""
YEAR = "(ERA? NUM (YEAR|FYEAR)|ERA GAN|RELY)"
YEAR_OF = f"({YEAR} GAP?)"
SPAN = "NUM (YEAR|MONTHS|QUARTERS|TERM|WEEKS|DAYS|DAY|YEARS)"

PERIODS = (
    Rule("ja.streak", "2年連続", f"({SPAN}|SPELL) RUN", ranks.streak),
    Rule("ja.lookback", "3年ぶり", f"({SPAN}|SPELL) BACK", ranks.lookback),
    Rule("ja.lookback.long", "2年5カ月ぶり", "NUM (YEAR HALF|YEAR NUM MONTHS HALF?|MONTHS HALF) BACK", ranks.lookback),
    Rule("ja.period.dates", "10月2日～22日", f"{YEAR_OF}? NUM MONTH NUM DAY? (TILDE|DASH|KARA) (NUM MONTH)? NUM DAY", days.days),
    Rule(
        "ja.period.months", "1～3月期",
        f"{YEAR_OF}? NUM MONTH? (TILDE|DASH|DOT|KARA|GAP) {YEAR_OF}? NUM (MTERM|MONTH)", when.months,
    ),
    Rule("ja.period.date", "2024年10月17日", f"{YEAR_OF}? NUM MONTH (NUM DAY|END|TEN)?", when.calendar),
    Rule("ja.period.term.part", "2026年3月期第2四半期", f"{YEAR_OF} NUM MTERM (QTERM|HTERM)", when.part_of_term),
    Rule("ja.period.days", "18～20日", "NUM (TILDE|DASH) NUM DAY", days.days_of),
    Rule("ja.period.term", "2025年3月期", f"{YEAR_OF}? NUM MTERM", when.term),
    Rule("ja.period.part", "2024年第1四半期", f"{YEAR_OF}? (QTERM|HTERM)", when.parts),
    Rule("ja.period.half", "2024年前半", "(NUM HTERM|NUM YEAR LATE|RELY LATE)", when.half_year),
    Rule("ja.period.years", "2020～24年", "NUM YEAR? (TILDE|DASH) NUM (YEAR|FYEAR)", when.years),
    Rule("ja.period.decade", "1990年代", "(NUM DECADE? (TILDE|DASH))? NUM DECADE", when.decade),
    Rule("ja.period.year", "2024年度", f"{YEAR} END?", when.year),
    Rule("ja.period.of_month", "今月20日", "RELD (NUM DAY|END)", days.day_of),
    Rule("ja.period.relative", "前年同月", "(RELD|SAME|FISCAL)", when.relative),
    Rule("ja.period.slashes", "2025/4/17", "PLUS? NUM (DASH NUM (DASH|SLASH) NUM|SLASH NUM SLASH NUM) ((DASH|SLASH) NUM)*", days.slashes),
)  # fmt: skip

RANKS = (
    Rule("ja.rank", "第1位", "ORD? NUM PLACED", ranks.rank),
    Rule("ja.rank.ordinal", "世界第2の経済大国", "ORD NUM", ranks.ordinal),
    Rule("ja.rank.record", "過去最高", "RECORD", ranks.record),
    Rule("ja.rank.record.best", "輸出は最高だった", "BEST", ranks.best),
    Rule("ja.rank.superlative", "最大の輸出相手国", "(SUPER|LBOUND)", ranks.superlative),
    Rule("ja.rank.since", "以来の高水準", "SINCE", ranks.since),
)

FIGURES = (
    Rule("ja.daily", "日量100万バレル", f"(DAILY|NUM DAY PER?) LBOUND? {N} UNIT", rates.daily),
    Rule(
        "ja.rate", "1ドル=152円60銭",
        f"NUM CUR EQ? LBOUND? {N} CUR? ((TILDE|DASH) {N} CUR|{SEN}|UNIT LATE?)?", rates.rate,
    ),
    Rule(
        "ja.price", "1キロリットル当たり7万9,083円",
        f"({N})? UNIT (PER|EQ)? GAP{{0,4}} LBOUND? {N} ((TILDE|DASH) {N} CUR|CUR ((TILDE|DASH) {N} CUR|NUM MINOR|UNIT LATE?)?)", rates.price,
    ),
    Rule("ja.price.after", "9,850ドル/トン", f"{MONEY} SLASH UNIT", rates.price_after),
    Rule("ja.period.dots", "2025.4.17", "NUM GAP NUM", days.dots),
    Rule("ja.none.ratio", "3対2", "NUM GAP NUM (GAP NUM)?", read.ratio),
    Rule("ja.range.named", "100億円以上500億円未満", f"{SIGN} {N} {AMOUNT_UNIT}? RBOUND GAP? {N} {AMOUNT_UNIT}? RBOUND", ranges.bounded),
    Rule("ja.range.bounds", "少なくとも20、多くて100", f"LBOUND {N} {AMOUNT_UNIT}? GAP LBOUND {N} {AMOUNT_UNIT}?", ranges.both_bounds),
    Rule("ja.range.from", "20から100未満", f"{SIGN} {N} {AMOUNT_UNIT}? (KARA|GAP) {N} {AMOUNT_UNIT}? RBOUND?", ranges.from_to),
    Rule("ja.power", "10の8乗", f"{SIGN} NUM (GAP NUM)? GAP {SIGN} {SIGN} NUM", parts.power),
    Rule("ja.range", "10億～20億ドル", f"{SIGN} {N} {AMOUNT_UNIT}? (TILDE|DASH) {SIGN} {N} {AMOUNT_UNIT}?", ranges.ranged),
    Rule("ja.grade", "144円台前半", f"{SIGN} {N} (CUR|PCT|WARI|UNIT|TIMES) UNIT LATE?", rates.grade),
    Rule("ja.dotted", "11・9％", "NUM DOT NUM (PCT|WARI|POINTS|TIMES|CUR)", read.dotted),
    Rule("ja.rate.slash", "112.47円/ドル", f"{N} CUR SLASH CUR", rates.rate_after),
    Rule("ja.money.minor", "152円60銭", f"({MONEY} NUM MINOR (TILDE|DASH) {MONEY} NUM MINOR|({MONEY})? {SEN})", rates.minor),
    Rule("ja.rate.quoted", "ドルは148円に上昇", "NUM CUR", rates.quoted),
    Rule("ja.money.prefix", "$48.2万", f"(CUR|SYM) {N} CUR?", read.currency_first),
    Rule("ja.money", "8兆1,350億円", f"{SIGN} {MONEY} EDGE?", read.measured),
    Rule("ja.percent.wari", "3割5分", f"{SIGN} {N} WARI (HALF|NUM BU)? EDGE?", read.measured),
    Rule("ja.percent", "2.0％", f"{SIGN} {N} PCT EDGE?", read.measured),
    Rule("ja.points", "0.5ポイント", f"{SIGN} {N} POINTS EDGE?", read.measured),
    Rule("ja.times.more", "3倍増", f"{N} DOUBLED", read.doubled),
    Rule("ja.times", "2.9倍", f"{N} TIMES EDGE?", read.measured),
    Rule("ja.doubled", "半減", "DOUBLED", read.doubled),
    Rule("ja.fraction.of", "3社に1社", "NUM UNIT GAP NUM UNIT", parts.one_in),
    Rule("ja.mixed", "20と5分の3", f"{SIGN} NUM GAP NUM OF NUM", parts.mixed),
    Rule("ja.fraction", "4分の1", f"{SIGN} NUM OF {SIGN} NUM", parts.fraction),
    Rule("ja.fraction.half", "半分", "PART", parts.part),
    Rule("ja.half_price", "半額", "HALFPRICE", parts.part),
    Rule("ja.hundredths", "120.5/100", "NUM SLASH NUM", parts.out_of_hundred),
    Rule("ja.fraction.slash", "約1/3", f"{SIGN} NUM SLASH NUM", parts.slash),
    Rule("ja.percent.spaced", "3.2パ ーセ ント", f"{SIGN} {N} GAP", parts.percent_spaced),
    Rule("ja.flat", "横ばい", "FLAT", read.flat),
    Rule("ja.count.unit", "11万1,973台", f"{SIGN} {N} UNIT EDGE?", read.measured),
    Rule("ja.none.clock", "9時30分", "NUM NOCOUNT NUM (NOCOUNT|BU)", read.nothing),
    Rule("ja.none.name", "85類", "NUM (NOCOUNT|DECADE|BU)", read.nothing),
    Rule("ja.period.day", "21日", "NUM DAY", days.day),
    Rule("ja.none.span", "3カ月間", f"{N} (YEARS|MONTHS|DAYS|WEEKS)", read.nothing),
    Rule("ja.none.length", "5年で", "NUM (YEAR|DAY|MONTH)", read.nothing),
    Rule("ja.period.bare", "2024", "NUM", when.plain_year),
    Rule("ja.count", "1,100", f"{SIGN} {N}", read.bare),
)  # fmt: skip

PACK = Pack(
    code="ja",
    numeral=NUMERAL,
    number=number,
    terms=TERMS,
    rules=(*PERIODS, *RANKS, *FIGURES),
    after_numeral=frozenset({"日", "円", "元", "ドル", "ユーロ", "ウォン"}),
    traps=TRAPS,
    cues=CUES,
    cased=frozenset("kｋKＫMＭ"),
    numerals=(Numeral("ja.numeral.spaced", "7万 5千", "NUM (NUM|SCALE){1,16}", parts.spaced),),
    numeral_starts=STARTS,
    joins_words=False,
)
