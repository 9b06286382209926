"""doctor finds what is broken and says what to do; rebuild makes it whole again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.archive import Archive
from extractor.domain import Capture
from extractor.runs.rebuild import rebuild
from extractor.runs.stages import stages

DAMAGE = """
    spans         | UPDATE claims SET start = start + 1, "end" = "end" + 1 WHERE key = 1      | broken
    foreign_keys  | UPDATE claims SET sentence_key = 999 WHERE key = 1                        | broken
    captures      | INSERT INTO captures VALUES (9, 'ab', 'http://x/', NULL, NULL, 200, '', 7) | broken
    runs          | UPDATE runs SET status = 'running'                                        | attend
    runs          | UPDATE runs SET rules_digest = 'another'                                  | attend
    runs          | INSERT INTO stale_groups SELECT key FROM groups LIMIT 1                   | attend
    database      | PRAGMA user_version = 0                                                   | broken
    schema        | PRAGMA user_version = 99                                                  | broken
    judgements    | DELETE FROM run_claims                                                    | attend
    judgements    | UPDATE claims SET digest = 'x' || digest                                  | attend
    judgements    | DROP TRIGGER judgements_remain; DELETE FROM judgements                    | broken
"""
ROWS = [tuple(cell.strip() for cell in line.split("|", 1)) for line in DAMAGE.strip().splitlines()]


def diagnoses(ran: Any) -> dict[str, dict[str, Any]]:
    return {row["check"]: row for row in map(json.loads, ran.out.splitlines())}


def claims(home: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home / "facts.db")) as db:
        return db.execute("SELECT id, digest FROM current_claims ORDER BY 1").fetchall()


def judgements(home: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home / "facts.db")) as db:
        return db.execute("SELECT * FROM judgements ORDER BY 1").fetchall()


def test_a_sound_home_is_well(extractor: Callable[..., Any], home: Path) -> None:
    ran = extractor("doctor", "--home", home, "--json")
    assert ran.code == 0
    assert {row["state"] for row in diagnoses(ran).values()} == {"ok"}


@pytest.mark.parametrize(("check", "rest"), ROWS)
def test_each_damage_is_found_and_has_a_remedy(
    extractor: Callable[..., Any], home: Path, check: str, rest: str
) -> None:
    sql, state = (part.strip() for part in rest.rsplit("|", 1))
    with closing(sqlite3.connect(home / "facts.db", isolation_level=None)) as db:
        db.executescript(sql)
    ran = extractor("doctor", "--home", home, "--json")
    found = diagnoses(ran)[check]
    assert (found["state"], ran.code) == (state, int(state == "broken"))
    assert found["todo"]


def test_a_page_that_was_archived_and_not_read_is_found(extractor: Callable[..., Any], home: Path) -> None:
    body = b"Exports fell 2% in May."
    with Archive(home) as archive:
        archive.add(Capture(url="http://x/", body=body, sha256=hashlib.sha256(body).hexdigest(), retrieved_at=""))
    ran = extractor("doctor", "--home", home, "--json")
    assert (ran.code, diagnoses(ran)["captures"]["state"]) == (0, "attend")


def test_a_changed_byte_of_the_archive_is_found(extractor: Callable[..., Any], home: Path) -> None:
    path = next((home / "captures").glob("*.warc.gz"))
    body = bytearray(path.read_bytes())
    body[len(body) * 3 // 4] ^= 0xFF
    path.write_bytes(body)
    ran = extractor("doctor", "--home", home)
    assert ran.code == 1
    assert "BROKEN  archive" in ran.out
    assert "backup" in ran.out


@pytest.mark.parametrize("damage", ["noise", "cut", "gone"])
def test_a_lost_database_is_rebuilt_with_its_judgements(extractor: Callable[..., Any], home: Path, damage: str) -> None:
    before, decided = claims(home), judgements(home)
    path = home / "facts.db"
    if damage == "noise":
        path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * 60_000)
    elif damage == "cut":
        path.write_bytes(b"SQLite")
    else:
        path.unlink()
    said = extractor("doctor", "--home", home)
    assert said.code == 1
    assert "extractor rebuild" in said.out
    ran = extractor("rebuild", "--home", home)
    assert ran.code == 0
    assert (claims(home), judgements(home)) == (before, decided)
    assert (home / "facts.db.old-1").exists() == (damage != "gone")
    assert extractor("doctor", "--home", home).code == 0
    assert extractor("search", "exports", "--home", home).code == 0


def test_a_damaged_database_is_named_by_every_command(extractor: Callable[..., Any], home: Path) -> None:
    (home / "facts.db").write_bytes(b"no database at all" * 1000)
    for line in (["search", "exports"], ["compare"], ["findings"], ["runs"], ["judge", "ab", "--verdict", "right",
                 "--why", "w", "--by", "b"]):  # fmt: skip
        ran = extractor(*line, "--home", home)
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
        assert "extractor rebuild" in ran.err


def test_the_old_database_gives_judgements_that_the_file_lacks(extractor: Callable[..., Any], home: Path) -> None:
    (home / "judgements.jsonl").unlink()
    decided = judgements(home)
    assert diagnoses(extractor("doctor", "--home", home, "--json"))["judgements"]["state"] == "attend"
    assert extractor("rebuild", "--home", home).code == 0
    assert judgements(home) == decided
    assert diagnoses(extractor("doctor", "--home", home, "--json"))["judgements"]["state"] == "ok"


def test_an_undo_comes_back_as_an_undo(extractor: Callable[..., Any], home: Path) -> None:
    (made,) = map(json.loads, (home / "judgements.jsonl").read_text().splitlines())
    undone = extractor("judge", "--undo", made["id"], "--why", "misread", "--by", "li", "--home", home)
    assert undone.code == 0
    (home / "facts.db").unlink()
    assert extractor("rebuild", "--home", home).code == 0
    history = [json.loads(line) for line in extractor("judge", "--history", "--home", home, "--json").out.splitlines()]
    assert [row["state"] for row in history] == ["undone", f"undoes {made['id']}"]


def test_a_half_written_judgement_is_told_and_spoils_no_other(extractor: Callable[..., Any], home: Path) -> None:
    path = home / "judgements.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id": "half')
    assert "1 lines" in diagnoses(extractor("doctor", "--home", home, "--json"))["judgements"]["detail"]
    (claim,) = [row[0] for row in claims(home)[:1]]
    said = extractor("judge", claim, "--verdict", "unsure", "--why", "w", "--by", "b", "--home", home)
    assert said.code == 0
    (home / "facts.db").unlink()
    assert extractor("rebuild", "--home", home).code == 0
    assert len(judgements(home)) == 2


def test_rebuild_refuses_what_it_cannot_make_again(extractor: Callable[..., Any], home: Path, tmp_path: Path) -> None:
    assert extractor("export", tmp_path / "all.jsonl", "--home", home).code == 0
    theirs = tmp_path / "theirs"
    assert extractor("import", tmp_path / "all.jsonl", "--home", theirs).code == 0
    assert extractor("rebuild", "--home", theirs).code == 2
    (tmp_path / "more.txt").write_text("Exports fell 2% in May 2024.")
    assert extractor("ingest", tmp_path / "more.txt", "--home", theirs).code == 0
    refused = extractor("rebuild", "--home", theirs)
    assert refused.code == 2
    assert "--force" in refused.err
    assert extractor("rebuild", "--home", theirs, "--force").code == 0


def test_a_rebuild_that_was_killed_goes_on_and_the_old_database_stays_until_then(
    extractor: Callable[..., Any], home: Path
) -> None:
    before, decided = claims(home), judgements(home)

    def kill(url: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(home, stages(), progress=kill)
    assert claims(home) == before
    assert extractor("doctor", "--home", home).code == 0
    made = rebuild(home, stages())
    assert (made.articles, made.judgements, made.kept_as) == (2, 1, "facts.db.old-1")
    assert (claims(home), judgements(home)) == (before, decided)
    assert list(home.glob("facts.rebuild*")) == []
