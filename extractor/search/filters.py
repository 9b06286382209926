"""Filters on claims. Each is one row: its option, its SQL over current_claims, and its sentence.

Adding a filter is adding a row to FILTERS; search, compare, the pages and exports all read it.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extractor.domain.errors import UnknownTerm
from extractor.domain.grams import fold
from extractor.search.ranges import read_range

Values = tuple[str | int, ...]
Reader = Callable[[sqlite3.Connection, str], Values]


@dataclass(frozen=True)
class Filter:
    """One way to narrow claims down.

    `read` turns what the user wrote into the SQL's values; it raises UnknownTerm with what to do.
    `sentence` says in words what the filter keeps; `{}` is the value.
    """

    name: str
    sql: str
    sentence: str
    help: str
    read: Reader


@dataclass(frozen=True)
class Condition:
    """A filter with its values, ready for SQL and for reading aloud."""

    sql: str
    values: Values
    sentence: str


def _catalogue(table: str, what: str) -> Reader:
    """Reads a code or any name of it, in any language, from one table of the catalogue."""

    def read(db: sqlite3.Connection, text: str) -> Values:
        from extractor.catalogue.load import load

        rows: Mapping[str, object] = getattr(load(), table)
        names = {fold(name): code for code, row in rows.items() for name in names_of(row)}
        names.update({fold(code): code for code in rows})
        found = names.get(fold(text))
        if found is None:
            raise _unknown(what, text, names)
        return (found,)

    return read


def names_of(row: object) -> Iterable[str]:
    """Every name of a catalogue row, in every language."""
    for attribute in ("names", "adjectives"):
        for names in getattr(row, attribute, {}).values():
            yield from names
    yield from getattr(row, "short", {}).values()


def _words(what: str, attribute: str) -> Reader:
    """Reads one word of a closed vocabulary."""

    def read(db: sqlite3.Connection, text: str) -> Values:
        from extractor.domain import vocabulary

        words: tuple[str, ...] = getattr(vocabulary, attribute)
        if text not in words:
            raise UnknownTerm(f"unknown {what}: {text}", f"Use one of: {', '.join(words)}")
        return (text,)

    return read


def _stored(what: str, sql: str) -> Reader:
    """Reads a value that the database holds."""

    def read(db: sqlite3.Connection, text: str) -> Values:
        known = [str(row[0]) for row in db.execute(sql)]
        if text not in known:
            raise UnknownTerm(f"unknown {what}: {text}", f"The database has: {', '.join(known) or 'none yet'}")
        return (text,)

    return read


def _text(db: sqlite3.Connection, text: str) -> Values:
    return (text,)


def _range(db: sqlite3.Connection, text: str) -> Values:
    read_range(text)
    return (text,)


def _period(db: sqlite3.Connection, text: str) -> Values:
    start, end = period_bounds(text)
    return (end.isoformat(), start.isoformat())


FILTERS: tuple[Filter, ...] = (
    Filter("indicator", "indicator = ?", "indicator is {}", "what is measured: exports, cpi, 輸出 ...",
           _catalogue("indicators", "indicator")),
    Filter("flow", "flow = ?", "flow is {}", "export, import, total or balance", _words("flow", "FLOWS")),
    Filter("reporter", "reporter = ?", "reporter is {}", "whose figure: JPN, Japan, 日本 ...",
           _catalogue("places", "place")),
    Filter("partner", "partner = ?", "partner is {}", "with whom: CHN, China, 中国, WLD ...",
           _catalogue("places", "place")),
    Filter("commodity", "commodity = ?", "commodity is {}", "crude_oil, 半導体 ...",
           _catalogue("commodities", "commodity")),
    Filter("period", "period_start <= ? AND period_end >= ?", "period overlaps {}",
           "2024, FY2024, 2024-Q1, 2024-H1, 2024-01 or START/END", _period),
    Filter("source", "source = ?", "source is {}", "outlet: jetro, xinhua, nikkei ...",
           _stored("source", "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL ORDER BY 1")),
    Filter("lang", "lang = ?", "language is {}", "en, ja or zh",
           _stored("language", "SELECT DISTINCT lang FROM articles ORDER BY 1")),
    Filter("kind", "kind = ?", "kind is {}", "money, percent, count ...", _words("kind", "KINDS")),
    Filter("unit", "unit = ?", "unit is {}", "JPY, USD, percent, tonne ...", _text),
    Filter("value", "value_within(value, unit, period, ?)", "value is in {}, converted at its period's average rate",
           "100e9..200e9 USD; other currencies are converted at their period's average rate", _range),
    Filter("status", "status = ?", "status is {}", "asserted, attributed, preliminary ...",
           _words("status", "STATUSES")),
    Filter("verdict",
           "key IN (SELECT x.claim_key FROM current_facts f JOIN fact_claims x ON x.fact_key = f.key "
           "WHERE f.verdict = ?)",
           "its fact's verdict is {}", "conflict, explained, agree_exact ...", _words("verdict", "VERDICTS")),
    Filter("article", "article_id = ?", "article is {}", "an article's id", _text),
)  # fmt: skip


def read_filters(db: sqlite3.Connection, given: Mapping[str, str | None]) -> list[Condition]:
    """The conditions for the options that were given (name -> text).

    Raises:
        UnknownTerm: a value that nothing here knows, with what to write instead.
    """
    by_name = {row.name: row for row in FILTERS}
    found = []
    for name, text in given.items():
        if text:
            row = by_name[name]
            values = row.read(db, text)
            shown = text if len(values) != 1 else str(values[0])
            found.append(Condition(row.sql, values, row.sentence.format(shown)))
    return found


def period_bounds(text: str) -> tuple[date, date]:
    """First and last day of a period as a person writes it.

    >>> [str(day) for day in period_bounds("FY2024")]
    ['2024-04-01', '2025-03-31']

    Raises:
        UnknownTerm: it is none of the forms.
    """
    try:
        return _bounds(text.strip().upper())
    except ValueError as error:
        raise UnknownTerm(f"unknown period: {text}", "Write 2024, FY2024, 2024-Q1, 2024-01 or START/END") from error


def _bounds(text: str) -> tuple[date, date]:
    if "/" in text:
        first, _, last = text.partition("/")
        return _bounds(first)[0], _bounds(last)[1]
    if found := re.fullmatch(r"FY(\d{4})", text):
        return _months(int(found[1]), 4, 12)
    if found := re.fullmatch(r"(\d{4})-?([QH])(\d)", text):
        length = {"Q": 3, "H": 6}[found[2]]
        return _months(int(found[1]), length * (int(found[3]) - 1) + 1, length)
    if found := re.fullmatch(r"(\d{4})(?:-(\d\d))?", text):
        return _months(int(found[1]), int(found[2]), 1) if found[2] else _months(int(found[1]), 1, 12)
    day = date.fromisoformat(text)
    return day, day


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    if not 1 <= first <= 12:
        raise ValueError(f"no month {first}")
    last_year, last = divmod(year * 12 + first - 1 + count - 1, 12)
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def _unknown(what: str, text: str, names: Mapping[str, str]) -> UnknownTerm:
    near = dict.fromkeys(names[name] for name in difflib.get_close_matches(fold(text), names, n=5, cutoff=0.5))
    codes = ", ".join(near or sorted(set(names.values()))[:12])
    return UnknownTerm(f"unknown {what}: {text}", f"{'Did you mean' if near else 'Known are, among others'}: {codes}")
