"""The folder's README: its tables are complete, and its two examples work as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from reconcile_support import about, make_claim

from extractor.domain import Basis
from extractor.reconcile import check_article, explanations, identities, reconcile

README = (Path(identities.__file__).parents[1] / "README.md").read_text("utf-8")


@contextmanager
def with_file(
    package: ModuleType, name: str, marker: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The README's example that contains `marker` as one more file of the package."""
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (folder / f"{name}.py").write_text(next(block for block in blocks if marker in block), "utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    package.table.cache_clear()
    try:
        yield
    finally:
        monkeypatch.undo()
        package.table.cache_clear()


@pytest.mark.parametrize("package", [identities, explanations], ids=["identities", "explanations"])
def test_every_file_has_its_row_in_the_readme(package: ModuleType) -> None:
    rows = set(re.findall(r"^\| (\w+) \|", README, re.MULTILINE))
    assert {row.name for row in package.table()} <= rows


def test_an_identity_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports = make_claim("3.4", "1e12")
    again = make_claim("21", "1e11", start=9, indicator="re_exports")
    wrong = make_claim("41", "1e11", start=9, indicator="re_exports")
    with with_file(identities, "re_exports", 'NAME = "re_exports"', tmp_path, monkeypatch):
        assert about(check_article([exports, again]), "re_exports").passed
        assert about(check_article([exports, wrong]), "re_exports").passed is False
    assert not [f for f in check_article([exports, again]) if f.check == "re_exports"]


def test_an_explanation_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a = make_claim("10.3", "1e12", article="a", basis=Basis(compiler="JP_MOF", concept="general_trade"))
    b = make_claim("10.0", "1e12", article="b", basis=Basis(compiler="JP_MOF", concept="special_trade"))
    with with_file(explanations, "bonded", 'NAME = "bonded"', tmp_path, monkeypatch):
        assert about(reconcile([a, b], {}).findings, "bonded", a.id, b.id).verdict == "explained"
    assert about(reconcile([a, b], {}).findings, "basis", a.id, b.id).verdict == "not_comparable"
