"""Amounts of money and percentages of the corpus, ours beside other readers: needs nothing that is not in a clone.

    python tests/benchmarks/figures_corpus.py [--peers PYTHON ...]

Every line of the pages in `corpus/` is given to each reader by itself. A figure is right when it overlaps the expected
one and has its value and unit, and wrong when another value stands there. What peers find is mapped roughly (see
figures_peers.py); JioNLP reads money only, so its percentages are missed. Our rules were built on these pages: expect
less on others.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from figures_score import PEERS, ask, installed

from extractor.extract import read_figures
from extractor.parse import parse_capture
from extractor.runs.evaluate import expected, pages
from extractor.runs.inputs import captures
from extractor.sites import registry

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KINDS = {"money", "percent"}
Row = dict[str, Any]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", metavar="PYTHON", action="append", default=[], help="an environment's Python")
    peers = installed(parser.parse_args().peers)
    by_lang: dict[str, list[Row]] = defaultdict(list)
    for row in rows():
        by_lang[row["lang"]].append(row)
    readers: dict[str, Callable[[list[Row]], list[Row]]] = {"ours": ours}
    readers |= {name: partial(ask, python, name) for name, python in peers.items()}
    print(f"{'lang':5}{'figures':>8}" + "".join(f"{name:>20} F1, wrong" for name in readers))
    for lang, gold in sorted(by_lang.items()):
        count = sum(len(row["quantities"]) for row in gold)
        told = (score(gold, read(gold)) if name not in PEERS or lang in PEERS[name][1] else "-"
                for name, read in readers.items())  # fmt: skip
        print(f"{lang:5}{count:8}" + "".join(f"{shown:>30}" for shown in told), flush=True)
    return 0


def rows() -> list[Row]:
    """Each line of each page with its expected figures."""
    found: list[Row] = []
    for page, gold in pages(CORPUS):
        article = parse_capture(next(captures([str(page)], {})), registry()).article
        wanted = [claim for claim in expected(gold, article) if claim["kind"] in KINDS and claim.get("value")]
        start = 0
        for line in article.text.split("\n"):
            inside = [claim for claim in wanted if start <= claim["start"] < start + len(line)]
            found.append({"id": f"{page.stem}:{start}", "lang": article.lang, "text": line, "quantities": [
                {"start": claim["start"] - start, "end": claim["end"] - start, "value": float(claim["value"]),
                 "unit": claim["unit"], "kind": claim["kind"]}
                for claim in inside
            ]})  # fmt: skip
            start += len(line) + 1
    return found


def ours(gold: list[Row]) -> list[Row]:
    """Our own figures of each line, without a publication date."""
    return [
        {"id": row["id"], "quantities": [
            {"start": figure.start, "end": figure.end, "value": float(figure.value), "unit": figure.unit,
             "kind": figure.kind}
            for figure in read_figures(row["text"], row["lang"])
            if figure.kind in KINDS and figure.value is not None
        ]}
        for row in gold
    ]  # fmt: skip


def score(gold: list[Row], got: list[Row]) -> str:
    """F1 of value and unit, and how many stand with another value."""
    told = {row["id"]: [one for one in row["quantities"] if one["kind"] in KINDS] for row in got}
    right = wrong = 0
    for row in gold:
        for want in row["quantities"]:
            near = [one for one in told[row["id"]] if one["start"] < want["end"] and want["start"] < one["end"]]
            same = [one for one in near if isinstance(one["value"], float | int)
                    and math.isclose(one["value"], want["value"], rel_tol=1e-9)]  # fmt: skip
            right += any(one["unit"] == want["unit"] for one in same)
            wrong += bool(near and not same)
    total = sum(len(row["quantities"]) for row in gold) + sum(map(len, told.values()))
    return f"{200 * right / max(1, total):6.1f} {wrong:6d}"


if __name__ == "__main__":
    raise SystemExit(main())
