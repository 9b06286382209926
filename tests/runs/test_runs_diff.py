"""What a run changed: claim by claim, slot by slot, verdict by verdict."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import standin

from extractor.domain import Article, Claim
from extractor.domain.errors import InputError, UnknownTerm
from extractor.runs import batch, inputs, pipeline
from extractor.runs.diff import Diff, diff, fails
from extractor.runs.engines.serial import Serial
from extractor.store import open_database


def sharper(article: Article) -> list[Claim]:
    """Misses 3, reads 4 as a count of people, and finds the word `six`."""
    found = []
    for claim in standin.extract(article):
        if claim.quote == "4":
            basis = claim.basis.model_copy(update={"compiler": "JP_MOF"})
            found.append(claim.model_copy(update={"unit": "person", "basis": basis}))
        elif claim.quote != "3":
            found.append(claim)
    if "six" in article.text:
        start = article.text.index("six")
        made = standin.extract(article)[0].model_copy(
            update={"id": Claim.make_id(article.id, start, start + 3, "count"), "quote": "six", "start": start,
                    "end": start + 3, "value": 1}
        )  # fmt: skip
        found.append(made)
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name, text in {"a.txt": "1 and 3 and six", "b.txt": "1 and 4", "c.txt": "8 and 3"}.items():
        (tmp_path / name).write_text(text)
        pipeline.ingest(tmp_path / "home", inputs.captures([str(tmp_path / name)], {}), standin.STAGES)
    rules = replace(standin.STAGES, extract=sharper, rules_digest="r2")
    batch.run(tmp_path / "home", rules, Serial(lambda: rules), promote=False)
    return tmp_path / "home"


def compare(home: Path, before: int, after: int) -> Diff:
    with closing(open_database(home, read_only=True)) as db:
        return diff(db, before, after, standin.STAGES)


def test_claims_added_removed_and_changed(home: Path) -> None:
    found = compare(home, 3, 4)
    assert [claim.quote for claim in found.added] == ["six"]
    assert [claim.quote for claim in found.removed] == ["3", "3"]
    (change,) = found.changes
    assert change.claim.quote == "4"
    assert change.slots == {"unit": (None, "person"), "basis.compiler": (None, "JP_MOF")}
    assert found.by("rule") == {"test.number": {"added": 1, "removed": 2, "changed": 1}}


def test_verdicts_that_turn(home: Path) -> None:
    turns = {turn.key: (turn.before, turn.after) for turn in compare(home, 3, 4).verdicts}
    assert turns == {"3": ("agree_exact", None)}


def test_promoting_changes_nothing_about_the_difference(home: Path) -> None:
    before = compare(home, 3, 4)
    with closing(open_database(home)) as db:
        batch.activate(db, 4, standin.STAGES)
    assert compare(home, 3, 4) == before


def test_a_run_does_not_differ_from_itself(home: Path) -> None:
    assert compare(home, 4, 4).counts() == {"added": 0, "removed": 0, "changed": 0, "verdicts": 0}


def test_the_other_way_round_added_is_removed(home: Path) -> None:
    there, back = compare(home, 3, 4), compare(home, 4, 3)
    assert [claim.id for claim in back.removed] == [claim.id for claim in there.added]
    assert [claim.id for claim in back.added] == [claim.id for claim in there.removed]


@pytest.mark.parametrize(
    ("condition", "held"),
    [("removed>0", True), ("removed>2", False), ("added>=1", True), ("changed==1", True), ("verdicts>5", False)],
)
def test_conditions_for_ci(home: Path, condition: str, held: bool) -> None:
    assert bool(fails(compare(home, 3, 4), [condition])) is held


def test_bad_conditions_and_runs_are_refused(home: Path) -> None:
    with pytest.raises(InputError, match="removed>0"):
        fails(compare(home, 3, 4), ["claims>0"])
    with pytest.raises(UnknownTerm, match="no run 9"):
        compare(home, 3, 9)
