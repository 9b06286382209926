"""extractor runs: what was run, and what it made."""

from __future__ import annotations

from extractor.cli import options as o
from extractor.cli.output import print_json, table

app = o.application()

EPILOG = "Example: extractor runs --json"
COLUMNS = (
    "key", "kind", "selection", "status", "active", "rules_digest", "started_at", "finished_at", "articles",
    "taken_over", "failed", "claims", "issues",
)  # fmt: skip


@app.command(epilog=EPILOG)
def runs(home: o.Home = o.DEFAULT_HOME, json: o.Json = False) -> int:
    """List the runs of extraction, newest first."""
    with o.reading(home) as db:
        sql = f"SELECT {', '.join(COLUMNS)} FROM run_summaries ORDER BY key DESC"  # noqa: S608
        rows = [dict(row) for row in db.execute(sql)]
    if json:
        print_json(rows)
    else:
        head = (
            "RUN",
            "KIND",
            "STATUS",
            "CURRENT",
            "STARTED",
            "ARTICLES",
            "TAKEN OVER",
            "CLAIMS",
            "ISSUES",
            "SELECTION",
        )
        table(head, [_cells(row) for row in rows])
    return 0 if rows else 1


def _cells(row: dict[str, object]) -> tuple[str, ...]:
    names = ("key", "kind", "status", "active", "started_at", "articles", "taken_over", "claims", "issues", "selection")
    return tuple(("yes" if row[name] else "no") if name == "active" else str(row[name]) for name in names)
