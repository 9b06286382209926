"""What each command prints."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.cli import commands
from extractor.cli.main import COMMANDS
from extractor.domain import CONTRACT_FIELDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(extractor: Callable[..., Any], command: str) -> None:
    ran = extractor(command, "--help")
    assert ran.code == 0
    assert f"Example: extractor {command}" in ran.out


def test_every_command_is_listed(extractor: Callable[..., Any]) -> None:
    ran = extractor("--help")
    assert all(f"  {command} " in ran.out for command in COMMANDS)
    files = {path.stem for path in Path(commands.__file__).parent.glob("[a-z]*.py")}
    assert {name.rstrip("_") for name in files} == set(COMMANDS)


def test_extract_prints_exactly_the_contract(extractor: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    record = {"id": "a1", "url": "https://example.org/1", "source": "nikkei", "lang": "en",
              "published": "2025-04-17", "text": "Exports rose 5.9% to 108.9 trillion yen in fiscal 2024."}  # fmt: skip
    path.write_text(json.dumps(record))
    ran = extractor("extract", path)
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert all(tuple(claim) == CONTRACT_FIELDS for claim in claims)
    assert {claim["article_id"] for claim in claims} == {"a1"}
    assert {"5.9", "108900000000000"} <= {claim["value"] for claim in claims}


def test_an_article_without_an_id_takes_the_files_name(extractor: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Exports rose 5.9% in 2024.")
    (tmp_path / "two.jsonl").write_text('{"text": "Exports rose 5.9%."}\n{"text": "Imports fell 2%."}\n')
    ran = extractor("extract", tmp_path / "note.txt", tmp_path / "two.jsonl")
    ids = [json.loads(line)["article_id"] for line in ran.out.splitlines()]
    assert list(dict.fromkeys(ids)) == ["note.txt", "two.jsonl:1", "two.jsonl:2"]


def test_extract_reads_standard_input() -> None:
    command = [sys.executable, "-c", "from extractor.cli import main; main()", "extract", "-"]
    ran = subprocess.run(command, input=b"Exports rose 5.9% in 2024.", capture_output=True, check=True)
    claims = [json.loads(line) for line in ran.stdout.splitlines()]
    assert "5.9%" in {claim["quote"] for claim in claims}
    assert {claim["article_id"] for claim in claims} == {"-"}


def test_search_json_is_what_extract_prints_but_for_the_run(extractor: Callable[..., Any], home: Path) -> None:
    ran = extractor("search", "3.4 percent", "--home", home, "--json")
    (claim,) = [c for c in map(json.loads, ran.out.splitlines()) if c["quote"] == "3.4 percent"]
    assert tuple(claim) == CONTRACT_FIELDS
    assert claim["run_id"] == "1"
    text = (home.parent / "article.txt").read_text(encoding="utf-8")
    assert text[claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        (["--flow", "import", "--kind", "percent"], {"7.1 percent"}),
        (["--partner", "中国", "--kind", "money"], {"18.89 trillion yen", "25.94 trillion yen"}),
        (["--period", "FY2024", "--kind", "percent"], {"3.4 percent", "7.1 percent"}),
        (["--period", "2019"], set()),
    ],
)
def test_filters(extractor: Callable[..., Any], home: Path, filters: list[str], quotes: set[str]) -> None:
    ran = extractor("search", *filters, "--home", home, "--json")
    assert {json.loads(line)["quote"] for line in ran.out.splitlines()} == quotes


def test_a_claim_can_be_shown_and_explained(extractor: Callable[..., Any], home: Path) -> None:
    found = extractor("search", "25.94", "--kind", "money", "--home", home, "--json")
    (claim,) = [c for c in map(json.loads, found.out.splitlines()) if c["quote"].startswith("25.94")]
    shown = extractor("show", claim["id"][:8], "--home", home)
    assert "[25.94 trillion yen]" in shown.out
    assert claim["rule"] in shown.out
    on_page = json.loads(extractor("show", claim["id"], "--home", home, "--json").out)["on_page"]
    page = (home.parent / "article.txt").read_text()
    assert page[on_page["start"] : on_page["end"]] == on_page["text"] == claim["quote"]
    explained = extractor("explain", claim["id"], "--home", home)
    assert "25.94" in explained.out
    assert "trillion" in explained.out


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Exports fell 3.5% to 1.2 trillion yen", ["3.5%", "percent", "1,200,000,000,000 JPY", "trillion"]),
        ("輸入額は25兆9,392億円だった", ["25,939,200,000,000 JPY", "rule ja."]),
    ],
)
def test_a_text_is_explained_without_a_database(
    extractor: Callable[..., Any], tmp_path: Path, text: str, parts: list[str]
) -> None:
    ran = extractor("explain", text, "--home", tmp_path / "none")
    assert ran.code == 0
    assert [part for part in parts if part not in ran.out] == []
    assert extractor("explain", "no figure here", "--home", tmp_path / "none").code == 1


@pytest.mark.parametrize("said", [[], ["--published", "2025-04-17", "--source", "nikkei"]])
def test_ingesting_again_says_so(extractor: Callable[..., Any], home: Path, said: list[str]) -> None:
    ran = extractor("ingest", home.parent / "article.txt", "--home", home, *said)
    assert ran.code == 0
    assert "Nothing new" in ran.out


def test_reading_commands_do_not_load_spacy_or_pydantic(home: Path) -> None:
    code = (
        "import sys; from extractor.cli.main import run; "
        f"run(['search', 'exports', '--home', {str(home)!r}]); "
        "print(sorted({'spacy', 'pydantic', 'rich', 'trafilatura'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_ends_quietly(home: Path) -> None:
    line = f"{sys.executable} -c 'from extractor.cli import main; main()' search --home {home} --json | head -1"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert ran.stderr == ""


def test_a_file_handed_in_again_with_another_date_is_the_same_article(
    extractor: Callable[..., Any], tmp_path: Path
) -> None:
    path, home = tmp_path / "a.txt", tmp_path / "home"
    path.write_text("Exports rose 5.9% last year.")
    for published in ("2024-04-17", "2025-04-17"):
        assert extractor("ingest", path, "--published", published, "--home", home).code == 0
    path.write_text("Exports rose 6.1% last year.")
    assert extractor("ingest", path, "--published", "2025-04-17", "--home", home).code == 0
    claims = [json.loads(line) for line in extractor("search", "--home", home, "--json").out.splitlines()]
    assert {claim["published_at"][:10] for claim in claims} == {"2025-04-17"}
    assert {claim["quote"] for claim in claims if claim["kind"] == "percent"} == {"6.1%"}
    assert {claim["period"] for claim in claims if claim["kind"] == "period"} == {"2024-01-01/2024-12-31"}


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_a_table_fits_the_terminal_and_shows_its_figures(
    extractor: Callable[..., Any], home: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = extractor("search", "--home", home).out.split("\n\n")[0].splitlines()
    assert len(lines) > 3
    assert all(len(line) <= columns for line in lines)
    assert all("[" in line for line in lines[1:])
