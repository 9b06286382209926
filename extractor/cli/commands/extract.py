"""extractor extract: claims to standard output, no database."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor extract article.txt --published 2025-04-17 | head -3"


@app.command(epilog=EPILOG)
def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help=".html, .txt, .json, .jsonl, .warc.gz or -")],
    published: o.Published = None,
    source: o.SourceHint = None,
    lang: o.LangHint = None,
    json: Annotated[bool, typer.Option("--json", help="JSON lines; they are the only form.")] = True,
) -> int:
    """Print the claims of files as JSON lines, with exactly the contract's fields; nothing is kept.

    article_id is the article's own id, else the file's name.
    """
    from extractor.cli.output import print_json
    from extractor.domain import Issue
    from extractor.runs import inputs
    from extractor.runs.stages import stages
    from extractor.runs.work import examine

    hints = {"published": o.checked_date(published), "source": source, "lang": o.checked_lang(lang)}
    steps = stages()
    inputs.check_paths(paths, steps.parse)
    found = failed = 0
    for capture in inputs.records(paths, hints, name_ids=True):
        if isinstance(capture, Issue):
            typer.echo(f"extractor: {capture.message}", err=True)
            failed += 1
            continue
        _, claims, issues = examine(capture, steps)
        if claims is None:
            typer.echo(f"extractor: {capture.url}: {issues[0].message}", err=True)
            failed += 1
        print_json(claim.contract() for claim in claims or ())
        found += len(claims or ())
    if not found and not failed:
        typer.echo("extractor: no figure found", err=True)
    return 0 if found and not failed else 1
