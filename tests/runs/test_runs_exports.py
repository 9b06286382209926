"""What is handed out can be cited, verified, and read back."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import standin

from extractor.domain import CONTRACT_FIELDS
from extractor.domain.errors import InputError, UnknownTerm
from extractor.runs import exports, inputs, pipeline, verifying
from extractor.runs.importing import import_records
from extractor.search import Query
from extractor.store import facts, open_database

TEXTS = {
    "a.txt": "=1 sold in 2024, and 輸入 2 more",
    "b.txt": "2 again, 'quoted', \"twice\"\nand a second line: 3",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pipeline.ingest(tmp_path / "home", inputs.captures([str(tmp_path / n) for n in TEXTS], {}), standin.STAGES)
    return tmp_path / "home"


def export(home: Path, path: Path, name: str | None = None, excerpt: int | None = None) -> Path:
    with closing(open_database(home, read_only=True)) as db:
        found = exports.records(db, Query(), {"test": excerpt})
        assert exports.export(found, path, exports.format_of(path, name)) > 0
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_line_is_the_contract_and_its_locator(home: Path, tmp_path: Path) -> None:
    for record in lines(export(home, tmp_path / "x.jsonl")):
        assert tuple(record) == (*CONTRACT_FIELDS, "evidence", "links", "locator")
        text = TEXTS[record["url"].rpartition("/")[2]]
        locator = record["locator"]
        assert text[locator["start"] : locator["end"]] == locator["quote"] == record["quote"]
        assert f"{locator['prefix']}{locator['quote']}{locator['suffix']}" in text


def test_export_import_export_is_byte_identical(home: Path, tmp_path: Path) -> None:
    first = export(home, tmp_path / "x.jsonl")
    assert import_records(tmp_path / "other", exports.read(first), standin.STAGES) == 5
    assert export(tmp_path / "other", tmp_path / "y.jsonl").read_bytes() == first.read_bytes()
    with closing(open_database(home)) as one, closing(open_database(tmp_path / "other")) as two:
        assert list(facts.read_facts(two)) == list(facts.read_facts(one))


def test_nothing_is_imported_over_claims(home: Path, tmp_path: Path) -> None:
    path = export(home, tmp_path / "x.jsonl")
    with pytest.raises(InputError, match="new --home"):
        import_records(home, exports.read(path), standin.STAGES)


def test_tables_hold_the_same_values(home: Path, tmp_path: Path) -> None:
    records = lines(export(home, tmp_path / "x.jsonl"))
    with export(home, tmp_path / "x.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    columns = pq.read_table(export(home, tmp_path / "x.parquet")).to_pylist()
    for record, row, column in zip(records, rows, columns, strict=True):
        assert record["value"] == row["value"] == column["value"]
        assert record["basis"]["compiler"] is None
        assert column["basis.compiler"] is None
        assert (record["start"], str(record["start"])) == (column["start"], row["start"])
        assert record["locator"]["prefix"] == column["locator.prefix"]


def test_a_cell_is_never_a_formula(home: Path, tmp_path: Path) -> None:
    with export(home, tmp_path / "x.csv").open(encoding="utf-8", newline="") as handle:
        cells = [cell for row in csv.reader(handle) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any(cell.startswith("'=1 sold") for cell in cells)


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.parquet"])
def test_every_quote_stands_as_cited(home: Path, tmp_path: Path, name: str) -> None:
    rows = exports.read(export(home, tmp_path / name))
    checked = list(verifying.verify(home, rows, standin.parse))
    assert [row.problem for row in checked] == [None] * 5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "9"}, "is not at"),
        ({"start": 7, "end": 8}, "has moved"),
        ({"prefix": "never "}, "other words"),
        ({"capture_sha256": "0" * 64}, "no capture"),
        ({"capture_sha256": None}, "names no capture"),
    ],
)
def test_what_no_longer_matches_is_said(home: Path, tmp_path: Path, change: dict[str, Any], said: str) -> None:
    record = next(r for r in lines(export(home, tmp_path / "x.jsonl")) if r["value"] == "1")
    record["locator"].update(change)
    (checked,) = verifying.verify(home, [record], standin.parse)
    assert checked.problem is not None
    assert said in checked.problem


def test_a_source_that_allows_little_text_gives_little(home: Path, tmp_path: Path) -> None:
    for record in lines(export(home, tmp_path / "x.jsonl", excerpt=10)):
        assert len(record["sentence"]) <= 10
        start = record["start"] - record["sentence_start"]
        assert record["sentence"][start : start + len(record["quote"])] == record["quote"]


def test_claim_reviews_name_claim_verdict_and_place(home: Path, tmp_path: Path) -> None:
    reviews = json.loads(export(home, tmp_path / "x.jsonld").read_text(encoding="utf-8"))
    assert len(reviews) == 5
    twice = next(review for review in reviews if "2 claims" in review["reviewRating"]["ratingExplanation"])
    assert twice["@type"] == "ClaimReview"
    assert twice["reviewRating"]["alternateName"] == "agree exact"
    assert twice["itemReviewed"]["appearance"]["url"].startswith("file:")


def test_provenance_leads_from_claim_to_capture(home: Path, tmp_path: Path) -> None:
    made = json.loads(export(home, tmp_path / "x.json", "prov").read_text(encoding="utf-8"))
    derived = {row["prov:generatedEntity"]: row["prov:usedEntity"] for row in made["wasDerivedFrom"].values()}
    claims = [name for name, row in made["entity"].items() if row["prov:type"] == "ex:Claim"]
    assert len(claims) == 5
    for claim in claims:
        assert derived[derived[claim]].startswith("ex:capture/")


def test_a_failed_export_leaves_no_file(home: Path, tmp_path: Path) -> None:
    def broken() -> Any:
        yield from ()
        raise KeyError("stop")

    with pytest.raises(KeyError):
        exports.export(broken(), tmp_path / "x.jsonl", "jsonl")
    assert not list(tmp_path.glob("x.jsonl*"))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownTerm, match="jsonl, csv"):
        exports.format_of(Path("claims.xlsx"), None)
