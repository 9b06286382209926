"""What a judgement does to facts: a claim judged wrong no longer counts, an undo brings everything back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.main import run
from extractor.store import writer_lock

SAYS = (
    "TOKYO, April 17, 2025 - Japan's exports to China rose to {} trillion yen in fiscal 2024, "
    "the Ministry of Finance said."
)
BY = ("--why", "seen in the tables", "--by", "maria")
ABOUT = ("--reporter", "JPN", "--flow", "export", "--kind", "money")

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def quarrel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three outlets, of which two agree on a figure and the third says another."""
    folder = tmp_path_factory.mktemp("quarrel")
    for source, figure in {"nikkei": "18.89", "xinhua": "18.89", "jetro": "17.23"}.items():
        (folder / f"{source}.txt").write_text(SAYS.format(figure), encoding="utf-8")
        line = ["ingest", str(folder / f"{source}.txt"), "--published", "2025-04-17", "--source", source]
        assert run([*line, "--home", str(folder / "home")]) == 0
    return folder / "home"


@pytest.fixture
def own(quarrel: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(quarrel, tmp_path / "own"))


def fact(extractor: Run, home: Path) -> dict[str, Any]:
    found = [json.loads(line) for line in extractor("compare", *ABOUT, "--home", home, "--json").out.splitlines()]
    assert len(found) == 1
    return dict(found[0])


def outlier(extractor: Run, home: Path) -> str:
    found = extractor("search", "17.23", *ABOUT, "--home", home, "--json").out
    return str(json.loads(found)["id"])


def judge(extractor: Run, home: Path, *line: str) -> str:
    ran = extractor("judge", *line, *BY, "--home", home, "--json")
    assert ran.code == 0
    return str(json.loads(ran.out)["id"])


def told(home: Path) -> list[tuple[Any, ...]]:
    """All that is said of the claims."""
    with closing(sqlite3.connect(home / "facts.db")) as db:
        facts = db.execute(
            "SELECT id, digest, verdict, explanation, origins, confirmed FROM facts ORDER BY 1"
        ).fetchall()
        return [*facts, *db.execute("SELECT id, digest FROM findings ORDER BY 1")]


def states(extractor: Run, home: Path) -> dict[str, str]:
    found = map(json.loads, extractor("doctor", "--home", home, "--json").out.splitlines())
    return {item["check"]: item["state"] for item in found}


def test_a_claim_judged_wrong_no_longer_counts_until_that_is_undone(extractor: Run, own: Path) -> None:
    before, all_before = fact(extractor, own), told(own)
    assert (before["verdict"], before["mentions"], before["left_out"]) == ("conflict", 3, [])
    wrong = outlier(extractor, own)
    judgement = judge(extractor, own, wrong, "--verdict", "wrong")
    after = fact(extractor, own)
    assert (after["id"], after["verdict"], after["mentions"], after["outlets"]) == (
        before["id"], "agree_exact", 2, 2,
    )  # fmt: skip
    assert [(item["claim"]["id"], item["judgement"]["by"]) for item in after["left_out"]] == [(wrong, "maria")]
    assert extractor("findings", "--verdict", "conflict", "--home", own).code == 1
    shown = extractor("compare", *ABOUT, "--home", own).out
    assert f"left out: {wrong[:8]} jetro 17.23 trillion yen, judged wrong by maria" in shown
    judge(extractor, own, "--undo", judgement)
    assert told(own) == all_before


def test_only_the_last_judgement_on_a_claim_counts(extractor: Run, own: Path) -> None:
    wrong = outlier(extractor, own)
    judge(extractor, own, wrong, "--verdict", "wrong")
    judge(extractor, own, wrong, "--verdict", "right")
    assert fact(extractor, own)["verdict"] == "conflict"


def test_a_fact_has_the_verdict_that_a_person_gave_it(extractor: Run, own: Path) -> None:
    before = told(own)
    target = fact(extractor, own)["id"]
    ran = extractor("judge", target, "--verdict", "not_comparable", *BY, "--home", own)
    assert "It stands as" in ran.out
    judged = fact(extractor, own)
    assert judged["verdict"] == "not_comparable"
    assert judged["explanation"].startswith("maria (")
    assert "[reconciler: conflict]" in judged["explanation"]
    assert states(extractor, own)["judgements"] == "ok"
    history = extractor("judge", "--history", "--home", own, "--json").out
    judge(extractor, own, "--undo", json.loads(history)["id"])
    assert told(own) == before


def test_a_judgement_on_a_fact_is_set_aside_when_its_claims_change(extractor: Run, own: Path) -> None:
    judge(extractor, own, fact(extractor, own)["id"], "--verdict", "not_comparable")
    judge(extractor, own, outlier(extractor, own), "--verdict", "wrong")
    assert fact(extractor, own)["verdict"] == "agree_exact"
    assert states(extractor, own)["judgements"] == "attend"


@pytest.mark.parametrize("again", [["run"], ["rebuild"]], ids=" ".join)
def test_judgements_still_count_when_everything_is_read_again(extractor: Run, own: Path, again: list[str]) -> None:
    judge(extractor, own, outlier(extractor, own), "--verdict", "wrong")
    judge(extractor, own, fact(extractor, own)["id"], "--verdict", "unverifiable")
    decided = told(own)
    assert extractor(*again, "--home", own).code == 0
    assert told(own) == decided
    assert set(states(extractor, own).values()) == {"ok"}


def test_beside_a_writer_a_judgement_is_kept_and_the_facts_follow(
    extractor: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.runs.judging.PATIENCE", 0.1)
    wrong = outlier(extractor, own)
    with writer_lock(own):
        ran = extractor("judge", wrong, "--verdict", "wrong", *BY, "--home", own)
    assert (ran.code, "the facts follow" in ran.out) == (0, True)
    assert fact(extractor, own)["verdict"] == "conflict"
    assert states(extractor, own)["runs"] == "attend"
    assert extractor("run", "--home", own).code == 0
    assert fact(extractor, own)["verdict"] == "agree_exact"
    assert states(extractor, own)["runs"] == "ok"


def test_a_difference_of_two_runs_leaves_out_what_was_judged_wrong(extractor: Run, own: Path, tmp_path: Path) -> None:
    judge(extractor, own, outlier(extractor, own), "--verdict", "wrong")
    (tmp_path / "more.txt").write_text(SAYS.format("18.89"), encoding="utf-8")
    line = ("ingest", tmp_path / "more.txt", "--published", "2025-04-18", "--source", "kyodo", "--home", own)
    assert extractor(*line).code == 0
    runs = [json.loads(text)["key"] for text in extractor("runs", "--home", own, "--json").out.splitlines()]
    found = extractor("runs", "diff", str(runs[1]), str(runs[0]), "--home", own).out
    assert "conflict" not in found


def test_compare_speaks_in_words_and_keeps_the_keys_for_programs(extractor: Run, quarrel: Path) -> None:
    shown = extractor("compare", *ABOUT, "--home", quarrel).out
    assert shown.startswith("Goods from Japan to China, amount, fiscal 2024\n")
    assert fact(extractor, quarrel)["core_key"].startswith("level|goods_trade|")


def test_findings_take_the_filters_of_search(extractor: Run, quarrel: Path) -> None:
    def number(*line: str) -> int:
        return len(extractor("findings", *line, "--home", quarrel, "--json").out.splitlines())

    assert number("--reporter", "Japan", "--verdict", "conflict") == number("--verdict", "conflict") > 0
    assert number("17.23", "--verdict", "conflict") > 0
    assert number("--reporter", "Germany") == number("存在しない") == 0
