"""Filters narrow down to what their sentence says; words of the catalogue reach across languages."""

from __future__ import annotations

import sqlite3
from decimal import Decimal

import pytest
from making_claims import make_article, make_claim
from test_store_claims import save

from extractor.domain.errors import UnknownTerm
from extractor.search import FACETS, FILTERS, Query, best, count, facets, plan, search
from extractor.search.filters import period_bounds

ARTICLES = {
    "en": ("Imports from China rose to $170 billion", "$170 billion", "170E+9", "USD", "import"),
    "ja": ("対中輸入額は25兆9392億円", "25兆9392億円", "25939200000000", "JPY", "import"),
    "zh": ("自中国进口1671亿美元", "1671亿美元", "167100000000", "USD", "import"),
    "xx": ("Exports to Germany were €90 billion", "€90 billion", "90E+9", "EUR", "export"),
}


@pytest.fixture
def filled(db: sqlite3.Connection) -> sqlite3.Connection:
    for lang, (text, quote, value, unit, flow) in ARTICLES.items():
        article = make_article(text, lang, lang=lang, source=f"s-{lang}")
        partner = "DEU" if lang == "xx" else "CHN"
        claim = make_claim(article, quote, value, unit=unit, flow=flow, partner=partner, reporter="JPN",
                           indicator="goods_trade_value", period="2024-01-01/2024-12-31")  # fmt: skip
        save(db, article, [claim])
    return db


def langs(db: sqlite3.Connection, query: Query) -> set[str]:
    rows = search(db, query, limit=100)
    assert count(db, query) == len(rows)
    return {row["lang"] for row in rows}


@pytest.mark.parametrize("words", [["輸入"], ["imports"], ["进口"], ["中国"], ["China"], ["輸入", "China"], ["CHN"]])
def test_a_word_of_the_catalogue_finds_all_languages_when_asked(filled: sqlite3.Connection, words: list[str]) -> None:
    terms = [(word,) for word in words]
    assert langs(filled, Query(terms, any_language=True)) == {"en", "ja", "zh"}
    assert langs(filled, Query(terms)) < {"en", "ja", "zh"}


def test_other_words_are_words_in_any_language_too(filled: sqlite3.Connection) -> None:
    assert langs(filled, Query([("rose",)], any_language=True)) == {"en"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("165e9..180e9 USD", {"en", "zh", "ja"}),
        ("165e9..168e9 USD", {"zh"}),
        ("25e12.. JPY", {"en", "ja", "zh"}),
        ("..100e9 EUR", {"xx"}),
        ("1..2 percent", set()),
    ],
)
def test_a_range_converts_other_currencies(filled: sqlite3.Connection, text: str, expected: set[str]) -> None:
    rates = {"JPYUSD": "0.0067", "USDJPY": "150", "EURUSD": "1.1", "USDEUR": "0.9", "EURJPY": "160", "JPYEUR": "0.006"}

    def convert(value: Decimal, unit: str, period: str, wanted: str) -> Decimal | None:
        assert period == "2024-01-01/2024-12-31"
        return value * Decimal(rates[unit + wanted])

    assert langs(filled, Query(filters={"value": text}, convert=convert)) == expected


def test_a_range_without_a_rate_keeps_to_its_own_currency(filled: sqlite3.Connection) -> None:
    query = Query(filters={"value": "..1e15 USD"}, convert=lambda value, unit, period, wanted: None)
    assert langs(filled, query) == {"en", "zh"}


@pytest.mark.parametrize("text", ["10", "a..b USD", "..", "USD"])
def test_what_is_no_range_is_refused(filled: sqlite3.Connection, text: str) -> None:
    with pytest.raises(UnknownTerm, match="range"):
        search(filled, Query(filters={"value": text}))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("FY2023", "2023-04-01", "2024-03-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024H2", "2024-07-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        ("2023/2024-06", "2023-01-01", "2024-06-30"),
    ],
)
def test_periods_as_people_write_them(text: str, start: str, end: str) -> None:
    assert tuple(map(str, period_bounds(text))) == (start, end)


def test_a_query_says_in_words_what_it_keeps(filled: sqlite3.Connection) -> None:
    said = plan(filled, Query([("imports",)], {"partner": "中国", "period": "2024"})).sentence
    assert said == "the sentence holds 'imports'; partner is CHN; period overlaps 2024"


def test_facets_count_what_a_search_finds(filled: sqlite3.Connection) -> None:
    assert facets(filled, Query(), "flow") == [("import", 3), ("export", 1)]
    assert all(sum(n for _, n in facets(filled, Query(), column)) <= 4 for column in FACETS)


def test_the_best_sentence_is_the_one_most_about_the_word(filled: sqlite3.Connection) -> None:
    article = make_article("imports imports 1\nAfter a long while the imports of many other things were also 2", "long")
    save(filled, article, [make_claim(article, "1"), make_claim(article, "2")])
    (first,) = best(filled, Query([("imports",)]), 1)
    assert first["quote"] == "1"


def test_every_filter_has_a_sentence_and_runs(filled: sqlite3.Connection) -> None:
    samples = {"indicator": "goods_trade_value", "flow": "import", "reporter": "JPN", "partner": "CHN",
               "commodity": "crude_oil", "period": "2024", "source": "s-en", "lang": "en", "kind": "money",
               "unit": "USD", "value": "1..2 USD", "status": "asserted", "verdict": "conflict",
               "article": "en"}  # fmt: skip
    assert set(samples) == {row.name for row in FILTERS}
    for row in FILTERS:
        assert "{}" in row.sentence
        assert count(filled, Query(filters={row.name: samples[row.name]})) >= 0
