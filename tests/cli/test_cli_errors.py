"""Bad input: one line that says what to do, exit code 2, and nothing written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILES: dict[str, tuple[str, bytes]] = {
    "empty": ("empty.txt", b"  \n"),
    "empty page": ("empty.html", b"<html><body></body></html>"),
    "not text": ("noise.txt", bytes(range(256)) * 20),
    "broken json": ("a.json", b'{"text": "exports rose 5%"'),
    "json without text": ("b.json", b'{"id": "a"}'),
    "json list": ("c.json", b"[1, 2]"),
    "broken second line": ("d.jsonl", b'{"text": "exports rose 5%"}\n{"text": \n'),
    "lines in another encoding": ("e.jsonl", '{"text": "輸出は5％増"}'.encode("shift_jis")),
    "an image named as a page": ("f.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "a picture of no known kind": ("g.html", b"RIFF\x24\x08\x00\x00WEBP" + bytes(range(256)) * 20),
    "a compressed page": ("h.html", b"".join(hashlib.sha256(bytes([n])).digest() for n in range(30))),
    "a page in a language that is not read": (
        "i.html",
        b"<html><body><article><p>Die Exporte sind im Mai um 5,9 Prozent auf 130 Milliarden Euro gestiegen, teilte das "
        b"Amt mit.</p></article></body></html>",
    ),
    "unknown ending": ("a.docx", b"PK"),
}


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize("what", FILES)
def test_a_bad_file(extractor: Callable[..., Any], tmp_path: Path, command: str, what: str) -> None:
    name, body = FILES[what]
    (tmp_path / "good.txt").write_text("Exports rose 5% in 2024.")
    (tmp_path / name).write_bytes(body)
    home = ["--home", tmp_path / "home"] if command == "ingest" else []
    ran = extractor(command, tmp_path / "good.txt", tmp_path / name, *home)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert name in ran.err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ingest", "{tmp}/nowhere.txt"], "No such file"),
        (["ingest", "{tmp}"], "is a directory"),
        (["ingest", "{tmp}/good.txt", "--published", "yesterday"], "2025-04-17"),
        (["ingest", "{tmp}/good.txt", "--lang", "tlh"], "en, ja, zh"),
        (["search", "x"], "extractor demo"),
        (["serch"], "search"),
        (["search", "--nonsense"], "--help"),
        (["search", "--limit", "many"], "--limit"),
        (["crawl", "nowhere"], "jetro"),
    ],
)
def test_bad_arguments(extractor: Callable[..., Any], tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "good.txt").write_text("Exports rose 5% in 2024.")
    line = [argument.format(tmp=tmp_path) for argument in arguments]
    if line[0] in {"ingest", "search"}:
        line += ["--home", str(tmp_path / "home")]
    ran = extractor(*line)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--indicator", "exprots", "Did you mean"),
        ("--partner", "Atlantis", "unknown place"),
        ("--flow", "sideways", "export, import, total, balance"),
        ("--kind", "number", "money"),
        ("--period", "last year", "FY2024"),
        ("--period", "2024-13", "FY2024"),
        ("--source", "reuters", "nikkei"),
        ("--verdict", "true", "conflict"),
    ],
)
def test_an_unknown_term(extractor: Callable[..., Any], home: Path, option: str, value: str, said: str) -> None:
    ran = extractor("search", option, value, "--home", home)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("line", [["search", "存在しない"], ["compare", "存在しない"], ["findings", "--check", "none"]])
def test_nothing_found_is_exit_code_1(extractor: Callable[..., Any], home: Path, line: list[str]) -> None:
    ran = extractor(*line, "--home", home)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


def test_what_cannot_be_written_or_was_never_checked(extractor: Callable[..., Any], home: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere" / "x.csv", tmp_path):
        ran = extractor("export", place, "--format", "csv", "--home", home)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_was_cut_off_says_so(extractor: Callable[..., Any], home: Path) -> None:
    cut = extractor("search", "--limit", "1", "--csv", "--home", home)
    assert (cut.code, len(cut.out.splitlines())) == (0, 2)
    assert cut.err.startswith("extractor: 1 of ")
    assert extractor("search", "--limit", "1000", "--csv", "--home", home).err == ""
