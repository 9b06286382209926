"""Reads the tables once and checks every row: a poisoned row names its file, its place and its fault."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from extractor.catalogue.rows import Agency, Commodity, Company, Currency, Indicator, Place, Row, Unit
from extractor.domain import Frozen
from extractor.domain.errors import CatalogueError
from extractor.domain.seen import as_seen

HERE = Path(__file__).parent
R = TypeVar("R", bound=Row)


class Catalogue(Frozen):
    """Every table by code, and the digest of the files that they came from."""

    places: Mapping[str, Place]
    currencies: Mapping[str, Currency]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    agencies: Mapping[str, Agency]
    commodities: Mapping[str, Commodity]
    companies: Mapping[str, Company]
    digest: str

    def home_of(self, currency: str) -> str | None:
        """The place whose currency it is: a bloc first, then the country that the code is named after (ISO 4217)."""
        users = [place for place in self.places.values() if place.currency == currency]
        users.sort(
            key=lambda place: (place.kind != "bloc", place.kind == "province", not place.code.startswith(currency[:2]))
        )
        return users[0].code if users else None


@cache
def load(folder: Path = HERE) -> Catalogue:
    """The catalogue in `folder`.

    Raises:
        CatalogueError: a table is missing or malformed, or a code stands twice.
    """
    files = sorted(folder.glob("*.toml"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    found = Catalogue(
        places=_table(folder / "places.toml", Place),
        currencies=_table(folder / "currencies.toml", Currency),
        units=_table(folder / "units.toml", Unit),
        indicators=_table(folder / "indicators.toml", Indicator),
        agencies=_table(folder / "agencies.toml", Agency),
        commodities=_table(folder / "commodities.toml", Commodity),
        companies=_table(folder / "companies.toml", Company),
        digest=digest,
    )
    _refer(found)
    return found


@cache
def companies_by_name() -> Mapping[str, str]:
    """Every name of every company, in any language, and the company's code."""
    rows = load().companies.values()
    return {name: row.code for row in rows for names in (*row.names.values(), (row.code,)) for name in names}


REFERENCES = (
    ("places", "currency", "currencies"),
    ("places", "parents", "places"),
    ("agencies", "place", "places"),
    ("commodities", "parent", "commodities"),
    ("units", "base", "units"),
    ("companies", "place", "places"),
)
"""Table, field, and the table that has the codes in it."""


def _refer(catalogue: Catalogue) -> None:
    """Every code that a row names is there."""
    for table, field, target in REFERENCES:
        for code, row in getattr(catalogue, table).items():
            named = getattr(row, field)
            for other in (named,) if isinstance(named, str) else named or ():
                if other not in getattr(catalogue, target):
                    raise CatalogueError(f"{table}.toml: row {code}: {field}: {target}.toml has no {other}", "Mend it")


def _table(path: Path, row: type[R]) -> dict[str, R]:
    """Rows of one file: `[CODE]` tables with names in `en`, `ja`, `zh` and the row's own fields."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}", "Mend the file, or restore it from the repository") from error
    return {code: _row(path, code, fields, row) for code, fields in raw.items()}


def _row(path: Path, code: str, fields: Any, row: type[R]) -> R:
    if not isinstance(fields, dict):
        raise CatalogueError(f"{path.name}: row {code}: not a table", f"Write it as [{code}]")
    languages = [key for key in fields if len(key) == 2 and key not in row.model_fields]
    names = {key: _names(f"{path.name}: row {code}: {key}", fields[key]) for key in languages}
    rest = {key: value for key, value in fields.items() if key not in names}
    try:
        return row(code=code, names=names, **rest)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CatalogueError(f"{path.name}: row {code}: {where}: {first['msg']}", "Mend the row") from error


def _names(where: str, given: Any) -> tuple[str, ...]:
    """A list of names that can be found in a text."""
    if not isinstance(given, list):
        raise CatalogueError(f"{where}: not a list of names", 'Write it as ["Japan", "Nippon"]')
    for name in given:
        if not isinstance(name, str) or not name.strip() or name != name.strip():
            raise CatalogueError(f"{where}: {name!r} is no name", "Mend the row")
        if as_seen(name) is not None or not name.isprintable():
            raise CatalogueError(f"{where}: {name!r} holds characters that nobody sees as written", "Type it anew")
    return tuple(given)
