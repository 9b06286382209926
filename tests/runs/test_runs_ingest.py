"""Ingesting: whole, once, and the same database however often it was killed on the way."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import standin

from extractor.domain import Article, Capture, Claim, content_id
from extractor.runs import batch, inputs, pipeline
from extractor.runs.engines.serial import Serial
from extractor.store import ledger, open_database, read, transaction


def write_files(folder: Path, texts: list[str]) -> list[str]:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text)
    return [str(path) for path in sorted(folder.glob("*.txt"))]


def ingest(home: Path, files: list[str], stages: pipeline.Stages = standin.STAGES) -> pipeline.Summary:
    return pipeline.ingest(home, inputs.captures(files, {}), stages)


TEXTS = [f"In year {1990 + i} sales were {i} and {i + 1}." for i in range(10)] + ["an odd 5", "a poison 6", "venom 7"]


def test_everything_on_the_way_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    summary = ingest(home, write_files(tmp_path / "in", TEXTS))
    db = open_database(home, read_only=True)
    assert (summary.captures, summary.articles, summary.claims) == (13, 11, 31)
    assert [issue.code for issue in read.read_issues(db)] == ["odd", "crash", "crash"]
    assert [issue.stage for issue in read.read_issues(db)] == ["parse", "parse", "extract"]
    for claim in read.read_claims(db):
        article = read.read_article(db, claim.article_id)
        assert article.text[claim.start : claim.end] == claim.quote
        assert article.capture_sha256
    assert [run.status for run in read.read_runs(db)] == ["done"]
    db.close()


def test_the_same_files_again_change_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    files = write_files(tmp_path / "in", TEXTS)
    ingest(home, files)
    before = standin.contents(home)
    assert ingest(home, files).captures == 0
    assert standin.contents(home) == before


def test_a_new_file_moves_the_facts_on(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ingest(home, write_files(tmp_path / "in", ["one 1"]))
    ingest(home, write_files(tmp_path / "more", ["another 1"]))
    facts = standin.contents(home)["current_facts"]
    assert len(facts) == 1
    assert "2 claims say 1" in facts[0]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("undisturbed")
    files = write_files(folder / "in", TEXTS)
    ingest(folder / "home", files)
    return folder / "home", files


@pytest.mark.parametrize("seed", range(13))
def test_killed_anywhere_and_run_again_it_is_the_same(
    undisturbed: tuple[Path, list[str]], tmp_path: Path, seed: int
) -> None:
    expected, files = undisturbed
    home = tmp_path / "home"
    command = [sys.executable, standin.__file__, str(home), *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.025 * seed)
        process.kill()
    ingest(home, files)
    assert standin.contents(home) == standin.contents(expected)


@pytest.mark.parametrize("stop_at", range(1, 12, 3))
def test_no_article_is_half_written(tmp_path: Path, stop_at: int) -> None:
    """A crash inside the write of one article leaves the ones before it whole and no trace of it."""
    home = tmp_path / "home"
    files = write_files(tmp_path / "in", TEXTS[:10])
    seen = 0

    def dying(article: Article) -> list[Claim]:
        nonlocal seen
        seen += 1
        if seen == stop_at:
            raise KeyboardInterrupt
        return standin.extract(article)

    with pytest.raises(KeyboardInterrupt):
        ingest(home, files, replace(standin.STAGES, extract=dying))
    db = open_database(home, read_only=True)
    assert len(list(read.read_articles(db))) == stop_at - 1
    assert db.execute("SELECT count(*) FROM claims").fetchone()[0] == 3 * (stop_at - 1)
    db.close()
    ingest(home, files)
    other = tmp_path / "other"
    ingest(other, files)
    assert standin.contents(home) == standin.contents(other)


def test_facts_that_no_run_needs_are_not_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ingest(home, write_files(tmp_path / "in", ["one 1"]))
    ingest(home, write_files(tmp_path / "more", ["another 1"]))
    found = standin.contents(home)
    assert len(found["facts"]) == len(found["current_facts"]) == 1
    assert len(found["fact_claims"]) == 2


def page(url: str, text: str) -> Capture:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Capture(url=url, body=text.encode(), sha256=digest, retrieved_at="2025-01-01T00:00:00Z")


def as_page(capture: Capture) -> standin.Parsed:
    """An article whose id follows from its text, as pages have."""
    article = standin.parse(capture).article
    return standin.Parsed(article.model_copy(update={"id": content_id(capture.url, article.text), "layout": "generic"}))


def test_of_a_page_that_has_changed_only_the_last_version_counts(tmp_path: Path) -> None:
    steps = replace(standin.STAGES, parse=as_page)
    first, other = page("https://example.org/a", "sold 1"), page("https://example.org/b", "sold 1")
    pipeline.ingest(tmp_path, [first, other], steps)
    pipeline.ingest(tmp_path, [page("https://example.org/a", "sold 2")], steps)

    def current() -> list[tuple[str, str]]:
        with closing(open_database(tmp_path, read_only=True)) as db:
            return sorted((claim.url or "", claim.quote) for claim in read.read_claims(db))

    expected = [("https://example.org/a", "2"), ("https://example.org/b", "1")]
    assert current() == expected
    with closing(open_database(tmp_path)) as db:
        with transaction(db):
            ledger.rebuild_heads(db)
        assert db.execute("SELECT count(*) FROM claims").fetchone()[0] == 3
    assert current() == expected
    rules = replace(steps, rules_digest="r2")
    batch.run(tmp_path, rules, Serial(lambda: rules))
    assert current() == expected
