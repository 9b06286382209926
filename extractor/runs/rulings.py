"""What people decided, as reconciling applies it: a claim judged wrong counts in nothing, a judged fact says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from extractor.domain import Claim, Fact, Judgement
from extractor.reconcile import Ruling, core_key, in_force, kept, ruled
from extractor.store import facts, groups, read


class Rulings:
    """The judgements of a database as they stood when this was made."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._all = read.read_judgements(db)
        self._targets = {judgement.target for judgement in self._all}

    def have_changed(self) -> bool:
        """Whether somebody has judged since."""
        return int(self._db.execute("SELECT count(*) FROM judgements").fetchone()[0]) != len(self._all)

    def wrong(self, claims: Mapping[int, Claim]) -> dict[int, Judgement]:
        """Those of the claims, by key, that a judgement in force calls misread."""
        found = {}
        for key, claim in claims.items():
            if claim.id in self._targets:
                rulings = self._on(claim.id, self._digest(key))
                if not kept([claim], rulings):
                    found[key] = rulings[claim.id].judgement
        return found

    def kept(self, claims: Mapping[int, Claim]) -> dict[int, Claim]:
        """The claims, by key, that nobody judged misread."""
        wrong = self.wrong(claims)
        return {key: claim for key, claim in claims.items() if key not in wrong}

    def ruled(self, said: Iterable[Fact]) -> dict[str, Fact]:
        """Fact id -> the fact with the verdict that a person gave it, for those that have one."""
        found = {}
        for fact in said:
            if fact.id in self._targets:
                found[fact.id] = ruled(fact, self._on(fact.id, facts.digest_of(fact)).get(fact.id))
        return found

    def _on(self, target: str, digest: str) -> dict[str, Ruling]:
        return in_force((judgement for judgement in self._all if judgement.target == target), {target: digest})

    def _digest(self, key: int) -> str:
        return str(self._db.execute("SELECT digest FROM claims WHERE key = ?", (key,)).fetchone()[0])


def left_out(db: sqlite3.Connection, fact: sqlite3.Row) -> list[tuple[sqlite3.Row, Judgement]]:
    """The claims about a fact that do not count in it, as rows of current_claims, and who judged them wrong."""
    sql = """SELECT x.claim_key FROM judgements j JOIN claims c ON c.id = j.target
        JOIN claim_groups x ON x.claim_key = c.key AND x.group_key = ? WHERE j.target_kind = 'claim'"""
    keys = {int(key) for (key,) in db.execute(sql, (groups.number_of(fact["group"]),))}
    claims = read.read_claims_by_key(db, keys)
    wrong = Rulings(db).wrong(claims) if claims else {}
    found = []
    for key, judgement in wrong.items():
        row = db.execute("SELECT * FROM current_claims WHERE key = ?", (key,)).fetchone()
        if core_key(claims[key]) == fact["core_key"] and row is not None:
            found.append((row, judgement))
    return found
