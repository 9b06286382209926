"""extractor demo: the whole way on one screen."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor demo --home ./demo-data"
INTERESTING = ("conflict", "suspect_source_error", "explained", "revised", "conflict_if_same_basis", "derivable")


@app.command(epilog=EPILOG)
def demo(
    home: o.Home = o.DEFAULT_HOME,
    corpus: Annotated[Path | None, typer.Option(help="A folder of outlets' pages.", metavar="DIR")] = None,
) -> int:
    """Serve a small corpus as three sites on this machine, crawl it over HTTP, read it and reconcile it."""
    from extractor.crawl import Fetcher
    from extractor.runs import demo as served
    from extractor.runs.crawling import crawl_and_settle
    from extractor.runs.stages import stages

    with served.serving(corpus or served.corpus_folder()) as sites:
        typer.echo(
            f"Crawling {len(sites)} sites on this machine: {', '.join(site.hosts[0] for site in sites.values())}"
        )
        summaries, _ = crawl_and_settle(home, list(sites.values()), Fetcher(), stages(sites))
    for summary in summaries:
        typer.echo(f"  {summary}")
    with o.reading(home) as db:
        _print_counts(db)
        _print_findings(db)
    _print_next(home)
    return 0


def _print_counts(db: Any) -> None:
    from extractor.search import count_findings

    def number(sql: str) -> int:
        return int(db.execute(sql).fetchone()[0])

    rows = [
        ("captures", "SELECT count(*) FROM captures"),
        ("articles", "SELECT count(*) FROM current_articles"),
        ("figures", "SELECT count(*) FROM current_claims WHERE kind <> 'period'"),
        ("claims", "SELECT count(*) FROM current_claims"),
        ("facts", "SELECT count(*) FROM current_facts"),
        ("findings", "SELECT count(*) FROM current_findings"),
        ("issues", "SELECT count(*) FROM issues"),
    ]
    typer.echo("\n" + "\n".join(f"{number(sql):>6} {name}" for name, sql in rows))
    for verdict, found in count_findings(db).items():
        typer.echo(f"  {found:>8} {verdict}")


def _print_findings(db: Any) -> None:
    """The three that a reader would want to see: of different verdicts, the weightiest first, with arithmetic."""
    from extractor.cli.output import mark
    from extractor.search import find_findings

    chosen: list[dict[str, Any]] = []
    for verdict in INTERESTING:
        found = find_findings(db, verdict=verdict, limit=100)
        chosen += sorted(found, key=_worth)[:1]
    typer.echo("\nThe most interesting findings")
    for number, row in enumerate(chosen[:3], start=1):
        typer.echo(f"\n{number}. {row['verdict']} ({row['check']}): {row['explanation']}")
        for line in row["arithmetic"]:
            if line not in row["explanation"]:
                typer.echo(f"     {line}")
        for claim_id in row["claims"][:4]:
            claim = db.execute("SELECT * FROM current_claims WHERE id = ?", (claim_id,)).fetchone()
            typer.echo(f"     {claim_id[:8]} {claim['source'] or '-'}: {mark(claim).strip()}")


def _worth(row: dict[str, Any]) -> tuple[bool, Decimal, str]:
    """Those that can be reckoned come first, then those whose reason covers most of the gap."""
    return not row["arithmetic"], -Decimal(row["explained"] or 0), row["explanation"]


def _print_next(home: Path) -> None:
    given = "" if home == o.DEFAULT_HOME else f" --home {home}"
    typer.echo(f"\nThe database is {home / 'facts.db'}; the pages as received are in {home / 'captures'}.")
    typer.echo("Try next:")
    typer.echo(f"  extractor search 輸入{given}")
    typer.echo(f"  extractor compare --reporter JPN --partner CHN --flow import{given}")
    typer.echo(f"  extractor findings --verdict explained{given}")
    typer.echo(f"In a browser: extractor serve{given}")
