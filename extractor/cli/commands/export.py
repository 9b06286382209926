"""extractor export: claims for others, each with its locator."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o
from extractor.domain.errors import InputError

app = o.application()

EPILOG = "Example: extractor export claims.jsonl --partner China --period 2024"


@app.command(epilog=EPILOG)
@o.with_filters
def export(
    given: o.Given,
    output: Annotated[Path, typer.Argument(help="File to write.", metavar="FILE")],
    words: Annotated[list[str] | None, typer.Option("--word", help="Must stand in the sentence.")] = None,
    format: Annotated[
        str | None, typer.Option(help="jsonl, csv, parquet, claimreview or prov; else by the ending.")
    ] = None,
    any_language: o.AnyLanguage = False,
    home: o.Home = o.DEFAULT_HOME,
) -> int:
    """Write the claims that fit to a file: JSON lines, CSV, Parquet, ClaimReview JSON-LD or W3C PROV JSON.

    Every row says where its quote stands (URL, capture, characters, words around it); `extractor verify`
    checks that, and `extractor import` reads JSON lines into another home.
    """
    from extractor.runs import exports
    from extractor.sites import registry

    name = exports.format_of(output, format)
    if output.is_dir() or not output.parent.is_dir():
        what = "is a directory" if output.is_dir() else f"there is no folder {output.parent}"
        raise InputError(f"{output}: {what}", "Name a file in a folder that is there")
    excerpts = {site.code: site.policy.excerpt_chars for site in registry().values()}
    with o.reading(home) as db:
        found = exports.records(db, o.query_of(words, given, any_language=any_language), excerpts)
        count = exports.export(found, output, name)
    typer.echo(f"{count} {'reviews' if name == 'claimreview' else 'claims'} in {output}")
    return 0 if count else 1
