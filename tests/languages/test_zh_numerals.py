"""Chinese numerals: whatever Decimal is written in a supported style reads back exactly, and nothing else reads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extract import read_figures
from extractor.languages import Rule, pack
from extractor.languages.cjk import inherited_scale, paired, strict
from extractor.languages.zh_numerals import number

PLACES = "零一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def in_characters(value: int, digits: str = PLACES, ten: str = "十百千") -> str:
    """The way Chinese writes a whole number below 10**16, with 零 for skipped places."""
    if value == 0:
        return digits[0]
    for scale, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if value >= scale:
            rest = value % scale
            head = in_characters(value // scale, digits, ten) + name
            if not rest:
                return head
            return head + (digits[0] if rest < scale // 10 else "") + in_characters(rest, digits, ten)
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + (ten[power - 1] if power else "")
            gap = False
        else:
            gap = True
    return out


@given(st.integers(0, 10**8 - 1))
@settings(max_examples=150, deadline=None)
def test_characters_read_back(value: int) -> None:
    for text in (in_characters(value), in_characters(value, FORMAL, "拾佰仟")):
        found = number(text)
        assert found is not None
        assert found.value == value, text


@given(
    st.decimals(0, 10**7, places=3, allow_nan=False, allow_infinity=False), st.sampled_from(["", "万", "亿", "万亿"])
)
@settings(max_examples=150, deadline=None)
def test_digits_read_back_in_every_style(value: Decimal, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    for text in (f"{value}{scale}", f"{value:,}{scale}", f"{value}{scale}".translate(FULL_WIDTH)):
        found = number(text)
        assert found is not None
        assert found.value == value * factor, text
        assert found.ulp == factor * Decimal("0.001"), text


@given(st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False))
@settings(max_examples=60, deadline=None)
def test_money_in_a_sentence_reads_back(value: Decimal) -> None:
    figures = [f for f in read_figures(f"进口额为{value}亿美元，", "zh") if f.kind == "money"]
    assert [(f.value, f.unit) for f in figures] == [(value * 10**8, "USD")]


@given(
    st.text(
        alphabet="0123456789０１２〇零一二两十百千万亿兆点分之半成折倍元角%至到—-第每兑美日月年前上下半度 ，、。()（）"
        "约超近多余几数翻番连续来首次最大新高",
        max_size=40,
    )
)
@settings(max_examples=300, deadline=None)
def test_never_raises_and_offsets_re_slice(text: str) -> None:
    for figure in read_figures(text, "zh"):
        assert text[figure.start : figure.end] == figure.quote


@pytest.mark.parametrize("text", ["一千二三", "五十千", "两两", "两三两", "万万"])
def test_malformed_runs_are_no_numbers(text: str) -> None:
    assert number(text) is None


def test_a_last_digit_is_the_next_place_only_where_chinese_speaks_so() -> None:
    assert strict("四百五", short_tail=True) == (450, 10)
    assert strict("四百五") == (405, 1)
    assert strict("四百零五", short_tail=True) == (405, 1)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("七八", (7, 8)), ("两三百亿", (2 * 10**10, 3 * 10**10)), ("十五六", (15, 16)), ("八七", None), ("七", None)],
)
def test_neighbouring_digits_are_a_range(text: str, ends: tuple[int, int] | None) -> None:
    assert paired(text) == ends


@pytest.mark.parametrize(
    ("first", "second", "scale"),
    [
        ("10", "20亿", 10**8),
        ("两", "三千", 1000),
        ("一百二十", "一百五十万", 10**4),
        ("8500", "3万", 1),
        ("1万", "5万", 1),
    ],
)
def test_a_range_shares_the_scale_of_its_end(first: str, second: str, scale: int) -> None:
    one, two = number(first), number(second)
    assert one is not None
    assert two is not None
    assert inherited_scale(first, one.value, second, two.value) == scale


@pytest.mark.parametrize("rule", pack("zh").rules, ids=lambda rule: str(rule.name))
def test_no_sentence_with_a_figure_is_skipped(rule: Rule) -> None:
    hint = pack("zh").figure_hint
    assert hint is not None
    assert hint.search(rule.example)
