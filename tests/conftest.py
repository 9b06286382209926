"""Runs command lines in this process, for the tests that see what a user sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from extractor.cli.main import run


class Ran(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def extractor(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Call a command line: extractor("search", "輸入")."""

    def call(*arguments: object) -> Ran:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return call
