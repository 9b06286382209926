"""extractor search: claims by words and filters."""

from __future__ import annotations

import sqlite3
from typing import Annotated

import typer

from extractor.cli import options as o
from extractor.cli.output import contract, mark, print_csv, print_json, said, subject, table
from extractor.search import Query, best, count
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
    any_language: o.AnyLanguage = False,
    ranked: Annotated[bool, typer.Option("--best", help="Best of the newest first, instead of newest first.")] = False,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """Find claims by words and filters; the newest sentences come first."""
    query = o.query_of(words, given, any_language=any_language)
    with o.reading(home) as db:
        rows = best(db, query, limit) if ranked else find(db, query, limit)
        total = count(db, query) if len(rows) == limit else len(rows)
        if json or csv:
            (print_json if json else print_csv)(contract(row) for row in rows)
            if total > len(rows):
                typer.echo(f"extractor: {len(rows)} of {total} claims; --limit {total} gives all", err=True)
        elif rows:
            table(
                ("CLAIM", "SOURCE", "VALUE", "ABOUT", "SENTENCE"),
                [(row["id"][:8], row["source"] or "", _value(row, query), subject(row), mark(row)) for row in rows],
                cut="ABOUT",
            )
            typer.echo(
                f"\n{len(rows)} of {total} claims. `extractor show {rows[0]['id'][:8]}` shows one{_wider(query)}."
            )
        if not rows:
            typer.echo(f"extractor: no claim fits; try fewer words or filters{_wider(query)}", err=True)
    return 0 if rows else 1


def _wider(query: Query) -> str:
    """What finds the same in the other languages, where words were given in one."""
    return "; --any-language finds the words in every language" if query.terms and not query.any_language else ""


def _value(row: sqlite3.Row, query: Query) -> str:
    """The value as stored, and as converted where the range that was asked for is in another currency."""
    from extractor.search.ranges import in_other_currency

    other = in_other_currency(row, query.filters.get("value"), query.convert)
    return f"{said(row)} ({other})" if other else said(row)
