"""extractor check: do an article's own numbers add up?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options as o

if TYPE_CHECKING:
    from extractor.domain import Claim

app = o.application()

EPILOG = "Example: extractor check article.html"


@app.command(epilog=EPILOG)
def check(
    article: Annotated[str, typer.Argument(help="A file, or the id of an article in the database.")],
    published: o.Published = None,
    source: o.SourceHint = None,
    lang: o.LangHint = None,
    failed: Annotated[bool, typer.Option("--failed", help="Only what does not add up.")] = False,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """Check every identity that an article's own numbers allow: balance, total, share, previous value ...

    A file is read without being kept. What does not add up comes first, with the arithmetic.
    """
    from extractor.cli.output import print_csv, print_json
    from extractor.reconcile import by_urgency, check_article

    hints = {"published": o.checked_date(published), "source": source, "lang": o.checked_lang(lang)}
    claims = _of_file(article, hints) if Path(article).is_file() else _of_database(home, article)
    findings = [f for f in by_urgency(check_article(claims)) if not (failed and f.passed)]
    if json or csv:
        (print_json if json else print_csv)(finding.model_dump(mode="json") for finding in findings)
    else:
        quotes = {claim.id: claim.quote for claim in claims}
        for finding in findings:
            word = {True: "adds up", False: "DOES NOT ADD UP", None: "not tested"}[finding.passed]
            detail = f", {finding.detail}" if finding.detail else ""
            typer.echo(f"{word}: {finding.check} ({finding.verdict}{detail})  {finding.explanation}")
            for line in finding.arithmetic:
                typer.echo(f"    {line}")
            typer.echo(f"    from: {'; '.join(quotes[claim_id] for claim_id in finding.claim_ids)}\n")
    if not findings:
        typer.echo(
            "extractor: no identity to test in this article" if not failed else "extractor: all adds up", err=True
        )
    return 0 if findings else 1


def _of_file(path: str, hints: dict[str, str | None]) -> list[Claim]:
    from extractor.runs import inputs
    from extractor.runs.stages import stages

    steps = stages()
    inputs.check_paths([path], steps.parse)
    return [
        claim for capture in inputs.captures([path], hints) for claim in steps.extract(steps.parse(capture).article)
    ]


def _of_database(home: Path, article_id: str) -> list[Claim]:
    from extractor.store import read

    if "." in Path(article_id).name or "/" in article_id:  # ids are hexadecimal digits: a path was meant
        o.existing(Path(article_id))
    with o.reading(home) as db:
        return list(read.read_claims(db, read.read_article(db, article_id).id))
