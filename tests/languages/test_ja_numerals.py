"""Any number in any Japanese style reads back exactly; any text is read without an error."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extractor.extract import read_figures
from extractor.languages.ja_numerals import number

DIGITS = "〇一二三四五六七八九"
FULL = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
WHOLE = st.integers(1, 10**16 - 1)


def in_kanji(value: int) -> str:
    """The value as Japanese writes it in kanji: 百七兆, 一万二千三百億."""
    parts = []
    for scale, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        section, value = divmod(value, scale)
        if section:
            parts.append(_section(section) + name)
    return "".join(parts)


def _section(value: int) -> str:
    text = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            text += (DIGITS[digit] if digit > 1 or not name else "") + name
    return text


def mixed(value: int, comma: bool) -> str:
    """The value in digits with 兆, 億 and 万: 8兆1,350億."""
    parts = []
    for scale, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        section, value = divmod(value, scale)
        if section:
            parts.append((f"{section:,}" if comma else f"{section}") + name)
    return "".join(parts)


@given(WHOLE, st.booleans(), st.booleans())
def test_digits_with_scales(value: int, comma: bool, full: bool) -> None:
    text = mixed(value, comma)
    read = number(text.translate(FULL) if full else text)
    assert read is not None
    assert read.value == value


@given(WHOLE)
def test_kanji(value: int) -> None:
    read = number(in_kanji(value))
    assert read is not None
    assert read.value == value


@given(st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False), st.booleans())
def test_decimals(value: Decimal, full: bool) -> None:
    text = f"{value:,}"
    read = number(text.translate(FULL) if full else text)
    assert read is not None
    assert (read.value, read.ulp) == (value, Decimal("0.001"))


@given(st.integers(1, 999), st.integers(0, 99))
def test_kanji_decimals(whole: int, places: int) -> None:
    tail = "".join(DIGITS[int(c)] for c in f"{places:02}")
    for point in "点・":
        read = number(f"{in_kanji(whole)}{point}{tail}")
        assert read is not None
        assert read.value == Decimal(f"{whole}.{places:02}")


@given(WHOLE, st.sampled_from(["円", "ドル", "元", "台", "社", "人", "％", "倍", "トン"]), st.booleans())
def test_an_amount_in_a_sentence(value: int, unit: str, kanji: bool) -> None:
    text = f"前年に比べると{in_kanji(value) if kanji else mixed(value, True)}{unit}だった。"
    figures = [f for f in read_figures(text, "ja") if f.kind != "period"]
    assert [(f.value, f.quote) for f in figures] == [(Decimal(value), text[7:-4])]


@given(st.text(max_size=60))
def test_any_text_is_read_and_offsets_hold(text: str) -> None:
    for figure in read_figures(text, "ja"):
        assert text[figure.start : figure.end] == figure.quote


@given(st.text(alphabet="0０１二十百千万億兆京数約第年月日円％割分の～-・、.,▲ドル台超以上", max_size=40))
def test_any_run_of_number_words_is_read(text: str) -> None:
    for figure in read_figures(text, "ja"):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.low is None or figure.high is None or figure.low <= figure.high
