"""Chinese."""

from __future__ import annotations

import re

from extractor.languages import zh_counts as counts
from extractor.languages import zh_dates as dates
from extractor.languages import zh_periods as periods
from extractor.languages import zh_rates as rates
from extractor.languages import zh_readers as read
from extractor.languages import zh_years as years
from extractor.languages.base import Pack, Rule
from extractor.languages.zh_cues import CUES
from extractor.languages.zh_numerals import NUMERAL, NUMERALS, number, numeral_class
from extractor.languages.zh_script import traditional
from extractor.languages.zh_terms import CONNECTORS, TERMS, TRAPS

YR = "(RELYEAR|NUM YEAR)"
RANGE = "(DASH|TO)"
SPREAD = "(DASH|TO|AND|PREP)"
"""和 and 与 join a range only where 之间 follows it."""
MONEY = "(CUR|SYM|BLOCK)"
LENGTH = "(YEAR|MONTH|SPAN|QUARTER)"

PERIODS = (
    Rule("zh.period.compared.part", "比上年四季度", "RELYEAR (ORD? NUM QUARTER|SEASON|PART|NUM MONTH|END)", periods.part_of_year),
    Rule("zh.period.compared", "比上月", "(RELMONTH|RELDAY|RELYEAR|RELFISCAL)", periods.compared),
    Rule("zh.period.days", "4月1日至15日", f"{YR}? NUM MONTH NUM DAY? {RANGE} ({YR}? NUM MONTH)? NUM DAY", dates.day_span),
    Rule("zh.period.day", "2024年10月1日", f"{YR}? NUM MONTH NUM (DAY|DAYNO)?", dates.day),
    Rule("zh.period.iso", "2025-04-17", "NUM (DASH NUM DASH|SLASH NUM SLASH|DOT NUM DOT) NUM", dates.iso),
    Rule("zh.streak", "连续第二个月", f"STRAIGHT ORD? NUM ({LENGTH}|DAY)", counts.streak),
    Rule("zh.streak.after", "8个月连续", f"NUM {LENGTH} STRAIGHT", counts.streak_after),
    Rule("zh.lookback.after", "时隔4年", f"AFTER LBOUND? NUM ({LENGTH} (HALF|PLUS? NUM {LENGTH})?|DAY)", counts.lookback),
    Rule("zh.lookback", "三年来首次", f"(RECENT|LBOUND)? NUM {LENGTH} (SINCE|MORE) ANEW", counts.lookback),
    Rule("zh.rank.record.window", "三年来新高", f"((RECENT|LBOUND)? NUM {LENGTH} (SINCE|MORE)|(RECENT|LBOUND) NUM {LENGTH}) (RECORD|SUPER)", counts.windowed),
    Rule("zh.period.to_date", "前5个月", f"{YR}? FIRST NUM (SPAN|MONTH|QUARTER)", periods.to_date),
    Rule("zh.period.fiscal.span", "2024/25财年", "NUM (SLASH|DASH) NUM FISCAL", years.fiscal),
    Rule("zh.period.fiscal", "2024财年上半年", "(NUM FISCAL|RELFISCAL) (PART|ORD? NUM QUARTER|SEASON|FIRST NUM (QUARTER|SPAN))?", years.fiscal),
    Rule("zh.period.months", "1—11月", f"{YR}? NUM MONTH? {RANGE} {YR}? NUM MONTH", periods.month_span),
    Rule("zh.period.list", "5月、6月和7月", f"{YR}? NUM MONTH? ((COMMA|AND) NUM MONTH?)* (COMMA|AND) NUM MONTH", periods.month_list),
    Rule("zh.period.list.quarters", "一、二季度", f"{YR}? NUM QUARTER? (COMMA|AND) NUM QUARTER", periods.month_list),
    Rule("zh.period.quarters", "一至三季度", f"{YR}? ORD? NUM QUARTER? {RANGE} ORD? NUM QUARTER", periods.quarter_span),
    Rule("zh.period.quarter", "去年四季度", f"{YR}? (ORD? NUM QUARTER|SEASON)", periods.quarter),
    Rule("zh.period.half", "2024年上半年", f"{YR}? PART", periods.half),
    Rule("zh.period.month", "5月份", f"{YR}? NUM MONTH (TENDAYS|END|START)?", periods.month),
    Rule("zh.period.years", "2016年至2018年", f"NUM YEAR? {RANGE} NUM YEAR?", years.year_span),
    Rule("zh.period.decade", "上世纪90年代", "CENTURY? NUM DECADE", years.decade),
    Rule("zh.period.year_end", "2023年末", "(NUM END|NUM START|RELYEAR (END|START)|END|START)", years.year_end),
    Rule("zh.period.recent", "近三年", f"(RECENT|LBOUND) NUM {LENGTH}", periods.recent),
    Rule("zh.period.same.year", "2023年同期", f"{YR} SAMETIME", periods.same_of_year),
    Rule("zh.period.year", "2024年全年", f"({YR} WHOLE?|WHOLE)", years.year),
    Rule("zh.period.same", "去年同期", "SAME", periods.same_period),
    Rule("zh.period.so_far", "今年以来", "SOFAR", periods.so_far),
    Rule("zh.period.lone_day", "17日", "RELMONTH? NUM DAY", dates.lone_day),
    Rule("zh.period.relative", "上月", "(RELMONTH|RELDAY)", periods.relative),
)  # fmt: skip
FIGURES = (
    Rule("zh.clock", "上午9时30分", "DAYPART? NUM (HOUR|UNIT) (NUM (MINOR|MINUTE)?)?", counts.clock),
    Rule("zh.rate.ratio", "美元对日元汇率为1比148", "NUM COLON NUM", rates.ratio),
    Rule("zh.clock.colon", "15:30", "NUM COLON NUM", counts.swallowed),
    Rule("zh.number.between", "大于100并且小于300", "LBOUND NUM PCT? GAP? LBOUND NUM PCT?", counts.between),
    Rule("zh.day_name", "6·18", "NUM MID NUM", counts.swallowed),
    Rule("zh.version", "1.2.3", "NUM (DOT|DASH|SLASH) NUM ((DOT|DASH|SLASH) NUM)+", counts.swallowed),
    Rule("zh.rate", "1美元兑152.6日元", "(NUM|PER) CUR (AGAINST|PREP|LBOUND|AGAINST LBOUND) CUR? NUM CUR?", rates.rate),
    Rule("zh.price.per", "每桶70美元", f"PER NUM? UNIT (GAP|LBOUND|INDICATOR|MOVE|FLOW|COMMODITY)* {MONEY}? NUM {MONEY}", rates.price),
    Rule("zh.price.slash", "9850美元/吨", f"NUM {MONEY} (SLASH|PER) UNIT", rates.price),
    Rule("zh.price.one", "一桶70美元", f"NUM UNIT LBOUND? NUM {MONEY}", rates.price),
    Rule("zh.rate.quoted", "美元升至148.85日元", "NUM CUR", rates.quoted),
    Rule("zh.rate.pair", "人民币兑美元中间价报7.1586", "NUM CUR?", rates.pair_rate),
    Rule("zh.money.parts.range", "五元六角-五元七毛八分", f"NUM {MONEY} (NUM MINOR)+ {RANGE} NUM {MONEY} (NUM MINOR)*", read.parts_money_range),
    Rule("zh.money.parts", "50元6角三分", f"NUM {MONEY} (PLUS? NUM MINOR)+", read.money_parts),
    Rule("zh.money.parts.spoken", "一块二", f"NUM {MONEY} PLUS? NUM", read.money_parts),
    Rule("zh.money.range", "10亿至20亿元", f"{MONEY}? NUM {MONEY}* {SPREAD} {MONEY}? NUM {MONEY}+", read.money_range),
    Rule("zh.money.range.prefix", "$10亿-20亿", f"SYM NUM {RANGE} SYM? NUM", read.money_range),
    Rule("zh.money.prefix", "港币二十一亿元", f"(CUR|SYM) NUM {MONEY}?", read.money),
    Rule("zh.money.suffix", "2926亿美元", f"NUM {MONEY}+", read.money),
    Rule("zh.percent.parts.range", "百分之五至百分之十", f"HUNDREDTH NUM {RANGE} HUNDREDTH? NUM", read.parts_range),
    Rule("zh.percent.parts", "百分之十", "(HUNDREDTH|POWER PARTS|POWER MINOR OF) NUM", read.hundredths),
    Rule("zh.fraction.mixed", "三又二分之一", "NUM PLUS NUM (PARTS|MINOR OF) NUM", read.fraction),
    Rule("zh.fraction", "四分之一", "(NUM PARTS|NUM MINOR OF|TENPARTS) NUM", read.fraction),
    Rule("zh.money.tenths", "两毛", "NUM MINOR", read.small_money),
    Rule("zh.percent.range", "5%至6%", f"NUM PCT? {SPREAD} LBOUND? NUM PCT", read.percent_range),
    Rule("zh.percent", "2.0％", "NUM PCT", read.percent),
    Rule("zh.percent.tenths.range", "三成至四成", f"NUM TENTH? {RANGE} NUM TENTH HALF?", read.tenths),
    Rule("zh.percent.tenths", "一成半", "NUM TENTH (HALF|MORE|NUM)?", read.tenths),
    Rule("zh.percent.discount", "八折", "NUM NUM? DISCOUNT", read.discount),
    Rule("zh.percent.half", "过半", "HALFOF", read.half_of),
    Rule("zh.points.range", "25至50个基点", f"NUM (POINTS|UNIT)? {RANGE} NUM POINTS", read.points),
    Rule("zh.points", "1.5个百分点", "NUM POINTS", read.points),
    Rule("zh.multiple.range", "2至3倍", f"NUM BEI? {RANGE} NUM BEI", read.multiple),
    Rule("zh.multiple", "2.9倍", "NUM BEI (HALF|MORE)?", read.multiple),
    Rule("zh.multiple.turns", "翻一番", "FAN LBOUND? NUM (FANUNIT|BEI) MORE?", read.doubled),
    Rule("zh.multiple.words", "腰斩", "(DOUBLE|HALVED)", read.doubled),
    Rule("zh.rank.ordinal", "第二大经济体", "ORD NUM (BIG|MORE) FLOW? RANKNOUN?", counts.ordinal_rank),
    Rule("zh.rank.place", "第二位", "ORD NUM UNIT", counts.ordinal_rank),
    Rule("zh.rank.listed", "排名第五", "(RANKED PLACE?|PLACE) ORD NUM UNIT?", counts.ordinal_rank),
    Rule("zh.ordinal", "第三", "ORD NUM UNIT?", counts.swallowed),
    Rule("zh.rank.top", "首位", "TOP", counts.top),
    Rule("zh.rank.superlative", "最大贸易伙伴", "SUPER OF? FLOW? RANKNOUN", counts.superlative),
    Rule("zh.rank.since", "以来最高", "SINCE SUPER", counts.since),
    Rule("zh.rank.record", "历史新高", "RECORD", counts.record),
    Rule("zh.count.range", "20至30家", f"NUM UNIT? {SPREAD} NUM UNIT", counts.counted),
    Rule("zh.count", "24018家", "NUM UNIT (HALF|MORE)?", counts.counted),
    Rule("zh.duration", "三个月", "NUM (SPAN|YEAR|QUARTER)", counts.duration),
    Rule("zh.number.fraction", "1/2", "NUM? NUM SLASH NUM", counts.simple_fraction),
    Rule("zh.number.range", "20-100", f"NUM {SPREAD} NUM", counts.index_range),
    Rule("zh.period.compact", "20240307", "NUM", dates.compact),
    Rule("zh.period.bare_year", "2024", "NUM", years.bare_year),
    Rule("zh.number", "1,100", "NUM", counts.bare),
)  # fmt: skip

