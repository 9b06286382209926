"""Reads the tables once and checks every row: a poisoned row names its file, its place and its fault."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from extractor.catalogue.rows import Agency, Commodity, Currency, Indicator, Place, Row, Unit
from extractor.domain import Frozen
from extractor.domain.errors import CatalogueError

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
    digest: str

    def home_of(self, currency: str) -> str | None:
        """The place whose currency it is: a bloc first, then the country that the code is named after (ISO 4217)."""
        users = [place for place in self.places.values() if place.currency == currency]
        users.sort(key=lambda place: (place.kind != "bloc", place.kind == "province", not place.code.startswith(currency[:2])))
        return users[0].code if users else None


@cache
def load(folder: Path = HERE) -> Catalogue:
    """The catalogue in `folder`.

    Raises:
        CatalogueError: a table is missing or malformed, or a code stands twice.
    """
    files = sorted(folder.glob("*.toml"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    return Catalogue(
        places=_table(folder / "places.toml", Place),
        currencies=_table(folder / "currencies.toml", Currency),
        units=_table(folder / "units.toml", Unit),
        indicators=_table(folder / "indicators.toml", Indicator),
        agencies=_table(folder / "agencies.toml", Agency),
        commodities=_table(folder / "commodities.toml", Commodity),
        digest=digest,
    )


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
    names = {key: tuple(value) for key, value in fields.items() if len(key) == 2 and key not in row.model_fields}
    rest = {key: value for key, value in fields.items() if key not in names}
    try:
        return row(code=code, names=names, **rest)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CatalogueError(f"{path.name}: row {code}: {where}: {first['msg']}", "Mend the row") from error
