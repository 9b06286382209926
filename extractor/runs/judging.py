"""People's decisions: appended, undone by another one, never changed; what was judged is reconciled anew."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from extractor.domain import Judgement, content_id
from extractor.domain.errors import StoreError, UnknownTerm
from extractor.domain.vocabulary import VERDICTS
from extractor.reconcile import reconcile_group
from extractor.runs import journal
from extractor.runs.pipeline import now
from extractor.runs.reconciling import Articles, settle
from extractor.store import groups, open_database, read, transaction, write, writer_lock

PATIENCE = 3.0
"""How many seconds a judgement waits for a run that is writing, before it leaves the facts to that run."""
READINGS = ("right", "wrong", "unsure")
"""What can be said of a claim: whether it was read rightly."""
WORDS = (*READINGS, *VERDICTS)
"""What can be said of a fact: its verdict, too."""


def judge(home: Path, target: str, verdict: str, why: str, by: str) -> Judgement:
    """Append a decision about a claim or a fact, given by id or its beginning.

    Raises:
        UnknownTerm: no such claim or fact, or no such verdict.
    """
    if verdict not in WORDS:
        raise UnknownTerm(f"unknown verdict: {verdict}", f"Use one of: {', '.join(WORDS)}")
    with closing(open_database(home)) as db:
        kind, found, digest = _target(db, target)
        return _append(
            home, db, target=found, target_kind=kind, verdict=verdict, why=why, by=by, undoes=None, claim_digest=digest
        )


def undo(home: Path, judgement_id: str, why: str, by: str) -> Judgement:
    """Append a decision that takes another one back.

    Raises:
        UnknownTerm: there is no such judgement, or it is undone already.
    """
    with closing(open_database(home)) as db:
        all_of_them = read.read_judgements(db)
        old = next((j for j in all_of_them if j.id == judgement_id and j.undoes is None), None)
        if old is None or judgement_id in {j.undoes for j in all_of_them}:
            raise UnknownTerm(
                f"there is no standing judgement {judgement_id}", "`extractor judge --history` lists them"
            )
        return _append(
            home, db, target=old.target, target_kind=old.target_kind, verdict=old.verdict, why=why, by=by,
            undoes=old.id, claim_digest=old.claim_digest,
        )  # fmt: skip


def _target(db: sqlite3.Connection, text: str) -> tuple[str, str, str]:
    """Kind, id and digest of what is judged."""
    rows = [
        (kind, str(row[0]), str(row[1]))
        for kind, view in (("claim", "current_claims"), ("fact", "current_facts"))
        for row in db.execute(
            f"SELECT id, digest FROM {view} WHERE id >= ? AND id < ? LIMIT 2",  # noqa: S608
            (text, text + "\x7f"),
        )
    ]
    if len(rows) != 1:
        what = "several claims or facts begin with" if rows else "there is no claim or fact"
        raise UnknownTerm(f"{what} {text}", "`extractor compare --json` prints the ids")
    return rows[0]


def _append(home: Path, db: sqlite3.Connection, **fields: str | None) -> Judgement:
    """Into the database, then into the file that outlives it, then into what the claims add up to."""
    at = now()
    judgement = Judgement.model_validate({"id": content_id(at, *fields.values()), "at": at, **fields})
    with transaction(db):
        write.save_judgement(db, judgement)
        names = groups.touch(db, judgement.target_kind, judgement.target)
    journal.keep(home, db)
    _settle(home, db, names)
    return judgement


def _settle(home: Path, db: sqlite3.Connection, names: dict[str, list[int]]) -> None:
    """Reconcile the groups of what was judged."""
    with ExitStack() as stack:
        try:
            stack.enter_context(writer_lock(home, PATIENCE))
        except StoreError:
            return  # who is writing reconciles what is stale before it ends; `counted` says that it waits
        settle(db, names, reconcile_group, Articles(db))


class Counted(NamedTuple):
    """What a judged claim or fact counts for now. `pending`: a run is writing, and the facts follow it."""

    facts: tuple[tuple[str, str], ...]
    pending: bool


def counted(db: sqlite3.Connection, target_kind: str, target: str) -> Counted:
    """Id and verdict of the facts that a claim stands behind, or of the fact itself."""
    if target_kind == "fact":
        rows = db.execute("SELECT id, verdict FROM current_facts WHERE id = ?", (target,)).fetchall()
    else:
        sql = """SELECT f.id, f.verdict FROM claims c JOIN fact_claims x ON x.claim_key = c.key
            JOIN current_facts f ON f.key = x.fact_key WHERE c.id = ? ORDER BY f.id"""
        rows = db.execute(sql, (target,)).fetchall()
    return Counted(tuple((str(row[0]), str(row[1])) for row in rows), groups.waits(db, target_kind, target))
