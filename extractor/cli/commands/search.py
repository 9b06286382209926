"""extractor search: claims by words and filters."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o
from extractor.cli.output import contract, mark, print_json, subject, table, value_text
from extractor.search import Query, count
from extractor.search import search as find

app = o.application()

EPILOG = "Example: extractor search 輸入 --partner China --period 2024"


@app.command(epilog=EPILOG)
@o.with_filters
def search(
    given: o.Given,
    words: Annotated[list[str] | None, typer.Argument(help="Each must stand in the sentence.")] = None,
    home: o.Home = o.DEFAULT_HOME,
    limit: o.Limit = 20,
    json: o.Json = False,
) -> int:
    """Find claims by words and filters; the newest sentences come first."""
    query = Query(terms=[(word,) for word in words or []], filters=given)
    with o.reading(home) as db:
        rows = find(db, query, limit)
        if json:
            print_json(contract(row) for row in rows)
        elif rows:
            table(
                ("CLAIM", "SOURCE", "VALUE", "ABOUT", "SENTENCE"),
                [(row["id"][:8], row["source"] or "", value_text(row), subject(row), mark(row)) for row in rows],
            )
            total = count(db, query) if len(rows) == limit else len(rows)
            typer.echo(f"\n{len(rows)} of {total} claims. `extractor show {rows[0]['id'][:8]}` shows one.")
        if not rows:
            typer.echo("extractor: no claim fits; try fewer words or filters", err=True)
    return 0 if rows else 1
