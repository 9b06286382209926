"""extractor findings: what the reconciler says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from extractor.cli import options as o
from extractor.domain.errors import UnknownTerm

app = o.application()

EPILOG = "Example: extractor findings --verdict explained --reporter JPN --partner CHN"


@app.command(epilog=EPILOG)
@o.with_filters
def findings(
    given: o.Given,
    words: Annotated[list[str] | None, typer.Argument(help="Each must stand in the sentence of a claim.")] = None,
    verdict: Annotated[str | None, typer.Option(help="conflict, explained, derivable, duplicate ...")] = None,
    check: Annotated[str | None, typer.Option(help="What was tested: balance, share, currency ...")] = None,
    failed: Annotated[bool, typer.Option("--failed", help="Only checks that did not pass.")] = False,
    home: o.Home = o.DEFAULT_HOME,
    limit: o.Limit = 50,
    any_language: o.AnyLanguage = False,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """List what the reconciler found, those that need a look first, with the arithmetic.

    With words or filters, what rests on a claim that fits. What it says of several mentions of the same facts
    stands under one of them; --json and --csv give each finding.
    """
    from extractor.cli.output import print_csv, print_json
    from extractor.search import find_differences, find_findings

    with o.reading(home) as db:
        _checked(db, check)
        find = find_findings if json or csv else find_differences
        about = o.query_of(words, given, any_language=any_language)
        rows = find(db, verdict=verdict, check=check, failed=failed, about=about, limit=limit + 1)
        more, rows = len(rows) > limit, rows[:limit]
        if json or csv:
            (print_json if json else print_csv)(rows)
        else:
            for row in rows:
                _print(db, row)
    if more:
        typer.echo(f"extractor: more findings fit than these {limit}; --limit {limit * 10} gives more", err=True)
    if not rows:
        typer.echo("extractor: no finding fits; try without filters", err=True)
    return 0 if rows else 1


def _print(db: sqlite3.Connection, row: dict[str, Any]) -> None:
    """The finding, its arithmetic, the sentences behind it, and the other mentions that it is true of."""
    from extractor.cli.output import mark

    typer.echo(f"{row['verdict']} ({row['check']})  {row['explanation']}")
    for line in row["arithmetic"]:
        if line not in row["explanation"]:
            typer.echo(f"    {line}")
    for claim in _claims(db, row):
        typer.echo(f"    {claim['id'][:8]} {claim['source'] or '-'}: {mark(claim).strip()}")
    for variant in row["variants"]:
        quotes = (f"{claim['id'][:8]} {claim['source'] or '-'} [{claim['quote']}]" for claim in _claims(db, variant))
        typer.echo(f"    likewise {'; '.join(quotes)}")
    if row["variant_count"] > len(row["variants"]):
        typer.echo(f"    and {row['variant_count'] - len(row['variants'])} more")
    typer.echo("")


def _claims(db: sqlite3.Connection, finding: dict[str, Any]) -> Iterator[sqlite3.Row]:
    for claim_id in finding["claims"]:
        row = db.execute("SELECT * FROM current_claims WHERE id = ?", (claim_id,)).fetchone()
        if row is not None:
            yield row


def _checked(db: sqlite3.Connection, check: str | None) -> None:
    known = [row[0] for row in db.execute('SELECT DISTINCT "check" FROM current_findings ORDER BY 1')]
    if check is not None and known and check not in known:
        raise UnknownTerm(f"no finding of the check {check}", f"The database has: {', '.join(known)}")
