"""The language of a text by its scripts and small words; one that is not read is named, not taken for English."""

from __future__ import annotations

import pytest

from extractor.languages.detect import OTHERS, detect_language, unread_language


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Exporte sind im Mai um 5,9 Prozent gestiegen, teilte das Amt am Donnerstag mit.", "German"),
        ("Les exportations du pays ont augmenté de 5,9 % en mai, ont annoncé jeudi les douanes.", "French"),
        ("Las exportaciones del país aumentaron un 5,9 % en mayo, según los datos del ministerio.", "Spanish"),
        ("As exportações do país cresceram 5,9% em maio, segundo os dados que o governo divulgou.", "Portuguese"),
        ("Le esportazioni sono salite del 5,9% a maggio, ha detto l'istituto nella nota di ieri.", "Italian"),
        ("De uitvoer is in mei met 5,9 procent gestegen, meldt het bureau in een bericht van vandaag.", "Dutch"),
        ("Ekspor ke China naik 5,9 persen pada Mei dari tahun lalu, kata kementerian dalam laporan.", "Indonesian"),
        ("5월 수출은 전년 동월 대비 5.9% 증가했다고 산업통상자원부가 1일 밝혔다.", "Korean"),
        ("Экспорт вырос на 5,9% в мае, сообщило министерство в четверг.", "Cyrillic"),
        ("ارتفعت صادرات اليابان إلى الصين بنسبة 5.9٪ في مايو", "Arabic"),
        ("การส่งออกของญี่ปุ่นไปจีนเพิ่มขึ้น 5.9%", "Thai"),
    ],
)
def test_a_language_that_is_not_read_is_named(text: str, name: str) -> None:
    assert name in str(unread_language(text))
    assert detect_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Exports up 5.9%",
        "Exports 5.9% Imports 3.1% Machinery 5.0% Vehicles 4.2% Chemicals 3.3%",
        "Das Auto AG, Die Welt, Le Monde, La Repubblica and El País: sales up 5% in May",
        "Société Générale, Crédit Agricole, Hermès, L'Oréal: shares up 3%",
        "Rio de Janeiro, La Plata, El Paso, Los Angeles, Las Vegas, San Juan del Sur: arrivals 5%",
        "He said 'c'est la vie' as sales of the Maison de la Presse fell 3% to 5 million euros in the year.",
        "It was 1О8.9 trillion yen and 23.4 billion yen.",
    ],
)
def test_headlines_tables_and_foreign_names_stay_english(text: str) -> None:
    assert detect_language(text) == "en"
    assert unread_language(text) is None


@pytest.mark.parametrize("code", OTHERS)
def test_small_words_are_small_and_not_english(code: str) -> None:
    _, words = OTHERS[code]
    text = " ".join(sorted(set(words.split()))[:12])
    assert len(set(words.split())) >= 12
    assert detect_language(f"{text} {text}") is None
