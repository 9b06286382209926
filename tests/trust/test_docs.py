"""The documentation follows the code: made pages do not drift, every example runs, nothing stands undocumented."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.main import COMMANDS
from extractor.languages import codes, pack
from extractor.reconcile import explanations, identities
from extractor.search import FILTERS

PROJECT = Path(__file__).parents[2]
MAKE = runpy.run_path(str(PROJECT / "docs" / "make.py"))
SERVED_ELSEWHERE = {
    "serve": "runs until it is stopped; tests/web starts it",
    "crawl": "goes to the network; tests/crawl crawls a server of its own",
}
FILES = {"article.html": "a.html", "article.txt": "a.txt", "notes.txt": "a.txt", "articles/*.html": "a.html"}


@pytest.mark.parametrize("name", ["schema.md", "reference.md", "architecture.svg"])
def test_a_made_page_does_not_drift(name: str) -> None:
    made = MAKE["pages"]()[name]
    assert (PROJECT / "docs" / name).read_text("utf-8") == made, "run `python docs/make.py`"


def test_every_command_filter_and_page_is_in_the_reference() -> None:
    text = (PROJECT / "docs" / "reference.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"### {name}\n" not in text] == []
    assert [row.name for row in FILTERS if f"| `--{row.name}` |" not in text] == []
    pages = [path.stem for path in (PROJECT / "extractor/web/pages").glob("[a-z]*.py")]
    routes = {found or "home" for found in re.findall(r"^\| `/(\w*)", text, re.MULTILINE)}
    assert set(pages) == routes


@pytest.mark.parametrize("lang", codes())
def test_every_rule_has_a_name_of_its_own_and_an_example(lang: str) -> None:
    rules = [*pack(lang).rules, *pack(lang).numerals]
    assert [rule.name for rule in rules if not rule.example.strip()] == []
    names = [rule.name for rule in rules]
    assert len(names) == len(set(names))
    assert all(name.startswith(f"{lang}.") for name in names)


@pytest.mark.parametrize("package", [identities, explanations], ids=["identities", "explanations"])
def test_every_check_says_what_it_is(package: Any) -> None:
    for path in Path(package.__file__).parent.glob("[a-z]*.py"):
        assert (import_module(f"{package.__name__}.{path.stem}").__doc__ or "").strip(), path.name


@pytest.fixture
def desk(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the examples name: a home, articles, an export."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXTRACTOR_HOME", str(home))
    monkeypatch.setenv("EXTRACTOR_BY", "maria")
    text = "Exports were 10 billion yen, imports 12 billion yen, a deficit of 2 billion yen in May 2024.\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.html").write_text(f"<html><body><article><h1>Trade</h1><p>{text}</p></article></body></html>")
    shutil.copytree(PROJECT / "corpus", tmp_path / "corpus")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in SERVED_ELSEWHERE])
def test_the_example_of_a_command_runs(name: str, desk: Path, extractor: Callable[..., Any], home: Path) -> None:
    module = import_module(f"extractor.cli.commands.{name}{'_' if name == 'import' else ''}")
    words = shlex.split(module.EPILOG.removeprefix("Example: ").partition(" | ")[0])
    assert words[:2] == ["extractor", name]
    if name in {"verify", "import"}:
        assert extractor("export", words[2]).code == 0
    if "runs diff" in module.EPILOG:
        assert extractor("run", "--workers", "1").code == 0
    ran = extractor(*[_stand_in(word, desk, extractor) for word in words[1:]])
    assert ran.code in (0, 1), ran.err  # 1: nothing found
    assert "Traceback" not in ran.err


def _stand_in(word: str, desk: Path, extractor: Callable[..., Any]) -> str:
    """What an example's file or id is here."""
    if re.fullmatch(r"[0-9a-f]{8}", word):
        return str(json.loads(extractor("search", "exports", "--json").out.splitlines()[0])["id"])
    return str(desk / FILES[word]) if word in FILES else word
