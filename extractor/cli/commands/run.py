"""extractor run: everything archived, by the present rules."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor run --source jetro --workers 4 --hold"


@app.command(epilog=EPILOG)
def run(
    source: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    lang: Annotated[str | None, typer.Option(help="Only this language.")] = None,
    since: Annotated[str | None, typer.Option(help="Only what was published on or after.", metavar="DATE")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article, by id.")] = None,
    input: Annotated[
        list[str] | None,
        typer.Option(help="Archive these first: .warc.gz, .jsonl or .parquet, anywhere fsspec reaches.", metavar="URL"),
    ] = None,
    engine: Annotated[str, typer.Option(help="local or ray.")] = "local",
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = max((os.cpu_count() or 2) - 1, 1),
    seconds: Annotated[float, typer.Option(min=0.1, help="Longest time for one article.")] = 60,
    ray_address: Annotated[str | None, typer.Option(help="Join this Ray cluster.")] = None,
    hold: Annotated[bool, typer.Option("--hold", help="Leave it to `runs promote` to make it current.")] = False,
    log_json: Annotated[str | None, typer.Option(help="Write the log there, one JSON object a line.")] = None,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Read everything archived by the present rules. What neither page nor rules have changed is taken over.

    Killed or interrupted, the same command goes on where it was. An article that crashes, hangs or
    needs too much memory is set aside with an issue.
    """
    from dataclasses import asdict

    from extractor.cli.output import print_json
    from extractor.cli.progress import Log
    from extractor.runs import batch
    from extractor.runs.engines import Limits
    from extractor.runs.engines import engine as make
    from extractor.runs.stages import stages
    from extractor.runs.streams import stream

    if not input:
        with o.reading(home):
            pass  # a home without a database is refused before anything is written
    chosen = batch.Selection(source, o.checked_lang(lang), o.checked_date(since, "--since"), article)
    worker = make(engine, stages, workers, Limits(seconds=seconds), ray_address)
    with Log(log_json, quiet=json) as log:
        summary = batch.run(home, stages(), worker, chosen, given=stream(input or ()), promote=not hold, tick=log.tick)
        log.end(summary)
    if json:
        print_json([asdict(summary)])
    return 0 if summary.articles or summary.captures else 1
