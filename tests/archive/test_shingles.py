"""Near-duplicates are linked as copies, other texts are not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive import near_duplicates
from extractor.archive.shingles import resemblance, shingles

TEXTS = {
    "en": " ".join(f"In month {n} {n * 7} exports rose to {n * 13} billion yen on strong orders." for n in range(30)),
    "ja": "".join(f"{n}月の対中輸出は{n * 13}億円で、前年同月比{n * 3}%増加した。" for n in range(30)),
    "zh": "".join(f"第{n}个月对日出口{n * 17}亿元,同比增长{n * 5}%,进口有所下降。" for n in range(30)),
}  # fmt: skip


@pytest.mark.parametrize("lang", TEXTS)
def test_a_copy_with_another_head_and_a_changed_word_is_linked(lang):
    text = TEXTS[lang]
    copy = "Reprinted by another paper.\n" + text.replace("12", "twelve", 1).replace("。", "。 ")
    links = near_duplicates({"first": text, "other": "".join(reversed(text)), "second": copy})
    assert [(link.original_id, link.copy_id) for link in links] == [("first", "second")]
    assert links[0].share >= Decimal("0.8")


def test_a_chain_of_copies_points_to_the_earliest():
    text = TEXTS["en"]
    links = near_duplicates({"a": text, "b": text + " More.", "c": "News. " + text})
    assert {(link.original_id, link.copy_id) for link in links} == {("a", "b"), ("a", "c")}


def test_a_story_that_everybody_carries_is_linked_every_time():
    furniture = "Subscribe now. All rights reserved. Terms of use apply to every page of this paper. " * 2
    texts = {f"own-{n}": furniture + TEXTS["zh"].translate({48 + n % 10: "〇"})[::-1] + str(n) * 900 for n in range(20)}
    carried = {f"copy-{n:03d}": f"Paper {n}. {TEXTS['en']}" for n in range(300)}
    links = near_duplicates({**texts, **carried})
    assert {link.original_id for link in links if link.copy_id.startswith("copy")} == {"copy-000"}
    assert sum(link.copy_id.startswith("copy") for link in links) == 299


def test_a_collection_that_holds_both_does_not_hide_a_copy():
    both = TEXTS["ja"] + TEXTS["en"] * 3 + TEXTS["zh"] * 2
    links = near_duplicates({"collection": both, "first": TEXTS["ja"], "second": TEXTS["ja"] + "（了）"})
    assert [(link.original_id, link.copy_id) for link in links] == [("first", "second")]


def test_a_text_that_only_quotes_a_short_one_is_not_its_copy():
    short = TEXTS["ja"][:120]
    assert near_duplicates({"short": short, "long": TEXTS["ja"]}) == ()


def test_empty_texts_are_no_copies_of_each_other():
    assert near_duplicates({"a": "", "b": "", "c": "。。"}) == ()


@given(st.text(max_size=200), st.text(max_size=200))
def test_resemblance_is_symmetric_and_between_nothing_and_all(a, b):
    first, second = shingles(a), shingles(b)
    assert resemblance(first, second) == resemblance(second, first)
    assert 0 <= resemblance(first, second) <= 1
    assert not first or resemblance(first, first) == 1
