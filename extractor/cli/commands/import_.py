"""extractor import: an export of another home, or a dataset, into a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor import claims.jsonl --home ./theirs"


@app.command("import", epilog=EPILOG)
def import_(
    path: Annotated[
        Path,
        typer.Argument(help="A .jsonl file of `extractor export`, or a folder of `run --output`.", metavar="PATH"),
    ],
    home: o.Home = o.DEFAULT_HOME,
) -> int:
    """Read the claims of an export or a dataset into a new home, for search and comparison; pages stay where they were.

    A dataset brings its facts and findings along. Killed and run again, it goes on where it was; when the dataset
    has grown, what is new is added.
    """
    from extractor.runs.stages import stages

    if path.is_dir():
        from extractor.runs.merging import merge

        found = merge(path, home, stages())
        typer.echo(
            f"{found.claims} claims of {found.articles} articles imported into {home}: "
            f"{found.facts} facts, {found.findings} findings there"
        )
        return 0 if found.facts or found.claims else 1
    from extractor.runs import exports
    from extractor.runs.importing import import_records

    count = import_records(home, exports.jsonlines.read(o.existing(path)), stages())
    typer.echo(f"{count} claims imported into {home}")
    return 0 if count else 1
