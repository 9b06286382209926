"""extractor runs: what was run, what it changed, and which run counts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options as o
from extractor.cli.output import print_json, table

if TYPE_CHECKING:
    from extractor.domain import Claim
    from extractor.runs.diff import Diff

app = o.application()

EPILOG = "Example: extractor runs diff 1 2 --fail-on 'removed>0'"
COLUMNS = (
    "key", "kind", "selection", "status", "active", "rules_digest", "started_at", "finished_at", "articles",
    "taken_over", "failed", "claims", "issues",
)  # fmt: skip
HEAD = ("RUN", "KIND", "STATUS", "CURRENT", "STARTED", "ARTICLES", "TAKEN OVER", "CLAIMS", "ISSUES", "SELECTION")
Number = Annotated[int, typer.Argument(min=1, help="A run's number.")]


@app.callback(invoke_without_command=True, epilog=EPILOG)
def runs(context: typer.Context, home: o.Home = o.DEFAULT_HOME, json: o.Json = False) -> int:
    """List the runs of extraction, newest first; compare, promote or roll back one."""
    if context.invoked_subcommand is not None:
        return 0
    return _list(home, json)


@app.command("list", epilog="Example: extractor runs list")
def list_(home: o.Home = o.DEFAULT_HOME, json: o.Json = False) -> int:
    """List the runs, newest first; so does `extractor runs` alone."""
    return _list(home, json)


def _list(home: o.Home, json: bool) -> int:
    with o.reading(home) as db:
        sql = f"SELECT {', '.join(COLUMNS)} FROM run_summaries ORDER BY key DESC"  # noqa: S608
        rows = [dict(row) for row in db.execute(sql)]
    if json:
        print_json(rows)
    else:
        table(HEAD, [_cells(row) for row in rows])
    return 0 if rows else 1


@app.command(epilog="Example: extractor runs diff 1 2")
def diff(
    before: Number,
    after: Number,
    fail_on: Annotated[list[str] | None, typer.Option(help="added, removed, changed or verdicts: removed>0")] = None,
    limit: Annotated[int, typer.Option(min=0, help="So many of each kind in words.")] = 10,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Say what changed from one run to another: claims, slot by slot, and verdicts. Exit code 1 by --fail-on."""
    from extractor.runs.diff import diff as compare
    from extractor.runs.diff import fails
    from extractor.runs.stages import stages

    with o.reading(home) as db:
        found = compare(db, before, after, stages())
    if json:
        print_json([found.model_dump(mode="json") | {"counts": found.counts(), "by_rule": found.by("rule"),
                                                      "by_indicator": found.by("indicator")}])  # fmt: skip
    else:
        _print(found, limit)
    held = fails(found, fail_on or ())
    if held:
        typer.echo(f"extractor: failed on {', '.join(held)}", err=True)
    return 1 if held else 0


@app.command(epilog="Example: extractor runs issues 2")
def issues(run: Number, home: o.Home = o.DEFAULT_HOME, json: o.Json = False) -> int:
    """List what went wrong in a run: stage, code, what it means, where."""
    from extractor.store import read

    with o.reading(home) as db:
        found = read.read_issues(db, run)
    if json:
        print_json(issue.model_dump() for issue in found)
    elif found:
        table(
            ("STAGE", "CODE", "SOURCE", "WHERE", "MESSAGE"),
            [
                (issue.stage, issue.code, issue.source or "", issue.url or issue.article_id or "", issue.message)
                for issue in found
            ],
        )
    else:
        typer.echo(f"extractor: run {run} has no issues", err=True)
    return 0 if found else 1


@app.command(epilog="Example: extractor runs promote 2")
def promote(run: Number, home: o.Home = o.DEFAULT_HOME) -> int:
    """Make a finished run's claims current, with the facts that follow from them, in one step."""
    return _activate(home, run, active=True)


@app.command(epilog="Example: extractor runs rollback 2")
def rollback(run: Number, home: o.Home = o.DEFAULT_HOME) -> int:
    """Take a run's claims back: what was current before it is current again."""
    return _activate(home, run, active=False)


def _activate(home: o.Home, run: int, *, active: bool) -> int:
    from extractor.runs.batch import activate
    from extractor.runs.stages import stages
    from extractor.store import open_database, writer_lock

    with o.reading(home):
        pass  # a home without a database is refused before anything is written
    with writer_lock(home), closing(open_database(home)) as db:
        activate(db, run, stages(), active=active)
        left = db.execute("SELECT count(*) FROM run_summaries WHERE active").fetchone()[0]
    typer.echo(f"run {run} {'is current' if active else 'is rolled back'}")
    if not left:
        typer.echo(f"No run is current now, so nothing is found; take it back with: extractor runs promote {run}")
    return 0


def _print(found: Diff, limit: int) -> None:
    from extractor.runs.naming import key_in_words

    typer.echo(", ".join(f"{count} {name}" for name, count in found.counts().items()))
    for field in ("rule", "indicator"):
        for value, counts in found.by(field).items():
            typer.echo(f"  {field} {value}: {', '.join(f'{count} {name}' for name, count in counts.items())}")
    for sign, claims in (("+", found.added), ("-", found.removed)):
        for claim in claims[:limit]:
            typer.echo(f"{sign} {claim.id[:8]} {_marked(claim)}")
    for change in found.changes[:limit]:
        typer.echo(f"~ {change.claim.id[:8]} {_marked(change.claim)}")
        for slot, (was, now) in change.slots.items():
            typer.echo(f"    {slot}: {was} -> {now}")
    for turn in found.verdicts[:limit]:
        typer.echo(f"! {key_in_words(turn.key)}: {turn.before} -> {turn.after}. {turn.explanation}")


def _marked(claim: Claim) -> str:
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    return f"{claim.sentence[:start]}[{claim.quote}]{claim.sentence[end:]}".replace("\n", " ")


def _cells(row: dict[str, object]) -> tuple[str, ...]:
    names = ("key", "kind", "status", "active", "started_at", "articles", "taken_over", "claims", "issues", "selection")
    return tuple(("yes" if row[name] else "no") if name == "active" else str(row[name]) for name in names)
