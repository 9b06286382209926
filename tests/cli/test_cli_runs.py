"""Runs from the command line: again, compared, held back, promoted, rolled back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    shutil.copytree(home, tmp_path / "own")
    return tmp_path / "own"


def test_a_run_takes_over_what_has_not_changed(extractor: Callable[..., Any], own: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    ran = extractor("run", "--workers", "1", "--home", own, "--json", "--log-json", log)
    summary = json.loads(ran.out)
    assert (summary["articles"], summary["taken_over"], summary["run_id"]) == (1, 1, "2")
    assert [json.loads(line)["event"] for line in log.read_text().splitlines()][-1] == "end"
    listed = [json.loads(line) for line in extractor("runs", "--home", own, "--json").out.splitlines()]
    assert [(row["key"], row["kind"], row["status"], row["active"]) for row in listed] == [
        (2, "run", "done", 1),
        (1, "ingest", "done", 1),
    ]


def test_a_run_is_compared_promoted_and_rolled_back(extractor: Callable[..., Any], own: Path) -> None:
    extractor("run", "--workers", "1", "--hold", "--home", own)
    same = extractor("runs", "diff", "1", "2", "--home", own, "--fail-on", "removed>0")
    assert same.code == 0
    assert same.out.startswith("0 added, 0 removed, 0 changed, 0 verdicts")
    failing = extractor("runs", "diff", "1", "2", "--home", own, "--fail-on", "added==0")
    assert failing.code == 1
    assert extractor("runs", "promote", "2", "--home", own).out == "run 2 is current\n"
    assert extractor("runs", "rollback", "2", "--home", own).out == "run 2 is rolled back\n"


@pytest.mark.parametrize(
    "line",
    [
        ["runs", "diff", "1", "7"],
        ["runs", "diff", "1", "1", "--fail-on", "mood>3"],
        ["runs", "promote", "7"],
        ["runs", "promote", "two"],
        ["run", "--engine", "abacus"],
        ["run", "--since", "lately"],
    ],
)
def test_bad_input(extractor: Callable[..., Any], own: Path, line: list[str]) -> None:
    ran = extractor(*line, "--home", own)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_a_selection_without_articles_is_exit_code_1(extractor: Callable[..., Any], own: Path) -> None:
    assert extractor("run", "--workers", "1", "--since", "2099-01-01", "--home", own).code == 1
    assert extractor("runs", "issues", "1", "--home", own).code == 1


@pytest.mark.parametrize("line", [["run"], ["runs"], ["runs", "promote", "1"], ["verify", "x.jsonl"]])
def test_a_home_that_is_not_there_is_not_made(extractor: Callable[..., Any], tmp_path: Path, line: list[str]) -> None:
    ran = extractor(*line, "--home", tmp_path / "none")
    assert ran.code == 2
    assert not (tmp_path / "none").exists()


def test_export_verify_import(extractor: Callable[..., Any], home: Path, own: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    assert extractor("export", first, "--home", own).code == 0
    assert "quotes stand as cited" in extractor("verify", first, "--home", own).out
    page = (home.parent / "article.txt").read_text()
    checked = list(map(json.loads, extractor("verify", first, "--home", own, "--json").out.splitlines()))
    for record, found in zip(map(json.loads, first.read_text().splitlines()), checked, strict=True):
        assert page[slice(*found["on_page"])] == record["quote"]
    assert extractor("import", first, "--home", tmp_path / "other").code == 0
    assert extractor("export", second, "--home", tmp_path / "other").code == 0
    assert first.read_bytes() == second.read_bytes()
    assert extractor("export", tmp_path / "none.csv", "--period", "1901", "--home", own).code == 1
    assert extractor("import", first, "--home", own).code == 2


def test_ctrl_c_ends_with_one_line_and_the_run_can_go_on(extractor: Callable[..., Any], own: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from extractor.cli.main import run\n"
        "from extractor.runs import batch\n"
        "batch._work_through = lambda *given: os.kill(os.getpid(), signal.SIGINT)\n"
        f"sys.exit(run(['run', '--workers', '1', '--home', {str(own)!r}]))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 130
    assert len(ran.stderr.splitlines()) == 1
    again = extractor("run", "--workers", "1", "--home", own)
    assert again.out.startswith("run 2: 1 articles")


def test_runs_list_is_what_runs_alone_says(extractor: Callable[..., Any], own: Path) -> None:
    assert extractor("runs", "list", "--home", own).out == extractor("runs", "--home", own).out != ""


def test_a_rollback_that_leaves_nothing_says_how_to_take_it_back(extractor: Callable[..., Any], own: Path) -> None:
    ran = extractor("runs", "rollback", "1", "--home", own)
    assert (ran.code, "extractor runs promote 1" in ran.out) == (0, True)
    assert "No run" not in extractor("runs", "promote", "1", "--home", own).out


def test_an_export_takes_words_in_every_language(extractor: Callable[..., Any], own: Path, tmp_path: Path) -> None:
    alone = extractor("export", tmp_path / "a.csv", "--word", "輸入", "--home", own)
    every = extractor("export", tmp_path / "b.csv", "--word", "輸入", "--any-language", "--home", own)
    assert (alone.code, every.code) == (1, 0)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("indicator", "imports"), ("flow", "import"), ("reporter", "Japan"), ("partner", "CHN"),
        ("period", "FY2024"), ("source", "nikkei"), ("lang", "en"), ("kind", "money"), ("unit", "JPY"),
        ("value", "25e12..26e12 JPY"), ("status", "attributed"), ("verdict", "single_origin"),
    ],
)  # fmt: skip
def test_an_export_takes_the_filters_of_search(
    extractor: Callable[..., Any], own: Path, tmp_path: Path, option: str, value: str
) -> None:
    found = extractor("search", f"--{option}", value, "--limit", "1000", "--json", "--home", own).out.splitlines()
    ran = extractor("export", tmp_path / "a.jsonl", f"--{option}", value, "--home", own)
    assert (ran.code, ran.err) == (0, "")
    exported = {json.loads(line)["id"] for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()}
    assert exported == {json.loads(line)["id"] for line in found} != set()
