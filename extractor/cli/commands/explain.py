"""extractor explain: how figures are read, piece by piece; of a text, or of a claim that is stored."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli import options as o

if TYPE_CHECKING:
    from extractor.domain import Claim, Figure

app = o.application()

EPILOG = 'Example: extractor explain "Exports fell 3.5% to ¥1.2 trillion in May"'


@app.command(epilog=EPILOG)
def explain(
    what: Annotated[str, typer.Argument(metavar="TEXT|CLAIM", help="A sentence, or a claim's id.")],
    published: o.Published = None,
    lang: o.LangHint = None,
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
) -> int:
    """Show each figure of a text with its parts and the rule that read it; of a claim also the reason of each slot."""
    if re.fullmatch(r"[0-9a-f]{4,16}", what):
        return _claim(home, what, json)
    from extractor.cli.output import print_json
    from extractor.extract import read_figures
    from extractor.parse import detect_language

    day = o.checked_date(published)
    tag = o.checked_lang(lang) or detect_language(what) or "en"
    figures = read_figures(what, tag, date.fromisoformat(day[:10]) if day else None)
    if json:
        print_json(figure.model_dump(mode="json") for figure in figures)
    else:
        typer.echo(what)
        for figure in figures:
            _print_figure(figure, what)
    if not figures:
        typer.echo("extractor: no figure in it", err=True)
    return 0 if figures else 1


def _claim(home: Path, claim_id: str, json: bool) -> int:
    from extractor.cli.output import print_json
    from extractor.extract import read_figures
    from extractor.store import read

    with o.reading(home) as db:
        claim = read.read_claim(db, claim_id)
        article = read.read_article(db, claim.article_id)
    figures = read_figures(article.text, article.lang, article.published_date)
    same = next((f for f in figures if (f.start, f.end) == (claim.start, claim.end)), None)
    if json:
        figure = None if same is None else same.model_dump(mode="json")
        print_json([{"claim": claim.id, "figure": figure, "evidence": [e.model_dump() for e in claim.evidence]}])
        return 0
    typer.echo(claim.sentence)
    if same is None:
        typer.echo(f"└─ {claim.quote}: today's rules read no figure here on its own; the claim is by {claim.rule}")
    else:
        _print_figure(same, article.text)
    _print_slots(claim, article.text)
    return 0


def _print_figure(figure: Figure, text: str) -> None:
    """One figure as a tree: what it says, then its parts as they stand."""
    typer.echo(f"└─ {figure.quote}: {_reading(figure)}   rule {figure.rule}")
    rows = [(text[part.start : part.end], f"{part.name} {part.value}".rstrip()) for part in figure.parts]
    if figure.evidence:
        rows.append(("by", figure.evidence))
    if figure.note:
        rows.append(("note", figure.note))
    for number, (left, right) in enumerate(rows, start=1):
        typer.echo(f"   {'└─' if number == len(rows) else '├─'} {left}: {right}")


def _reading(figure: Figure) -> str:
    """The value in words: `money 1,200,000,000,000 JPY, between ... and ...`."""
    value = figure.period or figure.timex if figure.kind == "period" else _number(figure.value)
    limits = f"between {_number(figure.low)} and {_number(figure.high)}" if figure.low != figure.high else None
    parts = [
        " ".join(part for part in (figure.kind, value, figure.unit) if part),
        figure.bound,
        figure.direction,
        limits,
    ]
    return ", ".join(part for part in parts if part)


def _number(value: Any) -> str | None:
    return None if value is None else f"{value:,f}"


def _print_slots(claim: Claim, text: str) -> None:
    for item in claim.evidence:
        value = getattr(claim, item.slot, None) or getattr(claim.basis, item.slot, None)
        where = "" if item.start is None else f" at {text[item.start : item.end]!r}"
        why = ", ".join(part for part in (item.how, item.reason) if part)
        typer.echo(f"   {item.slot} = {value}: {why}{where}")
