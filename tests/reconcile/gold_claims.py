"""The expert's claims of the seeds as claims of ours, where ../shared is at hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.domain import Basis, Claim

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
SEEDS = ROOT.parent / "shared" / "seeds"
COMMODITIES = {
    "all goods": None,
    "crude oil": "crude_oil",
    "computer products": "computers",
    "medium and heavy rare earths": "medium_and_heavy_rare_earths",
}
CODES = {"Ministry of Finance (Japan)": "JP_MOF", "China customs (GACC)": "CN_GACC", "JETRO": "JETRO"}
BOUNDS = {"exceeded": "over", "at least": "at_least", "over": "over"}


LOOKBACKS = {"after a year"}
"""What the gold's README calls a look-back: only the last of its periods has the sign."""


def gold_claim(row: dict[str, Any]) -> Claim:
    """One annotated figure as a Claim, its annotation id as claim id."""
    number = {name: None if row[name] is None else Decimal(str(row[name])) for name in ("value", "low", "high")}
    how = {
        slot: row[f"{slot}_basis"] for slot in ("period", "partner") if row.get(f"{slot}_basis") not in (None, "stated")
    }
    kind, kind_of = row["period_kind"], row["kind"]
    return Claim(
        id=row["id"], article_id=row["seed"][:3], source=row["seed"][:3], lang="en",
        published_at="2025-04-17" if row["seed"].startswith("002") else None,
        sentence="", sentence_start=row["sentence_start"], sentence_end=row["sentence_end"], quote=row["quote"],
        start=row["quote_start"], end=row["quote_end"], kind=row["kind"], **number, unit=row["unit"],
        approximate=row["approximate"], bound=BOUNDS.get(row.get("qualifier") or ""), indicator=row["indicator"],
        flow=row["flow"] if row["flow"] in ("export", "import", "total", "balance") else None,
        reporter=row["reporter"], partner=row["partner"],
        commodity=COMMODITIES.get(row["commodity"], row["commodity"]), period=row["period"],
        period_kind={"multi_month": "multi_year", "annual_unresolved": "unresolved"}.get(kind, kind),
        change_basis=row["change_basis"], direction=row["direction"], balance_sign=row.get("balance_sign"),
        attribution=row["attribution"],
        status="ai_generated" if row["status"] == "prompt_text" else row["status"],
        basis=Basis(
            compiler=CODES.get(row["attribution"]),
            how=how,
            currency_method=row["currency"] if kind_of == "percent" else None,
        ),
        rule="gold.lookback" if row["quote"] in LOOKBACKS else "gold",
    )  # fmt: skip
