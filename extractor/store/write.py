"""The writing side. Every function runs inside the caller's `transaction`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from extractor.domain import Capture, Issue, Judgement, Policy
from extractor.domain.errors import StoreError
from extractor.domain.grams import grams
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
_ISSUE = _insert("issues", ("run_key", "stage", "code", "message", "article_id", "url", "start", "end"))
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


def save_article(db: sqlite3.Connection, rows: ArticleRows) -> int:
    """The article's key; a version that is known already is left as it is."""
    found = db.execute("SELECT key FROM articles WHERE id = ? AND digest = ?", (rows.id, rows.digest)).fetchone()
    if found:
        return int(found[0])
    capture = db.execute("SELECT max(key) FROM captures WHERE sha256 = ?", (rows.capture_sha256,)).fetchone()[0]
    cursor = db.execute(_ARTICLE, (rows.digest, capture, *rows.values))
    return int(cursor.lastrowid or 0)


def save_claims(db: sqlite3.Connection, run_key: int, article_key: int, rows: ArticleRows) -> int:
    """Write what a run read in an article; the number of its claims. Claims known already are shared."""
    known = dict(db.execute("SELECT digest, key FROM claims WHERE article_key = ?", (article_key,)).fetchall())
    fresh = [claim for claim in rows.claims if claim.digest not in known]
    if fresh:
        sentences = _save_sentences(db, article_key, rows)
        first = _next_key(db, "claims")
        for key, claim in enumerate(fresh, start=first):
            known[claim.digest] = key
        _insert_claims(db, article_key, fresh, known, sentences)
    members = {known[claim.digest] for claim in rows.claims}
    db.executemany("INSERT INTO run_claims VALUES (?, ?, ?)", [(run_key, article_key, key) for key in sorted(members)])
    return len(members)


def save_issues(db: sqlite3.Connection, run_key: int | None, issues: Iterable[Issue]) -> None:
    """Record what went wrong."""
    db.executemany(_ISSUE, [(run_key, i.stage, i.code, i.message, i.article_id, i.url, i.start, i.end) for i in issues])


def save_judgement(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Append a person's decision.

    Raises:
        StoreError: it undoes a judgement that does not exist, or its id is taken.
    """
    try:
        db.execute(_JUDGEMENT, tuple(judgement.model_dump().values()))
    except sqlite3.IntegrityError as error:
        raise StoreError(f"the judgement {judgement.id} cannot be added: {error}", "Check the id it undoes") from error


def _save_sentences(db: sqlite3.Connection, article_key: int, rows: ArticleRows) -> dict[tuple[int, int], int]:
    keys = {
        (start, end): key
        for start, end, key in db.execute(
            'SELECT start, "end", key FROM sentences WHERE article_key = ?', (article_key,)
        )
    }
    fresh = [sentence for sentence in rows.sentences if sentence[:2] not in keys]
    first = _next_key(db, "sentences")
    numbered = list(enumerate(fresh, start=first))
    db.executemany(_SENTENCE, [(key, article_key, *sentence) for key, sentence in numbered])
    db.executemany(
        "INSERT INTO sentences_fts (rowid, grams) VALUES (?, ?)", [(key, grams(text)) for key, (_, _, text) in numbered]
    )
    keys.update({(start, end): key for key, (start, end, _) in numbered})
    return keys


def _insert_claims(
    db: sqlite3.Connection,
    article_key: int,
    claims: list[ClaimRow],
    keys: Mapping[str, int],
    sentences: Mapping[tuple[int, int], int],
) -> None:
    rows: list[Row] = [(keys[c.digest], c.digest, article_key, sentences[c.sentence], *c.values) for c in claims]
    db.executemany(_CLAIM, rows)
    db.executemany(_EVIDENCE, [(keys[c.digest], n, *row) for c in claims for n, row in enumerate(c.evidence)])
    db.executemany(_LINK, [(keys[c.digest], n, *row) for c in claims for n, row in enumerate(c.links)])


def _next_key(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608
