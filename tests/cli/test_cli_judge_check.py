"""Judging and checking from the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SLIP = (
    "Japan's exports to China were 156.4 billion dollars in 2024, imports from China were 167.1 billion dollars. "
    "The trade deficit with China was {deficit} billion dollars in 2024."
)


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    shutil.copytree(home, tmp_path / "own")
    return tmp_path / "own"


def claim_id(extractor: Callable[..., Any], home: Path) -> str:
    ran = extractor("search", "7.1 percent", "--kind", "percent", "--flow", "import", "--home", home, "--json")
    return str(json.loads(ran.out.splitlines()[0])["id"])


def states(extractor: Callable[..., Any], home: Path) -> list[str]:
    ran = extractor("judge", "--history", "--home", home, "--json")
    return [json.loads(line)["state"] for line in ran.out.splitlines()]


def test_a_judgement_stands_until_it_is_undone(extractor: Callable[..., Any], own: Path) -> None:
    target = claim_id(extractor, own)
    made = extractor("judge", target[:8], "--verdict", "right", "--why", "seen", "--by", "me", "--home", own, "--json")
    judgement = json.loads(made.out)
    assert (judgement["target"], judgement["target_kind"]) == (target, "claim")
    assert states(extractor, own) == ["stands"]
    undone = extractor("judge", "--undo", judgement["id"], "--why", "oops", "--by", "me", "--home", own)
    assert undone.code == 0
    assert [state.split()[0] for state in states(extractor, own)] == ["undone", "undoes"]
    again = extractor("judge", "--undo", judgement["id"], "--why", "oops", "--by", "me", "--home", own)
    assert again.code == 2


@pytest.mark.parametrize(
    "line",
    [
        ["feedfeed", "--verdict", "right", "--why", "x", "--by", "me"],
        ["--verdict", "right", "--why", "x", "--by", "me"],
        ["{claim}", "--verdict", "splendid", "--why", "x", "--by", "me"],
        ["{claim}", "--verdict", "right", "--by", "me"],
    ],
)
def test_a_judgement_that_cannot_be(extractor: Callable[..., Any], own: Path, line: list[str]) -> None:
    target = claim_id(extractor, own)
    ran = extractor("judge", *(part.format(claim=target) for part in line), "--home", own)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert states(extractor, own) == []


@pytest.mark.parametrize(("deficit", "adds_up"), [("10.7", True), ("1.07", False)])
def test_check_says_whether_a_balance_adds_up(
    extractor: Callable[..., Any], tmp_path: Path, deficit: str, adds_up: bool
) -> None:
    (tmp_path / "a.txt").write_text(SLIP.format(deficit=deficit))
    ran = extractor("check", tmp_path / "a.txt", "--published", "2025-02-01", "--json")
    balances = [json.loads(line) for line in ran.out.splitlines() if json.loads(line)["check"] == "balance"]
    assert [found["passed"] for found in balances] == [adds_up]
    assert all("156.4" in " ".join(found["arithmetic"]) for found in balances)
    assert not (tmp_path / "extractor-data").exists()


def test_an_undo_takes_the_beginning_of_an_id_and_a_claim_shows_its_judgement(
    extractor: Callable[..., Any], own: Path
) -> None:
    target = claim_id(extractor, own)
    made = extractor("judge", target[:8], "--verdict", "wrong", "--why", "seen", "--by", "me", "--home", own, "--json")
    judgement = json.loads(made.out)["id"]
    shown = extractor("show", target, "--home", own).out
    assert "judged wrong by me" in shown
    assert 'cite      "7.1 percent", ' in shown
    bare = extractor("judge", "--undo", judgement[:8], "--home", own)
    assert (bare.code, "--undo needs --why and --by" in bare.err) == (2, True)
    assert extractor("judge", "--undo", judgement[:8], "--why", "oops", "--by", "me", "--home", own).code == 0
    assert "judged" not in extractor("show", target, "--home", own).out


def test_check_of_a_file_that_is_not_there_says_so(extractor: Callable[..., Any], home: Path) -> None:
    ran = extractor("check", "nowhere.txt", "--home", home)
    assert (ran.code, ran.err) == (2, "extractor: nowhere.txt: no such file. Check the path\n")
