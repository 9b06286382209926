"""What a run changed: claims added, removed and changed slot by slot, and facts whose verdict is another one."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.domain import Claim, Fact, Frozen
from extractor.domain.errors import InputError
from extractor.runs.reconciling import Articles
from extractor.runs.rulings import Rulings
from extractor.runs.stages import Stages
from extractor.store import differing, read
from extractor.store.groups import number_of

SILENT = {"run_id", "evidence", "links", "url", "source", "published_at", "sentence", "sentence_start", "sentence_end"}
"""Fields that follow from the article or the run, and are no slots."""
COUNTS = {"added": "added", "removed": "removed", "changed": "changes", "verdicts": "verdicts"}
"""What can be counted, and the field that holds it."""


class Change(Frozen):
    """A claim that both runs have: slot -> what it was and what it is."""

    claim: Claim
    slots: dict[str, tuple[str | None, str | None]]


class Turn(Frozen):
    """A fact whose verdict differs; None: it was not there, or is no more."""

    fact_id: str
    key: str
    before: str | None
    after: str | None
    explanation: str


class Diff(Frozen):
    """How run `after` differs from run `before`."""

    before: int
    after: int
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changes: tuple[Change, ...]
    verdicts: tuple[Turn, ...]

    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {name: len(getattr(self, field)) for name, field in COUNTS.items()}

    def by(self, field: str) -> dict[str, dict[str, int]]:
        """Counts of added, removed and changed claims by one of their fields: rule, indicator."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for name, claims in (("added", self.added), ("removed", self.removed)):
            for claim in claims:
                found[str(getattr(claim, field))][name] += 1
        for change in self.changes:
            found[str(getattr(change.claim, field))]["changed"] += 1
        return {value: dict(found[value]) for value in sorted(found)}


def diff(db: sqlite3.Connection, before: int, after: int, stages: Stages) -> Diff:
    """Compare what was current after two runs.

    Raises:
        UnknownTerm: one of the runs does not exist.
    """
    differing.prepare(db, before, after)
    claims = _claims(db)
    pairs = differing.changed(db)
    changes = [Change(claim=claims[new], slots=slots_that_differ(claims[old], claims[new])) for old, new in pairs]
    return Diff(
        before=before,
        after=after,
        added=tuple(claims[key] for key in differing.added(db)),
        removed=tuple(claims[key] for key in differing.removed(db)),
        changes=tuple(change for change in changes if change.slots),
        verdicts=tuple(_turns(db, claims, stages)),
    )


def slots_that_differ(old: Claim, new: Claim) -> dict[str, tuple[str | None, str | None]]:
    """Slot -> (what it was, what it is), basis slots as `basis.compiler`."""
    before, after = _slots(old), _slots(new)
    return {name: (before.get(name), after.get(name)) for name in after if before.get(name) != after.get(name)}


def fails(found: Diff, conditions: Iterable[str]) -> list[str]:
    """Which of the conditions (`removed>0`) hold.

    Raises:
        InputError: one is none.
    """
    counts = found.counts()
    held = []
    for condition in conditions:
        match = re.fullmatch(rf"\s*({'|'.join(COUNTS)})\s*(>=|>|==)\s*(\d+)\s*", condition)
        if match is None:
            raise InputError(f"not a condition: {condition}", f"Write one like removed>0; of {', '.join(COUNTS)}")
        count, limit = counts[match[1]], int(match[3])
        if {">": count > limit, ">=": count >= limit, "==": count == limit}[match[2]]:
            held.append(condition)
    return held


def _claims(db: sqlite3.Connection) -> dict[int, Claim]:
    keys = db.execute("SELECT key FROM before_claims UNION SELECT key FROM after_claims")
    return read.read_claims_by_key(db, [int(key) for (key,) in keys], "stored_claims")


def _slots(claim: Claim) -> dict[str, str | None]:
    found: dict[str, Any] = claim.model_dump(mode="json", exclude=SILENT | {"basis"})
    for name, value in claim.basis.model_dump(mode="json").items():
        if name == "how":
            found.update({f"basis.how.{slot}": how for slot, how in value.items()})
        else:
            found[f"basis.{name}"] = value
    return {name: None if value is None else str(value) for name, value in found.items()}


def _turns(db: sqlite3.Connection, claims: Mapping[int, Claim], stages: Stages) -> Iterable[Turn]:
    """Reconcile the groups of the articles that differ, once with the old claims and once with the new."""
    groups = {name: _grouped(differing.articles(db, name), claims, stages) for name in ("before", "after")}
    facts: dict[str, dict[str, Fact]] = {"before": {}, "after": {}}
    rulings = Rulings(db)
    for group in sorted({*groups["before"], *groups["after"]}):
        same = read.read_claims_by_key(db, differing.unchanged_members(db, number_of(group)))
        for name, found in groups.items():
            members = rulings.kept({**same, **{key: claims[key] for key in found.get(group, ())}})
            if members:
                said = stages.reconcile(group, members.values(), Articles(db))[0]
                facts[name].update({fact.id: fact for fact in said})
    for fact_id in sorted({*facts["before"], *facts["after"]}):
        old, new = facts["before"].get(fact_id), facts["after"].get(fact_id)
        was, now = old.verdict if old else None, new.verdict if new else None
        shown = new or old
        if was != now and shown is not None:
            yield Turn(fact_id=fact_id, key=shown.key, before=was, after=now, explanation=shown.explanation)


def _grouped(articles: Mapping[int, list[int]], claims: Mapping[int, Claim], stages: Stages) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for keys in articles.values():
        own = {claims[key].id: key for key in keys}
        for name, ids in stages.groups([claims[key] for key in keys]).items():
            found[name] += [own[claim_id] for claim_id in ids]
    return found
