"""Scores extracted claims against an expert's reading, slot by slot: `python tests/benchmarks/claims_score.py`.

Gold is read from a folder with `claims.jsonl` (a figure a line, spans in the seed's text) and its seeds.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.domain import Article, Claim
from extractor.extract import extract_claims

SLOTS = (
    "indicator",
    "flow",
    "reporter",
    "partner",
    "period",
    "change_basis",
    "direction",
    "balance_sign",
    "attribution",
)
CHECKED = ("flow", "reporter", "partner", "period", "change_basis", "direction")
SHARED = Path(__file__).resolve().parents[3] / "shared"


def article(seeds: Path, name: str) -> Article:
    """A seed as the ingest command would read it: text untouched, no metadata."""
    text = (seeds / name).read_bytes().decode("utf-8")
    marks = ("ai_generated",) if "The AI has delivered the news" in text else ()
    return Article(id=name, url=None, source=None, lang="en", title=None, text=text, marks=marks)


def overlapping(claims: Iterable[Claim], row: dict[str, Any]) -> list[Claim]:
    return [c for c in claims if c.start < row["quote_end"] and row["quote_start"] < c.end]


def value_right(claim: Claim, row: dict[str, Any]) -> bool:
    """Same kind, and for figures the same value and unit."""
    if claim.kind != row["kind"]:
        return False
    if row["kind"] == "period":
        return slot_right(claim, row, "period")
    same = claim.value is not None and row["value"] is not None and claim.value == Decimal(str(row["value"]))
    return same and (row["unit"] is None or claim.unit == row["unit"])


def slot_right(claim: Claim, row: dict[str, Any], slot: str) -> bool:
    """Whether the slot is as the expert has it; slots that the expert leaves empty do not count."""
    want = row.get(slot)
    if want is None:
        return True
    got = getattr(claim, slot)
    if slot == "flow" and want == "import+export":
        return got is None
    if slot == "partner" and row.get("partner_alt") is not None:
        return got in {want, row["partner_alt"]}
    return bool(got == want)


def score(gold: Path, seeds: Path, verbose: bool) -> None:
    rows = [json.loads(line) for line in (gold / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    names = sorted({row["seed"] for row in rows})
    claims = {name: extract_claims(article(seeds, name)) for name in names}
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    used: set[str] = set()
    for row in rows:
        kind = "period" if row["kind"] == "period" else "figure"
        near = overlapping(claims[row["seed"]], row)
        used.update(c.id for c in near)
        hit = next((c for c in near if value_right(c, row)), None)
        count[kind] += 1
        right[kind] += hit is not None
        count[f"{kind} silently wrong"] += bool(near) and hit is None
        if hit is None:
            if verbose:
                got = [(c.quote, c.kind, str(c.value), c.unit, c.period) for c in near]
                want = (row["kind"], row["value"], row["unit"], row["period"])
                print(f"MISS {row['id']} {row['quote']!r} {want} got {got}")
            continue
        wrong = [s for s in (CHECKED if kind == "figure" else ()) if not slot_right(hit, row, s)]
        right[f"{kind} slots"] += not wrong
        for slot in SLOTS if kind == "figure" else ("indicator", "period"):
            if row.get(slot) is not None:
                count[f"{kind}.{slot}"] += 1
                right[f"{kind}.{slot}"] += slot_right(hit, row, slot)
        if verbose:
            off = [s for s in (SLOTS if kind == "figure" else ("indicator",)) if not slot_right(hit, row, s)]
            if off:
                print(
                    f"SLOT {row['id']} {row['quote']!r}: "
                    + "; ".join(f"{s} {getattr(hit, s)} want {row[s]}" for s in off)
                )
    spurious = [c for name in names for c in claims[name] if c.id not in used]
    for claim in spurious if verbose else []:
        print(f"SPURIOUS {claim.article_id[:3]} {claim.quote!r} {claim.kind} {claim.value} {claim.unit} {claim.period}")
    total = sum(len(c) for c in claims.values())
    print(f"figures {right['figure']}/{count['figure']}  periods {right['period']}/{count['period']}")
    wrong = count["figure silently wrong"]
    print(f"figures with all slots {right['figure slots']}/{count['figure']}; silently wrong {wrong}")
    print(f"spurious {len(spurious)} of {total}")
    for name in sorted(n for n in count if "." in n):
        print(f"  {name:28} {right[name]}/{count[name]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--seeds", type=Path, default=SHARED / "seeds")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    score(options.gold, options.seeds, options.verbose)
