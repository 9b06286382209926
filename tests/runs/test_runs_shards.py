"""Runs without a database: the same claims and facts, as Parquet, resumed by what is there."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import standin

from extractor.domain import Capture
from extractor.runs import batch, shards
from extractor.runs.engines import Engine
from extractor.runs.engines.serial import Serial
from extractor.runs.streams import stream
from extractor.store import facts, open_database

STAGES = replace(standin.STAGES, records=True)


def parse(capture: Capture) -> standin.Parsed:
    record = json.loads(capture.body)
    return standin.parse(capture.model_copy(update={"body": record["text"].encode()}))


RULES = replace(STAGES, parse=parse)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    found = []
    for number in range(3):
        path = tmp_path / f"{number}.jsonl"
        texts = [f"{number} and {number + i}" for i in range(4)] + ["7 poison"] * (number == 1)
        lines = [json.dumps({"url": f"https://example.org/{number}/{i}", "text": t}) for i, t in enumerate(texts)]
        path.write_text("\n".join(lines))
        found.append(path.as_uri())
    return found


def run(folder: Path, files: list[str], engine: Engine | None = None, count: int = 4) -> Any:
    inputs = {file: stream([file]) for file in files}
    return shards.run(shards.Dataset(folder, count), inputs, engine or Serial(lambda: RULES))


def rows(folder: Path, what: str) -> list[dict[str, Any]]:
    found = [row for path in folder.glob(f"{what}/*.parquet") for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: row["id"])


@pytest.mark.parametrize("count", [1, 4])
def test_it_says_what_a_database_says(tmp_path: Path, files: list[str], count: int) -> None:
    summary = run(tmp_path / "data", files, count=count)
    assert (summary.captures, summary.articles, summary.failed) == (13, 12, 1)
    home = tmp_path / "home"
    rules = replace(RULES, records=False)
    batch.run(home, rules, Serial(lambda: rules), given=stream(files))
    with closing(open_database(home, read_only=True)) as db:
        claims = db.execute("SELECT id, value, article_id FROM current_claims ORDER BY id").fetchall()
        expected = {fact.id: (fact.verdict, fact.mentions, fact.explanation) for fact in facts.read_facts(db)}
        findings = {finding.id for finding in facts.read_findings(db)}
    assert [(row["id"], row["value"], row["article_id"]) for row in rows(tmp_path / "data", "claims")] == [
        tuple(row) for row in claims
    ]
    said = {
        row["id"]: (row["verdict"], row["mentions"], row["explanation"]) for row in rows(tmp_path / "data", "facts")
    }
    assert said == expected
    assert {row["id"] for row in rows(tmp_path / "data", "findings")} == findings


def test_what_is_there_is_not_done_again(tmp_path: Path, files: list[str]) -> None:
    run(tmp_path / "data", files[:2])

    def only_new(tasks: Any) -> Any:
        found = list(tasks)
        assert all("/2/" in task.item.url for task in found if isinstance(task.item, Capture))
        return Serial(lambda: RULES)(found)

    run(tmp_path / "data", files, only_new)
    run(tmp_path / "other", files)
    for what in ("claims", "facts", "findings"):
        assert rows(tmp_path / "data", what) == rows(tmp_path / "other", what)


def test_an_input_that_breaks_off_leaves_no_files_that_count(tmp_path: Path, files: list[str]) -> None:
    def dying(tasks: Any) -> Any:
        for number, outcome in enumerate(Serial(lambda: RULES)(tasks)):
            if number == 2:
                raise KeyboardInterrupt
            yield outcome

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "data", files, dying)
    assert list((tmp_path / "data").rglob("*.parquet")) == []
    run(tmp_path / "data", files)
    run(tmp_path / "other", files)
    assert rows(tmp_path / "data", "facts") == rows(tmp_path / "other", "facts")
