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
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, the summary only.")] = False,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Crawl sources politely (robots.txt, their policy), archive the pages and read them.

    Ctrl-C stops between two pages; the next crawl goes on from there. The summary at the end says
    how many pages were fetched, unchanged, refused and failed, and why, for each URL.
    """
    from datetime import date

    from extractor.cli.crawling import NOTICE, Watch, records, report
    from extractor.cli.output import print_json
    from extractor.crawl import Fetcher, off
    from extractor.runs.crawling import Wanted, crawl_sites, settle_home
    from extractor.runs.stages import stages

    chosen = o.checked_sites(sources)
    if not licensed and all(not site.policy.crawl for site in chosen):
        raise off(chosen[0])
    day = o.checked_date(since, "--since")
    wanted = Wanted(date.fromisoformat(day[:10]) if day else None, limit, dry_run, licensed)
    steps = stages()
    summary = None
    with Watch(quiet=quiet) as watch:
        summaries = crawl_sites(home, chosen, Fetcher(contact=contact), steps, wanted, on_crawl=watch.crawl)
        interrupted = any(found.interrupted for found in summaries)
        try:
            if not (dry_run or interrupted):
                summary = settle_home(home, steps, watch.read)
        except KeyboardInterrupt:
            interrupted = True
        finally:
            watch.close()
            if json:
                print_json(records(summaries, summary))
            else:
                report(summaries, summary, home, dry_run=dry_run)
    if interrupted:
        typer.echo(f"extractor: {NOTICE}", err=True)
    return 130 if interrupted else 0
