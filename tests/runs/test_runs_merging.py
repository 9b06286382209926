"""A dataset of Parquet files in a database: the same as if it had been written there, killed or not, and grown."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractor.domain import Article, Claim
from extractor.domain.errors import InputError
from extractor.runs import batch, merging, shards
from extractor.runs.engines.serial import Serial
from extractor.runs.stages import recording_stages, stages
from extractor.runs.streams import stream
from extractor.store import facts, open_database

SENTENCES = (
    "Japan's exports to China rose {n}.5% to {m}.2 billion dollars in 2024, customs data showed.",
    "China's imports from Japan came to {m}.2 billion dollars in 2024.",
    "2024年の中国からの輸入額は前年比{n}.5％増の{m}億ドルだった。",
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    found = []
    for number in range(3):
        records = [
            {"url": f"https://s{i}.example.org/{number}/{i}", "source": f"s{i}", "published": "2025-02-01",
             "text": "\n".join(SENTENCES[(number + i + k) % 3].format(n=number + 1, m=140 + i // 2) for k in range(2))}
            for i in range(5)
        ]  # fmt: skip
        path = tmp_path / f"{number}.jsonl"
        path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records))
        found.append(path.as_uri())
    return found


def dataset(folder: Path, files: list[str], count: int = 4) -> Path:
    steps = recording_stages()
    data = shards.Dataset(folder, count, steps.digests())
    shards.run(data, {file: stream([file]) for file in files}, Serial(lambda: steps))
    return folder


def said(home: Path) -> list[tuple[object, ...]]:
    """Every current claim but for its evidence, and every fact and finding."""
    with closing(open_database(home, read_only=True)) as db:
        claims = 'SELECT id, value, unit, sentence, start, "end", period, partner, how FROM current_claims ORDER BY id'
        links = "SELECT l.kind, l.claim_id FROM claim_links l JOIN current_claims c ON c.key = l.claim_key ORDER BY 2"
        found: list[tuple[object, ...]] = [tuple(row) for sql in (claims, links) for row in db.execute(sql)]
        found += [(f.id, f.verdict, f.claim_ids, f.mentions, f.origins, f.explanation) for f in facts.read_facts(db)]
        found += [(f.id, f.verdict, f.claim_ids, f.explanation, f.arithmetic) for f in facts.read_findings(db)]
    return found


def direct(home: Path, files: list[str]) -> list[tuple[object, ...]]:
    steps = stages()
    batch.run(home, steps, Serial(stages), given=stream(files))
    return said(home)


def never(*_: object) -> tuple[list[object], list[object]]:
    raise AssertionError("nothing should be reconciled again")


def test_it_says_what_a_run_into_the_database_says_and_reconciles_nothing_anew(
    tmp_path: Path, files: list[str]
) -> None:
    folder = dataset(tmp_path / "data", files)
    merged = merging.merge(folder, tmp_path / "home", replace(stages(), reconcile=never))  # type: ignore[arg-type]
    assert said(tmp_path / "home") == direct(tmp_path / "direct", files)
    assert merged.articles == 15
    assert min(merged.claims, merged.facts, merged.findings) > 0


def test_every_quote_stands_at_its_place(tmp_path: Path, files: list[str]) -> None:
    merging.merge(dataset(tmp_path / "data", files), tmp_path / "home", stages())
    with closing(open_database(tmp_path / "home", read_only=True)) as db:
        rows = db.execute(
            """SELECT c.quote, substr(a.text, c.start + 1, c."end" - c.start)
            FROM current_claims c JOIN articles a ON a.key = c.article_key"""
        ).fetchall()
    assert rows
    assert all(quote == cut for quote, cut in rows)


def test_again_it_does_nothing_and_of_a_grown_dataset_it_takes_what_is_new(tmp_path: Path, files: list[str]) -> None:
    home, steps = tmp_path / "home", stages()
    merging.merge(dataset(tmp_path / "data", files[:2]), home, steps)
    before = said(home)
    again = merging.merge(tmp_path / "data", home, replace(steps, reconcile=never))  # type: ignore[arg-type]
    assert (again.articles, again.claims) == (0, 0)
    assert said(home) == before
    grown = merging.merge(dataset(tmp_path / "data", files), home, steps)
    assert grown.articles == 5
    assert said(home) == direct(tmp_path / "direct", files)


@pytest.mark.parametrize("step", range(1, 9, 2))
def test_killed_in_between_it_goes_on(
    tmp_path: Path, files: list[str], step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, home = dataset(tmp_path / "data", files), tmp_path / "home"
    seen = 0

    def dying(db: sqlite3.Connection, *arguments: str) -> None:
        nonlocal seen
        seen += 1
        if seen == step:
            raise KeyboardInterrupt
        noted(db, *arguments)

    noted = merging.groups.note_rules
    monkeypatch.setattr(merging.groups, "note_rules", dying)
    with pytest.raises(KeyboardInterrupt):
        merging.merge(folder, home, stages())
    monkeypatch.undo()
    merging.merge(folder, home, stages())
    assert said(home) == direct(tmp_path / "direct", files)


def test_of_an_article_that_came_twice_the_last_version_counts(tmp_path: Path, files: list[str]) -> None:
    later = tmp_path / "later.jsonl"
    versions = [
        {"url": "https://s1.example.org/0/1", "source": "s1", "published": "2025-02-01", "text": text}
        for text in (SENTENCES[0].format(n=9, m=141), f"Corrected. {SENTENCES[0].format(n=8, m=141)}")
    ]
    later.write_text("\n".join(map(json.dumps, versions)))
    everything = [*files, later.as_uri()]
    merging.merge(dataset(tmp_path / "data", files), tmp_path / "home", stages())
    merging.merge(dataset(tmp_path / "data", everything), tmp_path / "home", stages())
    assert said(tmp_path / "home") == direct(tmp_path / "direct", everything)


def test_a_home_with_other_claims_and_a_folder_that_is_no_dataset_are_refused(tmp_path: Path, files: list[str]) -> None:
    direct(tmp_path / "home", files[:1])
    folder = dataset(tmp_path / "data", files)
    with pytest.raises(InputError, match="elsewhere"):
        merging.merge(folder, tmp_path / "home", stages())
    with pytest.raises(InputError, match="no dataset"):
        merging.merge(tmp_path, tmp_path / "other", stages())


def test_a_dataset_is_not_gone_on_with_by_other_rules_or_shards(tmp_path: Path, files: list[str]) -> None:
    dataset(tmp_path / "data", files[:1])
    with pytest.raises(InputError, match="4 shards"):
        dataset(tmp_path / "data", files, 8)
    other = shards.Dataset(tmp_path / "data", 4, {**recording_stages().digests(), "rules": "others"})
    with pytest.raises(InputError, match="other rules"):
        shards.run(other, {}, Serial(recording_stages))


def test_a_shard_holds_whole_groups_and_duckdb_reads_the_files(tmp_path: Path, files: list[str]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install -e '.[dev]'")
    folder = dataset(tmp_path / "data", files)
    homes: dict[str, set[str]] = {}
    for path in folder.glob("groups/*/*.parquet"):
        for group in pq.read_table(path).column("group").to_pylist():
            homes.setdefault(group, set()).add(path.name)
    assert {len(places) for places in homes.values()} == {1}
    assert len({place for places in homes.values() for place in places}) > 1
    merging.merge(folder, tmp_path / "home", stages())
    with closing(open_database(tmp_path / "home", read_only=True)) as db:
        expected = {tuple(row) for row in db.execute("SELECT unit, count(*) FROM current_claims GROUP BY 1")}
        verdicts = {tuple(row) for row in db.execute("SELECT verdict, count(*) FROM current_facts GROUP BY 1")}
    with duckdb.connect() as duck:
        claims = f"SELECT unit, count(*) FROM '{folder}/claims/*.parquet' GROUP BY 1"  # noqa: S608
        facts_of = f"SELECT verdict, count(*) FROM '{folder}/facts/*.parquet' GROUP BY 1"  # noqa: S608
        big = f"SELECT max(CAST(value AS DECIMAL(38, 6))) FROM '{folder}/claims/*.parquet' WHERE unit = 'USD'"  # noqa: S608
        assert set(duck.sql(claims).fetchall()) == expected
        assert set(duck.sql(facts_of).fetchall()) == verdicts
        assert duck.sql(big).fetchall()[0][0] > 140_000_000_000


def test_an_article_is_not_looked_for_to_read_a_dataset(tmp_path: Path, files: list[str]) -> None:
    folder = dataset(tmp_path / "data", files[:1])
    for path in tmp_path.glob("*.jsonl"):
        path.unlink()
    shutil.move(folder, tmp_path / "moved")

    def extract(article: Article) -> list[Claim]:
        raise AssertionError(article.id)

    assert merging.merge(tmp_path / "moved", tmp_path / "home", replace(stages(), extract=extract)).claims
