"""extractor crawl: from the sources' sites into the archive, and through the pipeline."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor crawl jetro --since 2025-04-01 --limit 20 --contact https://example.org/me"


@app.command(epilog=EPILOG)
def crawl(
    sources: Annotated[list[str] | None, typer.Argument(help="Sources by code; all that may be crawled.")] = None,
    since: Annotated[str | None, typer.Option(help="Leave older pages waiting.", metavar="DATE")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="So many pages of each source at most.")] = None,
    contact: Annotated[str, typer.Option(envvar="EXTRACTOR_CONTACT", help="Your URL or address, for the sites.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would be fetched; fetch no page.")] = False,
    licensed: Annotated[bool, typer.Option("--licensed", help="A licence allows what the policy does not.")] = False,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Crawl sources politely (robots.txt, their policy), archive the pages and read them.

    Ctrl-C stops between two pages; the next crawl goes on from there.
    """
    from datetime import date

    from extractor.cli.output import print_json
    from extractor.crawl import Fetcher
    from extractor.runs.crawling import Wanted, crawl_and_settle
    from extractor.runs.stages import stages

    chosen = o.checked_sites(sources)
    day = o.checked_date(since, "--since")
    wanted = Wanted(date.fromisoformat(day[:10]) if day else None, limit, dry_run, licensed)
    summaries, summary = crawl_and_settle(home, chosen, Fetcher(contact=contact), stages(), wanted)
    if json:
        print_json(found.model_dump(mode="json") for found in summaries)
        return 0
    for found in summaries:
        typer.echo(str(found))
        for page in found.planned:
            typer.echo(f"  {page.refused or 'would fetch'}: {page.url}")
        for reason, times in found.reasons.items():
            typer.echo(f"  {reason}: {times}")
    if not dry_run:
        typer.echo(f"{summary.articles} articles read, {summary.claims} claims, in {home}.")
    return 130 if any(found.interrupted for found in summaries) else 0
