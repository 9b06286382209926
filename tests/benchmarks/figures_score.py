"""Scores the figure reader on the development files, one line a file; `--errors` shows every mistake.

    python tests/benchmarks/figures_score.py [NAME ...] [--errors] [--peers PYTHON ...] [--dev FOLDER]

The files and their scorer (`score.py`) lie outside the project, in `../shared/dev`. Their forms differ from ours in
places, and `figures_adapter.py` says where. `wrong` are the spans found with another value; `ours` leaves out the rows
of `figures_errata.toml`, whose own value is mistaken.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from figures_adapter import days, predicted

from extractor.catalogue import load

DEV = Path(__file__).resolve().parents[3] / "shared" / "dev"
PERIODS = {"period", "date", "daterange", "duration", "set", "reltime", "time_point", "time_span"}
NOT_FIGURES = {"basis"}
"""Kinds of the files that are no figures here: 前年比 belongs to the claim beside it."""


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit code 0 even where a target is missed, 2 when the files are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="files to score, e.g. authored_en rt_zh (prefixes); all when none")
    parser.add_argument("--errors", action="store_true", help="list what was missed, wrong or too much")
    parser.add_argument(
        "--peers",
        metavar="PYTHON",
        action="append",
        default=[],
        help="an environment's Python with quantulum3, recognizers, pynormalizenumexp or jionlp; may be repeated",
    )
    parser.add_argument("--dev", type=Path, default=DEV, help="folder of the files and score.py")
    options = parser.parse_args(argv)
    if not (options.dev / "score.py").exists():
        print(f"No development files in {options.dev}; give their folder with --dev", file=sys.stderr)
        return 2
    scorer = _scorer(options.dev)
    peers = installed(options.peers)
    head = f"{'file':28s} {'part':8s} {'gold':>5s} {'value':>6s} {'+unit':>6s} {'wrong':>6s} {'ours':>5s}"
    print(head + "".join(f"   {name:>17s} +unit, wrong" for name in peers))
    for path in sorted(options.dev.glob("*.jsonl")):
        if not options.names or any(path.stem.startswith(name) for name in options.names):
            _score_file(
                path, scorer, options.errors, {name: partial(ask, python, name) for name, python in peers.items()}
            )
    return 0


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures_scorer", folder / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / 'score.py'} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Ask = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


PEERS = {
    "quantulum3": ("quantulum3", {"en"}),
    "recognizers": ("recognizers_number_with_unit", {"en", "ja", "zh"}),
    "pynormalizenumexp": ("pynormalizenumexp", {"ja"}),
    "jionlp": ("jionlp", {"zh"}),
}
"""The module that each is found by, and the languages that it reads."""


def installed(pythons: list[str]) -> dict[str, str]:
    """The peers that the environments have, each with its Python."""
    found: dict[str, str] = {}
    for python in pythons:
        for name, (module, _) in PEERS.items():
            if subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0:
                found.setdefault(name, python)
    return found


def ask(python: str, name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A peer's predictions for the rows; none for rows of a language that it has not."""
    known = [row for row in rows if row["lang"] in PEERS[name][1]]
    if not known:
        return []
    script = str(Path(__file__).with_name("figures_peers.py"))
    asked = "".join(json.dumps(row) + "\n" for row in known)
    answer = subprocess.run([python, script, "predict", name], input=asked, capture_output=True, text=True, check=True)
    told = [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]
    for quantity in (q for out in told for q in out["quantities"] if q["kind"] == "money"):
        quantity["unit"] = _currencies().get(quantity["unit"].lower(), quantity["unit"])
    return told


@cache
def _currencies() -> dict[str, str]:
    """Currency codes by the names that peers give them."""
    rows = load().currencies.items()
    names = {name.lower(): code for code, row in rows for said in row.names.values() for name in (*said, code)}
    return names | {"cent": "USD-cent", "penny": "GBP-penny", "united states dollar": "USD", "chinese yuan": "CNY"}


