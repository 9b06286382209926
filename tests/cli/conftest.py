"""A home with one article, for the command lines to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.cli.main import run

ARTICLE = """Japan's exports to China rose

TOKYO, April 17, 2025 - Japan's exports to China rose 3.4 percent to 18.89 trillion yen in fiscal 2024,
the Ministry of Finance said. Imports from China rose 7.1 percent to 25.94 trillion yen.
"""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one article read."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    code = run(
        ["ingest", str(folder / "article.txt"), "--published", "2025-04-17", "--source", "nikkei", "--home",
         str(folder / "home")]
    )  # fmt: skip
    assert code == 0
    return folder / "home"
