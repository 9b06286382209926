"""extractor serve: the pages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor serve --port 8765"


@app.command(epilog=EPILOG)
def serve(
    dataset: Annotated[
        Path | None, typer.Argument(help="A folder of `run --output`, in place of a home.", metavar="FOLDER")
    ] = None,
    home: o.Home = o.DEFAULT_HOME,
    host: Annotated[
        str, typer.Option(help="Address to listen on; others than this machine see it when you say so.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")] = 8765,
) -> int:
    """Serve the pages: search, facts side by side, articles with every figure marked, findings, runs, judging.

    The database is opened read-only. Judging needs the token that this prints. For a dataset of Parquet files a
    database is made in its folder at first, and brought up to it each time.
    """
    if dataset is not None:
        from extractor.runs.merging import merge
        from extractor.runs.stages import stages

        merge(dataset, dataset, stages())
        home = dataset
    # By name: the command line and the pages are siblings, and neither knows the other.
    import_module("extractor.web.server").serve(home, host, port, typer.echo)
    return 0
