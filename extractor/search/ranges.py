"""Values in a range: `100e9..200e9 USD`. Money in another currency is converted at its period's average rate."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.domain.errors import UnknownTerm

Converter = Callable[[Decimal, str, str, str], Decimal | None]
"""Value, its currency, its period (`start/end`), the currency wanted -> the value in that one, or None."""

FORM = "Write LOW..HIGH UNIT, either end open: 100e9..200e9 USD, 5..percent, ..3 percent"
_RANGE = re.compile(r"\s*([-+\d.eE_,]*?)\s*\.\.\s*([-+\d.eE_,]*)\s*([^\s\d]\S*)?\s*")


def read_range(text: str) -> tuple[Decimal | None, Decimal | None, str | None]:
    """Low, high and unit of a range.

    >>> read_range("100e9..200e9 USD")
    (Decimal('1.00E+11'), Decimal('2.00E+11'), 'USD')

    Raises:
        UnknownTerm: it is no range.
    """
    found = _RANGE.fullmatch(text)
    try:
        low, high = (_number(part) for part in found.groups()[:2]) if found else (None, None)
    except InvalidOperation as error:
        raise UnknownTerm(f"not a range of values: {text}", FORM) from error
    if found is None or (low is None and high is None):
        raise UnknownTerm(f"not a range of values: {text}", FORM)
    return low, high, found[3]


def prepare(db: sqlite3.Connection, convert: Converter | None) -> None:
    """Teach the connection `value_within(value, unit, period, range)`."""

    def within(value: str | None, unit: str | None, period: str | None, text: str) -> bool:
        if value is None:
            return False
        low, high, wanted = read_range(text)
        amount: Decimal | None = Decimal(value)
        if wanted not in (None, unit):
            amount = converted(Decimal(value), unit, period, str(wanted), convert)
        return amount is not None and (low is None or low <= amount) and (high is None or amount <= high)

    db.create_function("value_within", 4, within, deterministic=True)


def converted(
    value: Decimal, unit: str | None, period: str | None, wanted: str, convert: Converter | None
) -> Decimal | None:
    """The value in the currency wanted; None when it is no money, has no period, or no rate is known."""
    currencies = unit is not None and is_currency(unit) and is_currency(wanted)
    if unit is None or period is None or convert is None or not currencies:
        return None
    return convert(value, unit, period, wanted)


def in_other_currency(row: Mapping[str, Any] | sqlite3.Row, asked: str | None, convert: Converter | None) -> str | None:
    """What a claim's value was converted to for the range asked for, and that it was; None where it was not."""
    if not asked or row["value"] is None:
        return None
    wanted = read_range(asked)[2]
    if wanted is None or wanted == row["unit"]:
        return None
    amount = converted(Decimal(row["value"]), row["unit"], row["period"], wanted, convert)
    return None if amount is None else f"about {amount:,.0f} {wanted} at the period's average rate"


def is_currency(unit: str) -> bool:
    """Whether a unit is written like ISO 4217."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _number(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "").replace("_", "")) if text else None
