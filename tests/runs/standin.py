"""Small stages for tests of the runs: every number is a claim, every value that stands twice is a fact.

Also a program: `python standin.py HOME FILE...` ingests the files, so that tests can kill it.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from extractor.domain import Article, Capture, Claim, Fact, Finding, Issue, content_id
from extractor.runs import inputs, pipeline
from extractor.runs.stages import Stages


@dataclass(frozen=True)
class Parsed:
    article: Article
    issues: tuple[Issue, ...] = ()


def parse(capture: Capture) -> Parsed:
    text = capture.body.decode()
    if "poison" in text:
        raise RuntimeError("the parser died")
    issues = (Issue(stage="parse", code="odd", message="an odd page", url=capture.url),) if "odd" in text else ()
    return Parsed(
        Article(id=content_id(capture.url), url=capture.url, source="test", lang="en", title=None, text=text,
                capture_sha256=capture.sha256),
        issues,
    )  # fmt: skip


def extract(article: Article) -> list[Claim]:
    if "venom" in article.text:
        raise ValueError("the rules died")
    return [
        Claim(id=Claim.make_id(article.id, found.start(), found.end(), "count"), article_id=article.id,
              url=article.url, source=article.source, lang="en", sentence=article.text, sentence_start=0,
              sentence_end=len(article.text), quote=found[0], start=found.start(), end=found.end(), kind="count",
              value=Decimal(found[0]), rule="test.number")
        for found in re.finditer(r"\d+", article.text)
    ]  # fmt: skip


def groups(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        found[f"value|{claim.value}"].append(claim.id)
    return {name: tuple(ids) for name, ids in found.items()}


def reconcile(name: str, claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[list[Fact], list[Finding]]:
    ids = tuple(sorted(claim.id for claim in claims if articles[claim.article_id].id))
    value = name.partition("|")[2]
    fact = Fact(id=content_id(value), key=value, indicator=None, flow=None, exporter=None, importer=None,
                commodity=None, period=None, measure="level", unit=None, value=Decimal(value), verdict="agree_exact",
                explanation=f"{len(ids)} claims say {value}", claim_ids=ids, mentions=len(ids), outlets=1, origins=1,
                group=name)  # fmt: skip
    if len(ids) < 2:
        return [fact], []
    finding = Finding(id=content_id("twice", fact.id), verdict="duplicate", check="twice", passed=True, claim_ids=ids,
                      fact_ids=(fact.id,), explanation=f"{value} stands twice", arithmetic=(f"{value} = {value}",),
                      group=name)  # fmt: skip
    return [fact], [finding]


STAGES = Stages(parse, extract, groups, reconcile, parse_digest="p1", rules_digest="r1", reconcile_digest="c1")

UNDATED = {
    "captures": "retrieved_at", "runs": "started_at finished_at", "run_summaries": "started_at finished_at",
}  # fmt: skip


def contents(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and view, but for the times at which things were done."""
    db = sqlite3.connect(home / "facts.db")
    try:
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            if not name.startswith("sentences_fts")
        ]
        found = {}
        for name in names:
            columns = [row[1] for row in db.execute("SELECT * FROM pragma_table_xinfo(?)", (name,))]
            kept = ", ".join(f'"{column}"' for column in columns if column not in UNDATED.get(name, "").split())
            found[name] = sorted(db.execute(f"SELECT {kept} FROM {name}").fetchall(), key=repr)  # noqa: S608
        return found
    finally:
        db.close()


def main() -> None:
    home, *files = sys.argv[1:]
    print("ready", flush=True)
    pipeline.ingest(Path(home), inputs.captures(files, {}), STAGES, progress=lambda _: time.sleep(0.01))


if __name__ == "__main__":
    main()
