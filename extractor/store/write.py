"""The writing side. Every function runs inside the caller's `transaction`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractor.domain import Capture, Issue, Judgement, Policy
from extractor.domain.errors import StoreError
from extractor.domain.grams import is_word
from extractor.store.copies import save_sketch
from extractor.store.rows import ARTICLE_COLUMNS, CLAIM_COLUMNS, ArticleRows, ClaimRow, Row


def _insert(table: str, columns: Iterable[str], how: str = "INSERT") -> str:
    names = list(columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"{how} INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"


_CAPTURE = _insert(
    "captures", ("sha256", "url", "source", "media_type", "status", "retrieved_at", "bytes"), "INSERT OR IGNORE"
)
_ARTICLE = _insert("articles", ("digest", "capture_key", *ARTICLE_COLUMNS))
_SENTENCE = _insert("sentences", ("key", "article_key", "start", "end", "text"))
_CLAIM = _insert("claims", ("key", "digest", "article_key", "sentence_key", *CLAIM_COLUMNS))
_EVIDENCE = _insert("claim_evidence", ("claim_key", "n", "slot", "how", "reason", "start", "end"))
_LINK = _insert("claim_links", ("claim_key", "n", "kind", "claim_id"))
_ISSUE = _insert("issues", ("run_key", "stage", "code", "message", "source", "article_id", "url", "start", "end"))
_JUDGEMENT = _insert("judgements", Judgement.model_fields)


def save_source(db: sqlite3.Connection, code: str, name: str, policy: Policy) -> None:
    """Insert or update an outlet and its policy."""
    fields = policy.model_dump(mode="json")
    db.execute(_insert("sources", ("code", "name", *fields), "INSERT OR REPLACE"), (code, name, *fields.values()))


def save_capture(db: sqlite3.Connection, capture: Capture) -> int:
    """The capture's key; its bytes stay in the archive."""
    row = (capture.sha256, capture.url, capture.source, capture.media_type, capture.status, capture.retrieved_at)
    db.execute(_CAPTURE, (*row, len(capture.body)))
    found = db.execute("SELECT key FROM captures WHERE sha256 = ? AND url = ?", (capture.sha256, capture.url))
    return int(found.fetchone()[0])


def save_parse(db: sqlite3.Connection, capture_key: int, digest: str, article_key: int | None) -> None:
    """Remember what a capture was read as by the parser of this digest; None: it could not be read."""
    db.execute(
        _insert("parses", ("capture_key", "digest", "article_key"), "INSERT OR REPLACE"),
        (capture_key, digest, article_key),
    )


class Saved(NamedTuple):
    """An article's key, and whether this version of it was not known before."""

    key: int
    new: bool


def save_article(db: sqlite3.Connection, rows: ArticleRows) -> Saved:
    """Write an article; a version that is known already is left as it is."""
    found = db.execute("SELECT key FROM articles WHERE id = ? AND digest = ?", (rows.id, rows.digest)).fetchone()
    if found:
        _save_langs(db, int(found[0]), rows.langs)
        return Saved(int(found[0]), False)
    capture = None
    if rows.capture_sha256 is not None:
        capture = db.execute("SELECT max(key) FROM captures WHERE sha256 = ?", (rows.capture_sha256,)).fetchone()[0]
    key = int(db.execute(_ARTICLE, (rows.digest, capture, *rows.values)).lastrowid or 0)
    save_sketch(db, key, rows.sketch)
    _save_langs(db, key, rows.langs)
    return Saved(key, True)


def _save_langs(db: sqlite3.Connection, key: int, langs: Iterable[str]) -> None:
    db.executemany("INSERT OR IGNORE INTO article_langs VALUES (?, ?)", [(key, lang) for lang in langs])