def _score_file(path: Path, scorer: ModuleType, errors: bool, peers: dict[str, Ask]) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    outs = [{"id": row["id"], "quantities": predicted(row, path.stem)} for row in rows]
    if "DatePeriod" in path.stem:
        for quantity in (q for row in rows for q in row["quantities"]):
            quantity["value"] = days(quantity["value"])
    told = {name: read(rows) for name, read in peers.items()}
    for part in ("figures", "periods"):
        gold = [_only(row, part) for row in rows]
        if not any(row["quantities"] for row in gold) or all(row.get("spans_only") for row in gold):
            continue
        got = [_only(out, part, path.stem) for out in outs]
        value = scorer.score(gold, got, "value")
        unit = scorer.score(gold, got, "unit")
        wrong, _ = scorer.silently_wrong(gold, got)
        sound = [(a, b) for a, b in zip(gold, got, strict=True) if a["id"] not in errata()]
        ours, _ = scorer.silently_wrong(*zip(*sound, strict=True)) if sound else (0, 0)
        line = f"{path.stem:28s} {part:8s} {value['gold']:5d} {value['F1']:6.1f} {unit['F1']:6.1f} {wrong:6d} {ours:5d}"
        for outs_ in told.values():
            shown = _peer(gold, [_only(out, part, path.stem) for out in outs_], scorer) if part == "figures" else "-"
            line += f"   {shown:>30s}"
        print(line)
        if errors:
            _show_errors(gold, got, scorer)


def _peer(gold: list[dict[str, Any]], got: list[dict[str, Any]], scorer: ModuleType) -> str:
    """A peer's value-and-unit F1 and how many it has silently wrong; a dash where it has not the language.

    Periods are not asked of them: each writes them in a form of its own.
    """
    if len(got) != len(gold):
        return "-"
    return f"{scorer.score(gold, got, 'unit')['F1']:6.1f} {scorer.silently_wrong(gold, got)[0]:5d}"


@cache
def errata() -> dict[str, str]:
    """Rows of the files whose expected value is itself mistaken, each with the reason."""
    return tomllib.loads(Path(__file__).with_name("figures_errata.toml").read_text(encoding="utf-8"))


def _only(row: dict[str, Any], part: str, name: str = "") -> dict[str, Any]:
    """The row with only its periods, or only its figures; a money file counts only money, and so on."""
    kept = [
        q for q in row["quantities"]
        if q["kind"] not in NOT_FIGURES and (q["kind"] in PERIODS) == (part == "periods") and _asked(q["kind"], name)
    ]  # fmt: skip
    return {**row, "quantities": kept}


def _asked(kind: str, name: str) -> bool:
    if "Currency" in name or "Money" in name or "money" in name:
        return kind == "money"
    if "PercentModel" in name:
        return kind in {"percent", "point"}
    if "DimensionModel" in name or "Quantity" in name:
        return kind in {"measure", "rate"}
    return True


def _show_errors(gold: list[dict[str, Any]], got: list[dict[str, Any]], scorer: ModuleType) -> None:
    for row, out in zip(gold, got, strict=True):
        text = row["text"]
        _, used = scorer.match(
            row["quantities"], out["quantities"],
            lambda a, b: scorer.ov(a, b) and scorer.veq(a["value"], b["value"]) and scorer.ueq(a, b),
        )  # fmt: skip
        missed = [q for n, q in enumerate(row["quantities"]) if n not in used]
        extra = [q for n, q in enumerate(out["quantities"]) if used[n] < 0]
        if missed or extra:
            print(f"    {row['id']}: {text[:240]!r}")
            for label, found in (("want", missed), ("got ", extra)):
                for q in found:
                    shown = text[q["start"] : q["end"]]
                    print(f"        {label} {shown!r} {q['value']} {q['unit']!r} {q.get('rule', '')}")


if __name__ == "__main__":
    raise SystemExit(main())
