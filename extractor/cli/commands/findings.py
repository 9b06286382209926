"""extractor findings: what the reconciler says."""

from __future__ import annotations

import sqlite3
from typing import Annotated

import typer

from extractor.cli import options as o
from extractor.domain.errors import UnknownTerm

app = o.application()

EPILOG = "Example: extractor findings --verdict conflict"


@app.command(epilog=EPILOG)
def findings(
    verdict: Annotated[str | None, typer.Option(help="conflict, explained, derivable, duplicate ...")] = None,
    check: Annotated[str | None, typer.Option(help="What was tested: balance, share, currency ...")] = None,
    failed: Annotated[bool, typer.Option("--failed", help="Only checks that did not pass.")] = False,
    home: o.Home = o.DEFAULT_HOME,
    limit: o.Limit = 50,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """List what the reconciler found, those that need a look first, with the arithmetic."""
    from extractor.cli.output import mark, print_csv, print_json
    from extractor.search import find_findings

    with o.reading(home) as db:
        _checked(db, check)
        rows = find_findings(db, verdict=verdict, check=check, failed=failed, limit=limit + 1)
        more, rows = len(rows) > limit, rows[:limit]
        sql = "SELECT * FROM current_claims WHERE id = ?"
        named = {} if json or csv else {i: db.execute(sql, (i,)).fetchone() for row in rows for i in row["claims"]}
    if json or csv:
        (print_json if json else print_csv)(rows)
    elif rows:
        for row in rows:
            typer.echo(f"{row['verdict']} ({row['check']})  {row['explanation']}")
            for line in row["arithmetic"]:
                if line not in row["explanation"]:
                    typer.echo(f"    {line}")
            for claim_id in row["claims"]:
                claim = named[claim_id]
                typer.echo(f"    {claim_id[:8]} {claim['source'] or '-'}: {mark(claim).strip()}")
            typer.echo("")
    if more:
        typer.echo(f"extractor: more findings fit than these {limit}; --limit {limit * 10} gives more", err=True)
    if not rows:
        typer.echo("extractor: no finding fits; try without filters", err=True)
    return 0 if rows else 1


def _checked(db: sqlite3.Connection, check: str | None) -> None:
    known = [row[0] for row in db.execute('SELECT DISTINCT "check" FROM current_findings ORDER BY 1')]
    if check is not None and known and check not in known:
        raise UnknownTerm(f"no finding of the check {check}", f"The database has: {', '.join(known)}")
