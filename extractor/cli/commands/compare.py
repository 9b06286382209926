"""extractor compare: every source's value for one fact, side by side."""

from __future__ import annotations

import sqlite3
from typing import Annotated, Any

import typer

from extractor.cli import options as o
from extractor.cli.output import BASIS, contract, print_csv, print_json, short_period, table, value_text
from extractor.search import Comparison
from extractor.search import compare as find

app = o.application()

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
    query = o.query_of(words, given, any_language=any_language)
    with o.reading(home) as db:
        found = find(db, query, limit)
        if json:
            print_json(_record(comparison) for comparison in found)
        elif csv:
            print_csv(
                {"fact": comparison.fact["id"], "verdict": comparison.fact["verdict"], **contract(row)}
                for comparison in found
                for row in comparison.claims
            )
        else:
            for comparison in found:
                _print(comparison)
    if not found:
        typer.echo("extractor: no fact fits; try fewer words or filters", err=True)
    return 0 if found else 1


def _record(comparison: Comparison) -> dict[str, Any]:
    fact = {name: comparison.fact[name] for name in comparison.fact.keys() if name not in {"key", "digest"}}  # noqa: SIM118
    fact["confirmed"] = bool(fact["confirmed"])
    return {**fact, "claims": [contract(row) for row in comparison.claims]}


def _print(comparison: Comparison) -> None:
    fact = comparison.fact
    counts = f"{fact['mentions']} claims, {fact['outlets']} outlets, {fact['origins']} origins"
    typer.echo(f"{fact['core_key']}\n  {fact['verdict']}: {fact['explanation']}\n  {counts}; fact {fact['id']}")
    table(
        ("  SOURCE", "CLAIM", "AS WRITTEN", "VALUE", "PERIOD", "BASIS"),
        [_cells(row) for row in comparison.claims],
    )
    typer.echo("")


def _cells(row: sqlite3.Row) -> tuple[str, ...]:
    period = short_period(row["period"]) or ""
    return f"  {row['source'] or '-'}", row["id"][:8], row["quote"], value_text(row), period, _basis(row)


def _basis(row: sqlite3.Row) -> str:
    words = [f"{name} {row[name]}" for name in BASIS if row[name]]
    return "; ".join([*([row["attribution"]] if row["attribution"] else []), *words])
