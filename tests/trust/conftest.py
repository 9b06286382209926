"""A small home with two articles and a judgement, copied for each test that breaks it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from extractor.cli.main import run

ARTICLES = {
    "a.txt": "Japan's exports to China rose 3.4 percent to 18.89 trillion yen in fiscal 2024, "
    "the Ministry of Finance said.\n",
    "b.txt": "Imports from China rose 7.1 percent to 25.94 trillion yen in fiscal 2024, "
    "the Ministry of Finance said.\n",
}


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two articles and one judgement; not to be changed."""
    folder = tmp_path_factory.mktemp("trust")
    home = folder / "home"
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
        line = ["ingest", folder / name, "--published", "2025-04-17", "--source", "nikkei", "--home", home]
        assert run([str(word) for word in line]) == 0
    from extractor.store import open_database

    db = open_database(home, read_only=True)
    (claim_id,) = db.execute("SELECT id FROM current_claims WHERE quote = '3.4 percent'").fetchone()
    db.close()
    said = ["judge", claim_id, "--verdict", "right", "--why", "read it", "--by", "maria", "--home", str(home)]
    assert run(said) == 0
    return home


@pytest.fixture
def home(judged: Path, tmp_path: Path) -> Path:
    """A copy of that home, to be broken."""
    return Path(shutil.copytree(judged, tmp_path / "home"))


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], Path]]:
    """Puts a copy of a home where this process may read and not write, as long as the test runs."""
    root = os.geteuid() == 0
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # noqa: S103 - an ordinary user is to walk through it

        def put(home: Path) -> Path:
            copy = Path(shutil.copytree(home, Path(folder) / "home"))
            for path in (*copy.rglob("*"), copy):
                path.chmod(0o555 if path.is_dir() else 0o444)
            if root:
                os.seteuid(65534)  # permissions do not hold the superuser back
            return copy

        try:
            yield put
        finally:
            if root:
                os.seteuid(0)
            for path in Path(folder).rglob("*"):
                if path.is_dir():
                    path.chmod(0o755)
            shutil.rmtree(Path(folder) / "home", ignore_errors=True)
