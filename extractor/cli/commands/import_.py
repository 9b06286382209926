"""extractor import: an export of another home into a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor import claims.jsonl --home ./theirs"


@app.command("import", epilog=EPILOG)
def import_(
    path: Annotated[Path, typer.Argument(help="A .jsonl file of `extractor export`.", metavar="FILE")],
    home: o.Home = o.DEFAULT_HOME,
) -> int:
    """Read the claims of an export into a new home, for search and comparison; the pages stay where they were."""
    from extractor.runs import exports
    from extractor.runs.importing import import_records
    from extractor.runs.stages import stages

    count = import_records(home, exports.jsonlines.read(o.existing(path)), stages())
    typer.echo(f"{count} claims imported into {home}")
    return 0 if count else 1
