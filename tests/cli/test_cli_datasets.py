"""Runs without a database: a dataset of Parquet files, imported into a home, and served as it is."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "Japan's exports to China rose 5.9% to 108.9 trillion yen in 2024, the Ministry of Finance said."


@pytest.fixture
def dataset(extractor: Callable[..., Any], tmp_path: Path) -> Path:
    source = tmp_path / "in.jsonl"
    records = [{"url": f"https://s{n}.example.org/1", "source": f"s{n}", "text": TEXT} for n in range(3)]
    source.write_text("\n".join(map(json.dumps, records)))
    folder = tmp_path / "data"
    assert extractor("run", "--workers", "1", "--input", source.as_uri(), "--output", folder, "--shards", "3").code == 0
    return folder


def test_a_dataset_is_imported_once_and_found(extractor: Callable[..., Any], dataset: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = extractor("import", dataset, "--home", home)
    assert "claims of 3 articles" in first.out
    found = extractor("search", "exports", "--home", home, "--json")
    assert "108900000000000" in found.out
    assert "0 claims of 0 articles" in extractor("import", dataset, "--home", home).out
    assert extractor("search", "exports", "--home", home, "--json").out == found.out


def test_a_folder_that_is_no_dataset_is_refused(extractor: Callable[..., Any], tmp_path: Path) -> None:
    for command in (["import", tmp_path, "--home", tmp_path / "home"], ["serve", tmp_path]):
        ran = extractor(*command)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert not (tmp_path / "facts.db").exists()


def fetched(address: str) -> str:
    """The page; its server may need a moment to begin."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310
                return str(answer.read().decode())
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")


def test_a_dataset_is_served(dataset: Path) -> None:
    command = [sys.executable, "-c", "from extractor.cli import main; main()", "serve", str(dataset), "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[-1]
            assert "108.9 trillion yen" in fetched(f"{address}search?q=exports")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(10)
