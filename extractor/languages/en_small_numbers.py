"""English numerals below a hundred and fractions of words: what longer numerals are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.domain.interval import last_digit
from extractor.languages.base import Item, Number


class Part(NamedTuple):
    """What a stretch of items comes to, and where the next begins."""

    number: Number
    next: int


def fraction_at(items: Sequence[Item], i: int) -> Part | None:
    """two thirds, one-fifth, three quarters, 3 quarters."""
    top = small_at(items, i)
    if top is None or top.number.value != int(top.number.value):
        return None
    j = top.next + (is_a(items, top.next, "DASH") and not is_a(items, top.next + 1, "TIMEU"))
    if is_a(items, j, "FRACS") or (
        is_a(items, j, "ORD") and top.number.value == 1 and is_word(items[j]) and items[j].value > 2
    ):
        under = Decimal(items[j].value)
    elif is_a(items, j, "QUARTERS") or (is_a(items, j, "QUARTER") and top.number.value == 1):
        under = Decimal(4)
    elif is_a(items, j, "HALF") and top.number.value == 1 and items[j].text.lower() == "half":
        under = Decimal(2)
    else:
        return None
    if items[top.next - 1].cls == "NUM" or top.number.value > 20:
        return None
    return Part(Number(top.number.value / under, None), j + 1)


def is_word(item: Item) -> bool:
    return item.text[0].isalpha()


def small_at(items: Sequence[Item], i: int) -> Part | None:
    """A numeral in digits, or words below a hundred, with decimals: 7.33, sixty-one, nine point nought four."""
    if is_a(items, i, "NUM") or is_a(items, i, "YNUM"):
        part = Part(items[i].value, i + 1)
    elif is_a(items, i, "WORD"):
        value, j = Decimal(items[i].value), i + 1
        if value >= 20:
            k = j + is_a(items, j, "DASH")
            if is_a(items, k, "WORD") and 0 < items[k].value < 10:
                value, j = value + items[k].value, k + 1
        part = Part(Number(value, None), j)
    else:
        return None
    return decimals_after(items, part) or part


def decimals_after(items: Sequence[Item], whole: Part) -> Part | None:
    """point two, point nought three, point seventy-one."""
    if not is_a(items, whole.next, "POINT"):
        return None
    said, j = "", whole.next + 1
    while is_a(items, j, "WORD") or is_a(items, j, "NUM"):
        item = items[j]
        if item.cls == "NUM" and not item.text.isdecimal():
            break
        said += item.text if item.cls == "NUM" else str(item.value)
        j += 1
        if item.cls == "WORD" and item.value >= 20:
            k = j + is_a(items, j, "DASH")
            if is_a(items, k, "WORD") and 0 < items[k].value < 10 and item.value:
                said, j = said[:-1] + str(items[k].value), k + 1
    if not said or whole.number.value != int(whole.number.value):
        return None
    value = Decimal(f"{whole.number.value}.{said}")
    return Part(Number(value, last_digit(value)), j)


def is_a(items: Sequence[Item], i: int, cls: str) -> bool:
    return i < len(items) and items[i].cls == cls
