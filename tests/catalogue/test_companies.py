"""One company is one entity, by whatever name and in whatever language; a common word is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalogue import load
from extractor.domain import Article
from extractor.domain.errors import CatalogueError
from extractor.extract.claims import extract_claims

SAID = {
    "en": "{}'s net profit rose 5% to 300 billion yen.",
    "ja": "{}の純利益は5%増の300億円だった。",
    "zh": "{}净利润为300亿元，同比增长5%。",
}


def entities(text: str, lang: str, published: str = "2025-05-08") -> list[str | None]:
    """The entities of a text's figures, in order."""
    article = Article(id="t", url=None, source=None, lang=lang, title=None, text=text, published_at=published)
    return [claim.entity for claim in extract_claims(article) if claim.kind != "period"]


@pytest.mark.parametrize("lang", SAID)
def test_every_name_of_every_company_is_read_as_that_company(lang: str) -> None:
    astray = {
        name: found
        for row in load().companies.values()
        for name in row.names.get(lang, ())
        if set(found := entities(SAID[lang].format(name), lang)) != {row.code}
    }
    assert astray == {}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "TSMC's net profit rose 36.3% in the April-June quarter."),
        ("en", "Taiwan Semiconductor Manufacturing Co. said net profit rose 36.3% in the April-June quarter."),
        ("ja", "台湾積体電路製造の4～6月期の純利益は36.3%増えた。"),
        ("zh", "台积电第二季度净利润增长36.3%。"),
        ("zh", "台積電第二季度淨利潤增長36.3%。"),
    ],
)
def test_a_companys_figures_meet_across_languages(lang: str, text: str) -> None:
    assert entities(text, lang) == ["TSMC"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The target for exports was 3%."),
        ("en", "The gap between sales and costs was 3 billion yen."),
        ("en", "Sales along the Amazon River fell 3%."),
        ("en", "Apple exports from Aomori rose 3% to 30,000 tonnes."),
        ("ja", "日立市の人口は16万人だった。"),
        ("ja", "油田の日産能力は10万バレル増えた。"),
        ("ja", "ターゲットは3%の成長だ。"),
        ("zh", "努力拓展市场，出口增长3%。"),
        ("zh", "提高通胀目标至2%。"),
        ("zh", "小米产量增长3%，达到300万吨。"),
        ("zh", "中国银行业资产增长3%。"),
    ],
)
def test_a_common_word_is_no_company(lang: str, text: str) -> None:
    assert set(entities(text, lang)) == {None}


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "Target said sales fell 1.9%. Gap's net income rose 5%.", ["Target", "Gap"]),
        ("en", "Micron's revenue rose 37%.", ["Micron"]),
        ("ja", "日産の純利益は3%減った。", ["Nissan"]),
        ("zh", "小米第二季度营收增长30.5%。", ["Xiaomi"]),
    ],
)
def test_a_common_word_beside_a_companys_word_is_the_company(lang: str, text: str, names: list[str]) -> None:
    assert entities(text, lang) == names


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Acme Widgets Holdings (AWH) said sales rose 5%. AWH's net profit fell 3%.", "AWH"),
        ("en", "Acme Widgets Manufacturing Co. said sales rose 5%. AWM's net profit fell 3%.", "AWM"),
        ("ja", "アクメホールディングス（以下、アクメHD）の売上高は5%増えた。アクメHDの純利益は3%減った。", "アクメHD"),
        (
            "zh",
            "星河机器人股份有限公司（以下简称“星河机器人”）营收增长5%。星河机器人净利润下降3%。",
            "星河机器人",
        ),
    ],
)
def test_a_company_without_a_row_goes_by_the_shorter_name_that_the_text_gives_it(
    lang: str, text: str, name: str
) -> None:
    assert entities(text, lang) == [name, name]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("[Acme]\nplace = 'XXX'\nen = ['Acme']\n", "companies.toml: row Acme: place: places.toml has no XXX"),
        ("[Acme]\nplace = 'JPN'\nen = ['Acme']\nambiguous = ['Apex']\n", "row Acme: .*Apex is none of its names"),
        ("[Acme]\nplace = 'JPN'\nen = ['Acme']\nfiscal_year_starts = 13\n", "row Acme: fiscal_year_starts"),
    ],
)
def test_a_row_that_does_not_fit_names_its_file_and_itself(tmp_path: Path, row: str, complaint: str) -> None:
    for table in ("currencies", "units", "indicators", "agencies", "commodities"):
        (tmp_path / f"{table}.toml").write_text("", encoding="utf-8")
    (tmp_path / "places.toml").write_text("[JPN]\nkind = 'country'\nen = ['Japan']\n", encoding="utf-8")
    (tmp_path / "companies.toml").write_text(row, encoding="utf-8")
    with pytest.raises(CatalogueError, match=complaint):
        load(tmp_path)
