"""Claims to facts: group what is current, reconcile the groups that have changed, replace what was said about them.

One new article touches its own groups and no others. Each step is a transaction of its own, so that
memory stays flat and a killed run goes on where it was; `whole` makes one transaction of it all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

from extractor.domain import Article, Claim, Fact, Finding
from extractor.runs.copies import link_copies
from extractor.runs.rulings import Rulings
from extractor.runs.stages import Stages
from extractor.store import facts, groups, read, transaction

ARTICLES_A_STEP = 200
CLAIMS_A_STEP = 5_000

Reconcile = Callable[[str, Iterable[Claim], Mapping[str, Article]], tuple[list[Fact], list[Finding]]]
Step = Callable[[sqlite3.Connection], AbstractContextManager[None]]


def reconcile_current(db: sqlite3.Connection, stages: Stages, *, whole: bool = False) -> tuple[int, int]:
    """Bring copies, facts and findings up to what is current; how many facts and findings were written.

    `whole`: inside the caller's transaction, so that readers see all of the change or nothing.
    """
    step: Step = _within if whole else transaction
    link_copies(db, step)
    _regroup(db, stages, step)
    articles = Articles(db)
    fact_count = finding_count = 0
    while names := groups.stale(db, CLAIMS_A_STEP):
        written = settle(db, names, stages.reconcile, articles, step)
        fact_count += written[0]
        finding_count += written[1]
    return fact_count, finding_count


def settle(
    db: sqlite3.Connection, names: Mapping[str, list[int]], reconcile: Reconcile, articles: Mapping[str, Article],
    step: Step = transaction,
) -> tuple[int, int]:  # fmt: skip
    """Reconcile some groups, given with the keys of their claims, as people's judgements have it.

    Where somebody judges meanwhile nothing is written, and the groups stay stale.
    """
    rulings = Rulings(db)
    every = read.read_claims_by_key(db, (key for keys in names.values() for key in keys))
    said, stated = _reconcile(names, rulings.kept(every), articles, reconcile)
    keys = {claim.id: key for key, claim in every.items()}
    with step(db):
        if rulings.have_changed():
            return 0, 0
        facts.replace_groups(db, names, keys, said, stated, rulings.ruled(said))
        groups.settled(db, list(names))
    return len(said), len(stated)


def _regroup(db: sqlite3.Connection, stages: Stages, step: Step) -> None:
    """Enter the articles that have become current into their groups, take out those that no longer are."""
    with step(db):
        if not groups.rules_are(db, "reconcile", stages.reconcile_digest):
            groups.start_over(db, "reconcile", stages.reconcile_digest)
        groups.drop_gone(db)
    while articles := groups.ungrouped(db, ARTICLES_A_STEP):
        members = read.claim_keys_of(db, articles)
        claims = read.read_claims_by_key(db, (key for keys in members.values() for key in keys))
        with step(db):
            for article, keys in members.items():
                own = {claims[key].id: key for key in keys}
                named = stages.groups([claims[key] for key in keys])
                groups.save_groups(db, article, {name: [own[i] for i in ids] for name, ids in named.items()})


def _reconcile(
    names: Mapping[str, list[int]], claims: Mapping[int, Claim], articles: Mapping[str, Article], reconcile: Reconcile
) -> tuple[list[Fact], list[Finding]]:
    said: list[Fact] = []
    stated: list[Finding] = []
    for name, keys in names.items():
        if own := [claims[key] for key in keys if key in claims]:
            found = reconcile(name, own, articles)
            said += found[0]
            stated += found[1]
    return said, stated


class Articles(Mapping[str, Article]):
    """Current articles by id, read when asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._read = lru_cache(maxsize=500)(lambda article_id: read.read_article(db, article_id))

    def __getitem__(self, article_id: str) -> Article:
        if article_id not in self:
            raise KeyError(article_id)
        return self._read(article_id)

    def __contains__(self, article_id: object) -> bool:
        return self._db.execute("SELECT 1 FROM heads WHERE article_id = ?", (article_id,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (article_id for (article_id,) in self._db.execute("SELECT article_id FROM heads ORDER BY 1"))

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM heads").fetchone()[0])


def _within(db: sqlite3.Connection) -> AbstractContextManager[None]:
    return nullcontext()
