"""Near-duplicates are linked in the store, never dropped, however they come in."""

from __future__ import annotations

import itertools
from pathlib import Path

import standin

from extractor.domain import content_id
from extractor.runs import inputs, pipeline
from extractor.store import open_database
from extractor.store.copies import read_copies

STORY = " ".join(f"In month {n} exports rose to {n * 13} billion yen on strong orders from abroad." for n in range(30))
OTHER = " ".join(f"Prices in town {n} fell by {n} points as {n * 3} shops closed their doors." for n in range(30))
TEXTS = {"a": STORY, "b": f"{STORY} Reprinted.", "c": OTHER, "d": f"Our paper. {STORY}"}


def ingest(home: Path, folder: Path, names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name])
    pipeline.ingest(home, inputs.captures([str(folder / f"{name}.txt") for name in names], {}), standin.STAGES)


def linked(home: Path, folder: Path) -> set[frozenset[str]]:
    """The pairs of files that are linked, seen from both of their ends."""
    urls = {(folder / f"{name}.txt").resolve().as_uri(): name for name in TEXTS}
    db = open_database(home, read_only=True)
    pairs = [
        frozenset({name, urls[str(twin.url)]})
        for url, name in urls.items()
        for twin in read_copies(db, content_id(url))
    ]
    db.close()
    assert all(pairs.count(pair) == 2 for pair in pairs)
    return set(pairs)


def test_copies_are_linked_and_every_article_stays(tmp_path: Path) -> None:
    ingest(tmp_path / "home", tmp_path / "in", "abcd")
    assert linked(tmp_path / "home", tmp_path / "in") == {frozenset("ab"), frozenset("ad")}
    assert len(standin.contents(tmp_path / "home")["current_articles"]) == 4


def test_one_after_the_other_they_are_linked_as_all_at_once(tmp_path: Path) -> None:
    for order in itertools.islice(itertools.permutations("abcd"), 0, None, 7):
        home = tmp_path / "".join(order)
        for name in order:
            ingest(home, tmp_path / "in", name)
        first, *others = (name for name in order if name != "c")
        assert linked(home, tmp_path / "in") == {frozenset({first, other}) for other in others}


def test_a_text_that_has_changed_is_compared_anew(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "in"
    ingest(home, folder, "abd")
    (folder / "a.txt").write_text(OTHER)
    pipeline.ingest(home, inputs.captures([str(folder / "a.txt")], {}), standin.STAGES)
    assert linked(home, folder) == {frozenset("bd")}
