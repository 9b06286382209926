"""Scores extracted claims against the corpus's own: `python tests/benchmarks/corpus_score.py [--wrong] [--lang ja]`.

For every article the page is parsed, its claims are extracted and matched by place and kind with those beside it.
Prints recall, what is spurious, every slot by language, and, with `--wrong`, each claim that is not fully right.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.domain import Article, Capture, Claim
from extractor.extract.claims import extract_claims
from extractor.parse import parse_capture
from extractor.sites import registry

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NUMBERS = ("value", "low", "high")
NOT_SLOTS = {"quote", "occurrence", "kind"}


def article(page: Path) -> Article:
    """The page as the pipeline reads it."""
    body = page.read_bytes()
    capture = Capture(
        url=page.name,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        retrieved_at="2026-01-20T00:00:00Z",
        source=page.parent.name,
        media_type="text/html",
    )
    return parse_capture(capture, registry()).article


def expected(page: Path, text: str) -> list[dict[str, Any]]:
    """The rows beside a page, each with the place of its quote."""
    rows = []
    for line in page.with_suffix(".claims.jsonl").read_text(encoding="utf-8").splitlines():
        row, start = json.loads(line), -1
        for _ in range(row["occurrence"]):
            start = text.index(row["quote"], start + 1)
        rows.append({**row, "start": start, "end": start + len(row["quote"])})
    return rows


def wrong_slots(claim: Claim, row: dict[str, Any]) -> list[str]:
    """The slots of a row that the claim does not have right."""
    found = []
    for slot in row.keys() - NOT_SLOTS - {"start", "end"}:
        want, got = row[slot], getattr(claim, slot)
        if slot in NUMBERS:
            want = None if want is None else Decimal(want)
        if want != got:
            found.append(slot)
    return sorted(found)


def matched(rows: list[dict[str, Any]], claims: list[Claim]) -> list[Claim | None]:
    """For each row the claim that overlaps it most, of its own kind before others; no claim twice."""
    free = dict(enumerate(claims))
    found: list[Claim | None] = []
    for row in rows:
        near = [
            (claim.kind == row["kind"], min(claim.end, row["end"]) - max(claim.start, row["start"]), -number)
            for number, claim in free.items()
            if claim.start < row["end"] and row["start"] < claim.end
        ]
        found.append(free.pop(-max(near)[2]) if near else None)
    return found


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--lang")
    arguments.add_argument("--wrong", action="store_true")
    options = arguments.parse_args()
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for page in sorted(CORPUS.glob("*/*.html")):
        read = article(page)
        if options.lang not in (None, read.lang):
            continue
        rows, claims = expected(page, read.text), extract_claims(read)
        pairs = list(zip(rows, matched(rows, claims), strict=True))
        for row, claim in pairs:
            group = "periods" if row["kind"] == "period" else "figures"
            total[read.lang, group] += 1
            wrong = wrong_slots(claim, row) if claim is not None and claim.kind == row["kind"] else ["missed"]
            right[read.lang, group] += not wrong
            for slot in row.keys() - NOT_SLOTS - {"start", "end", "approximate", "bound", "low", "high"}:
                total[read.lang, slot] += 1
                right[read.lang, slot] += slot not in wrong and wrong != ["missed"]
            if wrong and options.wrong:
                got = {slot: str(getattr(claim, slot)) for slot in wrong if claim is not None and slot != "missed"}
                print(page.stem, row["quote"], {slot: row.get(slot) for slot in wrong}, got)
        used = {id(claim) for _, claim in pairs}
        for claim in claims:
            if id(claim) not in used:
                total[read.lang, "spurious"] += 1
                if options.wrong:
                    print(page.stem, "SPURIOUS", claim.quote, claim.kind, claim.value, claim.unit)
    langs = sorted({lang for lang, _ in total})
    for name in sorted({name for _, name in total}, key=lambda name: (name not in {"figures", "periods"}, name)):
        cells = [f"{lang} {right[lang, name]:4d}/{total[lang, name]:<4d}" for lang in langs]
        print(f"{name:16}", "  ".join(cells))


if __name__ == "__main__":
    main()