WITHOUT_NUMERAL = (
    "SEASON", "PART", "WHOLE", "END", "START", "RELYEAR", "RELMONTH", "RELDAY", "RELFISCAL", "SAME", "SOFAR", "HALFOF",
    "DOUBLE", "HALVED", "TOP", "SUPER", "RECORD", "UP",
)  # fmt: skip
"""The classes that are figures by themselves."""
_WORDS = sorted(
    {form for cls in WITHOUT_NUMERAL for word in TERMS[cls] for form in (word, traditional(word))},
    key=len,
    reverse=True,
)
HINT = re.compile(
    "|".join(["[0-9０-９〇零○一二三四五六七八九十百千万萬亿億兆两兩俩倆壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟廿卅]", *_WORDS])
)

PACK = Pack(
    code="zh",
    numeral=NUMERAL,
    number=number,
    numeral_class=numeral_class,
    terms=TERMS,
    numerals=NUMERALS,
    connectors=CONNECTORS,
    after_numeral=frozenset({"年", "月", "日", "元", "万", "台", "人", "家", "个", "項", "项", "名", "位"}),
    rules=(*PERIODS, *FIGURES),
    traps=TRAPS,
    cues=CUES,
    joins_words=False,
    variant=traditional,
    figure_hint=HINT,
)
