"""What runs with the project: its licences, its pins, and why a version is held back.

Known weaknesses are looked up by hand, since a test cannot reach the network:
`pip install pip-audit && pip-audit -r requirements.lock`.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
LICENCES: dict[str, str] = tomllib.loads((Path(__file__).parent / "licences.toml").read_text("utf-8"))
FREE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MPL-1.1", "MPL-2.0",
    "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
"""Licences that a newsroom can run and pass on; none of them spreads to the project's own code."""
HELD_BACK = {
    "spacy": "3.9 is not out; a minor version of spaCy changes its Cython interfaces",
    "datasette": "1.0 changes the plugin hooks and the templates that web/ uses",
    "typer": "0.29 loads pydantic to read the options: 60 ms on every search",
}


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime() -> set[str]:
    """Every distribution that the project needs to run, on a cluster too, by the installed ones' own word."""
    found: set[str] = set()
    wanted_here = [*PYPROJECT["dependencies"], *PYPROJECT["optional-dependencies"]["cluster"]]
    waiting = [(requirement, frozenset[str]()) for requirement in wanted_here]
    while waiting:
        text, extras = waiting.pop()
        wanted = Requirement(text)
        if wanted.marker and not any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            continue
        if key(wanted.name) in found:
            continue
        try:
            own = distribution(wanted.name)
        except PackageNotFoundError:
            continue  # for another system
        found.add(key(wanted.name))
        waiting += [(line, frozenset(wanted.extras)) for line in own.requires or ()]
    return found


RUNTIME = sorted(runtime())


@pytest.mark.parametrize("name", RUNTIME)
def test_a_licence_is_known_and_free(name: str) -> None:
    assert name in LICENCES, f"look up the licence of {name} and write it into licences.toml"
    choices = [set(choice.split(" AND ")) for choice in LICENCES[name].split(" OR ")]
    assert any(choice <= FREE for choice in choices), f"{name}: {LICENCES[name]}"


@pytest.mark.parametrize("name", RUNTIME)
def test_a_licence_is_what_the_distribution_says(name: str) -> None:
    """No row hides a GPL that the installed version states alone."""
    meta = distribution(name).metadata
    stated = " ".join(filter(None, [meta.get("License-Expression"), *meta.get_all("Classifier", [])]))
    if re.search(r"\b(?:GPL|GNU)", stated):
        assert " OR " in str(meta.get("License-Expression"))


def test_everything_that_runs_is_pinned_and_no_address_is_named() -> None:
    lock = (PROJECT / "requirements.lock").read_text("utf-8")
    pins = {key(line.partition("==")[0]) for line in lock.splitlines() if "==" in line}
    assert set(RUNTIME) - pins - {"extractor", "pip", "setuptools"} == set()
    assert "://" not in lock


@pytest.mark.parametrize("extra", ["cluster", "dev"])
def test_what_an_extra_names_is_pinned(extra: str) -> None:
    lock = (PROJECT / "requirements.lock").read_text("utf-8")
    pins = {key(line.partition("==")[0]) for line in lock.splitlines() if "==" in line}
    assert {key(Requirement(line).name) for line in PYPROJECT["optional-dependencies"][extra]} <= pins


def test_a_version_is_held_back_only_for_a_reason() -> None:
    held = {key(line.name) for line in map(Requirement, PYPROJECT["dependencies"]) if "<" in str(line.specifier)}
    assert held == set(HELD_BACK)
