"""extractor run: everything archived, by the present rules."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options as o
from extractor.domain.errors import InputError

app = o.application()

HELD = "Held back. See what changed: extractor runs diff BEFORE {number}; then: extractor runs promote {number}"
EPILOG = "Example: extractor run --source jetro --workers 4 --hold"

Inputs = Annotated[
    list[str] | None,
    typer.Option(help="Archive these first: .warc.gz, .jsonl or .parquet, anywhere fsspec reaches.", metavar="URL"),
]
Output = Annotated[
    Path | None, typer.Option(help="With --input: no database, a dataset of Parquet files there.", metavar="DIR")
]


@app.command(epilog=EPILOG)
def run(
    source: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    lang: Annotated[str | None, typer.Option(help="Only this language.")] = None,
    since: Annotated[str | None, typer.Option(help="Only what was published on or after.", metavar="DATE")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article, by id.")] = None,
    input: Inputs = None,
    output: Output = None,
    shards: Annotated[int, typer.Option(min=1, help="With --output: so many shards.")] = 16,
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

    if output is not None:
        return _dataset(output, input or [], shards, (engine, workers, seconds, ray_address), (log_json, json))
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
    elif hold and summary.run_id:
        typer.echo(HELD.format(number=summary.run_id))
    return 0 if summary.articles or summary.captures else 1


def _dataset(
    folder: Path, urls: list[str], shards: int, how: tuple[str, int, float, str | None], told: tuple[str | None, bool]
) -> int:
    """Inputs to Parquet: claims, facts, findings."""
    from dataclasses import asdict

    from extractor.cli.output import print_json
    from extractor.cli.progress import Log
    from extractor.runs import shards as sharding
    from extractor.runs.engines import Limits, engine
    from extractor.runs.stages import recording_stages
    from extractor.runs.streams import expand, stream

    if not urls:
        raise InputError("--output needs --input", "Name the files to read: --input 's3://bucket/*.warc.gz'")
    name, workers, seconds, address = how
    worker = engine(name, recording_stages, workers, Limits(seconds=seconds), address)
    files = [file for url in urls for file in expand(url)]
    with Log(told[0], quiet=told[1]) as log:
        data = sharding.Dataset(folder, shards, recording_stages().digests())
        summary = sharding.run(data, {file: stream([file]) for file in files}, worker, log.tick)
        log.end(summary)
    if told[1]:
        print_json([asdict(summary)])
    return 0 if summary.facts or summary.claims else 1
