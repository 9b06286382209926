"""Codes as people read them, on pages and in the terminal: subjects, measures, periods, places, slots."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Any

from extractor.catalogue import load
from extractor.domain import Period
from extractor.reconcile.wording import period_name

MEASURES = {
    "level": "amount", "share": "share", "rank": "rank", "period": "period", "change:yoy": "change on the year",
    "change:mom": "change on the month", "change:qoq": "change on the quarter", "change:since": "change since",
}  # fmt: skip
FLOWS = {"export": "exports", "import": "imports", "total": "trade", "balance": "trade balance"}
WITH = {"export": "to", "import": "from", "total": "with", "balance": "with"}
TRADE = ("goods_trade_value", "goods_trade_balance", None)
SLOTS = {
    "compiler": "counted by", "valuation": "valued", "partner_rule": "partner by", "concept": "concept",
    "price_basis": "prices", "adjustment": "adjusted", "vintage": "vintage", "currency_method": "currency",
    "attribution": "credited to", "period": "period", "unit": "unit", "reporter": "whose statistics", "flow": "flow",
    "partner": "partner", "status": "status",
}  # fmt: skip


@lru_cache(maxsize=4096)
def name(code: str | None, table: str = "places") -> str:
    """A code of the catalogue as English calls it: CHN -> China; the code itself where it has no row."""
    row = getattr(load(), table).get(code) if code else None
    return row.label("en") if row else spaced(code or "")


def spaced(code: str) -> str:
    """not_comparable -> not comparable."""
    return code.replace("_", " ")


_AGENCY = re.compile(r"\b[A-Z]{2}_[A-Z_]+\b")


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
    noun = FLOWS[flow] if trade else _measured(indicator, flow)
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
    sides = ("importer", "exporter") if fact["flow"] == "import" else ("exporter", "importer")
    whole = {**fact, "reporter": fact[sides[0]], "partner": fact[sides[1]]}
    return _capital(subject(whole))


def agencies_in_words(text: str) -> str:
    """A sentence with the codes of agencies as their names: one source only (Japanese Ministry of Finance)."""
    known = load().agencies
    return _AGENCY.sub(lambda found: known[found[0]].label("en") if found[0] in known else found[0], text)


def heading(fact: Mapping[str, Any]) -> str:
    """A fact in one line: Goods from China to Japan, change on the year, fiscal 2024."""
    return ", ".join((fact_subject(fact), measure(fact["measure"]), period(fact["period"])))


def key_in_words(core_key: str) -> str:
    """A core key, of a fact that may be gone, as `heading` says it.

    >>> key_in_words("change:yoy|goods_trade|trade|CHN>JPN|all|-|2024-04-01/2025-03-31")
    'Goods from China to Japan, change on the year, fiscal 2024'
    """
    parts = [None if part in ("-", "?", "all") else part for part in core_key.split("|")]
    how, indicator, flow, sides, commodity, entity, when = parts[:7]
    first, _, second = (sides or "").partition(">")
    known = {"-": None, "?": None, "": None}
    ends = ("", "_balance", "_value") if flow == "balance" else ("", "_value", "_balance")
    codes = (f"{indicator}{end}" for end in ends if f"{indicator}{end}" in load().indicators)
    return heading(
        {
            "measure": how, "indicator": next(codes, indicator), "commodity": commodity, "entity": entity,
            "period": when, "flow": _flow_of(indicator) if flow == "trade" else flow,
            "exporter": known.get(first, first), "importer": known.get(second, second),
        }
    )  # fmt: skip


def period(text: str | None) -> str:
    """2024-04-01/2025-03-31 -> fiscal 2024; what is not two days stays as it is."""
    try:
        found = Period.parse(text) if text else None
    except ValueError:
        return str(text)
    return _years(found) or _months(found) or period_name(found) if found else "period not known"


def _flow_of(indicator: str | None) -> str:
    """The flow that an indicator itself states; of others the exporter's side is told."""
    return "import" if _stated(indicator) == {"import"} else "export"


def _stated(indicator: str | None) -> set[str | None]:
    row = load().indicators.get(indicator or "")
    return {row.default_flow, *row.flows.values()} - {None} if row else set()


def _measured(indicator: str | None, flow: str | None) -> str:
    """An indicator's name, with the flow where the name leaves it open: import volume."""
    if not indicator:
        return ""
    known = name(indicator, "indicators")
    return f"{flow} {known}" if flow in ("export", "import") and len(_stated(indicator)) > 1 else known


def _years(span: Period) -> str | None:
    """Several whole years: 2022 to 2024, fiscal 2021 to 2024."""
    first, last = span.start, span.end + timedelta(days=1)
    whole = (first.month, first.day) == (last.month, last.day) and first.day == 1 and first.month in (1, 4)
    if not whole or last.year - first.year < 2:
        return None
    return f"{'fiscal ' if first.month == 4 else ''}{first.year} to {last.year - 1}"


def _months(span: Period) -> str | None:
    """Whole months over more than one year: September 2022 to December 2025."""
    last = span.end + timedelta(days=1)
    if span.start.day != 1 or last.day != 1 or span.start.year == span.end.year or span.days in (365, 366):
        return None
    return f"{span.start:%B %Y} to {span.end:%B %Y}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
