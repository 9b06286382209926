"""extractor compare: every source's value for one fact, side by side."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli import options as o
from extractor.cli.drawing import bars
from extractor.cli.output import BASIS, contract, counted, falls, print_csv, print_json, said, short_period, table
from extractor.search import Comparison, find_findings
from extractor.search import compare as find

if TYPE_CHECKING:
    from extractor.domain import Judgement

app = o.application()

BASIS_FIELDS = ("attribution", *BASIS, "unit")
BESIDE = ("conflict", "conflict_if_same_basis", "explained", "revised")
EPILOG = "Example: extractor compare --reporter JPN --partner CHN --flow import --period 2024"


@app.command(epilog=EPILOG)
@o.with_filters
def compare(
    given: o.Given,
    words: Annotated[list[str] | None, typer.Argument(help="Each must stand in a claim's sentence.")] = None,
    home: o.Home = o.DEFAULT_HOME,
    limit: o.Limit = 10,
    any_language: o.AnyLanguage = False,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """Put every source's value for one fact side by side, with the verdict and why."""
    from extractor.runs.rulings import left_out

    query = o.query_of(words, given, any_language=any_language)
    with o.reading(home) as db:
        found = find(db, query, limit + 1)
        more, found = len(found) > limit, found[:limit]
        if json:
            print_json(_record(comparison, left_out(db, comparison.fact)) for comparison in found)
        elif csv:
            print_csv(
                {"fact": comparison.fact["id"], "verdict": comparison.fact["verdict"], **contract(row)}
                for comparison in found
                for row in comparison.claims
            )
        else:
            for comparison in found:
                _print(comparison, [*_judged(left_out(db, comparison.fact)), *_beside(db, comparison)])
            shown = [row["id"][:8] for comparison in found for row in comparison.claims[:1]]
            if shown:
                typer.echo(f"`extractor show {shown[0]}` shows one claim with its sentence, and a line to cite it by.")
            if more:
                typer.echo(f"More facts fit than the {limit} shown: narrow the filters, or --limit {limit * 5}.")
    if not found:
        typer.echo("extractor: no fact fits; try fewer words or filters", err=True)
    return 0 if found else 1


def _record(comparison: Comparison, wrong: Sequence[tuple[sqlite3.Row, Judgement]]) -> dict[str, Any]:
    fact = {name: comparison.fact[name] for name in comparison.fact.keys() if name not in {"key", "digest"}}  # noqa: SIM118
    fact["confirmed"] = bool(fact["confirmed"])
    judged = [{"claim": contract(row), "judgement": judgement.model_dump()} for row, judgement in wrong]
    return {**fact, "claims": [contract(row) for row in comparison.claims], "left_out": judged}


def _judged(wrong: Sequence[tuple[sqlite3.Row, Judgement]]) -> list[str]:
    """The claims that do not count, and who said so."""
    return [
        f"left out: {row['id'][:8]} {row['source'] or '-'} {row['quote']}, judged wrong by {judgement.by}, "
        f"{judgement.at[:10]}: {judgement.why}"
        for row, judgement in wrong
    ]


def _beside(db: sqlite3.Connection, comparison: Comparison) -> list[str]:
    """What was found between this fact and others that look alike: another period, currency or concept."""
    from extractor.runs.naming import agencies_in_words

    own = {row["id"] for row in comparison.claims}
    found: dict[tuple[str, str], str] = {}
    for row in comparison.claims:
        for finding in find_findings(db, claim_id=row["id"]):
            other = next((claim_id for claim_id in finding["claims"] if claim_id not in own), None)
            if other and finding["verdict"] in BESIDE and len(finding["claims"]) == 2:
                beside = db.execute("SELECT source, quote FROM current_claims WHERE id = ?", (other,)).fetchone()
                named = f"{other[:8]} ({beside['source'] or '-'}, {beside['quote']})" if beside else other[:8]
                text = f"{finding['verdict']} with {named}: {agencies_in_words(finding['explanation'])}"
                found.setdefault((finding["verdict"], finding["check"]), text)
    return list(found.values())[:3]


def _print(comparison: Comparison, beside: list[str]) -> None:
    """The fact, what its claims have in common, and each claim with what sets it apart."""
    from extractor.runs.naming import agencies_in_words, heading

    fact, claims = comparison.fact, comparison.claims
    counts = ", ".join(counted(fact[f"{name}s"], name) for name in ("mention", "outlet", "origin"))
    told = "" if counts in fact["explanation"] else f"{counts}; "
    explanation = agencies_in_words(fact["explanation"])
    typer.echo(f"{heading(dict(fact))}\n  {fact['verdict']}: {explanation}\n  {told}fact {fact['id']}")
    apart = [name for name in BASIS_FIELDS if len({row[name] for row in claims}) > 1]
    shared = _basis(claims[0], [name for name in BASIS_FIELDS if name not in apart]) if claims else ""
    if shared:
        typer.echo(f"  all: {shared}")
    drawn = bars(_intervals(claims))
    head = ["  SOURCE", "CLAIM", "AS WRITTEN", "VALUE", "PERIOD"]
    head += ["INTERVAL"] * any(drawn) + ["DIFFERS IN"] * bool(apart)
    rows = []
    for row, bar in zip(claims, drawn, strict=True):
        cells = [f"  {row['source'] or '-'}", row["id"][:8], row["quote"], said(row), short_period(row["period"]) or ""]
        rows.append(cells + [bar] * any(drawn) + [_basis(row, apart)] * bool(apart))
    table(head, rows)
    for line in beside:
        typer.echo(f"  {line}")
    typer.echo("")


def _intervals(claims: Sequence[sqlite3.Row]) -> list[tuple[Decimal, Decimal] | None]:
    """What the stated digits allow, of the claims in the unit that most of them use."""
    unit = Counter(row["unit"] for row in claims).most_common(1)[0][0] if claims else None
    found: list[tuple[Decimal, Decimal] | None] = []
    for row in claims:
        if row["unit"] != unit or row["low"] is None or row["high"] is None:
            found.append(None)
        else:
            low, high = Decimal(row["low"]), Decimal(row["high"])
            found.append((-high, -low) if falls(row) else (low, high))
    return found


def _basis(row: sqlite3.Row, names: Sequence[str]) -> str:
    """What the claim's figure rests on, in words: counted by Ministry of Finance (Japan); valued CIF."""
    from extractor.runs.naming import name, slot, spaced

    found = []
    for column in names:
        if row[column] and not (column == "attribution" and row[column] == name(row["compiler"], "agencies")):
            words = name(row[column], "agencies") if column == "compiler" else spaced(row[column])
            found.append(words if column == "unit" else f"{slot(column)} {words}")
    return "; ".join(found)
