"""Every benchmark has its row in the one command that runs them all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
BY_HAND = {"bench_web", "claims_score"}
"""They want a home that bench_store made, or an expert's reading that lies outside the project."""


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> object:
    """The module, with its neighbours in reach."""
    monkeypatch.syspath_prepend(str(FOLDER))
    import everything as found

    yield found
    for name in ("everything", "environments"):
        sys.modules.pop(name, None)


def test_every_script_that_measures_has_its_row(everything: object) -> None:
    said = [line for row in everything.BENCHMARKS.values() for line in (row.run, row.quick) if line]  # type: ignore[attr-defined]
    scripts = [path.stem for path in FOLDER.glob("*.py") if "__main__" in path.read_text("utf-8")]
    helpers = {"everything", "environments", "figures_peers", "pages_peers"} | BY_HAND
    assert [name for name in scripts if name not in helpers and not any(f"{name}.py" in line for line in said)] == []
    assert [line for line in said if ".py" in line and not (FOLDER / line.split()[0]).exists()] == []


def test_every_peer_that_a_row_names_can_be_made(everything: object) -> None:
    import environments

    rows = everything.BENCHMARKS.values()  # type: ignore[attr-defined]
    assert {peer for row in rows for peer in row.peers} == set(environments.NEEDS)


def test_why_a_peer_could_not_be_installed_names_no_address(everything: object) -> None:
    import environments

    said = "Looking in links: x\nERROR: Could not find a version, tried https://example.org/simple and /opt/index/a\n"
    assert environments.reason(said) == "ERROR: Could not find a version, tried ... and ..."
