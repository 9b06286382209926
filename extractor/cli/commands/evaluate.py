"""extractor evaluate: how right the reading is, against the claims that an expert finds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli import options as o

if TYPE_CHECKING:
    from extractor.runs.evaluate import Evaluation, Score

app = o.application()

EPILOG = "Example: extractor evaluate corpus --misses"


@app.command(epilog=EPILOG)
def evaluate(
    folder: Annotated[Path, typer.Argument(help="Pages with their .claims.jsonl beside them, as corpus/ has.")],
    misses: Annotated[bool, typer.Option("--misses", "--wrong", help="Every claim that came out otherwise.")] = False,
    json: o.Json = False,
) -> int:
    """Read a folder of annotated pages and count what is right: by language, and slot by slot.

    A claim is found when its kind, value and unit are right at its place; silently wrong when a claim of its kind
    stands there with another value; spurious when the expert has none there.
    """
    from extractor.cli.output import print_json
    from extractor.runs.evaluate import evaluate as run
    from extractor.runs.stages import stages

    result = run(folder, stages())
    if json:
        print_json([*({"lang": lang, **_record(score)} for lang, score in _rows(result))])
        return 0
    _print(result)
    for miss in result.misses if misses else []:
        typer.echo(f"{miss.article}: {miss.quote}: {miss.what}")
    return 0


def _rows(result: Evaluation) -> list[tuple[str, Score]]:
    return [*sorted(result.scores.items()), ("all", result.total)]


def _record(score: Score) -> dict[str, Any]:
    return {
        "expected": score.expected, "found": score.found, "silently_wrong": score.wrong, "spurious": score.spurious,
        "figures": score.figures, "complete": score.complete,
        "slots": {name: [score.right[name], score.judged[name]] for name in score.judged},
    }  # fmt: skip


def _print(result: Evaluation) -> None:
    from rich.console import Console
    from rich.table import Table

    rows = _rows(result)
    table = Table(title=f"{result.articles} articles")
    for name in ("", *(lang for lang, _ in rows)):
        table.add_column(name, justify="right" if name else "left")
    table.add_row("expected claims", *(f"{s.expected}" for _, s in rows))
    table.add_row("silently wrong", *(f"{s.wrong}" for _, s in rows))
    table.add_row("spurious", *(f"{s.spurious}" for _, s in rows))
    table.add_row("recall", *(_percent(s.found, s.expected) for _, s in rows))
    table.add_row("precision", *(_percent(s.found, s.found + s.wrong + s.spurious) for _, s in rows))
    table.add_row("figures with all slots right", *(_percent(s.complete, s.figures) for _, s in rows))
    for slot in sorted(result.total.judged):
        table.add_row(f"  {slot}", *(_percent(s.right[slot], s.judged[slot]) for _, s in rows))
    Console().print(table)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"
