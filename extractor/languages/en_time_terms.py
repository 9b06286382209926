"""English words of time: months, days, units and relative periods."""

from __future__ import annotations

MONTH_NAMES = ("January February March April May June July August September October November December").split()
MONTHS = {
    **{name: n for n, name in enumerate(MONTH_NAMES, 1)},
    **{name.upper(): n for n, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: n for n, name in enumerate(MONTH_NAMES, 1)},
    **{f"{name[:3]}.": n for n, name in enumerate(MONTH_NAMES, 1) if len(name) > 3},
    "Sept": 9, "Sept.": 9, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11,
    "december": 12, "january": 1, "february": 2, "april": 4,
}  # fmt: skip
DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAYS = {
    **{name: n for n, name in enumerate(DAY_NAMES, 1)},
    **{f"{name[:3]}.": n for n, name in enumerate(DAY_NAMES, 1)},
    "Wed": 3, "Thu": 4, "Fri": 5, "Tue": 2, "Mon": 1,
}  # fmt: skip
TIME_UNITS = {
    "year": "year", "years": "year", "month": "month", "months": "month", "quarter": "quarter", "week": "week",
    "weeks": "week", "day": "day", "days": "day", "decade": "decade", "decades": "decade", "session": "day",
    "sessions": "day", "trading day": "day", "trading days": "day", "trading session": "day",
    "trading sessions": "day", "time": "time", "period": "period", "periods": "period", "calendar year": "year", "business day": "day", "business days": "day", "century": "century",
    "centuries": "century", "hour": "hour", "hours": "hour", "minute": "minute", "minutes": "minute", "seconds": "second",
    "yr": "year", "yrs": "year", "half-year": "half", "half-years": "half", "fiscal quarter": "quarter", "fiscal quarters": "quarter",
}  # fmt: skip
RELATIVE = {
    "last year": "Y-1", "the last year": "Y-1", "this year": "Y0", "the current year": "Y0", "next year": "Y+1",
    "the coming year": "Y+1", "the year before last": "Y-2", "this calendar year": "Y0",
    "last fiscal year": "FYY-1", "this fiscal year": "FYY0", "the current fiscal year": "FYY0", "next fiscal year": "FYY+1",
    "current fiscal year": "FYY0", "the previous fiscal year": "FYY-1", "previous fiscal year": "FYY-1",
    "the last fiscal year": "FYY-1", "the current financial year": "FYY0", "last financial year": "FYY-1",
    "last month": "M-1", "this month": "M0", "next month": "M+1", "last quarter": "Q-1", "this quarter": "Q0",
    "next quarter": "Q+1", "the current quarter": "Q0", "last week": "W-1", "this week": "W0", "next week": "W+1",
    "the coming week": "W+1", "coming week": "W+1", "current week": "W0", "upcoming month": "M+1",
    "previous month": "PREV:M", "preceding month": "PREV:M", "previous quarter": "PREV:Q", "preceding quarter": "PREV:Q", "previous year": "SAME",
    "preceding year": "SAME", "prior year": "SAME", "prior month": "PREV:M", "prior quarter": "PREV:Q",
    "yesterday": "D-1", "tomorrow": "D+1",
    "full year": "FULL", "full-year": "FULL", "the whole year": "FULL", "the whole of last year": "Y-1",
}  # fmt: skip
SAME = tuple(
    f"{the}{word} {time} {when}"
    for the in ("the ", "")
    for word in ("same", "corresponding", "equivalent")
    for time in ("period", "month", "quarter", "months", "week", "day", "time")
    for when in (
        "last year", "a year earlier", "a year ago", "the year before", "of last year", "of the previous year",
        "in the previous year", "the previous year", "a year before", "one year earlier", "in 2024", "one year ago",
        "of the year before", "of the prior year", "in the prior year", "the prior year",
    )
    if not when.startswith("in 2")
)  # fmt: skip
