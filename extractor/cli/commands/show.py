"""extractor show: one claim with everything behind it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli import options as o

if TYPE_CHECKING:
    from extractor.runs.placing import Placed
    from extractor.store.copies import Twin

app = o.application()

EPILOG = "Example: extractor show 3fa9c1d2"
SLOTS = (
    "kind", "value", "low", "high", "unit", "approximate", "bound", "indicator", "flow", "reporter", "partner",
    "commodity", "entity", "period", "period_kind", "change_basis", "direction", "balance_sign", "attribution",
    "status",
)  # fmt: skip


@app.command(epilog=EPILOG)
def show(
    claim: Annotated[str, typer.Argument(help="A claim's id, or its beginning.")],
    home: o.Home = o.DEFAULT_HOME,
    json: o.Json = False,
    csv: o.Csv = False,
) -> int:
    """Show a claim: its sentence with the figure marked, article, capture, rule, and where each slot came from."""
    from extractor.cli.output import print_csv, print_json
    from extractor.search import find_findings
    from extractor.store import copies, read

    with o.reading(home) as db:
        found = read.read_claim(db, claim)
        article = read.read_article(db, found.article_id)
        capture = _capture(db, article.capture_sha256)
        findings = find_findings(db, claim_id=found.id)
        twins = copies.read_copies(db, found.article_id)
        placed, why_not = _placed(home, article, found)
        if json or csv:
            on_page = placed and {"start": placed.start, "end": placed.end, "text": placed.text}
            (print_json if json else print_csv)(
                [{**_record(found, article, capture, findings, twins), "on_page": on_page}]
            )
            return 0
        _print(found, article, capture, findings, twins)
        if placed:
            around = " ".join(f"{placed.before}[{placed.text}]{placed.after}".split())
            typer.echo(f"\non the page as received, characters {placed.start} to {placed.end}: {around}")
        elif why_not:
            typer.echo(f"\nnot looked up on the page as received: {why_not}")
        _print_judgements(db, found.id)
    _print_citation(found, article, capture)
    return 0


def _placed(home: Path, article: Any, claim: Any) -> tuple[Placed | None, str | None]:
    """Where the quote stands in the archived page, markup and all; or why that cannot be told."""
    from extractor.domain.errors import ArchiveError
    from extractor.runs.placing import in_page

    try:
        return in_page(home, article, claim.start, claim.end), None
    except ArchiveError as error:
        return None, str(error)


def _capture(db: sqlite3.Connection, sha256: str | None) -> dict[str, Any]:
    row = db.execute("SELECT url, sha256, retrieved_at, bytes FROM captures WHERE sha256 = ?", (sha256,)).fetchone()
    return dict(row) if row else {}


def _record(
    claim: Any, article: Any, capture: dict[str, Any], findings: list[dict[str, Any]], twins: list[Twin]
) -> dict[str, Any]:
    return {
        **claim.contract(),
        "evidence": [item.model_dump() for item in claim.evidence],
        "links": [link.model_dump() for link in claim.links],
        "article": {"title": article.title, "layout": article.layout, "marks": list(article.marks)},
        "copies": [twin._asdict() for twin in twins],
        "capture": capture,
        "findings": findings,
    }


def _print(
    claim: Any, article: Any, capture: dict[str, Any], findings: list[dict[str, Any]], twins: list[Twin]
) -> None:
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    marked = f"{claim.sentence[:start]}[{claim.quote}]{claim.sentence[end:]}"
    typer.echo(f"{marked}\n\nclaim     {claim.id}, characters {claim.start} to {claim.end}, rule {claim.rule}")
    typer.echo(
        f"article   {article.title or article.id} ({claim.source or 'no source'}, {claim.published_at or 'undated'})"
    )
    typer.echo(f"          {claim.url or '-'}")
    if capture:
        typer.echo(f"capture   {capture['sha256']}, {capture['bytes']} bytes, {capture['retrieved_at']}")
    for twin in twins:
        place = twin.source or twin.url or twin.article_id
        typer.echo(f"same text {twin.title or twin.article_id} ({place}, {twin.published_at or 'undated'})")
    typer.echo("")
    reasons = {item.slot: item for item in claim.evidence}
    for slot in SLOTS:
        value = getattr(claim, slot)
        if value not in (None, False, "none"):
            typer.echo(f"{slot:<16}{_text(value)}{_how(claim, article.text, reasons.get(slot), slot)}")
    for slot, value in claim.basis.model_dump(exclude={"how"}).items():
        if value is not None:
            typer.echo(f"{slot:<16}{value}{_how(claim, article.text, reasons.get(slot), slot)}")
    for link in claim.links:
        typer.echo(f"{link.kind:<16}{link.claim_id}")
    for finding in findings:
        typer.echo(f"\n{finding['verdict']} ({finding['check']}): {finding['explanation']}")


def _print_judgements(db: sqlite3.Connection, claim_id: str) -> None:
    for row in db.execute("SELECT * FROM standing_judgements WHERE target = ? ORDER BY at", (claim_id,)):
        stale = " (stale: the claim has changed since)" if row["stale"] else ""
        typer.echo(f"\njudged {row['verdict']} by {row['by']}, {row['at'][:10]}: {row['why']}{stale}")


def _print_citation(claim: Any, article: Any, capture: dict[str, Any]) -> None:
    """How to cite the figure: who printed it, when, where, and its place in the archived page."""
    place = [article.title, claim.source, claim.published_at and str(claim.published_at)[:10], claim.url]
    page = f"; SHA-256 of the page {capture['sha256']}, archived {capture['retrieved_at'][:10]}" if capture else ""
    where = ", ".join(part for part in place if part)
    typer.echo(f'\ncite      "{claim.quote}", {where}, characters {claim.start} to {claim.end}{page}')


def _text(value: Any) -> str:
    from decimal import Decimal

    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def _how(claim: Any, article_text: str, evidence: Any, slot: str) -> str:
    """How a slot was got, where the sentence itself does not say it."""
    if evidence is not None:
        where = "" if evidence.start is None else f"at {article_text[evidence.start : evidence.end]!r}"
        return f"   ({' '.join(filter(None, [evidence.how, evidence.reason, where]))})"
    return f"   ({claim.basis.how[slot]})" if slot in claim.basis.how else ""
