"""What other readers make of the same text, each in an environment of its own, which need not hold this project.

    PEER_PYTHON figures_peers.py predict quantulum3 < rows.jsonl      predictions, one JSON object a line
    PEER_PYTHON figures_peers.py time quantulum3 en < text            seconds of CPU for the whole text

Readers: quantulum3 and recognizers (Recognizers-Text) predict; quantulum3, sudachi (blank "ja" of spaCy) and jieba are
timed. Currencies are told by name. `figures_score.py --peers PEER_PYTHON` and `figures_speed.py --peers` run this.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from typing import Any

UNITS = {"percentage": "percent", "": "", "dimensionless": "", "metric ton": "metric ton", "tonne": "metric ton"}


def main() -> int:
    """Predict or time, by the command line."""
    warnings.simplefilter("ignore")
    if sys.argv[1] == "predict":
        read = {"quantulum3": _quantulum, "recognizers": _recognizers}[sys.argv[2]]
        for line in sys.stdin:
            row = json.loads(line)
            print(json.dumps({"id": row["id"], "quantities": read(row)}), flush=True)
        return 0
    run = _runner(sys.argv[2])
    lines = sys.stdin.read().split("\n")
    run(lines[0])
    start = time.process_time()
    for line in lines:
        run(line)
    print(time.process_time() - start)
    return 0


def _runner(name: str) -> Any:
    if name == "quantulum3":
        from quantulum3 import parser

        return parser.parse
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


if __name__ == "__main__":
    raise SystemExit(main())
