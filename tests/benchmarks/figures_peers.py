"""What other readers make of the same text, each in an environment of its own, which need not hold this project.

    PEER_PYTHON figures_peers.py predict quantulum3 < rows.jsonl      predictions, one JSON object a line
    PEER_PYTHON figures_peers.py time quantulum3 en < text            seconds of CPU for the whole text

Readers: quantulum3, recognizers (Recognizers-Text), pynormalizenumexp and jionlp (its amounts of money, which is what
it finds in running text) predict; all are timed, and so are sudachi (blank "ja" of spaCy) and jieba, which only part a
text into words. What they find is put into the form of our scorer roughly: their own spans and values, units by name
(currencies are told by name), and no more than that. `figures_score.py --peers PEER_PYTHON` and `figures_speed.py
--peers` run this; `environments.py` makes the environments.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from typing import Any

UNITS = {"percentage": "percent", "": "", "dimensionless": "", "metric ton": "metric ton", "tonne": "metric ton"}


def main() -> int:
    """Predict or time, by the command line."""
    warnings.simplefilter("ignore")
    if sys.argv[1] == "predict":
        read = PREDICTORS[sys.argv[2]]
        for line in sys.stdin:
            row = json.loads(line)
            print(json.dumps({"id": row["id"], "quantities": read(row)}), flush=True)
        return 0
    run = _runner(sys.argv[2], sys.argv[3])
    lines = sys.stdin.read().split("\n")
    run(max(lines, key=len))  # what is loaded on first use is loaded now
    start = time.process_time()
    for line in lines:
        run(line)
    print(time.process_time() - start)
    return 0


def _runner(name: str, lang: str) -> Any:
    if name in PREDICTORS:
        return lambda line: PREDICTORS[name]({"text": line, "lang": lang})
    if name == "sudachi":
        import spacy

        return spacy.blank("ja").make_doc
    import jieba

    return lambda line: list(jieba.cut(line))


def _quantulum(row: dict[str, Any]) -> list[dict[str, Any]]:
    from quantulum3 import parser

    found = []
    for quantity in parser.parse(row["text"]):
        name = quantity.unit.name
        currency = quantity.unit.entity.name == "currency"
        unit = name if currency else UNITS.get(name, name)
        kind = "money" if currency else "percent" if unit == "percent" else "measure" if unit else "number"
        start, end = quantity.span
        found.append({"start": start, "end": end, "value": float(quantity.value), "unit": unit, "kind": kind})
    return found


def _recognizers(row: dict[str, Any]) -> list[dict[str, Any]]:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    culture = {"en": Culture.English, "ja": Culture.Japanese, "zh": Culture.Chinese}[row["lang"]]
    text, found = row["text"], []
    for kind, recognize in (
        ("percent", recognize_percentage), ("money", recognize_currency), ("measure", recognize_dimension),
        ("number", recognize_number),
    ):  # fmt: skip
        for result in recognize(text, culture):
            made = _recognized(result, kind)
            inside = made and any(made["start"] < f["end"] and f["start"] < made["end"] for f in found)
            if made and not inside:
                found.append(made)
    return found


def _recognized(result: Any, kind: str) -> dict[str, Any] | None:
    value = str((result.resolution or {}).get("value") or "")
    number = re.fullmatch(r"-?[\d.]+(?:E[+-]?\d+)?", value.rstrip("%"))
    if number is None:
        return None
    unit = str(result.resolution.get("unit") or "").lower()
    unit = "percent" if kind == "percent" else unit
    return {"start": result.start, "end": result.end + 1, "value": float(number[0]), "unit": unit, "kind": kind}


CURRENCIES = (
    "円", "ドル", "ユーロ", "元", "ウォン", "ポンド", "ルピー", "ドン", "バーツ", "フラン", "ペソ", "ルーブル"
)  # fmt: skip


@cache
def _normalizer() -> Any:
    from pynormalizenumexp.normalize_numexp import NormalizeNumexp

    return NormalizeNumexp("ja")


def _pynormalizenumexp(row: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for result in _normalizer().normalize(row["text"]):
        if result.type != "numerical":
            continue
        unit = "percent" if result.counter == "%" else "" if result.counter == "none" else result.counter
        kind = "percent" if unit == "percent" else "money" if unit.endswith(CURRENCIES) else "count"
        low, high = result.value_lower_bound, result.value_upper_bound
        found.append(
            {"start": result.position_start, "end": result.position_end, "value": low if low == high else [low, high],
             "unit": unit, "kind": kind}
        )  # fmt: skip
    return found


def _jionlp(row: dict[str, Any]) -> list[dict[str, Any]]:
    with redirect_stdout(sys.stderr):  # it greets
        import jionlp
    found = []
    for result in jionlp.ner.extract_money(row["text"], with_parsing=True):
        said = result["detail"]["num"]
        value = [float(end) for end in said] if isinstance(said, list) else float(said)
        start, end = result["offset"]
        found.append({"start": start, "end": end, "value": value, "unit": result["detail"]["case"], "kind": "money"})
    return found


PREDICTORS: dict[str, Callable[[dict[str, Any]], list[dict[str, Any]]]] = {
    "quantulum3": _quantulum,
    "recognizers": _recognizers,
    "pynormalizenumexp": _pynormalizenumexp,
    "jionlp": _jionlp,
}


if __name__ == "__main__":
    raise SystemExit(main())
