"""Near-duplicates among what is current: linked, never dropped. A new article is compared with few others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from extractor.archive import FIRST, near_duplicates, sketch
from extractor.store import copies

A_STEP = 200


def link_copies(db: sqlite3.Connection, step: Callable[[sqlite3.Connection], AbstractContextManager[None]]) -> None:
    """Compare the articles that have become current with those before them. Each step is a transaction of its own."""
    with step(db):
        copies.drop_gone(db)
    while keys := copies.uncompared(db, A_STEP):
        with step(db):
            for key in keys:
                _link(db, key)


def _link(db: sqlite3.Connection, key: int) -> None:
    marks = copies.sketch_of(db, key)
    if not marks:
        marks = sketch(copies.text_of(db, key))
        copies.save_sketch(db, key, marks)
    if near := copies.sharing(db, marks, FIRST):
        for copy in near_duplicates({str(one): copies.text_of(db, one) for one in sorted({*near, key})}):
            if str(key) in (copy.original_id, copy.copy_id):
                copies.save_copy(db, int(copy.copy_id), int(copy.original_id), copy.share)
    copies.compared(db, key)
