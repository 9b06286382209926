"""extractor explain: how a claim was read, by reading it again."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor explain 3fa9c1d2"


@app.command(epilog=EPILOG)
def explain(
    claim: Annotated[str, typer.Argument(help="A claim's id, or its beginning.")],
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Show how a claim's value was put together, piece by piece, and why each slot is what it is."""
    from extractor.cli.output import print_json
    from extractor.extract import read_figures
    from extractor.store import read

    with o.reading(home) as db:
        found = read.read_claim(db, claim)
        article = read.read_article(db, found.article_id)
    figures = read_figures(article.text, article.lang, article.published_date)
    same = next((f for f in figures if (f.start, f.end) == (found.start, found.end)), None)
    if json:
        figure = None if same is None else same.model_dump(mode="json")
        print_json([{"claim": found.id, "figure": figure, "evidence": [e.model_dump() for e in found.evidence]}])
        return 0
    typer.echo(
        f"{found.quote}: {found.kind} {found.value if found.value is not None else ''} {found.unit or ''}".rstrip()
    )
    if same is None:
        typer.echo("  today's rules no longer read a figure here: run `extractor run`")
    else:
        typer.echo(f"  rule {same.rule}" + (f"; {same.note}" if same.note else ""))
        for part in same.parts:
            typer.echo(f"  {article.text[part.start : part.end]!r:<20} {part.name:<12} {part.value}")
        if same.evidence:
            typer.echo(f"  period by: {same.evidence}")
    for item in found.evidence:
        quote = "" if item.start is None else f" at {article.text[item.start : item.end]!r}"
        typer.echo(f"  {item.slot} = {getattr(found, item.slot, getattr(found.basis, item.slot, None))}: "
                   f"{item.how}, {item.reason}{quote}")  # fmt: skip
    return 0
