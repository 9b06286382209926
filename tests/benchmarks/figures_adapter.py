"""Our figures in the form of the development files, and each convention of theirs that differs from ours.

Cents are their own unit there, a fraction of a whole is 0.25 and not 25 percent, "over 30" is the number 30 in some
files and an open range in others. Where a file states what is no figure to us ("a small percent" names no value), the
adapter answers for it and the product stays as it is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from extractor.catalogue import load
from extractor.domain import Figure, Period
from extractor.extract import read_figures
from extractor.extract.lexicon import lexicon
from extractor.languages import Number

BARE = ("NumberModel", "Numeral", "OrdinalModel")
"""Files that want the number inside whatever it counts."""
TIME = {"TIMEU", "YEAR", "YEARS", "MONTHS", "WEEKS", "DAYS", "NOCOUNT"}
"""Classes of words that a length of time or a time of day is counted in."""
GLUED = re.compile(r"[0-9][a-zA-Z]+$")
"""There, a number glued to its unit (.25ml) is none."""
SHARED_NAME = re.compile(r"(?<=[0-9n] )(?:dinar|rial|riyal)(?=s?$)", re.IGNORECASE)
"""Duckling's file takes names that several currencies share for a unit of their own, where no country stands before."""
FRACTION = re.compile("fraction|percent.half")
PERCENT_WORD = re.compile(r"\b(?:percent|per cent|percentage)s?\b(?! points?\b)", re.IGNORECASE)
APART = re.compile(r"百\s+分\s*[点點]|百分\s+[点點]")
"""百分点 with spaces inside: the Chinese percent file notes percent there, not points."""
OPENING = ("over", "at_least", "under", "at_most")
"""Bounds that open the value in some of the files: over 30 is [30, null]."""
AGREED = {
    "percentage_point": "pp", "basis_point": "bp", "tonne": "metric ton", "pound_mass": "pound-mass",
}  # fmt: skip


