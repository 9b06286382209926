"""extractor ingest: files into the archive and through the pipeline."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor ingest articles/*.html notes.txt --published 2025-04-17 --source nikkei"


@app.command(epilog=EPILOG)
def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help=".html, .txt, .json, .jsonl, .warc.gz, .parquet, URLs of such, or -"),
    ],
    published: o.Published = None,
    source: o.SourceHint = None,
    lang: o.LangHint = None,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Archive files and read them: articles, claims, facts and findings.

    A file that is known already is not read again. Killed and run again, it goes on where it was.
    """
    from dataclasses import asdict

    from extractor.cli.output import counted, print_json
    from extractor.runs import inputs, pipeline
    from extractor.runs.stages import stages

    hints = {"published": o.checked_date(published), "source": source, "lang": o.checked_lang(lang)}
    steps = stages()
    inputs.check_paths(paths, steps.parse)
    summary = pipeline.ingest(home, inputs.records(paths, hints), steps)
    if json:
        print_json([asdict(summary)])
        return 0
    if not summary.captures and not summary.issues:
        typer.echo("Nothing new: every file is in the archive and has been read.")
        return 0
    for names in (("captures", "articles", "claims"), ("facts", "findings", "issues")):
        line = ", ".join(counted(getattr(summary, name), name[:-1]) for name in names)
        typer.echo(f"{line}{f', in {home}' if 'facts' in names else ''}.")
    if summary.issues:
        typer.echo(f"See what went wrong: extractor runs issues {summary.run_id}")
    typer.echo("Try: extractor findings, or extractor search WORDS.")
    return 0
