"""A home for reading, as Python sees it: `extractor.open(home)`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from extractor.domain import Article, Claim, Fact, Finding
from extractor.domain.errors import UnknownTerm
from extractor.search import FILTERS, Query
from extractor.search import search as find
from extractor.store import facts, open_database, read
from extractor.store.database import NAME
from extractor.store.faults import in_words


class Home:
    """The claims, facts and findings of a home. Close it, or use it in a `with` statement.

    Raises:
        UnreadableInput: there is no database in the folder.
        StoreError: the database cannot be opened.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._db: sqlite3.Connection = open_database(self.folder, read_only=True)

    def search(self, *words: str, limit: int = 20, any_language: bool = False, **filters: str) -> list[Claim]:
        """Current claims whose sentence holds every word and that every filter keeps, newest first.

        `filters` are those of `extractor search --help`: indicator, flow, reporter, partner, period, kind ...
        With `any_language` a word of the catalogue stands for what it means, in every language.

        Raises:
            UnknownTerm: there is no such filter, or it does not know the value.
        """
        known = {row.name for row in FILTERS}
        if strange := sorted(filters.keys() - known):
            raise UnknownTerm(f"there is no filter {', '.join(strange)}", f"Use: {', '.join(sorted(known))}")
        with in_words(self.folder / NAME):
            rows = find(self._db, Query([(word,) for word in words], filters, any_language=any_language), limit)
            claims = read.read_claims_by_key(self._db, (row["key"] for row in rows))
        return [claims[row["key"]] for row in rows]

    def claim(self, claim_id: str) -> Claim:
        """A current claim, by its id or its beginning. Raises UnknownTerm when there is none, or several."""
        return read.read_claim(self._db, claim_id)

    def article(self, article_id: str) -> Article:
        """The current version of an article. Raises UnknownTerm when there is none."""
        return read.read_article(self._db, article_id)

    def facts(self) -> Iterator[Fact]:
        """Every current fact, by id."""
        return facts.read_facts(self._db)

    def findings(self, verdict: str | None = None) -> Iterator[Finding]:
        """Current findings, all or of one verdict, by id."""
        return facts.read_findings(self._db, *(("1",) if verdict is None else ("verdict = ?", (verdict,))))

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Home:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