def predicted(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Our figures of a row in the form of the development files."""
    published = date.fromisoformat(row["ref"][:10]) if row.get("ref") else None
    figures = read_figures(row["text"], row["lang"], published)
    if row["lang"] == "zh" and any(bare in name for bare in BARE):
        return [q for figure in figures for q in _inside(figure, name)]
    if row["lang"] == "ja" and any(bare in name for bare in BARE):
        return [q for figure in figures for q in _bare_ja(figure, name)] + _of_time(row, figures)
    if "PercentModel" in name:
        return _as_percent_file(row, figures, name)
    if published is None:
        figures = [figure for figure in figures if not _unsettled(figure)]
    if any(bare in name for bare in BARE):
        figures = [figure for figure in figures if not (figure.kind == "quantity" and GLUED.search(figure.quote))]
    made = [_quantity(figure, row["lang"], name) for figure in figures]
    if any(bare in name for bare in BARE):
        made += _of_time(row, figures)
    return made + [bare for figure in figures for bare in _date_numbers(figure, name)]


def _as_percent_file(row: dict[str, Any], figures: list[Figure], name: str) -> list[dict[str, Any]]:
    """The percent files note single values only; the English one also percent words that have no number ("null")."""
    stated = [figure for figure in figures if figure.value is not None]
    made = [_price_left(_quantity(figure, row["lang"], name), row["text"], len(stated)) for figure in stated]
    for quantity in made if row["lang"] == "zh" else ():
        if quantity["unit"] == "pp" and APART.search(row["text"][quantity["start"] : quantity["end"]]):
            quantity.update(unit="percent", kind="percent")
    covered = {n for figure in figures for n in range(figure.start, figure.end)}
    lone = PERCENT_WORD.finditer(row["text"]) if row["lang"] == "en" else ()
    return made + [
        {"start": word.start(), "end": word.end(), "value": "null", "unit": "percent", "kind": "percent"}
        for word in lone
        if word.start() not in covered
    ]


def _price_left(quantity: dict[str, Any], text: str, figures: int) -> dict[str, Any]:
    """One discount by itself is what remains of the price in the Japanese percent file; those of a list are not."""
    end = quantity["end"]
    off = text[quantity["start"] : end].endswith(("引", "引き")) or text.startswith(("の割引", "割引"), end)
    if figures == 1 and off and quantity["unit"] == "percent":
        quantity["value"] = 100 - quantity["value"]
    return quantity


def _unsettled(figure: Figure) -> bool:
    """A period that only a publication date settles (last year), where the file gives none."""
    return figure.kind == "period" and figure.period is None


def _date_numbers(figure: Figure, name: str) -> list[dict[str, Any]]:
    """For the files that want every number: those of a date in digits."""
    if figure.kind != "period" or "slashes" not in figure.rule or not any(bare in name for bare in BARE):
        return []
    return [
        {"start": part.start, "end": part.end, "value": float(part.value), "unit": "", "kind": "number"}
        for part in figure.parts
        if part.name in {"num", "ynum"}
    ]


def _of_time(row: dict[str, Any], figures: list[Figure]) -> list[dict[str, Any]]:
    """For the files that want every number: those of lengths of time and of clock times, which are no figures here."""
    nlp, terms = lexicon(row["lang"])
    items = terms.items(nlp.make_doc(row["text"]))
    covered = {n for figure in figures for n in range(figure.start, figure.end)}
    return [
        {"start": one.start, "end": one.end, "value": float(_stated(one.value)), "unit": "", "kind": "number"}
        for before, one, after in zip([None, *items], items, items[1:], strict=False)
        if one.cls in {"NUM", "WORD"} and after.cls in TIME and after.start - one.end < 2
        if not (before and before.cls in {"NUM", "WORD", "DASH"}) and one.start not in covered
        if after.cls != "NOCOUNT" or after.text.startswith("時")
    ]


def _stated(value: Any) -> Decimal:
    return value.value if isinstance(value, Number) else Decimal(value)


def _inside(figure: Figure, name: str) -> list[dict[str, Any]]:
    """The numbers inside a figure: of a date its year, month and day; of ten jin ten; none of an amount of money."""
    if figure.kind == "money":
        return []
    if figure.kind not in {"period", "quantity"} and "percent.parts" not in figure.rule:
        return [_quantity(figure, "zh", name)]
    return [
        {"start": p.start, "end": p.end, "value": float(p.value), "unit": "", "kind": "number", "rule": figure.rule}
        for p in figure.parts
        if p.name == "num"
    ]


def _bare_ja(figure: Figure, name: str) -> list[dict[str, Any]]:
    """The Japanese number files want the numbers of a date, and neither percentages nor words without a numeral."""
    numbers = [p for p in figure.parts if p.name == "num"]
    if figure.kind == "period":
        return [
            {"start": p.start, "end": p.end, "value": float(p.value), "unit": "", "kind": "number", "rule": figure.rule}
            for p in numbers
        ]
    if (figure.kind == "percent" and "fraction" not in figure.rule) or (figure.kind == "rank" and not numbers):
        return []
    return [_quantity(figure, "ja", name)]


def _quantity(figure: Figure, lang: str, name: str) -> dict[str, Any]:
    value, unit, kind = _form(figure, lang, name)
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, list):
        value = [None if end is None else float(end) for end in value]
    return {"start": figure.start, "end": figure.end, "value": value, "unit": unit, "kind": kind, "rule": figure.rule}


def _form(figure: Figure, lang: str, name: str) -> tuple[Any, str, str]:
    """Value, unit and kind as the files write them."""
    if figure.kind == "period":
        return _period(figure, name), "", "period"
    if figure.kind == "rank":
        return ("max" if "record" in figure.rule else figure.value), "", "rank"
    value: Any = figure.value
    if figure.bound == "over" and figure.high is not None and name.startswith("jio"):
        value = [figure.low, figure.high]
    if value is None or (figure.bound in OPENING and ("NumberRangeModel" in name or name.startswith("dk_"))):
        value = [figure.low, figure.high]
    if FRACTION.search(figure.rule) and figure.kind == "percent" and "PercentModel" not in name:
        value = [v if v is None else v / 100 for v in value] if isinstance(value, list) else value / 100
        return value, "", "number" if name.startswith(BARE) else "fraction"
    if any(bare in name for bare in (*BARE, "NumberRangeModel")):
        return value, "", "number"
    return _with_unit(figure, value, lang, name)


def _with_unit(figure: Figure, value: Any, lang: str, name: str) -> tuple[Any, str, str]:
    unit = figure.unit or ""
    if unit == "point" and "PercentModel" in name:
        return value, "pp", "point"
    if figure.kind in {"money", "price"} and ("Currency" in name or "oney" in name):
        unit = unit.partition("/")[0]
        classes = {part.name for part in figure.parts}
        if "minor" in classes and not classes & {"cur", "sym"} and name.startswith(("rt_", "dk_")):
            return value * 100, f"{unit}-{'penny' if unit == 'GBP' else 'cent'}", "money"
        shared = SHARED_NAME.search(figure.quote) if name.startswith("dk_en") else None
        if shared is not None:
            return value, shared.group().title(), "money"
        return value, unit, "money"
    if figure.kind in {"rate", "price"}:
        over, _, under = unit.partition("/")
        return value, f"{over} per {_long(under)}", "rate"
    if figure.kind == "count":
        return value, _counter(figure, lang), "count"
    kinds = {"points": "point", "multiple": "times", "quantity": "measure"}
    if figure.kind == "quantity":
        row = load().units.get(unit)
        unit = AGREED.get(unit, unit.replace("_", " "))
        if row is not None and row.symbol and name.startswith("dk_") and unit in {"kilogram"}:
            value, unit = ([v and v * 1000 for v in value] if isinstance(value, list) else value * 1000), "gram"
    return value, AGREED.get(unit, unit), kinds.get(figure.kind, figure.kind)


def _long(symbol: str) -> str:
    """A unit's name from the symbol that prices write."""
    for code, unit in load().units.items():
        if unit.symbol == symbol:
            return AGREED.get(code, code.replace("_", " ")) if code != "mmbtu" else "mmBTU"
    return symbol


def _counter(figure: Figure, lang: str) -> str:
    """The counter as printed, which is what the files note: 台, 社; in English the singular."""
    printed = [figure.quote[p.start - figure.start : p.end - figure.start] for p in figure.parts if p.name == "unit"]
    if not printed and lang == "en":
        printed = re.findall(r"[a-z]+$", figure.quote)
    if not printed:
        return "" if figure.unit in {None, "point"} else str(figure.unit)
    return re.sub(r"ies$", "y", printed[-1]).removesuffix("s") if lang == "en" else printed[-1]


def _period(figure: Figure, name: str) -> str:
    """A period as the file writes it: days for the date-range files, padded with X for jatimex, else the expression."""
    if "DatePeriod" in name and figure.period_kind != "unresolved":
        return str(figure.period)
    timex = _timex(figure)
    if name.startswith("jatimex") and re.fullmatch(r"(?:\d{4}|XXXX)(?:-\d\d)?", timex):
        return timex + "-XX" * (2 - timex.count("-"))
    return timex


SPAN = re.compile(r"\((\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d),P[\d.]+([DWMY])")


def days(value: Any) -> Any:
    """A gold date range as inclusive days: (2016-07-01,2016-10-01,P3M), 2016-W45, 2016-12, 2017."""
    text = str(value)
    if span := SPAN.match(text):
        end = date.fromisoformat(span[2])
        return f"{span[1]}/{end if span[3] == 'D' else end - timedelta(days=1)}"
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday}/{monday + timedelta(days=6)}"
    if month := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return str(Period.month(int(month[1]), int(month[2])))
    return str(Period.year(int(text))) if re.fullmatch(r"[12]\d{3}", text) else value


def _timex(figure: Figure) -> str:
    """What the files write for a period: the expression as printed, or for ranges the days."""
    timex = figure.timex or ""
    relative = re.search(r"Y[+-]\d|Y0|[MQWD][+-]?\d(?!\d)|SAME", timex.replace("-Q", "").replace("/Q", ""))
    if relative and figure.period and not timex.startswith("XXXX"):
        return figure.period
    return timex.removeprefix("YTD:")
