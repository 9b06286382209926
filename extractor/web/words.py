"""Codes as people read them: verdicts, subjects, values, periods, places. Templates use FILTERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from extractor.catalogue import load
from extractor.domain import Interval, Period
from extractor.reconcile.wording import amount, period_name, plain, span

VERDICTS: Mapping[str, tuple[str, str, str]] = {
    "conflict": ("contradiction", "bad", "The sources contradict each other on the same footing."),
    "suspect_source_error": ("suspected slip", "bad", "A source seems to have printed a wrong figure."),
    "suspect_extraction": ("suspected misreading", "bad", "A figure seems to have been read wrongly from its page."),
    "conflict_if_same_basis": ("possible contradiction", "warn", "They differ, and how they were compiled is unknown."),
    "explained": ("difference explained", "why", "The figures differ for a reason that is known; both can be right."),
    "revised": ("revised", "why", "A later figure replaces an earlier one."),
    "derivable": ("adds up", "good", "The figure follows from others."),
    "agree_exact": ("agree", "good", "The sources say the same number."),
    "agree_rounding": ("agree, rounded", "good", "The sources say the same number with fewer digits."),
    "agree_truncation": ("agree, cut off", "good", "The same number, with digits cut off."),
    "duplicate": ("repeated", "plain", "The same statement again."),
    "anticipated": ("forecast", "plain", "A forecast, not a result."),
    "not_comparable": ("not comparable", "plain", "The figures are about different things."),
    "single_origin": ("one source", "plain", "Nobody else says so, and nobody else denies it."),
    "unverifiable": ("cannot be verified", "plain", "What the figure belongs to is not fully known."),
}
"""Verdict -> its short name, its tone (the colour and the sign), and what it means."""
SIGNS = {"bad": "✕", "warn": "!", "why": "≠", "good": "✓", "plain": "·"}
MEASURES = {
    "level": "amount", "share": "share", "rank": "rank", "period": "period", "change:yoy": "change on the year",
    "change:mom": "change on the month", "change:qoq": "change on the quarter", "change:since": "change since",
}  # fmt: skip
CHANGES = ("yoy", "mom", "qoq", "since")
FLOWS = {"export": "exports", "import": "imports", "total": "trade", "balance": "trade balance"}
WITH = {"export": "to", "import": "from", "total": "with", "balance": "with"}
TRADE = ("goods_trade_value", "goods_trade_balance", None)
LENGTHS = ("year", "half", "quarter", "month", "week", "day")
"""Units of streaks."""
LANGUAGES = {"en": "English", "ja": "Japanese", "zh": "Chinese"}
SLOTS = {
    "compiler": "counted by", "valuation": "valued", "partner_rule": "partner by", "concept": "concept",
    "price_basis": "prices", "adjustment": "adjusted", "vintage": "vintage", "currency_method": "currency",
    "attribution": "credited to", "period": "period", "unit": "unit", "reporter": "whose statistics", "flow": "flow",
    "partner": "partner", "status": "status",
}  # fmt: skip


def verdict(code: str) -> str:
    """conflict -> contradiction."""
    return VERDICTS.get(code, (spaced(code), "plain", ""))[0]


def tone(code: str) -> str:
    """The class that a verdict is drawn in."""
    return VERDICTS.get(code, ("", "plain", ""))[1]


def sign(code: str) -> str:
    """The character that stands before a verdict, so that colour is never needed."""
    return SIGNS[tone(code)]


def meaning(code: str) -> str:
    """One sentence about a verdict."""
    return VERDICTS.get(code, ("", "", ""))[2]


@lru_cache(maxsize=4096)
def name(code: str | None, table: str = "places") -> str:
    """A code of the catalogue as English calls it: CHN -> China; the code itself where it has no row."""
    row = getattr(load(), table).get(code) if code else None
    return row.label("en") if row else spaced(code or "")


def spaced(code: str) -> str:
    """not_comparable -> not comparable."""
    return code.replace("_", " ")


def language(code: str) -> str:
    """ja -> Japanese."""
    return LANGUAGES.get(code, code)


def slot(code: str) -> str:
    """A slot as the row of a table is called: compiler -> counted by."""
    return SLOTS.get(code, spaced(code))


def measure(code: str) -> str:
    """change:yoy:points -> change on the year, in points; level:tonne -> tonne."""
    for known in sorted(MEASURES, key=len, reverse=True):
        if code == known:
            return MEASURES[known]
        if code.startswith(f"{known}:"):
            rest = spaced(code.removeprefix(f"{known}:"))
            return f"{MEASURES[known]} ({rest})" if rest != "None" else MEASURES[known]
    return spaced(code).replace(":", " ")


def subject(claim: Mapping[str, Any]) -> str:
    """What a claim is about: Japan’s crude oil imports from China."""
    flow, indicator = claim["flow"], claim["indicator"]
    goods = name(claim["commodity"], "commodities") if claim["commodity"] else ""
    trade = indicator in TRADE and flow in FLOWS
    noun = FLOWS[flow] if trade else name(indicator, "indicators") if indicator else ""
    owner = claim["entity"] or (name(claim["reporter"]) if claim["reporter"] else "")
    partner = claim["partner"]
    towards = f" {WITH.get(flow or '', 'with')} {name(partner)}" if partner and partner != "WLD" else ""
    what = " ".join(part for part in (goods, noun) if part)
    if not what:
        return f"{owner}{towards}" if owner else "subject not known"
    return f"{f'{owner}’s ' if owner else ''}{what}{towards}"


def fact_subject(fact: Mapping[str, Any]) -> str:
    """What a fact is about: Goods from Japan to China, as either side may state it."""
    goods = name(fact["commodity"], "commodities") if fact["commodity"] else ""
    first, second = (name(fact[side]) if fact[side] else "" for side in ("exporter", "importer"))
    if fact["indicator"] in TRADE and fact["flow"] in FLOWS and first and second:
        if fact["flow"] in ("export", "import"):
            return _capital(f"{goods or 'goods'} from {first} to {second}")
        both = (
            f"{first} and {second}" if "WLD" not in (fact["exporter"], fact["importer"]) else f"{first} and the world"
        )
        noun = "trade balance" if fact["flow"] == "balance" else "trade"
        return _capital(f"{goods} {noun} between {both}".strip())
    whole = {**fact, "reporter": fact["exporter"], "partner": fact["importer"]}
    return _capital(subject(whole))


def value(row: Mapping[str, Any]) -> str:
    """A value with its unit as one would say it: 5.2216 trillion yen; both ends of a range."""
    unit = row["unit"]
    if row["value"] is not None:
        return _turned(row, said(row["value"], unit))
    if row["low"] is not None or row["high"] is not None:
        return f"{said(row['low'], unit)} to {said(row['high'], unit)}"
    return "no value stated"


def _turned(row: Mapping[str, Any], text: str) -> str:
    """What a claim's words say beside its number: down 3.4%, 5.2 trillion yen deficit, 1.2 billion yen loss."""
    names = set(row.keys())
    if {"direction", "change_basis"} <= names and row["change_basis"] in CHANGES and Decimal(row["value"]) > 0:
        return f"{row['direction']} {text}" if row["direction"] in ("up", "down") else text
    if "balance_sign" not in names or row["balance_sign"] is None:
        return text
    if row["flow"] == "balance":
        return f"{text} {'surplus' if row['balance_sign'] > 0 else 'deficit'}"
    return text if row["balance_sign"] > 0 else f"{text} loss"


