"""What holds for any text and number: decimals read back in every English style, nothing raises, offsets re-slice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extract import read_figures
from extractor.languages import codes
from extractor.languages.en_terms import ONES, TENS

decimals = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**12), st.integers(0, 4)
)  # fmt: skip
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6, "tn": 12, "crore": 7, "lakh": 5}
PHRASES = {
    "money": ("${} ", "{} yen", "US${}", "RMB {}", "{} U.S. dollars", "HK${}", "about €{} was", "({} euros)"),
    "percent": ("{}%", "{} percent", "{} per cent", "{} pct", "rose {}%, said"),
    "points": ("{} percentage points", "{} basis points"),
    "multiple": ("{} times",),
    "quantity": ("{} tonnes", "{} barrels", "{} kWh"),
    "count": ("{} vehicles", "{} TEUs", "{} companies"),
    "price": ("${} a tonne", "{} yen per kilogram"),
    "rate": ("{} yen per dollar", "{} yuan to the dollar"),
}
CASES = [(kind, phrase) for kind, phrases in PHRASES.items() for phrase in phrases]


def _written(value: Decimal, grouped: bool) -> str:
    return f"{value:,f}" if grouped else f"{value:f}"


@settings(max_examples=150, deadline=None)
@given(value=decimals, grouped=st.booleans(), case=st.sampled_from(CASES))
def test_a_decimal_reads_back(value: Decimal, grouped: bool, case: tuple[str, str]) -> None:
    kind, phrase = case
    (figure,) = read_figures(phrase.format(_written(value, grouped)), "en")
    assert (figure.kind, figure.value) == (kind, value)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= value <= figure.high


@settings(max_examples=100, deadline=None)
@given(value=decimals, apart=st.sampled_from(["\u00a0", "\u202f", "\u2009", "\u2007", "'", "’"]))
def test_groups_of_digits_read_back_whatever_separates_them(value: Decimal, apart: str) -> None:
    (figure,) = read_figures(f"{value:,f} yen".replace(",", apart), "en")
    assert (figure.kind, figure.value, figure.unit) == ("money", value, "JPY")


CJK = {
    "ja": ("円", "JPY", ((10**12, "兆"), (10**8, "億"), (10**4, "万"))),
    "zh": ("日元", "JPY", ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))),
}
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize("lang", CJK)
@settings(max_examples=150, deadline=None)
@given(value=st.integers(1, 10**16 - 1), wide=st.booleans(), grouped=st.booleans())
def test_an_amount_in_myriads_reads_back(lang: str, value: int, wide: bool, grouped: bool) -> None:
    unit, currency, scales = CJK[lang]
    text, rest = "", value
    for scale, name in scales if lang == "ja" else scales[1:]:
        count, rest = divmod(rest, scale)
        text += f"{count:,}{name}" if count and grouped else f"{count}{name}" if count else ""
    text += (f"{rest:,}" if grouped else str(rest)) if rest else ""
    (figure,) = read_figures((text.translate(FULL_WIDTH) if wide else text) + unit, lang)
    assert (figure.kind, figure.value, figure.unit) == ("money", value, currency), text


@pytest.mark.parametrize("lang", CJK)
@settings(max_examples=150, deadline=None)
@given(value=decimals, wide=st.booleans(), which=st.integers(0, 2))
def test_a_decimal_with_a_scale_reads_back(lang: str, value: Decimal, wide: bool, which: int) -> None:
    unit, currency, scales = CJK[lang]
    scale, name = scales[which]
    text = f"{value:f}{name}"
    (figure,) = read_figures((text.translate(FULL_WIDTH) if wide else text) + unit, lang)
    assert (figure.kind, figure.value, figure.unit) == ("money", value * scale, currency)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= value * scale <= figure.high


@settings(max_examples=100, deadline=None)
@given(value=decimals, grouped=st.booleans(), scale=st.sampled_from(sorted(SCALES)))
def test_a_scaled_amount_reads_back(value: Decimal, grouped: bool, scale: str) -> None:
    (figure,) = read_figures(f"${_written(value, grouped)} {scale}", "en")
    assert figure.value == value.scaleb(SCALES[scale])


@settings(max_examples=100, deadline=None)
@given(value=st.integers(0, 10**12 - 1))
def test_a_number_in_words_reads_back(value: int) -> None:
    (figure,) = read_figures(f"{_words(value)} yen", "en")
    assert (figure.kind, figure.value, figure.unit) == ("money", value, "JPY")


def _words(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = f" {_words(value % size)}" if value % size else ""
            return f"{_words(value // size)} {name}{rest}"
    return ""


@settings(max_examples=100, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_reads_back_in_every_style(day: date) -> None:
    for style in ("%B {d}, %Y", "{d} %B %Y", "%Y-%m-%d", "%b. {d}, %Y"):
        text = day.strftime(style.replace("{d}", str(day.day))).replace("May.", "May")
        (figure,) = read_figures(text, "en")
        assert figure.period == f"{day}/{day}", text


TOKENS = (
    "1|12.5|%|percent|$|¥|億|兆円|万亿元|3割|トン|-|–|~|(|)|,|.|/|:|half|third|two|hundred|million|May|2024|Q1|FY|年|月|約"
    "|over|from|to|and|between|a|first|consecutive|years|high|½|１２|一|十|百|０|^|x10^6|e5|+81|COVID-19|ドル|per|tonne"
    "|\n|\u00a0"
)
PIECES = st.sampled_from(TOKENS.split("|"))


@pytest.mark.parametrize("lang", codes())
@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_is_read_and_its_figures_re_slice(lang: str, text: str) -> None:
    end = 0
    for figure in read_figures(text, lang, date(2025, 7, 1)):
        assert text[figure.start : figure.end] == figure.quote
        assert end <= figure.start < figure.end
        end = figure.end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        for part in figure.parts:
            assert 0 <= part.start <= part.end <= len(text)
