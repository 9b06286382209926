"""Reconciling in increments: whatever the order and the steps, the same facts as from everything at once."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import standin

from extractor.runs import inputs, pipeline, reconciling
from extractor.runs.stages import Stages, stages
from extractor.store import facts, ledger, open_database, transaction

TEXTS = {
    "jetro.txt": "TOKYO, April 17, 2025 - Japan's imports from China fell 3.9% to $167.1 billion in 2024, JETRO said.",
    "mof.txt": "TOKYO, April 17, 2025 - Japan's imports from China rose 7.1% to 25.9392 trillion yen in fiscal 2024, "
    "the Ministry of Finance said. Exports to China rose 3.4% to 18.8917 trillion yen.",
    "copy.txt": "Japan's imports from China fell 3.9% to $167.1 billion in 2024.",
    "ja.txt": "2024年の日本の対中輸入額は前年比3.9％減の1,671億1,943万ドルだった。",
}


def said(home: Path) -> tuple[object, ...]:
    with closing(open_database(home, read_only=True)) as db:
        return (list(facts.read_facts(db)), list(facts.read_findings(db)))


def ingest(home: Path, files: list[Path], steps: Stages) -> pipeline.Summary:
    return pipeline.ingest(home, inputs.captures([str(path) for path in files], {"published": "2025-04-17"}), steps)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in TEXTS]


def test_one_by_one_in_any_order_is_all_at_once(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = stages()
    ingest(tmp_path / "once", files, steps)
    for file in reversed(files):
        ingest(tmp_path / "single", [file], steps)
    assert said(tmp_path / "single") == said(tmp_path / "once")
    monkeypatch.setattr(reconciling, "CLAIMS_A_STEP", 1)
    monkeypatch.setattr(reconciling, "ARTICLES_A_STEP", 1)
    ingest(tmp_path / "small", files, steps)
    assert said(tmp_path / "small") == said(tmp_path / "once")
    assert any(fact.mentions > 1 for fact in said(tmp_path / "once")[0])


def test_a_new_article_touches_only_its_groups(tmp_path: Path) -> None:
    asked: list[str] = []

    def noting(name: str, claims: object, articles: object) -> object:
        asked.append(name)
        return standin.reconcile(name, claims, articles)

    steps = replace(standin.STAGES, reconcile=noting)
    for name, text in {"a.txt": "1 and 2", "b.txt": "2 and 3"}.items():
        (tmp_path / name).write_text(text)
    ingest(tmp_path / "home", [tmp_path / "a.txt"], steps)
    assert sorted(asked) == ["value|1", "value|2"]
    asked.clear()
    ingest(tmp_path / "home", [tmp_path / "b.txt"], steps)
    assert sorted(asked) == ["value|2", "value|3"]


def test_new_rules_of_reconciling_redo_everything(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1 and 2")
    ingest(tmp_path / "home", [tmp_path / "a.txt"], standin.STAGES)

    def renamed(claims: object) -> dict[str, tuple[str, ...]]:
        return {name.replace("value", "number"): ids for name, ids in standin.groups(claims).items()}

    ingest(tmp_path / "home", [], replace(standin.STAGES, groups=renamed, reconcile_digest="c2"))
    assert {fact.group for fact in said(tmp_path / "home")[0]} == {"number|1", "number|2"}


def test_facts_of_an_article_that_is_no_longer_current_go(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1 and 2")
    home = tmp_path / "home"
    ingest(home, [tmp_path / "a.txt"], standin.STAGES)
    with closing(open_database(home)) as db, transaction(db):
        ledger.set_active(db, 1, False)
        reconciling.reconcile_current(db, standin.STAGES, whole=True)
    assert said(home) == ([], [])
