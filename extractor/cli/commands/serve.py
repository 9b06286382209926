"""extractor serve: the pages."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor serve --port 8765"


@app.command(epilog=EPILOG)
def serve(
    home: o.Home = o.DEFAULT_HOME,
    host: Annotated[
        str, typer.Option(help="Address to listen on; others than this machine see it when you say so.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")] = 8765,
) -> int:
    """Serve the pages: search, facts side by side, articles with every figure marked, findings, runs, judging.

    The database is opened read-only. Judging needs the token that this prints.
    """
    # By name: the command line and the pages are siblings, and neither knows the other.
    import_module("extractor.web.server").serve(home, host, port, typer.echo)
    return 0