def save_claims(db: sqlite3.Connection, run_key: int, batch: Sequence[tuple[Saved, ArticleRows]]) -> list[int]:
    """Write what a run read in some articles; the number of claims of each. Claims known already are shared."""
    next_claim, next_sentence = _next_key(db, "claims"), _next_key(db, "sentences")
    tables = _Tables()
    counts = []
    for saved, rows in batch:
        keys = {} if saved.new else _known_claims(db, saved.key)
        fresh = [claim for claim in rows.claims if claim.digest not in keys]
        if fresh:
            sentences = {} if saved.new else _known_sentences(db, saved.key)
            next_sentence = tables.add_sentences(saved.key, rows, sentences, next_sentence)
            next_claim = tables.add_claims(saved.key, fresh, keys, sentences, next_claim)
        members = sorted({keys[claim.digest] for claim in rows.claims})
        tables.members += [(run_key, saved.key, key) for key in members]
        counts.append(len(members))
    tables.write(db)
    return counts


def save_issues(db: sqlite3.Connection, run_key: int | None, issues: Iterable[Issue]) -> None:
    """Record what went wrong."""
    db.executemany(
        _ISSUE,
        [(run_key, i.stage, i.code, i.message, i.source, i.article_id, i.url, i.start, i.end) for i in issues],
    )


def save_judgement(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Append a person's decision.

    Raises:
        StoreError: it undoes a judgement that does not exist, or its id is taken.
    """
    try:
        db.execute(_JUDGEMENT, tuple(judgement.model_dump().values()))
    except sqlite3.IntegrityError as error:
        raise StoreError(f"the judgement {judgement.id} cannot be added: {error}", "Check the id it undoes") from error


class _Tables:
    """Rows of several articles by table, so that each table takes one executemany."""

    def __init__(self) -> None:
        self.sentences: list[Row] = []
        self.grams: list[Row] = []
        self.words: set[Row] = set()
        self.claims: list[Row] = []
        self.evidence: list[Row] = []
        self.links: list[Row] = []
        self.members: list[Row] = []

    def add_sentences(
        self, article_key: int, rows: ArticleRows, keys: dict[tuple[int, int], int], next_key: int
    ) -> int:
        """Number the sentences that are new, enter them into `keys`; the next free key."""
        for start, end, text, tokens in rows.sentences:
            if (start, end) not in keys:
                keys[start, end] = next_key
                self.sentences.append((next_key, article_key, start, end, text))
                self.grams.append((next_key, tokens))
                self.words.update((token,) for token in tokens.split() if is_word(token))
                next_key += 1
        return next_key

    def add_claims(
        self,
        article_key: int,
        fresh: Iterable[ClaimRow],
        keys: dict[str, int],
        sentences: Mapping[tuple[int, int], int],
        next_key: int,
    ) -> int:
        """Number the claims that are new, enter them into `keys`; the next free key."""
        for claim in fresh:
            if claim.digest in keys:
                continue
            keys[claim.digest] = next_key
            self.claims.append((next_key, claim.digest, article_key, sentences[claim.sentence], *claim.values))
            self.evidence += [(next_key, n, *row) for n, row in enumerate(claim.evidence)]
            self.links += [(next_key, n, *row) for n, row in enumerate(claim.links)]
            next_key += 1
        return next_key

    def write(self, db: sqlite3.Connection) -> None:
        """One statement a table."""
        db.executemany(_SENTENCE, self.sentences)
        db.executemany("INSERT INTO sentences_fts (rowid, grams) VALUES (?, ?)", self.grams)
        db.executemany("INSERT OR IGNORE INTO words VALUES (?)", sorted(self.words))
        db.executemany(_CLAIM, self.claims)
        db.executemany(_EVIDENCE, self.evidence)
        db.executemany(_LINK, self.links)
        db.executemany("INSERT INTO run_claims VALUES (?, ?, ?)", self.members)


def _known_claims(db: sqlite3.Connection, article_key: int) -> dict[str, int]:
    return dict(db.execute("SELECT digest, key FROM claims WHERE article_key = ?", (article_key,)).fetchall())


def _known_sentences(db: sqlite3.Connection, article_key: int) -> dict[tuple[int, int], int]:
    rows = db.execute('SELECT start, "end", key FROM sentences WHERE article_key = ?', (article_key,))
    return {(start, end): key for start, end, key in rows}


def _next_key(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608
