"""extractor sources: who is read, and on what terms."""

from __future__ import annotations

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor sources"


@app.command(epilog=EPILOG)
def sources(json: o.Json = False) -> int:
    """List the sources that have a file in sites/: hosts, crawl policy, and what it rests on."""
    from extractor.cli.output import print_json, table
    from extractor.sites import registry

    found = registry()
    if json:
        print_json(site.model_dump(mode="json", include={"code", "name", "hosts", "languages", "policy"})
                   for site in found.values())  # fmt: skip
        return 0
    table(
        ("SOURCE", "NAME", "CRAWL", "A MINUTE", "HOSTS", "RESTS ON"),
        [
            (
                site.code,
                site.name,
                "yes" if site.policy.crawl else "no",
                str(site.policy.requests_per_minute),
                ", ".join(site.hosts),
                site.policy.rests_on,
            )
            for site in found.values()
        ],
    )
    return 0
