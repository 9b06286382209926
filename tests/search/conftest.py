"""A fresh database, and the store's makers of claims."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.store import open_database

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "home")
    yield connection
    connection.close()