def said(text: str | None, unit: str | None) -> str:
    """One stored number in words."""
    if text is None:
        return "open"
    found = Decimal(text)
    if unit == "rank":
        return f"rank {plain(found)}"
    if unit in LENGTHS:
        return f"{plain(found)} {unit}{'' if found == 1 else 's'}"
    return amount(found, unit)


def exact(row: Mapping[str, Any]) -> str:
    """A value with all its digits: 5,221,600,000,000 JPY."""
    if row["value"] is None:
        return value(row)
    return " ".join(part for part in (plain(Decimal(row["value"])), row["unit"]) if part)


def allowed(row: Mapping[str, Any]) -> str:
    """The interval that the digits allow: [5.22155, 5.22165] trillion yen."""
    low, high = (None if row[end] is None else Decimal(row[end]) for end in ("low", "high"))
    return "" if low is None and high is None else span(Interval(low=low, high=high), row["unit"], 6)


def period(text: str | None) -> str:
    """2024-04-01/2025-03-31 -> fiscal 2024; what is not two days stays as it is."""
    try:
        found = Period.parse(text) if text else None
    except ValueError:
        return str(text)
    return _years(found) or period_name(found) if found else "period not known"


def _years(span: Period) -> str | None:
    """Several whole years: 2022 to 2024, fiscal 2021 to 2024."""
    first, last = span.start, span.end + timedelta(days=1)
    whole = (first.month, first.day) == (last.month, last.day) and first.day == 1 and first.month in (1, 4)
    if not whole or last.year - first.year < 2:
        return None
    return f"{'fiscal ' if first.month == 4 else ''}{first.year} to {last.year - 1}"


def day(text: str | None) -> str:
    """The day of a time: 17 April 2025."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return text or "undated"
    return f"{found.day} {found:%B %Y}"


def moment(text: str | None) -> str:
    """A time to the minute: 17 April 2025, 09:30 UTC."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return text or "not known"
    zone = f"{found:%Z}" if found.tzinfo else ""
    return f"{day(text)}, {found:%H:%M} {zone}".rstrip()


def pad(text: Any) -> str:
    """A piece of an address: every character that means something there is written as %XX."""
    return quote(str(text), safe="")


def query(args: Mapping[str, Any], **changed: Any) -> str:
    """An address's question part, with some of it changed; what is empty is left out."""
    kept = {name: text for name, text in {**args, **changed}.items() if text not in (None, "", 0)}
    return f"?{urlencode(kept)}" if kept else ""


def number(count: int) -> str:
    """1,234."""
    return f"{count:,}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {

    "allowed": allowed, "day": day, "exact": exact, "fact_subject": fact_subject, "meaning": meaning,
    "measure": measure, "moment": moment, "name": name, "number": number, "pad": pad, "period": period,
    "query": query, "said": said, "sign": sign, "slot": slot, "spaced": spaced,
    "subject": subject, "tone": tone, "value": value, "verdict": verdict,
    "language": language,
}  # fmt: skip
