"""extractor verify: does an export still match the archive?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor verify claims.csv"


@app.command(epilog=EPILOG)
def verify(
    path: Annotated[Path, typer.Argument(help="A .jsonl, .csv or .parquet export.", metavar="FILE")],
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Slice every quote of an export from the archived pages again and say what no longer matches."""
    from extractor.cli.output import print_json
    from extractor.runs import exports, verifying
    from extractor.runs.stages import stages

    checked = list(verifying.verify(home, exports.read(o.existing(path)), stages().parse))
    wrong = [row for row in checked if row.problem]
    if json:
        print_json(
            {"id": row.claim_id, "ok": row.problem is None, "problem": row.problem, "on_page": row.on_page}
            for row in checked
        )
    else:
        for row in wrong:
            typer.echo(f"{row.claim_id}: {row.problem}")
        placed = sum(row.on_page is not None for row in checked)
        typer.echo(f"{len(checked) - len(wrong)} of {len(checked)} quotes stand as cited, ", nl=False)
        typer.echo(f"{placed} of them found in the pages as received.")
    return 1 if wrong or not checked else 0
