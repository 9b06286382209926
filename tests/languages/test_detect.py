"""The language of a text by its scripts, headlines without kana included."""

from __future__ import annotations

import pytest

from extractor.languages.detect import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("日本の輸出が増えた。", "ja"),
        ("日中貿易総額、前年比3.5%増", "ja"),
        ("対中輸出額8兆円、過去最高", "ja"),
        ("営業利益3割減", "ja"),
        ("日本出口额同比增长3.5%", "zh"),
        ("對華貿易總額增長3.5%，創歷史新高", "zh"),
        ("静冈县茶叶出口额9亿日元", "zh"),
        ("对日出口占9成，任务艰巨", "zh"),
        (
            "Exports (輸出総額 in the ministry's tables) rose 3.5 percent from a year earlier, customs data showed.",
            "en",
        ),
        ("2024 3.5% 8,100", None),
    ],
)
def test_language_of(text: str, lang: str | None) -> None:
    assert detect_language(text) == lang
