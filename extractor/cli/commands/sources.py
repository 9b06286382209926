"""extractor sources: who is read, on what terms, and how it went lately."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli import options as o

if TYPE_CHECKING:
    from extractor.sites import Site
    from extractor.store.crawls import Crawled

app = o.application()

EPILOG = "Example: extractor sources jetro"
LAYOUT = ("layout_changed", "no_title", "no_date", "layout_dates", "short_body")
"""Issues that a page raises when its layout no longer fits the site's file."""


@app.command(epilog=EPILOG)
def sources(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Those only, with all there is.")
    ] = None,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """List the sources that have a file in sites/: policy, last crawl, and pages that no longer fit their layouts."""
    from extractor.cli.output import print_json
    from extractor.sites import registry

    chosen = o.checked_sites(codes) if codes else list(registry().values())
    crawls, issues = _lately(home)
    if json:
        print_json(_record(site, crawls.get(site.code), issues.get(site.code, {})) for site in chosen)
    elif codes:
        for site in chosen:
            _print_one(site, crawls.get(site.code), issues.get(site.code, {}))
    else:
        _print_all(chosen, crawls, issues)
    return 0


def _lately(home: Path) -> tuple[dict[str, Crawled], dict[str, dict[str, int]]]:
    """Last crawls, and pages with issues by kind, of each source; nothing where there is no database yet."""
    from extractor.store.crawls import issue_counts, last_crawls
    from extractor.store.database import NAME

    if not (home / NAME).exists():
        return {}, {}
    with o.reading(home) as db:
        return last_crawls(db), issue_counts(db, "parse")


def _record(site: Site, last: Crawled | None, issues: dict[str, int]) -> dict[str, Any]:
    return {
        **site.model_dump(mode="json", include={"code", "name", "hosts", "languages", "policy"}),
        "last_crawl": last._asdict() if last else None,
        "page_issues": issues,
    }


def _print_all(sites: list[Site], crawls: dict[str, Crawled], issues: dict[str, dict[str, int]]) -> None:
    from extractor.cli.output import table

    table(
        ("SOURCE", "NAME", "CRAWL", "A MINUTE", "LAST CRAWL", "PAGES WITH ISSUES", "HOSTS", "RESTS ON"),
        [
            (
                site.code,
                site.name,
                "yes" if site.policy.crawl else "no",
                str(site.policy.requests_per_minute),
                _last(crawls.get(site.code)),
                _kinds(issues.get(site.code, {})),
                ", ".join(site.hosts),
                site.policy.rests_on,
            )
            for site in sites
        ],
    )


def _print_one(site: Site, last: Crawled | None, issues: dict[str, int]) -> None:
    policy = site.policy
    rows = {
        "source": f"{site.code}: {site.name}",
        "hosts": ", ".join(site.hosts),
        "crawl": "yes" if policy.crawl else "no, unless a licence allows it (--licensed)",
        "rate": f"{policy.requests_per_minute} requests a minute at most",
        "excerpts": "no limit" if policy.excerpt_chars is None else f"{policy.excerpt_chars} characters at most",
        "hand on": policy.redistribution,
        "rests on": f"{policy.rests_on} (reviewed {policy.reviewed})",
        "last crawl": _last(last),
        "page issues": _kinds(issues),
    }
    for name, text in rows.items():
        typer.echo(f"{name:<13}{text}")
    changed = [code for code in LAYOUT if code in issues]
    if changed:
        typer.echo(f"{site.name} may have changed its layout: see the pages, then sites/{site.code}.py")
    if last is not None and (issues or last.failed or last.refused):
        typer.echo(f"See each: extractor runs issues {last.run_key}")


def _last(last: Crawled | None) -> str:
    if last is None:
        return "never"
    counts = [f"{last.fetched} fetched", f"{last.unchanged} unchanged"]
    counts += [f"{count} {name}" for count, name in ((last.refused, "refused"), (last.failed, "failed")) if count]
    counts += [f"{last.left} left"] if last.left else []
    return f"{last.finished_at[:16].replace('T', ' ')}: {', '.join(counts)}" + (", interrupted" * last.interrupted)


def _kinds(issues: dict[str, int]) -> str:
    return ", ".join(f"{count} {code}" for code, count in issues.items()) or "none"
