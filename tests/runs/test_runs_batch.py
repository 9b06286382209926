"""Runs over the archive: the same claims from every engine, in any order, through kills and poison."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import standin
import standin_batch

from extractor.domain import Article, Capture, Claim
from extractor.domain.errors import UnknownTerm
from extractor.runs import batch, inputs, pipeline
from extractor.runs.engines import Limits, engine
from extractor.runs.engines.local import Local
from extractor.runs.engines.serial import Serial
from extractor.runs.stages import Stages
from extractor.store import open_database, read

TEXTS = [f"In year {1990 + i} sales were {i} and {i + 1}." for i in range(24)]
NEW_RULES = replace(standin.STAGES, rules_digest="r2")


def new_rules() -> Stages:
    return NEW_RULES


def fill(folder: Path, texts: list[str], order: int = 1, name: str = "home") -> Path:
    inbox = folder / "in"
    inbox.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (inbox / f"{number:02}.txt").write_text(text)
    files = [str(path) for path in sorted(inbox.glob("*.txt"))][::order]
    pipeline.ingest(folder / name, inputs.captures(files, {}), standin.STAGES)
    return folder / name


def said(home: Path) -> list[tuple[object, ...]]:
    """Every current claim, fact and finding, without keys and runs."""
    with closing(open_database(home, read_only=True)) as db:
        claims = "SELECT id, digest, article_id, quote, value FROM current_claims ORDER BY id"
        facts = "SELECT id, digest, verdict, explanation FROM current_facts ORDER BY id"
        findings = "SELECT id, digest FROM current_findings ORDER BY id"
        return [tuple(row) for sql in (claims, facts, findings) for row in db.execute(sql)]


def runs(home: Path) -> list[tuple[str, str]]:
    with closing(open_database(home, read_only=True)) as db:
        return [(run.id, run.status) for run in read.read_runs(db)]


def test_what_has_not_changed_is_taken_over_without_a_look(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS[:5])

    def never(item: object) -> list[Claim]:
        raise AssertionError("nothing should be read again")

    unchanged = replace(standin.STAGES, extract=never, parse=never)
    summary = batch.run(home, unchanged, Serial(lambda: unchanged))
    assert (summary.articles, summary.taken_over, summary.claims) == (5, 5, 15)
    assert len(said(home)) > 15


def test_new_rules_read_articles_again_but_parse_no_page(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS[:5])
    before = said(home)

    def never(capture: Capture) -> standin.Parsed:
        raise AssertionError("no page should be parsed again")

    rules = replace(NEW_RULES, parse=never)
    summary = batch.run(home, rules, Serial(lambda: rules))
    assert (summary.articles, summary.taken_over, summary.captures) == (5, 0, 0)
    assert said(home) == before


def test_a_new_parser_parses_and_takes_claims_over_where_the_article_is_the_same(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS[:5])
    before = said(home)
    parser = replace(standin.STAGES, parse_digest="p2")
    summary = batch.run(home, parser, Serial(lambda: parser))
    assert (summary.captures, summary.articles, summary.taken_over) == (5, 5, 5)
    assert said(home) == before


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("workers", [1, 2])
def test_every_engine_and_order_ends_in_the_same_claims(tmp_path: Path, workers: int, order: int) -> None:
    expected = fill(tmp_path, TEXTS, name="expected")
    batch.run(expected, NEW_RULES, Serial(new_rules))
    home = fill(tmp_path, TEXTS, order)
    batch.run(home, NEW_RULES, engine("local", standin_batch.new_rules, workers, Limits()))
    assert said(home) == said(expected)
    assert len(said(home)) > 3 * len(TEXTS)


@pytest.mark.parametrize(("poison", "code"), [("die", "killed"), ("hang", "hang"), ("hoard", "memory")])
def test_a_poisonous_article_is_isolated(tmp_path: Path, poison: str, code: str) -> None:
    home = fill(tmp_path, [*TEXTS[:12], f"{poison} 7"])
    limits = Limits(seconds=1.0, memory_bytes=1_500_000_000)
    pool = Local(standin_batch.poisonous, 2, limits)
    summary = batch.run(home, NEW_RULES, pool)
    with closing(open_database(home, read_only=True)) as db:
        assert [issue.code for issue in read.read_issues(db)] == [code]
    assert (summary.articles, summary.failed) == (12, 1)
    assert runs(home)[0] == ("2", "done")


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS)
    before = said(home)
    killed: list[int] = []

    def tasks_killing(pool: Local, tasks: object) -> object:
        for outcome in pool(tasks):
            if not killed:
                victim = next(iter(standin_batch.children()))
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)
            yield outcome

    pool = Local(standin_batch.slow_rules, 2, Limits())
    summary = batch.run(home, NEW_RULES, partial(tasks_killing, pool))
    assert killed
    assert (summary.articles, summary.failed, summary.issues) == (24, 0, 0)
    assert said(home) == before


@pytest.mark.parametrize("seed", range(25))
def test_a_killed_run_goes_on_and_ends_the_same(tmp_path: Path, seed: int) -> None:
    home = fill(tmp_path, TEXTS)
    before = said(home)
    with subprocess.Popen([sys.executable, standin_batch.__file__, str(home)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 1.2))  # noqa: S311
        process.kill()
    assert said(home) == before
    with closing(open_database(home, read_only=True)) as db:
        partly = """SELECT count(*) FROM run_articles r WHERE r.claims <>
            (SELECT count(*) FROM run_claims c WHERE c.run_key = r.run_key AND c.article_key = r.article_key)"""
        assert db.execute(partly).fetchone()[0] == 0
    if ("2", "done") in runs(home):
        pytest.skip("this machine was done before it was killed")
    summary = batch.run(home, NEW_RULES, Serial(new_rules))
    assert summary.run_id == "2"
    assert runs(home) == [("2", "done"), ("1", "done")]
    assert said(home) == before
    with closing(open_database(home, read_only=True)) as db:
        assert db.execute("SELECT count(*) FROM run_claims WHERE run_key = 2").fetchone()[0] == 72


def test_an_interrupted_run_says_so_and_can_go_on(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS[:3])

    def interrupted(article: Article) -> list[Claim]:
        raise KeyboardInterrupt

    rules = replace(NEW_RULES, extract=interrupted)
    with pytest.raises(KeyboardInterrupt):
        batch.run(home, rules, Serial(lambda: rules))
    assert runs(home)[0] == ("2", "interrupted")
    batch.run(home, NEW_RULES, Serial(new_rules))
    assert runs(home)[0] == ("2", "done")


def test_a_selection_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    home = fill(tmp_path, TEXTS[:4])
    with closing(open_database(home, read_only=True)) as db:
        first = next(iter(read.read_articles(db)))
    summary = batch.run(home, NEW_RULES, Serial(new_rules), batch.Selection(article=first.id))
    assert summary.articles == 1
    with closing(open_database(home, read_only=True)) as db:
        made_by = {claim.article_id: claim.run_id for claim in read.read_claims(db)}
    assert sorted(made_by.values()) == ["1", "1", "1", "2"]
    assert made_by[first.id] == "2"


def test_a_run_held_back_becomes_current_when_promoted_and_not_after_a_roll_back(tmp_path: Path) -> None:
    home = fill(tmp_path, ["1 and 2"])
    rules = replace(NEW_RULES, extract=lambda article: standin.extract(article)[:1])
    before = said(home)
    batch.run(home, rules, Serial(lambda: rules), promote=False)
    assert said(home) == before
    with closing(open_database(home)) as db:
        batch.activate(db, 2, rules)
    after = said(home)
    assert len(after) < len(before)
    with closing(open_database(home)) as db:
        batch.activate(db, 2, rules, active=False)
    assert said(home) == before
    with closing(open_database(home)) as db, pytest.raises(UnknownTerm):
        batch.activate(db, 9, rules)


def with_ray(home: Path, setup: str, place: Path, seconds: float = 60) -> None:
    pytest.importorskip("ray", reason="the extra `cluster` is not installed")
    code = f"import standin_batch; standin_batch.run_ray({str(home)!r}, {setup!r}, {seconds})"
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])  # its workers need it, too
    environment = {**os.environ, "PLACE": str(place), "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=180, env=environment)


@pytest.mark.parametrize("order", [1, -1])
def test_ray_says_the_same_in_any_order_with_a_worker_killed(tmp_path: Path, order: int) -> None:
    expected = fill(tmp_path, TEXTS, name="expected")
    batch.run(expected, NEW_RULES, Serial(new_rules))
    home = fill(tmp_path, TEXTS, order)
    with_ray(home, "once_killed", tmp_path / "killed")
    assert (tmp_path / "killed").exists()
    assert said(home) == said(expected)
    assert runs(home)[0] == ("2", "done")
    with closing(open_database(home, read_only=True)) as db:
        assert list(read.read_issues(db)) == []
        assert {claim.run_id for claim in read.read_claims(db)} == {"2"}


@pytest.mark.parametrize(("poison", "code"), [("die", "killed"), ("hang", "hang")])
def test_ray_isolates_a_poisonous_article(tmp_path: Path, poison: str, code: str) -> None:
    home = fill(tmp_path, [*TEXTS[:4], f"{poison} 7"])
    with_ray(home, "poisonous", tmp_path / "killed", 2.0)
    with closing(open_database(home, read_only=True)) as db:
        assert [issue.code for issue in read.read_issues(db)] == [code]
        states = dict(db.execute("SELECT state, count(*) FROM run_articles WHERE run_key = 2 GROUP BY 1").fetchall())
    assert states == {"done": 4, "failed": 1}


@pytest.mark.parametrize("order", [1, -1])
def test_a_pool_says_the_same_in_any_order_with_a_worker_killed(tmp_path: Path, order: int) -> None:
    expected = fill(tmp_path, TEXTS, name="expected")
    batch.run(expected, NEW_RULES, Serial(new_rules))
    home = fill(tmp_path, TEXTS, order)
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import standin_batch; "
        "from pathlib import Path; "
        "from extractor.runs import batch; from extractor.runs.engines import Limits; "
        "from extractor.runs.engines.local import Local; "
        f"batch.run(Path({str(home)!r}), standin_batch.RULES, Local(standin_batch.once_killed, 2, Limits()))"
    )
    environment = {**os.environ, "PLACE": str(tmp_path / "killed")}
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=120, env=environment)
    assert (tmp_path / "killed").exists()
    assert said(home) == said(expected)
