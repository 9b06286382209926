"""extractor rebuild: the database again, from the captures."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor rebuild"


@app.command(epilog=EPILOG)
def rebuild(
    force: Annotated[
        bool, typer.Option("--force", help="Leave out imported articles, which no capture holds.")
    ] = False,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Make facts.db again from the captures, by the present rules; the old file is kept beside it.

    Judgements come back from judgements.jsonl, and from the old database where it can be read.
    """
    from extractor.cli.output import print_json
    from extractor.runs.rebuild import rebuild as make
    from extractor.runs.stages import stages

    made = make(home, stages(), force=force)
    if json:
        print_json([made.model_dump()])
        return 0
    typer.echo(f"{made.articles} articles, {made.claims} claims, {made.facts} facts, {made.findings} findings.")
    typer.echo(f"{made.judgements} judgements are back, {made.issues} issues.")
    if made.left_out:
        typer.echo(f"Left out, for they take back what nobody has: {', '.join(made.left_out)}")
    if made.kept_as:
        typer.echo(f"The old database is kept as {home / made.kept_as}; delete it when all is well.")
    return 0
