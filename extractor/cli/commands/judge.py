"""extractor judge: a person's decision on a claim or a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options as o
from extractor.domain.errors import InputError

if TYPE_CHECKING:
    from extractor.domain import Judgement

app = o.application()

EPILOG = "Example: extractor judge 3fa9c1d2 --verdict wrong --why 'billion, not million' --by maria"


@app.command(epilog=EPILOG)
def judge(
    target: Annotated[str | None, typer.Argument(help="A claim's or a fact's id, or its beginning.")] = None,
    verdict: Annotated[str | None, typer.Option(help="right, wrong, unsure, or a verdict of the reconciler.")] = None,
    why: Annotated[str | None, typer.Option(help="The reason, for whoever reads it later.")] = None,
    by: Annotated[str | None, typer.Option(envvar="EXTRACTOR_BY", help="Who decides.")] = None,
    undo: Annotated[
        str | None, typer.Option(help="Take back this judgement: its id, or its beginning.", metavar="ID")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="List the judgements (of TARGET).")] = False,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Judge a claim or a fact. Nothing is overwritten: an undo is another judgement.

    A claim judged wrong no longer counts in its fact; a fact judged by a verdict of the reconciler has that
    verdict. Judgements outlive re-extraction; one whose claim has changed since is listed as stale.
    """
    if history:
        return _history(home, target, json)
    if undo and not (why and by):
        raise InputError("an undo is a judgement too: --undo needs --why and --by", "Say why, and who decides")
    if not why or not by or not (undo or (target and verdict)):
        raise InputError("a judgement needs TARGET, --verdict, --why and --by", "Or --undo ID with --why and --by")
    from extractor.cli.output import print_json
    from extractor.runs import judging

    made = (
        judging.undo(home, _whole(home, undo), why, by)
        if undo
        else judging.judge(home, str(target), str(verdict), why, by)
    )
    if json:
        print_json([made.model_dump()])
    else:
        typer.echo(f"{made.target_kind} {made.target}: {'undone: ' if undo else ''}{made.verdict}; judgement {made.id}")
        typer.echo(_effect(home, made))
    return 0


def _effect(home: o.Home, made: Judgement) -> str:
    """What the judged claim or fact counts for now."""
    from extractor.runs import judging

    with o.reading(home) as db:
        facts, pending = judging.counted(db, made.target_kind, made.target)
    if pending:
        return "Another process is writing to this home: the facts follow when it reconciles."
    told = ", ".join(f"fact {fact[:8]} ({verdict})" for fact, verdict in facts)
    if made.target_kind == "fact":
        return f"It stands as {told}." if told else "It is gone."
    return f"It counts in {told}." if told else "It counts in no fact."


def _whole(home: o.Home, beginning: str) -> str:
    """The one judgement's id that begins so; else what was given, for whoever refuses it."""
    with o.reading(home) as db:
        sql = "SELECT id FROM judgements WHERE substr(id, 1, ?) = ? LIMIT 2"
        found = [str(row["id"]) for row in db.execute(sql, (len(beginning), beginning))]
    return found[0] if len(found) == 1 else beginning


def _history(home: o.Home, target: str | None, json: bool) -> int:
    from extractor.cli.output import print_json, table

    with o.reading(home) as db:
        standing = {row["id"]: row["stale"] for row in db.execute("SELECT id, stale FROM standing_judgements")}
        sql = "SELECT * FROM judgements WHERE target LIKE ? ORDER BY rowid"
        rows = [dict(row) for row in db.execute(sql, (f"{target or ''}%",))]
    for row in rows:
        row["state"] = _state(row, standing)
    if json:
        print_json(rows)
    elif rows:
        head = ("JUDGEMENT", "TARGET", "VERDICT", "BY", "AT", "STATE", "WHY")
        names = ("id", "target", "verdict", "by", "at", "state", "why")
        table(head, [tuple(str(row[name]) for name in names) for row in rows])
    return 0 if rows else 1


def _state(row: dict[str, object], standing: dict[object, int]) -> str:
    if row["undoes"]:
        return f"undoes {row['undoes']}"
    if row["id"] not in standing:
        return "undone"
    return "stale" if standing[row["id"]] else "stands"
