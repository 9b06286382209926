"""The tables say what they promise: codes of the standards, names that mean one thing, rows that hang together."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.core import get_global
from babel.numbers import get_territory_currencies, list_currencies

from extractor.catalogue import Catalogue, load
from extractor.domain import Article
from extractor.domain.errors import CatalogueError
from extractor.extract.claims import extract_claims

LANGUAGES = ("en", "ja", "zh")
TABLES = ("places", "currencies", "units", "indicators", "agencies", "commodities", "companies")
HERE = Path(__file__).parent
SHARED = tomllib.loads((HERE / "shared_names.toml").read_text(encoding="utf-8"))
PERIOD_ROLES = {"reference_period", "publication_date", "base_period", "series_start", "event_date"}
USER_ASSIGNED = {"XKX"}
"""ISO 3166 leaves these to users: Kosovo, as the World Bank and the European Union write it."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def names_of(row: Any, lang: str) -> Iterator[str]:
    yield from row.names.get(lang, ())
    yield from getattr(row, "adjectives", {}).get(lang, ())
    yield from getattr(row, "symbols", ())


def shared(catalogue: Catalogue, table: str, lang: str) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in getattr(catalogue, table).values():
        for name in names_of(row, lang):
            owners[name.lower()].add(row.code)
    return {name: codes for name, codes in owners.items() if len(codes) > 1}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_name_means_one_row_unless_listed_with_a_reason(catalogue: Catalogue, table: str, lang: str) -> None:
    assert set(shared(catalogue, table, lang)) == set(SHARED.get(table, {}).get(lang, {}))


def test_every_listed_double_meaning_has_a_reason() -> None:
    reasons = [why for table in SHARED.values() for names in table.values() for why in names.values()]
    assert reasons
    assert all(len(why) > 20 for why in reasons)


def test_countries_are_iso_3166(catalogue: Catalogue) -> None:
    alpha3 = {code for code in get_global("territory_aliases") if len(code) == 3 and code.isalpha()}
    countries = {code for code, row in catalogue.places.items() if row.kind in {"country", "territory"}}
    assert countries - alpha3 <= USER_ASSIGNED
    assert len(countries) > 195


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_has_a_name_in_every_language(catalogue: Catalogue, lang: str) -> None:
    nameless = [code for code, row in catalogue.places.items() if not row.names.get(lang)]
    assert nameless in ([], ["JP-Chubu"])


def test_currencies_are_iso_4217(catalogue: Catalogue) -> None:
    assert set(catalogue.currencies) <= set(list_currencies())


def test_every_countrys_currency_is_legal_tender_there(catalogue: Catalogue) -> None:
    alpha2 = {k: v[0] for k, v in get_global("territory_aliases").items() if len(k) == 3 and len(v) == 1}
    for code, row in catalogue.places.items():
        if row.kind == "country" and row.currency and code in alpha2:
            tender = get_territory_currencies(alpha2[code], include_details=False)
            assert row.currency in tender or code in {"BGR", "ZWE"}, code


def test_references_between_rows_lead_somewhere(catalogue: Catalogue) -> None:
    for place in catalogue.places.values():
        assert set(place.parents) <= set(catalogue.places), place.code
        assert place.currency is None or place.currency in catalogue.currencies, place.code
    for agency in catalogue.agencies.values():
        assert agency.place is None or agency.place in catalogue.places, agency.code
    for unit in catalogue.units.values():
        assert unit.base is None or unit.base in catalogue.units, unit.code
    for goods in catalogue.commodities.values():
        assert goods.parent is None or goods.parent in catalogue.commodities, goods.code
        assert goods.counted is None or goods.counted in catalogue.units, goods.code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_short_form_is_one_character_and_one_country(catalogue: Catalogue, lang: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in catalogue.places.values():
        for character in row.short.get(lang, ""):
            owners[character].add(row.code)
    assert [form for form, codes in owners.items() if len(codes) > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicators_example_is_read_as_that_indicator(catalogue: Catalogue, lang: str) -> None:
    """A new indicator is one row, and its example sentence is its first test."""
    astray = {}
    for code in sorted(set(catalogue.indicators) - PERIOD_ROLES):
        said = catalogue.indicators[code].example[lang]
        article = Article(id=code, url=None, source=None, lang=lang, title=None, text=said, published_at="2025-07-01")
        if code not in (found := {claim.indicator for claim in extract_claims(article)}):
            astray[said] = found
    assert astray == {}


def test_names_that_state_a_flow_are_names(catalogue: Catalogue) -> None:
    for row in catalogue.indicators.values():
        every = {name.lower() for names in row.names.values() for name in names}
        assert set(row.flows) <= every, row.code
        assert set(row.flows.values()) <= {"export", "import", "total", "balance", "balance-", "balance+", "result"}


def test_agencies_have_one_attribution_each(catalogue: Catalogue) -> None:
    attributions = [row.attribution for row in catalogue.agencies.values()]
    assert len(attributions) == len(set(attributions))


def test_goods_with_hs_state_chapters_or_headings(catalogue: Catalogue) -> None:
    for row in catalogue.commodities.values():
        for code in row.hs:
            ends = code.split("-")
            assert all(part.isdecimal() and 2 <= len(part) <= 6 for part in ends), (row.code, code)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[JPN\n", "currencies.toml"),
        ("JPY = 1\n", "row JPY: not a table"),
        ("[JPY]\nen = ['yen']\ncolour = 'green'\n", "row JPY: colour"),
    ],
)
def test_a_poisoned_row_names_its_file_and_its_fault(tmp_path: Path, text: str, complaint: str) -> None:
    for table in TABLES:
        (tmp_path / f"{table}.toml").write_text("")
    (tmp_path / "currencies.toml").write_text(text)
    with pytest.raises(CatalogueError) as caught:
        load(tmp_path)
    assert complaint in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"places\.toml"):
        load(tmp_path)
