"""Encoded, unlabelled and mislabelled pages in three languages all come out as they were written."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from extractor.domain.errors import UnreadableInput
from extractor.parse import parse_capture
from extractor.parse.decode import decode

TEXTS = {
    "ja": "2024年の日中貿易は前年比3.3％減の3,235億ドルとなった。ジェトロは、財務省の統計を双方輸入ベースで集計した。",
    "zh": "据海关统计，2023年中日贸易总额为3179.98亿美元，同比下降10.7%。其中，对日出口下降8.4%。",
    "zh-Hant": "據海關統計，2023年中日貿易總額為3179.98億美元，同比下降10.7%。其中，對日出口下降8.4%。",
    "en": "Japan’s exports rose 5.9% to ¥108.9 trillion – a record – the ministry’s “flash” report said.",
}
ENCODINGS = {
    "ja": ("cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"),
    "zh": ("gb18030", "utf-8", "utf-16-be"),
    "zh-Hant": ("cp950", "utf-8", "gb18030"),
    "en": ("cp1252", "utf-8", "utf-16-le"),
}
RIGHT_LABELS = {
    "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP", "gb18030": "gb2312", "cp950": "Big5",
    "cp1252": "ISO-8859-1", "utf-8": "utf-8", "utf-8-sig": "utf-8",
}  # fmt: skip
WRONG_LABELS = (None, "utf-8", "gb2312", "Shift_JIS", "iso-8859-1", "x-unknown")


def page(text: str, label: str | None) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>{text[:12]}</title></head><body><p>{text}</p></body></html>"


def variants() -> Iterator[Any]:
    for lang, text in TEXTS.items():
        for encoding in ENCODINGS[lang]:
            labels = dict.fromkeys((RIGHT_LABELS.get(encoding), *WRONG_LABELS))
            for label, where in product(labels, ("meta", "header")):
                if label is None and where == "header":
                    continue
                yield pytest.param(text, encoding, label, where, id=f"{lang}-{encoding}-{where}-{label}")


VARIANTS = list(variants())


def test_there_are_enough_variants() -> None:
    assert len(VARIANTS) >= 60


@pytest.mark.parametrize(("text", "encoding", "label", "where"), VARIANTS)
def test_a_page_is_decoded_whatever_its_label_says(text: str, encoding: str, label: str | None, where: str) -> None:
    html = page(text, label if where == "meta" else None)
    header = f"text/html; charset={label}" if where == "header" else None
    decoded = decode(html.encode(encoding), header)
    assert decoded.text.replace("\ufeff", "") == html
    assert decoded.undecodable == 0


@pytest.mark.parametrize(("encoding", "label"), list(RIGHT_LABELS.items()))
def test_a_label_for_the_smaller_set_is_no_wrong_label(encoding: str, label: str) -> None:
    lang = next(lang for lang, encodings in ENCODINGS.items() if encoding in encodings)
    assert decode(page(TEXTS[lang], label).encode(encoding)).wrong_label is None


def test_characters_outside_the_labelled_set_are_read() -> None:
    """gb2312 pages hold 镕 and €, Shift_JIS pages hold ① and ㈱."""
    assert "朱镕基 €" in decode("<meta charset=gb2312><p>总理朱镕基 €</p>".encode("gb18030")).text
    text = decode("<meta charset=shift_jis><p>第①回の会議、㈱日本</p>".encode("cp932")).text
    assert "第①回の会議、㈱日本" in text


def test_a_wrong_label_is_an_issue_of_the_article(capture: Any) -> None:
    page_bytes = page(TEXTS["ja"] * 6, "gb2312").encode("cp932")
    parsed = parse_capture(capture(page_bytes), {})
    assert TEXTS["ja"] in parsed.article.text
    assert ("wrong_charset", "labelled gb2312, read as cp932") in [(i.code, i.message) for i in parsed.issues]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp932"])
def test_a_body_cut_inside_a_character_keeps_all_before_it(encoding: str) -> None:
    text = {"gb18030": TEXTS["zh"]}.get(encoding, TEXTS["ja"])
    whole = page(text * 3 + "貿", None).split("</p>")[0].encode(encoding)
    decoded = decode(whole[:-1])
    assert decoded.text.startswith(page(text * 3, None).split("</p>")[0])
    assert decoded.undecodable <= 1


def test_a_page_that_opens_with_scripts_is_judged_by_its_text() -> None:
    filler = "<script>" + "var a = 1;\n" * 20_000 + "</script>"
    html = filler + f"<p>{TEXTS['ja']}</p>"
    assert TEXTS["ja"] in decode(html.encode("euc_jp"), "text/html; charset=iso-8859-1").text


def test_ascii_is_ascii_under_any_label() -> None:
    decoded = decode(b"<p>Exports rose 5.9%</p>", "text/html; charset=utf-16")
    assert (decoded.text, decoded.wrong_label) == ("<p>Exports rose 5.9%</p>", None)


def test_no_bytes_is_an_error() -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        decode(b"")


def test_every_codec_in_the_table_exists() -> None:
    from extractor.parse.decode import CODECS

    for names in CODECS.values():
        for name in names:
            codecs.lookup(name)


@pytest.mark.parametrize("lang", ["ja", "zh", "zh-Hant"])
@pytest.mark.parametrize("at", [0, 8, 20])
def test_a_damaged_place_costs_that_place_only(lang: str, at: int) -> None:
    text = TEXTS[lang][:30]
    body = text.encode()
    cut = len(text[: at + 5].encode()) + 1
    decoded = decode(body[:cut] + b"\xff" + body[cut + 1 :], markup=False)
    assert decoded.encoding == "utf-8"
    assert decoded.undecodable
    assert decoded.text.startswith(text[: at + 5])
    assert decoded.text.endswith(text[at + 7 :])
