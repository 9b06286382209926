"""Codes as people read them: verdicts, subjects, values, periods, places. Templates use FILTERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlencode

from extractor.domain import Interval
from extractor.reconcile.wording import amount, plain, span
from extractor.runs.naming import fact_subject, key_in_words, measure, name, period, slot, spaced, subject

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
CHANGES = ("yoy", "mom", "qoq", "since")
LENGTHS = ("year", "half", "quarter", "month", "week", "day")
"""Units of streaks."""
LANGUAGES = {"en": "English", "ja": "Japanese", "zh": "Chinese"}


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


def checked(code: str) -> str:
    """currency+fiscal_year -> currency, fiscal year."""
    return spaced(code).replace("+", ", ")


def language(code: str) -> str:
    """ja -> Japanese."""
    return LANGUAGES.get(code, code)


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


FILTERS: dict[str, Callable[..., Any]] = {
    "allowed": allowed, "checked": checked, "day": day, "exact": exact, "fact_subject": fact_subject,
    "meaning": meaning,
    "key_in_words": key_in_words, "measure": measure, "moment": moment, "name": name, "number": number, "pad": pad,
    "period": period, "query": query, "said": said, "sign": sign, "slot": slot, "spaced": spaced,
    "subject": subject, "tone": tone, "value": value, "verdict": verdict,
    "language": language,
}  # fmt: skip
