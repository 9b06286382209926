"""extractor doctor: is everything that is kept well?"""

from __future__ import annotations

import typer

from extractor.cli import options as o

app = o.application()

EPILOG = "Example: extractor doctor"
MARKS = {"ok": "ok    ", "attend": "attend", "broken": "BROKEN"}


@app.command(epilog=EPILOG)
def doctor(home: o.Home = o.DEFAULT_HOME, json: o.Json = False) -> int:
    """Check archive digests, database, schema, spans, runs and judgements, and say what to do.

    Exit code 1 when something is broken; what only wants attending to leaves it at 0.
    """
    from extractor.cli.output import print_json
    from extractor.runs.doctor import examine
    from extractor.runs.stages import stages

    found = examine(home, stages())
    if json:
        print_json(diagnosis.model_dump() for diagnosis in found)
    else:
        for diagnosis in found:
            typer.echo(f"{MARKS[diagnosis.state]}  {diagnosis.check}: {diagnosis.detail}")
            if diagnosis.todo:
                typer.echo(f"        -> {diagnosis.todo}")
    return 1 if any(diagnosis.state == "broken" for diagnosis in found) else 0
